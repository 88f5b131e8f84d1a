import { boundsOfPlan, nearestProjection } from '../../measure/index.ts';
import { matchField } from '../../plan/match_field.ts';
import { type AnyFeature, type Geometry, LAYER_IDS, type LayerId, type Plan } from '../../plan/types.ts';
import type { SoundFeature } from '../geojson/check_structure.ts';
import { agreeingPairs, LEAST_AGREEING } from './agreeing_pairs.ts';
import type { Reading } from './convert.ts';
import type { GatheredPositions } from './gather.ts';
import { metresPerDegree, type NumberScale, numberScalesOf } from './number_scales.ts';
import { centreOf, isStraight, type ShapeSignature, SignatureIndex, signatureOf } from './shape_signature.ts';

/** A feature of a source that the plan has too, by its centroid in both: the source's own numbers, the plan's degrees. */
export interface MatchedPair {
  /** Place of the feature among those of the source. */
  index: number;
  /** Its number in the plan. */
  planId: string;
  source: [number, number];
  plan: [number, number];
}

/** Features of a source that are the plan's too. */
export interface MatchedFeatures {
  pairs: MatchedPair[];
  /** Those of a sample that match, also those that lie elsewhere than most: part of a source may be in another system than the rest. */
  all: readonly MatchedPair[];
  /**
   * All that match in the whole source, where most are expected to lie in their place when it is read so: of those the first vertices are
   * taken for the centroids. To be asked for before positions are converted.
   */
  whole: (read: Reading) => readonly MatchedPair[];
  /** What tells that they are the same. */
  by: 'number' | 'shape';
  /** One turn and shift explains the pairs; false for the one or two whose agreement nobody can judge. */
  isAgreed: boolean;
}

/** Features that are held against the plan's to tell the system; more would not make the answer surer. */
const MOST_MATCHED = 2000;
const MOST_SHAPES = 2000;
/** Pairs farther than this from what most others say were moved, or are not the same. Map services bend a park by tens of metres. */
const AGREES_METRES = { number: 100, shape: 50 } as const;

/**
 * The features of a source that the plan has too: by number, or where numbers say nothing by shape, first among the plots and then in
 * all layers. Only those are kept that one turn and shift of the source explains. Shapes need not be asked where nothing hangs on them.
 */
export function matchFeatures(
  features: readonly SoundFeature[],
  plan: Plan,
  gathered: GatheredPositions,
  areShapesAsked: boolean,
): MatchedFeatures | undefined {
  const bounds = boundsOfPlan(plan);
  if (!bounds) return undefined;
  const scales = numberScalesOf(gathered, (bounds[0] + bounds[2]) / 2);
  const known = numberedOf(features, plan);
  const numbered = pairsOf(evenly(known, MOST_MATCHED));
  const allNumbered = (read: Reading) => (known.length <= MOST_MATCHED ? numbered : pairsOf(known, read));
  const agreed = agreedIn(numbered, scales, bounds, 'number');
  if (agreed) return { pairs: agreed, all: numbered, whole: allNumbered, by: 'number', isAgreed: true };
  const searched = areShapesAsked ? ([['plots'], LAYER_IDS] as const) : [];
  for (const layers of searched) {
    const index = shapesOf(plan, layers);
    for (const scale of scales) {
      const pairs = pairsByShape(features, index, scale, MOST_SHAPES);
      const alike = agreedIn(pairs, [scale], bounds, 'shape');
      const whole = () =>
        features.length <= MOST_SHAPES ? pairs : pairsByShape(features, index, scale, features.length);
      if (alike) return { pairs: alike, all: pairs, whole, by: 'shape', isAgreed: true };
    }
  }
  const isFew = numbered.length > 0 && numbered.length < LEAST_AGREEING;
  return isFew ? { pairs: numbered, all: numbered, whole: allNumbered, by: 'number', isAgreed: false } : undefined;
}

/** Those pairs that agree, by the way of reading the numbers in which most do. */
function agreedIn(
  pairs: readonly MatchedPair[],
  scales: readonly NumberScale[],
  bounds: readonly number[],
  by: 'number' | 'shape',
): MatchedPair[] | undefined {
  if (pairs.length < LEAST_AGREEING) return undefined;
  const { forward } = nearestProjection(((bounds[0] ?? 0) + (bounds[2] ?? 0)) / 2);
  let best: number[] = [];
  for (const { toMetres } of scales) {
    const points = pairs.map(({ source, plan }) => ({ from: toMetres(...source), to: forward(plan) }));
    const agreement = agreeingPairs(points, AGREES_METRES[by]);
    if (agreement && agreement.indices.length > best.length) best = agreement.indices;
  }
  return best.length === 0 ? undefined : best.flatMap((index) => pairs[index] ?? []);
}

type Kind = 'area' | 'line' | 'point';
function kindOf({ type }: Geometry): Kind {
  if (type === 'Polygon' || type === 'MultiPolygon') return 'area';
  return type === 'LineString' || type === 'MultiLineString' ? 'line' : 'point';
}

/** A feature the plan has under the same number, of the same kind of shape. */
interface Numbered {
  index: number;
  source: Geometry;
  own: AnyFeature;
}

function numberedOf(features: readonly SoundFeature[], plan: Plan): Numbered[] {
  const known = new Map<string, AnyFeature>();
  for (const layer of LAYER_IDS) for (const feature of plan.layers[layer]) known.set(feature.id, feature);
  const fields = numberFieldsOf(features);
  const found: Numbered[] = [];
  for (const [at, { id, properties, geometry }] of features.entries()) {
    let own = known.get(textOf(id));
    for (let index = 0; !own && index < fields.length; index += 1) {
      const field = fields[index] ?? '';
      if (Object.hasOwn(properties, field)) own = known.get(textOf(properties[field]));
    }
    if (own && kindOf(own.geometry) === kindOf(geometry)) found.push({ index: at, source: geometry, own });
  }
  return found;
}

function pairsOf(numbered: readonly Numbered[], read?: Reading): MatchedPair[] {
  return numbered.flatMap(({ index, source, own }) => {
    if (read) {
      const [from, to] = [firstOf(source), firstOf(own.geometry)];
      if (isSamePlace(read(...from), to)) return [{ index, planId: own.id, source: from, plan: to }];
    }
    const [from, to] = [centreOf(source), centreOf(own.geometry)];
    return from && to ? [{ index, planId: own.id, source: from, plan: to }] : [];
  });
}

function firstOf({ coordinates }: Geometry): [number, number] {
  let list: unknown = coordinates;
  while (Array.isArray(list) && Array.isArray(list[0])) list = list[0];
  const [x = Number.NaN, y = Number.NaN] = Array.isArray(list) ? (list as number[]) : [];
  return [x, y];
}

/** A tenth of a metre: a shift is nowhere told that is smaller. */
const SAME_DEGREES = 1e-6;

function isSamePlace([x, y]: readonly [number, number], [ownX, ownY]: readonly [number, number]): boolean {
  return Math.abs(x - ownX) < SAME_DEGREES && Math.abs(y - ownY) < SAME_DEGREES;
}

const textOf = (value: unknown): string =>
  typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : '';

/** Fields that hold a feature's own number, by the names in use: told from the first features, which have what all have. */
function numberFieldsOf(features: readonly SoundFeature[]): string[] {
  const names = new Set<string>();
  for (const { properties } of features.slice(0, 20)) for (const name of Object.keys(properties)) names.add(name);
  const isNumber = (name: string) =>
    name === 'id' ||
    (['plots', 'buildings', 'roads', 'zones', 'phases'] as LayerId[]).some(
      (layer) => matchField(layer, name)?.to === 'id',
    );
  return [...names].filter(isNumber);
}

/** The plan's shapes, to find those of a source among them. */
function shapesOf(plan: Plan, layers: readonly LayerId[]): SignatureIndex<{ id: string; centre: [number, number] }> {
  const own = layers.flatMap((layer) =>
    plan.layers[layer].flatMap(({ id, geometry }) => {
      const signature = distinctSignature(geometry, metresPerDegree);
      return signature ? [{ signature, value: { id, centre: signature.centre } }] : [];
    }),
  );
  return new SignatureIndex(own);
}

function pairsByShape(
  features: readonly SoundFeature[],
  index: ReturnType<typeof shapesOf>,
  { metresAt }: NumberScale,
  most: number,
): MatchedPair[] {
  const pairs: MatchedPair[] = [];
  for (const at of evenly([...features.keys()], most)) {
    const geometry = features[at]?.geometry;
    if (!geometry) continue;
    const signature = distinctSignature(geometry, metresAt);
    const same = signature && index.uniqueOf(signature);
    if (signature && same) pairs.push({ index: at, planId: same.id, source: signature.centre, plan: same.centre });
  }
  return pairs;
}

function distinctSignature(
  geometry: Geometry,
  scaleAt: (x: number, y: number) => readonly [number, number],
): ShapeSignature | undefined {
  const signature = signatureOf(geometry, scaleAt);
  return signature && !isStraight(signature) ? signature : undefined;
}

/** At most so many of a list, spread over it. */
export function evenly<T>(list: readonly T[], most: number): readonly T[] {
  if (list.length <= most) return list;
  const step = list.length / most;
  return Array.from({ length: most }, (_, index) => list[Math.floor(index * step)] as T);
}
