import type { Geometry } from '../core/plan/types.ts';
import type { FeatureRef, View } from './view.ts';

/** What the interface may ask of the map on the screen. The map puts itself into `store.map` when it is ready. */
export interface MapPort {
  fitPlan(): void;
  fitFeature(ref: FeatureRef): void;
  /** `cover` is what stands over the map, in page pixels: the shape is brought into sight beside it. */
  fitGeometry(geometry: Geometry, cover?: PageBox): void;
  /** Fits a shape, and again whenever the map gets another size, until the person moves it. */
  keepInSight(geometry: Geometry): void;
  zoomBy(steps: number): void;
  resetNorth(): void;
  /** Size of the map on the screen. */
  sizeCssPixels?(): { width: number; height: number };
  /** Draws the present view anew, off screen, at exactly this size, and gives its pixels. */
  capture(request: CaptureRequest): Promise<CapturedMap>;
}

export interface CaptureRequest {
  /** Size of the picture in device pixels. */
  widthPixels: number;
  heightPixels: number;
  /** Device pixels per CSS pixel: 1 for the screen, 300/96 for print. Line widths and text grow with it. */
  pixelRatio: number;
  /** Defaults to the view on the screen, fitted to the picture's shape. */
  view?: Partial<View>;
  /** Where given, the map is drawn at exactly this scale (1:N at 1 CSS px = 1/96 inch), at the map's centre. */
  scaleDenominator?: number;
}

export interface CapturedMap {
  canvas: HTMLCanvasElement;
  /** Ground metres per device pixel at the picture's centre. */
  metresPerPixel: number;
  bearing: number;
  pitch: number;
}

/** Measuring on the map: the points a person has set. */
export interface MeasureState {
  tool: 'none' | 'distance' | 'area';
  points: [longitude: number, latitude: number][];
  /** A closed measurement takes no more points. */
  finished: boolean;
}

/** The shape the map puts on a finding's or a change's spot. */
export interface Spotlight {
  geometry: Geometry;
  severity: 'error' | 'warning' | 'info';
  /** Only its edge is drawn, so that what lies in it stays to be seen. */
  isOutlined?: boolean;
  /** What stands over the map where the spot was asked for, in page pixels: the spot is brought into sight beside it. */
  cover?: PageBox;
}

/** A box on the page, in CSS pixels from its top left corner. */
export interface PageBox {
  left: number;
  top: number;
  right: number;
  bottom: number;
}
