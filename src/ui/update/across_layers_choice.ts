import { html, type TemplateResult } from 'lit';
import type { JoinedLayersEntry } from '../../core/plan/types.ts';
import type { SourceReport } from '../../core/read/source.ts';
import type { ChoicesBySource } from '../../core/read/types.ts';
import { fill } from '../../messages/fill.ts';
import type { Language } from '../../messages/language.ts';
import { listText } from '../../messages/list_text.ts';
import { readingMessagesOf } from '../../messages/reading.ts';

export interface AcrossLayersChoice {
  sources: readonly SourceReport[];
  language: Language;
  answer: (choices: ChoicesBySource) => void;
}

/** Asks of each drawing whose borders are split between layers whether these are joined together. */
export function acrossLayersChoice({ sources, language, answer }: AcrossLayersChoice): TemplateResult[] {
  const words = readingMessagesOf(language).drawings.across;
  // All layers of a drawing say the same.
  const first = new Map([...sources].reverse().flatMap((source) => (source.across ? [[source.file, source]] : [])));
  return [...first.values()].reverse().map(({ file, across }) => {
    const { layers = [], apartCount = 0, togetherCount = 0, isDone = false } = across ?? {};
    const data = {
      file,
      layers: groupsOf(layers, language),
      apart: apartCount,
      together: togetherCount,
    };
    const choose = (joinAcross: boolean) =>
      answer(Object.fromEntries(sources.flatMap((one) => (one.file === file ? [[one.name, { joinAcross }]] : []))));
    return html`<fieldset class="mode across">
      <legend>${words.title}</legend>
      <div class="segmented" role="group" aria-label=${words.title}>
        ${([false, true] as const).map(
          (
            one,
          ) => html`<button type="button" aria-pressed=${one === isDone} @click=${() => one !== isDone && choose(one)}>
            ${one ? words.together : words.apart}
          </button>`,
        )}
      </div>
      <p class="soft small">${fill(isDone ? words.togetherHint : words.apartHint, data)}</p>
    </fieldset>`;
  });
}

function groupsOf(layers: readonly (readonly string[])[], language: Language): string {
  return listText(
    layers.map((group) => group.join(' + ')),
    language,
  );
}

/** What a version's history says of a drawing whose layers were joined. */
export function joinedLayersLine(
  { source, layers, apartCount, togetherCount }: JoinedLayersEntry,
  language: Language,
): string {
  const { history } = readingMessagesOf(language).drawings.across;
  return fill(history, { source, layers: groupsOf(layers, language), apart: apartCount, together: togetherCount });
}
