import { html, nothing, type TemplateResult } from 'lit';
import type { UpdateMode } from '../../core/read/types.ts';
import { messagesOf } from '../../messages/index.ts';
import type { Language } from '../../messages/language.ts';
import type { ReviewState } from './review_summary.ts';

/** Whether the files are whole layers or parts of them. Of tables nothing is asked: neither makes a difference to them. */
export function modeChoice(
  { mode, review }: ReviewState,
  language: Language,
  choose: (mode: UpdateMode) => void,
): TemplateResult | typeof nothing {
  const words = messagesOf(language).update.mode;
  if (review.reading.layers.length === 0) return nothing;
  const used = review.reading.sources.filter(({ omitted }) => omitted === undefined);
  const joinHint = used.some(({ isJoined }) => isJoined) ? html`<p class="soft small">${words.joinHint}</p>` : nothing;
  // Neither way makes a difference to a table: there is nothing to choose.
  if (used.length > 0 && used.every(({ isJoined }) => isJoined))
    return html`<div class="mode joined">${joinHint}</div>`;
  return html`<fieldset class="mode">
    <legend>${words.title}</legend>
    <div class="segmented" role="group" aria-label=${words.title}>
      ${(['replace', 'merge'] as const).map(
        (one) => html`<button
          type="button"
          aria-pressed=${mode === one}
          @click=${() => one !== mode && choose(one)}
        >
          ${words[one]}
        </button>`,
      )}
    </div>
    <p class="soft small">${mode === 'replace' ? words.replaceHint : words.mergeHint}</p>
    ${joinHint}
  </fieldset>`;
}
