import type { PlacedLabel } from './altitude_labels.ts';
import type { OverlayFrame } from './crosshair.ts';
import type { HeightScale } from './height_scale.ts';
import { CANVAS_FONT_FAMILY } from './style/text.ts';

/** What is drawn over the map's own picture. Sizes in CSS pixels. */
export interface Overlay {
  labels: readonly PlacedLabel[];
  heightScale: HeightScale | undefined;
  /** Says what the staff's metres are valid for. */
  heightScaleNote: string;
}

const LABEL_FONT = `600 12px ${CANVAS_FONT_FAMILY}`;
const SCALE_FONT = `500 10.5px ${CANVAS_FONT_FAMILY}`;
/** Where the staff stands: from the left, and from the bottom above the attribution and a scale bar. */
const STAFF_LEFT_PIXELS = 20;
const STAFF_BOTTOM_PIXELS = 64;

/** Room for the staff on a map of this height, in CSS pixels: near the ground a tall limit takes more than half of it. */
export const staffRoomPixels = (heightPixels: number): number => Math.min(420, heightPixels * 0.56);

export function overlayTextWidth(context: CanvasRenderingContext2D): (text: string) => number {
  return (text) => {
    context.font = LABEL_FONT;
    return context.measureText(text).width;
  };
}

function haloText(frame: OverlayFrame, text: string, x: number, y: number, colour: string): void {
  const { context, palette } = frame;
  context.lineJoin = 'round';
  context.lineWidth = 3.5;
  context.strokeStyle = palette.halo;
  context.strokeText(text, x, y);
  context.fillStyle = colour;
  context.fillText(text, x, y);
}

function drawLabel(frame: OverlayFrame, { label, x, y, topY }: PlacedLabel): void {
  const { context, palette } = frame;
  const colour = label.isOver ? palette.over : palette.text;
  context.strokeStyle = colour;
  context.lineWidth = 1;
  context.beginPath();
  context.moveTo(x, topY);
  context.lineTo(x, y + 7);
  context.stroke();
  context.beginPath();
  context.arc(x, topY, 1.8, 0, 2 * Math.PI);
  context.fillStyle = colour;
  context.fill();
  context.font = LABEL_FONT;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  haloText(frame, label.text, x, y, colour);
}

function drawHeightScale(frame: OverlayFrame, scale: HeightScale, note: string): void {
  const { context, palette, heightPixels } = frame;
  const x = STAFF_LEFT_PIXELS;
  const ground = heightPixels - STAFF_BOTTOM_PIXELS;
  context.font = SCALE_FONT;
  const plateWidth = Math.max(58, note ? context.measureText(note).width + 16 : 0);
  context.globalAlpha = 0.78;
  context.fillStyle = palette.halo;
  context.beginPath();
  context.roundRect(x - 12, ground - scale.lengthPixels - 12, plateWidth, scale.lengthPixels + (note ? 38 : 22), 5);
  context.fill();
  context.globalAlpha = 1;
  for (const [width, colour] of [
    [5, palette.halo],
    [1.5, palette.text],
  ] as const) {
    context.strokeStyle = colour;
    context.lineWidth = width;
    context.beginPath();
    context.moveTo(x, ground);
    context.lineTo(x, ground - scale.lengthPixels);
    for (const tick of scale.ticks) {
      context.moveTo(x, ground - tick.offsetPixels);
      context.lineTo(x + (tick.isLabelled ? 8 : 5), ground - tick.offsetPixels);
    }
    context.stroke();
  }
  context.textAlign = 'left';
  context.textBaseline = 'middle';
  const labelled = scale.ticks.filter((tick) => tick.isLabelled);
  for (const tick of labelled) {
    const unit = tick === labelled.at(-1) ? ' m' : '';
    haloText(frame, `${tick.metres}${unit}`, x + 12, ground - tick.offsetPixels, palette.text);
  }
  if (note) haloText(frame, note, x - 6, ground + 16, palette.mutedText);
}

/** Draws the overlay: on the canvas above the map, or onto a captured picture. */
export function drawOverlay(frame: OverlayFrame, overlay: Overlay): void {
  for (const label of overlay.labels) drawLabel(frame, label);
  if (overlay.heightScale) drawHeightScale(frame, overlay.heightScale, overlay.heightScaleNote);
}
