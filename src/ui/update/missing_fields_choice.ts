import { html, nothing, type TemplateResult } from 'lit';
import type { MissingFieldsEntry } from '../../core/plan/types.ts';
import type { SourceReport } from '../../core/read/source.ts';
import type { ChoicesBySource, MissingFields } from '../../core/read/types.ts';
import { fill } from '../../messages/fill.ts';
import { messagesOf } from '../../messages/index.ts';
import type { Language } from '../../messages/language.ts';
import { listText } from '../../messages/list_text.ts';
import { readingMessagesOf } from '../../messages/reading.ts';
import type { RememberedMappings } from '../../state/remembered_mappings.ts';
import { fieldTitle } from './review_words.ts';

export interface MissingFieldsChoice {
  sources: readonly SourceReport[];
  memory: RememberedMappings;
  language: Language;
  answer: (choices: ChoicesBySource) => void;
}

const NAMED_FIELDS = 8;

/** Asks what becomes of present values of fields that the files do not have, layer by layer with their counts. */
export function missingFieldsChoice(part: MissingFieldsChoice): TemplateResult | typeof nothing {
  const { memory, language } = part;
  const sources = part.sources.filter(({ missing }) => missing !== undefined);
  if (sources.length === 0) return nothing;
  const words = readingMessagesOf(language).review.missing;
  const isKept = sources.every(({ missing }) => missing?.handling === 'keep');
  const isDropped = sources.every(({ missing }) => missing?.handling === 'drop');
  const choose = (missingFields: MissingFields) => {
    for (const source of sources) memory.rememberMissing(source, missingFields);
    part.answer(Object.fromEntries(sources.map(({ name }) => [name, { missingFields }])));
  };
  const [earlier, ...others] = new Set(sources.map((source) => memory.recallMissing(source)));
  const isOffered = earlier !== undefined && others.length === 0 && (earlier === 'keep' ? !isKept : !isDropped);
  return html`<fieldset class="mode missing">
    <legend>${words.title}</legend>
    <div class="segmented" role="group" aria-label=${words.title}>
      ${(['keep', 'drop'] as const).map((one) => {
        const isChosen = one === 'keep' ? isKept : isDropped;
        return html`<button type="button" aria-pressed=${isChosen} @click=${() => !isChosen && choose(one)}>${words[one]}</button>`;
      })}
    </div>
    <p class="soft small">${isKept ? words.keepHint : words.dropHint}</p>
    <ul class="small">
      ${sources.flatMap((source) => linesOf(source, language)).map((line) => html`<li>${line}</li>`)}
    </ul>
    ${
      isOffered
        ? html`<p class="small">
            ${fill(words.remembered, { choice: words[earlier] })}
            <button type="button" class="link" @click=${() => choose(earlier)}>${fill(words.useRemembered, { choice: words[earlier] })}</button>
          </p>`
        : nothing
    }
  </fieldset>`;
}

/** What a version's history says of such fields. */
export function missingFieldsLine(entry: MissingFieldsEntry, language: Language): string {
  const { source, layer, fields, count, handling } = entry;
  const words = readingMessagesOf(language).review.missing;
  const nouns: Readonly<Record<string, string>> = messagesOf(language).browse.layerNames;
  return fill(handling === 'keep' ? words.kept : words.dropped, {
    source,
    layer: Object.hasOwn(nouns, layer) ? (nouns[layer] ?? layer) : layer,
    fields: namesOf(fields, language),
    count,
  });
}

function namesOf(fields: readonly string[], language: Language): string {
  const titles = fields.slice(0, NAMED_FIELDS).map((field) => fieldTitle(field, language));
  const named = listText(titles, language);
  return fields.length > NAMED_FIELDS
    ? fill(readingMessagesOf(language).review.missing.more, { fields: named })
    : named;
}

function linesOf({ missing }: SourceReport, language: Language): string[] {
  const words = readingMessagesOf(language).review.missing;
  const { layerNames } = messagesOf(language).browse;
  return (missing?.layers ?? []).map(({ layer, fields, count }) =>
    fill(words.line, { layer: layerNames[layer], count, fieldCount: fields.length, fields: namesOf(fields, language) }),
  );
}
