import { expect, test } from 'vitest';
import { everyIssue } from '../../../src/core/read/compact_issues.ts';
import { readUpdate } from '../../../src/core/read/read_update.ts';
import { file, planOf, plot, rectangle } from '../../support/sample_plan.ts';

const SHAPES = [rectangle(0, 0, 100, 100), rectangle(200, 0, 100, 100), rectangle(400, 0, 100, 100)];
const [A, B, C] = SHAPES as [(typeof SHAPES)[0], (typeof SHAPES)[0], (typeof SHAPES)[0]];
const PLAN = planOf({
  plots: [
    plot('A', A, { farMax: 2, heightMaxMetres: 24 }),
    plot('B', B, { farMax: 0, heightMaxMetres: 9 }),
    plot('C', C, { farMax: 1.5 }),
  ],
});

async function told(name: string, text: string) {
  const { diagnostics, candidate } = await readUpdate(PLAN, [file(name, text)], 'merge');
  const zeros = diagnostics.filter(({ code }) => code === 'limits-zero');
  const each = [...everyIssue(zeros)].map(({ code, feature, pointer, data }) => [code, feature, pointer, data.present]);
  return { zeros, each, candidate };
}

test.each([
  ['指标.csv', '地块编号,容积率,限高\nA,0,30\nB,0,0\nC,0,\n', ['/row/2', '/row/4', '/row/3']],
  [
    '地块.geojson',
    JSON.stringify({
      type: 'FeatureCollection',
      features: [
        { type: 'Feature', properties: { 地块编号: 'A', 容积率: 0, 限高: 30 }, geometry: A },
        { type: 'Feature', properties: { 地块编号: 'B', 容积率: 0, 限高: 0 }, geometry: B },
        { type: 'Feature', properties: { 地块编号: 'C', 容积率: 0 }, geometry: C },
        { type: 'Feature', properties: { 地块编号: 'D', 容积率: 0 }, geometry: rectangle(600, 0, 100, 100) },
      ],
    }),
    ['/features/0', '/features/2', '/features/1'],
  ],
])('a limit of 0 in the place of another stands, and is told cell by cell: %s', async (name, text, [a, c, b]) => {
  const { zeros, each, candidate } = await told(name, text);
  expect(zeros.map(({ severity, data }) => [severity, data.field, data.count, data.example])).toEqual([
    ['warning', 'farMax', 2, 'A'],
    ['warning', 'heightMaxMetres', 1, 'B'],
  ]);
  expect(each).toEqual([
    ['limit-zero', 'A', a, '2'],
    ['limit-zero', 'C', c, '1.5'],
    ['limit-zero', 'B', b, '9'],
  ]);
  expect(candidate?.layers.plots.slice(0, 3).map(({ properties }) => properties.farMax)).toEqual([0, 0, 0]);
});

test('a file that says what the plan says of them is told nothing', async () => {
  expect((await told('指标.csv', '地块编号,容积率,限高\nA,2,24\nB,0,9\n')).zeros).toEqual([]);
});
