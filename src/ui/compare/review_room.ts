import type { Store } from '../../state/store.ts';

/** What a panel that stands at the page's right or lower side takes of it: told to the store, so that the map gives way. */
export class ReviewRoom {
  #panel: HTMLElement | undefined;
  #observer: ResizeObserver | undefined;

  /** Follows the panel's size from now on; without one, gives the room back. */
  follow(panel: HTMLElement | undefined, store: Store): void {
    if (panel === this.#panel) return;
    this.#observer?.disconnect();
    this.#observer = undefined;
    const had = this.#panel !== undefined;
    this.#panel = panel;
    if (!panel) {
      if (had) store.reviewRoom.value = { right: 0, bottom: 0 };
      return;
    }
    this.#observer = new ResizeObserver(() => {
      const room = roomOf(panel.getBoundingClientRect(), { width: innerWidth, height: innerHeight });
      const { right, bottom } = store.reviewRoom.peek();
      if (room.right !== right || room.bottom !== bottom) store.reviewRoom.value = room;
    });
    this.#observer.observe(panel);
    this.#observer.observe(document.documentElement);
  }
}

/** A panel as wide as the page stands below; one that is folded at the side takes nothing. */
export function roomOf(
  { left, top, width, height }: Pick<DOMRect, 'left' | 'top' | 'width' | 'height'>,
  page: { width: number; height: number },
): { right: number; bottom: number } {
  if (width >= page.width - 1) return { right: 0, bottom: Math.round(page.height - top) };
  return height > page.height / 2 ? { right: Math.round(page.width - left), bottom: 0 } : { right: 0, bottom: 0 };
}
