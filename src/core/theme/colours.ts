import { colourOfOklab, type Oklab, oklabOf } from './colour_space.ts';
import type { ThemeId } from './types.ts';

/** The themes whose classes are ranges of a number. */
export type NumericThemeId = Extract<ThemeId, 'height' | 'far' | 'density' | 'greenRatio'>;

/**
 * One family of hues for each quantity, from light to dark, so that a glance at the map tells which one is shown. Between the
 * anchors colours are mixed in equal steps of lightness: classes keep their order in greyscale print and to colour-blind eyes.
 */
const RAMP_ANCHORS: Record<NumericThemeId, readonly string[]> = {
  height: ['#efe9f7', '#c6c4e1', '#9a8fc4', '#7557a5', '#4a1d75', '#2c0a4a'],
  far: ['#fff0d9', '#fdcf8f', '#f99a55', '#df5a26', '#a63006', '#5f1a02'],
  density: ['#e4f4f6', '#b3dde3', '#6fb7c6', '#31889e', '#0c5a70', '#063342'],
  greenRatio: ['#edf7e4', '#c4e3b0', '#8fc57b', '#52a04f', '#1f722f', '#093f19'],
};

function mix(from: Oklab, to: Oklab, share: number): Oklab {
  return [
    from[0] + (to[0] - from[0]) * share,
    from[1] + (to[1] - from[1]) * share,
    from[2] + (to[2] - from[2]) * share,
  ];
}

/** As many colours as there are classes, from light to dark in equal steps of lightness. */
export function rampOf(theme: NumericThemeId, count: number): string[] {
  const anchors = RAMP_ANCHORS[theme].map(oklabOf);
  const [first] = anchors;
  const last = anchors.at(-1);
  if (!first || !last) return [];
  return Array.from({ length: count }, (_, index) => {
    // A single class takes the middle: it must stand out from the ground, and its labels from it.
    const share = count === 1 ? 0.5 : index / (count - 1);
    const lightness = first[0] + (last[0] - first[0]) * share;
    const next = anchors.findIndex((anchor, place) => place > 0 && anchor[0] <= lightness);
    const to = anchors[next] ?? last;
    const from = anchors[(next < 0 ? anchors.length : next) - 1] ?? first;
    return colourOfOklab(mix(from, to, from[0] === to[0] ? 0 : (from[0] - lightness) / (from[0] - to[0])));
  });
}

/** A plot that says nothing about what the theme shows. */
export const NO_DATA_COLOUR = '#c9c9c9';

/** Blue, amber and dark red differ for every kind of colour blindness, and all five differ in lightness. */
export const COMPLIANCE_COLOURS = {
  within: '#3b7fb8',
  near: '#f6bd3f',
  over: '#961a1e',
  unknown: '#a6a6a6',
  noBuildings: '#e9e9e9',
} as const;

/**
 * For features the palette names no colour for. Found by search for the largest least difference between any two, and from the
 * grey of missing data, to normal and to colour-blind eyes of each kind.
 */
export const CATEGORY_COLOURS = [
  '#4477aa',
  '#d9c34a',
  '#39a538',
  '#fc7392',
  '#a784f3',
  '#9c1f17',
  '#771f81',
  '#836700',
] as const;

/** The colour of the n-th category; the list starts again where it ends. */
export function categoryColour(index: number): string {
  return CATEGORY_COLOURS[index % CATEGORY_COLOURS.length] ?? NO_DATA_COLOUR;
}
