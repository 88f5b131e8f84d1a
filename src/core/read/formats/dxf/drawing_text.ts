/** Code pages as DXF names them, and as `TextDecoder` does. */
const CODE_PAGES: Readonly<Record<string, string>> = {
  '936': 'gb18030',
  '950': 'big5',
  '932': 'shift_jis',
  '949': 'euc-kr',
  '874': 'windows-874',
  '866': 'ibm866',
  GB2312: 'gb18030',
  BIG5: 'big5',
  JOHAB: 'euc-kr',
};
/** Numbers of the code pages in `\M+nXXXX`. */
const MULTIBYTE: Readonly<Record<string, string>> = { '1': 'shift_jis', '2': 'big5', '3': 'euc-kr', '5': 'gb18030' };

/** From this version on (AutoCAD 2007) a DXF is UTF-8. */
const FIRST_UNICODE = 'AC1021';
const HEADER_BYTES = 200_000;

/**
 * The encoding of a drawing's text: what a person chose; UTF-8 where it is valid as such or the version demands it; else the code page
 * the header states. A header that states a western page is believed only while no Chinese text fits: templates carry it along.
 */
export function encodingOfDrawing(
  bytes: Uint8Array,
  chosen: string | undefined,
  looksLike: { isUtf8: boolean; isGbk: boolean },
): string {
  if (chosen !== undefined) return chosen;
  if (looksLike.isUtf8) return 'utf-8';
  const header = new TextDecoder('latin1').decode(bytes.subarray(0, HEADER_BYTES));
  const version = /\$ACADVER\s+1\s+(AC\d{4})/.exec(header)?.[1] ?? '';
  const page = /\$DWGCODEPAGE\s+3\s+(?:ANSI_|dos)?(\w+)/i.exec(header)?.[1]?.toUpperCase() ?? '';
  const stated = Object.hasOwn(CODE_PAGES, page)
    ? CODE_PAGES[page]
    : /^125\d$/.test(page)
      ? `windows-${page}`
      : undefined;
  const isWestern = stated === undefined || stated === 'windows-1252';
  if (version < FIRST_UNICODE && !isWestern) return stated;
  return looksLike.isGbk ? 'gb18030' : (stated ?? 'gb18030');
}

/** A text of a DXF with its `\U+XXXX` and `\M+nXXXX` escapes resolved. */
export function unescaped(text: string): string {
  if (!text.includes('\\')) return text;
  return text
    .replace(/\\U\+([\da-f]{4})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/\\M\+([1-5])([\da-f]{2})([\da-f]{2})/gi, (whole, page: string, lead: string, trail: string) => {
      const label = MULTIBYTE[page];
      if (label === undefined) return whole;
      const pair = Uint8Array.of(Number.parseInt(lead, 16), Number.parseInt(trail, 16));
      return new TextDecoder(label).decode(pair);
    });
}

/** `%%d` and its like in single-line text. */
function withoutPercents(text: string): string {
  return text
    .replace(/%%([cdpuo%])/gi, (_, sign: string) => {
      const signs: Readonly<Record<string, string>> = { c: 'Ø', d: '°', p: '±', '%': '%' };
      return signs[sign.toLowerCase()] ?? '';
    })
    .replace(/%%(\d{3})/g, (_, code: string) => String.fromCharCode(Number(code)));
}

/** A TEXT or ATTRIB as it reads. */
export function plainLine(text: string): string {
  return withoutPercents(unescaped(text)).replaceAll('^I', ' ').trim();
}

/** The lines of an MTEXT without its formatting: fonts, heights, colours, stacking, groups. */
export function plainLines(text: string): string[] {
  let plain = '';
  const source = withoutPercents(unescaped(text)).replaceAll('^J', '\n').replaceAll('^I', ' ');
  for (let at = 0; at < source.length; at += 1) {
    const sign = source[at] ?? '';
    if (sign === '{' || sign === '}') continue;
    if (sign !== '\\') {
      plain += sign;
      continue;
    }
    at += 1;
    const code = source[at] ?? '';
    if (code === 'P' || code === 'N' || code === 'X') plain += '\n';
    else if (code === '~') plain += ' ';
    else if (code === '\\' || code === '{' || code === '}') plain += code;
    else if ('LlOoKk'.includes(code)) continue;
    else if ('fFHCcTQWApS'.includes(code)) {
      const end = source.indexOf(';', at);
      // What is stacked is read: a numerator and a denominator.
      if (code === 'S') plain += source.slice(at + 1, end < 0 ? undefined : end).replace(/[#^]/, '/');
      at = end < 0 ? source.length : end;
    } else plain += code;
  }
  return plain
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
