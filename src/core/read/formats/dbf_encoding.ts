import type { DiagnosticLog } from '../diagnostic_log.ts';
import { encodingLabelOf } from '../text/encoding_label.ts';
import type { EncodingTeller } from '../text/tell_encoding.ts';

/** Language drivers of a DBF header (byte 29) that say Chinese. */
const CHINESE_DRIVERS = new Set([0x4d, 0x7a]);

/** What is said of a table's text from outside its cells. */
export interface EncodingWords {
  /** What a person chose. */
  chosen?: string | undefined;
  /** What the `.cpg` beside it says, as it stands there. */
  cpg?: string | undefined;
}

/**
 * The encoding of a table's text. What a person chose goes before what the text itself shows, and that before what the `.cpg` and the
 * header's language byte say: they are often left over from another machine. A `.cpg` that is contradicted is told.
 */
export function dbfEncodingOf(
  teller: EncodingTeller,
  driver: number,
  { chosen, cpg }: EncodingWords,
  log: DiagnosticLog,
): string {
  const wanted = encodingLabelOf(chosen);
  if (wanted !== undefined) return wanted;
  const declared = encodingLabelOf(cpg);
  const { told } = teller;
  if (told === 'ascii') return 'utf-8';
  const said = (cpg ?? '').trim().slice(0, 40);
  if (declared !== undefined) {
    const isContradicted =
      declared === 'utf-8' || declared === 'gb18030'
        ? told === 'utf-8' || told === 'gb18030'
          ? told !== declared
          : false
        : // One byte a letter fits everything: only text that can hardly be anything else speaks against it.
          !declared.startsWith('utf-16') && declared !== 'big5' && (told === 'utf-8' || teller.isLikelyGbk);
    if (!isContradicted) return declared;
    const encoding = told === 'utf-8' ? 'utf-8' : 'gb18030';
    log.add({ code: 'cpg-contradicted', severity: 'warning', data: { found: said, other: encoding.toUpperCase() } });
    return encoding;
  }
  if (told === 'utf-8') return 'utf-8';
  if (told === 'either') return CHINESE_DRIVERS.has(driver) ? 'gb18030' : 'utf-8';
  return 'gb18030';
}
