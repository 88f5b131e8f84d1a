import type { Map as MapLibreMap } from 'maplibre-gl';
import { drawCrosshair } from './crosshair.ts';
import type { HeightDrawing } from './heights.ts';
import { createSceneBuilder, type SceneInput } from './scene.ts';
import type { MapScene } from './style/build_style.ts';
import { mapPalette } from './style/palette.ts';
import { MapSync } from './sync.ts';
import { tileAddress } from './tiles/tile_link.ts';

export interface OverlayOptions {
  widthPixels: number;
  heightPixels: number;
  heightScaleNote: string;
  hasCrosshair: boolean;
}

/** Fetches what only standing maps draw: ahead of the first, so that it stands at once. Rejects when it cannot be fetched. */
export const loadHeights = () => import('./heights.ts');

/** One MapLibre map with all that is drawn on it: the style and, where it stands, the edges of the shells and the heights above it. */
export class MapDrawing {
  readonly #map: MapLibreMap;
  readonly #sync: MapSync;
  readonly #buildScene = createSceneBuilder(tileAddress);
  #heights: HeightDrawing | undefined;
  #loading: Promise<void> | undefined;
  #shown: { input: SceneInput; scene: MapScene } | undefined;

  constructor(map: MapLibreMap) {
    this.#map = map;
    this.#sync = new MapSync(map);
  }

  /** Whether nothing of what is shown is still being fetched. */
  get isWhole(): boolean {
    return this.#loading === undefined;
  }

  show(input: SceneInput): void {
    const scene = this.#buildScene(input);
    this.#shown = { input, scene };
    this.#sync.show(scene);
    this.#heights?.show(input, scene);
    if (input.view.mode === '3d') void this.prepare(input);
  }

  /** Settled once everything that is needed to draw this is there, or cannot be fetched: then the shells stand without it. */
  prepare({ view }: SceneInput): Promise<void> {
    if (view.mode !== '3d' || this.#heights) return Promise.resolve();
    this.#loading ??= this.#load();
    return this.#loading;
  }

  async #load(): Promise<void> {
    try {
      const { HeightDrawing } = await loadHeights();
      this.#heights = new HeightDrawing(this.#map);
      this.#sync.adopt(this.#heights.layers);
      if (this.#shown) this.#heights.show(this.#shown.input, this.#shown.scene);
    } catch (error) {
      console.error(error);
    }
    this.#loading = undefined;
    this.#map.triggerRepaint();
  }

  /** After the graphics context was lost nothing of what was drawn is there. */
  forget(): void {
    this.#sync.forget();
    this.#heights?.forget();
  }

  /** Draws heights, height scale and crosshair of the frame drawn last. The context's unit is the CSS pixel. */
  drawOverlay(context: CanvasRenderingContext2D, options: OverlayOptions): void {
    const input = this.#shown?.input;
    if (!input) return;
    const { widthPixels, heightPixels, heightScaleNote, hasCrosshair } = options;
    const frame = { context, widthPixels, heightPixels, palette: mapPalette(input.dark) };
    if (input.view.mode === '3d') this.#heights?.drawOverlay(frame, input, heightScaleNote);
    if (hasCrosshair) drawCrosshair(frame);
  }
}
