import { compareText } from '../compare_text.ts';
import { measuringProjectionOf } from '../control/index.ts';
import { CONTROL_IDS, type Ledger, type PlotLedger } from '../control/types.ts';
import { IN_OBJECTS, type Keeper } from '../packing/keeper.ts';
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
 * @param keeper where it is kept; as objects where absent
 */
export function comparePlansInDepth(
  before: Plan,
  after: Plan,
  ledgers: { before: Ledger; after: Ledger },
  changes?: Changes,
  keeper: Keeper = IN_OBJECTS,
): PlanComparison {
  const found: { match: PlotMatch; kind: PlotChangeKind; name: string }[] = [];
  const matches = matchPlots(before.layers.plots, after.layers.plots, measuringProjectionOf(after), keeper.isSparing);
  for (const match of matches) {
    const kind = kindOf(match, entriesOf(match.before, ledgers.before), entriesOf(match.after, ledgers.after));
    if (kind) found.push({ match, kind, name: nameOf(match, kind) });
  }
  found.sort((a, b) => compareText(a.name, b.name));
  const plots = keeper.list<PlotChange>();
  const counts = { phases: new Counts(), zones: new Counts(), total: new Counts() };
  for (const { match, kind } of found) {
    const old = entriesOf(match.before, ledgers.before);
    const young = entriesOf(match.after, ledgers.after);
    const change = describe(kind, match, old, young);
    plots.push(change);
    for (const phase of new Set([...old, ...young].map((entry) => entry.phase ?? ''))) counts.phases.add(phase, kind);
    for (const zone of change.zones) counts.zones.add(zone, kind);
    counts.total.add('', kind);
  }
  const sums = { before: sumsOfLedger(ledgers.before), after: sumsOfLedger(ledgers.after) };
  const idsOf = (features: readonly { id: string }[]) => features.map(({ id }) => id);
  const bySequence = ({ layers }: Plan) =>
    [...layers.phases].sort((a, b) => a.properties.sequence - b.properties.sequence);
  const rolledUp = (by: keyof LedgerSums, order: readonly string[]): RollUp[] =>
    rollUps(sums.before[by], sums.after[by], order, counts[by]);
  const [total] = rolledUp('total', []);
  return {
    changes: changes ?? comparePlans(before, after, keeper),
    plots: plots.finish(),
    rollUps: {
      phases: rolledUp('phases', [...idsOf(bySequence(after)), ...idsOf(bySequence(before))]),
      zones: rolledUp('zones', [...idsOf(after.layers.zones), ...idsOf(before.layers.zones)]),
      total: total ?? rollUp('', NOTHING, NOTHING, {}),
    },
  };
}

/** How many changes of each kind there are, by the phase or key area. */
class Counts {
  readonly #counts = new Map<string, RollUp['changeCounts']>();

  add(id: string, kind: PlotChangeKind): void {
    let counts = this.#counts.get(id);
    if (!counts) {
      counts = {};
      this.#counts.set(id, counts);
    }
    counts[kind] = (counts[kind] ?? 0) + 1;
  }

  of(id: string): RollUp['changeCounts'] {
    return this.#counts.get(id) ?? {};
  }
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
  const [before] = match.before;
  const [after] = match.after;
  return before && after && compareProperties(before, after).length > 0 ? 'edited' : undefined;
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
  const sum = new Sum();
  for (const entry of [...entries].sort((a, b) => compareText(a.plot, b.plot))) sum.add(entry);
  return sum.figures();
}

/** A sum to which plots are added in the order of their numbers. */
class Sum {
  plotCount = 0;
  #area = 0;
  #gfa = 0;
  #farArea = 0;
  #hasCapacity = false;

  add(entry: PlotLedger): void {
    const area = entry.areas.ellipsoidSquareMetres;
    const gfa = entry.gfaCapacitySquareMetres;
    this.plotCount += 1;
    this.#area += area;
    if (gfa === undefined) return;
    this.#hasCapacity = true;
    this.#gfa += gfa;
    this.#farArea += area;
  }

  figures(): Figures & { area: number } {
    const gfa = this.#gfa;
    const farArea = this.#farArea;
    return { area: this.#area, ...(this.#hasCapacity && { gfa, ...(farArea > 0 && { far: gfa / farArea }) }) };
  }
}

const NOTHING = new Sum();

type Sums = Map<string, Sum>;
type LedgerSums = Record<'phases' | 'zones' | 'total', Sums>;

function sumsOfLedger({ plots }: Ledger): LedgerSums {
  const sums: LedgerSums = { phases: new Map(), zones: new Map(), total: new Map() };
  const addTo = (by: Sums, id: string, entry: PlotLedger): void => {
    let sum = by.get(id);
    if (!sum) {
      sum = new Sum();
      by.set(id, sum);
    }
    sum.add(entry);
  };
  for (const number of [...plots.keys()].sort(compareText)) {
    const entry = plots.get(number);
    if (!entry) continue;
    addTo(sums.phases, entry.phase ?? '', entry);
    for (const { zone } of entry.covers) addTo(sums.zones, zone, entry);
    addTo(sums.total, '', entry);
  }
  return sums;
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

function rollUps(old: Sums, young: Sums, order: readonly string[], counts: Counts): RollUp[] {
  const rank = new Map<string, number>();
  for (const id of order) if (!rank.has(id)) rank.set(id, rank.size);
  const rankOf = (id: string) => rank.get(id) ?? (id === '' ? rank.size + 1 : rank.size);
  return [...new Set([...old.keys(), ...young.keys()])]
    .sort((a, b) => rankOf(a) - rankOf(b) || compareText(a, b))
    .map((id) => rollUp(id, old.get(id) ?? NOTHING, young.get(id) ?? NOTHING, counts.of(id)));
}

function rollUp(id: string, old: Sum, young: Sum, changeCounts: RollUp['changeCounts']): RollUp {
  const before = old.figures();
  const after = young.figures();
  return {
    id,
    plotCount: sumFigure(old.plotCount, young.plotCount),
    changeCounts,
    far: figure(before.far, after.far),
    gfa: sumFigure(before.gfa, after.gfa),
    area: sumFigure(before.area, after.area),
  };
}

/** What the list is sorted by: a plot stands where its first number stands, whichever plan that is in. */
function nameOf({ before, after }: PlotMatch, kind: PlotChangeKind): string {
  const [first] = [...before, ...after].map(({ id }) => id).sort();
  return JSON.stringify([first, kind]);
}
