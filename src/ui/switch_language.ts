import { loadMessages } from '../messages/browse.ts';
import type { Language } from '../messages/language.ts';
import type { Store } from '../state/store.ts';

/** What was asked for last, by viewer. */
const wanted = new WeakMap<Store, Language>();

/** Shows the viewer in another language, once its words are there: of several that are asked for meanwhile, in the last. */
export async function switchLanguage(store: Store, language: Language): Promise<void> {
  wanted.set(store, language);
  try {
    await loadMessages(language);
    if (wanted.get(store) === language) store.setView({ language });
  } catch {
    store.notify({ key: 'languageFailed' });
  }
}
