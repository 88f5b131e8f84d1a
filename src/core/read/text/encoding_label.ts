/** What the ESRI word and the numbers of code pages are to `TextDecoder`. 54936 is GB18030; 88591 is ESRI's ISO 8859-1. */
const CODE_PAGES: Readonly<Record<string, string>> = {
  65001: 'utf-8',
  936: 'gb18030',
  54936: 'gb18030',
  20936: 'gb18030',
  950: 'big5',
  932: 'shift_jis',
  866: 'ibm866',
  1200: 'utf-16le',
  1201: 'utf-16be',
};

/**
 * The encoding a `.cpg` file or a person names, as `TextDecoder` calls it: by code page, by ESRI's word or as they like (`CP936`,
 * `OEM 936`, `GB2312`, `utf8`). undefined where the word names none, as `ANSI` and `OEM` do, which mean "as on the machine".
 */
export function encodingLabelOf(words: string | undefined): string | undefined {
  const name = (words ?? '')
    .replace(/[\0\ufeff]/g, '')
    .trim()
    .toLowerCase();
  if (name === '') return undefined;
  if (/gbk|gb[-_ ]?2312|gb[-_ ]?18030|euc[-_]?cn/.test(name)) return 'gb18030';
  if (/utf[-_ ]?8/.test(name)) return 'utf-8';
  if (/big[-_ ]?5/.test(name)) return 'big5';
  const [, number] = /^(?:(?:ansi|oem|cp|ms|win|windows|ibm|codepage)[-_ ]*)*(\d{3,5})$/.exec(name) ?? [];
  if (number !== undefined) {
    if (Object.hasOwn(CODE_PAGES, number)) return CODE_PAGES[number];
    if (/^125[0-8]$/.test(number)) return `windows-${number}`;
    const [, part] = /^8859(\d{1,2})$/.exec(number) ?? [];
    if (part !== undefined) return knownLabel(`iso-8859-${part}`);
  }
  return knownLabel(name);
}

/** The label where `TextDecoder` knows it. */
function knownLabel(label: string): string | undefined {
  try {
    new TextDecoder(label);
    return label;
  } catch {
    return undefined;
  }
}
