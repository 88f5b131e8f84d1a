import { effect, untracked } from '@preact/signals-core';
import { Map as MapLibreMap } from 'maplibre-gl';
import { newFromShare } from '../../state/review_drawing.ts';
import type { Store } from '../../state/store.ts';
import { MapDrawing } from '../drawing.ts';
import { fillParent } from '../fill_parent.ts';
import { MAP_OPTIONS } from '../map_options.ts';
import type { SceneInput } from '../scene.ts';

export interface SwipeOptions {
  map: MapLibreMap;
  container: HTMLElement;
  store: Store;
  /** What the second map draws; it is called in an effect and follows the store. */
  input: () => SceneInput;
}

/** Opens the second map. Gives back a function that closes it. */
export function openSecondMap({ map, container, store, input }: SwipeOptions): () => void {
  const pane = document.createElement('div');
  pane.className = 'review-pane';
  pane.setAttribute('aria-hidden', 'true');
  pane.setAttribute('inert', '');
  const inner = document.createElement('div');
  fillParent(pane);
  fillParent(inner);
  pane.append(inner);
  container.append(pane);
  const second = new MapLibreMap({
    ...MAP_OPTIONS,
    container: inner,
    interactive: false,
    attributionControl: false,
    fadeDuration: 0,
  });
  const drawing = new MapDrawing(second);
  let isReady = false;
  const follow = (): void => {
    second.jumpTo({
      center: map.getCenter(),
      zoom: map.getZoom(),
      bearing: map.getBearing(),
      pitch: map.getPitch(),
    });
  };
  const show = (): void => {
    const scene = input();
    if (isReady) drawing.show(scene);
  };
  follow();
  map.on('move', follow);
  second.once('style.load', () => {
    isReady = true;
    untracked(show);
  });
  second.on('idle', () => pane.toggleAttribute('data-drawn', isReady && drawing.isWhole));
  second.on('dataloading', () => pane.removeAttribute('data-drawn'));
  const stops = [
    effect(show),
    effect(() => {
      const drawing = store.reviewDrawing.value;
      const share = drawing && newFromShare(drawing, store.swipeShare.value);
      // Hidden, not taken out: its picture stays ready.
      pane.style.setProperty('opacity', share === undefined ? '0' : '1');
      pane.style.setProperty('clip-path', `inset(0 0 0 ${(share ?? 0) * 100}%)`);
    }),
  ];
  return () => {
    map.off('move', follow);
    for (const stop of stops) stop();
    second.remove();
    pane.remove();
  };
}
