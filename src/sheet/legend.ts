import type { ClassLabel, Theme, ThemeClass } from '../core/theme/types.ts';
import { fill } from '../messages/fill.ts';
import { formatFixed, formatNumber } from '../messages/format.ts';
import { textOf } from '../messages/in_language.ts';
import { messagesOf } from '../messages/index.ts';
import type { Language } from '../messages/language.ts';
import { drawSymbol, type LegendSymbol, symbolRows } from './legend_symbols.ts';
import { LEGEND_METRICS, type PictureLayout } from './picture_layout.ts';
import { drawText, type Inks, round } from './svg_drawing.ts';
import { escapeXml, fittingTextSize, wrapText } from './svg_text.ts';

/** Classes a printed legend lists: those of a graded theme all, since their steps are what is read; of the others the used ones. */
export function legendRowsOf(theme: Theme): ThemeClass[] {
  return theme.unit === 'none' ? theme.classes.filter((one) => one.features.length > 0) : theme.classes;
}

/** A class's words in a language, without the unit. */
function classLabelText(label: ClassLabel, language: Language): string {
  const words = messagesOf(language).browse.classes;
  if (label.kind === 'message') return words[label.key];
  if (label.kind === 'text') {
    const text = textOf(label.text, language);
    return label.code ? `${label.code} ${text}` : text;
  }
  const from = label.from === undefined ? undefined : formatNumber(label.from, language);
  const to = label.to === undefined ? undefined : formatNumber(label.to, language);
  if (from !== undefined && to !== undefined) return fill(words.between, { from, to });
  if (to !== undefined) return fill(words.upTo, { to });
  return from === undefined ? words.all : fill(words.above, { from });
}

/**
 * The legend of a theme: heading, unit, then one row per class with swatch, words, count and area in hectares; below them the
 * map's other symbols, where there is room for them.
 */
export function drawLegend(
  theme: Theme,
  frame: NonNullable<PictureLayout['legend']>,
  { furnitureScale: scale }: Pick<PictureLayout, 'furnitureScale'>,
  language: Language,
  inks: Inks,
  symbols: readonly LegendSymbol[] = [],
): string {
  const words = messagesOf(language).browse;
  const size = 2.7 * scale;
  const small = 2.3 * scale;
  const columnGap = 4 * scale;
  const columnWidth = (frame.width - columnGap * (frame.columns - 1)) / frame.columns;
  const parts = [
    drawText(words.themes[theme.id], frame.x, frame.y + 3.2 * scale, {
      size: 3.3 * scale,
      fill: inks.ink,
      weight: 700,
    }),
  ];
  const unitName = theme.unit === 'none' ? '' : words.unitNames[theme.unit];
  const basis = words.legend[theme.areaBasis];
  parts.push(
    drawText(
      wrapText([unitName, basis].filter(Boolean).join(' · '), (columnWidth * 0.5) / small, 1)[0] ?? '',
      frame.x,
      frame.y + 8 * scale,
      {
        size: small,
        fill: inks.soft,
      },
    ),
  );

  const rowHeight = LEGEND_METRICS.row * scale;
  const top = frame.y + LEGEND_METRICS.head * scale;
  // The frame may have been made for exactly these rows: a rounding error must not cost one.
  const rowsPerColumn = Math.max(1, Math.floor((frame.height - LEGEND_METRICS.head * scale) / rowHeight + 1e-6));
  const rows = legendRowsOf(theme);
  const capacity = rowsPerColumn * frame.columns;
  // The classes are what the legend is for: symbols that would crowd them out are left away.
  const hasSymbols = symbols.length > 0 && rows.length + symbolRows(symbols) <= capacity;
  const listed = rows.length > capacity ? rows.slice(0, capacity - 1) : rows;

  const usedColumns = Math.min(frame.columns, Math.ceil(rows.length / rowsPerColumn));
  for (let column = 0; column < usedColumns; column += 1) {
    const right = frame.x + column * (columnWidth + columnGap) + columnWidth;
    const head = { size: small, fill: inks.soft, anchor: 'end' as const };
    parts.push(drawText(words.legend.countColumn, right - 15 * scale, frame.y + 8 * scale, head));
    parts.push(drawText(words.legend.areaColumn, right, frame.y + 8 * scale, head));
  }
  listed.forEach((one, index) => {
    const column = Math.floor(index / rowsPerColumn);
    const x = frame.x + column * (columnWidth + columnGap);
    const y = top + (index % rowsPerColumn) * rowHeight;
    const baseline = y + 2.7 * scale;
    const right = x + columnWidth;
    const area = one.areasSquareMetres.reduce((sum, area) => sum + area, 0);
    const labelWidth = columnWidth - 27.5 * scale;
    const label = classLabelText(one.label, language);
    const labelSize = fittingTextSize(label, size, labelWidth, 0.75);
    parts.push(
      `<rect x="${round(x)}" y="${round(y)}" width="${round(5 * scale)}" height="${round(3.2 * scale)}" fill="${escapeXml(one.colour)}" stroke="${inks.line}" stroke-width="0.15"/>`,
      drawText(wrapText(label, labelWidth / labelSize, 1)[0] ?? '', x + 6.5 * scale, baseline, {
        size: labelSize,
        fill: inks.ink,
      }),
      drawText(formatNumber(one.features.length, language, 0), right - 15 * scale, baseline, {
        size,
        fill: inks.ink,
        anchor: 'end',
      }),
      drawText(formatFixed(area / 10_000, language, 1), right, baseline, { size, fill: inks.ink, anchor: 'end' }),
    );
  });
  if (listed.length < rows.length) {
    const index = listed.length;
    const x = frame.x + Math.floor(index / rowsPerColumn) * (columnWidth + columnGap);
    const y = top + (index % rowsPerColumn) * rowHeight + 2.7 * scale;
    const more = fill(messagesOf(language).takeAway.sheet.more, { count: rows.length - listed.length });
    parts.push(drawText(more, x, y, { size, fill: inks.soft }));
  }
  if (hasSymbols) {
    symbols.forEach((symbol, index) => {
      const row = rows.length + 1 + index;
      const x = frame.x + Math.floor(row / rowsPerColumn) * (columnWidth + columnGap);
      const y = top + (row % rowsPerColumn) * rowHeight;
      parts.push(drawSymbol(symbol, { x, y, width: columnWidth }, { furnitureScale: scale }, inks));
    });
  }
  return `<g>${parts.join('')}</g>`;
}
