import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { readPlan } from '../../../src/core/read/read_plan.ts';
import { file, MANIFEST } from '../../support/sample_plan.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const TEXT = readFileSync(`${ROOT}/docs/checking.md`, 'utf8');
const commands = [...TEXT.matchAll(/^npx park-plan (check .+)$/gm)]
  // What stands behind a command is the shell's.
  .map(([, command = '']) => command.replace(/ (?:\|\||>).*$/, ''))
  // The Git hook has a test of its own.
  .filter((command) => !command.includes('$'));

describe('docs/checking.md', () => {
  test('names commands', () => expect(commands.length).toBeGreaterThan(4));

  test.each(commands)('park-plan %s ends with 0 for the plan that ships', (command) => {
    const { status, stdout } = spawnSync(
      process.execPath,
      ['--import', 'tsx', 'src/cli/main.ts', ...command.split(' ')],
      {
        cwd: ROOT,
        encoding: 'utf8',
      },
    );
    expect(status, stdout).toBe(0);
    expect(stdout).not.toBe('');
  });

  test('shows settings a plan may have', () => {
    const [, settings = ''] = /```json\n([\s\S]*?)```/.exec(TEXT) ?? [];
    const manifest = { ...MANIFEST, layers: {}, ...JSON.parse(settings) };
    expect(readPlan([file('plan.json', manifest)]).diagnostics).toEqual([]);
  });
});
