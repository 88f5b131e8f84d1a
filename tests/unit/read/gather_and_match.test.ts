import { describe, expect, test } from 'vitest';
import { followCoordinates } from '../../../src/core/read/coordinates/follow_coordinates.ts';
import { gatherPositions } from '../../../src/core/read/coordinates/gather.ts';
import { SignatureIndex, signatureOf } from '../../../src/core/read/coordinates/shape_signature.ts';
import { DiagnosticLog } from '../../../src/core/read/diagnostic_log.ts';
import type { SoundFeature } from '../../../src/core/read/geojson/check_structure.ts';

const line = (coordinates: number[][]): SoundFeature => ({
  type: 'Feature',
  id: undefined,
  properties: {},
  geometry: { type: 'LineString', coordinates },
});

describe('what is gathered of a source', () => {
  // More positions than are sampled: three of them for every metre of a square, in an order of their own.
  const count = 150_000;
  const places = Array.from({ length: count }, (_, index) => [
    (index * 7919) % 50_000,
    3_000_000 + ((index * 104_729) % 50_000),
  ]);

  test('is the middle and a sample of the whole, however many positions there are', () => {
    const { middle, sample } = gatherPositions([line(places)]);
    expect(Math.abs(middle[0] - 25_000)).toBeLessThan(500);
    expect(Math.abs(middle[1] - 3_025_000)).toBeLessThan(500);
    expect(sample.length / 2).toBeLessThanOrEqual(8192);
    expect(sample.length / 2).toBeGreaterThan(4096);
    const xs = sample.filter((_, index) => index % 2 === 0);
    expect([Math.min(...xs) < 500, Math.max(...xs) > 49_500]).toEqual([true, true]);
    expect([...sample.filter((_, index) => index % 2 === 1)].every((y) => y >= 3_000_000)).toBe(true);
  });

  test('is a hull that holds all of it, closed, and leaves out a stray', () => {
    const { outline, middle } = gatherPositions([line([...places, [0, 0], [1e9, -1e9]])]);
    expect(outline[0]).toEqual(outline.at(-1));
    const xs = outline.map(([x]) => x);
    const ys = outline.map(([, y]) => y);
    expect([Math.min(...xs) < 250, Math.max(...xs) > 49_750, Math.max(...xs) < 51_000]).toEqual([true, true, true]);
    expect([Math.min(...ys), Math.max(...ys)]).toEqual([3_000_000, 3_049_999]);
    expect(Math.abs(middle[0] - 25_000)).toBeLessThan(500);
  });

  test('is nothing for a source without positions, and one place for a point', () => {
    expect(gatherPositions([]).outline).toEqual([]);
    expect(gatherPositions([]).middle).toEqual([Number.NaN, Number.NaN]);
    const point = { ...line([]), geometry: { type: 'Point' as const, coordinates: [5, 6] } };
    expect(gatherPositions([point])).toMatchObject({
      middle: [5, 6],
      outline: [
        [5, 6],
        [5, 6],
      ],
    });
  });
});

describe('shapes', () => {
  const plain = () => [1, 1] as const;
  const shape = (ring: number[][]) => {
    const found = signatureOf({ type: 'Polygon', coordinates: [[...ring, ring[0] ?? []]] }, plain);
    if (!found) throw new Error('no shape');
    return found;
  };
  const ring = [
    [0, 0],
    [90, 5],
    [120, 60],
    [40, 80],
  ];
  const moved = (degrees: number, mirror: 1 | -1, start: number) => {
    const turn = (degrees * Math.PI) / 180;
    const turned = ring.map(([x = 0, y = 0]) => [
      509_000 + x * Math.cos(turn) - mirror * y * Math.sin(turn),
      3_523_000 + x * Math.sin(turn) + mirror * y * Math.cos(turn),
    ]);
    return [...turned.slice(start), ...turned.slice(0, start)];
  };

  test('are found again shifted, turned, mirrored, and begun at another vertex', () => {
    const index = new SignatureIndex([{ signature: shape(ring), value: 'own' }]);
    for (const [degrees, mirror, start] of [
      [0, 1, 0],
      [37, 1, 2],
      [200, -1, 3],
    ] as const)
      expect(index.uniqueOf(shape(moved(degrees, mirror, start)))).toBe('own');
  });

  test('that differ by two metres, or that several have, are not found', () => {
    const own = { signature: shape(ring), value: 'own' };
    expect(
      new SignatureIndex([own]).uniqueOf(
        shape([
          [0, 0],
          [90, 5],
          [120, 62],
          [40, 80],
        ]),
      ),
    ).toBeUndefined();
    const twice = new SignatureIndex([own, { signature: shape(moved(90, 1, 1)), value: 'other' }]);
    expect(twice.uniqueOf(shape(ring))).toBeUndefined();
  });
});

test('a part of a drawing is placed by the transform of its first part', () => {
  const transform = { plane: 'EPSG:4548', a: 0, b: 1, eastMetres: 509_000, northMetres: 3_523_000 };
  const coordinates = { state: 'converted', swapped: false, how: 'chosen', candidates: [], transform } as const;
  const part = line([
    [10, 20],
    [30, 40],
  ]);
  const source = { name: 'roads', file: 'a.dxf', format: 'dxf', features: [], pointerOf: () => '' } as const;
  const leading = { name: 'plots', coordinates: { ...coordinates, candidates: [] } };
  const report = followCoordinates(leading, { ...source, features: [] }, [part], new DiagnosticLog('a.dxf'));
  expect(report).toMatchObject({ state: 'converted', follows: 'plots', transform });
  const [first] = part.geometry.coordinates as number[][];
  expect(first?.[0]).toBeCloseTo(117.0948, 3);
  expect(first?.[1]).toBeCloseTo(31.831, 2);
});
