import { effect, untracked } from '@preact/signals-core';
import { needsSecondMap } from '../../state/review_drawing.ts';
import type { SwipeOptions } from './second_map.ts';

/**
 * While old and new are swiped or blink, lays a second map with the new plan over the first, or over its right part. MapLibre cannot
 * clip layers by a place on the screen, so that it is a map of its own, clipped as an element; the first map keeps every gesture.
 * Both stay drawn, so that a blink costs no more than hiding an element. `data-drawn` says that the second has nothing left to draw.
 */
export function attachSwipe(options: SwipeOptions): () => void {
  let close: (() => void) | undefined;
  let isOpen = false;

  /** Its code is loaded with the first comparison. */
  async function open(): Promise<void> {
    const { openSecondMap } = await import('./second_map.ts');
    // Meanwhile it may have been closed, or closed and opened again.
    if (isOpen && !close) close = untracked(() => openSecondMap(options));
  }

  function set(isWanted: boolean): void {
    if (isWanted === isOpen) return;
    isOpen = isWanted;
    if (isWanted) void open();
    else {
      close?.();
      close = undefined;
    }
  }

  const stop = effect(() => {
    const drawing = options.store.reviewDrawing.value;
    set(drawing !== undefined && needsSecondMap(drawing));
  });
  return () => {
    stop();
    set(false);
  };
}
