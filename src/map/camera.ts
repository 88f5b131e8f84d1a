import type { Map as MapLibreMap, PaddingOptions } from 'maplibre-gl';
import { boundsOf, boundsOfPlan } from '../core/measure/bounds.ts';
import type { Geometry, Plan } from '../core/plan/types.ts';
import type { CaptureRequest, PageBox } from '../state/map_port.ts';
import type { Camera, View } from '../state/view.ts';
import { zoomAtScale } from './scale.ts';
import { standingFit } from './standing_fit.ts';

export const MIN_ZOOM = 9;
export const MAX_ZOOM = 20;
/** How far the camera may lean in 3D, and how far it leans when a person enters 3D. */
export const MAX_PITCH_3D = 75;
const PITCH_3D = 55;
/** Below this the shells of a 3D view cannot be told from their plots. */
const LEAST_PITCH_3D = 20;
/** A small spot is shown with its surroundings. */
const CLOSEST_FIT_ZOOM = 17.5;

/** Seven decimals of a degree are a centimetre; a copied address stays short. */
const round = (value: number, decimals: number): number => Number(value.toFixed(decimals));

export function cameraOf(map: MapLibreMap): Camera {
  const centre = map.getCenter();
  return {
    longitude: round(centre.lng, 7),
    latitude: round(centre.lat, 7),
    zoom: round(map.getZoom(), 4),
    bearing: round(map.getBearing(), 2),
    pitch: round(map.getPitch(), 2),
  };
}

function isSameCamera(first: Camera, second: Camera): boolean {
  return (
    Math.abs(first.longitude - second.longitude) < 1e-6 &&
    Math.abs(first.latitude - second.latitude) < 1e-6 &&
    Math.abs(first.zoom - second.zoom) < 1e-3 &&
    Math.abs(first.bearing - second.bearing) < 0.02 &&
    Math.abs(first.pitch - second.pitch) < 0.02
  );
}

export function toMapLibreCamera(camera: Camera) {
  const { longitude, latitude, zoom, bearing, pitch } = camera;
  return { center: [longitude, latitude] as [number, number], zoom, bearing, pitch };
}

/**
 * Camera of a picture: at the scale asked for, else the camera the request names, else the screen's view fitted to the
 * picture's shape, so that all that is seen on the screen is in it.
 */
export function captureCamera(
  request: CaptureRequest,
  screen: { camera: Camera; widthPixels: number; heightPixels: number },
): Camera {
  const camera = request.view?.camera ?? screen.camera;
  if (request.scaleDenominator !== undefined)
    return { ...camera, zoom: zoomAtScale(camera.latitude, request.scaleDenominator) };
  if (request.view?.camera || !(screen.widthPixels > 0) || !(screen.heightPixels > 0)) return camera;
  const { widthPixels, heightPixels, pixelRatio } = request;
  const growth = Math.min(
    widthPixels / pixelRatio / screen.widthPixels,
    heightPixels / pixelRatio / screen.heightPixels,
  );
  return { ...camera, zoom: camera.zoom + Math.log2(growth) };
}

/** Width of the tools along the right side of the map, in CSS pixels. */
const TOOLS_PIXELS = 40;
/** On a narrower map there is no room to leave for them. */
const LEAST_WIDTH_FOR_TOOLS_PIXELS = 300;

/** A side that is covered is kept clear only while this much of the map is left to show anything in. */
const LEAST_CLEAR_PIXELS = 160;

/**
 * How much of a map's right and lower side something on the page covers, in CSS pixels: a sheet from below covers the lower side,
 * anything else the right one.
 */
export function coveredSides(map: PageBox, cover: PageBox | undefined): { right: number; bottom: number } {
  if (
    !cover ||
    cover.left >= map.right ||
    cover.right <= map.left ||
    cover.top >= map.bottom ||
    cover.bottom <= map.top
  )
    return { right: 0, bottom: 0 };
  const right = map.right - cover.left;
  if (map.right - map.left - right >= LEAST_CLEAR_PIXELS) return { right, bottom: 0 };
  const bottom = map.bottom - cover.top;
  return { right: 0, bottom: map.bottom - map.top - bottom >= LEAST_CLEAR_PIXELS ? bottom : 0 };
}

/** More than this share of the map is not given up for what stands in its corner. */
const MOST_CORNER_SHARE = 0.5;

/**
 * What to keep clear of for something that stands in a map's upper left corner, in CSS pixels: the left or the upper side,
 * whichever leaves more of the map; none when too little would be left.
 */
export function coveredCorner(map: PageBox, corner: PageBox | undefined): { left: number; top: number } {
  if (!corner) return { left: 0, top: 0 };
  const left = Math.max(0, corner.right - map.left);
  const top = Math.max(0, corner.bottom - map.top);
  const leftShare = left / Math.max(1, map.right - map.left);
  const topShare = top / Math.max(1, map.bottom - map.top);
  if (Math.min(leftShare, topShare) > MOST_CORNER_SHARE) return { left: 0, top: 0 };
  return leftShare < topShare ? { left, top: 0 } : { left: 0, top };
}

/** Room left around what is fitted, in CSS pixels; less on a small map. */
function paddingOf(
  map: MapLibreMap,
  { cover, corner }: Pick<FitOptions, 'cover' | 'corner'>,
): Required<PaddingOptions> {
  const container = map.getContainer();
  const { clientWidth, clientHeight } = container;
  const box = container.getBoundingClientRect();
  const covered = coveredSides(box, cover);
  const inCorner = coveredCorner(box, corner);
  const room = Math.max(8, Math.min(56, Math.min(clientWidth, clientHeight) * 0.08));
  // The tools stand along the right side of a map that is wide enough to have them.
  const tools = clientWidth > LEAST_WIDTH_FOR_TOOLS_PIXELS && covered.right === 0 ? TOOLS_PIXELS : 0;
  return {
    top: room + inCorner.top,
    right: room + tools + covered.right,
    bottom: room + covered.bottom,
    left: room + inCorner.left,
  };
}

export interface FitOptions {
  mode: View['mode'];
  animate: boolean;
  cover?: PageBox;
  /** What stands in the map's upper left corner. */
  corner?: PageBox;
  /** How high what is fitted stands: in 3D its top is brought into sight too. */
  heightMetres?: number;
}

/** The lean of a mode: flat in 2D; in 3D as the person has leaned it, unless it still stands upright. */
function pitchFor(map: MapLibreMap, mode: View['mode']): number {
  if (mode === '2d') return 0;
  return map.getPitch() < LEAST_PITCH_3D ? PITCH_3D : map.getPitch();
}

function fitBox(map: MapLibreMap, box: [number, number, number, number], options: FitOptions): void {
  const { mode, animate } = options;
  map.fitBounds(box, {
    padding: paddingOf(map, options),
    maxZoom: CLOSEST_FIT_ZOOM,
    bearing: map.getBearing(),
    pitch: pitchFor(map, mode),
    ...(animate ? { duration: 700 } : { animate: false }),
  });
}

export function fitPlan(map: MapLibreMap, plan: Plan, options: FitOptions): void {
  const box = boundsOfPlan(plan);
  if (box) fitBox(map, box, options);
}

export function fitGeometry(map: MapLibreMap, geometry: Geometry, options: FitOptions): void {
  const box = boundsOf([geometry]);
  if (!box) return;
  if (options.mode === '2d') {
    fitBox(map, box, options);
    return;
  }
  const { clientWidth, clientHeight } = map.getContainer();
  const bearing = map.getBearing();
  const pitch = pitchFor(map, options.mode);
  const camera = standingFit({
    box,
    heightMetres: options.heightMetres ?? 0,
    bearing,
    pitch,
    fieldOfView: map.getVerticalFieldOfView(),
    widthPixels: clientWidth,
    heightPixels: clientHeight,
    padding: paddingOf(map, options),
    minZoom: MIN_ZOOM,
    maxZoom: CLOSEST_FIT_ZOOM,
  });
  map.easeTo({ ...camera, bearing, pitch, ...(options.animate ? { duration: 700 } : { animate: false }) });
}

/**
 * Keeps the map's camera and the store's the same. A camera the map reports is not applied to it again: while the map still
 * moves, the store's camera is an older one.
 */
export class CameraLink {
  readonly #map: MapLibreMap;
  readonly #tell: (camera: Camera) => void;
  #known: Camera | undefined;
  #mode: View['mode'] | undefined;

  constructor(map: MapLibreMap, report: (camera: Camera) => void) {
    this.#map = map;
    this.#tell = report;
    map.on('moveend', this.#moved);
  }

  readonly #moved = (): void => {
    // Flat is flat: in two dimensions a drag must not lean the map.
    if (this.#mode === '2d' && this.#map.getPitch() === 0) this.#map.setMaxPitch(0);
    this.report();
  };

  /** Tells the store where the camera is. */
  report(): void {
    const camera = cameraOf(this.#map);
    if (this.#known && isSameCamera(camera, this.#known)) return;
    this.#known = camera;
    this.#tell(camera);
  }

  /**
   * Follows the store: its mode leans the camera, its camera (an opened address, a step back) moves it. True when the map went
   * to another place.
   */
  follow(view: Pick<View, 'camera' | 'mode'>): boolean {
    const isNewMode = this.#mode !== view.mode;
    const isFirst = this.#mode === undefined;
    this.#mode = view.mode;
    if (isNewMode && view.mode === '3d') this.#map.setMaxPitch(MAX_PITCH_3D);
    if (isFirst && view.mode === '2d') this.#map.setMaxPitch(0);
    if (view.camera && view.camera !== this.#known) {
      const isNewPlace = !this.#known || !isSameCamera(view.camera, this.#known);
      this.#known = view.camera;
      if (isNewPlace && !isSameCamera(view.camera, cameraOf(this.#map))) {
        this.#map.jumpTo(toMapLibreCamera(view.camera));
        return true;
      }
    }
    if (!isNewMode || isFirst) return false;
    if (view.mode === '3d') {
      if (this.#map.getPitch() < LEAST_PITCH_3D) this.#map.easeTo({ pitch: PITCH_3D, duration: 900 });
    } else if (this.#map.getPitch() > 0) this.#map.easeTo({ pitch: 0, bearing: 0, duration: 700 });
    else this.#map.setMaxPitch(0);
    return false;
  }

  dispose(): void {
    this.#map.off('moveend', this.#moved);
  }
}
