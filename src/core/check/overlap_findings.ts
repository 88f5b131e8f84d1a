import { findOverlapPairs, SQUARE_UNITS_PER_SQUARE_METRE, sharedAreaSquareUnits } from '../measure/topology/index.ts';
import type { Finding } from '../plan/findings.ts';
import type { Areal } from '../plan/types.ts';
import type { PlacedLayer } from './plan_geometry.ts';
import type { CheckContext, Overlay } from './rule.ts';

/** Of a layer this many overlaps are told. */
const MOST_OVERLAPS = 1000;

export interface OverlapRule {
  code: 'phase-overlap' | 'plot-overlap';
  layer: 'phases' | 'plots';
  /** What the two places of a layer share, as evidence. */
  evidenceOf: (overlay: Overlay, layer: PlacedLayer, first: number, second: number) => { evidence?: Areal };
  /** Places of features that were drawn twice, which another rule tells: the first of each set stands for all. */
  copies?: ReadonlySet<number>;
}

/**
 * Features of one layer that share more ground than the tolerance, as findings of one code. The search ends after
 * `MOST_OVERLAPS` pairs: a layer drawn upon itself has as many as its features squared.
 */
export function* findOverlaps(rule: OverlapRule, context: CheckContext): Generator<Finding | undefined> {
  const { code, layer } = rule;
  const toleranceSquareMetres = context.tolerances.overlapSquareMetres;
  const placed = context.geometry.layer(layer);
  const { plane, index, features } = placed;
  const unsound = yield* context.geometry.unsound(layer);
  const open = yield* context.geometry.openEdges(layer);
  const outlineOf = yield* context.geometry.outlines(layer, context.overlay);
  const { pairs, isCut } = yield* findOverlapPairs(plane, index, open, {
    toleranceSquareUnits: toleranceSquareMetres * SQUARE_UNITS_PER_SQUARE_METRE,
    mostPairs: MOST_OVERLAPS,
    unsound,
    copies: rule.copies ?? new Set(),
    measureShared: (first, second) => {
      const one = outlineOf(first);
      const other = outlineOf(second);
      return sharedAreaSquareUnits(one.layer, one.place, other.layer, other.place);
    },
  });
  const overlay = pairs.length > 0 ? yield* context.overlay() : undefined;
  for (const { first, second, areaSquareUnits } of pairs) {
    const [one, other] = [features[first], features[second]];
    if (!overlay || !one || !other) continue;
    yield {
      code,
      severity: 'error',
      layer,
      feature: one.id,
      related: [other.id],
      data: { areaSquareMetres: areaSquareUnits / SQUARE_UNITS_PER_SQUARE_METRE, toleranceSquareMetres },
      ...rule.evidenceOf(overlay, placed, first, second),
    };
  }
  const [firstPair] = pairs;
  const example = firstPair && features[firstPair.first];
  if (isCut && example)
    yield {
      code: 'overlaps-cut',
      severity: 'error',
      layer,
      data: { shown: pairs.length },
      evidence: example.geometry,
    };
}
