import { effect, untracked } from '@preact/signals-core';
import type { Map as MapLibreMap, MapMouseEvent } from 'maplibre-gl';
import type { LayerId } from '../core/plan/types.ts';
import type { Store } from '../state/store.ts';
import type { FeatureRef } from '../state/view.ts';
import { nextSelection, type Picker, pickOrder } from './pick.ts';
import { scaleDenominatorAt } from './scale.ts';

type Place = [longitude: number, latitude: number];
interface ScreenPoint {
  x: number;
  y: number;
}

/** How near to a point a person must point, in CSS pixels. */
const REACH_PIXELS = 8;
/** Clicks within this distance count as at the same place, in CSS pixels. */
const SAME_PLACE_PIXELS = 4;
/** Layers that stand in 3D: what is seen at a pixel is not what lies on the ground there. */
const STANDING: readonly (readonly [layer: LayerId, styleLayers: readonly string[]])[] = [
  ['buildings', ['building-solid', 'building-over', 'building-planned-solid', 'building-planned-over']],
  ['plots', ['shell', 'shell-planned']],
];

export interface InteractionHost {
  map: MapLibreMap;
  store: Store;
  picker(): Picker;
  /** Told where the pointer is while measuring, so that the band follows. */
  measurePointer(place: Place | undefined): void;
  /** Whether the crosshair at the map's centre is what the keyboard acts on. */
  crosshair(isShown: boolean): void;
}

/** Turns what a person does on the map into actions of the store. Changes nothing of the map itself. */
export function attachInteraction(host: InteractionHost): () => void {
  const { map, store } = host;
  const canvas = map.getCanvas();
  let lastClick: ScreenPoint | undefined;
  let frame: number | undefined;
  let pointerAt: ScreenPoint | undefined;
  let isByKeyboard = false;
  /** While a click on the map selects: the pointer is where it was. */
  let isSelecting = false;

  function hitsAt(point: ScreenPoint): FeatureRef[] {
    const view = store.view.peek();
    const order = pickOrder(view);
    const { lng, lat } = map.unproject([point.x, point.y]);
    const aside = map.unproject([point.x + REACH_PIXELS, point.y]);
    const onGround = host.picker().at(lng, lat, order, Math.hypot(aside.lng - lng, aside.lat - lat));
    if (view.mode !== '3d' || view.theme === 'zones' || view.theme === 'phases') return onGround;
    const standing = STANDING.filter(([layer]) => order.includes(layer)).flatMap(([layer, styleLayers]) => {
      const layers = styleLayers.filter((id) => map.getLayer(id));
      return map
        .queryRenderedFeatures([point.x, point.y], { layers })
        .flatMap((feature): FeatureRef[] => (feature.id === undefined ? [] : [{ layer, id: String(feature.id) }]));
    });
    const seen = new Set<string>();
    return [...standing, ...onGround].filter(({ layer, id }) => {
      const key = `${layer}/${id}`;
      return seen.has(key) ? false : seen.add(key);
    });
  }

  function selectAt(point: ScreenPoint): void {
    const isSamePlace =
      lastClick !== undefined && Math.hypot(point.x - lastClick.x, point.y - lastClick.y) <= SAME_PLACE_PIXELS;
    lastClick = point;
    isSelecting = true;
    store.select(nextSelection(hitsAt(point), store.view.peek().selection, isSamePlace));
    isSelecting = false;
  }

  const isMeasuring = (): boolean => store.measure.peek().tool !== 'none';
  const placeAt = (point: ScreenPoint): Place => {
    const { lng, lat } = map.unproject([point.x, point.y]);
    return [lng, lat];
  };
  const centre = (): ScreenPoint => {
    const { x, y } = map.project(map.getCenter());
    return { x, y };
  };

  function addMeasurePoint(place: Place): void {
    const measure = store.measure.peek();
    // A finished measurement makes room for the next one.
    const points = measure.finished ? [] : measure.points;
    store.measure.value = { ...measure, points: [...points, place], finished: false };
  }
  function isNear(first: Place, second: Place): boolean {
    const a = map.project(first);
    const b = map.project(second);
    return Math.hypot(a.x - b.x, a.y - b.y) <= SAME_PLACE_PIXELS;
  }
  function finishMeasure(): void {
    const measure = store.measure.peek();
    const last = measure.points.at(-1);
    const beforeLast = measure.points.at(-2);
    // The two clicks of a double-click set the same point twice.
    const isDoubled = last !== undefined && beforeLast !== undefined && isNear(last, beforeLast);
    const points = isDoubled ? measure.points.slice(0, -1) : measure.points;
    if (points.length >= 2) store.measure.value = { ...measure, points, finished: true };
  }

  function followPointer(): void {
    frame = undefined;
    if (!pointerAt) return;
    const place = placeAt(pointerAt);
    store.pointer.value = place;
    if (isMeasuring()) {
      if (store.view.peek().hover) store.hover(undefined);
      host.measurePointer(store.measure.peek().finished ? undefined : place);
      canvas.style.setProperty('cursor', 'crosshair');
      return;
    }
    const [hit] = map.isMoving() ? [] : hitsAt(pointerAt);
    const present = store.view.peek().hover;
    if (hit?.id !== present?.id || hit?.layer !== present?.layer) store.hover(hit);
    canvas.style.setProperty('cursor', hit ? 'pointer' : '');
  }

  const onMove = (event: MapMouseEvent): void => {
    pointerAt = { x: event.point.x, y: event.point.y };
    isByKeyboard = false;
    host.crosshair(false);
    frame ??= requestAnimationFrame(followPointer);
  };
  /** What the pointer was over is no longer there to be said. */
  const forgetPointer = (): void => {
    pointerAt = undefined;
    store.pointer.value = undefined;
    host.measurePointer(undefined);
    if (store.view.peek().hover) store.hover(undefined);
  };
  // A flight, a jump or another size moves the ground from under a pointer that rests.
  const onMoveStart = (event: { originalEvent?: unknown }): void => {
    // Whoever started it, perhaps within an effect, is not to follow what is read here.
    if (!event.originalEvent) untracked(forgetPointer);
  };
  const onClick = (event: MapMouseEvent): void => {
    if (isMeasuring()) addMeasurePoint(placeAt(event.point));
    else selectAt({ x: event.point.x, y: event.point.y });
  };
  const onDoubleClick = (event: MapMouseEvent): void => {
    if (!isMeasuring()) return;
    event.preventDefault();
    finishMeasure();
  };

  function measureKey(key: string): boolean {
    const measure = store.measure.peek();
    const place = placeAt(centre());
    const last = measure.points.at(-1);
    switch (key) {
      case 'Enter':
        if (isByKeyboard && !(last && !measure.finished && isNear(last, place))) addMeasurePoint(place);
        else finishMeasure();
        return true;
      case 'Backspace':
      case 'Delete':
        store.measure.value = { ...measure, points: measure.points.slice(0, -1), finished: false };
        return true;
      case 'Escape':
        store.measure.value = { tool: 'none', points: [], finished: false };
        host.measurePointer(undefined);
        return true;
      default:
        return false;
    }
  }
  const onKey = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const isMoveKey = event.key.startsWith('Arrow') || ['+', '-', '='].includes(event.key);
    if (isMoveKey || pointerAt === undefined) {
      isByKeyboard = true;
      host.crosshair(true);
    }
    if (isMeasuring()) {
      if (measureKey(event.key)) event.preventDefault();
      return;
    }
    if ((event.key === 'Enter' || event.key === ' ') && isByKeyboard) {
      event.preventDefault();
      selectAt(centre());
    } else if (event.key === 'Escape') store.select(undefined);
  };
  const onFocus = (): void => {
    if (!canvas.matches(':focus-visible')) return;
    isByKeyboard = true;
    host.crosshair(true);
  };
  const onBlur = (): void => host.crosshair(false);

  const onCamera = (): void => {
    store.scaleDenominator.value = scaleDenominatorAt(map.getCenter().lat, map.getZoom());
    lastClick = undefined;
    if (isMeasuring() && isByKeyboard) host.measurePointer(placeAt(centre()));
  };

  map.on('mousemove', onMove);
  map.on('mouseout', forgetPointer);
  map.on('movestart', onMoveStart);
  map.on('click', onClick);
  map.on('dblclick', onDoubleClick);
  map.on('move', onCamera);
  canvas.addEventListener('keydown', onKey);
  canvas.addEventListener('focus', onFocus);
  canvas.addEventListener('blur', onBlur);
  onCamera();
  // A selection made elsewhere, in the table or the search, is what the person looks at now.
  let selection = store.view.peek().selection;
  const stopSelection = effect(() => {
    const next = store.view.value.selection;
    const isSame = next?.id === selection?.id && next?.layer === selection?.layer;
    selection = next;
    const { hover } = store.view.peek();
    if (!isSame && hover && !(hover.id === next?.id && hover.layer === next.layer) && !isSelecting)
      store.hover(undefined);
  });

  return () => {
    stopSelection();
    if (frame !== undefined) cancelAnimationFrame(frame);
    map.off('mousemove', onMove);
    map.off('mouseout', forgetPointer);
    map.off('movestart', onMoveStart);
    map.off('click', onClick);
    map.off('dblclick', onDoubleClick);
    map.off('move', onCamera);
    canvas.removeEventListener('keydown', onKey);
    canvas.removeEventListener('focus', onFocus);
    canvas.removeEventListener('blur', onBlur);
    store.pointer.value = undefined;
    store.scaleDenominator.value = undefined;
  };
}
