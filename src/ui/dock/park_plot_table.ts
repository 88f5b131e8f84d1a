import { html, type TemplateResult } from 'lit';
import { PanelElement } from '../panel_element.ts';
import { controls } from '../styles/controls.ts';

/** The table of the plots. */
export class ParkPlotTable extends PanelElement {
  static override styles = [controls];

  protected override render(): TemplateResult {
    return html`<p class="soft">${this.words.app.computing}</p>`;
  }
}
customElements.define('park-plot-table', ParkPlotTable);
