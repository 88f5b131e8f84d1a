import { describe, expect, test } from 'vitest';
import { boxesOf } from '../../../src/core/packing/boxes.ts';
import { packLarge, unpackAsRows } from '../../../src/core/packing/pack_large.ts';
import type { Geometry } from '../../../src/core/plan/types.ts';

const ring = (x: number, y: number, size = 1) => [
  [x, y],
  [x + size, y],
  [x + size, y + size],
  [x, y],
];
const feature = (id: string, geometry: unknown) => ({ id, geometry: geometry as Geometry });
const MIXED = [
  feature('point', { type: 'Point', coordinates: [1, 2, 50] }),
  feature('line', {
    type: 'LineString',
    coordinates: [
      [9, 4],
      [-7, 8],
    ],
  }),
  feature('polygon', { type: 'Polygon', coordinates: [ring(1, 1, 5), ring(2, 2)] }),
  feature('parts', { type: 'MultiPolygon', coordinates: [[ring(10, 10)], [ring(-3, 20, 2), ring(-2, 21)]] }),
  feature('nothing', { type: 'MultiPolygon', coordinates: [] }),
  feature('no shape', null),
];
const NONE = [Infinity, Infinity, -Infinity, -Infinity];
const BOXES = [[1, 2, 1, 2], [-7, 4, 9, 8], [1, 1, 6, 6], [-3, 10, 11, 22], NONE, NONE];

/** As they cross to another thread and are read there. */
async function received<Value extends object>(value: Value): Promise<Value> {
  return unpackAsRows(structuredClone(packLarge(value, () => true)), () => Promise.resolve());
}

describe('boxes of features in columns', () => {
  test('are those of their shapes, whatever kinds stand beside each other', async () => {
    const { features } = await received({ features: MIXED });
    expect([...(boxesOf(features) ?? [])]).toEqual(BOXES.flat());
    for (const [index, box] of BOXES.slice(0, 4).entries()) {
      const alone = await received({ features: [MIXED[index] ?? MIXED[0]] });
      expect([...(boxesOf(alone.features as object[]) ?? [])]).toEqual(box);
    }
  });

  test('of empty lines beside points are none', async () => {
    const points = [
      feature('empty', { type: 'LineString', coordinates: [] }),
      feature('a', { type: 'Point', coordinates: [3, 4] }),
    ];
    const { features } = await received({ features: points });
    expect([...(boxesOf(features) ?? [])]).toEqual([...NONE, 3, 4, 3, 4]);
  });

  test('are there too where the shapes are another list’s', async () => {
    const { again } = await received({
      features: MIXED,
      again: MIXED.map((one) => ({ ...one, id: `${one.id} again` })),
    });
    expect([...(boxesOf(again) ?? [])]).toEqual(BOXES.flat());
  });

  test('are made once, and for features in columns only', async () => {
    const { features } = await received({ features: MIXED });
    expect(boxesOf(features)).toBe(boxesOf(features));
    expect(boxesOf(MIXED)).toBeUndefined();
  });
});
