import { expect, test } from 'vitest';
import type { Plot } from '../../../src/core/plan/types.ts';
import { comparePlansWhole } from '../../../src/core/review.ts';
import { planOf, plot, rectangle, zone } from '../../support/sample_plan.ts';

const LIMITS = { farMax: 2, heightMaxMetres: 24 };

function compare(before: Plot[], after: Plot[]) {
  return comparePlansWhole(planOf({ plots: before }), planOf({ plots: after }));
}

function told(before: Plot[], after: Plot[]) {
  return compare(before, after).plots.map(({ kind, before: old, after: young }) => [kind, old.join(), young.join()]);
}

const A = plot('A', rectangle(0, 0, 100, 50), LIMITS);
const B = plot('B', rectangle(100, 0, 100, 50), LIMITS);

test('tells nothing of plots that stayed, whatever their order and wherever their rings start', () => {
  const [ring = []] = A.geometry.coordinates as number[][][];
  const turned = { ...A, geometry: { type: 'Polygon' as const, coordinates: [[...ring.slice(1), ring[1] ?? []]] } };
  const comparison = compare([A, B], [B, turned as Plot]);
  expect(comparison.plots).toEqual([]);
  expect(comparison.rollUps.total.gfa.difference).toBeCloseTo(0, 6);
});

test('counts as the same outline what moved by less than a centimetre, and as reshaped what moved by more', () => {
  expect(told([A], [plot('A', rectangle(0.004, 0.004, 100, 50), LIMITS)])).toEqual([]);
  expect(told([A], [plot('A', rectangle(0, 0, 100.02, 50), LIMITS)])).toEqual([['reshaped', 'A', 'A']]);
});

test('tells apart what happened to plots of the same number', () => {
  const raised = { ...LIMITS, farMax: 2.5 };
  expect(told([A], [plot('A', rectangle(0, 0, 100, 50), raised)])).toEqual([['rerated', 'A', 'A']]);
  expect(told([A], [plot('A', rectangle(0, 0, 90, 50), raised)])).toEqual([['reshaped-and-rerated', 'A', 'A']]);
  expect(told([A], [plot('A', rectangle(0, 0, 100, 50), { ...LIMITS, landUseCode: '0802' })])).toEqual([
    ['edited', 'A', 'A'],
  ]);
  expect(told([A], [A, B])).toEqual([['added', '', 'B']]);
  expect(told([A, B], [B])).toEqual([['removed', 'A', '']]);
});

test('calls a plot re-rated whose key area got other limits, though its own file did not change', () => {
  const site = rectangle(0, 0, 300, 100);
  const before = planOf({ plots: [A], zones: [zone('K', site, { farMax: 1.5 })] });
  const after = planOf({ plots: [A], zones: [zone('K', site, { farMax: 1.2 })] });
  const [change] = comparePlansWhole(before, after).plots;
  expect(change).toMatchObject({ kind: 'rerated', zones: ['K'], far: { before: 1.5, after: 1.2 } });
  expect(change?.gfa.difference).toBeCloseTo(-0.3 * 5000, -1);
});

test('finds a plot again that got another number, also when its outline was redrawn a little', () => {
  expect(told([A], [plot('Z', rectangle(0, 0, 100, 50), LIMITS)])).toEqual([['renumbered', 'A', 'Z']]);
  expect(told([A], [plot('Z', rectangle(2, 0, 100, 50), LIMITS)])).toEqual([['renumbered', 'A', 'Z']]);
  expect(told([A], [plot('Z', rectangle(30, 0, 100, 50), LIMITS)])).toEqual([
    ['removed', 'A', ''],
    ['added', '', 'Z'],
  ]);
});

test('tells a split and a merger, with slivers between the parts, and adds up their figures', () => {
  const parts = [plot('A1', rectangle(0, 0, 49, 50), { farMax: 3 }), plot('A2', rectangle(50, 0, 50, 50), LIMITS)];
  const [split] = compare([A], parts).plots;
  expect(split).toMatchObject({ kind: 'split', before: ['A'], after: ['A1', 'A2'] });
  expect(split?.area.difference).toBeCloseTo(-50, 0);
  expect(split?.gfa.after).toBeCloseTo(49 * 50 * 3 + 50 * 50 * 2, -2);
  expect(split?.far.after).toBeCloseTo((49 * 3 + 50 * 2) / 99, 6);
  expect(told(parts, [A])).toEqual([['merged', 'A1,A2', 'A']]);
});

test('tells a split and a merger also where one plot kept its number', () => {
  const cut = [plot('A', rectangle(0, 0, 50, 50), LIMITS), plot('C', rectangle(50, 0, 50, 50), LIMITS)];
  expect(told([A, B], [...cut, B])).toEqual([['split', 'A', 'A,C']]);
  expect(told([A, B], [plot('A', rectangle(0, 0, 200, 50), LIMITS)])).toEqual([['merged', 'A,B', 'A']]);
});

test('does not take a neighbour that gave up a strip for a part of a split', () => {
  const wider = plot('A', rectangle(0, 0, 120, 50), LIMITS);
  const narrower = plot('B', rectangle(120, 0, 80, 50), LIMITS);
  expect(told([A, B], [wider, narrower])).toEqual([
    ['reshaped', 'A', 'A'],
    ['reshaped', 'B', 'B'],
  ]);
});

test('leaves a plot its number where it moved onto the land of one that went', () => {
  const after = [plot('B', rectangle(0, 0, 50, 50), LIMITS), plot('C', rectangle(50, 0, 50, 50), LIMITS)];
  expect(told([A, B], after)).toEqual([
    ['removed', 'A', ''],
    ['reshaped', 'B', 'B'],
    ['added', '', 'C'],
  ]);
});

test('rolls up by phase and key area: sums are added, FAR is ΣGFA ÷ Σarea', () => {
  const inPhase = (one: Plot, phase: string) => ({ ...one, properties: { ...one.properties, phase } });
  const open = plot('G', rectangle(0, 60, 100, 50), { phase: 'P1' });
  const before = [inPhase(A, 'P1'), inPhase(B, 'P2'), open];
  const after = [inPhase(plot('A', rectangle(0, 0, 100, 50), { farMax: 3 }), 'P1'), open];
  const { rollUps } = compare(before, after);
  expect(rollUps.phases.map(({ id, plotCount, changeCounts }) => [id, plotCount.difference, changeCounts])).toEqual([
    ['P1', 0, { rerated: 1 }],
    ['P2', -1, { removed: 1 }],
  ]);
  const [first] = rollUps.phases;
  expect([first?.far.before, first?.far.after]).toEqual([expect.closeTo(2, 6), expect.closeTo(3, 6)]);
  expect(first?.gfa.difference).toBeCloseTo(5000, -1);
  expect(rollUps.total.area.difference).toBeCloseTo(-5000, -1);
  expect(rollUps.total.gfa.difference).toBeCloseTo(5000 - 10_000, -1);
});

test('puts a plot into the phase it is in afterwards, one that went into the phase it was in', () => {
  const inPhase = (one: Plot, phase?: string) => ({ ...one, properties: { ...one.properties, phase } }) as Plot;
  const phases = (before: Plot[], after: Plot[]) => compare(before, after).plots.map(({ phase }) => phase);
  expect(phases([inPhase(A, 'P1')], [inPhase(plot('A', rectangle(0, 0, 90, 50)), 'P2')])).toEqual(['P2']);
  expect(phases([inPhase(A, 'P1')], [])).toEqual(['P1']);
  const halves = [plot('A1', rectangle(0, 0, 50, 50), LIMITS), plot('A2', rectangle(50, 0, 50, 50), LIMITS)] as const;
  expect(phases([inPhase(A, 'P1')], [halves[0], inPhase(halves[1], 'P2')])).toEqual(['P2']);
});

test('takes plots called like members of every object for what they are', () => {
  const named = (id: string) => plot(id, rectangle(0, 0, 100, 50), { phase: '__proto__' });
  expect(told([named('toString')], [named('__proto__')])).toEqual([['renumbered', 'toString', '__proto__']]);
});
