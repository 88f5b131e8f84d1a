import { html, nothing, type TemplateResult } from 'lit';
import { LAYER_IDS } from '../../core/plan/types.ts';
import type { ChoicesBySource, SourceChoices, UpdateReading } from '../../core/read/types.ts';
import { fill } from '../../messages/fill.ts';
import { messagesOf } from '../../messages/index.ts';
import type { Language } from '../../messages/language.ts';
import { readingMessagesOf } from '../../messages/reading.ts';
import { OMIT } from './park_sources.ts';

export interface UndecidedForm {
  /** `undecided` names the files whose layer nobody can tell. */
  reading: Pick<UpdateReading, 'undecided' | 'sources'>;
  isIncomplete: boolean;
  language: Language;
  /** Called with the layers chosen; undefined when one is missing, or when nothing is left to be read. */
  answer: (choices: ChoicesBySource | undefined) => void;
}

/** Asks for the layer of files of which it cannot be told. */
export function undecidedForm(part: UndecidedForm): TemplateResult | typeof nothing {
  const { isIncomplete, language } = part;
  const { undecided, sources } = part.reading;
  if (undecided.length === 0) return nothing;
  // Of a drawing's many layers a few are wanted: the others are left out unless something else is said.
  const parts = new Set(sources.filter(({ isPart }) => isPart).map(({ name }) => name));
  const { update, browse } = messagesOf(language);
  const words = update.undecided;
  return html`<form
    class="undecided"
    @submit=${(event: Event) => {
      event.preventDefault();
      const answers = new Map<string, SourceChoices>();
      for (const select of (event.target as HTMLFormElement).querySelectorAll('select')) {
        const layer = LAYER_IDS.find((id) => id === select.value);
        const { file } = select.dataset;
        if (file === undefined) continue;
        if (layer) answers.set(file, { layer, omitted: false });
        else if (select.value === OMIT) answers.set(file, { omitted: true });
      }
      const isNothingUsed = [...answers.values()].every(({ omitted }) => omitted);
      const isComplete = !isNothingUsed && undecided.every((file) => answers.has(file));
      part.answer(isComplete ? Object.fromEntries(answers) : undefined);
    }}
  >
    <h3>${words.title}</h3>
    <p class="soft">${words.hint}</p>
    ${undecided.map(
      (file, index) => html`<div class="field">
        <label for="layer-${index}">${fill(words.select, { file })}</label>
        <select id="layer-${index}" data-file=${file}>
          <option value="">${words.choose}</option>
          ${LAYER_IDS.map((layer) => html`<option value=${layer}>${browse.layerNames[layer]}</option>`)}
          <option value=${OMIT} ?selected=${parts.has(file)}>${readingMessagesOf(language).review.sources.leaveOut}</option>
        </select>
      </div>`,
    )}
    ${isIncomplete ? html`<p class="error" role="alert">${words.incomplete}</p>` : nothing}
    <button type="submit" class="primary">${words.submit}</button>
  </form>`;
}
