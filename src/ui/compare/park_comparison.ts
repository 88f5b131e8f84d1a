import { css, html, type TemplateResult } from 'lit';
import type { PlanComparison, PlotChangeKind } from '../../core/compare/types.ts';
import type { Plan } from '../../core/plan/types.ts';
import { fill } from '../../messages/fill.ts';
import { readingMessagesOf } from '../../messages/reading.ts';
import { togglePick } from '../../state/review_drawing.ts';
import { PanelElement } from '../panel_element.ts';
import { hasTooManyRows } from '../rows_in_file.ts';
import { controls } from '../styles/controls.ts';
import { comparisonActions, namesOf } from './comparison_actions.ts';
import { countKinds } from './plot_change_rows.ts';
import { rollUpStyles, rollUpTable } from './roll_up_table.ts';
import './park_plot_changes.ts';

const PARTS = ['plots', 'rollUps'] as const;
export type ComparisonPart = (typeof PARTS)[number];

/**
 * Two plans held against each other in tables, to be saved and printed: the changed plots, the sums, or both.
 *
 * Properties: `comparison`, `plans`, `subtitle` (which plans these are, for the printed page), `only` (one of the tables; undefined: both),
 * `isOnMap` (the map shows the changes: the kinds picked are picked there too). Event: `park-show-plot` with a change.
 */
export class ParkComparison extends PanelElement {
  static override properties = {
    ...PanelElement.properties,
    comparison: { attribute: false },
    plans: { attribute: false },
    subtitle: { attribute: false },
    only: { attribute: false },
    isOnMap: { attribute: false },
    kinds: { state: true },
    saved: { state: true },
  };
  declare comparison: PlanComparison;
  declare plans: { before: Plan; after: Plan };
  declare subtitle: string;
  declare only: ComparisonPart | undefined;
  declare isOnMap: boolean;
  /** Picked here, while there is no map. */
  declare kinds: ReadonlySet<PlotChangeKind>;
  /** Name of the file that was saved last. */
  declare saved: string;

  static override styles = [
    controls,
    rollUpStyles,
    css`
      :host {
        display: block;
      }
      .actions {
        flex-wrap: wrap;
        margin-block: var(--space-1) var(--space-2);
      }
      h3 {
        margin-block: var(--space-3) var(--space-1);
      }
    `,
  ];

  constructor() {
    super();
    this.subtitle = '';
    this.isOnMap = false;
    this.kinds = new Set();
    this.saved = '';
  }

  #pick(kind: PlotChangeKind): void {
    const present = countKinds(this.comparison.plots).map((one) => one.kind);
    const drawing = this.isOnMap ? this.store.reviewDrawing.peek() : undefined;
    if (drawing) this.store.reviewDrawing.value = { ...drawing, kinds: togglePick(drawing.kinds, kind, present) };
    else this.kinds = togglePick(this.kinds, kind, present);
  }

  protected override render(): TemplateResult {
    const { language, comparison, subtitle } = this;
    const { before, after } = this.plans;
    const words = readingMessagesOf(language).review.plots;
    const nameOf = namesOf(before, after, language);
    const saved = (file: string): void => {
      this.saved = fill(words.saved, { file });
    };
    const isTooMuch = (rows: number) => hasTooManyRows(rows, this.store);
    const drawing = this.isOnMap ? this.store.reviewDrawing.value : undefined;
    const parts = this.only ? [this.only] : PARTS;
    const tables: Record<ComparisonPart, () => TemplateResult> = {
      plots: () => html`<park-plot-changes
        .comparison=${comparison}
        .nameOf=${nameOf}
        .language=${language}
        .kinds=${drawing?.kinds ?? this.kinds}
        .canShow=${this.isOnMap}
        @park-pick-kind=${(event: CustomEvent<PlotChangeKind>) => this.#pick(event.detail)}
      ></park-plot-changes>`,
      rollUps: () => rollUpTable(comparison, nameOf, language),
    };
    return html`${comparisonActions({ comparison, before, after, subtitle, language, saved, isTooMuch })}
      <p class="soft small" role="status">${this.saved}</p>
      ${parts.map((part) => html`${this.only ? '' : html`<h3>${words[part === 'plots' ? 'title' : 'rollUps']}</h3>`}${tables[part]()}`)}`;
  }
}
customElements.define('park-comparison', ParkComparison);
