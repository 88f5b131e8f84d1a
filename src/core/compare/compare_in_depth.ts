import { measuringProjectionOf } from '../control/index.ts';
import { CONTROL_IDS, type Ledger, type PlotLedger } from '../control/types.ts';
import type { Plan } from '../plan/types.ts';
import { comparePlans, compareProperties } from './compare_plans.ts';
import { matchPlots, type PlotMatch } from './match_plots.ts';
import type { Changes, FigureChange, PlanComparison, PlotChange, PlotChangeKind, RollUp } from './types.ts';

/** Figures that differ by less than this share are the same: the noise of measuring a shape that stayed. */
const NOISE_SHARE = 1e-9;

/**
 * What became of every plot between two plans and what it does to floor area and land, rolled up by phase and key area.
 * @param ledgers of both plans, as `deriveLedger` gives them
 * @param changes of both plans where `comparePlans` was called already
 */
export function comparePlansInDepth(
  before: Plan,
  after: Plan,
  ledgers: { before: Ledger; after: Ledger },
  changes: Changes = comparePlans(before, after),
): PlanComparison {
  const plots: PlotChange[] = [];
  const groups = { phases: new Map<string, PlotChange[]>(), zones: new Map<string, PlotChange[]>() };
  for (const match of matchPlots(before.layers.plots, after.layers.plots, measuringProjectionOf(after))) {
    const old = entriesOf(match.before, ledgers.before);
    const young = entriesOf(match.after, ledgers.after);
    const kind = kindOf(match, old, young);
    if (!kind) continue;
    const change = describe(kind, match, old, young);
    plots.push(change);
    for (const phase of new Set([...old, ...young].map((entry) => entry.phase ?? '')))
      add(groups.phases, phase, change);
    for (const zone of change.zones) add(groups.zones, zone, change);
  }
  plots.sort((a, b) => compareText(nameOf(a), nameOf(b)));
  const phaseOf = (entry: PlotLedger) => [entry.phase ?? ''];
  const zonesOf = (entry: PlotLedger) => entry.covers.map(({ zone }) => zone);
  const idsOf = (features: readonly { id: string }[]) => features.map(({ id }) => id);
  const bySequence = ({ layers }: Plan) =>
    [...layers.phases].sort((a, b) => a.properties.sequence - b.properties.sequence);
  return {
    changes,
    plots,
    rollUps: {
      phases: rollUps(ledgers, phaseOf, [...idsOf(bySequence(after)), ...idsOf(bySequence(before))], groups.phases),
      zones: rollUps(ledgers, zonesOf, [...idsOf(after.layers.zones), ...idsOf(before.layers.zones)], groups.zones),
      total: rollUp('', [...ledgers.before.plots.values()], [...ledgers.after.plots.values()], plots),
    },
  };
}

function entriesOf(plots: readonly { id: string }[], ledger: Ledger): PlotLedger[] {
  return plots.flatMap(({ id }) => ledger.plots.get(id) ?? []);
}

/** Undefined for a plot that stayed what it was. */
function kindOf(
  match: PlotMatch,
  old: readonly PlotLedger[],
  young: readonly PlotLedger[],
): PlotChangeKind | undefined {
  if (match.kind !== 'same-number') return match.kind;
  const isRerated = !sameControls(old[0], young[0]);
  if (match.isReshaped) return isRerated ? 'reshaped-and-rerated' : 'reshaped';
  if (isRerated) return 'rerated';
  return compareProperties(match.before[0]?.properties ?? {}, match.after[0]?.properties ?? {}).length > 0
    ? 'edited'
    : undefined;
}

function sameControls(a: PlotLedger | undefined, b: PlotLedger | undefined): boolean {
  return CONTROL_IDS.every((control) =>
    (['min', 'max'] as const).every((end) => {
      const before = a?.controls[control][end]?.value;
      const after = b?.controls[control][end]?.value;
      return before === after || (before !== undefined && after !== undefined && isNoise(before, after));
    }),
  );
}

function isNoise(a: number, b: number): boolean {
  return Math.abs(a - b) <= NOISE_SHARE * Math.max(Math.abs(a), Math.abs(b));
}

function describe(
  kind: PlotChangeKind,
  match: PlotMatch,
  old: readonly PlotLedger[],
  young: readonly PlotLedger[],
): PlotChange {
  const phase = (young.length > 0 ? young : old).find((entry) => entry.phase !== undefined)?.phase;
  const before = figuresOf(old);
  const after = figuresOf(young);
  return {
    kind,
    before: match.before.map(({ id }) => id),
    after: match.after.map(({ id }) => id),
    ...(phase !== undefined && { phase }),
    zones: [...new Set([...old, ...young].flatMap(({ covers }) => covers.map(({ zone }) => zone)))].sort(),
    far: figure(before.far, after.far),
    height: figure(before.height, after.height),
    gfa: sumFigure(before.gfa, after.gfa),
    area: sumFigure(before.area, after.area),
  };
}

interface Figures {
  far?: number;
  height?: number;
  gfa?: number;
  area?: number;
}

function figuresOf(entries: readonly PlotLedger[]): Figures {
  if (entries.length === 0) return {};
  const heights = entries.flatMap(({ controls }) => controls.height.max?.value ?? []);
  const [only] = entries;
  // Of one plot the limit itself, not the quotient it would round to.
  const limit = entries.length === 1 ? only?.controls.far.max?.value : undefined;
  const figures: Figures = sumsOf(entries);
  if (limit !== undefined) figures.far = limit;
  if (heights.length > 0) figures.height = Math.max(...heights);
  return figures;
}

/** Areas and capacities summed, and the FAR they make. Summed in the order of the numbers: the features' order must not matter. */
function sumsOf(entries: readonly PlotLedger[]): Figures & { area: number } {
  let area = 0;
  let gfa = 0;
  let farArea = 0;
  let hasCapacity = false;
  for (const entry of [...entries].sort((a, b) => compareText(a.plot, b.plot))) {
    area += entry.areas.ellipsoidSquareMetres;
    if (entry.gfaCapacitySquareMetres === undefined) continue;
    hasCapacity = true;
    gfa += entry.gfaCapacitySquareMetres;
    farArea += entry.areas.ellipsoidSquareMetres;
  }
  return { area, ...(hasCapacity && { gfa, ...(farArea > 0 && { far: gfa / farArea }) }) };
}

/** A limit that is missing on one side is not zero: there is no difference to tell. */
function figure(before: number | undefined, after: number | undefined): FigureChange {
  return {
    ...(before !== undefined && { before }),
    ...(after !== undefined && { after }),
    ...(before !== undefined && after !== undefined && { difference: after - before }),
  };
}

/** Of a sum what is not there counts as nothing, so that the differences of the rows add up to that of the whole. */
function sumFigure(before: number | undefined, after: number | undefined): FigureChange {
  const hasAny = before !== undefined || after !== undefined;
  return { ...figure(before, after), ...(hasAny && { difference: (after ?? 0) - (before ?? 0) }) };
}

function rollUps(
  ledgers: { before: Ledger; after: Ledger },
  keysOf: (entry: PlotLedger) => readonly string[],
  order: readonly string[],
  changes: ReadonlyMap<string, PlotChange[]>,
): RollUp[] {
  const old = group(ledgers.before, keysOf);
  const young = group(ledgers.after, keysOf);
  const rank = new Map<string, number>();
  for (const id of order) if (!rank.has(id)) rank.set(id, rank.size);
  const rankOf = (id: string) => rank.get(id) ?? (id === '' ? rank.size + 1 : rank.size);
  return [...new Set([...old.keys(), ...young.keys()])]
    .sort((a, b) => rankOf(a) - rankOf(b) || compareText(a, b))
    .map((id) => rollUp(id, old.get(id) ?? [], young.get(id) ?? [], changes.get(id) ?? []));
}

function group(ledger: Ledger, keysOf: (entry: PlotLedger) => readonly string[]): Map<string, PlotLedger[]> {
  const groups = new Map<string, PlotLedger[]>();
  for (const entry of ledger.plots.values()) for (const key of keysOf(entry)) add(groups, key, entry);
  return groups;
}

function rollUp(
  id: string,
  old: readonly PlotLedger[],
  young: readonly PlotLedger[],
  changes: readonly PlotChange[],
): RollUp {
  const before = sumsOf(old);
  const after = sumsOf(young);
  const changeCounts: Partial<Record<PlotChangeKind, number>> = {};
  for (const { kind } of changes) changeCounts[kind] = (changeCounts[kind] ?? 0) + 1;
  return {
    id,
    plotCount: sumFigure(old.length, young.length),
    changeCounts,
    far: figure(before.far, after.far),
    gfa: sumFigure(before.gfa, after.gfa),
    area: sumFigure(before.area, after.area),
  };
}

function add<T>(groups: Map<string, T[]>, key: string, member: T): void {
  const members = groups.get(key);
  if (members) members.push(member);
  else groups.set(key, [member]);
}

/** What the list is sorted by: a plot stands where its first number stands, whichever plan that is in. */
function nameOf({ before, after, kind }: PlotChange): string {
  return JSON.stringify([[...before, ...after].sort()[0], kind]);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
