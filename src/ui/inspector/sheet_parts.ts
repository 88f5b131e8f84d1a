import { html, nothing, type TemplateResult } from 'lit';
import type { AreaByBasis } from '../../core/check/community_report.ts';
import type { Ledger } from '../../core/control/types.ts';
import type { Plan, PlanFeature } from '../../core/plan/types.ts';
import type { PlanAnalysis } from '../../core/service.ts';
import { fill } from '../../messages/fill.ts';
import { formatFixed, formatNumber, formatSigned } from '../../messages/format.ts';
import { inLanguage, textOf } from '../../messages/in_language.ts';
import type { Language } from '../../messages/language.ts';
import type { Messages } from '../../messages/messages.ts';
import type { Store } from '../../state/store.ts';
import type { FeatureRef } from '../../state/view.ts';
import { nameOfId } from '../names.ts';

/** All a sheet needs to write itself. */
export interface SheetContext {
  store: Store;
  plan: Plan;
  analysis: PlanAnalysis | undefined;
  ledger: Ledger | undefined;
  language: Language;
  words: Messages['browse'];
}

type Content = TemplateResult | string | typeof nothing | undefined;

/** A titled part of a sheet. */
export function section(
  title: string,
  content: TemplateResult | readonly TemplateResult[],
  hint?: string,
): TemplateResult {
  return html`<section>
    <h3>${title}</h3>
    ${hint ? html`<p class="soft small">${hint}</p>` : nothing} ${content}
  </section>`;
}

/** Names and values; a row without a value is left out. */
export function facts(
  rows: readonly (readonly [name: string, value: Content, hint?: string | undefined])[],
): TemplateResult {
  const present = rows.filter(([, value]) => value !== undefined && value !== '' && value !== nothing);
  return html`<dl class="facts">
    ${present.map(
      ([name, value, hint]) => html`<div>
        <dt>${name}</dt>
        <dd>${value}${hint ? html` <span class="soft small">${hint}</span>` : nothing}</dd>
      </div>`,
    )}
  </dl>`;
}

/** A button that selects another feature, named by it. */
export function linkTo(context: SheetContext, ref: FeatureRef): TemplateResult {
  return html`<button type="button" class="link" @click=${() => context.store.select(ref)}>
    ${nameOfId(context.plan, ref.layer, ref.id, context.language)}
  </button>`;
}

/** The same area on each basis, with how far it is off the ellipsoid, which decides. */
export function areaTable(
  context: SheetContext,
  areas: AreaByBasis,
  others: readonly (readonly [name: string, squareMetres: number | undefined])[],
): TemplateResult {
  const { language, words } = context;
  const w = words.inspector;
  const decides = areas.ellipsoidSquareMetres;
  const rows: (readonly [string, number | undefined])[] = [
    [fill(w.plane, { crs: context.plan.manifest.measuringCrs }), areas.planeSquareMetres],
    [w.sphere, areas.sphereSquareMetres],
    ...others,
  ];
  const square = (value: number) => formatNumber(value, language, 1);
  const percent = (value: number) => `${formatSigned((value / decides) * 100, language, 3)}%`;
  return html`<table>
    <thead>
      <tr>
        <th scope="col">${w.areaBasis}</th>
        <th scope="col" class="number">m² <span class="soft">(${w.difference})</span></th>
      </tr>
    </thead>
    <tbody>
      <tr class="decides">
        <th scope="row">${w.ellipsoid} <span class="badge within">${w.decides}</span></th>
        <td class="number">${square(decides)}<small>${formatFixed(decides / 10_000, language, 4)} ha</small></td>
      </tr>
      ${rows.map(([name, value]) =>
        value === undefined
          ? nothing
          : html`<tr>
              <th scope="row">${name}</th>
              <td class="number">
                ${square(value)}
                <small>${formatSigned(value - decides, language, 1)} (${percent(value - decides)})</small>
              </td>
            </tr>`,
      )}
    </tbody>
  </table>`;
}

/** Where the feature's values come from and how sure they are. */
export function provenance(context: SheetContext, feature: PlanFeature): TemplateResult {
  const { language, words, plan } = context;
  const w = words.inspector;
  const { source, confidence, status, note, noteEn } = feature.properties;
  const known = plan.manifest.sources?.find(({ id }) => id === source);
  const text = inLanguage(note, noteEn, language);
  const sourceNote = known?.note && textOf(known.note, language);
  const address = known?.url && /^https?:\/\//i.test(known.url) ? known.url : undefined;
  const sourceName = known ? textOf(known.title, language) : source;
  return section(
    w.source,
    facts([
      [
        w.sourceName,
        address ? html`<a href=${address} target="_blank" rel="noreferrer noopener">${sourceName}</a>` : sourceName,
        sourceNote,
      ],
      [w.confidence, confidence && w.confidences[confidence]],
      [w.status, words.planStatus[status ?? plan.manifest.status]],
      [w.note, text],
    ]),
  );
}

/** Colours of a townscape as samples with their codes. */
export function colourSamples(
  colours: readonly string[] | undefined,
  draw: (colour: string) => TemplateResult,
): Content {
  if (!colours || colours.length === 0) return undefined;
  return html`<span class="samples">
    ${colours.map((colour) => html`<span class="sample">${draw(colour)} <span class="small">${colour}</span></span>`)}
  </span>`;
}
