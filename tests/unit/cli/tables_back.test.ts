import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { run } from '../../support/command_line.ts';

const FOLDER = new URL('../../../data/geojson/', import.meta.url);
const SHIPPED = Object.fromEntries(
  readdirSync(FOLDER).map((name) => [`shipped/${name}`, new Uint8Array(readFileSync(new URL(name, FOLDER)))]),
);

test.each(['csv', 'xlsx'])('the plan that ships, written as %s and joined back, is the same plan', async (ending) => {
  const table = `table.${ending}`;
  const there = await run(['convert', 'shipped', '--out', table], SHIPPED);
  const bytes = there.bytesWritten.get(table) ?? new Uint8Array();
  const back = await run(['convert', table, '--plan', 'shipped', '--out', 'back/'], { ...SHIPPED, [table]: bytes });
  expect([back.status, back.out]).toEqual([0, expect.not.stringContaining('field-twice')]);
  for (const [path, content] of Object.entries(SHIPPED)) {
    if (path.endsWith('plan.json')) continue;
    const written = JSON.parse(back.written.get(path.replace('shipped/', 'back/')) ?? '{}');
    expect(written.features, path).toEqual(JSON.parse(new TextDecoder().decode(content)).features);
  }
});
