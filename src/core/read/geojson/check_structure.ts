import type { Diagnostic } from '../../plan/findings.ts';
import type { Geometry } from '../../plan/types.ts';
import { excerptOf, isRecord } from '../diagnostic_log.ts';
import { checkWithLibrary } from './geojson_validation.ts';

/** Tells where coordinates lie that cannot be degrees. */
export interface OffEarth {
  pointer: string;
  x: number;
  y: number;
}

/** A feature whose structure is sound; what it carries is not judged yet. */
export interface SoundFeature {
  id: unknown;
  geometry: Geometry;
  properties: Record<string, unknown>;
}

export interface StructureCheck {
  /** Present when the feature can be used. */
  feature?: SoundFeature;
  problems: Diagnostic[];
  /** The first position that cannot be longitude and latitude, and how many there are. */
  offEarth?: OffEarth;
  offEarthCount: number;
}

/** Of one feature at most this many structural problems are listed; it is broken already after the first. */
const LISTED_OF_A_FEATURE = 10;

/**
 * Checks that a value is a GeoJSON feature the core can work with. Our own walk goes first: it knows the pointer of each fault
 * and decides what the library passes (see `geojson_validation.ts`); the library then has its say on what we found sound.
 */
export function checkStructure(value: unknown, pointer: string): StructureCheck {
  const walk = new StructureWalk();
  const feature = walk.feature(value, pointer);
  const result: StructureCheck = { problems: walk.problems, offEarthCount: walk.offEarthCount };
  if (walk.offEarth) result.offEarth = walk.offEarth;
  if (!feature) return result;
  for (const detail of checkWithLibrary(value)) walk.report('structure-invalid', pointer, { detail });
  if (walk.problems.length === 0) result.feature = feature;
  return result;
}

class StructureWalk {
  problems: Diagnostic[] = [];
  offEarth: OffEarth | undefined = undefined;
  offEarthCount = 0;

  report(code: string, pointer: string, data: Diagnostic['data'] = {}): void {
    if (this.problems.length < LISTED_OF_A_FEATURE) this.problems.push({ code, severity: 'error', pointer, data });
  }

  feature(value: unknown, pointer: string): StructureCheck['feature'] {
    if (!isRecord(value)) {
      this.report('feature-invalid', pointer, { found: excerptOf(value) });
      return undefined;
    }
    const { type, properties, geometry, bbox } = value;
    const id = Object.hasOwn(value, 'id') ? value.id : undefined;
    if (type !== 'Feature') {
      this.report('feature-invalid', `${pointer}/type`, { found: excerptOf(type) });
      return undefined;
    }
    if (id !== undefined && typeof id !== 'string' && typeof id !== 'number')
      this.report('id-invalid', `${pointer}/id`, { found: excerptOf(id) });
    if (!Object.hasOwn(value, 'properties') || (properties !== null && !isRecord(properties)))
      this.report('properties-invalid', `${pointer}/properties`, { found: excerptOf(properties) });
    if (bbox !== undefined && !isBoundingBox(bbox))
      this.report('bbox-invalid', `${pointer}/bbox`, { found: excerptOf(bbox) });
    const sound = this.geometry(geometry, `${pointer}/geometry`);
    if (this.problems.length > 0 || !sound) return undefined;
    return { id, geometry: sound, properties: isRecord(properties) ? properties : {} };
  }

  geometry(value: unknown, pointer: string): Geometry | undefined {
    if (value === undefined || value === null) {
      this.report('geometry-missing', pointer);
      return undefined;
    }
    if (!isRecord(value)) {
      this.report('geometry-type-unknown', pointer, { found: excerptOf(value) });
      return undefined;
    }
    const { type, coordinates } = value;
    const at = `${pointer}/coordinates`;
    // The geometry is built anew: a `bbox` or a foreign member of it is nothing the plan keeps.
    switch (type) {
      case 'Point': {
        const position = this.position(coordinates, at);
        return position && { type, coordinates: position };
      }
      case 'MultiPoint':
      case 'LineString': {
        const positions = this.positions(coordinates, at, type === 'LineString' ? 2 : 1);
        return positions && { type, coordinates: positions };
      }
      case 'MultiLineString': {
        const lines = this.list(coordinates, at, (line, place) => this.positions(line, place, 2));
        return lines && { type, coordinates: lines };
      }
      case 'Polygon': {
        const rings = this.list(coordinates, at, (ring, place) => this.ring(ring, place));
        return rings && { type, coordinates: rings };
      }
      case 'MultiPolygon': {
        const polygons = this.list(coordinates, at, (polygon, place) =>
          this.list(polygon, place, (ring, ringPlace) => this.ring(ring, ringPlace)),
        );
        return polygons && { type, coordinates: polygons };
      }
      default:
        this.report('geometry-type-unknown', `${pointer}/type`, { found: excerptOf(type) });
        return undefined;
    }
  }

  /** A list with at least one member, each made by `read`. */
  list<T>(value: unknown, pointer: string, read: (member: unknown, pointer: string) => T | undefined): T[] | undefined {
    if (!Array.isArray(value)) {
      this.report('coordinates-invalid', pointer, { found: excerptOf(value) });
      return undefined;
    }
    if (value.length === 0) {
      this.report('coordinates-empty', pointer);
      return undefined;
    }
    const members: T[] = [];
    for (const [index, member] of value.entries()) {
      const one = read(member, `${pointer}/${index}`);
      if (one !== undefined) members.push(one);
      else if (this.problems.length >= LISTED_OF_A_FEATURE) return undefined;
    }
    return members.length === value.length ? members : undefined;
  }

  positions(value: unknown, pointer: string, least: number): number[][] | undefined {
    const positions = this.list(value, pointer, (position, place) => this.position(position, place));
    if (positions && positions.length < least) {
      this.report('line-too-short', pointer, { count: positions.length });
      return undefined;
    }
    return positions;
  }

  ring(value: unknown, pointer: string): number[][] | undefined {
    const ring = this.list(value, pointer, (position, place) => this.position(position, place));
    if (!ring) return undefined;
    const first = ring[0] ?? [];
    const last = ring.at(-1) ?? [];
    if (ring.length < 4) {
      this.report('ring-too-short', pointer, { count: ring.length });
      return undefined;
    }
    if (first.length !== last.length || first.some((number, index) => number !== last[index])) {
      this.report('ring-not-closed', pointer, { first: excerptOf(first), last: excerptOf(last) });
      return undefined;
    }
    return ring;
  }

  position(value: unknown, pointer: string): number[] | undefined {
    if (!Array.isArray(value) || value.length < 2 || !value.every((one) => Number.isFinite(one))) {
      this.report('position-invalid', pointer, { found: excerptOf(value) });
      return undefined;
    }
    const [x, y] = value as [number, number];
    if (Math.abs(x) > 180 || Math.abs(y) > 90) {
      this.offEarth ??= { pointer, x, y };
      this.offEarthCount += 1;
    }
    return value;
  }
}

function isBoundingBox(value: unknown): boolean {
  return (
    Array.isArray(value) && (value.length === 4 || value.length === 6) && value.every((one) => Number.isFinite(one))
  );
}
