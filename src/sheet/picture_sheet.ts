import type { Manifest } from '../core/plan/types.ts';
import type { Theme } from '../core/theme/types.ts';
import { formatNumber } from '../messages/format.ts';
import { textOf } from '../messages/in_language.ts';
import { messagesOf } from '../messages/index.ts';
import type { Language } from '../messages/language.ts';
import { drawLegend, legendRowsOf } from './legend.ts';
import { type LegendSymbol, symbolRows } from './legend_symbols.ts';
import { layOutPicture, type PictureFormat, type PictureLayout, type PixelFrame } from './picture_layout.ts';
import { chooseScaleBar } from './scale_bar.ts';
import { drawText, INKS, type Inks, round } from './svg_drawing.ts';
import { escapeXml, fittingTextSize, wrapText } from './svg_text.ts';

/** What the captured map says about itself. */
export interface MapOnSheet {
  /** Ground metres per device pixel at the map's centre. */
  metresPerPixel: number;
  /** Degrees clockwise from north to the top of the map. */
  bearing: number;
  /** Degrees; above zero the scale changes over the map. */
  pitch: number;
}

export interface PictureSheetInput {
  format: PictureFormat;
  language: Language;
  appearance: 'light' | 'dark';
  title: string;
  subtitle?: string;
  manifest: Manifest;
  /** The theme whose legend is drawn. Absent: no legend. */
  legend?: Theme;
  /** What else is drawn on the map; told in the legend. */
  symbols?: readonly LegendSymbol[];
  /** Sentences below the map: active filters, updates that are not published. */
  notes: string[];
}

export interface PictureSheet {
  /** The furniture, transparent where the map lies, at exactly the size below. */
  svg: string;
  mapFrame: PixelFrame;
  widthPixels: number;
  heightPixels: number;
  dotsPerInch: number;
  /** N of the 1:N that the sheet states; absent where none would be true (screen pictures, pitched views). */
  scaleDenominator?: number;
}

const FONTS = "'Microsoft YaHei','PingFang SC','Noto Sans CJK SC','Noto Sans SC','Segoe UI',system-ui,sans-serif";
const NOTE_SIZE = 2.45;
const NOTE_LINE = 3.6;
/** From this pitch in degrees the scale differs visibly over the map. */
const FLAT_PITCH_DEGREES = 0.5;

/** Where the map goes on a sheet: ask before capturing it. Sizes are exact device pixels. */
export function planPictureSheet(input: PictureSheetInput): PictureLayout {
  const content = {
    legendRows: input.legend ? legendRowsOf(input.legend).length + symbolRows(input.symbols ?? []) : 0,
    hasSubtitle: Boolean(input.subtitle),
    noteLines: 0,
  };
  const first = layOutPicture(input.format, content);
  return layOutPicture(input.format, { ...content, noteLines: noteLines(input, first).length });
}

/**
 * The furniture of a picture of the map: title, legend, scale bar, north arrow, version, status, date, who drew it, notes. On
 * paper the stated 1:N is true when the picture is printed at its own size. All text is escaped.
 */
export function buildPictureSheet(input: PictureSheetInput, map: MapOnSheet): PictureSheet {
  const layout = planPictureSheet(input);
  const inks = INKS[input.appearance];
  const metresPerMillimetre = (map.metresPerPixel * layout.dotsPerInch) / 25.4;
  const isFlat = map.pitch < FLAT_PITCH_DEGREES;
  // A picture for the screen has no size in millimetres of its own, so no 1:N would be true for it: the bar says it all.
  const scaleDenominator = layout.isPaper && isFlat ? metresPerMillimetre * 1000 : undefined;
  const parts = [
    pageAroundMap(layout, inks),
    drawHeader(input, layout, inks),
    drawNorthArrow(input.language, layout, map.bearing, inks),
    input.legend && layout.legend
      ? drawLegend(input.legend, layout.legend, layout, input.language, inks, input.symbols)
      : '',
    drawScale(input.language, layout, metresPerMillimetre, scaleDenominator, isFlat, inks),
    drawFooter(input, layout, inks),
  ];
  const { widthPixels, heightPixels, widthMillimetres, heightMillimetres } = layout;
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${widthPixels}" height="${heightPixels}" ` +
    `viewBox="0 0 ${round(widthMillimetres)} ${round(heightMillimetres)}" font-family="${escapeXml(FONTS)}" ` +
    `xml:lang="${input.language}">${parts.join('')}</svg>`;
  return {
    svg,
    mapFrame: layout.mapFrame,
    widthPixels,
    heightPixels,
    dotsPerInch: layout.dotsPerInch,
    ...(scaleDenominator !== undefined && { scaleDenominator }),
  };
}

function pageAroundMap({ widthMillimetres, heightMillimetres, map }: PictureLayout, inks: Inks): string {
  const page = `M0 0H${round(widthMillimetres)}V${round(heightMillimetres)}H0Z`;
  const hole = `M${round(map.x)} ${round(map.y)}h${round(map.width)}v${round(map.height)}h${round(-map.width)}Z`;
  return (
    `<path fill="${inks.page}" fill-rule="evenodd" d="${page}${hole}"/>` +
    `<path fill="none" stroke="${inks.line}" stroke-width="0.3" d="${hole}"/>`
  );
}

function drawHeader(input: PictureSheetInput, layout: PictureLayout, inks: Inks): string {
  const { header, furnitureScale: scale } = layout;
  const titleSize = fittingTextSize(input.title, 5.6 * scale, header.width, 2 / 3);
  const title = wrapText(input.title, header.width / titleSize, 1)[0] ?? '';
  const parts = [drawText(title, header.x, header.y + 5.6 * scale, { size: titleSize, fill: inks.ink, weight: 700 })];
  if (input.subtitle) {
    const size = 3 * scale;
    const subtitle = wrapText(input.subtitle, header.width / size, 1)[0] ?? '';
    parts.push(drawText(subtitle, header.x, header.y + 11 * scale, { size, fill: inks.soft }));
  }
  return parts.join('');
}

function drawNorthArrow(language: Language, layout: PictureLayout, bearing: number, inks: Inks): string {
  const { map, furnitureScale: scale } = layout;
  const radius = 7 * scale;
  const x = map.x + map.width - radius - 2.5 * scale;
  const y = map.y + radius + 2.5 * scale;
  const arrow = 'M0 -3.6L2.1 4.4L0 3L-2.1 4.4Z';
  const half = 'M0 -3.6L0 3L-2.1 4.4Z';
  // The map's top is `bearing` clockwise of north, so north is as much counter-clockwise of the top.
  const turn = `rotate(${round(-bearing)})`;
  return (
    `<g transform="translate(${round(x)} ${round(y)}) scale(${scale})">` +
    `<circle r="7" fill="${inks.page}" fill-opacity="0.86"/>` +
    `<g transform="${turn}"><g transform="translate(0 1.3)"><path d="${arrow}" fill="none" stroke="${inks.ink}" stroke-width="0.35" stroke-linejoin="round"/>` +
    `<path d="${half}" fill="${inks.ink}"/></g>` +
    `<text y="-3.2" font-size="2.9" font-weight="700" text-anchor="middle" fill="${inks.ink}">${escapeXml(messagesOf(language).takeAway.sheet.north)}</text></g></g>`
  );
}

function drawScale(
  language: Language,
  layout: PictureLayout,
  metresPerMillimetre: number,
  scaleDenominator: number | undefined,
  isFlat: boolean,
  inks: Inks,
): string {
  const { footer, furnitureScale: scale } = layout;
  const words = messagesOf(language).takeAway.sheet;
  const bar = chooseScaleBar(metresPerMillimetre, Math.min(60 * scale, footer.width * 0.36));
  const unit = bar.lengthMetres >= 2000 ? { name: 'km', metres: 1000 } : { name: 'm', metres: 1 };
  const partLength = bar.lengthMillimetres / bar.parts;
  const barTop = footer.y + 4.6 * scale;
  const barHeight = 1.5 * scale;
  const size = 2.5 * scale;
  const parts: string[] = [];
  for (let part = 0; part < bar.parts; part += 1) {
    const fill = part % 2 === 0 ? inks.ink : inks.page;
    parts.push(
      `<rect x="${round(footer.x + part * partLength)}" y="${round(barTop)}" width="${round(partLength)}" height="${round(barHeight)}" fill="${fill}" stroke="${inks.ink}" stroke-width="0.2"/>`,
    );
  }
  // Only the ends and the middle are labelled: more would run into each other on a short bar.
  const labelledParts = bar.parts % 2 === 0 ? [0, bar.parts / 2, bar.parts] : [0, bar.parts];
  for (const part of labelledParts) {
    const value = formatNumber((bar.lengthMetres * part) / bar.parts / unit.metres, language, 2);
    const isLast = part === bar.parts;
    const anchor = part === 0 ? 'start' : 'middle';
    parts.push(
      drawText(isLast ? `${value} ${unit.name}` : value, footer.x + part * partLength, barTop - 0.9 * scale, {
        size,
        fill: inks.ink,
        anchor,
      }),
    );
  }
  const ratio =
    scaleDenominator === undefined
      ? isFlat
        ? ''
        : words.atCentre
      : `1:${formatNumber(scaleDenominator, language, 0)}`;
  if (ratio !== '') {
    const style = { size: (isFlat ? 3.4 : 2.5) * scale, fill: inks.ink, weight: isFlat ? 700 : 400 };
    parts.push(drawText(ratio, footer.x + bar.lengthMillimetres + 7 * scale, barTop + barHeight, style));
  }
  return `<g data-scale-bar="${round(bar.lengthMillimetres)}" data-scale-metres="${bar.lengthMetres}">${parts.join('')}</g>`;
}

function drawFooter(input: PictureSheetInput, layout: PictureLayout, inks: Inks): string {
  const { footer, furnitureScale: scale } = layout;
  const { manifest, language } = input;
  const words = messagesOf(language).takeAway.sheet;
  const right = footer.x + footer.width;
  const size = 2.7 * scale;
  // What is left beside the scale bar.
  const ems = (footer.width * 0.5) / size;
  const status = messagesOf(language).browse.planStatements[manifest.status];
  const facts = [`${words.version} ${manifest.version}`, `${words.date} ${manifest.date}`];
  const origin = [
    manifest.organisation && `${words.organisation} ${textOf(manifest.organisation, language)}`,
    manifest.mapApprovalNumber && `${words.mapApprovalNumber} ${manifest.mapApprovalNumber}`,
  ].filter((fact): fact is string => Boolean(fact));
  const end = { size, anchor: 'end' as const };
  const parts = [
    drawText(wrapText(status, ems, 1)[0] ?? '', right, footer.y + 2.6 * scale, {
      ...end,
      fill: inks.mark,
      weight: 700,
    }),
    drawText(wrapText([...facts, ...origin].join('　'), ems, 1)[0] ?? '', right, footer.y + 6.4 * scale, {
      ...end,
      fill: inks.ink,
    }),
  ];
  noteLines(input, layout).forEach((line, index) => {
    const y = footer.y + (11.2 + index * NOTE_LINE) * scale;
    parts.push(drawText(line, footer.x, y, { size: NOTE_SIZE * scale, fill: inks.soft }));
  });
  return parts.join('');
}

/** The footer's lines of small print, cut to the sheet's width. */
function noteLines(input: PictureSheetInput, layout: PictureLayout): string[] {
  const { manifest, language } = input;
  const words = messagesOf(language).takeAway.sheet;
  const sources = (manifest.sources ?? []).map((source) => textOf(source.title, language));
  const sentences = [
    ...input.notes,
    manifest.statusNote ? textOf(manifest.statusNote, language) : '',
    input.legend ? words.areaBasis[input.legend.areaBasis] : '',
    sources.length > 0 ? `${words.sources}${language === 'en' ? ': ' : '：'}${sources.join(words.separator)}` : '',
  ].filter((sentence) => sentence !== '');
  const ems = layout.footer.width / (NOTE_SIZE * layout.furnitureScale);
  return sentences.flatMap((sentence) => wrapText(sentence, ems, 2));
}
