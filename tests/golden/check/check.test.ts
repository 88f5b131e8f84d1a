import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { analysePlan } from '../../../src/core/analyse.ts';
import { readPlan } from '../../../src/core/read/read_plan.ts';
import { formatFinding } from '../../../src/messages/format_finding.ts';

const FOLDER = fileURLToPath(new URL('.', import.meta.url));
const cases = readdirSync(FOLDER, { withFileTypes: true }).filter((entry) => entry.isDirectory());

/** Figures to a tenth of a millimetre squared and places to a tenth of a millimetre: what differs below is the machine. */
function rounded(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (_, one: unknown) => (typeof one === 'number' ? Number(one.toPrecision(9)) : one)),
  );
}

/** What a planner is told of a plan's folder: the reader's diagnostics, or else the findings of the checks. */
function tell(folder: string): unknown {
  const names = readdirSync(folder).filter((name) => name !== 'out.json');
  const files = names.map((name) => ({ name, bytes: new Uint8Array(readFileSync(`${folder}/${name}`)) }));
  const { plan, diagnostics } = readPlan(files);
  const findings = plan ? analysePlan(plan).findings : [];
  return rounded([...diagnostics, ...findings].map((one) => ({ ...one, text: formatFinding(one, 'zh-CN').text })));
}

/** `UPDATE=1 npx vitest run tests/golden/check` writes what is found now; the difference is to be read before it is kept. */
describe('what is told of a plan', () => {
  test.each(cases.map(({ name }) => name))('%s', (name) => {
    const told = tell(`${FOLDER}${name}`);
    const expected = `${FOLDER}${name}/out.json`;
    if (process.env.UPDATE === '1' || !existsSync(expected)) {
      expect(process.env.UPDATE, `${name} has no out.json`).toBe('1');
      writeFileSync(expected, `${JSON.stringify(told, null, 2)}\n`);
    }
    expect(told).toEqual(JSON.parse(readFileSync(expected, 'utf8')));
  });

  test.each(cases.map(({ name }) => name))('%s: every finding about the plan shows its spot on the map', (name) => {
    const told = tell(`${FOLDER}${name}`) as { code: string; file?: string; evidence?: unknown }[];
    const unseen = told.filter(({ file, evidence }) => file === undefined && evidence === undefined);
    expect(unseen.map(({ code }) => code)).toEqual([]);
  });
});
