import { describe, expect, test } from 'vitest';
import { toGcj02 } from '../../../src/core/read/coordinates/map_shift.ts';
import { writePlan } from '../../../src/core/read/write_plan.ts';
import { run } from '../../support/command_line.ts';
import { type Change, type Degrees, exportedFeatures, PLAN, project } from '../../support/exported_plots.ts';

const folder = Object.fromEntries(writePlan(PLAN).map(({ name, text }) => [`own/${name}`, text]));
const written = (change: Change) =>
  JSON.stringify({ type: 'FeatureCollection', features: exportedFeatures(change).slice(0, 60) });
const gk = project('EPSG:4548');
const farthestDegrees = (text: string | undefined): number => {
  const own = new Map(PLAN.layers.plots.map(({ id, geometry }) => [id, geometry.coordinates.flat(9) as number[]]));
  const { features } = JSON.parse(text ?? '{"features":[]}') as {
    features: { id: string; geometry: { coordinates: unknown[] } }[];
  };
  if (features.length === 0) return Number.POSITIVE_INFINITY;
  return Math.max(
    ...features.flatMap(({ id, geometry }) =>
      (geometry.coordinates.flat(9) as number[]).map((value, index) => Math.abs(value - (own.get(id)?.[index] ?? 0))),
    ),
  );
};

describe('park-plan convert, with files that lie beside the plan', () => {
  const argv = ['convert', 'u.json', '--plan', 'own', '--merge', '--out', 'x.geojson', '--language', 'en'];

  test('brings the part that is shifted to its place when told, and says so', async () => {
    const [straight, other] = [exportedFeatures((at) => at), exportedFeatures(toGcj02)];
    const features = straight.map((feature, index) => (index % 2 === 1 ? (other[index] ?? feature) : feature));
    const files = { ...folder, 'u.json': JSON.stringify({ type: 'FeatureCollection', features }) };
    const asIs = await run(argv, files);
    expect(asIs.out).toContain('--place-by-plan');
    expect(farthestDegrees(asIs.written.get('x.geojson'))).toBeGreaterThan(1e-3);
    const { status, out, written: mended } = await run([...argv, '--place-by-plan'], files);
    expect(status).toBe(0);
    expect(out).toContain('restored point by point from GCJ-02');
    expect(farthestDegrees(mended.get('x.geojson'))).toBeLessThan(1e-8);
  });

  test('names projected GCJ-02 that declares no system, and the command it suggests puts it in its place', async () => {
    const files = { ...folder, 'u.json': written((at) => gk(toGcj02(at) as Degrees)) };
    const asked = await run(argv, files);
    expect([asked.status, asked.written.size]).toEqual([2, 0]);
    expect(asked.error).toMatch(
      /60 of its features are the plan’s too and lie 5\d\d m to the east, 2\d\d m to the south of them, as GCJ-02 does/,
    );
    expect(asked.error.trimEnd()).toMatch(/--crs GCJ-02@EPSG:4548$/);
    for (const crs of ['GCJ-02@EPSG:4548', 'gcj02@4548']) {
      const told = await run([...argv, '--crs', crs], files);
      expect([told.status, told.error]).toEqual([0, '']);
      expect(farthestDegrees(told.written.get('x.geojson'))).toBeLessThan(1e-8);
    }
    expect((await run([...argv, '--crs', 'GCJ-02@EPSG:9'], files)).status).toBe(2);
  });

  test('says a small shift in both languages, takes it back by the plan when told, and keeps that as figures', async () => {
    const files = {
      ...folder,
      'u.json': written((at) => {
        const [x = 0, y = 0] = gk(at);
        return [x + 1.6, y - 2.3];
      }),
    };
    const asIs = await run([...argv, '--crs', '4548'], files);
    expect(asIs.out).toContain('60 of the 60 features');
    expect(asIs.out).toContain('1.6 m to the east, 2.3 m to the south');
    const corrected = await run([...argv, '--place-by-plan'], files);
    expect(farthestDegrees(corrected.written.get('x.geojson'))).toBeLessThan(3e-8);
    expect(corrected.out).toContain(
      'then shifted within EPSG:4548: −1.600 m east, +2.300 m north; by 60 features of the same number',
    );
    const chinese = await run([...argv, '--place-by-plan', '--language', 'zh-CN'], files);
    expect(chinese.out).toContain('再在 EPSG:4548 平面内平移：东 −1.600 m、北 +2.300 m，依据 60 个同号要素');
    const [entry] = JSON.parse(corrected.written.get('x.geojson') ?? '{}').history;
    expect(entry.coordinates).toMatchObject([{ source: 'u.json', crs: 'EPSG:4548', transform: { a: 1, b: 0 } }]);
  });
});
