import { css, html, type TemplateResult } from 'lit';
import type { PlanComparison, RollUp } from '../../core/compare/types.ts';
import { PLOT_CHANGE_KINDS } from '../../core/compare/types.ts';
import type { Language } from '../../messages/language.ts';
import { readingMessagesOf } from '../../messages/reading.ts';
import type { NameOf } from '../../sheet/comparison_files.ts';
import { figureCell, figureForms } from './figure_cell.ts';
import { kindSwatch } from './kind_swatch.ts';

/** For whoever shows the table of sums. */
export const rollUpStyles = css`
  .sums {
    overflow-x: auto;
  }
  .sums thead th {
    vertical-align: bottom;
    white-space: normal;
    word-break: keep-all;
  }
  .sums tbody th {
    min-width: 6.5rem;
  }
  .sums tbody + tbody {
    border-top: 1px solid var(--border-strong);
  }
  .sums .part {
    color: var(--ink-soft);
    font-size: var(--text-small);
  }
  .sums .part th {
    padding-block-start: var(--space-2);
  }
  .sums strong {
    font-weight: 600;
  }
  .sums .counts {
    display: inline-flex;
    gap: 0.125rem 0.5rem;
  }
  .sums .counts span {
    display: inline-flex;
    align-items: center;
    gap: 0.25rem;
    white-space: nowrap;
  }
`;

/** The sums of both plans by phase, by key area, and of all plots: counts, FAR (ΣGFA ÷ Σarea), floor area, land. */
export function rollUpTable({ rollUps }: PlanComparison, nameOf: NameOf, language: Language): TemplateResult {
  const { comparison, review } = readingMessagesOf(language);
  const words = review.plots;
  const forms = figureForms(language);
  const row = (part: RollUp, name: string) => html`<tr>
    <th scope="row">${name}</th>
    ${figureCell(part.plotCount, forms.count, language)} ${figureCell(part.far, forms.far, language)}
    ${figureCell(part.gfa, forms.gfa, language)} ${figureCell(part.area, forms.hectares, language)}
    <td>
      <span class="counts"
        >${PLOT_CHANGE_KINDS.filter((kind) => part.changeCounts[kind]).map(
          (kind) =>
            html`<span title=${comparison.kinds[kind]}>${kindSwatch(kind)}<span class="visually-hidden">${comparison.kinds[kind]}</span>${part.changeCounts[kind]}</span>`,
        )}</span
      >
    </td>
  </tr>`;
  const group = (title: string, parts: readonly RollUp[], layer: 'phases' | 'zones') =>
    parts.length === 0
      ? html``
      : html`<tbody>
          <tr class="part">
            <th scope="rowgroup" colspan="6">${title}</th>
          </tr>
          ${parts.map((part) => row(part, part.id ? nameOf(layer, part.id) : words.noPhase))}
        </tbody>`;
  return html`<div class="sums scroll" tabindex="0" role="region" aria-label=${words.rollUps}>
      <table>
        <thead>
          <tr>
            <th scope="col">${words.name}</th>
            ${[words.count, words.far, words.gfa, words.hectares].map((head) => html`<th scope="col" class="number">${head}</th>`)}
            <th scope="col">${words.kind}</th>
          </tr>
        </thead>
        ${group(words.phase, rollUps.phases, 'phases')} ${group(words.zone, rollUps.zones, 'zones')}
        <tbody>
          ${row(rollUps.total, words.total)}
        </tbody>
      </table>
    </div>
    <p class="soft small">${words.rollUpNote}</p>`;
}
