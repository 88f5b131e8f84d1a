import { expect, test } from 'vitest';
import { readUpdate } from '../../../src/core/read/read_update.ts';
import { file, planOf, plot, rectangle } from '../../support/sample_plan.ts';

const SHAPES = [rectangle(0, 0, 100, 100), rectangle(200, 0, 100, 100)];
const PLAN = planOf({ plots: SHAPES.map((shape, index) => plot(`A-${index + 1}`, shape)) });
const ringOf = (index: number) => SHAPES[index]?.coordinates[0] as number[][];

async function read(geometries: readonly unknown[], name = '地块.geojson') {
  const features = geometries.map((geometry, index) => ({
    type: 'Feature',
    properties: { 地块编号: `A-${index + 1}` },
    geometry,
  }));
  const { candidate, diagnostics } = await readUpdate(
    PLAN,
    [file(name, JSON.stringify({ type: 'FeatureCollection', features }))],
    'merge',
  );
  const told = diagnostics.filter(({ severity }) => severity !== 'info').map(({ code, data }) => [code, data.count]);
  return { told, plots: candidate?.layers.plots.map(({ geometry }) => geometry) };
}

test('a plot’s border that comes back to its beginning is its area, whichever way it runs, and that is told', async () => {
  const { told, plots } = await read([
    { type: 'LineString', coordinates: [...ringOf(0)].reverse() },
    { type: 'MultiLineString', coordinates: [ringOf(1)] },
  ]);
  expect(told).toEqual([['lines-closed', 2]]);
  expect(plots).toEqual(SHAPES);
});

test.each([
  ['an open line', { type: 'LineString', coordinates: ringOf(0).slice(0, -1) }],
  ['two lines', { type: 'MultiLineString', coordinates: [ringOf(0), ringOf(1)] }],
  ['a line there and back', { type: 'LineString', coordinates: [...ringOf(0).slice(0, 2), ringOf(0)[0]] }],
])('%s is none', async (_, geometry) => {
  const { told, plots } = await read([geometry]);
  expect(told).toEqual([['geometry-type-not-allowed', undefined]]);
  expect(plots).toBeUndefined();
});

test('a ring road stays a line', async () => {
  const road = {
    type: 'Feature',
    id: 'R',
    properties: { layer: 'roads' },
    geometry: { type: 'LineString', coordinates: ringOf(0) },
  };
  const text = JSON.stringify({ type: 'FeatureCollection', features: [road] });
  const { candidate } = await readUpdate(PLAN, [file('道路.geojson', text)], 'merge');
  expect(candidate?.layers.roads.map(({ geometry }) => geometry.type)).toEqual(['LineString']);
});
