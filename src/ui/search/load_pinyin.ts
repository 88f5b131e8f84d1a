/** Tells whether a Chinese text is meant by Latin letters, in full, by initials, or mixed. */
export type PinyinMatch = (text: string, keyword: string) => boolean;

/** `pinyin-match`, loaded on first use; undefined where it cannot be loaded, and the search then goes by what is written. */
export async function loadPinyin(): Promise<PinyinMatch | undefined> {
  try {
    const { default: pinyinMatch } = await import('pinyin-match');
    return (text, keyword) => Boolean(pinyinMatch.match(text, keyword));
  } catch {
    return undefined;
  }
}

/** Whether letters may mean Chinese: Latin ones and digits only. */
export function mayBePinyin(text: string): boolean {
  return /^[a-z0-9]+$/.test(text) && /[a-z]/.test(text);
}
