const MILLIMETRES_PER_INCH = 25.4;
const PRINT_DOTS_PER_INCH = 300;
/** CSS pixels per inch, by definition. */
const SCREEN_DOTS_PER_INCH = 96;

export type Paper = 'A4' | 'A3';
export type Orientation = 'landscape' | 'portrait';
/**
 * What kind of picture: the screen's map at its own size (CSS pixels, drawn at a pixel ratio) with the furniture around it, or a
 * sheet of paper at 300 dpi.
 */
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
 * Divides a picture: title above, map, legend at the right (or below on upright and small pictures), footer. A sheet of paper is
 * divided; a screen's map keeps its size and the picture grows around it. `legendRows` is the
 * number of classes to list (0: no legend); `hasSubtitle` adds a line to the title; `noteLines` are the footer's lines of notes.
 */
export function layOutPicture(
  format: PictureFormat,
  content: { legendRows: number; hasSubtitle: boolean; noteLines: number },
): PictureLayout {
  const size = pictureSize(format);
  const millimetre = (pixels: number) => (pixels * MILLIMETRES_PER_INCH) / size.dotsPerInch;
  const pixel = (millimetres: number) => Math.round((millimetres * size.dotsPerInch) / MILLIMETRES_PER_INCH);
  const scale = size.furnitureScale;
  const margin = (size.isPaper ? 10 : 4) * scale;
  const gap = 2.5 * scale;
  const headerHeight = (content.hasSubtitle ? 13 : 8.5) * scale;
  const footerHeight = (10.5 + content.noteLines * 3.6) * scale;
  const legendWidth = LEGEND_COLUMN_MILLIMETRES * scale;
  const legendHeightIn = (columns: number) =>
    (LEGEND_HEAD_MILLIMETRES + Math.ceil(content.legendRows / columns) * LEGEND_ROW_MILLIMETRES) * scale;
  const columnsIn = (millimetres: number) => Math.max(1, Math.floor(millimetres / legendWidth));

  let isLegendBeside = false;
  if (size.isPaper) {
    const inner = millimetre(size.widthPixels) - 2 * margin;
    isLegendBeside = size.widthPixels > size.heightPixels && inner >= 170 * scale;
  } else {
    const mapWidth = millimetre(size.widthPixels);
    const mapHeight = millimetre(size.heightPixels);
    isLegendBeside = mapWidth > mapHeight && legendHeightIn(1) <= mapHeight;
    const hasLegend = content.legendRows > 0;
    const besideWidth = hasLegend && isLegendBeside ? legendWidth + gap : 0;
    const belowHeight = hasLegend && !isLegendBeside ? legendHeightIn(columnsIn(mapWidth)) + gap : 0;
    size.widthPixels = pixel(mapWidth + 2 * margin + besideWidth);
    size.heightPixels = pixel(mapHeight + 2 * (margin + gap) + headerHeight + footerHeight + belowHeight);
  }
  const width = millimetre(size.widthPixels);
  const height = millimetre(size.heightPixels);
  const inner = width - 2 * margin;
  const header = { x: margin, y: margin, width: inner, height: headerHeight };
  const footer = { x: margin, y: height - margin - footerHeight, width: inner, height: footerHeight };

  const bodyTop = header.y + header.height + gap;
  const bodyHeight = footer.y - gap - bodyTop;
  const map = { x: margin, y: bodyTop, width: inner, height: bodyHeight };
  let legend: PictureLayout['legend'];
  if (content.legendRows > 0 && isLegendBeside) {
    map.width -= legendWidth + gap;
    legend = { x: map.x + map.width + gap, y: bodyTop, width: legendWidth, height: bodyHeight, columns: 1 };
  } else if (content.legendRows > 0) {
    const columns = columnsIn(inner);
    // However long the legend, a sheet's map keeps two thirds; a screen's picture has room for all of it.
    const legendHeight = size.isPaper ? Math.min(legendHeightIn(columns), bodyHeight / 3) : legendHeightIn(columns);
    map.height -= legendHeight + gap;
    legend = { x: margin, y: map.y + map.height + gap, width: inner, height: legendHeight, columns };
  }

  const mapFrame = {
    xPixels: pixel(map.x),
    yPixels: pixel(map.y),
    widthPixels: Math.max(1, pixel(map.width)),
    heightPixels: Math.max(1, pixel(map.height)),
    // Not a pixel off: the picture is to be the very view on the screen.
    ...(format.kind === 'screen' && screenMapPixels(format)),
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

/** Size of the map on the screen in device pixels of the picture. */
function screenMapPixels(format: Extract<PictureFormat, { kind: 'screen' }>) {
  return {
    widthPixels: Math.round(format.widthCssPixels * format.pixelRatio),
    heightPixels: Math.round(format.heightCssPixels * format.pixelRatio),
  };
}

/** Size of a sheet of paper; of a screen's picture that of the map alone, before the furniture. */
function pictureSize(format: PictureFormat): PictureSize {
  if (format.kind === 'screen') {
    return {
      isPaper: false,
      ...screenMapPixels(format),
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
