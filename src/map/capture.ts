import { Map as MapLibreMap } from 'maplibre-gl';
import type { CapturedMap, CaptureRequest } from '../state/map_port.ts';
import type { Camera } from '../state/view.ts';
import { captureCamera, toMapLibreCamera } from './camera.ts';
import { MapDrawing } from './drawing.ts';
import { MAP_OPTIONS } from './map_options.ts';
import { metresPerPixelAt } from './scale.ts';
import type { SceneInput } from './scene.ts';
import { mapPalette } from './style/palette.ts';

/** Widest and highest picture that is drawn in one piece, in device pixels. A3 at 300 dpi is 4961 × 3508. */
const MAX_CAPTURE_PIXELS = 8192;
/** A picture that is not complete by then will not be: a basemap's server may never answer. */
const DEADLINE_MILLISECONDS = 90_000;

/** Denser than this is for print: 300 dpi are 3.1 device pixels per CSS pixel. */
const SCREEN_PIXEL_RATIO = 2;

export type CaptureErrorCode = 'picture-too-large' | 'graphics-lost' | 'timed-out';

/** Why a picture could not be drawn. */
export class CaptureError extends Error {
  override readonly name = 'CaptureError';
  readonly code: CaptureErrorCode;
  constructor(code: CaptureErrorCode, detail: string) {
    super(`${code}: ${detail}`);
    this.code = code;
  }
}

export interface CaptureSource {
  /** The map on the screen: its place in the document and its size decide where and how large the picture's view is. */
  container: HTMLElement;
  /** What the screen shows now. */
  camera: Camera;
  /** What is to be drawn. */
  input: SceneInput;
  heightScaleNote: string;
}

/** A place in the document that nobody sees or reaches, of this size in CSS pixels. */
function createStage(beside: HTMLElement, width: number, height: number): HTMLElement {
  const stage = document.createElement('div');
  stage.setAttribute('aria-hidden', 'true');
  stage.setAttribute('inert', '');
  for (const [property, value] of [
    ['position', 'fixed'],
    ['left', '-30000px'],
    ['top', '0'],
    ['width', `${width}px`],
    ['height', `${height}px`],
    ['pointer-events', 'none'],
  ] as const)
    stage.style.setProperty(property, value);
  beside.parentNode?.appendChild(stage);
  return stage;
}

/** Shows what is to be drawn once all it needs is there. Resolves when everything is drawn; rejects when it cannot be. */
function untilDrawn(map: MapLibreMap, needed: Promise<void>, show: () => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const deadline = setTimeout(
      () => reject(new CaptureError('timed-out', `${DEADLINE_MILLISECONDS / 1000} s`)),
      DEADLINE_MILLISECONDS,
    );
    map.on('webglcontextlost', () => {
      clearTimeout(deadline);
      reject(new CaptureError('graphics-lost', 'webglcontextlost'));
    });
    map.once('style.load', async () => {
      await needed;
      show();
      map.once('idle', () => {
        clearTimeout(deadline);
        resolve();
      });
      map.triggerRepaint();
    });
  });
}

/** Draws the view anew, off screen, at exactly the size asked for. Rejects with a `CaptureError`. */
export async function captureMap(source: CaptureSource, request: CaptureRequest): Promise<CapturedMap> {
  const { widthPixels, heightPixels, pixelRatio } = request;
  if (Math.max(widthPixels, heightPixels) > MAX_CAPTURE_PIXELS)
    throw new CaptureError('picture-too-large', `${widthPixels} × ${heightPixels} > ${MAX_CAPTURE_PIXELS}`);
  const { clientWidth, clientHeight } = source.container;
  const camera = captureCamera(request, {
    camera: source.camera,
    widthPixels: clientWidth,
    heightPixels: clientHeight,
  });

  // An element is a whole number of CSS pixels wide: draw a little more than asked, and cut the middle out.
  const width = Math.ceil(widthPixels / pixelRatio);
  const height = Math.ceil(heightPixels / pixelRatio);
  const stage = createStage(source.container, width, height);
  let map: MapLibreMap | undefined;
  try {
    map = new MapLibreMap({
      ...MAP_OPTIONS,
      container: stage,
      interactive: false,
      attributionControl: false,
      trackResize: false,
      pixelRatio,
      maxCanvasSize: [MAX_CAPTURE_PIXELS + 16, MAX_CAPTURE_PIXELS + 16],
      // Print resolution needs no smoothing by oversampling, and a large picture cannot afford it.
      canvasContextAttributes: { preserveDrawingBuffer: true, antialias: pixelRatio < 2 },
      // The scale decides, whatever zoom it is.
      minZoom: 0,
      maxZoom: 24,
      fadeDuration: 0,
      ...toMapLibreCamera(camera),
    });
    const drawing = new MapDrawing(map);
    const isPrint = pixelRatio > SCREEN_PIXEL_RATIO;
    await untilDrawn(map, drawing.prepare(source.input), () => drawing.show({ ...source.input, isPrint }));

    const drawn = map.getCanvas();
    if (drawn.width < widthPixels || drawn.height < heightPixels)
      throw new CaptureError('picture-too-large', `${widthPixels} × ${heightPixels}: ${drawn.width} × ${drawn.height}`);
    const left = Math.floor((drawn.width - widthPixels) / 2);
    const top = Math.floor((drawn.height - heightPixels) / 2);
    const canvas = document.createElement('canvas');
    canvas.width = widthPixels;
    canvas.height = heightPixels;
    const context = canvas.getContext('2d');
    if (!context) throw new CaptureError('picture-too-large', `2d canvas of ${widthPixels} × ${heightPixels}`);
    // Shows through hair-thin cracks between tiles.
    context.fillStyle = mapPalette(source.input.dark).paper;
    context.fillRect(0, 0, widthPixels, heightPixels);
    context.drawImage(drawn, left, top, widthPixels, heightPixels, 0, 0, widthPixels, heightPixels);
    context.setTransform(pixelRatio, 0, 0, pixelRatio, -left, -top);
    drawing.drawOverlay(context, {
      widthPixels: width,
      heightPixels: height,
      heightScaleNote: source.heightScaleNote,
      hasCrosshair: false,
    });
    context.setTransform(1, 0, 0, 1, 0, 0);
    return {
      canvas,
      metresPerPixel: metresPerPixelAt(camera.latitude, camera.zoom) / pixelRatio,
      bearing: map.getBearing(),
      pitch: map.getPitch(),
    };
  } finally {
    map?.remove();
    stage.remove();
  }
}
