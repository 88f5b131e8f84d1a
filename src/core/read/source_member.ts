import { LAYERS } from '../plan/fields.ts';
import type { Diagnostic } from '../plan/findings.ts';
import type { Geometry, LayerId } from '../plan/types.ts';
import { isRecord } from '../value_kinds.ts';
import { featureNameOf } from './feature_id.ts';
import type { SoundFeature } from './geojson/check_structure.ts';
import { LEAST_OF_RING, turnRings } from './geojson/tidy_geometry.ts';
import type { SourceLayer } from './source.ts';

/** A feature and where it stands. There are as many as features: what few are asked for is made when it is asked for. */
export class SourceMember {
  layer: LayerId | undefined = undefined;
  readonly feature: SoundFeature;
  readonly index: number;
  /** What is wrong with its shape: it has none then, and what it says of itself may be read all the same. */
  readonly shapeFaults: readonly Diagnostic[];
  readonly #source: SourceLayer;

  constructor(feature: SoundFeature, source: SourceLayer, index: number, shapeFaults: readonly Diagnostic[] = NONE) {
    this.feature = feature;
    this.index = index;
    this.shapeFaults = shapeFaults;
    this.#source = source;
  }

  get pointer(): string {
    return this.#source.pointerOf(this.index);
  }

  /** Its rings run as they should, as far as its positions were left alone. */
  get isTidy(): boolean {
    return (this.#source.tidyDepths?.[this.index] ?? 0) > 0;
  }

  get name(): string {
    return featureNameOf(this.feature) ?? '';
  }
}

const NONE: readonly Diagnostic[] = [];
const NO_SHAPE: Geometry = { type: 'MultiPolygon', coordinates: [] };

/** The feature without its shape, where nothing else of it is wrong; undefined where more is. */
export function withoutShape(
  value: unknown,
  pointer: string,
  problems: readonly Diagnostic[],
): SoundFeature | undefined {
  if (!isRecord(value) || value.type !== 'Feature') return undefined;
  const place = `${pointer}/geometry`;
  const isOfShape = problems.every((one) => one.severity !== 'error' || one.pointer?.startsWith(place));
  if (!isOfShape) return undefined;
  const { id, properties } = value;
  return { type: 'Feature', id, geometry: NO_SHAPE, properties: isRecord(properties) ? properties : {} };
}

/** What is wrong with a feature: where its reader tells why it has no shape, that it has none need not be said. */
export function problemsOf(
  found: readonly Diagnostic[],
  ofReader: readonly Diagnostic[] | undefined,
): readonly Diagnostic[] {
  return ofReader ? [...ofReader, ...found.filter(({ code }) => code !== 'geometry-missing')] : found;
}

/**
 * Makes the area of a line that comes back to its beginning, in a layer that has areas and no lines: what CAD programs export of a
 * closed polyline. Whether it did.
 */
export function closeLine(feature: SoundFeature, layer: LayerId): boolean {
  const { geometryTypes } = LAYERS[layer];
  if (geometryTypes.includes('LineString') || !geometryTypes.includes('Polygon')) return false;
  const { geometry } = feature;
  const line =
    geometry.type === 'LineString'
      ? geometry.coordinates
      : geometry.type === 'MultiLineString' && geometry.coordinates.length === 1
        ? geometry.coordinates[0]
        : undefined;
  const [first, last] = [line?.[0], line?.at(-1)];
  const isClosed = first !== undefined && first[0] === last?.[0] && first[1] === last[1];
  if (!line || !isClosed || line.length < LEAST_OF_RING) return false;
  feature.geometry = { type: 'Polygon', coordinates: [line] };
  turnRings(feature.geometry);
  return true;
}

/** Why a feature's shape cannot be the plan's. */
export function shapeFaultsOf(member: SourceMember, layer: LayerId, feature: string): readonly Diagnostic[] {
  const { shapeFaults } = member;
  const { geometryTypes } = LAYERS[layer];
  const { type } = member.feature.geometry;
  if (shapeFaults.length > 0) return shapeFaults.map((fault) => ({ ...fault, layer, ...(feature && { feature }) }));
  if (geometryTypes.includes(type)) return shapeFaults;
  const data = { found: type, allowed: [...geometryTypes] };
  const at = { layer, feature, pointer: `${member.pointer}/geometry/type` };
  return [{ code: 'geometry-type-not-allowed', severity: 'error', ...at, data }];
}
