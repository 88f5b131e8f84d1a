import { type Matrix, projectToScreen } from './projection.ts';

export interface HeightScale {
  /** Screen height of the whole staff in CSS pixels. */
  lengthPixels: number;
  ticks: { metres: number; offsetPixels: number; isLabelled: boolean }[];
}

const STEPS_METRES = [1, 2, 5, 10, 20, 50, 100, 200];
/** Nearer ticks than this cannot be told apart. */
const MIN_TICK_PIXELS = 7;
const MIN_LABEL_PIXELS = 20;

/** A staff as tall as `topMetres` (or as the room allows) stands at the map's centre. Undefined when the view is too flat or too far off. */
export function heightScaleAt(
  matrix: Matrix,
  centre: readonly [x: number, y: number],
  mercatorPerMetre: number,
  topMetres: number,
  size: { widthPixels: number; heightPixels: number },
  roomPixels: number,
): HeightScale | undefined {
  const { widthPixels, heightPixels } = size;
  const yAt = (metres: number): number | undefined =>
    projectToScreen(matrix, [centre[0], centre[1], metres * mercatorPerMetre], widthPixels, heightPixels)?.y;
  const ground = yAt(0);
  if (ground === undefined) return undefined;
  const offsetOf = (metres: number): number => ground - (yAt(metres) ?? Number.NEGATIVE_INFINITY);
  const step = STEPS_METRES.find((metres) => offsetOf(metres) >= MIN_TICK_PIXELS);
  if (step === undefined) return undefined;
  const ticks: HeightScale['ticks'] = [];
  let labelledAt = Number.NEGATIVE_INFINITY;
  for (let metres = 0; metres <= topMetres + step; metres += step) {
    const offsetPixels = offsetOf(metres);
    if (!(offsetPixels <= roomPixels)) break;
    const isLabelled = offsetPixels - labelledAt >= MIN_LABEL_PIXELS;
    if (isLabelled) labelledAt = offsetPixels;
    ticks.push({ metres, offsetPixels, isLabelled });
  }
  const last = ticks.at(-1);
  // From far off only the ground would carry a figure: a staff that tells no height.
  const isReadable = ticks.filter((tick) => tick.isLabelled).length > 1;
  return last && isReadable ? { lengthPixels: last.offsetPixels, ticks } : undefined;
}
