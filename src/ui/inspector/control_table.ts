import { html, nothing, type TemplateResult } from 'lit';
import {
  CONTROL_IDS,
  type ControlId,
  type EffectiveControl,
  type EffectiveLimit,
  type LimitOrigin,
  type PlotLedger,
} from '../../core/control/types.ts';
import type { Binding, ControlProperties, Plot } from '../../core/plan/types.ts';
import { fill } from '../../messages/fill.ts';
import { formatFar, formatNumber } from '../../messages/format.ts';
import { nameInLanguage } from '../../messages/in_language.ts';
import { nameOfId } from '../names.ts';
import type { SheetContext } from './sheet_parts.ts';

const UNITS: Record<ControlId, string> = { far: '', height: 'm', density: '%', greenRatio: '%', setback: 'm' };

/** One line of a control table. */
interface ControlRow {
  name: string;
  unit: string;
  min: string;
  max: string;
  binding: string;
  origin: TemplateResult | string;
  isContradictory?: boolean;
}

/** Nature and origin stand below the indicator: as columns of their own they would break within words in a narrow panel. */
function table(context: SheetContext, rows: readonly ControlRow[], hasOrigin: boolean): TemplateResult {
  const w = context.words.inspector;
  return html`<table class="controls">
    <thead>
      <tr>
        <th scope="col">${w.indicator}<small>${hasOrigin ? `${w.binding} · ${w.origin}` : w.binding}</small></th>
        <th scope="col" class="number">${w.min}</th>
        <th scope="col" class="number">${w.max}</th>
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        (row) => html`<tr class=${row.isContradictory ? 'contradictory' : ''}>
          <th scope="row">
            ${row.name}${row.unit ? html` <span class="soft">${row.unit}</span>` : nothing}
            <small>${row.binding === w.none ? nothing : row.binding}${hasOrigin && row.binding !== w.none ? ' · ' : nothing}${row.origin}</small>
          </th>
          <td class="number">${row.min}</td>
          <td class="number">${row.max}</td>
        </tr>
        ${
          row.isContradictory ? html`<tr class="contradictory"><td colspan="3">${w.contradictory}</td></tr>` : nothing
        }`,
      )}
    </tbody>
  </table>`;
}

/** Who set a limit: the plot itself, or a key area and which of its height bands. */
function originName(context: SheetContext, origin: LimitOrigin): string {
  const { plan, language, words } = context;
  if (origin.layer === 'plots') return words.inspector.ownPlot;
  const name = nameOfId(plan, 'zones', origin.feature, language);
  if (origin.heightBand === undefined) return name;
  const zone = plan.layers.zones.find(({ id }) => id === origin.feature);
  const band = zone?.properties.heightBands?.[origin.heightBand];
  const bandName = nameInLanguage(band, language);
  return `${name} · ${bandName ?? `${words.inspector.band} ${origin.heightBand + 1}`}`;
}

function bindingName(context: SheetContext, bindings: readonly (Binding | undefined)[]): string {
  const w = context.words.inspector;
  const names = [...new Set(bindings.flatMap((binding) => (binding ? [w[binding]] : [])))];
  return names.join(' / ') || w.none;
}

function limit(context: SheetContext, value: number | undefined, id?: ControlId): string {
  if (value === undefined) return context.words.inspector.none;
  return id === 'far' ? formatFar(value, context.language) : formatNumber(value, context.language, 2);
}

/** The effective controls of a plot, each with its nature and who set it. */
export function effectiveControlTable(context: SheetContext, plot: Plot, ledger: PlotLedger): TemplateResult {
  const w = context.words.inspector;
  const rows = CONTROL_IDS.flatMap((id): ControlRow[] => {
    const control = ledger.controls[id];
    const { min, max } = control;
    if (!min && !max) return [];
    const lines = [
      ...(min ? [{ end: w.min, origin: originName(context, min.origin) }] : []),
      ...(max ? [{ end: w.max, origin: originName(context, max.origin) }] : []),
    ];
    const isOne = new Set(lines.map(({ origin }) => origin)).size === 1;
    return [
      {
        name: w[id],
        unit: UNITS[id],
        min: limit(context, min?.value, id),
        max: limit(context, max?.value, id),
        binding: bindingName(context, [min?.origin.binding, max?.origin.binding]),
        origin: isOne
          ? (lines[0]?.origin ?? '')
          : html`${lines.map(({ end, origin }) => html`<span class="line">${end}: ${origin}</span>`)}`,
        isContradictory: control.contradictory,
      },
    ];
  });
  const parking = plot.properties.parkingSpacesMin;
  if (parking !== undefined)
    rows.push({
      name: w.parking,
      unit: w.parkingUnit,
      min: limit(context, parking),
      max: w.none,
      binding: w.none,
      origin: w.ownPlot,
    });
  return html`${table(context, rows, true)}${trace(context, ledger)}`;
}

/** Every limit that was weighed where there was more than one, the governing one first. */
function trace(context: SheetContext, ledger: PlotLedger): TemplateResult | typeof nothing {
  const w = context.words.inspector;
  const ends = (id: ControlId, control: EffectiveControl): [ControlId, string, EffectiveLimit | undefined][] => [
    [id, w.min, control.min],
    [id, w.max, control.max],
  ];
  const weighed = CONTROL_IDS.flatMap((id) => ends(id, ledger.controls[id])).flatMap(([id, end, found]) =>
    found && found.considered.length > 1 ? [{ id, end, considered: found.considered }] : [],
  );
  if (weighed.length === 0) return nothing;
  return html`<details class="trace">
    <summary>${w.trace}</summary>
    <ul>
      ${weighed.map(
        ({ id, end, considered }) => html`<li>
          <strong>${w[id]} ${end}</strong>
          <ol>
            ${considered.map(
              (origin, index) => html`<li class=${index === 0 ? 'governs' : ''}>
                ${limit(context, origin.value, id)} ${UNITS[id]} ·
                ${originName(context, origin)}${index === 0 ? w.traceGoverns : ''}
              </li>`,
            )}
          </ol>
        </li>`,
      )}
    </ul>
  </details>`;
}

const FIELDS = {
  far: ['farMin', 'farMax', 'farBinding'],
  height: ['heightMinMetres', 'heightMaxMetres', 'heightBinding'],
  density: ['densityMinPercent', 'densityMaxPercent', 'densityBinding'],
  greenRatio: ['greenRatioMinPercent', 'greenRatioMaxPercent', 'greenRatioBinding'],
} as const;

/** The controls a zone states itself, before any is weighed against another. */
export function ownControlTable(
  context: SheetContext,
  properties: ControlProperties & {
    viewCorridorMinWidthMetres?: number;
    viewCorridorMaxSpacingMetres?: number;
    viewCorridorBinding?: Binding;
  },
): TemplateResult | undefined {
  const w = context.words.inspector;
  const row = (
    name: string,
    unit: string,
    min: number | undefined,
    max: number | undefined,
    binding: Binding | undefined,
    id?: ControlId,
  ): ControlRow[] =>
    min === undefined && max === undefined
      ? []
      : [
          {
            name,
            unit,
            min: limit(context, min, id),
            max: limit(context, max, id),
            binding: bindingName(context, [binding]),
            origin: '',
          },
        ];
  const rows = [
    ...(['far', 'height', 'density', 'greenRatio'] as const).flatMap((id) => {
      const [min, max, binding] = FIELDS[id];
      return row(w[id], UNITS[id], properties[min], properties[max], properties[binding], id);
    }),
    ...row(w.setback, 'm', properties.setbackMinMetres, undefined, properties.setbackBinding),
    ...row(w.viewCorridorWidth, 'm', properties.viewCorridorMinWidthMetres, undefined, properties.viewCorridorBinding),
    ...row(
      w.viewCorridorSpacing,
      'm',
      undefined,
      properties.viewCorridorMaxSpacingMetres,
      properties.viewCorridorBinding,
    ),
  ];
  return rows.length === 0 ? undefined : table(context, rows, false);
}

/** How a percentage of a plot reads. */
export function shareText(context: SheetContext, percent: number): string {
  return fill(context.words.inspector.share, { percent: `${formatNumber(percent, context.language, 1)}%` });
}
