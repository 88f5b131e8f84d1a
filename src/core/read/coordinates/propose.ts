import { createProjection, nearestProjection } from '../../measure/index.ts';
import type { CoordinateProposal, ShiftProposal, TransformProposal } from '../source.ts';
import { planeOf, readingOf } from './convert.ts';
import { apartMetres, lieOnOthers, type MatchedShift, offsetMetres, shiftOf } from './matched_shift.ts';
import { evidenceOf, fitTransform, type PlaneTransform, type PointPair, residualsOf } from './plane_transform.ts';
import { LEAST_MATCHED, MOST_SHIFT_METRES, SAME_PLACE_METRES, type SourceFacts } from './recognise.ts';
import {
  BAIDU_MERCATOR,
  type CoordinateSystem,
  MAP_SERVICES,
  type MapService,
  serviceIn,
  systemOf,
} from './systems.ts';

/** How closely a shift must agree with a map service's formula, and the features with each other. */
const SHIFT_AGREES_METRES = 30;
/** Features of a constant shift stay this close together: datums differ by the same amount all over a park. */
const CONSTANT_METRES = 3;
/**
 * A shift of less than `SAME_PLACE_METRES`: from what size on it is told, how closely features must agree in it (metres, and as a share of
 * the shift), how many of them and what share of those that match. Our own figures: coordinates rounded to a decimetre pass, a plan drawn
 * anew does not, and a row of plots moved for a wider road is too few.
 */
const SMALL_SHIFT = {
  leastMetres: 0.3,
  agreesMetres: 0.2,
  agreesShare: 0.34,
  leastCount: 10,
  leastShare: 0.8,
} as const;
const MAP_SERVICE_IDS = Object.keys(MAP_SERVICES) as MapService[];
/** Shifts between CGCS2000 and the older datums are of this size in China. */
const DATUM_SHIFT_METRES = { least: 15, most: 250 } as const;
/** A local grid's scale: ground lengths differ from a plane's by its height and its distance from the meridian. */
const LOCAL_SCALE_TOLERANCE = 0.003;
/** Matched places of a local grid that a turn and shift leaves farther off than this are not the same. */
const LOCAL_RESIDUAL_METRES = 2;

/**
 * What the matched features say of a source that was read in a system: that it lies beside the plan as a map service's coordinates do, or
 * by another constant shift. Undefined when it lies where the plan has it, or the features do not agree.
 */
export function proposeShift(
  system: CoordinateSystem,
  swapped: boolean,
  facts: SourceFacts,
): CoordinateProposal | undefined {
  const { matched } = facts;
  const read = readingOf(system, swapped, undefined);
  if (!matched?.isAgreed || !read) return undefined;
  const placed = matched.pairs.map(({ source, plan }) => ({ source: read(...source), plan }));
  const shift = shiftOf(placed);
  if (!shift || shift.matchedCount < LEAST_MATCHED || shift.spreadMetres > SHIFT_AGREES_METRES) return undefined;
  const size = Math.hypot(shift.eastMetres, shift.northMetres);
  // Numbers of Baidu's Mercator taken for those of the web's lie some 20 km to the south.
  if (size > MOST_SHIFT_METRES && system.family === 'web-mercator') return baiduMercator(swapped, facts);
  if (size < SMALL_SHIFT.leastMetres || size > MOST_SHIFT_METRES) return undefined;
  if (size <= SAME_PLACE_METRES) return smallShift(system, swapped, facts, shift);
  if (lieOnOthers(placed, matched.all)) return undefined;
  return mapShift(system, swapped, facts, shift) ?? constantShift(system, swapped, facts, shift, CONSTANT_METRES);
}

function baiduMercator(swapped: boolean, facts: SourceFacts): CoordinateProposal | undefined {
  const system = systemOf(BAIDU_MERCATOR);
  const proposal = system && proposeShift(system, swapped, facts);
  return proposal?.kind === 'map-shift' && proposal.service === 'BD-09' ? proposal : undefined;
}

/** The map service whose shift the matched features show: its formula undone, they lie where the plan has them. */
function mapShift(
  system: CoordinateSystem,
  swapped: boolean,
  facts: SourceFacts,
  shift: MatchedShift,
): ShiftProposal | undefined {
  const { matched, gathered } = facts;
  const read = readingOf(system, swapped, undefined);
  if (!matched || !read) return undefined;
  const middle = read(...gathered.middle);
  for (const service of MAP_SERVICE_IDS) {
    const [expectedEastMetres, expectedNorthMetres] = offsetMetres(middle, MAP_SERVICES[service](middle));
    const off = Math.hypot(shift.eastMetres - expectedEastMetres, shift.northMetres - expectedNorthMetres);
    if (off > SHIFT_AGREES_METRES) continue;
    const crs = serviceIn(service, system);
    const served = systemOf(crs);
    const corrected = served && readingOf(served, swapped, undefined);
    if (!corrected) continue;
    const remainingMetres = apartMetres(
      matched.pairs.map(({ source, plan }) => ({ source: corrected(...source), plan })),
    );
    if (!(remainingMetres <= SAME_PLACE_METRES)) continue;
    return {
      kind: 'map-shift',
      service,
      crs,
      swapped,
      ...shift,
      expectedEastMetres,
      expectedNorthMetres,
      remainingMetres,
      matchedBy: matched.by,
      outline: outlineIn(corrected, facts),
    };
  }
  return undefined;
}

/**
 * A shift of a few metres or less looks like redrawing, feature by feature. It is a shift where many features and nearly all of those that
 * match lie off by the same, far more closely than any redrawing would leave them.
 */
function smallShift(
  system: CoordinateSystem,
  swapped: boolean,
  facts: SourceFacts,
  shift: MatchedShift,
): TransformProposal | undefined {
  const size = Math.hypot(shift.eastMetres, shift.northMetres);
  const proposal = constantShift(
    system,
    swapped,
    facts,
    shift,
    Math.min(SMALL_SHIFT.agreesMetres, size * SMALL_SHIFT.agreesShare),
  );
  if (!proposal) return undefined;
  const { matchedCount, comparedCount } = proposal;
  const isMost = matchedCount >= SMALL_SHIFT.leastCount && matchedCount >= comparedCount * SMALL_SHIFT.leastShare;
  return isMost ? proposal : undefined;
}

/** @param agreesMetres features of one shift stay this close together */
function constantShift(
  system: CoordinateSystem,
  swapped: boolean,
  facts: SourceFacts,
  { eastMetres, northMetres }: { eastMetres: number; northMetres: number },
  agreesMetres: number,
): TransformProposal | undefined {
  const { matched, gathered } = facts;
  const read = readingOf(system, swapped, undefined);
  if (!matched || !read) return undefined;
  const plane = planeOf(system, read(...gathered.middle)[0]);
  const projection = createProjection(plane);
  if (!projection) return undefined;
  const pairs = matched.pairs.map(
    ({ source, plan }): PointPair => ({ from: projection.forward(read(...source)), to: projection.forward(plan) }),
  );
  const found = fitAgreeing(pairs, plane, agreesMetres, true);
  if (!found) return undefined;
  const { transform, count } = found;
  const size = Math.hypot(transform.eastMetres, transform.northMetres);
  const corrected = readingOf(system, swapped, transform) ?? read;
  return {
    kind: 'constantShift',
    crs: system.id,
    swapped,
    eastMetres,
    northMetres,
    isLikeOlderDatum: size >= DATUM_SHIFT_METRES.least && size <= DATUM_SHIFT_METRES.most,
    transform: withEvidence(transform, found.pairs, matched.by),
    matchedCount: count,
    comparedCount: matched.all.length,
    matchedBy: matched.by,
    outline: outlineIn(corrected, facts),
  };
}

/** A turn and shift that takes numbers of no listed system onto the plan. */
export function proposeLocalGrid(facts: SourceFacts): TransformProposal | undefined {
  const { matched, bounds } = facts;
  if (!matched?.isAgreed || !bounds) return undefined;
  const projection = nearestProjection((bounds[0] + bounds[2]) / 2);
  let best: { transform: PlaneTransform; pairs: PointPair[]; count: number; swapped: boolean } | undefined;
  for (const swapped of [false, true]) {
    const pairs = matched.pairs.map(
      ({ source: [x, y], plan }): PointPair => ({ from: swapped ? [y, x] : [x, y], to: projection.forward(plan) }),
    );
    const found = fitAgreeing(pairs, projection.crs, LOCAL_RESIDUAL_METRES, false);
    if (found && found.count > (best?.count ?? 0)) best = { ...found, swapped };
  }
  if (!best || Math.abs(Math.hypot(best.transform.a, best.transform.b) - 1) > LOCAL_SCALE_TOLERANCE) return undefined;
  const transform = withEvidence(best.transform, best.pairs, matched.by);
  const read = readingOf(undefined, best.swapped, transform);
  if (!read) return undefined;
  return {
    kind: 'localGrid',
    swapped: best.swapped,
    eastMetres: 0,
    northMetres: 0,
    isLikeOlderDatum: false,
    transform,
    matchedCount: best.count,
    comparedCount: matched.all.length,
    matchedBy: matched.by,
    outline: outlineIn(read, facts),
  };
}

/** Least squares over the pairs that agree: those a first fit leaves far off are dropped, again until none is. */
function fitAgreeing(
  all: readonly PointPair[],
  plane: string,
  mostMetres: number,
  isShift: boolean,
): { transform: PlaneTransform; pairs: PointPair[]; count: number } | undefined {
  let pairs = [...all];
  for (let round = 0; round < 20; round += 1) {
    const transform = pairs.length >= LEAST_MATCHED ? fitTransform(pairs, plane, isShift) : undefined;
    if (!transform) return undefined;
    const residuals = residualsOf(transform, pairs);
    const worst = residuals.reduce((most, residual) => Math.max(most, residual), 0);
    // A few metres are real redrawing; less than half of the features is no agreement.
    if (worst <= mostMetres)
      return pairs.length * 2 >= all.length ? { transform, pairs, count: pairs.length } : undefined;
    const limit = Math.max(mostMetres, worst / 2);
    pairs = pairs.filter((_, index) => (residuals[index] ?? 0) <= limit);
  }
  return undefined;
}

function withEvidence(transform: PlaneTransform, pairs: readonly PointPair[], by: 'number' | 'shape'): PlaneTransform {
  return { ...transform, evidence: evidenceOf(transform, pairs, by) };
}

function outlineIn(
  read: (x: number, y: number) => [number, number],
  { gathered }: SourceFacts,
): { type: 'Polygon'; coordinates: [number, number][][] } {
  return { type: 'Polygon', coordinates: [gathered.outline.map(([x, y]) => read(x, y))] };
}
