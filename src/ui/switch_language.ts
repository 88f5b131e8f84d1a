import { loadMessages } from '../messages/browse.ts';
import type { Language } from '../messages/language.ts';
import type { Store } from '../state/store.ts';

/** Shows the viewer in another language, once its words are there. */
export async function switchLanguage(store: Store, language: Language): Promise<void> {
  try {
    await loadMessages(language);
    store.setView({ language });
  } catch {
    store.notify({ key: 'languageFailed' });
  }
}
