/** The words of a language may take their time: what was asked for last is what is shown. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { syncAddress } from '../../../src/app/url_sync.ts';
import type { Language } from '../../../src/messages/language.ts';
import { areReadingMessagesWanted } from '../../../src/messages/reading.ts';
import { switchLanguage } from '../../../src/ui/switch_language.ts';
import { openStore } from '../../support/open_store.ts';

const words = vi.hoisted(() => ({ arrive: new Map<string, () => void>() }));
vi.mock('../../../src/messages/browse.ts', async (original) => ({
  ...(await original<typeof import('../../../src/messages/browse.ts')>()),
  loadMessages: (language: Language) =>
    language === 'zh-CN'
      ? Promise.resolve()
      : new Promise<void>((resolve) => {
          words.arrive.set(language, resolve);
        }),
}));

const settled = () => vi.advanceTimersByTimeAsync(0);
beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('a language that was given up before its words came is not shown when they come', async () => {
  const store = openStore();
  void switchLanguage(store, 'en');
  void switchLanguage(store, 'zh-CN');
  words.arrive.get('en')?.();
  await settled();
  expect(store.view.value.language).toBe('zh-CN');
  void switchLanguage(store, 'en');
  words.arrive.get('en')?.();
  await settled();
  expect(store.view.value.language).toBe('en');
});

/** The part of a window that an address is kept in. */
function pageWith(hash: string) {
  const listeners: (() => void)[] = [];
  const location = { pathname: '/', search: '', hash };
  const page = {
    location,
    history: {
      state: null,
      replaceState: (_state: unknown, _title: string, address: string) => {
        location.hash = address.includes('#') ? address.slice(address.indexOf('#')) : '';
      },
    },
    addEventListener: (_type: string, listener: () => void) => listeners.push(listener),
    removeEventListener: () => undefined,
  };
  const tell = (): void => {
    for (const listener of listeners) listener();
  };
  return { page: page as unknown as Window, location, tell };
}

test('an address that is changed by hand is obeyed, also when the view before it was about to be written', async () => {
  const store = openStore();
  const { page, location, tell } = pageWith('');
  const stop = syncAddress(store, page);
  store.setTheme('height');
  // The browser tells of the change in a task of its own, and a timer that is due may come before it.
  location.hash = '#theme=far';
  await vi.advanceTimersByTimeAsync(1000);
  expect(location.hash).toBe('#theme=far');
  tell();
  await settled();
  expect(store.view.value.theme).toBe('far');
  store.setTheme('density');
  await vi.advanceTimersByTimeAsync(1000);
  expect(location.hash).toBe('#theme=density');
  stop();
});

test('of two addresses the later is obeyed, also where the words of the earlier take longer', async () => {
  const store = openStore();
  const { page, location, tell } = pageWith('');
  const stop = syncAddress(store, page);
  location.hash = '#theme=far&lang=en';
  tell();
  location.hash = '#theme=density';
  tell();
  await settled();
  words.arrive.get('en')?.();
  await settled();
  expect(store.view.value).toMatchObject({ theme: 'density', language: 'zh-CN' });
  stop();
});

test('words about files that are still coming are known to be wanted in the next language too', async () => {
  vi.resetModules();
  const fresh = await import('../../../src/messages/reading.ts');
  expect(fresh.areReadingMessagesWanted()).toBe(false);
  const coming = fresh.loadReadingMessages('zh-CN');
  expect(fresh.areReadingMessagesWanted()).toBe(true);
  await coming;
  expect(areReadingMessagesWanted()).toBe(true);
});
