import { describe, expect, it } from 'vitest';
import { coveredSides } from '../../../src/map/camera.ts';

const map = { left: 280, top: 50, right: 1040, bottom: 740 };

describe('what a fit keeps clear of', () => {
  it('is the right side under a panel that reaches over the map', () => {
    expect(coveredSides(map, { left: 850, top: 56, right: 1428, bottom: 888 })).toEqual({ right: 190, bottom: 0 });
  });

  it('is nothing beside a panel that does not touch the map, or without one', () => {
    expect(coveredSides(map, { left: 1040, top: 56, right: 1428, bottom: 888 })).toEqual({ right: 0, bottom: 0 });
    expect(coveredSides(map, undefined)).toEqual({ right: 0, bottom: 0 });
  });

  it('is the lower side under a sheet as wide as the map', () => {
    expect(coveredSides(map, { left: 280, top: 500, right: 1040, bottom: 740 })).toEqual({ right: 0, bottom: 240 });
  });

  it('is nothing when next to nothing of the map would be left', () => {
    expect(coveredSides(map, { left: 300, top: 60, right: 1428, bottom: 888 })).toEqual({ right: 0, bottom: 0 });
  });
});
