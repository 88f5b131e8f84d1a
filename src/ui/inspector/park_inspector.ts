import { html, nothing, type TemplateResult } from 'lit';
import { featureById } from '../../core/plan/feature_by_id.ts';
import { landUseClassOf } from '../../core/plan/land_use.ts';
import type { PlanFeature } from '../../core/plan/types.ts';
import { readingMessagesOf } from '../../messages/reading.ts';
import { sideOf } from '../../state/review_drawing.ts';
import type { FeatureRef } from '../../state/view.ts';
import { icon } from '../icons.ts';
import { featureOf, landUseNameOf, nameOfId } from '../names.ts';
import { PanelElement } from '../panel_element.ts';
import { controls } from '../styles/controls.ts';
import { swatch } from '../swatch.ts';
import { inspectorStyles } from './inspector_styles.ts';
import { buildingSheet, contextSheet } from './other_sheets.ts';
import { phaseSheet } from './phase_sheet.ts';
import { plotSheet } from './plot_sheet.ts';
import { provenance, type SheetContext } from './sheet_parts.ts';
import { zoneSheet } from './zone_sheet.ts';

/** The sheet of the selected feature. */
export class ParkInspector extends PanelElement {
  static override styles = [controls, inspectorStyles];

  #context(): SheetContext {
    const { store } = this;
    const { plan, analysis } = store.drawn.value;
    return {
      store,
      plan,
      analysis,
      ledger: analysis?.ledger,
      language: this.language,
      words: this.words,
    };
  }

  #sheet(context: SheetContext, ref: FeatureRef, feature: PlanFeature): TemplateResult {
    const { plan } = context;
    const plot = ref.layer === 'plots' ? featureById(plan, 'plots', ref.id) : undefined;
    if (plot) return plotSheet(context, plot);
    const zone = ref.layer === 'zones' ? featureById(plan, 'zones', ref.id) : undefined;
    if (zone) return zoneSheet(context, zone);
    const phase = ref.layer === 'phases' ? featureById(plan, 'phases', ref.id) : undefined;
    if (phase) return phaseSheet(context, phase);
    const building = ref.layer === 'buildings' ? featureById(plan, 'buildings', ref.id) : undefined;
    if (building) return buildingSheet(context, building);
    return contextSheet(context, ref, feature);
  }

  /** What kind of thing it is; for a plot its land use with the colour of the drawing. */
  #kind(ref: FeatureRef): TemplateResult {
    const { words, store, language } = this;
    const { plan } = store.drawn.value;
    const plot = ref.layer === 'plots' ? featureById(plan, 'plots', ref.id) : undefined;
    if (!plot) return html`${words.layerNouns[ref.layer]}`;
    const landUse = landUseClassOf(plan.manifest, plot.properties.landUseScheme, plot.properties.landUseCode);
    return html`${words.layerNouns.plots} · ${landUse ? swatch(landUse.colour) : nothing}
    ${landUseNameOf(plot, plan.manifest, language)}`;
  }

  /** Says so where it is not the accepted plan that is looked at. */
  #side(): TemplateResult | typeof nothing {
    const drawing = this.store.reviewDrawing.value;
    if (!drawing || sideOf(drawing) !== 'after') return nothing;
    // Whoever draws a review has loaded the words about files.
    return html`<span class="badge info">${readingMessagesOf(this.language).review.map.after}</span>`;
  }

  protected override render(): TemplateResult {
    const { words, store, language } = this;
    const ref = this.viewPart('selection');
    const context = this.#context();
    const feature = featureOf(context.plan, ref);
    if (!ref || !feature)
      return html`<div class="empty">
        ${icon('target', 24)}
        <p>${words.inspector.empty}</p>
        <p class="small">${words.inspector.emptyHint}</p>
      </div>`;
    const status = feature.properties.status ?? context.plan.manifest.status;
    return html`
      <header>
        <p class="kind">${this.#kind(ref)} ${this.#side()}</p>
        <h2>${nameOfId(context.plan, ref.layer, ref.id, language)}</h2>
        <span class=${`badge ${status}`}>${words.planStatus[status]}</span>
        <button type="button" class="outlined" @click=${() => store.map.value?.fitFeature(ref)}>
          ${icon('target')}${words.inspector.flyTo}
        </button>
        <button
          type="button"
          class="icon"
          aria-label=${words.inspector.close}
          title=${words.inspector.close}
          @click=${() => store.select(undefined)}
        >
          ${icon('close')}
        </button>
      </header>
      ${this.#sheet(context, ref, feature)} ${provenance(context, feature)}
    `;
  }
}
customElements.define('park-inspector', ParkInspector);
