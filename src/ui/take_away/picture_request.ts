import type { Messages } from '../../messages/index.ts';
import { type Orientation, PAPER_MILLIMETRES } from '../../sheet/picture_layout.ts';
import type { PictureSheetInput } from '../../sheet/picture_sheet.ts';
import { roundScaleUp } from '../../sheet/scale_bar.ts';
import type { Store } from '../../state/store.ts';
import type { PictureRequest } from './draw_picture.ts';
import {
  fittingScale,
  formatOf,
  type PictureSize,
  pictureNotes,
  pictureSymbols,
  wholePlanView,
} from './picture_choices.ts';

/** N of 1:N around the middle of the screen; what the screen shows; the whole plan. */
export type PictureScale = number | 'screen' | 'plan';

/** What a person chose for a picture. */
export interface PictureWishes {
  size: PictureSize;
  orientation: Orientation;
  titleText: string;
  subtitleText: string;
  hasLegend: boolean;
  scale: PictureScale;
  /** Whether the screen is dark. */
  isDark: boolean;
}

export const isPaper = (size: PictureSize): boolean => size === 'A4' || size === 'A3';

/** A tilted map has no one scale. */
export function isPitched(store: Store): boolean {
  const { camera, mode } = store.view.value;
  return mode === '3d' && (camera?.pitch ?? 0) > 0.5;
}

/** Size of the map on the screen in CSS pixels. */
const screenOf = (store: Store): { width: number; height: number } =>
  store.map.value?.sizeCssPixels?.() ?? { width: innerWidth, height: innerHeight };

function sheetOf(store: Store, wishes: PictureWishes, messages: Messages): PictureSheetInput {
  const theme = store.theme.value;
  // What is printed is printed on white.
  const isDark = !isPaper(wishes.size) && wishes.isDark;
  return {
    format: formatOf(wishes.size, wishes.orientation, screenOf(store)),
    language: store.view.value.language,
    appearance: isDark ? 'dark' : 'light',
    title: wishes.titleText,
    ...(wishes.subtitleText.trim() !== '' && { subtitle: wishes.subtitleText }),
    manifest: store.plan.value.manifest,
    ...(wishes.hasLegend && theme && { legend: theme }),
    symbols: pictureSymbols(store.plan.value, store.view.value, isDark, messages),
    notes: pictureNotes(store.view.value, store.origin.value, messages),
  };
}

/** The picture a person asked for: its sheet, and where and at what scale its map looks. */
export function requestOf(store: Store, wishes: PictureWishes, messages: Messages): PictureRequest {
  const sheet = sheetOf(store, wishes, messages);
  if (!isPaper(wishes.size) || isPitched(store)) return { sheet };
  if (typeof wishes.scale === 'number') return { sheet, scaleDenominator: wishes.scale };
  const whole = wishes.scale === 'plan' ? wholePlanView(sheet, store.plan.value) : undefined;
  if (whole) {
    const { longitude, latitude, scaleDenominator } = whole;
    return { sheet, scaleDenominator, camera: { longitude, latitude, zoom: 0, bearing: 0, pitch: 0 } };
  }
  const fitting = scaleOfScreen(store, sheet);
  return fitting === undefined ? { sheet } : { sheet, scaleDenominator: roundScaleUp(fitting) };
}

/** N of the 1:N at which a sheet's map just holds what the screen shows; undefined while there is no map. */
export function scaleOfScreen(store: Store, sheet: PictureSheetInput): number | undefined {
  const screenScale = store.scaleDenominator.value;
  return screenScale === undefined ? undefined : fittingScale(sheet, screenScale, screenOf(store));
}

/** Whether the screen shows no less than the whole plan: then that is what is meant, and it may fill the sheet. */
export function showsWholePlan(store: Store, wishes: PictureWishes, messages: Messages): boolean {
  const { bearing = 0 } = store.view.value.camera ?? {};
  const sheet = sheetOf(store, wishes, messages);
  const fitting = scaleOfScreen(store, sheet);
  if (fitting === undefined || Math.abs(bearing) > 0.5) return false;
  const whole = wholePlanView(sheet, store.plan.value);
  return whole !== undefined && fitting >= whole.scaleDenominator;
}

/** Size of a request's sheet on paper; undefined for a picture of the screen. */
export function millimetresOf({ sheet: { format } }: PictureRequest): { width: number; height: number } | undefined {
  if (format.kind !== 'paper') return undefined;
  const { width, height } = PAPER_MILLIMETRES[format.paper];
  return format.orientation === 'landscape' ? { width, height } : { width: height, height: width };
}
