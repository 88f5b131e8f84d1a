/** Text as it may stand in an SVG document; characters that XML forbids are dropped. */
export function escapeXml(text: string): string {
  return (
    text
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the very characters XML 1.0 does not allow.
      .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '')
      .replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, '')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
      .replaceAll("'", '&apos;')
  );
}

/**
 * Width of a text in multiples of its font size, estimated: Chinese characters are one em wide, Latin letters a little over half.
 * There is no font to ask here, so it is on the generous side.
 */
function estimateTextWidth(text: string): number {
  let width = 0;
  for (const character of text) width += characterWidth(character);
  return width;
}

function characterWidth(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code >= 0x2e80 && code !== 0xff0d) return 1;
  if ("ijl.,:;|'!()[] ".includes(character)) return 0.34;
  if ('MW@%—'.includes(character)) return 0.92;
  if (character >= 'A' && character <= 'Z') return 0.68;
  return 0.58;
}

/** Font size at which a text fits into a width: at most `size`, and not below this share of it however long the text is. */
export function fittingTextSize(text: string, size: number, width: number, smallestShare: number): number {
  return Math.max(size * smallestShare, Math.min(size, width / Math.max(1, estimateTextWidth(text))));
}

/** Cuts a text to lines of at most this many ems; what does not fit into the last line ends in an ellipsis. */
export function wrapText(text: string, availableEms: number, maximumLines: number): string[] {
  // A text that was made to fit exactly must not be cut for a rounding error.
  const maximumEms = availableEms + 1e-6;
  const lines: string[] = [];
  let line = '';
  for (const piece of breakablePieces(text)) {
    if (line !== '' && estimateTextWidth(line + piece.trimEnd()) > maximumEms) {
      lines.push(line.trimEnd());
      line = piece.trimStart();
    } else {
      line += piece;
    }
  }
  if (line.trim() !== '') lines.push(line.trimEnd());
  const kept = lines.slice(0, maximumLines);
  const last = kept.at(-1);
  const isCut = lines.length > maximumLines;
  if (last !== undefined && (isCut || estimateTextWidth(last) > maximumEms))
    kept[kept.length - 1] = cut(last, maximumEms);
  return kept;
}

/** Words with their trailing space; every Chinese character is a piece of its own. */
function breakablePieces(text: string): string[] {
  return text.match(/[\u2e80-\uffef][，。；：、！？）》”]*|[^\s\u2e80-\uffef]+\s*|\s+/gu) ?? [];
}

function cut(text: string, maximumEms: number): string {
  let result = '';
  let width = 1;
  for (const character of text) {
    width += characterWidth(character);
    if (width > maximumEms) break;
    result += character;
  }
  return `${result.trimEnd()}…`;
}
