import { expect, test } from 'vitest';
import type { PlotChangeKind } from '../../../src/core/compare/types.ts';
import {
  markingOf,
  needsSecondMap,
  newFromShare,
  REVIEW_MODES,
  type ReviewDrawing,
  type ReviewMode,
  sideOf,
  togglePick,
} from '../../../src/state/review_drawing.ts';
import { planOf } from '../../support/sample_plan.ts';

const AFTER = { plan: planOf({ plots: [] }) };
const drawing = (mode: ReviewMode, own: Partial<ReviewDrawing> = {}): ReviewDrawing => ({
  after: AFTER,
  marks: [],
  kinds: new Set(),
  candidates: [],
  mode,
  isBlinkAtNew: false,
  ...own,
});

test.each([
  ['changes', 'before', 'full', false],
  ['before', 'before', 'outlines', false],
  ['after', 'after', 'outlines', false],
  ['swipe', 'before', 'outlines', true],
  ['blink', 'before', 'outlines', true],
] as const)('%s shows the plan %s with changes %s; needs a second map: %s', (mode, side, marking, second) => {
  const own = drawing(mode);
  expect([sideOf(own), markingOf(own), needsSecondMap(own)]).toEqual([side, marking, second]);
});

test('the new plan is seen right of the line, whole in every second blink, and not at all otherwise', () => {
  expect(newFromShare(drawing('swipe'), 0.3)).toBe(0.3);
  expect(newFromShare(drawing('blink'), 0.3)).toBeUndefined();
  expect(newFromShare(drawing('blink', { isBlinkAtNew: true }), 0.3)).toBe(0);
  expect(newFromShare(drawing('changes', { isBlinkAtNew: true }), 0.3)).toBeUndefined();
});

test('without a new plan every mode shows the old one', () => {
  for (const mode of REVIEW_MODES) {
    const { after: _, ...own } = drawing(mode);
    expect([sideOf(own), needsSecondMap(own), newFromShare(own, 0.5)]).toEqual(['before', false, undefined]);
  }
});

test('kinds are picked and let go; with all of them picked none is', () => {
  const present: PlotChangeKind[] = ['added', 'removed'];
  const one = togglePick(new Set(), 'added', present);
  expect([...one]).toEqual(['added']);
  expect([...togglePick(one, 'added', present)]).toEqual([]);
  expect([...togglePick(one, 'removed', present)]).toEqual([]);
});
