import { css, html, nothing, type TemplateResult } from 'lit';
import { measureEllipsoidAreaSquareMetres, measureEllipsoidDistanceMetres } from '../../core/measure/ellipsoid.ts';
import { createProjection, nearestProjection } from '../../core/measure/gauss_kruger.ts';
import { measurePlaneAreaSquareMetres, toPlane } from '../../core/measure/plane.ts';
import { findSelfCrossing } from '../../core/measure/self_crossing.ts';
import type { Polygon } from '../../core/plan/types.ts';
import { fill } from '../../messages/fill.ts';
import { formatArea, formatLength, formatNumber } from '../../messages/format.ts';
import { copyText } from '../clipboard.ts';
import { icon } from '../icons.ts';
import { PanelElement } from '../panel_element.ts';
import { controls } from '../styles/controls.ts';

type Row = [name: string, value: string, isMain: boolean];

/** What is being measured, live: length and area on the ellipsoid, area on the plan's plane beside it. */
export class ParkMeasure extends PanelElement {
  static override styles = [
    controls,
    css`
      :host {
        width: min(20rem, calc(100% - 4.5rem));
        padding: var(--space-2) var(--space-3);
        border: 1px solid var(--border);
        border-radius: var(--radius);
        background: var(--surface);
        box-shadow: var(--shadow);
      }
      h2 {
        font-size: inherit;
      }
      .hint {
        color: var(--ink-soft);
        font-size: var(--text-small);
        padding-bottom: var(--space-1);
      }
      .hint,
      dt {
        text-wrap: pretty;
      }
      dl {
        display: grid;
        grid-template-columns: 1fr auto;
        gap: 0.125rem var(--space-3);
      }
      dt {
        color: var(--ink-soft);
      }
      dd {
        text-align: end;
      }
      dd.main {
        font-weight: 600;
      }
      .crossing {
        padding-top: var(--space-1);
        color: var(--error);
      }
      .actions {
        flex-wrap: wrap;
        padding-top: var(--space-2);
        gap: var(--space-1);
      }
    `,
  ];

  #rows(): Row[] {
    const { language, words, store } = this;
    const { tool, points } = store.measure.value;
    const rows: Row[] = [];
    const legs = points.slice(1).map((point, index) => measureEllipsoidDistanceMetres(points[index] ?? point, point));
    const length = legs.reduce((sum, leg) => sum + leg, 0);
    if (tool === 'distance') {
      rows.push([words.measure.length, formatLength(length, language), true]);
      const last = legs.at(-1);
      if (legs.length > 1 && last !== undefined)
        rows.push([words.measure.lastSegment, formatLength(last, language), false]);
      return rows;
    }
    const first = points[0];
    const last = points.at(-1);
    if (!first || !last || points.length < 3) return rows;
    const polygon: Polygon = { type: 'Polygon', coordinates: [[...points, first]] };
    const projection = createProjection(store.plan.value.manifest.measuringCrs) ?? nearestProjection(first[0]);
    rows.push([words.measure.ellipsoidArea, formatArea(measureEllipsoidAreaSquareMetres(polygon), language), true]);
    rows.push([
      fill(words.measure.planeArea, { crs: projection.crs }),
      formatArea(measurePlaneAreaSquareMetres(toPlane(polygon, projection)), language),
      false,
    ]);
    rows.push([
      words.measure.perimeter,
      formatLength(length + measureEllipsoidDistanceMetres(last, first), language),
      false,
    ]);
    return rows;
  }

  /** Whether the outline of an area crosses itself: then its lobes cancel and the figure means nothing. */
  #isCrossing(): boolean {
    const { tool, points } = this.store.measure.value;
    const first = points[0];
    if (tool !== 'area' || !first || points.length < 4) return false;
    const projection = createProjection(this.store.plan.value.manifest.measuringCrs) ?? nearestProjection(first[0]);
    return findSelfCrossing(Float64Array.from([...points, first].flatMap(projection.forward))) !== undefined;
  }

  #addCentre(): void {
    const { measure, view } = this.store;
    const camera = view.peek().camera;
    if (!camera || measure.value.finished) return;
    measure.value = { ...measure.value, points: [...measure.value.points, [camera.longitude, camera.latitude]] };
  }

  async #copy(rows: readonly Row[]): Promise<void> {
    const text = rows.map(([name, value]) => `${name}\t${value}`).join('\n');
    this.store.notify({ key: (await copyText(text)) ? 'copied' : 'copyFailed' });
  }

  protected override render(): TemplateResult | typeof nothing {
    const { language, words, store } = this;
    const state = store.measure.value;
    if (state.tool === 'none') return nothing;
    const rows = this.#rows();
    const restart = () => {
      store.measure.value = { tool: state.tool, points: [], finished: false };
    };
    return html`<section aria-label=${words.measure[state.tool]}>
      <div class="row spread">
        <h2>${words.measure[state.tool]} <span class="soft">${fill(words.measure.points, { count: formatNumber(state.points.length, language) })}</span></h2>
        <button
          type="button"
          class="icon"
          aria-label=${words.measure.exit}
          title=${words.measure.exit}
          @click=${() => {
            store.measure.value = { tool: 'none', points: [], finished: false };
          }}
        >
          ${icon('close')}
        </button>
      </div>
      ${state.finished ? nothing : html`<p class="hint">${words.measure.hint}</p>`}
      <dl aria-live="polite">
        ${rows.map(([name, value, isMain]) => html`<dt>${name}</dt><dd class=${isMain ? 'main' : ''}>${value}</dd>`)}
      </dl>
      ${this.#isCrossing() ? html`<p class="crossing" role="status">${words.measure.selfIntersecting}</p>` : nothing}
      <div class="row actions">
        ${
          state.finished
            ? html`<button type="button" class="outlined" @click=${restart}>${words.measure.again}</button>`
            : html`<button type="button" class="outlined" @click=${() => this.#addCentre()}>${words.measure.addCentre}</button>
                <button
                  type="button"
                  class="outlined"
                  ?disabled=${state.points.length < 2}
                  @click=${() => {
                    store.measure.value = { ...state, finished: true };
                  }}
                >
                  ${words.measure.finish}
                </button>
                <button
                  type="button"
                  class="outlined"
                  ?disabled=${state.points.length === 0}
                  @click=${() => {
                    store.measure.value = { ...state, points: state.points.slice(0, -1) };
                  }}
                >
                  ${words.measure.removeLast}
                </button>`
        }
        <button type="button" class="outlined" ?disabled=${rows.length === 0} @click=${() => void this.#copy(rows)}>
          ${icon('copy')}${words.measure.copy}
        </button>
      </div>
    </section>`;
  }
}
customElements.define('park-measure', ParkMeasure);
