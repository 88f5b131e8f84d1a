import { css, html, nothing, type TemplateResult } from 'lit';
import { featureById } from '../../core/plan/feature_by_id.ts';
import type { Plot } from '../../core/plan/types.ts';
import { formatFar, formatNumber } from '../../messages/format.ts';
import type { FeatureRef } from '../../state/view.ts';
import { classNameOf, featureOf, landUseNameOf, nameOf, nameOfId, withUnit } from '../names.ts';
import { PanelElement } from '../panel_element.ts';
import { controls } from '../styles/controls.ts';
import { swatch } from '../swatch.ts';

const OFFSET_PIXELS = 14;

/** A few words beside the pointer about what it is over: for eyes only, the inspector and the table say the same to everyone. */
export class ParkHover extends PanelElement {
  static override styles = [
    controls,
    css`
      :host {
        position: absolute;
        inset: 0 auto auto 0;
        z-index: 2;
        max-width: 16rem;
        pointer-events: none;
      }
      .card {
        padding: 0.25rem var(--space-2);
        border: 1px solid var(--border);
        border-radius: var(--radius-small);
        background: var(--surface);
        box-shadow: var(--shadow);
        font-size: var(--text-small);
        line-height: 1.4;
      }
      strong {
        font-weight: 600;
      }
      .class {
        display: flex;
        align-items: center;
        gap: 0.375rem;
      }
    `,
  ];

  /** Puts the card beside a place in the map's box, on the side where there is room. */
  moveTo(x: number, y: number, width: number, height: number): void {
    const isLeft = x > width - 270;
    const isUp = y > height - 110;
    const shiftX = isLeft ? `calc(${x - OFFSET_PIXELS}px - 100%)` : `${x + OFFSET_PIXELS}px`;
    const shiftY = isUp ? `calc(${y - OFFSET_PIXELS}px - 100%)` : `${y + OFFSET_PIXELS}px`;
    this.style.setProperty('transform', `translate(${shiftX}, ${shiftY})`);
  }

  #plot(plot: Plot): TemplateResult {
    const { store, language, words } = this;
    const { plan, analysis } = store.drawn.value;
    const entry = analysis?.ledger.plots.get(plot.id);
    const height = entry?.controls.height.max?.value;
    const far = entry?.controls.far.max?.value;
    const limits = [
      height === undefined ? undefined : `${words.inspector.height} ≤ ${formatNumber(height, language, 1)} m`,
      far === undefined ? undefined : `${words.inspector.far} ≤ ${formatFar(far, language)}`,
    ].filter(Boolean);
    return html`<div>${landUseNameOf(plot, plan.manifest, language)}</div>
      ${limits.length > 0 ? html`<div class="soft">${limits.join(' · ')}</div>` : nothing}`;
  }

  /** The class the theme puts it in, where the theme's colours lie on its layer. */
  #class(ref: FeatureRef): TemplateResult | typeof nothing {
    const { store, language, words } = this;
    const { plan, analysis } = store.drawn.value;
    // Classes are the present plan's: of the other its own sheet says more.
    const theme = plan === store.plan.value && analysis ? store.theme.value : undefined;
    if (!theme || theme.layer !== ref.layer || theme.id === 'landUse') return nothing;
    const entry = theme.classes[theme.classOf.get(ref.id) ?? -1];
    if (!entry || theme.layer !== 'plots') return nothing;
    const name = classNameOf(entry.label, words, language);
    return html`<div class="class">
      ${swatch(entry.colour)} ${words.themes[theme.id]}: ${entry.label.kind === 'range' ? withUnit(name, theme.unit, words) : name}
    </div>`;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { store, language, words } = this;
    const hover = this.viewPart('hover');
    const { plan } = store.drawn.value;
    const feature = featureOf(plan, hover);
    if (!hover || !feature || store.measure.value.tool !== 'none') return nothing;
    const plot = hover.layer === 'plots' ? featureById(plan, 'plots', hover.id) : undefined;
    const name = plot && nameOf(plot, language) !== plot.id ? ` ${nameOf(plot, language)}` : '';
    return html`<div class="card" aria-hidden="true">
      <div>
        <span class="soft">${words.layerNouns[hover.layer]}</span>
        <strong>${nameOfId(plan, hover.layer, hover.id, language)}</strong>${name}
      </div>
      ${plot ? this.#plot(plot) : nothing} ${this.#class(hover)}
    </div>`;
  }
}
customElements.define('park-hover', ParkHover);
