import { expect, test } from 'vitest';
import { comparePlansWhole } from '../../../src/core/review.ts';
import { readingMessagesOf } from '../../../src/messages/reading.ts';
import { comparisonCsvPieces, comparisonGeojsonPieces, comparisonSheets } from '../../../src/sheet/comparison_files.ts';
import { planOf, plot, rectangle } from '../../support/sample_plan.ts';

const BEFORE = planOf({
  plots: [plot('A', rectangle(0, 0, 100, 50), { farMax: 2 }), plot('B', rectangle(100, 0, 50, 50), { farMax: 1 })],
});
const AFTER = planOf({
  plots: [
    plot('A1', rectangle(0, 0, 50, 50), { farMax: 2 }),
    plot('A2', rectangle(50, 0, 50, 50), { farMax: 2 }),
    plot('=C', rectangle(300, 0, 50, 50)),
  ],
});
const comparison = comparePlansWhole(BEFORE, AFTER);

test('writes a row per changed plot with before, after and difference, then the sums; a formula in a number is defused', () => {
  const rows = [...comparisonCsvPieces(comparison, readingMessagesOf('en').comparison)].join('').split('\r\n');
  expect(rows[0]).toContain('Change,Plot before,Plot after,Phase,Key areas,"FAR limit, before"');
  expect(rows.find((row) => row.startsWith('split,A,A1 A2,,,2,'))).toBeDefined();
  expect(rows.find((row) => row.startsWith("added,,'=C,"))).toBeDefined();
  expect(rows.find((row) => row.startsWith('Total,2,3,1,'))).toBeDefined();
});

test('writes a sheet of plots and one of sums whose numbers are numbers', () => {
  const [plots, sums] = comparisonSheets(comparison, readingMessagesOf('en'), (_, id) => id);
  const far = plots?.heading.indexOf('FAR limit, before') ?? -1;
  expect(plots?.rows.find(([kind]) => kind === 'split')?.[far]).toBe(2);
  expect(plots?.rows).toHaveLength(comparison.plots.length);
  expect(sums?.rows.at(-1)?.slice(0, 4)).toEqual(['Total', 2, 3, 1]);
  for (const { heading, rows } of [plots, sums].flatMap((sheet) => sheet ?? []))
    for (const row of rows) expect(row).toHaveLength(heading.length);
});

test('writes the changed plots as GeoJSON: new outlines, the old one of a removed plot', () => {
  const { features } = JSON.parse([...comparisonGeojsonPieces(comparison, BEFORE, AFTER)].join(''));
  expect(features.map((one: { id: string; properties: { kind: string } }) => [one.id, one.properties.kind])).toEqual([
    ['=C', 'added'],
    ['A1', 'split'],
    ['A2', 'split'],
    ['B', 'removed'],
  ]);
  expect(features.at(-1).geometry).toEqual(BEFORE.layers.plots[1]?.geometry);
});

test('writes files of thousands of changes piece by piece, each change once', () => {
  const many = Array.from({ length: 1201 }, (_, index) => plot(`M-${index}`, rectangle(index * 50, 0, 40, 50)));
  const large = comparePlansWhole(BEFORE, planOf({ plots: [...BEFORE.layers.plots, ...many] }));
  const expected = many.map(({ id }) => id).sort();
  const geojson = [...comparisonGeojsonPieces(large, BEFORE, planOf({ plots: many }))];
  expect(geojson.length).toBeGreaterThan(4);
  const { features } = JSON.parse(geojson.join(''));
  expect(features.map(({ id }: { id: string }) => id).sort()).toEqual(expected);
  const csv = [...comparisonCsvPieces(large, readingMessagesOf('en').comparison)].join('');
  expect([...csv.matchAll(/M-\d+/g)].map(([id]) => id).sort()).toEqual(expected);
  expect(csv.lastIndexOf('\ufeff')).toBe(0);
  expect(JSON.parse([...comparisonGeojsonPieces({ ...large, plots: [] }, BEFORE, AFTER)].join('')).features).toEqual(
    [],
  );
});
