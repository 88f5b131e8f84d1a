import { Map as MapLibreMap, setWorkerUrl } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import { MAP_OPTIONS } from './map_options.ts';

setWorkerUrl(workerUrl);

/** A map with a graphics context and an empty style, in an element that may not be on the page yet. */
export interface EmptyMap {
  map: MapLibreMap;
  /** The element the map fills; its style is in `mapStyles`' hands. */
  element: HTMLElement;
  /** Calls once the empty style is there, at once where it is already. */
  whenReady(listener: () => void): void;
}

let prepared: EmptyMap | undefined;

/**
 * Makes the page's map before there is a plan: the graphics context, MapLibre's worker and the empty style take their time while
 * the plan is being read, and before the shell is painted, which in software holds up the context. Throws where the browser has no WebGL 2.
 */
export function prepareMap(): void {
  prepared ??= createEmptyMap();
}

/** The map that was prepared, or a new one. */
export function takeMap(): EmptyMap {
  const taken = prepared ?? createEmptyMap();
  prepared = undefined;
  return taken;
}

function createEmptyMap(): EmptyMap {
  const element = document.createElement('div');
  const map = new MapLibreMap({
    ...MAP_OPTIONS,
    container: element,
    attributionControl: { compact: true },
    fadeDuration: matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 120,
  });
  let isReady = false;
  map.once('style.load', () => {
    isReady = true;
  });
  return {
    map,
    element,
    whenReady(listener) {
      if (isReady) listener();
      else map.once('style.load', listener);
    },
  };
}
