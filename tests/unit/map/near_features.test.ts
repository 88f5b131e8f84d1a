import { describe, expect, it } from 'vitest';
import { packLarge, unpackAsRows } from '../../../src/core/packing/pack_large.ts';
import { nearFeatures } from '../../../src/map/near_features.ts';

/** Squares of 0.001 degrees side by side, a hundred a row, northwards and eastwards from 117° east, 31° north. */
function squares(count: number) {
  return Array.from({ length: count }, (_, index) => {
    const x = 117 + (index % 100) * 0.001;
    const y = 31 + Math.floor(index / 100) * 0.001;
    const ring = [
      [x, y],
      [x + 0.001, y],
      [x + 0.001, y + 0.001],
      [x, y],
    ];
    return { id: `P${index}`, geometry: { type: 'Polygon' as const, coordinates: [ring] }, properties: {} };
  });
}
async function rows(count: number) {
  const { features } = await unpackAsRows(packLarge({ features: squares(count) }), () => Promise.resolve());
  return features;
}
const ground = {
  ...{ west: 117.0005, south: 31.0005, east: 117.0025, north: 31.0015 },
  ...{ longitude: 117.0015, latitude: 31.001, pixelsPerDegree: 100_000 },
};

describe('what stands near enough to be told apart', () => {
  it('is all of a layer of few', () => {
    const few = squares(5);
    expect(nearFeatures(few, ground)).toBe(few);
  });

  it('is what meets the view of a layer of many', async () => {
    const near = nearFeatures(await rows(10_000), ground);
    expect(near.map(({ id }) => id)).toEqual(['P0', 'P1', 'P2', 'P100', 'P101', 'P102']);
  });

  it('is nothing from so far off that edges would run together', async () => {
    const wide = { ...ground, west: 116, south: 30, east: 118, north: 32 };
    expect(nearFeatures(await rows(3000), { ...wide, pixelsPerDegree: 5000 })).toEqual([]);
  });

  it('is the nearest where there are too many', async () => {
    const wide = { ...ground, west: 116, south: 30, east: 118, north: 32 };
    const near = nearFeatures(await rows(5000), wide).map(({ id }) => id);
    expect(near).toHaveLength(1500);
    expect(near).toContain('P1');
    expect(near).not.toContain('P4999');
  });
});
