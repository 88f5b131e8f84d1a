import { css, html, nothing, type TemplateResult } from 'lit';
import type { Theme, ThemeClass } from '../../core/theme/types.ts';
import { fill } from '../../messages/fill.ts';
import { formatFixed, formatNumber } from '../../messages/format.ts';
import { classNameOf, withUnit } from '../names.ts';
import { PanelElement } from '../panel_element.ts';
import { controls } from '../styles/controls.ts';
import { swatch } from '../swatch.ts';

interface ClassSum {
  total: number;
  totalArea: number;
  shown: number;
  shownArea: number;
}

/**
 * The legend of the active theme: unit, classes, count and area of each. A class is a toggle: picked classes are drawn in full,
 * the rest is dimmed.
 */
export class ParkLegend extends PanelElement {
  static override styles = [
    controls,
    css`
      :host {
        display: block;
      }
      .head {
        display: flex;
        justify-content: space-between;
        gap: var(--space-2);
        padding: 0 0.375rem var(--space-1);
        color: var(--ink-soft);
        font-size: var(--text-small);
      }
      .classes {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr) auto auto;
      }
      li,
      .total {
        display: grid;
        grid-template-columns: subgrid;
        grid-column: 1 / -1;
      }
      .classes button,
      .total {
        display: grid;
        grid-template-columns: subgrid;
        grid-column: 1 / -1;
        align-items: center;
        column-gap: var(--space-2);
        padding: 0.0625rem 0.375rem;
        text-align: start;
        row-gap: 0;
        min-height: var(--legend-row, 1.75rem);
      }
      .classes button {
        white-space: normal;
        overflow-wrap: break-word;
        font-size: var(--legend-text, var(--text));
        line-height: 1.2;
      }
      .classes button[aria-pressed='true'] {
        box-shadow: inset 2px 0 0 var(--accent-line);
      }
      .swatch {
        color: var(--ink);
      }
      .code {
        color: var(--ink-soft);
        font-size: var(--text-small);
        margin-inline-end: 0.25rem;
      }
      .number {
        text-align: end;
        white-space: nowrap;
      }
      .classes .unpicked {
        color: var(--ink-soft);
      }
      .unpicked .swatch {
        opacity: 0.35;
      }
      .total {
        border-top: 1px solid var(--border);
        color: var(--ink-soft);
      }
      .foot {
        padding: var(--space-1) 0.375rem 0;
        color: var(--ink-soft);
        font-size: var(--text-small);
      }
    `,
  ];

  #sum(theme: Theme, entry: ThemeClass, shown: ReadonlySet<string> | undefined): ClassSum {
    const sum: ClassSum = { total: 0, totalArea: 0, shown: 0, shownArea: 0 };
    for (const [index, id] of entry.features.entries()) {
      const area = entry.areasSquareMetres[index] ?? 0;
      sum.total += 1;
      sum.totalArea += area;
      // Filters are on plots; zones and phases are never filtered out.
      if (theme.layer === 'plots' && shown && !shown.has(id)) continue;
      sum.shown += 1;
      sum.shownArea += area;
    }
    return sum;
  }

  #row(theme: Theme, entry: ThemeClass, sum: ClassSum, picked: readonly string[]): TemplateResult {
    const { language, words } = this;
    const plain = classNameOf(entry.label, words, language);
    const name = entry.label.kind === 'range' ? withUnit(plain, theme.unit, words) : plain;
    const isPicked = picked.includes(entry.id);
    // Only land-use codes mean something to a planner; a tone's code is the data's own.
    const code = theme.id === 'landUse' && entry.label.kind === 'text' ? entry.label.code : undefined;
    const count =
      sum.shown === sum.total
        ? formatNumber(sum.total, language)
        : fill(words.legend.shownOfTotal, {
            shown: formatNumber(sum.shown, language),
            total: formatNumber(sum.total, language),
          });
    return html`<li>
      <button
        type="button"
        class=${picked.length > 0 && !isPicked ? 'unpicked' : ''}
        aria-pressed=${isPicked}
        title=${fill(words.legend.pick, { name })}
        @click=${() => this.store.toggleClass(entry.id)}
      >
        ${swatch(entry.colour, theme.layer === 'zones' ? 'hatched' : 'solid')}
        <span>${code ? html`<span class="code">${code}</span><wbr />` : nothing}${name}</span>
        <span class="number">${count}</span>
        <span class="number">${formatFixed(sum.shownArea / 10_000, language, 2)}</span>
      </button>
    </li>`;
  }

  protected override render(): TemplateResult {
    const { language, words, store } = this;
    const theme = store.theme.value;
    if (!theme) return html`<p class="foot">${words.app.computing}</p>`;
    const shown = store.shown.value;
    const picked = this.viewPart('filters').classes;
    const rows = theme.classes
      .map((entry) => ({ entry, sum: this.#sum(theme, entry, shown) }))
      .filter(({ sum }) => sum.total > 0);
    const area = rows.reduce((total, { sum }) => total + sum.shownArea, 0);
    const count = rows.reduce((total, { sum }) => total + sum.shown, 0);
    return html`
      <div class="head">
        <span>${words.unitNames[theme.unit]}</span>
        <span>${words.legend.countColumn} · ${words.legend.areaColumn}</span>
      </div>
      <ul class="classes" aria-label=${words.legend.title}>
        ${rows.map(({ entry, sum }) => this.#row(theme, entry, sum, picked))}
        ${
          theme.layer === 'zones'
            ? nothing
            : html`<li class="total">
                <span></span>
                <span>${words.legend.total}</span>
                <span class="number">${formatNumber(count, language)}</span>
                <span class="number">${formatFixed(area / 10_000, language, 2)}</span>
              </li>`
        }
      </ul>
      <div class="foot">
        ${fill(words.legend.basis, { basis: words.legend[theme.areaBasis] })}
        ${theme.layer === 'zones' ? html`<br />${words.legend.overlapNote}` : nothing}
        ${
          picked.length > 0
            ? html`<br /><button type="button" class="link" @click=${() => store.setFilters({ classes: [] })}>
                  ${words.legend.clear}
                </button>`
            : nothing
        }
      </div>
    `;
  }
}
customElements.define('park-legend', ParkLegend);
