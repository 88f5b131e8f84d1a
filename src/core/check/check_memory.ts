import type { Ledger } from '../control/types.ts';
import { type Box, measureDistanceMetres, type PlaneShape, rememberedPlaneShape } from '../measure/index.ts';
import { createFeatureIndex, type FeatureIndex } from '../measure/topology/index.ts';
import type { Finding } from '../plan/findings.ts';
import type { LayerId, Plan, Tolerances } from '../plan/types.ts';
import {
  boxAt,
  type Changed,
  type Content,
  changedSince,
  describe,
  type KnownLayer,
  REMEMBERED,
  type RememberedLayer,
  widened,
} from './known_features.ts';
import type { PlanShapes } from './plan_shapes.ts';
import type { CheckContext, Rule } from './rule.ts';

/** Beyond this share of features to look at again, all of them are: picking costs more than it saves. */
const MOST_CHANGED_SHARE = 0.5;
/** The part of a plan a rule is applied to in the place of the whole. */
export interface PlanPart {
  plan: Plan;
  /** Whether a finding is about the part's core. What is found about its rim is known from the last check, or needs more around it. */
  isOfPart: (finding: Finding) => boolean;
  /** What the last check found and still holds. */
  kept: readonly Finding[];
}

/** The same for all rules of one reach. */
interface CorePart {
  plan: Plan;
  isOfPart: (finding: Finding, relatedLayer: LayerId) => boolean;
}

/** What is remembered of the last check, so that the next one need only look at what changed. Any plan may come next. */
export class CheckMemory {
  #content: Content | undefined;
  /** Plots and buildings the rules that reach to their neighbours were applied to, since the memory was made. */
  checkedFeatures = 0;

  /** Begins a check: what changed since the last, and where to put what is found. */
  changesIn(plan: Plan, ledger: Ledger, { tolerances, shapes, places }: CheckContext): CheckChanges {
    const present = describe(plan, ledger, places);
    const last = this.#content;
    this.#content = undefined;
    const changed =
      present && last && present.settings === last.settings && !isCut(last) ? changedSince(last, present) : undefined;
    return new CheckChanges({ plan, present, last, changed, shapes }, tolerances, (content, checkedFeatures) => {
      this.#content = content;
      this.checkedFeatures += checkedFeatures;
    });
  }
}

/** Which of too many overlaps are listed depends on all of them. */
function isCut({ findings }: Content): boolean {
  return [...findings.values()].some((ofRule) =>
    ofRule.some(({ code }) => code === 'overlaps-cut' || code === 'overlaps-uncounted'),
  );
}

/** One check's use of the memory: which part each rule has to look at, and what is kept of the last. */
export class CheckChanges {
  readonly #plan: Plan;
  readonly #present: Content | undefined;
  readonly #last: Content | undefined;
  readonly #changed: Changed | undefined;
  readonly #shapes: PlanShapes;
  readonly #reachMetres: number;
  readonly #keep: (content: Content, checkedFeatures: number) => void;
  readonly #indices = new Map<RememberedLayer, FeatureIndex>();
  readonly #parts = new Map<'neighbours' | 'block', CorePart | undefined>();

  constructor(
    {
      plan,
      present,
      last,
      changed,
      shapes,
    }: {
      plan: Plan;
      present: Content | undefined;
      last: Content | undefined;
      changed: Changed | undefined;
      shapes: PlanShapes;
    },
    tolerances: Tolerances,
    keep: (content: Content, checkedFeatures: number) => void,
  ) {
    this.#plan = plan;
    this.#present = present;
    this.#last = last;
    this.#changed = changed;
    this.#shapes = shapes;
    // What lies nearer than this may matter to each other: borders that nearly meet, strips, and a metre for roundings.
    this.#reachMetres = Math.max(tolerances.nearMissMetres, tolerances.gapWidthMetres) + 1;
    this.#keep = keep;
  }

  /** Undefined where a rule has to look at the whole plan. */
  partFor({ code, reach, relatedLayer = 'plots' }: Rule): PlanPart | undefined {
    if (!reach || !this.#changed) return undefined;
    if (!this.#parts.has(reach)) this.#parts.set(reach, this.#partOf(reach, this.#changed));
    const part = this.#parts.get(reach);
    if (!part) return undefined;
    const isOfPart = (finding: Finding) => part.isOfPart(finding, relatedLayer);
    return { ...part, isOfPart, kept: (this.#last?.findings.get(code) ?? []).filter((finding) => !isOfPart(finding)) };
  }

  remember({ code }: Rule, findings: readonly Finding[]): void {
    this.#present?.findings.set(code, findings);
  }

  /** Everything was found: the next check may build on it. One that was given up leaves nothing behind. */
  finish(): void {
    const { plots, buildings } = (this.#parts.get('neighbours')?.plan ?? this.#plan).layers;
    if (this.#present) this.#keep(this.#present, plots.length + buildings.length);
  }

  #partOf(reach: 'neighbours' | 'block', changed: Changed): CorePart | undefined {
    if (reach === 'block' && changed.isAroundChanged) return undefined;
    const { layers } = this.#plan;
    const core = this.#coreOf(changed);
    if (reach === 'block') this.#growToBlocks(core.plots);
    else this.#growByOne('plots', core.plots);
    for (const { id } of layers.buildings) if (core.plots.has(this.#plotOf(id) ?? '')) core.buildings.add(id);
    // A building of no plot is held against all it touches.
    for (const plot of core.plots)
      for (const id of this.#touching('buildings', 'plots', plot))
        if (this.#plotOf(id) === undefined) core.buildings.add(id);
    const rim = { plots: new Set(core.plots), buildings: new Set(core.buildings) };
    for (const id of core.buildings) {
      const plot = this.#plotOf(id);
      for (const one of plot === undefined ? this.#touching('plots', 'buildings', id) : [plot]) rim.plots.add(one);
    }
    // Those the core is held against, and those that share vertices with these.
    for (let round = 0; round < 2; round += 1) for (const layer of REMEMBERED) this.#growByOne(layer, rim[layer]);
    if (rim.plots.size > MOST_CHANGED_SHARE * layers.plots.length) return undefined;
    return {
      plan: {
        ...this.#plan,
        layers: {
          ...layers,
          plots: this.#featuresOf('plots', rim.plots) as Plan['layers']['plots'],
          buildings: this.#featuresOf('buildings', rim.buildings) as Plan['layers']['buildings'],
        },
      },
      isOfPart: ({ layer, feature = '', related = [] }, relatedLayer) =>
        (layer !== 'plots' && layer !== 'buildings') ||
        core[layer].has(feature) ||
        related.some((one) => REMEMBERED.some((name) => name === relatedLayer && core[name].has(one))),
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

  /** Boxes of plots touch across a street: only those that touch themselves are of one block. */
  #growToBlocks(plots: Set<string>): void {
    const queue = [...plots];
    for (const id of queue) {
      const shape = this.#shapeOf(id);
      for (const other of this.#neighboursOf('plots', id)) {
        if (plots.has(other)) continue;
        const beside = this.#shapeOf(other);
        if (shape && beside && measureDistanceMetres(shape, beside) > this.#reachMetres) continue;
        plots.add(other);
        queue.push(other);
      }
    }
  }

  #shapeOf(plot: string): PlaneShape | undefined {
    const { features, placeOf } = this.#known('plots');
    const feature = features[placeOf.get(plot) ?? -1];
    return feature && rememberedPlaneShape(feature.geometry, this.#shapes.projection);
  }

  /** In the plan's order. */
  #featuresOf(layer: RememberedLayer, ids: ReadonlySet<string>): KnownLayer['features'] {
    const { features, placeOf } = this.#known(layer);
    const places = [...ids].flatMap((id) => placeOf.get(id) ?? []);
    return places.sort((a, b) => a - b).flatMap((place) => features[place] ?? []);
  }

  #neighboursOf(layer: RememberedLayer, id: string): string[] {
    return this.#touching(layer, layer, id);
  }

  /** Features of a layer that touch the box of one, which may be of another. */
  #touching(layer: RememberedLayer, layerOfOne: RememberedLayer, id: string): string[] {
    const known = this.#known(layerOfOne);
    const place = known.placeOf.get(id);
    return place === undefined ? [] : this.#at(layer, boxAt(known, place));
  }

  #at(layer: RememberedLayer, box: Box): string[] {
    const { features, boxes } = this.#known(layer);
    let index = this.#indices.get(layer);
    if (!index) {
      index = createFeatureIndex(boxes);
      this.#indices.set(layer, index);
    }
    return index.search(...widened(box, this.#reachMetres)).flatMap((place) => features[place]?.id ?? []);
  }

  #plotOf(building: string): string | undefined {
    const { inputs, placeOf } = this.#known('buildings');
    const plot = inputs[0]?.[placeOf.get(building) ?? -1];
    return typeof plot === 'string' ? plot : undefined;
  }

  #known(layer: RememberedLayer): KnownLayer {
    if (!this.#present) throw new Error('Only a plan whose features can be told apart has parts');
    return this.#present.layers[layer];
  }
}
