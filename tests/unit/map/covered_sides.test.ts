import { describe, expect, it } from 'vitest';
import { coveredCorner, coveredSides } from '../../../src/map/camera.ts';

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

describe('what a fit keeps clear of in the corner', () => {
  const frame = { left: 0, top: 40, right: 800, bottom: 480 };

  it('is the left side beside an open legend', () => {
    expect(coveredCorner(frame, { left: 8, top: 48, right: 280, bottom: 300 })).toEqual({ left: 280, top: 0 });
  });

  it('is the upper side under a folded one', () => {
    expect(coveredCorner(frame, { left: 8, top: 48, right: 280, bottom: 80 })).toEqual({ left: 0, top: 40 });
  });

  it('is nothing for a legend that leaves too little, or without one', () => {
    expect(coveredCorner(frame, { left: 8, top: 48, right: 600, bottom: 470 })).toEqual({ left: 0, top: 0 });
    expect(coveredCorner(frame, undefined)).toEqual({ left: 0, top: 0 });
  });
});
