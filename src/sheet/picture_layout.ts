const MILLIMETRES_PER_INCH = 25.4;
const PRINT_DOTS_PER_INCH = 300;
/** CSS pixels per inch, by definition. */
export const SCREEN_DOTS_PER_INCH = 96;

export type Paper = 'A4' | 'A3';
export type Orientation = 'landscape' | 'portrait';
/** What kind of picture: the screen's own shape (CSS pixels, drawn at a pixel ratio), or a sheet of paper at 300 dpi. */
export type PictureFormat =
  | { kind: 'screen'; widthCssPixels: number; heightCssPixels: number; pixelRatio: number }
  | { kind: 'paper'; paper: Paper; orientation: Orientation };

/** ISO 216 sizes in millimetres, landscape. */
export const PAPER_MILLIMETRES: Record<Paper, { width: number; height: number }> = {
  A4: { width: 297, height: 210 },
  A3: { width: 420, height: 297 },
};

export interface PixelFrame {
  xPixels: number;
  yPixels: number;
  widthPixels: number;
  heightPixels: number;
}
export interface MillimetreFrame {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Where everything stands on a picture. Furniture is laid out in millimetres, pixels follow from the resolution. */
export interface PictureLayout {
  isPaper: boolean;
  widthPixels: number;
  heightPixels: number;
  dotsPerInch: number;
  /** Device pixels per CSS pixel of the map on it: line widths and labels grow with it. */
  pixelRatio: number;
  /** Sizes of text and margins grow with the sheet: 1 on A4. */
  furnitureScale: number;
  widthMillimetres: number;
  heightMillimetres: number;
  header: MillimetreFrame;
  map: MillimetreFrame;
  mapFrame: PixelFrame;
  /** Absent without a legend. */
  legend?: MillimetreFrame & { columns: number };
  footer: MillimetreFrame;
}

const LEGEND_ROW_MILLIMETRES = 4.6;
const LEGEND_HEAD_MILLIMETRES = 11;
const LEGEND_COLUMN_MILLIMETRES = 56;

/**
 * Divides a picture: title above, map, legend at the right (or below on upright and small pictures), footer. `legendRows` is the
 * number of classes to list (0: no legend); `hasSubtitle` adds a line to the title; `noteLines` are the footer's lines of notes.
 */
export function layOutPicture(
  format: PictureFormat,
  content: { legendRows: number; hasSubtitle: boolean; noteLines: number },
): PictureLayout {
  const size = pictureSize(format);
  const millimetre = (pixels: number) => (pixels * MILLIMETRES_PER_INCH) / size.dotsPerInch;
  const width = millimetre(size.widthPixels);
  const height = millimetre(size.heightPixels);
  const scale = size.furnitureScale;
  const margin = (size.isPaper ? 10 : 4) * scale;
  const gap = 2.5 * scale;
  const inner = width - 2 * margin;

  const headerHeight = (content.hasSubtitle ? 13 : 8.5) * scale;
  const footerHeight = (10.5 + content.noteLines * 3.6) * scale;
  const header = { x: margin, y: margin, width: inner, height: headerHeight };
  const footer = { x: margin, y: height - margin - footerHeight, width: inner, height: footerHeight };

  const bodyTop = header.y + header.height + gap;
  const bodyHeight = footer.y - gap - bodyTop;
  const isLegendBeside = width > height && inner >= 170 * scale;
  const map = { x: margin, y: bodyTop, width: inner, height: bodyHeight };
  let legend: PictureLayout['legend'];
  if (content.legendRows > 0 && isLegendBeside) {
    const legendWidth = LEGEND_COLUMN_MILLIMETRES * scale;
    map.width -= legendWidth + gap;
    legend = { x: map.x + map.width + gap, y: bodyTop, width: legendWidth, height: bodyHeight, columns: 1 };
  } else if (content.legendRows > 0) {
    const columns = Math.max(1, Math.floor(inner / (LEGEND_COLUMN_MILLIMETRES * scale)));
    const wanted = (LEGEND_HEAD_MILLIMETRES + Math.ceil(content.legendRows / columns) * LEGEND_ROW_MILLIMETRES) * scale;
    // However long the legend, the map keeps two thirds.
    const legendHeight = Math.min(wanted, bodyHeight / 3);
    map.height -= legendHeight + gap;
    legend = { x: margin, y: map.y + map.height + gap, width: inner, height: legendHeight, columns };
  }

  const pixel = (millimetres: number) => Math.round((millimetres * size.dotsPerInch) / MILLIMETRES_PER_INCH);
  const mapFrame = {
    xPixels: pixel(map.x),
    yPixels: pixel(map.y),
    widthPixels: Math.max(1, pixel(map.width)),
    heightPixels: Math.max(1, pixel(map.height)),
  };
  return {
    ...size,
    widthMillimetres: width,
    heightMillimetres: height,
    header,
    // The frame's line must run exactly where the map's pixels end.
    map: {
      x: millimetre(mapFrame.xPixels),
      y: millimetre(mapFrame.yPixels),
      width: millimetre(mapFrame.widthPixels),
      height: millimetre(mapFrame.heightPixels),
    },
    mapFrame,
    ...(legend && { legend }),
    footer,
  };
}

/** Height of a legend's heading and of one of its rows, in millimetres before `furnitureScale`. */
export const LEGEND_METRICS = { head: LEGEND_HEAD_MILLIMETRES, row: LEGEND_ROW_MILLIMETRES } as const;

interface PictureSize {
  isPaper: boolean;
  widthPixels: number;
  heightPixels: number;
  dotsPerInch: number;
  pixelRatio: number;
  furnitureScale: number;
}

function pictureSize(format: PictureFormat): PictureSize {
  if (format.kind === 'screen') {
    return {
      isPaper: false,
      widthPixels: Math.round(format.widthCssPixels * format.pixelRatio),
      heightPixels: Math.round(format.heightCssPixels * format.pixelRatio),
      dotsPerInch: SCREEN_DOTS_PER_INCH * format.pixelRatio,
      pixelRatio: format.pixelRatio,
      furnitureScale: 1.2,
    };
  }
  const { width, height } = PAPER_MILLIMETRES[format.paper];
  const long = Math.round((width * PRINT_DOTS_PER_INCH) / MILLIMETRES_PER_INCH);
  const short = Math.round((height * PRINT_DOTS_PER_INCH) / MILLIMETRES_PER_INCH);
  const isLandscape = format.orientation === 'landscape';
  return {
    isPaper: true,
    widthPixels: isLandscape ? long : short,
    heightPixels: isLandscape ? short : long,
    dotsPerInch: PRINT_DOTS_PER_INCH,
    pixelRatio: PRINT_DOTS_PER_INCH / SCREEN_DOTS_PER_INCH,
    furnitureScale: format.paper === 'A3' ? 1.2 : 1,
  };
}
