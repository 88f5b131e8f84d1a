import type { MapPalette } from './style/palette.ts';

/** Where is drawn over the map's own picture. Sizes in CSS pixels. */
export interface OverlayFrame {
  context: CanvasRenderingContext2D;
  widthPixels: number;
  heightPixels: number;
  palette: MapPalette;
}

/** Marks what the keyboard acts on: the map's centre. */
export function drawCrosshair(frame: OverlayFrame): void {
  const { context, palette, widthPixels, heightPixels } = frame;
  const x = widthPixels / 2;
  const y = heightPixels / 2;
  for (const [width, colour] of [
    [4.5, palette.selectionLight],
    [2, palette.selectionDark],
  ] as const) {
    context.strokeStyle = colour;
    context.lineWidth = width;
    context.beginPath();
    for (const [dx, dy] of [
      [1, 0],
      [-1, 0],
      [0, 1],
      [0, -1],
    ] as const) {
      context.moveTo(x + dx * 5, y + dy * 5);
      context.lineTo(x + dx * 16, y + dy * 16);
    }
    context.stroke();
  }
}
