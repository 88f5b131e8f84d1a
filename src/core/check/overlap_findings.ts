import {
  findOverlapPairs,
  SQUARE_UNITS_PER_SQUARE_METRE,
  sharedAreaSquareUnits,
  sharedSpot,
} from '../measure/topology/index.ts';
import type { Finding } from '../plan/findings.ts';
import type { Areal, Geometry } from '../plan/types.ts';
import { spotEvidence } from './evidence.ts';
import type { PlacedLayer } from './plan_geometry.ts';
import type { CheckContext, Overlay } from './rule.ts';

/** Of a layer this many overlaps are told one by one; of the others, how many there are. */
const MOST_OVERLAPS = 100_000;
/** Some seconds' work. */
const MOST_MEASURED = 5_000_000;
/** Of one feature's overlaps this many are drawn, and of the others a place is shown: a shape takes a hundred times as long as its area. */
const DRAWN_OF_A_FEATURE = 20;
const PAIRS_PER_SLICE = 512;

export interface OverlapRule {
  code: 'phase-overlap' | 'plot-overlap';
  layer: 'phases' | 'plots';
  /** What the two places of a layer share, as evidence. */
  shapeOf: (overlay: Overlay, layer: PlacedLayer, first: number, second: number) => { evidence?: Areal };
  /** Places of features that were drawn twice, which another rule tells: the first of each set stands for all. */
  copies?: ReadonlySet<number>;
}

/** Features of one layer that share more ground than the tolerance, as findings of one code: every pair with its area and where it is. */
export function* findOverlaps(rule: OverlapRule, context: CheckContext): Generator<Finding | undefined> {
  const { code, layer } = rule;
  const toleranceSquareMetres = context.tolerances.overlapSquareMetres;
  const placed = context.geometry.layer(layer);
  const { plane, index, features } = placed;
  const unsound = yield* context.geometry.unsound(layer);
  const open = yield* context.geometry.openEdges(layer);
  const outlineOf = yield* context.geometry.outlines(layer, context.overlay);
  const { pairs, count, isCut } = yield* findOverlapPairs(plane, index, open, {
    toleranceSquareUnits: toleranceSquareMetres * SQUARE_UNITS_PER_SQUARE_METRE,
    mostPairs: MOST_OVERLAPS,
    mostMeasured: MOST_MEASURED,
    unsound,
    copies: rule.copies ?? new Set(),
    measureShared: (first, second) => {
      const one = outlineOf(first);
      const other = outlineOf(second);
      return sharedAreaSquareUnits(one.layer, one.place, other.layer, other.place);
    },
  });
  const overlay = pairs.length > 0 ? yield* context.overlay() : undefined;
  let ofFeature = 0;
  for (const [place, { first, second, areaSquareUnits }] of pairs.entries()) {
    const [one, other] = [features[first], features[second]];
    if (!overlay || !one || !other) continue;
    if (place % PAIRS_PER_SLICE === PAIRS_PER_SLICE - 1) yield undefined;
    ofFeature = pairs[place - 1]?.first === first ? ofFeature + 1 : 1;
    yield {
      code,
      severity: 'error',
      layer,
      feature: one.id,
      related: [other.id],
      data: { areaSquareMetres: areaSquareUnits / SQUARE_UNITS_PER_SQUARE_METRE, toleranceSquareMetres },
      ...((ofFeature > DRAWN_OF_A_FEATURE && placeOf(first, second)) || rule.shapeOf(overlay, placed, first, second)),
    };
  }
  const [firstPair] = pairs;
  const example = firstPair && features[firstPair.first];
  if ((isCut || count > pairs.length) && example)
    yield {
      code: isCut ? 'overlaps-uncounted' : 'overlaps-cut',
      severity: 'error',
      layer,
      data: { shown: pairs.length, count },
      evidence: example.geometry,
    };

  function placeOf(first: number, second: number): { evidence: Geometry } | undefined {
    const one = outlineOf(first);
    const other = outlineOf(second);
    const spot = sharedSpot(one.layer, one.place, other.layer, other.place);
    return spot && { evidence: spotEvidence(plane, spot) };
  }
}
