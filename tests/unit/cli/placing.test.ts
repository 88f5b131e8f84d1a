import { describe, expect, test } from 'vitest';
import { createProjection } from '../../../src/core/measure/index.ts';
import { writePlan } from '../../../src/core/read/write_plan.ts';
import { PARK, run } from '../../support/command_line.ts';
import { plot, polygon, rectangle } from '../../support/sample_plan.ts';

const projection = createProjection('EPSG:4548');
/** A local grid of the samples' ground, turned by 30°. */
function local(at: readonly number[]): [number, number] {
  const [east = 0, north = 0] = projection?.forward(at) ?? [];
  const [x, y] = [east - 508_900, north - 3_522_900];
  return [x * Math.cos(0.5) + y * Math.sin(0.5), -x * Math.sin(0.5) + y * Math.cos(0.5)];
}
const OWN = [
  plot('A', rectangle(0, 0, 50, 50)),
  plot('B', rectangle(60, 0, 50, 50)),
  plot('C', polygon([0, 60], [70, 60], [80, 130], [10, 140])),
];
const localFile = (rename: (id: string) => string) => fileAt(local, rename);
const fileAt = (place: (at: readonly number[]) => number[], rename: (id: string) => string, members: object = {}) =>
  JSON.stringify({
    type: 'FeatureCollection',
    ...members,
    features: OWN.map(({ id, geometry, properties }) => ({
      type: 'Feature',
      id: rename(id),
      properties: { ...properties, layer: 'plots' },
      geometry: {
        type: geometry.type,
        coordinates: (geometry.coordinates as number[][][]).map((ring) => ring.map((at) => place(at))),
      },
    })),
  });
const inPark = Object.fromEntries(
  writePlan({ ...PARK, layers: { ...PARK.layers, plots: OWN } }).map(({ name, text }) => [`park/${name}`, text]),
);
const [SW, SE, NE] = [
  [0, 0],
  [400, 0],
  [400, 300],
].map(([x = 0, y = 0]) => projection?.inverse([509_000 + x, 3_523_000 + y]) ?? [0, 0]);
const csv = [SW, SE, NE].map((at = [0, 0]) => [...local(at), ...at].join(',')).join('\n');

function farthestMetres(written: string | undefined): number {
  const { features } = JSON.parse(written ?? '{"features":[]}') as {
    features: { geometry: { coordinates: number[][][] } }[];
  };
  expect(features).toHaveLength(3);
  return Math.max(
    ...features.flatMap(({ geometry }, index) =>
      geometry.coordinates.flat().map((at, place) => {
        const own = (OWN[index]?.geometry.coordinates as number[][][] | undefined)?.flat()[place] ?? [];
        return Math.hypot((at[0] ?? 0) - (own[0] ?? 0), (at[1] ?? 0) - (own[1] ?? 0)) * 111_000;
      }),
    ),
  );
}

describe('a file in a local grid on the command line', () => {
  test('is asked about with its evidence, and placed by the plan on consent', async () => {
    const files = { ...inPark, 'plots.json': localFile((id) => id) };
    const words = ['convert', 'plots.json', '--plan', 'park', '--out', 'x.geojson', '--language', 'en'];
    const asked = await run(words, files);
    expect([asked.status, asked.written.size]).toEqual([2, 0]);
    expect(asked.error).toContain('3 of its features are the plan’s too (rotation 28.6479°');
    expect(asked.error).toContain('--place-by-plan');
    const placed = await run([...words, '--place-by-plan'], files);
    expect(placed.status).toBe(0);
    expect(placed.out).toMatch(
      /converted to degrees from a local grid \(chosen\); rotation .* to CGCS2000.*EPSG:4548; by 3 features/,
    );
    expect(farthestMetres(placed.written.get('x.geojson'))).toBeLessThan(0.01);
  });

  test('is placed by control points where the plan does not help', async () => {
    const files = { 'plots.json': localFile((id) => `new-${id}`), 'points.csv': csv };
    const words = ['convert', 'plots.json', '--out', 'x.geojson', '--control-points', 'points.csv'];
    const { status, written } = await run(words, files);
    expect(status).toBe(0);
    expect(farthestMetres(written.get('x.geojson'))).toBeLessThan(0.01);
  });

  test('control points leave alone what says itself where it lies, and tables', async () => {
    const crs = { type: 'name', properties: { name: 'EPSG:4548' } };
    const declared = fileAt(
      (at) => projection?.forward(at) ?? [],
      (id) => `new-${id}`,
      { crs },
    );
    const files = { 'plots.json': declared, 'far.csv': '地块编号,容积率\nnew-A,2.5\n', 'points.csv': csv };
    const words = ['convert', 'plots.json', 'far.csv', '--out', 'x.geojson', '--control-points', 'points.csv'];
    const { status, written, error } = await run(words, files);
    expect([status, error]).toEqual([0, '']);
    expect(farthestMetres(written.get('x.geojson'))).toBeLessThan(0.01);
  });

  test.each([
    ['1,2,117.1,31.8', '至少要有两个控制点'],
    ['1,2,508000,3523000\n3,4,508100,3523000', '请用 --crs 指明'],
    ['1,2,117.1,31.8\n5,6', '第 2 行'],
  ])('is not placed by points that say too little: %j', async (text, said) => {
    const files = { 'plots.json': localFile((id) => id), 'points.csv': text };
    const { status, error } = await run(['check', 'plots.json', '--control-points', 'points.csv'], files);
    expect([status, error]).toEqual([2, expect.stringContaining(said)]);
  });
});
