import { css, html, nothing, svg, type TemplateResult } from 'lit';
import type { AreaByBasis, CommunityReport, PhaseReport, ProgrammeSum } from '../../core/check/community_report.ts';
import { fill } from '../../messages/fill.ts';
import { formatArea, formatFixed, formatNumber, formatSigned } from '../../messages/format.ts';
import { nameOfId } from '../names.ts';
import { PanelElement } from '../panel_element.ts';
import { controls } from '../styles/controls.ts';
import './park_community_checks.ts';

const HECTARE = 10_000;

/** The check of the community against its target: each phase and the total on three bases, and whom they are for. */
export class ParkCommunity extends PanelElement {
  static override styles = [
    controls,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--space-4);
      }
      .verdict {
        display: grid;
        gap: var(--space-1);
        padding: var(--space-3);
        border-radius: var(--radius);
        background: var(--success-surface);
      }
      .verdict.missed {
        background: var(--error-surface);
      }
      .verdict strong {
        font-size: 1.25rem;
        line-height: 1.2;
      }
      .verdict svg {
        width: 100%;
        height: 14px;
      }
      .verdict rect {
        fill: var(--border-strong);
        fill-opacity: 0.35;
      }
      .verdict rect.band {
        fill: var(--success);
        fill-opacity: 0.4;
      }
      .verdict rect.mark {
        fill: var(--ink);
        fill-opacity: 1;
      }
      .scroll {
        overflow-x: auto;
        margin: 0 calc(-1 * var(--space-3));
        padding: 0 var(--space-3);
      }
      td,
      th {
        padding-inline: 0.25rem;
      }
      /* Five columns of figures in the narrowest panel. */
      @media (max-width: 1200px) {
        .scroll td,
        .scroll th {
          padding-inline: 0.125rem;
          font-size: var(--text-small);
        }
        .scroll td small {
          font-size: 0.625rem;
        }
      }
      th button.link {
        white-space: nowrap;
      }
      td small {
        display: block;
        color: var(--ink-soft);
        font-size: 0.6875rem;
      }
      h3 {
        padding-bottom: var(--space-1);
      }
      thead th.number {
        white-space: normal;
      }
      .sum {
        padding-bottom: var(--space-2);
        display: grid;
        grid-template-columns: 1fr 1fr;
        gap: var(--space-3);
      }
      .sum dt {
        color: var(--ink-soft);
        font-size: var(--text-small);
      }
      .sum dd {
        font-weight: 600;
      }
      .sum dd span {
        display: block;
        font-weight: 400;
      }
    `,
  ];

  #verdict(report: CommunityReport): TemplateResult {
    const { language, words } = this;
    const w = words.community;
    const { targetSquareMetres: target, tolerancePercent: tolerance } = report;
    const total = report.total.ellipsoidSquareMetres;
    const deviation = ((total - target) / target) * 100;
    const isMet = Math.abs(deviation) <= tolerance;
    // The scale spans three tolerances to either side of the target.
    const span = Math.max(tolerance, 0.01) * 3;
    const at = 50 + Math.max(-1, Math.min(1, deviation / span)) * 50;
    return html`<div class=${`verdict ${isMet ? '' : 'missed'}`}>
      <div class="row spread">
        <span>${w.total} · ${w.ellipsoid}</span>
        <span class=${`badge ${isMet ? 'within' : 'over'}`}>${isMet ? w.verdictPass : w.verdictFail}</span>
      </div>
      <strong>${formatFixed(total / 1_000_000, language, 4)} km²</strong>
      ${svg`<svg viewBox="0 0 100 14" preserveAspectRatio="none" aria-hidden="true">
        <rect y="5" width="100" height="4"></rect>
        <rect class="band" x=${50 - 50 / 3} y="5" width=${100 / 3} height="4"></rect>
        <rect class="mark" x="49.85" y="2" width="0.3" height="10"></rect>
        <rect class="mark" x=${at - 0.6} y="0" width="1.2" height="14" rx="0.6"></rect></svg>`}
      <p class="small">
        ${w.target} ${formatArea(target, language)} · ${fill(w.tolerance, { percent: `${formatNumber(tolerance, language)}%` })} ·
        ${w.deviation} ${formatSigned(deviation, language, 3)}%
      </p>
    </div>`;
  }

  #areaCells(area: AreaByBasis, target: number | undefined): TemplateResult {
    const { language } = this;
    const hectares = (value: number) => formatFixed(value / HECTARE, language, 2);
    const difference = (value: number) => `${formatSigned(value - area.ellipsoidSquareMetres, language, 1)}`;
    return html`
      <td class="number">${hectares(area.ellipsoidSquareMetres)}</td>
      <td class="number">${hectares(area.planeSquareMetres)}<small>${difference(area.planeSquareMetres)}</small></td>
      <td class="number">${hectares(area.sphereSquareMetres)}<small>${difference(area.sphereSquareMetres)}</small></td>
      <td class="number">
        ${target === undefined ? '—' : html`${formatFixed(target / HECTARE, language, 2)}<small>${formatSigned(area.ellipsoidSquareMetres - target, language, 1)}</small>`}
      </td>
    `;
  }

  #phaseName(report: PhaseReport): TemplateResult {
    const { store, language } = this;
    return html`<button type="button" class="link" @click=${() => {
      store.select({ layer: 'phases', id: report.phase });
      store.map.value?.fitFeature({ layer: 'phases', id: report.phase });
    }}>
      ${nameOfId(store.plan.value, 'phases', report.phase, language)}
    </button>`;
  }

  #areas(report: CommunityReport): TemplateResult {
    const { words, store } = this;
    const w = words.community;
    const hasBoundary = report.boundary.ellipsoidSquareMetres > 0;
    return html`<section>
      <h3>${w.areas}</h3>
      <div class="scroll" tabindex="0" role="region" aria-label=${w.areas}>
        <table>
          <thead>
            <tr>
              <th scope="col">${w.phase}</th>
              ${[w.ellipsoid, w.plane, w.sphere, w.phaseTarget].map((name) => html`<th scope="col" class="number">${name}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${report.phases.map(
              (phase) => html`<tr>
                <th scope="row">${this.#phaseName(phase)}</th>
                ${this.#areaCells(phase.area, phase.targetGrossAreaSquareMetres)}
              </tr>`,
            )}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">${w.total}</th>
              ${this.#areaCells(report.total, report.targetSquareMetres)}
            </tr>
            ${
              hasBoundary
                ? html`<tr>
                    <th scope="row">${w.boundary}</th>
                    ${this.#areaCells(report.boundary, report.targetSquareMetres)}
                  </tr>`
                : nothing
            }
          </tfoot>
        </table>
      </div>
      <p class="soft small">${fill(w.unitNote, { crs: store.plan.value.manifest.measuringCrs })}</p>
    </section>`;
  }

  #programme(report: CommunityReport): TemplateResult {
    const { language, words } = this;
    const w = words.community;
    const number = (value: number | undefined, digits = 1) =>
      value === undefined ? '—' : formatNumber(value, language, digits);
    const density = (value: number | undefined, digits: number) =>
      value === undefined ? '—' : formatFixed(value, language, digits);
    const sum = (name: string, figure: ProgrammeSum, unit: string) => html`<div>
      <dt>${name}</dt>
      <dd>
        ${number(figure.sum, 0)} ${unit}
        <span class="soft small">
          ${figure.target === undefined ? nothing : fill(w.ofTarget, { target: number(figure.target, 0) })}
          ${figure.perHectare === undefined ? nothing : html` · ${fill(w.perHectare, { value: number(figure.perHectare), unit })}`}
        </span>
      </dd>
    </div>`;
    return html`<section>
      <h3>${w.programme}</h3>
      <dl class="sum">
        ${sum(w.people, report.people, words.inspector.peopleUnit)}
        ${sum(w.companies, report.companies, words.inspector.companiesUnit)}
      </dl>
      <table>
        <thead>
          <tr>
            <th scope="col">${w.phase}</th>
            <th scope="col" class="number">${w.people}</th>
            <th scope="col" class="number">${w.peoplePerHectare}</th>
            <th scope="col" class="number">${w.companies}</th>
            <th scope="col" class="number">${w.companiesPerHectare}</th>
          </tr>
        </thead>
        <tbody>
          ${report.phases.map(
            (phase) => html`<tr>
              <th scope="row">${this.#phaseName(phase)}</th>
              <td class="number">${number(phase.people, 0)}</td>
              <td class="number">${density(phase.peoplePerHectare, 1)}</td>
              <td class="number">${number(phase.companies, 0)}</td>
              <td class="number">${density(phase.companiesPerHectare, 2)}</td>
            </tr>`,
          )}
        </tbody>
      </table>
    </section>`;
  }

  protected override render(): TemplateResult {
    const { words, store } = this;
    const analysis = store.analysis.value;
    if (!analysis) return html`<p class="soft">${words.app.computing}</p>`;
    const report = analysis.community;
    if (!report) return html`<p class="soft">${words.community.none}</p>`;
    return html`${this.#verdict(report)}
      <park-community-checks .store=${store}></park-community-checks>
      ${this.#areas(report)} ${this.#programme(report)}`;
  }
}
customElements.define('park-community', ParkCommunity);
