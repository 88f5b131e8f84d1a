import { sameValue } from '../compare/same_value.ts';
import type { Ledger } from '../control/types.ts';
import { type Box, type BoxIndex, boundsOf, createBoxIndex } from '../measure/index.ts';
import type { Finding } from '../plan/findings.ts';
import type { Geometry, LayerId, Plan, Tolerances } from '../plan/types.ts';
import { plotsOfBuildings } from './building_places.ts';
import type { Rule } from './rule.ts';

/** Layers of which only what changed is checked again; the others have few features, and are always checked whole. */
const REMEMBERED = ['plots', 'buildings'] as const;
type RememberedLayer = (typeof REMEMBERED)[number];
/** Layers the plots and buildings are held against. */
const AROUND = ['phases', 'roads', 'water', 'green'] as const satisfies readonly LayerId[];

/** Beyond this share of features to look at again, all of them are: picking costs more than it saves. */
const MOST_CHANGED_SHARE = 0.5;
/** Length of a degree of latitude, rounded down so that a reach in degrees is never too short. */
const METRES_PER_DEGREE = 110_000;

/** What a rule may have looked at of a feature: when it is the same, so is what was found. */
interface Known {
  geometry: Geometry;
  /** West, south, east, north in degrees. */
  box: Box;
  /** Everything besides the geometry. */
  inputs: string;
}
type KnownLayer = Map<string, Known>;

interface Content {
  settings: string;
  layers: Record<RememberedLayer, KnownLayer>;
  around: Record<(typeof AROUND)[number], KnownLayer>;
  /** By the rule's code, as the rule told them. */
  findings: Map<string, readonly Finding[]>;
}

/** The part of a plan a rule is applied to in the place of the whole. */
export interface PlanPart {
  plan: Plan;
  /** Whether a finding is about the part's core. What is found about its rim is known from the last check, or needs more around it. */
  isOfPart: (finding: Finding) => boolean;
  /** What the last check found and still holds. */
  kept: readonly Finding[];
}

/** What is remembered of the last check, so that the next one need only look at what changed. Any plan may come next. */
export class CheckMemory {
  #content: Content | undefined;
  /** Plots and buildings the rules that reach to their neighbours were applied to, since the memory was made. */
  checkedFeatures = 0;

  /** Begins a check: what changed since the last, and where to put what is found. */
  changesIn(plan: Plan, ledger: Ledger, tolerances: Tolerances): CheckChanges {
    const present = describe(plan, ledger);
    const last = this.#content;
    this.#content = undefined;
    const changed =
      present && last && present.settings === last.settings && !isCut(last) ? changedSince(last, present) : undefined;
    return new CheckChanges(plan, present, last, changed, tolerances, (content, checkedFeatures) => {
      this.#content = content;
      this.checkedFeatures += checkedFeatures;
    });
  }
}

/** A search that was cut short found what it found by chance of where the rest lies. */
function isCut({ findings }: Content): boolean {
  return [...findings.values()].some((ofRule) => ofRule.some(({ code }) => code === 'overlaps-cut'));
}

/** Undefined where features cannot be told apart: a number that is used twice. */
function describe(plan: Plan, ledger: Ledger): Content | undefined {
  const { manifest, layers } = plan;
  const plotOf = plotsOfBuildings({ ledger });
  const plots = new Map<string, Known>();
  for (const { id, geometry, properties } of layers.plots) {
    const setback = ledger.plots.get(id)?.controls.setback.min;
    const { phase, landUseCode, landUseScheme } = properties;
    const inputs = [phase, landUseCode, landUseScheme, setback?.value, setback?.origin.binding];
    plots.set(id, knownOf(geometry, inputs));
  }
  const buildings = new Map<string, Known>();
  for (const { id, geometry } of layers.buildings) buildings.set(id, knownOf(geometry, [plotOf.get(id)]));
  if (plots.size < layers.plots.length || buildings.size < layers.buildings.length) return undefined;
  const around = Object.fromEntries(
    AROUND.map((layer) => [
      layer,
      new Map(
        layers[layer].map(({ id, geometry, properties }) => [
          id,
          knownOf(geometry, [(properties as { redLineWidthMetres?: number }).redLineWidthMetres]),
        ]),
      ),
    ]),
  ) as Content['around'];
  const { measuringCrs, tolerances, checks } = manifest;
  return {
    settings: JSON.stringify([measuringCrs, tolerances, checks]),
    layers: { plots, buildings },
    around,
    findings: new Map(),
  };
}

const NOWHERE: Box = [Infinity, Infinity, -Infinity, -Infinity];

function knownOf(geometry: Geometry, inputs: readonly unknown[]): Known {
  return { geometry, box: boundsOf([geometry]) ?? NOWHERE, inputs: JSON.stringify(inputs) };
}

/** Features that were added, removed or are no longer the same, with where they are and were. */
interface Changed {
  ids: Record<RememberedLayer, Set<string>>;
  boxes: Box[];
  phases: Set<string>;
  /** Whether water, green or roads changed. */
  isAroundChanged: boolean;
}

function changedSince(last: Content, present: Content): Changed {
  const changed: Changed = {
    ids: { plots: new Set(), buildings: new Set() },
    boxes: [],
    phases: new Set(),
    isAroundChanged: false,
  };
  for (const layer of REMEMBERED)
    for (const { id, boxes } of differing(last.layers[layer], present.layers[layer])) {
      changed.ids[layer].add(id);
      changed.boxes.push(...boxes);
    }
  for (const layer of AROUND)
    for (const { id, boxes, widthMetres } of differing(last.around[layer], present.around[layer])) {
      if (layer === 'phases') changed.phases.add(id);
      else changed.isAroundChanged = true;
      changed.boxes.push(...boxes.map((box) => widened(box, widthMetres)));
    }
  return changed;
}

function differing(before: KnownLayer, after: KnownLayer): { id: string; boxes: Box[]; widthMetres: number }[] {
  const found: { id: string; boxes: Box[]; widthMetres: number }[] = [];
  const widthOf = (known: Known | undefined) => Number((JSON.parse(known?.inputs ?? '[]') as unknown[])[0]) || 0;
  for (const [id, known] of after) {
    const old = before.get(id);
    if (old && old.inputs === known.inputs && isSameGeometry(old.geometry, known.geometry)) continue;
    const boxes = old ? [old.box, known.box] : [known.box];
    found.push({ id, boxes, widthMetres: Math.max(widthOf(old), widthOf(known)) });
  }
  for (const [id, known] of before)
    if (!after.has(id)) found.push({ id, boxes: [known.box], widthMetres: widthOf(known) });
  return found;
}

function isSameGeometry(a: Geometry, b: Geometry): boolean {
  return a === b || (a.type === b.type && sameValue(a.coordinates, b.coordinates));
}

function widened([west, south, east, north]: Box, metres: number): Box {
  const latitude = (Math.max(Math.abs(south), Math.abs(north)) * Math.PI) / 180;
  const up = metres / METRES_PER_DEGREE;
  const aside = up / Math.max(0.01, Math.cos(latitude));
  return [west - aside, south - up, east + aside, north + up];
}

/** One check's use of the memory: which part each rule has to look at, and what is kept of the last. */
export class CheckChanges {
  readonly #plan: Plan;
  readonly #present: Content | undefined;
  readonly #last: Content | undefined;
  readonly #changed: Changed | undefined;
  readonly #reachMetres: number;
  readonly #keep: (content: Content, checkedFeatures: number) => void;
  readonly #boxes = new Map<RememberedLayer, { ids: string[]; index: BoxIndex }>();
  readonly #parts = new Map<'neighbours' | 'block', Omit<PlanPart, 'kept'> | undefined>();

  constructor(
    plan: Plan,
    present: Content | undefined,
    last: Content | undefined,
    changed: Changed | undefined,
    tolerances: Tolerances,
    keep: (content: Content, checkedFeatures: number) => void,
  ) {
    this.#plan = plan;
    this.#present = present;
    this.#last = last;
    this.#changed = changed;
    // What lies nearer than this may matter to each other: borders that nearly meet, and a metre for roundings.
    this.#reachMetres = tolerances.nearMissMetres + 1;
    this.#keep = keep;
  }

  /** Undefined where a rule has to look at the whole plan. */
  partFor({ code, reach }: Rule): PlanPart | undefined {
    if (!reach || !this.#changed) return undefined;
    if (!this.#parts.has(reach)) this.#parts.set(reach, this.#partOf(reach, this.#changed));
    const part = this.#parts.get(reach);
    if (!part) return undefined;
    const { isOfPart } = part;
    return { ...part, kept: (this.#last?.findings.get(code) ?? []).filter((finding) => !isOfPart(finding)) };
  }

  remember({ code }: Rule, findings: readonly Finding[]): void {
    this.#present?.findings.set(code, findings);
  }

  /** Everything was found: the next check may build on it. One that was given up leaves nothing behind. */
  finish(): void {
    const { plots, buildings } = (this.#parts.get('neighbours')?.plan ?? this.#plan).layers;
    if (this.#present) this.#keep(this.#present, plots.length + buildings.length);
  }

  #partOf(reach: 'neighbours' | 'block', changed: Changed): Omit<PlanPart, 'kept'> | undefined {
    if (reach === 'block' && changed.isAroundChanged) return undefined;
    const { layers } = this.#plan;
    const core = this.#coreOf(changed);
    if (reach === 'block') this.#growToBlocks(core.plots);
    else this.#growByOne('plots', core.plots);
    for (const { id } of layers.buildings) if (core.plots.has(this.#plotOf(id) ?? '')) core.buildings.add(id);
    const rim = { plots: new Set(core.plots), buildings: new Set(core.buildings) };
    for (const id of core.buildings) {
      const plot = this.#plotOf(id);
      if (plot !== undefined) rim.plots.add(plot);
    }
    // Those the core is held against, and those that share vertices with these.
    for (let round = 0; round < 2; round += 1) for (const layer of REMEMBERED) this.#growByOne(layer, rim[layer]);
    if (rim.plots.size > MOST_CHANGED_SHARE * layers.plots.length) return undefined;
    return {
      plan: {
        ...this.#plan,
        layers: {
          ...layers,
          plots: layers.plots.filter(({ id }) => rim.plots.has(id)),
          buildings: layers.buildings.filter(({ id }) => rim.buildings.has(id)),
        },
      },
      isOfPart: ({ layer, feature = '', related = [] }) =>
        (layer !== 'plots' && layer !== 'buildings') ||
        core[layer].has(feature) ||
        related.some((plot) => core.plots.has(plot)),
    };
  }

  /** What changed itself, and the plots and buildings that what changed touches. */
  #coreOf({ ids, boxes, phases }: Changed): Record<RememberedLayer, Set<string>> {
    const core = { plots: new Set(ids.plots), buildings: new Set(ids.buildings) };
    for (const layer of REMEMBERED) for (const box of boxes) for (const id of this.#at(layer, box)) core[layer].add(id);
    if (phases.size > 0)
      for (const { id, properties } of this.#plan.layers.plots)
        if (properties.phase !== undefined && phases.has(properties.phase)) core.plots.add(id);
    return core;
  }

  #growByOne(layer: RememberedLayer, ids: Set<string>): void {
    for (const id of [...ids]) for (const other of this.#neighboursOf(layer, id)) ids.add(other);
  }

  #growToBlocks(plots: Set<string>): void {
    const queue = [...plots];
    for (const id of queue)
      for (const other of this.#neighboursOf('plots', id))
        if (!plots.has(other)) {
          plots.add(other);
          queue.push(other);
        }
  }

  #neighboursOf(layer: RememberedLayer, id: string): string[] {
    const known = this.#present?.layers[layer].get(id);
    return known ? this.#at(layer, known.box) : [];
  }

  #at(layer: RememberedLayer, box: Box): string[] {
    let boxes = this.#boxes.get(layer);
    if (!boxes) {
      const features = [...(this.#present?.layers[layer] ?? [])];
      boxes = { ids: features.map(([id]) => id), index: createBoxIndex(features.map(([, known]) => known.box)) };
      this.#boxes.set(layer, boxes);
    }
    const { ids, index } = boxes;
    return index.search(widened(box, this.#reachMetres)).map((place) => ids[place] as string);
  }

  #plotOf(building: string): string | undefined {
    const inputs = this.#present?.layers.buildings.get(building)?.inputs;
    const plot = inputs === undefined ? undefined : (JSON.parse(inputs) as unknown[])[0];
    return typeof plot === 'string' ? plot : undefined;
  }
}
