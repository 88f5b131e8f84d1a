import type { PlotChangeKind } from '../../core/compare/types.ts';
import type { HatchSpec } from '../style/patterns.ts';

type Direction = Pick<HatchSpec, 'across' | 'down' | 'crossed'>;

export interface ReviewKindLook {
  light: string;
  dark: string;
  /** Absent: only the outline is drawn. */
  hatch?: Direction;
}

/**
 * How each kind of change looks: a colour of its own (after Okabe and Ito, darkened to 4.5 : 1 on paper) and a hatch of its own. Nine
 * colours cannot all be told apart by everybody, nor on a grey print: nobody needs the colour.
 */
export const REVIEW_LOOKS: Readonly<Record<PlotChangeKind, ReviewKindLook>> = {
  added: { light: '#00694d', dark: '#3ddbab', hatch: { across: 1, down: 1 } },
  removed: { light: '#b3400b', dark: '#ff8b52', hatch: { across: 1, down: 1, crossed: true } },
  reshaped: { light: '#0059a3', dark: '#5bb4ff', hatch: { across: 0, down: 1 } },
  rerated: { light: '#8a2f6b', dark: '#f29bd0', hatch: { across: 1, down: 0 } },
  'reshaped-and-rerated': { light: '#4b3fae', dark: '#b3a8ff', hatch: { across: 1, down: 0, crossed: true } },
  edited: { light: '#4d5663', dark: '#aeb6c2' },
  renumbered: { light: '#6d5600', dark: '#e6c53f', hatch: { across: 1, down: -1 } },
  split: { light: '#0a7a8c', dark: '#a6f0f7', hatch: { across: 2, down: -1 } },
  merged: { light: '#3d2b1f', dark: '#d8c3a5', hatch: { across: 1, down: -2 } },
};

/** Colours and dashes of candidate outlines, by their place in the list. */
export const CANDIDATE_LOOKS: readonly { light: string; dark: string; dash: readonly number[] }[] = [
  { light: '#0059a3', dark: '#5bb4ff', dash: [5, 2] },
  { light: '#b3400b', dark: '#ff8b52', dash: [1, 1.5] },
  { light: '#00694d', dark: '#3ddbab', dash: [6, 2, 1, 2] },
  { light: '#8a2f6b', dark: '#f29bd0', dash: [2.5, 2.5] },
  { light: '#6d5600', dark: '#e6c53f', dash: [8, 3] },
  { light: '#4d5663', dark: '#aeb6c2', dash: [3, 1, 1, 1, 1, 1] },
];

/** The look of a candidate; after the last one they begin again. */
export function candidateLook(index: number): (typeof CANDIDATE_LOOKS)[number] {
  return CANDIDATE_LOOKS[index % CANDIDATE_LOOKS.length] ?? { light: '#4d5663', dark: '#aeb6c2', dash: [3, 2] };
}

export function reviewHatch(kind: PlotChangeKind, dark: boolean): HatchSpec | undefined {
  const { hatch, ...colours } = REVIEW_LOOKS[kind];
  if (!hatch) return undefined;
  return {
    id: `review-${kind}-${dark ? 'dark' : 'light'}`,
    colour: dark ? colours.dark : colours.light,
    ...hatch,
    sizePixels: Math.round(8 * Math.hypot(hatch.across, hatch.down)),
    strokePixels: 1.8,
  };
}
