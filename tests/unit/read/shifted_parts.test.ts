import { describe, expect, test } from 'vitest';
import { toBd09, toGcj02 } from '../../../src/core/read/coordinates/map_shift.ts';
import { historyEntryOf } from '../../../src/core/read/history_entry.ts';
import { conversionLine } from '../../../src/messages/conversion_text.ts';
import { loadReadingMessages } from '../../../src/messages/reading.ts';
import {
  type Change,
  type Degrees,
  exportedFeatures,
  farthestMetres,
  named,
  project,
  readPlots,
} from '../../support/exported_plots.ts';
import { file, planOf, plot, rectangle } from '../../support/sample_plan.ts';

const gk = project('EPSG:4548');
const asIs: Change = (at) => at;
const mixed = (change: Change, other: Change, isOther: (index: number) => boolean) => {
  const [straight, shifted] = [exportedFeatures(change), exportedFeatures(other)];
  return straight.map((feature, index) => (isOther(index) ? (shifted[index] ?? feature) : feature));
};
const fileOf = (features: readonly unknown[], extra: object = {}) =>
  file('plots.geojson', { type: 'FeatureCollection', ...extra, features });
const isOdd = (index: number) => index % 2 === 1;

describe('the part of a file that is shifted', () => {
  test.each([
    ['GCJ-02 among degrees', mixed(asIs, toGcj02, isOdd), {}],
    ['GCJ-02 in a plane', mixed(gk, (at) => gk(toGcj02(at) as Degrees), isOdd), named('EPSG:4548')],
    ['GCJ-02 and BD-09, and nothing in place', mixed(toGcj02, (at) => toBd09(at), isOdd), {}],
    [
      'an older datum’s',
      mixed(
        gk,
        (at) => {
          const [x = 0, y = 0] = gk(at);
          return [x + 112, y - 15];
        },
        isOdd,
      ),
      named('EPSG:4548'),
    ],
  ] as const)('is brought to its place on a person’s word, the rest is left alone: %s', async (_, features, extra) => {
    const before = await readPlots(fileOf(features, extra));
    expect(before.coordinates?.partly?.length).toBeGreaterThan(0);
    expect(farthestMetres(before.candidate)).toBeGreaterThan(100);
    const { candidate, coordinates, codes, sources } = await readPlots(fileOf(features, extra), { correctParts: true });
    expect(farthestMetres(candidate)).toBeLessThan(0.01);
    expect(coordinates?.partly).toBeUndefined();
    expect(codes).not.toContain('coordinates-part-open');
    const parts = coordinates?.correctedParts ?? [];
    const count = parts.reduce((sum, one) => sum + one.count, 0);
    expect(count).toBe(parts.length === 2 ? features.length : Math.floor(features.length / 2));
    const [entry] = historyEntryOf('2026-01-01', [], sources).coordinates ?? [];
    expect(entry).toMatchObject({ source: 'plots.geojson', parts });
    for (const language of ['zh-CN', 'en'] as const) {
      await loadReadingMessages(language);
      const line = entry ? conversionLine(entry, language) : '';
      expect(line).toContain(String(parts[0]?.count));
      expect(line).not.toMatch(/[{}]/);
    }
  });

  test('leaves what the plan does not have where it is, and names it', async () => {
    const unknown = exportedFeatures(toGcj02, (id) => `new-${id}`).slice(0, 2);
    const moved = unknown.map(({ geometry, ...rest }, index) => ({
      ...rest,
      geometry: { ...geometry, coordinates: rectangle(117.05 + index / 1000, 31.9, 0.0005, 0.0003).coordinates },
    }));
    const { diagnostics } = await readPlots(fileOf([...mixed(asIs, toGcj02, isOdd), ...moved]), { correctParts: true });
    const [open] = diagnostics.filter(({ code }) => code === 'coordinates-part-open');
    expect(open).toMatchObject({ severity: 'warning', data: { count: 2, features: moved.map(({ id }) => id) } });
  });

  test('does nothing to a file that lies in its place', async () => {
    const { candidate, coordinates, codes } = await readPlots(fileOf(exportedFeatures(asIs)), { correctParts: true });
    expect(farthestMetres(candidate)).toBe(0);
    expect(coordinates?.correctedParts).toBeUndefined();
    expect(codes.filter((code) => code.startsWith('coordinates-'))).toEqual([]);
  });
});

describe('a small part of a large file', () => {
  const COUNT = 6000;
  const shapes = Array.from({ length: COUNT }, (_, index) =>
    rectangle((index % 80) * 50, Math.floor(index / 80) * 50, 40, 30 + (index % 7)),
  );
  const plan = planOf({ plots: shapes.map((shape, index) => plot(`P${index}`, shape)) });
  const shifted = (from: number, count: number) =>
    fileOf(
      shapes.map((shape, index) => ({
        type: 'Feature',
        id: `P${index}`,
        properties: { layer: 'plots' },
        geometry:
          index >= from && index < from + count
            ? { ...shape, coordinates: shape.coordinates.map((ring) => ring.map((at) => toGcj02(at as Degrees))) }
            : shape,
      })),
    );

  test('is seen, each of its features told, and brought to its place', async () => {
    // Fewer than any sample of 2,000 would have to hold to notice them.
    const input = shifted(3001, 30);
    const { coordinates } = await readPlots(input, {}, plan);
    expect(coordinates?.partly).toMatchObject([{ data: { crs: 'GCJ-02', count: 30, compared: COUNT } }]);
    const { candidate } = await readPlots(input, { correctParts: true }, plan);
    const numbersOf = (geometry: { coordinates: unknown[] } | undefined) =>
      (geometry?.coordinates.flat(9) ?? []) as number[];
    const [own, read] = [shapes[3001], candidate?.layers.plots[3001]?.geometry].map(numbersOf);
    expect(read).toEqual(own?.map((value) => expect.closeTo(value, 9)));
  });

  test('of a few features is no part', async () => {
    const { coordinates } = await readPlots(shifted(3001, 4), {}, plan);
    expect(coordinates?.partly).toBeUndefined();
  });
});
