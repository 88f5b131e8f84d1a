import { html, type TemplateResult } from 'lit';
import type { PlotChangeKind } from '../../core/compare/types.ts';
import { fill } from '../../messages/fill.ts';
import type { ReadingMessages } from '../../messages/reading.ts';
import { kindSwatch } from './kind_swatch.ts';

export interface KindLegend {
  /** `others`: features of other layers than the plots. */
  counts: readonly { kind: PlotChangeKind; count: number; others?: number }[];
  picked: ReadonlySet<PlotChangeKind>;
  words: ReadingMessages;
  pick: (kind: PlotChangeKind) => void;
}

/** The kinds of change that occur with their looks and counts, each a button that shows only these. */
export function kindLegend({ counts, picked, words, pick }: KindLegend): TemplateResult {
  const { kinds } = words.comparison;
  return html`<ul class="kinds" aria-label=${words.review.map.kinds}>
    ${counts.map(
      ({ kind, count, others = 0 }) => html`<li>
        <button
          type="button"
          class=${picked.size > 0 && !picked.has(kind) ? 'out' : ''}
          aria-pressed=${picked.has(kind)}
          title=${fill(words.review.map.only, { kind: kinds[kind] })}
          @click=${() => pick(kind)}
        >
          ${kindSwatch(kind)}<span>${kinds[kind]}</span><span class="soft">${[count > 0 || others === 0 ? count : '', others > 0 ? fill(words.review.map.others, { count: others }) : ''].filter((part) => part !== '').join(' · ')}</span>
        </button>
      </li>`,
    )}
  </ul>`;
}
