import { html, nothing, type TemplateResult } from 'lit';
import { type FigureChange, PLOT_CHANGE_KINDS, type PlanComparison } from '../../core/compare/types.ts';
import { fill } from '../../messages/fill.ts';
import { formatNumber, formatSigned } from '../../messages/format.ts';
import type { Language } from '../../messages/language.ts';
import type { ReadingMessages } from '../../messages/reading.ts';

const SHOWN_ROWS = 200;

/** What a comparison says, as two tables: the changed plots, and the sums by phase and key area. */
export function comparisonTables(
  { plots, rollUps }: PlanComparison,
  { comparison, versions }: ReadingMessages,
  language: Language,
): TemplateResult {
  const { columns, kinds, none, total, noPhase } = comparison;
  const cell = ({ before, after, difference }: FigureChange, digits: number) => {
    const text = (value: number | undefined) => (value === undefined ? '–' : formatNumber(value, language, digits));
    const change = difference ? ` (${formatSigned(difference, language, digits)})` : '';
    return html`<td class="number">${before === after ? text(after) : `${text(before)} → ${text(after)}${change}`}</td>`;
  };
  const sums = [
    ...rollUps.phases.map((part) => ({ name: part.id || noPhase, part })),
    ...rollUps.zones.map((part) => ({ name: part.id, part })),
    { name: total, part: rollUps.total },
  ];
  if (plots.length === 0) return html`<p>${none}</p>`;
  return html`<h3>${fill(versions.changedPlots, { count: formatNumber(plots.length, language, 0) })}</h3>
    <div class="scroll" tabindex="0" role="region" aria-label=${fill(versions.changedPlots, { count: plots.length })}>
      <table>
        <thead>
          <tr>
            ${[columns.before, columns.after, columns.kind, columns.far, columns.height, columns.gfa, columns.area].map(
              (head) => html`<th scope="col">${head}</th>`,
            )}
          </tr>
        </thead>
        <tbody>
          ${plots.slice(0, SHOWN_ROWS).map(
            (plot) => html`<tr>
              <td>${plot.before.join(', ') || '–'}</td>
              <td>${plot.after.join(', ') || '–'}</td>
              <td>${kinds[plot.kind]}</td>
              ${cell(plot.far, 2)} ${cell(plot.height, 1)} ${cell(plot.gfa, 0)} ${cell(plot.area, 0)}
            </tr>`,
          )}
        </tbody>
      </table>
    </div>
    ${plots.length > SHOWN_ROWS ? html`<p class="soft small">${fill(versions.more, { shown: SHOWN_ROWS })}</p>` : nothing}
    <h3>${versions.sums}</h3>
    <div class="scroll" tabindex="0" role="region" aria-label=${versions.sums}>
      <table>
        <thead>
          <tr>
            <th scope="col">${columns.phase} / ${columns.zones}</th>
            ${[columns.plotCount, columns.far, columns.gfa, columns.area, columns.kind].map(
              (head) => html`<th scope="col">${head}</th>`,
            )}
          </tr>
        </thead>
        <tbody>
          ${sums.map(
            ({ name, part }) => html`<tr>
              <th scope="row">${name}</th>
              ${cell(part.plotCount, 0)} ${cell(part.far, 2)} ${cell(part.gfa, 0)} ${cell(part.area, 0)}
              <td>
                ${PLOT_CHANGE_KINDS.filter((kind) => part.changeCounts[kind])
                  .map((kind) => `${kinds[kind]} ${part.changeCounts[kind]}`)
                  .join(language === 'en' ? ', ' : '、')}
              </td>
            </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
}
