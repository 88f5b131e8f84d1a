import { expect, test } from 'vitest';
import { readUpdate } from '../../../src/core/read/read_update.ts';
import { formatFinding } from '../../../src/messages/format_finding.ts';
import { collection, file, planOf, plot, rectangle } from '../../support/sample_plan.ts';

const SHAPES = [rectangle(0, 0, 100, 100), rectangle(100, 0, 100, 100)] as const;
const PLAN = planOf({
  plots: [
    plot('A', SHAPES[0], { farMax: 2, setbackMinMetres: 5, name: '甲', source: 'x', confidence: 'L' }),
    plot('B', SHAPES[1], { farMax: 2, setbackMinMetres: 8 }),
  ],
});

async function lostBy(text: string, name: string, mode: 'replace' | 'merge') {
  const { diagnostics } = await readUpdate(PLAN, [file(name, text)], mode);
  return diagnostics.filter(({ code }) => code === 'fields-not-in-file');
}

test.each(['replace', 'merge'] as const)('fields the plan holds and a file lacks are named (%s)', async (mode) => {
  const text = JSON.stringify(collection(plot('A', SHAPES[0], { farMax: 3 }), plot('B', SHAPES[1], { farMax: 3 })));
  const [found, ...more] = await lostBy(text, 'plots.geojson', mode);
  expect(more).toEqual([]);
  expect(found).toMatchObject({ severity: 'warning', layer: 'plots', file: 'plots.geojson' });
  expect(found?.data).toEqual({ fields: ['setbackMinMetres', 'name'], count: 2 });
  expect(found && formatFinding(found, 'zh-CN').text).toMatch(
    /：建筑退线（setbackMinMetres）、名称（name）；接受后，2 个要素/,
  );
});

test('a field that one feature of the file states is not lost, and a table takes none away', async () => {
  const some = collection(
    plot('A', SHAPES[0], { farMax: 3 }),
    plot('B', SHAPES[1], { farMax: 3, setbackMinMetres: 9, name: '乙' }),
  );
  expect(await lostBy(JSON.stringify(some), 'plots.geojson', 'replace')).toEqual([]);
  expect(await lostBy('地块编号,容积率\nA,3\nB,3\n', '指标.csv', 'replace')).toEqual([]);
});

test('features that are new to the plan lose nothing', async () => {
  expect(await lostBy(JSON.stringify(collection(plot('C', SHAPES[0]))), 'plots.geojson', 'merge')).toEqual([]);
});
