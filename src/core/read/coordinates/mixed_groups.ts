import { createProjection } from '../../measure/index.ts';
import type { Diagnostic } from '../../plan/findings.ts';
import { featureNameOf } from '../feature_id.ts';
import type { SoundFeature } from '../geojson/check_structure.ts';
import { planeOf, type Reading, readingOf } from './convert.ts';
import type { MatchedFeatures, MatchedPair } from './match_features.ts';
import { lieOnOthers } from './matched_shift.ts';
import { metresPerDegree } from './number_scales.ts';
import { fitTransform } from './plane_transform.ts';
import { MOST_SHIFT_METRES, SAME_PLACE_METRES } from './recognise.ts';
import { type CoordinateSystem, MAP_SERVICES, type MapService, serviceIn, systemOf } from './systems.ts';

/** Features of a source that lie beside the plan together, while others lie elsewhere. */
export interface ShiftedGroup {
  /** What their coordinates are, where a map service's formula tells it. */
  service?: MapService;
  eastMetres: number;
  northMetres: number;
  members: readonly MatchedPair[];
  /** The source's numbers to where the plan has these features: the formula undone, or the shift taken back. */
  corrected: Reading;
}
export interface MixedGroups {
  /** Features that match the plan, and those of them that lie where the plan has them. */
  comparedCount: number;
  /** Places of those that match among the source's features. */
  comparedIndices: ReadonlySet<number>;
  inPlaceCount: number;
  groups: ShiftedGroup[];
}

/**
 * How closely the features of a group agree, how many they are at least, and what share of those that match; so many that lie off by the
 * very same are a group in however large a source. Below `SAME_PLACE_METRES` a group must be as plain as a shift of the whole: single
 * plots are moved by a few metres every day.
 */
const GROUP = { agreesMetres: 3, leastCount: 5, leastShare: 0.1, enoughCount: 20 } as const;
const SMALL_GROUP = { agreesMetres: 0.2, leastMetres: 0.5, leastCount: 10, leastShare: 0.2 } as const;
const MOST_GROUPS = 4;
/** Numbers of a group that are written out. */
export const MOST_NAMED = 50;

interface Offset {
  pair: MatchedPair;
  east: number;
  north: number;
}

/**
 * The groups a source falls into when it is read in a system: part of it in another system, or two sources put into one. Undefined where
 * all that matches lies in one way, in place or beside the plan.
 */
export function mixedGroupsOf(
  system: CoordinateSystem,
  swapped: boolean,
  matched: MatchedFeatures,
): MixedGroups | undefined {
  const read = readingOf(system, swapped, undefined);
  if (!read || !matched.isAgreed) return undefined;
  const all = matched.whole(read);
  const offsets = all.map((pair): Offset => {
    const [east, north] = offsetIn(pair.plan, read(...pair.source));
    return { pair, east, north };
  });
  const least = Math.max(GROUP.leastCount, Math.min(GROUP.enoughCount, offsets.length * GROUP.leastShare));
  const groupOf = (members: readonly Offset[], service?: MapService): ShiftedGroup | undefined => {
    const [eastMetres, northMetres] = [meanOf(members, ({ east }) => east), meanOf(members, ({ north }) => north)];
    const corrected = service
      ? servedReading(service, system, swapped)
      : shiftedReading(system, swapped, read, members);
    if (!corrected) return undefined;
    const own = members.map(({ pair }) => pair).sort((a, b) => a.index - b.index);
    return { ...(service && { service }), eastMetres, northMetres, members: own, corrected };
  };
  const add = (group: ShiftedGroup | undefined) => {
    if (group) groups.push(group);
  };
  const far = offsets.filter((one) => sizeOf(one) > SAME_PLACE_METRES && sizeOf(one) <= MOST_SHIFT_METRES);
  const groups: ShiftedGroup[] = [];
  let rest = far;
  for (const service of Object.keys(MAP_SERVICES) as MapService[]) {
    const members = membersOf(service, servedReading(service, system, swapped), rest);
    if (members.length < least) continue;
    add(groupOf(members, service));
    rest = without(rest, members);
  }
  while (groups.length < MOST_GROUPS) {
    const members = largestAgreeing(rest, GROUP.agreesMetres);
    if (members.length < least) break;
    rest = without(rest, members);
    const placed = members.map(({ pair: { source, plan } }) => ({ source: read(...source), plan }));
    if (!lieOnOthers(placed, all)) add(groupOf(members));
  }
  let near = offsets.filter((one) => sizeOf(one) <= SAME_PLACE_METRES);
  const beside = near.filter((one) => sizeOf(one) >= SMALL_GROUP.leastMetres);
  const small = largestAgreeing(beside, SMALL_GROUP.agreesMetres);
  if (small.length >= Math.max(SMALL_GROUP.leastCount, offsets.length * SMALL_GROUP.leastShare)) {
    add(groupOf(small));
    near = near.filter((one) => sizeOf(one) <= SMALL_GROUP.agreesMetres);
  }
  const isMixed = groups.length > 1 || (groups.length === 1 && near.length >= least);
  if (!isMixed) return undefined;
  const comparedIndices = new Set(offsets.map(({ pair }) => pair.index));
  return { comparedCount: offsets.length, comparedIndices, inPlaceCount: near.length, groups };
}

/** One warning a group: how many, by how much, which ones. */
export function warningsOf(
  { comparedCount, inPlaceCount, groups }: MixedGroups,
  features: readonly SoundFeature[],
): Diagnostic[] {
  return groups.map(({ service, eastMetres, northMetres, members }) => {
    const names = members.slice(0, MOST_NAMED).map(({ index, planId }) => featureNameOf(features[index]) ?? planId);
    if (members.length > names.length) names.push('…');
    return {
      code: service ? 'coordinates-mixed-service' : 'coordinates-mixed',
      severity: 'warning',
      data: {
        ...(service && { crs: service }),
        count: members.length,
        compared: comparedCount,
        others: inPlaceCount,
        east: eastMetres,
        north: northMetres,
        features: names,
      },
    };
  });
}

function without(offsets: readonly Offset[], some: readonly Offset[]): Offset[] {
  const left = new Set(some);
  return offsets.filter((one) => !left.has(one));
}

const sizeOf = ({ east, north }: Offset): number => Math.hypot(east, north);

function servedReading(service: MapService, system: CoordinateSystem, swapped: boolean): Reading | undefined {
  const served = systemOf(serviceIn(service, system));
  return served && readingOf(served, swapped, undefined);
}

/** Those that lie where the plan has them once a service's formula is undone. */
function membersOf(service: MapService, served: Reading | undefined, offsets: readonly Offset[]): Offset[] {
  if (!served) return [];
  return offsets.filter(({ pair: { source, plan }, east, north }) => {
    // Most are no such thing: the formula itself is asked before it is undone.
    const [expectedEast, expectedNorth] = offsetIn(plan, MAP_SERVICES[service](plan));
    if (Math.hypot(east - expectedEast, north - expectedNorth) > 2 * SAME_PLACE_METRES) return false;
    return Math.hypot(...offsetIn(plan, served(...source))) <= SAME_PLACE_METRES;
  });
}

/** A reading with the members' mean shift taken back, in the plane of the system or of the place. */
function shiftedReading(
  system: CoordinateSystem,
  swapped: boolean,
  read: Reading,
  members: readonly Offset[],
): Reading | undefined {
  const [first] = members;
  const plane = first && planeOf(system, first.pair.plan[0]);
  const projection = plane === undefined ? undefined : createProjection(plane);
  if (!projection) return undefined;
  const pairs = members.map(({ pair: { source, plan } }) => ({
    from: projection.forward(read(...source)),
    to: projection.forward(plan),
  }));
  const transform = fitTransform(pairs, projection.crs, true);
  return transform && readingOf(system, swapped, transform);
}

/** East and north from one place to another some kilometres off at most, in metres: quick, for it is asked of every feature. */
function offsetIn(from: readonly [number, number], to: readonly [number, number]): [east: number, north: number] {
  const [perLongitude, perLatitude] = metresPerDegree(from[0], from[1]);
  return [(to[0] - from[0]) * perLongitude, (to[1] - from[1]) * perLatitude];
}

function meanOf(members: readonly Offset[], value: (one: Offset) => number): number {
  return members.reduce((sum, one) => sum + value(one), 0) / members.length;
}

/** The most that lie within a distance of one of them. */
function largestAgreeing(offsets: readonly Offset[], agreesMetres: number): Offset[] {
  let best: Offset[] = [];
  // One of a group that makes a difference is soon met: a tenth of all.
  const step = Math.max(1, Math.floor(offsets.length / 200));
  for (let index = 0; index < offsets.length; index += step) {
    const one = offsets[index];
    if (!one) continue;
    const members = offsets.filter(({ east, north }) => Math.hypot(east - one.east, north - one.north) <= agreesMetres);
    if (members.length > best.length) best = members;
  }
  return best;
}
