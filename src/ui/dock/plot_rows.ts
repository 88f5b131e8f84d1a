import type { Compliance, Ledger } from '../../core/control/types.ts';
import type { Plan, Plot } from '../../core/plan/types.ts';
import type { Language } from '../../messages/language.ts';
import { landUseNameOf, nameOfId } from '../names.ts';
import { mayBePinyin, type PinyinMatch } from '../search/load_pinyin.ts';
import type { Steps } from '../sliced_answer.ts';

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

/** Rows that are made, compared or looked through between two pauses: about a millisecond. */
const ROWS_AT_ONCE = 500;

export function* buildPlotRows(plan: Plan, ledger: Ledger | undefined, language: Language): Steps<PlotRow[]> {
  const rows: PlotRow[] = [];
  for (const plot of plan.layers.plots) {
    if (rows.length % ROWS_AT_ONCE === ROWS_AT_ONCE - 1) yield;
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
export function* sortPlotRows(
  rows: readonly PlotRow[],
  column: PlotColumn,
  direction: 'ascending' | 'descending',
  language: Language,
): Steps<PlotRow[]> {
  const sign = direction === 'ascending' ? 1 : -1;
  const read = (row: PlotRow): string | number | undefined =>
    column === 'compliance' ? row.compliance && COMPLIANCE_ORDER.indexOf(row.compliance) : row[column];
  const ranks = yield* ranksOf(rows, read, language);
  const values = rows.map((row) => {
    const value = read(row);
    return { row, value: typeof value === 'string' ? ranks.get(value) : value };
  });
  const sorted = yield* sortInSteps(values, ({ value: left }, { value: right }) => {
    if (left === right) return 0;
    if (left === undefined || right === undefined) return left === undefined ? 1 : -1;
    return (left - right) * sign;
  });
  return sorted.map(({ row }) => row);
}

/** The places of a column's texts in their order: comparing texts takes long, and thousands of plots share a few uses. */
function* ranksOf(
  rows: readonly PlotRow[],
  read: (row: PlotRow) => string | number | undefined,
  language: Language,
): Steps<Map<string, number>> {
  const texts = new Set<string>();
  for (const row of rows) {
    const value = read(row);
    if (typeof value === 'string') texts.add(value);
  }
  const { compare } = new Intl.Collator(language, { numeric: true });
  const ranks = new Map<string, number>();
  let rank = 0;
  let before: string | undefined;
  for (const text of yield* sortInSteps([...texts], compare)) {
    // `1` and `01` are one number.
    if (before !== undefined && compare(before, text) !== 0) rank += 1;
    ranks.set(text, rank);
    before = text;
  }
  return ranks;
}

/** A stable sort: short runs, then two and two of them merged. */
function* sortInSteps<Item>(items: readonly Item[], compare: (left: Item, right: Item) => number): Steps<Item[]> {
  let runs: Item[][] = [];
  for (let start = 0; start < items.length; start += ROWS_AT_ONCE) {
    runs.push(items.slice(start, start + ROWS_AT_ONCE).sort(compare));
    yield;
  }
  while (runs.length > 1) {
    const merged: Item[][] = [];
    for (let index = 0; index < runs.length; index += 2)
      merged.push(yield* merge(runs[index] ?? [], runs[index + 1] ?? [], compare));
    runs = merged;
  }
  return runs[0] ?? [];
}

function* merge<Item>(
  left: readonly Item[],
  right: readonly Item[],
  compare: (left: Item, right: Item) => number,
): Steps<Item[]> {
  const merged: Item[] = [];
  let [fromLeft, fromRight] = [0, 0];
  while (fromLeft < left.length || fromRight < right.length) {
    if (merged.length % ROWS_AT_ONCE === ROWS_AT_ONCE - 1) yield;
    const isLeft =
      fromRight === right.length ||
      (fromLeft < left.length && compare(left[fromLeft] as Item, right[fromRight] as Item) <= 0);
    merged.push((isLeft ? left[fromLeft++] : right[fromRight++]) as Item);
  }
  return merged;
}

/** The rows among those that are shown in which a text occurs, or which its letters mean as pinyin: number, phase, land use or its code. */
export function* filterPlotRows(
  rows: readonly PlotRow[],
  text: string,
  pinyin?: PinyinMatch,
  shown?: ReadonlySet<string>,
): Steps<readonly PlotRow[]> {
  const wanted = text.trim().toLowerCase();
  if (wanted === '' && !shown) return rows;
  const means = mayBePinyin(wanted) ? pinyin : undefined;
  // Thousands of plots lie in a few phases and have a few uses.
  const known = new Map<string, boolean>();
  const isMeant = (value: string): boolean => {
    const before = known.get(value);
    if (before !== undefined) return before;
    const is = value.toLowerCase().includes(wanted) || Boolean(means?.(value, wanted));
    known.set(value, is);
    return is;
  };
  const kept: PlotRow[] = [];
  for (const [index, row] of rows.entries()) {
    if (index % ROWS_AT_ONCE === ROWS_AT_ONCE - 1) yield;
    if (shown && !shown.has(row.number)) continue;
    if (
      [row.number, row.landUseCode].some((value) => value?.toLowerCase().includes(wanted)) ||
      [row.phase, row.landUse].some((value) => value && isMeant(value))
    )
      kept.push(row);
  }
  return kept;
}
