import type { Projection } from '../measure/index.ts';
import {
  type CrossingKind,
  createEdgedLayer,
  createFeatureIndex,
  createPlaneLayer,
  type EdgedLayer,
  type FeatureIndex,
  findNestingFaults,
  findOpenEdges,
  findRingCrossings,
  type NestingFault,
  type OpenEdges,
  type PlaneLayer,
  type RingCrossing,
} from '../measure/topology/index.ts';
import type { Plan } from '../plan/types.ts';
import type { ArealFeature } from './plan_shapes.ts';
import type { Overlay } from './rule.ts';

/** Layers whose areas a plan is about: what is left over from drawing in them is counted and granted. */
export const COUNTED_LAYERS = ['zones', 'phases', 'plots', 'buildings'] as const;
/** Layers whose outlines are checked. */
export const OUTLINED_LAYERS = [...COUNTED_LAYERS, 'water', 'green'] as const;
export type OutlinedLayer = (typeof OUTLINED_LAYERS)[number];

/** A layer on the measuring plane. Features stand in the order of their ids, whatever the order of the file. */
export interface PlacedLayer {
  features: readonly ArealFeature[];
  plane: PlaneLayer;
  index: FeatureIndex;
  placeOf: (id: string) => number | undefined;
}

/** Where a feature's outline is found, by its place in its layer. */
export type Outlines = (place: number) => { layer: EdgedLayer; place: number };

/** What is known of a plan's layers on the measuring plane. Everything is found once, when a rule first asks for it. */
export class PlanGeometry {
  readonly #plan: Plan;
  readonly #projection: Projection;
  readonly #known = new Map<string, unknown>();

  constructor(plan: Plan, projection: Projection) {
    this.#plan = plan;
    this.#projection = projection;
  }

  get projection(): Projection {
    return this.#projection;
  }

  layer(id: OutlinedLayer): PlacedLayer {
    return this.#once(`layer ${id}`, () => {
      const features = [...(this.#plan.layers[id] as readonly ArealFeature[])].sort((a, b) =>
        a.id < b.id ? -1 : a.id > b.id ? 1 : 0,
      );
      const plane = createPlaneLayer(
        features.map((feature) => feature.geometry),
        this.#projection,
      );
      return {
        features,
        plane,
        index: createFeatureIndex(plane.boxes),
        placeOf: (feature) =>
          this.#once(`places ${id}`, () => new Map(features.map((one, place) => [one.id, place]))).get(feature),
      };
    });
  }

  *openEdges(id: OutlinedLayer): Generator<undefined, OpenEdges> {
    return yield* this.#onceInSteps(`open ${id}`, () => findOpenEdges(this.layer(id).plane));
  }

  *crossings(id: OutlinedLayer): Generator<undefined, readonly RingCrossing[]> {
    return yield* this.#onceInSteps(`crossings ${id}`, () => findRingCrossings(this.layer(id).plane));
  }

  *crossingsOf(id: OutlinedLayer, kinds: readonly CrossingKind[]): Generator<undefined, RingCrossing[]> {
    return (yield* this.crossings(id)).filter(({ kind }) => kinds.includes(kind));
  }

  nestingFaults(id: OutlinedLayer): readonly NestingFault[] {
    return this.#once(`nesting ${id}`, () => findNestingFaults(this.layer(id).plane));
  }

  /** Places of the features whose rings are no plain outlines: sums over their edges mean nothing, and the overlay decides. */
  *unsound(id: OutlinedLayer): Generator<undefined, ReadonlySet<number>> {
    const crossings = yield* this.crossings(id);
    return this.#once(`unsound ${id}`, () => placesOf(crossings, this.nestingFaults(id)));
  }

  /** Some features on the plane, and the places of those whose rings are no plain outlines; without looking at the others. */
  *placed(
    features: readonly ArealFeature[],
  ): Generator<undefined, { plane: PlaneLayer; unsound: ReadonlySet<number> }> {
    const shapes = features.map(({ geometry }) => geometry);
    const plane = createPlaneLayer(shapes, this.#projection);
    return { plane, unsound: placesOf(yield* findRingCrossings(plane), findNestingFaults(plane)) };
  }

  /**
   * Outlines as sums over their edges need them: those that are no plain outlines with every lobe filled and without what lies
   * twice, which takes the overlay; all others as they are.
   */
  *outlines(id: OutlinedLayer, overlay: () => Generator<undefined, Overlay>): Generator<undefined, Outlines> {
    const unsound = yield* this.unsound(id);
    const { plane } = this.layer(id);
    if (unsound.size === 0) return (place) => ({ layer: plane, place });
    const { mended, placeIn } = yield* this.#onceInSteps(`outlines ${id}`, function* () {
      const { ringsOf } = yield* overlay();
      const places = [...unsound];
      return {
        mended: createEdgedLayer(places.map((place) => ringsOf(plane, place, true))),
        placeIn: new Map(places.map((place, index) => [place, index])),
      };
    });
    return (place) => {
      const index = placeIn.get(place);
      return index === undefined ? { layer: plane, place } : { layer: mended, place: index };
    };
  }

  #once<T>(key: string, make: () => T): T {
    if (!this.#known.has(key)) this.#known.set(key, make());
    return this.#known.get(key) as T;
  }

  *#onceInSteps<T>(key: string, make: () => Generator<undefined, T>): Generator<undefined, T> {
    if (!this.#known.has(key)) this.#known.set(key, yield* make());
    return this.#known.get(key) as T;
  }
}

function placesOf(...faults: readonly (readonly { feature: number }[])[]): ReadonlySet<number> {
  return new Set(faults.flatMap((some) => some.map(({ feature }) => feature)));
}
