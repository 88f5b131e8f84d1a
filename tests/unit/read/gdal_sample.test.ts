import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { LAYER_IDS, type Plan } from '../../../src/core/plan/types.ts';
import { emptyLayers } from '../../../src/core/read/read_plan.ts';
import { readUpdate } from '../../../src/core/read/read_update.ts';
import { planDifferences } from '../../support/plan_differences.ts';
import { readFolderPlan } from '../../support/plans.ts';

/*
 * Stands in for `gdal_round_trip.test.ts` where `ogr2ogr` is absent: a few features of each layer as GDAL 3.6 wrote them
 * (`tests/data/formats/make_round_trip.ts`).
 */
const SAMPLE = readFolderPlan('tests/data/formats/round_trip');
const NOTHING: Plan = { manifest: SAMPLE.manifest, layers: emptyLayers() };

function archive(name: string) {
  return {
    name,
    bytes: new Uint8Array(readFileSync(new URL(`../../data/formats/round_trip/${name}`, import.meta.url))),
  };
}

describe('a few features of each layer, as GDAL wrote them, are the same', () => {
  test.each([
    ['geopackage-4548.zip', 'EPSG:4548'],
    ['flatgeobuf-4527.zip', 'EPSG:4527'],
    ['geojson-32650.zip', 'EPSG:32650'],
  ])('in %s', async (name, crs) => {
    const { candidate, layers, sources } = await readUpdate(NOTHING, [archive(name)], 'replace');
    expect(layers).toEqual(LAYER_IDS);
    expect(new Set(sources.map(({ coordinates }) => coordinates?.crs))).toEqual(new Set([crs]));
    expect(candidate && planDifferences(SAMPLE, candidate, LAYER_IDS)).toEqual([]);
  });

  test('in shapefiles-4498.zip, but for bands that 254 bytes do not hold', async () => {
    const choices = { 'shapefiles-4498.zip/zones.shp': { fields: { heightBand: null } } };
    const { candidate, layers } = await readUpdate(SAMPLE, [archive('shapefiles-4498.zip')], 'replace', { choices });
    const written = LAYER_IDS.filter((layer) => layer !== 'metro');
    expect(layers).toEqual(written);
    const without = ['heightBands', 'heightBand'];
    expect(candidate && planDifferences(SAMPLE, candidate, written, without)).toEqual([]);
  });
});

test('what differs between two plans is told to the millimetre and to the field', () => {
  const [plot, ...plots] = SAMPLE.layers.plots;
  if (!plot) throw new Error('the sample has plots');
  const changed = (update: object): Plan => ({
    ...SAMPLE,
    layers: { ...SAMPLE.layers, plots: [{ ...plot, ...update }, ...plots] },
  });
  const move = (metres: number) => {
    const { coordinates } = structuredClone(plot.geometry);
    const vertex = coordinates.flat()[1] as number[];
    vertex[1] = (vertex[1] ?? 0) + metres / 111_000;
    return { geometry: { ...plot.geometry, coordinates } };
  };
  const of = (update: object) => planDifferences(SAMPLE, changed(update), ['plots']);
  expect(of(move(0.0009))).toEqual([]);
  expect(of(move(0.0012))).toEqual([`plots/${plot.id}: a vertex of a ring lies off`]);
  expect(of({ properties: { ...plot.properties, farMax: 9.9, extra: null } })).toHaveLength(2);
  expect(of({ id: 'other' })).toEqual([`plots/${plot.id}: missing`, 'plots/other: added']);
});
