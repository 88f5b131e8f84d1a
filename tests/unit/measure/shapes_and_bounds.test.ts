import { describe, expect, it } from 'vitest';
import {
  boundsOf,
  boundsOfPlan,
  containsPoint,
  createBoxIndex,
  labelPointOf,
  measureEllipsoidAreaSquareMetres,
  toPlane,
} from '../../../src/core/measure/index.ts';
import { intersectShapes, ShapeError, subtractShapes, uniteShapes } from '../../../src/core/measure/turf_overlay.ts';
import type { Areal, Plan } from '../../../src/core/plan/types.ts';
import { GK117, polygon, rectangle } from './park_shapes.ts';

const area = (geometry: Areal | undefined) => (geometry ? measureEllipsoidAreaSquareMetres(geometry) : 0);

describe('shapes by turf', () => {
  const a = rectangle(0, 0, 100, 100);
  const b = rectangle(60, 0, 100, 100);

  it('intersects, subtracts and unites', () => {
    expect(area(intersectShapes(a, b))).toBeCloseTo(4000, 0);
    expect(area(subtractShapes(a, b))).toBeCloseTo(6000, 0);
    expect(area(uniteShapes([a, b, rectangle(300, 0, 10, 10)]))).toBeCloseTo(16_100, 0);
  });

  it('gives nothing where nothing is left', () => {
    expect(intersectShapes(a, rectangle(500, 0, 10, 10))).toBeUndefined();
    expect(subtractShapes(rectangle(20, 20, 10, 10), a)).toBeUndefined();
    expect(uniteShapes([])).toBeUndefined();
    expect(uniteShapes([a])).toBe(a);
  });

  it('unites a row of neighbours whose shared borders are off by noise', () => {
    let seed = 1;
    const noise = () => {
      seed = (seed * 16807) % 2147483647;
      return (seed / 2147483647 - 0.5) * 2e-9;
    };
    const row = Array.from({ length: 12 }, (_, index): Areal => {
      const cell = rectangle(index * 50, 0, 50, 80);
      return {
        type: 'Polygon',
        coordinates: cell.coordinates.map((ring) => {
          const moved = ring.slice(0, -1).map(([x = 0, y = 0]) => [x + noise(), y + noise()]);
          return [...moved, ...moved.slice(0, 1)];
        }),
      };
    });
    expect(Math.abs(area(uniteShapes(row)) - 600 * 80)).toBeLessThan(1);
  });

  it('says so when a geometry cannot be overlaid', () => {
    const broken: Areal = {
      type: 'Polygon',
      coordinates: [
        [
          [117, 31],
          [Number.NaN, 31],
          [117.1, 31.1],
          [117, 31],
        ],
      ],
    };
    expect(() => intersectShapes(broken, a)).toThrow(ShapeError);
  });
});

describe('label point', () => {
  const isInside = (geometry: Areal) => {
    const point = labelPointOf(geometry);
    if (!point) return false;
    const [x, y] = GK117.forward(point);
    return containsPoint(toPlane(geometry, GK117), x, y);
  };

  it('lies inside an L, a ring around a lake and a thin sliver, whose centres lie outside', () => {
    expect(
      isInside(
        polygon([
          [0, 0],
          [300, 0],
          [300, 20],
          [20, 20],
          [20, 300],
          [0, 300],
        ]),
      ),
    ).toBe(true);
    expect(
      isInside(
        polygon(
          [
            [0, 0],
            [500, 0],
            [500, 500],
            [0, 500],
          ],
          [
            [20, 20],
            [480, 20],
            [480, 480],
            [20, 480],
          ],
        ),
      ),
    ).toBe(true);
    expect(
      isInside(
        polygon([
          [0, 0],
          [400, 398],
          [400, 400],
        ]),
      ),
    ).toBe(true);
  });

  it('is found in slivers far thinner than the precision it is otherwise looked for with', () => {
    for (const width of [20, 5, 1, 0.5])
      expect(
        isInside(
          polygon([
            [0, 0],
            [400, 400 - width],
            [400, 400],
          ]),
        ),
        `${width} m`,
      ).toBe(true);
  });

  it('is the middle of a square and lies in the largest part of a multipolygon', () => {
    const square = rectangle(0, 0, 100, 100);
    const [x, y] = GK117.forward(labelPointOf(square) ?? []);
    expect(Math.hypot(x - 508_050, y - 3_522_050)).toBeLessThan(2);
    const both: Areal = {
      type: 'MultiPolygon',
      coordinates: [rectangle(500, 0, 10, 10).coordinates, square.coordinates],
    };
    expect(GK117.forward(labelPointOf(both) ?? [])[0]).toBeLessThan(508_101);
  });

  it('falls back to a position of a shape without an area, and to nothing without a position', () => {
    expect(
      labelPointOf({
        type: 'Polygon',
        coordinates: [
          [
            [117, 31],
            [117, 31.1],
            [117, 31],
          ],
        ],
      }),
    ).toEqual([117, 31]);
    expect(labelPointOf({ type: 'Polygon', coordinates: [] })).toBeUndefined();
    expect(labelPointOf({ type: 'MultiPolygon', coordinates: [] })).toBeUndefined();
  });
});

describe('bounds', () => {
  it('holds every position of every kind of geometry', () => {
    expect(
      boundsOf([
        { type: 'Point', coordinates: [117, 31] },
        {
          type: 'MultiLineString',
          coordinates: [
            [
              [116, 32],
              [116.5, 30],
            ],
          ],
        },
        {
          type: 'MultiPolygon',
          coordinates: [
            [
              [
                [118, 31],
                [118, 33],
                [117, 33],
                [118, 31],
              ],
            ],
          ],
        },
        { type: 'MultiPoint', coordinates: [[117, 29]] },
      ]),
    ).toEqual([116, 29, 118, 33]);
    expect(boundsOf([])).toBeUndefined();
  });

  it("takes a plan's own bounds, else those of its planning layers, else of whatever there is", () => {
    const layers = {
      zones: [],
      phases: [],
      water: [],
      green: [],
      roads: [],
      metro: [],
      plots: [],
      buildings: [],
      landmarks: [],
    };
    const manifest = {
      id: 'p',
      title: { zh: '', en: '' },
      version: '1',
      date: '',
      status: 'draft',
      measuringCrs: '',
      layers: {},
    } as const;
    const landmark = {
      type: 'Feature',
      id: 'hill',
      properties: {},
      geometry: { type: 'Point', coordinates: [117, 32] },
    } as const;
    const withHill = { ...layers, landmarks: [landmark] } as unknown as Plan['layers'];
    const zone = { type: 'Feature', id: 'z', properties: {}, geometry: rectangle(0, 0, 10, 10) } as const;
    expect(boundsOfPlan({ manifest: { ...manifest, bounds: [1, 2, 3, 4] }, layers: withHill })).toEqual([1, 2, 3, 4]);
    expect(boundsOfPlan({ manifest, layers: withHill })).toEqual([117, 32, 117, 32]);
    expect(
      boundsOfPlan({ manifest, layers: { ...withHill, zones: [zone] } as unknown as Plan['layers'] })?.[3],
    ).toBeLessThan(31.9);
    expect(boundsOfPlan({ manifest, layers })).toBeUndefined();
  });
});

describe('box index', () => {
  it('finds nothing among nothing and leaves out boxes that are not finite', () => {
    expect(createBoxIndex([]).search([0, 0, 1, 1])).toEqual([]);
    const index = createBoxIndex([
      [Infinity, Infinity, -Infinity, -Infinity],
      [0, 0, 1, 1],
      [Number.NaN, 0, 1, 1],
    ]);
    expect(index.search([0, 0, 5, 5])).toEqual([1]);
  });
});

describe('the place of a label in extreme shapes', () => {
  it('is found in an outline of more points than a call takes arguments', () => {
    const ring = Array.from({ length: 200_001 }, (_, index) => {
      const angle = (index % 200_000) * ((2 * Math.PI) / 200_000);
      return [117 + 0.01 * Math.cos(angle), 31 + 0.01 * Math.sin(angle)];
    });
    const [longitude = 0, latitude = 0] = labelPointOf({ type: 'Polygon', coordinates: [ring] }) ?? [];
    expect(Math.hypot(longitude - 117, latitude - 31)).toBeLessThan(0.001);
  });

  it('is found at once in a line of noise drawn as a polygon', () => {
    const noise = 1e-13;
    const ring = [
      [117, 31],
      [117.01, 31],
      [117.01, 31 + noise],
      [117, 31 + noise],
      [117, 31],
    ];
    expect(labelPointOf({ type: 'Polygon', coordinates: [ring] })?.[1]).toBeCloseTo(31, 9);
  });
});
