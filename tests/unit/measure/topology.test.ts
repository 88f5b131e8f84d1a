import { describe, expect, test } from 'vitest';
import { createProjection } from '../../../src/core/measure/index.ts';
import { type Rings, ringsOf, sharedRegion } from '../../../src/core/measure/overlay.ts';
import {
  createFeatureIndex,
  createPlaneLayer,
  findGapRings,
  findNearMisses,
  findOpenEdges,
  findOverlapPairs,
  findRingCrossings,
  type OpenEdges,
  SQUARE_UNITS_PER_SQUARE_METRE,
  sharedAreaSquareUnits,
} from '../../../src/core/measure/topology/index.ts';
import type { MultiPolygon, Polygon } from '../../../src/core/plan/types.ts';
import { drain } from '../../support/drain.ts';
import { polygon, rectangle } from '../../support/sample_plan.ts';

const found = createProjection('EPSG:4548');
if (!found) throw new Error('The samples are drawn on EPSG:4548');
const projection = found;
function openEdgesOf(...shapes: Polygon[]): OpenEdges {
  return drain(findOpenEdges(createPlaneLayer(shapes, projection)));
}
function crossingsOf(shape: Polygon): string[] {
  return drain(findRingCrossings(createPlaneLayer([shape], projection))).map(({ kind }) => kind);
}

describe('a layer on the plane', () => {
  test('has one node for vertices within a millimetre, and two for those two millimetres apart', () => {
    const layer = (gap: number) =>
      createPlaneLayer([rectangle(0, 0, 10, 10), rectangle(10 + gap, 0, 10, 10)], projection);
    expect(layer(0.0007).nodeCount).toBe(6);
    expect(layer(0.002).nodeCount).toBe(8);
  });

  test('leaves out what is no number, and rings that bound nothing', () => {
    const broken: Polygon = {
      type: 'Polygon',
      coordinates: [
        [
          [Number.NaN, 31],
          [117, Number.POSITIVE_INFINITY],
          [117, 31],
        ],
      ],
    };
    const empty: Polygon = { type: 'Polygon', coordinates: [] };
    const layer = createPlaneLayer([broken, empty, rectangle(0, 0, 10, 10)], projection);
    expect([layer.vertexCount, layer.collapsed]).toEqual([4, [0, expect.any(Number)]]);
    expect([...layer.featureRing]).toEqual([0, 0, 0, 1]);
  });
});

describe('open edges', () => {
  test('are the outline of what neighbours cover together', () => {
    expect(openEdgesOf(rectangle(0, 0, 10, 10), rectangle(10, 0, 10, 10)).count).toBe(6);
  });

  test('are cut where a neighbour has a vertex more', () => {
    const open = openEdgesOf(rectangle(0, 0, 10, 10), rectangle(10, 0, 10, 5), rectangle(10, 5, 10, 5));
    // The left side, two below, two above, and the right side in two.
    expect(open.count).toBe(7);
  });

  test('are cut where they cross', () => {
    const open = openEdgesOf(rectangle(0, 0, 10, 10), rectangle(5, 5, 10, 10));
    expect(open.count).toBe(12);
    expect(open.nodeCount).toBe(10);
  });
});

describe('overlaps', () => {
  test('are found of edges that lie in a heap and are not cut', () => {
    const heap = Array.from({ length: 1200 }, (_, place) => rectangle(0.4 + place / 4000, 0.4, 1, 1));
    // Their edges are long, and nothing lies beside the middle of any.
    const bars = [rectangle(-50, 0.1, 70, 0.2), rectangle(0.1, -50, 0.2, 70)];
    const layer = createPlaneLayer([...bars, ...heap], projection);
    const open = drain(findOpenEdges(layer));
    expect([...open.uncut]).toContain(0);
    const overlaps = (mostMeasured: number) =>
      drain(
        findOverlapPairs(layer, createFeatureIndex(layer.boxes), open, {
          toleranceSquareUnits: 0.01 * SQUARE_UNITS_PER_SQUARE_METRE,
          mostPairs: 1,
          mostMeasured,
          unsound: new Set(),
          copies: new Set(),
          measureShared: (first, second) => sharedAreaSquareUnits(layer, first, layer, second),
        }),
      );
    const all = (1200 * 1199) / 2 + 1;
    const { pairs, ...counted } = overlaps(Number.POSITIVE_INFINITY);
    expect(counted).toEqual({ count: all, isCut: false });
    expect(pairs).toHaveLength(1);

    const { count, isCut } = overlaps(10_000);
    expect(isCut).toBe(true);
    expect(count).toBeGreaterThan(1000);
    expect(count).toBeLessThan(all / 10);
  });
});

describe('vertices that one of two neighbours lacks', () => {
  const told = (...shapes: Polygon[]) =>
    openEdgesOf(...shapes).unmatched.map(({ lacking, having, nodes }) => [lacking, having, nodes.length]);
  const long = rectangle(0, 0, 10, 40);
  const finely = polygon([10, 0], [20, 0], [20, 40], [10, 40], [10, 30], [10, 20], [10, 10]);

  test('are counted border by border', () => {
    expect(told(long, finely)).toEqual([[0, 1, 3]]);
    expect(told(finely, long)).toEqual([[1, 0, 3]]);
  });

  test('are none where a third feature or open ground begins', () => {
    expect(told(long, rectangle(10, 0, 10, 20), rectangle(10, 20, 10, 20))).toEqual([]);
    expect(told(long, rectangle(10, 10, 10, 10))).toEqual([]);
  });

  test('are told beside a corner of a third, which is none', () => {
    const upper = polygon([10, 20], [20, 20], [20, 40], [10, 40], [10, 30]);
    expect(told(long, rectangle(10, 0, 10, 20), upper)).toEqual([[0, 2, 1]]);
  });

  test('are not told where features lie upon each other', () => {
    expect(told(long, finely, finely)).toEqual([]);
    expect(told(long, rectangle(2, 0, 8, 40), finely)).toEqual([]);
  });

  test('are told of the outline of a hole and of what fills it', () => {
    const holed: Polygon = {
      type: 'Polygon',
      coordinates: [...rectangle(0, 0, 40, 40).coordinates, ...rectangle(10, 10, 10, 10).coordinates],
    };
    const filling = polygon([10, 10], [15, 10], [20, 10], [20, 20], [10, 20]);
    expect(told(holed, filling)).toEqual([[0, 1, 1]]);
  });
});

describe('gap rings', () => {
  const around = [
    rectangle(0, 0, 30, 10),
    rectangle(20, 10, 10, 20),
    rectangle(0, 20, 20, 10),
    rectangle(0, 10, 10, 10),
  ];
  test('go round ground that features enclose and none covers', () => {
    const [gap, ...others] = findGapRings(openEdgesOf(...around), 0);
    expect(others).toEqual([]);
    expect(gap?.features).toEqual([0, 1, 2, 3]);
    expect((gap?.areaSquareUnits ?? 0) / SQUARE_UNITS_PER_SQUARE_METRE).toBeCloseTo(100, 6);
  });

  test('find the lobe that is open, not the one covered twice, where a border crosses its neighbour’s', () => {
    const left = polygon([0, 0], [10, 0], [12, 5], [8, 15], [10, 20], [0, 20]);
    const right = polygon([10, 0], [20, 0], [20, 20], [10, 20]);
    const gaps = findGapRings(openEdgesOf(left, right), 0);
    expect(gaps.map(({ areaSquareUnits }) => Math.round(areaSquareUnits / SQUARE_UNITS_PER_SQUARE_METRE))).toEqual([
      10,
    ]);
  });

  test('are none where everything is covered', () => {
    expect(findGapRings(openEdgesOf(...around, rectangle(10, 10, 10, 10)), 0)).toEqual([]);
  });
});

describe('near misses', () => {
  test('are told for the last vertex of a layer too', () => {
    const layer = createPlaneLayer([rectangle(200, 125, 75, 50), rectangle(200.03, 175, 50, 50)], projection);
    const [miss, ...others] = drain(findNearMisses(layer, drain(findOpenEdges(layer)), 1000));
    expect(others).toEqual([]);
    expect([miss?.first, miss?.second, Math.round(miss?.distanceUnits ?? 0)]).toEqual([0, 1, 300]);
    // Either corner lies three centimetres beside the other's side.
    expect(miss?.spots).toHaveLength(4);
  });
});

describe('crossings within a feature', () => {
  const long = (count: number, change: (index: number) => number = () => 0) =>
    polygon(
      ...Array.from({ length: count }, (_, index): [number, number] => {
        const angle = (2 * Math.PI * index) / count;
        const radius = 500 + (index % 2) + change(index);
        return [radius * Math.cos(angle), radius * Math.sin(angle)];
      }),
    );
  test('are found in a ring of 5,000 vertices, and none where there is none', () => {
    expect(crossingsOf(long(5000))).toEqual([]);
    expect(crossingsOf(long(5000, (index) => (index === 1700 ? -1100 : 0)))).toContain('self-crossing');
  });

  test('are told by what crosses', () => {
    const hole = (corners: readonly (readonly [number, number])[]): Polygon => ({
      type: 'Polygon',
      coordinates: [...rectangle(0, 0, 100, 100).coordinates, ...polygon(...corners).coordinates],
    });
    expect(
      crossingsOf(
        hole([
          [90, 40],
          [90, 60],
          [110, 60],
          [110, 40],
        ]),
      ),
    ).toEqual(['hole-outer']);
    expect(
      crossingsOf(
        hole([
          [40, 40],
          [60, 60],
          [60, 40],
          [40, 60],
        ]),
      ),
    ).toEqual(['self-crossing']);
  });
});

describe('regions', () => {
  const layer = createPlaneLayer([rectangle(0, 0, 10, 10)], projection);
  test.each<[string, Rings]>([
    ['there and back along a side', [[0, 0, 1_750_004, 0, 2_000_000, 1_000_000, 500_000, 0, 250_000, 0]]],
    ['beyond its beginning', [[0, 0, -500_000, 0, 1_000_000, 0, -250_000, 1_500_004, 250_000, 0]]],
    ['nothing but there and back', [[0, 0, 500_000, 0, 250_000, 0]]],
  ])('come to an end for a ring that goes %s', (_, rings) => {
    const region = sharedRegion(layer, rings, [[-1e7, -1e7, 1e7, -1e7, 1e7, 1e7, -1e7, 1e7]]);
    expect(region?.areaSquareUnits ?? 0).toBeGreaterThanOrEqual(0);
  });

  test('of several parts come from west to east, whichever shape is given first', () => {
    const square = (x: number, y: number) => [x, y, x + 1e5, y, x + 1e5, y + 1e5, x, y + 1e5];
    const squares = [square(4e5, 0), square(0, 4e5), square(2e5, 2e5), square(6e5, 3e5)];
    const ground = [[-1e6, -1e6, 1e6, -1e6, 1e6, 1e6, -1e6, 1e6]];
    for (const [a, b] of [
      [squares, ground],
      [ground, squares],
      [[...squares].reverse(), ground],
    ] as const) {
      const region = sharedRegion(layer, a, b);
      const { coordinates = [] } = (region?.geometry ?? {}) as Partial<MultiPolygon>;
      const wests = coordinates.map(([ring = []]) => Math.min(...ring.map(([x = 0]) => x)));
      expect(wests).toHaveLength(4);
      expect(wests).toEqual([...wests].sort((one, other) => one - other));
    }
  });

  test('fill both lobes of a bow-tie', () => {
    const bowTie = createPlaneLayer([polygon([0, 0], [100, 100], [100, 0], [0, 100])], projection);
    const rings = ringsOf(bowTie, 0, true);
    expect(rings).toHaveLength(2);
    const [x, y] = [bowTie.boxes[0] ?? 0, bowTie.boxes[1] ?? 0];
    const all = sharedRegion(bowTie, rings, [[x, y, x + 1e6, y, x + 1e6, y + 1e6, x, y + 1e6]]);
    expect((all?.areaSquareUnits ?? 0) / SQUARE_UNITS_PER_SQUARE_METRE).toBeCloseTo(5000, 0);
  });
});
