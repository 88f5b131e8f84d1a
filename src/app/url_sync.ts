import { effect } from '@preact/signals-core';
import { loadMessages } from '../messages/browse.ts';
import type { Store } from '../state/store.ts';
import { decodeView, encodeView } from '../state/url_codec.ts';

const WRITE_DELAY_MILLISECONDS = 250;

/**
 * Keeps the address bar and the view the same: the view is written without adding to the history, an address that is changed
 * by hand, by a link or by the back button is obeyed. Gives back a function that ends it.
 */
export function syncAddress(store: Store, page: Window): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** The address as it was last written or obeyed. */
  let known = page.location.hash;
  const write = () => {
    timer = undefined;
    // One that was changed by hand is about to be obeyed: it must not be written over.
    if (page.location.hash !== known) return;
    const hash = encodeView(store.view.peek());
    if (hash === known.slice(1)) return;
    const { pathname, search } = page.location;
    page.history.replaceState(page.history.state, '', `${pathname}${search}${hash ? `#${hash}` : ''}`);
    known = page.location.hash;
  };
  const stop = effect(() => {
    store.view.value;
    // Browsers refuse more than about 100 changes in 30 s: a moving map writes once it rests.
    clearTimeout(timer);
    timer = setTimeout(write, WRITE_DELAY_MILLISECONDS);
  });
  const obey = async () => {
    clearTimeout(timer);
    const asked = page.location.hash;
    const next = decodeView(asked);
    await loadMessages(next.language).catch(() => undefined);
    // Meanwhile another may have been asked for.
    if (page.location.hash !== asked) return;
    known = asked;
    const { camera } = store.view.peek();
    store.view.value = { ...(camera ? { camera } : {}), ...next };
  };
  page.addEventListener('hashchange', obey);
  return () => {
    stop();
    clearTimeout(timer);
    page.removeEventListener('hashchange', obey);
  };
}
