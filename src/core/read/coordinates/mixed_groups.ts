import type { Diagnostic } from '../../plan/findings.ts';
import { featureNameOf } from '../feature_id.ts';
import type { SoundFeature } from '../geojson/check_structure.ts';
import { type Reading, readingOf } from './convert.ts';
import type { MatchedFeatures, MatchedPair } from './match_features.ts';
import { lieOnOthers, offsetMetres } from './matched_shift.ts';
import { SAME_PLACE_METRES } from './recognise.ts';
import { type CoordinateSystem, MAP_SERVICES, type MapService, serviceIn, systemOf } from './systems.ts';

/** Features of a source that lie beside the plan together, while others lie elsewhere. */
export interface ShiftedGroup {
  /** What their coordinates are, where a map service's formula tells it. */
  service?: MapService;
  eastMetres: number;
  northMetres: number;
  members: readonly MatchedPair[];
}
export interface MixedGroups {
  /** Features that match the plan, and those of them that lie where the plan has them. */
  comparedCount: number;
  inPlaceCount: number;
  groups: ShiftedGroup[];
}

/**
 * How closely the features of a group agree, how many they are at least, and what share of those that match. Below `SAME_PLACE_METRES` a
 * group must be as plain as a shift of the whole: single plots are moved by a few metres every day.
 */
const GROUP = { agreesMetres: 3, leastCount: 5, leastShare: 0.1 } as const;
const SMALL_GROUP = { agreesMetres: 0.2, leastMetres: 0.5, leastCount: 10, leastShare: 0.2 } as const;
const MOST_GROUPS = 4;
/** Numbers of a group that are written out. */
const MOST_NAMED = 50;
/** Beyond this it is another place. */
const MOST_SHIFT_METRES = 5000;

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
  const offsets = matched.all.map((pair): Offset => {
    const [east, north] = offsetMetres(pair.plan, read(...pair.source));
    return { pair, east, north };
  });
  const least = Math.max(GROUP.leastCount, offsets.length * GROUP.leastShare);
  const far = offsets.filter((one) => sizeOf(one) > SAME_PLACE_METRES && sizeOf(one) <= MOST_SHIFT_METRES);
  const groups: ShiftedGroup[] = [];
  let rest = far;
  for (const service of Object.keys(MAP_SERVICES) as MapService[]) {
    const members = rest.filter((one) => isMendedBy(service, system, swapped, one));
    if (members.length < least) continue;
    groups.push(groupOf(members, service));
    rest = without(rest, members);
  }
  while (groups.length < MOST_GROUPS) {
    const members = largestAgreeing(rest, GROUP.agreesMetres);
    if (members.length < least) break;
    rest = without(rest, members);
    const placed = members.map(({ pair: { source, plan } }) => ({ source: read(...source), plan }));
    if (!lieOnOthers(placed, matched.all)) groups.push(groupOf(members));
  }
  let near = offsets.filter((one) => sizeOf(one) <= SAME_PLACE_METRES);
  const beside = near.filter((one) => sizeOf(one) >= SMALL_GROUP.leastMetres);
  const small = largestAgreeing(beside, SMALL_GROUP.agreesMetres);
  if (small.length >= Math.max(SMALL_GROUP.leastCount, offsets.length * SMALL_GROUP.leastShare)) {
    groups.push(groupOf(small));
    near = near.filter((one) => sizeOf(one) <= SMALL_GROUP.agreesMetres);
  }
  const isMixed = groups.length > 1 || (groups.length === 1 && near.length >= least);
  return isMixed ? { comparedCount: offsets.length, inPlaceCount: near.length, groups } : undefined;
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
        east: Math.round(eastMetres * 10) / 10,
        north: Math.round(northMetres * 10) / 10,
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

function isMendedBy(
  service: MapService,
  system: CoordinateSystem,
  swapped: boolean,
  { pair: { source, plan } }: Offset,
): boolean {
  const served = systemOf(serviceIn(service, system));
  const read: Reading | undefined = served && readingOf(served, swapped, undefined);
  return read !== undefined && Math.hypot(...offsetMetres(plan, read(...source))) <= SAME_PLACE_METRES;
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

function groupOf(members: readonly Offset[], service?: MapService): ShiftedGroup {
  const mean = (value: (one: Offset) => number) => members.reduce((sum, one) => sum + value(one), 0) / members.length;
  return {
    ...(service && { service }),
    eastMetres: mean(({ east }) => east),
    northMetres: mean(({ north }) => north),
    members: members.map(({ pair }) => pair).sort((a, b) => a.index - b.index),
  };
}
