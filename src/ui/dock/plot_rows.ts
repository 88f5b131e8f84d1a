import type { Compliance, Ledger } from '../../core/control/types.ts';
import type { Plan, Plot } from '../../core/plan/types.ts';
import type { Language } from '../../messages/language.ts';
import { landUseNameOf, nameOfId } from '../names.ts';
import { mayBePinyin, type PinyinMatch } from '../search/load_pinyin.ts';

/** The columns of the table, in order. */
export const PLOT_COLUMNS = [
  'number',
  'phase',
  'landUse',
  'netArea',
  'farMin',
  'farMax',
  'heightMax',
  'densityMax',
  'greenMin',
  'gfaCapacity',
  'builtGfa',
  'proposedGfa',
  'compliance',
] as const;
export type PlotColumn = (typeof PLOT_COLUMNS)[number];

/** One plot as the table shows it: effective controls, areas in m² on the ellipsoid, nothing rounded. */
export interface PlotRow {
  number: string;
  phase: string | undefined;
  landUse: string;
  landUseCode: string | undefined;
  netArea: number | undefined;
  farMin: number | undefined;
  farMax: number | undefined;
  heightMax: number | undefined;
  densityMax: number | undefined;
  greenMin: number | undefined;
  /** As the plot states it; in files only. */
  declaredGfa: number | undefined;
  gfaCapacity: number | undefined;
  builtGfa: number | undefined;
  proposedGfa: number | undefined;
  compliance: Compliance | undefined;
}

export function buildPlotRows(plan: Plan, ledger: Ledger | undefined, language: Language): PlotRow[] {
  return plan.layers.plots.map((plot) => buildPlotRow(plan, plot, ledger, language));
}

/** Rows made between two pauses. */
const ROWS_AT_ONCE = 5000;

/** The same of a large plan, with a pause every few milliseconds, so that the page does something else in between. */
export async function buildPlotRowsInSlices(
  plan: Plan,
  ledger: Ledger | undefined,
  language: Language,
  pause: () => Promise<void>,
): Promise<PlotRow[]> {
  const rows: PlotRow[] = [];
  for (const plot of plan.layers.plots) {
    if (rows.length % ROWS_AT_ONCE === ROWS_AT_ONCE - 1) await pause();
    rows.push(buildPlotRow(plan, plot, ledger, language));
  }
  return rows;
}

function buildPlotRow(plan: Plan, plot: Plot, ledger: Ledger | undefined, language: Language): PlotRow {
  const entry = ledger?.plots.get(plot.id);
  const phase = entry?.phase ?? plot.properties.phase;
  return {
    number: plot.id,
    phase: phase === undefined ? undefined : nameOfId(plan, 'phases', phase, language),
    landUse: landUseNameOf(plot, plan.manifest, language),
    landUseCode: plot.properties.landUseCode,
    netArea: entry?.areas.ellipsoidSquareMetres,
    farMin: entry?.controls.far.min?.value,
    farMax: entry?.controls.far.max?.value,
    heightMax: entry?.controls.height.max?.value,
    densityMax: entry?.controls.density.max?.value,
    greenMin: entry?.controls.greenRatio.min?.value,
    declaredGfa: plot.properties.gfaSquareMetres,
    gfaCapacity: entry?.gfaCapacitySquareMetres,
    builtGfa: entry?.builtGfaSquareMetres,
    proposedGfa: entry?.proposedGfaSquareMetres,
    compliance: entry?.compliance,
  };
}

const COMPLIANCE_ORDER: readonly Compliance[] = ['over', 'unknown', 'near', 'within'];

/** Rows in the order of one column. Absent values come last either way; equal ones keep the plan's order. */
export function sortPlotRows(
  rows: readonly PlotRow[],
  column: PlotColumn,
  direction: 'ascending' | 'descending',
  language: Language,
): PlotRow[] {
  const collator = new Intl.Collator(language, { numeric: true });
  const sign = direction === 'ascending' ? 1 : -1;
  const rank = (row: PlotRow): string | number | undefined =>
    column === 'compliance' ? row.compliance && COMPLIANCE_ORDER.indexOf(row.compliance) : row[column];
  return rows
    .map((row) => ({ row, value: rank(row) }))
    .sort(({ value: left }, { value: right }) => {
      if (left === right) return 0;
      if (left === undefined || right === undefined) return left === undefined ? 1 : -1;
      if (typeof left === 'number' && typeof right === 'number') return (left - right) * sign;
      return collator.compare(String(left), String(right)) * sign;
    })
    .map(({ row }) => row);
}

/** The rows in which a text occurs, or which its letters mean as pinyin: number, phase, land use or its code. */
export function filterPlotRows(rows: readonly PlotRow[], text: string, pinyin?: PinyinMatch): readonly PlotRow[] {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return rows;
  const means = mayBePinyin(wanted) ? pinyin : undefined;
  return rows.filter(
    (row) =>
      [row.number, row.phase, row.landUse, row.landUseCode].some((value) => value?.toLowerCase().includes(wanted)) ||
      [row.phase, row.landUse].some((value) => value && means?.(value, wanted)),
  );
}
