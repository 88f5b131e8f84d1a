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
  const write = () => {
    timer = undefined;
    const hash = encodeView(store.view.peek());
    if (hash === page.location.hash.slice(1)) return;
    const { pathname, search } = page.location;
    page.history.replaceState(page.history.state, '', `${pathname}${search}${hash ? `#${hash}` : ''}`);
  };
  const stop = effect(() => {
    store.view.value;
    // Browsers refuse more than about 100 changes in 30 s: a moving map writes once it rests.
    clearTimeout(timer);
    timer = setTimeout(write, WRITE_DELAY_MILLISECONDS);
  });
  const obey = async () => {
    clearTimeout(timer);
    const next = decodeView(page.location.hash);
    await loadMessages(next.language).catch(() => undefined);
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
