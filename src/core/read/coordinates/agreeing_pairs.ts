import { fitTransform, type PointPair, residualsOf } from './plane_transform.ts';

/** Pairs that one turn and shift explains, and whether the source's axes come in the other order for it. */
export interface Agreement {
  /** Places of the agreeing pairs in the list that was given. */
  indices: number[];
  isMirrored: boolean;
}

/** Planes of the same ground differ in scale by less than this: UTM by 0.0004, a neighbouring zone by 0.003. */
const SCALE_TOLERANCE = 0.01;
/** Fewer agreeing pairs are no evidence; nor is a small share of them. */
export const LEAST_AGREEING = 3;
const LEAST_SHARE = 0.3;
/** So many pairs of pairs are tried, each against so many pairs: a hundred thousand distances at the most. */
const MOST_TRIED = 240;
const MOST_COUNTED = 400;

/**
 * The largest set of pairs that a similarity of scale 1 explains, by trying pairs of pairs spread over the list (RANSAC without chance:
 * the same pairs give the same answer). Points in metres of a plane. Undefined when too few agree within `agreesMetres`.
 */
export function agreeingPairs(pairs: readonly PointPair[], agreesMetres: number): Agreement | undefined {
  if (pairs.length < LEAST_AGREEING) return undefined;
  const turned = pairs.map(({ from, to }): PointPair => ({ from: [from[1], from[0]], to }));
  const straight = bestOf(pairs, agreesMetres);
  const mirrored = bestOf(turned, agreesMetres);
  const isMirrored = mirrored.length > straight.length;
  const indices = isMirrored ? mirrored : straight;
  const isEnough = indices.length >= Math.max(LEAST_AGREEING, pairs.length * LEAST_SHARE);
  return isEnough ? { indices, isMirrored } : undefined;
}

function bestOf(pairs: readonly PointPair[], agreesMetres: number): number[] {
  const step = Math.max(1, Math.floor(pairs.length / MOST_COUNTED));
  const counted = pairs.filter((_, index) => index % step === 0);
  const { length } = counted;
  let best: PointPair[] = [];
  let tried = 0;
  // Partners half the list away first: near ones say little of a turn.
  for (let gap = Math.floor(length / 2); gap >= 1 && tried < MOST_TRIED; gap = Math.floor(gap / 2))
    for (let index = 0; index + gap < length && tried < MOST_TRIED; index += 1) {
      const [one, other] = [counted[index], counted[index + gap]];
      if (!one || !other) continue;
      tried += 1;
      const agreeing = agreeingWith([one, other], counted, agreesMetres);
      if (agreeing.length > best.length) best = agreeing;
    }
  if (best.length < LEAST_AGREEING) return [];
  // Two anchors are a rough start: a fit to all that agree brings in the rest of them.
  let indices: number[] = [];
  for (let round = 0; round < 3; round += 1) {
    const fit = fitTransform(best, '');
    if (!fit) return [];
    indices = residualsOf(fit, pairs).flatMap((residual, index) => (residual <= agreesMetres ? [index] : []));
    best = indices.flatMap((index) => pairs[index] ?? []);
  }
  return indices;
}

function agreeingWith(anchors: readonly PointPair[], pairs: readonly PointPair[], agreesMetres: number): PointPair[] {
  const fit = fitTransform(anchors, '');
  if (!fit || Math.abs(Math.hypot(fit.a, fit.b) - 1) > SCALE_TOLERANCE) return [];
  const residuals = residualsOf(fit, pairs);
  return pairs.filter((_, index) => (residuals[index] ?? Number.POSITIVE_INFINITY) <= agreesMetres);
}
