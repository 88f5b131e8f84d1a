import { boundsOfPlan, measureEllipsoidDistanceMetres } from '../../core/measure/index.ts';
import type { Plan } from '../../core/plan/types.ts';
import type { Range } from '../../core/theme/types.ts';
import { mapPalette } from '../../map/style/palette.ts';
import { fill } from '../../messages/fill.ts';
import { formatNumber } from '../../messages/format.ts';
import type { Messages } from '../../messages/index.ts';
import { listText } from '../../messages/list_text.ts';
import type { LegendSymbol } from '../../sheet/legend_symbols.ts';
import type { Orientation, PictureFormat } from '../../sheet/picture_layout.ts';
import { type PictureSheetInput, planPictureSheet } from '../../sheet/picture_sheet.ts';
import { roundScaleUp } from '../../sheet/scale_bar.ts';
import type { PlanOrigin } from '../../state/accepted_step.ts';
import type { View } from '../../state/view.ts';

export const PICTURE_SIZES = ['A4', 'A3', 'screen', 'screen2'] as const;
export type PictureSize = (typeof PICTURE_SIZES)[number];

/** Scales offered for a sheet of paper, as N of 1:N. */
export const OFFERED_SCALES = [2000, 5000, 10_000, 12_500, 15_000, 20_000, 25_000, 50_000] as const;

interface CssSize {
  width: number;
  height: number;
}

/** Smallest picture of a screen: below this its furniture leaves no room for the map. */
const SMALLEST_SCREEN: CssSize = { width: 480, height: 400 };

export function formatOf(size: PictureSize, orientation: Orientation, screen: CssSize): PictureFormat {
  if (size === 'A4' || size === 'A3') return { kind: 'paper', paper: size, orientation };
  return {
    kind: 'screen',
    widthCssPixels: Math.max(SMALLEST_SCREEN.width, screen.width),
    heightCssPixels: Math.max(SMALLEST_SCREEN.height, screen.height),
    pixelRatio: size === 'screen2' ? 2 : 1,
  };
}

/**
 * The scale at which a sheet's map just holds what the screen shows.
 * @param screenScale N of the screen's 1:N
 * @param screen size of the map on the screen
 */
export function fittingScale(sheet: PictureSheetInput, screenScale: number, screen: CssSize): number {
  const { mapFrame, pixelRatio } = planPictureSheet(sheet);
  const share = Math.max(
    screen.width / (mapFrame.widthPixels / pixelRatio),
    screen.height / (mapFrame.heightPixels / pixelRatio),
  );
  return screenScale * share;
}

/** Room around the whole plan, as a share of its size. */
const PLAN_MARGIN_SHARE = 0.04;

/** Where a sheet's map must look, north up, to show the whole plan at the largest round scale; undefined for an empty plan. */
export function wholePlanView(
  sheet: PictureSheetInput,
  plan: Plan,
): { longitude: number; latitude: number; scaleDenominator: number } | undefined {
  const box = boundsOfPlan(plan);
  if (!box) return undefined;
  const [west, south, east, north] = box;
  const longitude = (west + east) / 2;
  const latitude = (south + north) / 2;
  const widthMetres = measureEllipsoidDistanceMetres([west, latitude], [east, latitude]);
  const heightMetres = measureEllipsoidDistanceMetres([longitude, south], [longitude, north]);
  const { map } = planPictureSheet(sheet);
  const metresPerMillimetre = Math.max(widthMetres / map.width, heightMetres / map.height) * (1 + PLAN_MARGIN_SHARE);
  return { longitude, latitude, scaleDenominator: roundScaleUp(metresPerMillimetre * 1000) };
}

/** The lines and dots a picture shows beside the theme's classes, for its legend. */
export function pictureSymbols(plan: Plan, view: View, isDark: boolean, messages: Messages): LegendSymbol[] {
  const palette = mapPalette(isDark);
  const words = messages.takeAway.sheet.symbols;
  const symbols = [
    // Each zone has a line of its own colour; what they share is the dash.
    { layer: 'zones', mark: 'dashed', colour: palette.mutedText },
    { layer: 'phases', mark: 'dash-dot', colour: palette.phaseEdge },
    { layer: 'metro', mark: 'line', colour: palette.metro },
    { layer: 'landmarks', mark: 'dot', colour: palette.landmark },
  ] as const;
  return symbols
    .filter(({ layer }) => plan.layers[layer].length > 0 && !view.hiddenLayers.includes(layer) && view.theme !== layer)
    .map(({ layer, mark, colour }) => ({ mark, colour, label: words[layer] }));
}

/** What a reader of the picture must know about what it shows. */
export function pictureNotes(view: View, origin: PlanOrigin, messages: Messages): string[] {
  const words = messages.takeAway.sheet;
  const { height, far, classes } = view.filters;
  const filters = [
    height && fill(words.notes.filterHeight, { range: rangeText(height, view, messages) }),
    far && fill(words.notes.filterFar, { range: rangeText(far, view, messages) }),
    classes.length > 0 && words.notes.filterClasses,
  ].filter((filter): filter is string => Boolean(filter));
  return [
    ...(filters.length > 0 ? [fill(words.notes.filtered, { filters: listText(filters, view.language) })] : []),
    ...(view.timelineStep === undefined ? [] : [fill(words.notes.timeline, { step: view.timelineStep })]),
    ...(origin.kind === 'accepted'
      ? [fill(words.notes.accepted, { files: listText(origin.files, view.language) })]
      : []),
  ];
}

function rangeText({ from, to }: Range, { language }: View, { browse }: Messages): string {
  const number = (value: number) => formatNumber(value, language);
  if (from !== undefined && to !== undefined)
    return fill(browse.classes.between, { from: number(from), to: number(to) });
  if (to !== undefined) return fill(browse.classes.upTo, { to: number(to) });
  return from === undefined ? browse.classes.all : `≥ ${number(from)}`;
}

/** A file name that every system takes: no path signs, no control characters, not too long. */
export function safeFileName(text: string, fallback: string): string {
  const name = text
    .replace(/[\\/:*?"<>|\p{Cc}]+/gu, '-')
    .replace(/^[.\s-]+|[.\s-]+$/g, '')
    .slice(0, 100);
  return name || fallback;
}
