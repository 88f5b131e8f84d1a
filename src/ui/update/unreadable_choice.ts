import { html, nothing, type TemplateResult } from 'lit';
import type { UnreadableEntry } from '../../core/plan/types.ts';
import type { ChoicesBySource, UpdateReading } from '../../core/read/types.ts';
import { fill } from '../../messages/fill.ts';
import { formatNumber } from '../../messages/format.ts';
import type { Language } from '../../messages/language.ts';
import { listText } from '../../messages/list_text.ts';
import { readingMessagesOf } from '../../messages/reading.ts';
import { unreadableCounts, unreadableOutcome } from '../../messages/unreadable_text.ts';
import { countErrors, fieldTitle } from './review_words.ts';

export interface UnreadableChoice {
  reading: Pick<UpdateReading, 'candidate' | 'diagnostics' | 'sources'>;
  language: Language;
  answer: (choices: ChoicesBySource) => void;
}

/**
 * Asks whether single values and shapes that cannot be read keep the files out, and whether words in the place of numbers take present
 * values away. The one is offered where nothing else keeps them out: whoever goes on must get somewhere.
 */
export function unreadableChoice({ reading, language, answer }: UnreadableChoice): TemplateResult | typeof nothing {
  const sources = reading.sources.filter(({ unreadable }) => unreadable !== undefined);
  const reports = sources.flatMap(({ unreadable }) => unreadable ?? []);
  const faultCount = reports.reduce((sum, one) => sum + one.faultCount, 0);
  if (reports.length === 0 || (!reading.candidate && countErrors(reading.diagnostics) !== faultCount)) return nothing;
  const words = readingMessagesOf(language).unreadable;
  const isSkipped = reports.every(({ handling }) => handling === 'skip');
  const counts = unreadableCounts(reports);
  const areWordsAlone = faultCount === 0;
  const said = areWordsAlone ? words.alone : words;
  const hint = isSkipped ? said.skipHint : said.refuseHint;
  const count = isSkipped || areWordsAlone ? counts.count : counts.count - counts.wordCount;
  return html`<fieldset class="mode unreadable">
    <legend>${said.title}</legend>
    <div class="segmented" role="group" aria-label=${said.title}>
      ${(['refuse', 'skip'] as const).map((one) => {
        const isChosen = (one === 'skip') === isSkipped;
        return html`<button
          type="button"
          aria-pressed=${isChosen}
          @click=${() =>
            !isChosen && answer(Object.fromEntries(sources.map(({ name }) => [name, { unreadable: one }])))}
        >
          ${said[one]}
        </button>`;
      })}
    </div>
    <p class="soft small">${fill(hint, { count: formatNumber(count, language, 0), outcome: unreadableOutcome(counts, language) })}</p>
  </fieldset>`;
}

/** What a version's history says of it. */
export function unreadableLine(entry: UnreadableEntry, language: Language): string {
  const words = readingMessagesOf(language).unreadable;
  const { source, fields } = entry;
  const named = listText(
    fields.map((field) => fieldTitle(field, language)),
    language,
  );
  return [
    fill(words.history, { source, outcome: unreadableOutcome(entry, language) }),
    ...(fields.length > 0 ? [fill(words.historyFields, { fields: named })] : []),
  ].join('');
}
