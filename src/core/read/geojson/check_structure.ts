import type { Diagnostic } from '../../plan/findings.ts';
import type { Geometry } from '../../plan/types.ts';
import { isRecord } from '../../value_kinds.ts';
import { excerptOf } from '../diagnostic_log.ts';
import { checkWithLibrary } from './geojson_validation.ts';
import { dropRepeats, LEAST_OF_LINE, LEAST_OF_RING } from './tidy_geometry.ts';

/** Tells where coordinates lie that cannot be degrees. */
export interface OffEarth {
  pointer: string;
  x: number;
  y: number;
}

/** A feature whose structure is sound; what it carries is not judged yet. It becomes the plan's own: there is no other copy. */
export interface SoundFeature {
  type: 'Feature';
  id: unknown;
  geometry: Geometry;
  properties: Record<string, unknown>;
}

export interface StructureOptions {
  /** Mends in place what can be mended without changing what is meant, and reports it (`info`). A plan's own folder is not mended. */
  mend: boolean;
  /** Asks geojson-validation too. */
  askLibrary: boolean;
}

export interface StructureCheck {
  /** Present when the feature can be used. */
  feature?: SoundFeature;
  /** Errors, warnings, and what was mended. */
  problems: readonly Diagnostic[];
  /** The first position that cannot be longitude and latitude, and how many there are. */
  offEarth?: OffEarth;
  offEarthCount: number;
}

/** Of one feature at most this many structural problems are listed; it is broken already after the first. */
const LISTED_OF_A_FEATURE = 10;
/** Up to so many features of a source all are shown to the library, of the others each hundredth. */
const ASKED_FEATURES = 1_000;
const ASKED_OF_THE_REST = 100;
/** Members that define something else than a feature, and than a geometry (RFC 7946, 7.1). */
const NOT_OF_A_FEATURE = ['coordinates', 'geometries', 'features'];
const NOT_OF_A_GEOMETRY = ['geometry', 'properties', 'features'];

/**
 * Whether the library is asked about a feature. Its rules are a part of ours (the tests hold them against each other), and it takes
 * many times as long as all our own reading: in a large source it sees a sample, and every feature our walk found something odd in.
 */
export function isLibraryAsked(index: number): boolean {
  return index < ASKED_FEATURES || index % ASKED_OF_THE_REST === 0;
}

/**
 * Checks that a value is a GeoJSON feature the core can work with. Our own walk goes first: it knows the pointer of each fault
 * and decides what the library passes (see `geojson_validation.ts`); the library then has its say on what we found sound.
 */
export function checkStructure(
  value: unknown,
  pointer: string,
  options: StructureOptions = { mend: false, askLibrary: true },
): StructureCheck {
  const walk = new StructureWalk(pointer, options.mend);
  const feature = walk.feature(value);
  const result: StructureCheck = { problems: walk.problems, offEarthCount: walk.offEarthCount };
  if (walk.offEarth) result.offEarth = walk.offEarth;
  if (!feature) return result;
  if (options.askLibrary || walk.problems.length > 0)
    for (const detail of checkWithLibrary(value)) walk.error('structure-invalid', '', { detail });
  if (!walk.isBroken) result.feature = feature;
  return result;
}

class StructureWalk {
  readonly problems: Diagnostic[] = [];
  isBroken = false;
  offEarth: OffEarth | undefined = undefined;
  offEarthCount = 0;
  readonly #pointer: string;
  readonly #mends: boolean;
  /** Indices from the coordinates down to what is looked at: pointers are only written when something is to be told. */
  readonly #path: number[] = [];
  #heights = 0;
  #repeats = 0;

  constructor(pointer: string, mends: boolean) {
    this.#pointer = pointer;
    this.#mends = mends;
  }

  error(code: string, place: string, data: Diagnostic['data'] = {}): void {
    this.isBroken = true;
    this.#add({ code, severity: 'error', pointer: this.#pointer + place, data });
  }

  #note(severity: 'info' | 'warning', code: string, place: string, data: Diagnostic['data'] = {}): void {
    this.#add({ code, severity, pointer: this.#pointer + place, data });
  }

  #add(problem: Diagnostic): void {
    if (this.problems.length < LISTED_OF_A_FEATURE) this.problems.push(problem);
  }

  get #isFull(): boolean {
    return this.problems.length >= LISTED_OF_A_FEATURE;
  }

  /** Where the walk is within the coordinates. */
  #place(index?: number): string {
    const path = index === undefined ? this.#path : [...this.#path, index];
    return `/geometry/coordinates${path.map((step) => `/${step}`).join('')}`;
  }

  feature(value: unknown): SoundFeature | undefined {
    if (!isRecord(value)) {
      this.error('feature-invalid', '', { found: excerptOf(value) });
      return undefined;
    }
    const type = own(value, 'type');
    if (type !== 'Feature') {
      this.error('feature-invalid', '/type', { found: excerptOf(type) });
      return undefined;
    }
    let id = own(value, 'id');
    if (id === null && this.#mends) {
      // GIS programs write null where they have no id.
      delete value.id;
      id = undefined;
    }
    if (id !== undefined && typeof id !== 'string' && typeof id !== 'number')
      this.error('id-invalid', '/id', { found: excerptOf(id) });
    const properties = own(value, 'properties');
    if (properties === undefined || (properties !== null && !isRecord(properties)))
      this.error('properties-invalid', '/properties', { found: excerptOf(properties) });
    this.#box(value, '');
    this.#misplaced(value, NOT_OF_A_FEATURE, '');
    const geometry = this.#geometry(own(value, 'geometry'));
    if (this.#heights > 0) this.#note('info', 'heights-dropped', '/geometry', { vertices: this.#heights });
    if (this.#repeats > 0) this.#note('info', 'vertices-repeated', '/geometry', { vertices: this.#repeats });
    if (this.isBroken || !geometry) return undefined;
    return { type, id, geometry, properties: isRecord(properties) ? properties : {} };
  }

  /** A bounding box says nothing the coordinates do not: a wrong one is left out. */
  #box(value: Record<string, unknown>, place: string): void {
    const box = own(value, 'bbox');
    if (box === undefined || isBoundingBox(box)) return;
    if (this.#mends) {
      delete value.bbox;
      this.#note('info', 'bbox-ignored', `${place}/bbox`, { found: excerptOf(box) });
    } else if (place === '') this.error('bbox-invalid', '/bbox', { found: excerptOf(box) });
  }

  /** What has no business here is not read; whoever wrote it may have meant something by it. */
  #misplaced(value: Record<string, unknown>, members: readonly string[], place: string): void {
    for (const member of members)
      if (member in value) this.#note('warning', 'member-misplaced', `${place}/${member}`, { member });
  }

  #geometry(value: unknown): Geometry | undefined {
    if (value === undefined || value === null) {
      this.error('geometry-missing', '/geometry');
      return undefined;
    }
    if (!isRecord(value)) {
      this.error('geometry-type-unknown', '/geometry', { found: excerptOf(value) });
      return undefined;
    }
    this.#box(value, '/geometry');
    this.#misplaced(value, NOT_OF_A_GEOMETRY, '/geometry');
    const type = own(value, 'type');
    const coordinates = own(value, 'coordinates');
    // The geometry is built anew: a `bbox` or a foreign member of it is nothing the plan keeps.
    switch (type) {
      case 'Point':
        return this.#position(coordinates) ? { type, coordinates } : undefined;
      case 'MultiPoint':
        return this.#positions(coordinates) ? { type, coordinates } : undefined;
      case 'LineString':
        return this.#line(coordinates) ? { type, coordinates } : undefined;
      case 'MultiLineString':
        return this.#each(coordinates, (line) => this.#line(line))
          ? { type, coordinates: coordinates as number[][][] }
          : undefined;
      case 'Polygon':
        return this.#rings(coordinates) ? { type, coordinates: coordinates as number[][][] } : undefined;
      case 'MultiPolygon':
        return this.#each(coordinates, (polygon) => this.#rings(polygon))
          ? { type, coordinates: coordinates as number[][][][] }
          : undefined;
      case 'GeometryCollection':
        this.error('geometry-collection', '/geometry/type');
        return undefined;
      default:
        this.error('geometry-type-unknown', '/geometry/type', { found: excerptOf(type) });
        return undefined;
    }
  }

  #rings(value: unknown): boolean {
    return this.#each(value, (ring) => this.#ring(ring));
  }

  /** A list with at least one member, each sound. */
  #each(value: unknown, isSound: (member: unknown) => boolean): value is unknown[] {
    if (!this.#list(value)) return false;
    let allSound = true;
    for (let index = 0; index < value.length && !this.#isFull; index += 1) {
      this.#path.push(index);
      if (!isSound(value[index])) allSound = false;
      this.#path.pop();
    }
    return allSound;
  }

  #list(value: unknown): value is unknown[] {
    if (!Array.isArray(value)) this.error('coordinates-invalid', this.#place(), { found: excerptOf(value) });
    else if (value.length === 0) this.error('coordinates-empty', this.#place());
    else return true;
    return false;
  }

  #positions(value: unknown): value is number[][] {
    if (!this.#list(value)) return false;
    let allSound = true;
    for (let index = 0; index < value.length; index += 1)
      if (!this.#position(value[index], index)) {
        allSound = false;
        if (this.#isFull) return false;
      }
    return allSound;
  }

  #line(value: unknown): value is number[][] {
    if (!this.#positions(value)) return false;
    if (value.length < LEAST_OF_LINE) {
      this.error('line-too-short', this.#place(), { count: value.length });
      return false;
    }
    if (this.#mends) this.#repeats += dropRepeats(value, LEAST_OF_LINE);
    return true;
  }

  #ring(value: unknown): value is number[][] {
    if (!this.#positions(value)) return false;
    const first = value[0] ?? [];
    const last = value[value.length - 1] ?? [];
    const isClosed = first.length === last.length && first.every((number, index) => number === last[index]);
    // An open ring of two points would close to a line there and back.
    if (value.length < (isClosed || !this.#mends ? LEAST_OF_RING : LEAST_OF_RING - 1)) {
      this.error('ring-too-short', this.#place(), { count: value.length });
      return false;
    }
    if (!isClosed) {
      const data = { first: excerptOf(first), last: excerptOf(last) };
      if (!this.#mends) {
        this.error('ring-not-closed', this.#place(), data);
        return false;
      }
      this.#note('info', 'ring-closed', this.#place(), data);
      value.push([...first]);
    }
    if (this.#mends) this.#repeats += dropRepeats(value, LEAST_OF_RING);
    return true;
  }

  #position(value: unknown, index?: number): value is number[] {
    if (!isPosition(value)) {
      this.error('position-invalid', this.#place(index), { found: excerptOf(value) });
      return false;
    }
    const x = value[0] as number;
    const y = value[1] as number;
    if (x > 180 || x < -180 || y > 90 || y < -90) {
      this.offEarth ??= { pointer: this.#pointer + this.#place(index), x, y };
      this.offEarthCount += 1;
    }
    if (value.length > 2 && this.#mends) {
      value.length = 2;
      this.#heights += 1;
    }
    return true;
  }
}

function own(value: Record<string, unknown>, name: string): unknown {
  return Object.hasOwn(value, name) ? value[name] : undefined;
}

function isPosition(value: unknown): value is number[] {
  if (!Array.isArray(value) || value.length < 2) return false;
  for (let index = 0; index < value.length; index += 1) if (!Number.isFinite(value[index])) return false;
  return true;
}

function isBoundingBox(value: unknown): boolean {
  return (
    Array.isArray(value) && (value.length === 4 || value.length === 6) && value.every((one) => Number.isFinite(one))
  );
}
