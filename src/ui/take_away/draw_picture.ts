import {
  buildPictureSheet,
  type PictureSheet,
  type PictureSheetInput,
  planPictureSheet,
} from '../../sheet/picture_sheet.ts';
import { withPhysicalSize } from '../../sheet/png_physical_size.ts';
import type { MapPort } from '../../state/map_port.ts';
import type { Camera } from '../../state/view.ts';

export interface PictureRequest {
  sheet: PictureSheetInput;
  /** Scale of the map; absent: the view on the screen, fitted. */
  scaleDenominator?: number;
  /** Where the map looks; absent: where the screen looks. */
  camera?: Camera;
  /** Width the picture is drawn at; absent: its own. A preview is smaller, and otherwise the same picture. */
  widthPixels?: number;
}

export interface Picture {
  canvas: HTMLCanvasElement;
  sheet: PictureSheet;
}

/** Draws the map and the furniture around it. Rejects with an AbortError when cancelled, and when the map cannot be captured. */
export async function drawPicture(map: MapPort, request: PictureRequest, signal: AbortSignal): Promise<Picture> {
  const layout = planPictureSheet(request.sheet);
  const factor = (request.widthPixels ?? layout.widthPixels) / layout.widthPixels;
  const captured = await map.capture({
    widthPixels: Math.max(1, Math.round(layout.mapFrame.widthPixels * factor)),
    heightPixels: Math.max(1, Math.round(layout.mapFrame.heightPixels * factor)),
    pixelRatio: layout.pixelRatio * factor,
    view: { appearance: request.sheet.appearance, ...(request.camera && { camera: request.camera }) },
    ...(request.scaleDenominator !== undefined && { scaleDenominator: request.scaleDenominator }),
  });
  signal.throwIfAborted();
  const sheet = buildPictureSheet(request.sheet, { ...captured, metresPerPixel: captured.metresPerPixel * factor });
  const furniture = await imageOf(sheet.svg);
  signal.throwIfAborted();

  const canvas = document.createElement('canvas');
  canvas.width = Math.round(sheet.widthPixels * factor);
  canvas.height = Math.round(sheet.heightPixels * factor);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('No 2D canvas of this size.');
  const { xPixels, yPixels, widthPixels, heightPixels } = sheet.mapFrame;
  context.drawImage(captured.canvas, xPixels * factor, yPixels * factor, widthPixels * factor, heightPixels * factor);
  context.drawImage(furniture, 0, 0, canvas.width, canvas.height);
  return { canvas, sheet };
}

/** The picture as a PNG that states its resolution. Rejects when the browser cannot encode a canvas of this size. */
export async function pictureFile({ canvas, sheet }: Picture): Promise<Blob> {
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (!blob) throw new Error(`PNG ${canvas.width} × ${canvas.height}`);
  const bytes = withPhysicalSize(new Uint8Array(await blob.arrayBuffer()), sheet.dotsPerInch);
  return new Blob([new Uint8Array(bytes)], { type: 'image/png' });
}

async function imageOf(svg: string): Promise<HTMLImageElement> {
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    return image;
  } finally {
    URL.revokeObjectURL(address);
  }
}
