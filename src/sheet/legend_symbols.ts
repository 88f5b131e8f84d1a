import type { PictureLayout } from './picture_layout.ts';
import { drawText, type Inks, round } from './svg_drawing.ts';
import { escapeXml, wrapText } from './svg_text.ts';

/** A line or a dot of the map that belongs to no class of the theme. */
export interface LegendSymbol {
  mark: 'line' | 'dashed' | 'dash-dot' | 'dot';
  colour: string;
  label: string;
}

/** Rows the symbols take in a legend: one each, and an empty one that parts them from the classes. */
export function symbolRows(symbols: readonly LegendSymbol[]): number {
  return symbols.length === 0 ? 0 : symbols.length + 1;
}

const DASHES = { line: undefined, dashed: '1.3 0.7', 'dash-dot': '1.6 0.5 0.4 0.5' } as const;

/** One symbol with its words; the row's top left corner and the width of its column in millimetres. */
export function drawSymbol(
  { mark, colour, label }: LegendSymbol,
  place: { x: number; y: number; width: number },
  { furnitureScale: scale }: Pick<PictureLayout, 'furnitureScale'>,
  inks: Inks,
): string {
  const middle = round(place.y + 1.6 * scale);
  const size = 2.7 * scale;
  const fill = escapeXml(colour);
  const dash = mark === 'dot' ? undefined : DASHES[mark];
  const drawn =
    mark === 'dot'
      ? `<circle cx="${round(place.x + 2.5 * scale)}" cy="${middle}" r="${round(0.8 * scale)}" fill="${fill}"/>`
      : `<line x1="${round(place.x)}" x2="${round(place.x + 5 * scale)}" y1="${middle}" y2="${middle}" stroke="${fill}" stroke-width="${round(0.5 * scale)}"${dash ? ` stroke-dasharray="${dash}"` : ''}/>`;
  const words = wrapText(label, (place.width - 6.5 * scale) / size, 1)[0] ?? '';
  return drawn + drawText(words, place.x + 6.5 * scale, place.y + 2.7 * scale, { size, fill: inks.ink });
}
