import { describe, expect, it } from 'vitest';
import { createOcclusion, isWithin, prismOf } from '../../../src/map/occlusion.ts';
import { mercatorOf, projectToScreen } from '../../../src/map/projection.ts';
import { type StandingFitInput, standingFit } from '../../../src/map/standing_fit.ts';

describe('fitting what stands', () => {
  const input: StandingFitInput = {
    box: [117.1, 31.83, 117.102, 31.832],
    heightMetres: 0,
    bearing: 0,
    pitch: 0,
    fieldOfView: 36.87,
    widthPixels: 800,
    heightPixels: 600,
    padding: { top: 50, right: 50, bottom: 50, left: 50 },
    minZoom: 9,
    maxZoom: 20,
  };

  it('fills the clear height of a flat map, around the middle', () => {
    const { center, zoom } = standingFit(input);
    expect(center[0]).toBeCloseTo(117.101, 6);
    expect(center[1]).toBeCloseTo(31.831, 6);
    const [, south] = mercatorOf(117.1, 31.83);
    const [, north] = mercatorOf(117.1, 31.832);
    expect((south - north) * 512 * 2 ** zoom).toBeCloseTo(500, 0);
  });

  it('moves the middle away from a covered side, whatever way the map is turned', () => {
    const padding = { ...input.padding, right: 350 };
    expect(standingFit({ ...input, padding }).center[0]).toBeGreaterThan(117.101);
    expect(standingFit({ ...input, padding, bearing: 180 }).center[0]).toBeLessThan(117.101);
    expect(standingFit({ ...input, padding, bearing: 90 }).center[1]).toBeLessThan(31.831);
  });

  it('goes farther from what stands higher, and looks beyond it', () => {
    const low = standingFit({ ...input, pitch: 55 });
    const high = standingFit({ ...input, pitch: 55, heightMetres: 150 });
    expect(high.zoom).toBeLessThan(low.zoom);
    expect(high.center[1]).toBeGreaterThan(low.center[1]);
  });

  it('comes no nearer than it may', () => {
    expect(standingFit({ ...input, maxZoom: 12 }).zoom).toBe(12);
  });
});

describe('what hides what', () => {
  const square = (west: number, south: number) => ({
    type: 'Polygon' as const,
    coordinates: [
      [
        [west, south],
        [west + 0.001, south],
        [west + 0.001, south + 0.001],
        [west, south + 0.001],
        [west, south],
      ],
    ],
  });
  const [originX, originY] = mercatorOf(117.1, 31.83);
  const factor = 100_000;
  /** Seen from the south at half height: up is what is high or far, and what is north is farther. */
  const matrix = [
    ...[factor, 0, 0, 0],
    ...[0, -factor * 0.5, 0, -1000],
    ...[0, factor, 0, 0],
    ...[-factor * originX, factor * 0.5 * originY, 0, 1 + 1000 * originY],
  ];
  const screen = { matrix, mercatorPerMetre: 3e-8, widthPixels: 1000, heightPixels: 1000 };
  const tower = prismOf('tower', square(117.1, 31.83), 100);
  const topOf = (longitude: number, latitude: number, metres: number) => {
    const [x, y] = mercatorOf(longitude, latitude);
    const at = projectToScreen(matrix, [x, y, metres * 3e-8], 1000, 1000);
    if (!at) throw new Error('The place is behind the camera.');
    return at;
  };

  it('hides a low top behind a nearer tower, but not one in front of it or beside it', () => {
    const isHidden = createOcclusion(tower, screen);
    expect(isHidden(topOf(117.1005, 31.832, 5), 'low')).toBe(true);
    expect(isHidden(topOf(117.1005, 31.8295, 5), 'low')).toBe(false);
    expect(isHidden(topOf(117.103, 31.832, 5), 'low')).toBe(false);
  });

  it('hides no top behind its own body', () => {
    expect(createOcclusion(tower, screen)(topOf(117.1005, 31.832, 5), 'tower')).toBe(false);
  });

  it('knows what lies within a body as it is seen', () => {
    expect(isWithin(tower, screen, topOf(117.1005, 31.8305, 50))).toBe(true);
    expect(isWithin(tower, screen, topOf(117.1005, 31.8305, 900))).toBe(false);
  });
});
