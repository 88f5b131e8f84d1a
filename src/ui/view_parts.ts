import { computed, type ReadonlySignal } from '@preact/signals-core';
import type { Store } from '../state/store.ts';
import type { View } from '../state/view.ts';

const PARTS = new WeakMap<Store, Map<keyof View, ReadonlySignal<unknown>>>();

/**
 * One part of the view as a signal of its own. The view changes with every step of the camera and of the pointer; a panel that
 * reads only the language and the theme must not be drawn anew each time.
 */
export function viewPart<K extends keyof View>(store: Store, key: K): View[K] {
  let parts = PARTS.get(store);
  if (!parts) {
    parts = new Map();
    PARTS.set(store, parts);
  }
  let part = parts.get(key);
  if (!part) {
    part = computed(() => store.view.value[key]);
    parts.set(key, part);
  }
  return part.value as View[K];
}
