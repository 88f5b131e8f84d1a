import { describe, expect, it } from 'vitest';
import { labelPointOf } from '../../../src/core/measure/label_point.ts';
import { nextSelection, Picker, pickOrder } from '../../../src/map/pick.ts';
import { building, phase, planOf, plot, rectangle, zone } from '../../support/sample_plan.ts';

const yard = rectangle(0, 0, 100, 100);
const court = rectangle(40, 40, 20, 20);
const plan = planOf({
  zones: [zone('wide', rectangle(-500, -500, 1000, 1000)), zone('narrow', rectangle(-50, -50, 200, 200))],
  phases: [phase('P1', rectangle(-10, -10, 150, 150), { sequence: 1 })],
  plots: [
    plot('A', { type: 'Polygon', coordinates: [...yard.coordinates, ...court.coordinates] }),
    plot('B', rectangle(110, 0, 20, 20)),
  ],
  buildings: [building('A1', rectangle(5, 5, 20, 20), { plot: 'A' })],
});
const placeIn = (shape: ReturnType<typeof rectangle>): [number, number] => {
  const place = labelPointOf(shape);
  if (!place) throw new Error('a rectangle has a middle');
  return place;
};
const ALL = { theme: 'height', mode: '2d', hiddenLayers: [] } as const;
const idsAt = (place: [number, number], view: Parameters<typeof pickOrder>[0] = { ...ALL, hiddenLayers: [] }) =>
  new Picker(plan).at(...place, pickOrder(view), 0).map((ref) => ref.id);

describe('what lies under a click', () => {
  it('gives the plot first, then its building, phase and zones, the smaller zone before the larger', () => {
    expect(idsAt(placeIn(rectangle(5, 5, 20, 20)))).toEqual(['A', 'A1', 'P1', 'narrow', 'wide']);
  });

  it('gives the building first where it stands in 3D', () => {
    expect(idsAt(placeIn(rectangle(5, 5, 20, 20)), { ...ALL, hiddenLayers: [], mode: '3d' })[0]).toBe('A1');
  });

  it('gives zones first in the zones theme and phases first in the phases theme', () => {
    const place = placeIn(rectangle(60, 60, 10, 10));
    expect(idsAt(place, { ...ALL, hiddenLayers: [], theme: 'zones' })[0]).toBe('narrow');
    expect(idsAt(place, { ...ALL, hiddenLayers: [], theme: 'phases' })[0]).toBe('P1');
  });

  it('does not find a plot in its courtyard, nor a layer that is switched off', () => {
    expect(idsAt(placeIn(court))).toEqual(['P1', 'narrow', 'wide']);
    expect(idsAt(placeIn(court), { ...ALL, hiddenLayers: ['zones', 'phases'] })).toEqual([]);
  });

  it('finds nothing on empty ground', () => {
    expect(idsAt(placeIn(rectangle(3000, 3000, 10, 10)))).toEqual([]);
    expect(nextSelection([], { layer: 'plots', id: 'A' }, true)).toBeUndefined();
  });

  it('walks down through what lies there with further clicks at the same place, and round again', () => {
    const hits = new Picker(plan).at(...placeIn(rectangle(5, 5, 20, 20)), ['plots', 'buildings'], 0);
    const first = nextSelection(hits, undefined, false);
    const second = nextSelection(hits, first, true);
    expect([first?.id, second?.id, nextSelection(hits, second, true)?.id]).toEqual(['A', 'A1', 'A']);
    expect(nextSelection(hits, first, false)?.id).toBe('A');
  });
});
