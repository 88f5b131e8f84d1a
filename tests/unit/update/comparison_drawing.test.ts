import { expect, test } from 'vitest';
import type { ReviewMark } from '../../../src/state/review_drawing.ts';
import { reachOfChanges } from '../../../src/ui/compare/comparison_drawing.ts';
import { place, planOf, plot, rectangle } from '../../support/sample_plan.ts';

const plan = planOf({ plots: [plot('A', rectangle(0, 0, 1000, 1000))] });
const markOf = (kind: ReviewMark['kind'], geometry: ReviewMark['geometry']): ReviewMark => ({
  kind,
  change: kind,
  isOld: false,
  layer: 'plots',
  feature: kind,
  geometry,
});
const near = markOf('added', rectangle(1200, 1300, 50, 40));
const inside = markOf('reshaped', rectangle(0, 0, 10, 10));
const nowhere = markOf('edited', { type: 'Point', coordinates: [0, 0] });
const marks = [near, inside, nowhere];

/** The plane of the sample is turned a little against degrees: corners agree to a few metres. */
function expectCorners(reach: ReturnType<typeof reachOfChanges>, ...corners: readonly [number, number][]): void {
  const found = (reach?.coordinates ?? []) as number[][];
  expect(found).toHaveLength(corners.length);
  for (const [index, corner] of corners.entries())
    for (const axis of [0, 1]) expect(found[index]?.[axis]).toBeCloseTo(place(corner)[axis] as number, 4);
}

test('the reach of changes goes from corner to corner of the kinds that are drawn', () => {
  expectCorners(reachOfChanges({ marks, kinds: new Set(['added'] as const) }), [1200, 1300], [1250, 1340]);
  expect(reachOfChanges({ marks, kinds: new Set() })?.coordinates[0]).toEqual([0, 0]);
  expect(reachOfChanges({ marks: [], kinds: new Set() })).toBeUndefined();
});

test('around a plan, a shape far away does not make a dot of all else', () => {
  expectCorners(reachOfChanges({ marks, kinds: new Set() }, plan), [0, 0], [1250, 1340]);
  expect(reachOfChanges({ marks: [nowhere], kinds: new Set() }, plan)).toBeUndefined();
});
