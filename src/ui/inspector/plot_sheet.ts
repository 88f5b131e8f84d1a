import { html, nothing, type TemplateResult } from 'lit';
import { townscapeOf } from '../../core/control/townscape.ts';
import type { PlotLedger } from '../../core/control/types.ts';
import { tolerancesOf } from '../../core/plan/tolerances.ts';
import type { Binding, Plot } from '../../core/plan/types.ts';
import { fill } from '../../messages/fill.ts';
import { formatFar, formatFloorArea, formatNumber, isInTenThousands } from '../../messages/format.ts';
import { nameInLanguage, textOf } from '../../messages/in_language.ts';
import { nameOfId } from '../names.ts';
import { swatch } from '../swatch.ts';
import { effectiveControlTable, shareText } from './control_table.ts';
import { areaTable, colourSamples, facts, linkTo, type SheetContext, section } from './sheet_parts.ts';
import { usageBar } from './usage_bars.ts';

/** A plot's sheet: what may be built, what stands, and how the two agree. */
export function plotSheet(context: SheetContext, plot: Plot): TemplateResult {
  const { ledger, words } = context;
  const entry = ledger?.plots.get(plot.id);
  const w = words.inspector;
  const { landUseCode, landUseScheme, stage } = plot.properties;
  const phase = entry?.phase ?? plot.properties.phase;
  const identity = facts([
    [w.number, plot.id],
    [w.name, nameInLanguage(plot.properties, context.language)],
    [w.landUseCode, landUseCode, landUseScheme && w.schemes[landUseScheme]],
    [w.phase, phase === undefined ? undefined : linkTo(context, { layer: 'phases', id: phase })],
    [w.stage, stage && w.stages[stage]],
  ]);
  if (!entry) return html`${identity}<p class="soft">${w.computing}</p>`;
  return html`
    ${identity} ${section(w.controls, effectiveControlTable(context, plot, entry), w.controlsHint)}
    ${capacity(context, plot, entry)} ${compliance(context, entry)}
    ${section(
      `${w.areas} · ${w.netArea}`,
      areaTable(context, entry.areas, [[w.declared, entry.areas.declaredSquareMetres]]),
    )}
    ${covers(context, entry)} ${townscape(context, plot, entry)}
  `;
}

function capacity(context: SheetContext, plot: Plot, entry: PlotLedger): TemplateResult {
  const { language, words } = context;
  const w = words.inspector;
  const used = entry.builtGfaSquareMetres + entry.proposedGfaSquareMetres;
  const declared = plot.properties.gfaSquareMetres;
  const area = (value: number | undefined) =>
    value === undefined
      ? w.none
      : html`${formatFloorArea(value, language)}${
          isInTenThousands(value, language)
            ? html` <span class="soft small">${formatNumber(value, language, 0)} m²</span>`
            : nothing
        }`;
  return section(
    w.intensity,
    facts([
      [w.gfaCapacity, area(entry.gfaCapacitySquareMetres), w.gfaCapacityBasis],
      [w.declaredGfa, declared === undefined ? undefined : area(declared), declaredBasis(context, plot, entry)],
      [w.builtGfa, area(entry.builtGfaSquareMetres)],
      [w.proposedGfa, area(entry.proposedGfaSquareMetres)],
      [
        w.remainingGfa,
        entry.gfaCapacitySquareMetres === undefined ? undefined : area(entry.gfaCapacitySquareMetres - used),
      ],
    ]),
  );
}

/** What FAR a stated floor area comes to, over the stated net area that its table divides by, or else the drawn one. */
function declaredBasis(
  { words, language }: SheetContext,
  { properties }: Plot,
  { areas }: PlotLedger,
): string | undefined {
  const { gfaSquareMetres, netAreaSquareMetres } = properties;
  const site = netAreaSquareMetres ?? areas.ellipsoidSquareMetres;
  if (gfaSquareMetres === undefined || !(site > 0)) return undefined;
  const w = words.inspector;
  return fill(netAreaSquareMetres === undefined ? w.declaredGfaOfMeasured : w.declaredGfaOfDeclared, {
    far: formatFar(gfaSquareMetres / site, language),
  });
}

function compliance(context: SheetContext, entry: PlotLedger): TemplateResult {
  const w = context.words.inspector;
  if (entry.buildings.length === 0) return section(w.compliance, html`<p class="soft">${w.noBuildings}</p>`);
  return section(
    w.compliance,
    html`${entry.usages.map((usage) => usageBar(context, usage))}
      <p class="links small">
        ${w.buildings}: ${entry.buildings.map((id) => linkTo(context, { layer: 'buildings', id }))}
      </p>`,
  );
}

function covers(context: SheetContext, entry: PlotLedger): TemplateResult | typeof nothing {
  const { words, language, plan } = context;
  if (entry.covers.length === 0) return nothing;
  const least = tolerancesOf(plan.manifest).zoneCoverSharePercent;
  return section(
    words.inspector.covers,
    html`<ul class="rows">
      ${entry.covers.map(
        (cover) => html`<li>
          <span>${linkTo(context, { layer: 'zones', id: cover.zone })}</span>
          <span class="soft">
            ${shareText(context, cover.sharePercent)}${
              cover.sharePercent < least
                ? html` · ${fill(words.inspector.notGoverning, { percent: `${formatNumber(least, language)}%` })}`
                : nothing
            }
          </span>
        </li>`,
      )}
    </ul>`,
  );
}

function townscape(context: SheetContext, plot: Plot, entry: PlotLedger): TemplateResult | typeof nothing {
  const { plan, language, words } = context;
  const w = words.inspector;
  const found = townscapeOf(plan, plot, entry.covers);
  const from = (requirement: { layer: string; feature: string; binding?: Binding } | undefined) => {
    if (!requirement) return undefined;
    const who = requirement.layer === 'plots' ? w.ownPlot : nameOfId(plan, 'zones', requirement.feature, language);
    return requirement.binding ? `${who} · ${w[requirement.binding]}` : who;
  };
  const tone = plan.manifest.palette?.townscapeTones?.find(({ code }) => code === found.tone?.value);
  if (!found.tone && !found.colours && !found.material && !found.note) return nothing;
  return section(
    w.townscape,
    facts([
      [
        w.tone,
        found.tone &&
          html`${tone ? swatch(tone.colour) : nothing} ${nameInLanguage(tone, language) ?? found.tone.value}`,
        from(found.tone),
      ],
      [w.colours, colourSamples(found.colours?.value, swatch), from(found.colours)],
      [w.material, found.material && textOf(found.material.value, language), from(found.material)],
      [w.townscapeNote, found.note && textOf(found.note.value, language), from(found.note)],
    ]),
  );
}
