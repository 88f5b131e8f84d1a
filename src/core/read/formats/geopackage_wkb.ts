type Position = number[];

/** A GeoJSON geometry as the file has it; the structure check judges it later. */
export type WkbShape =
  | { type: string; coordinates: unknown[] }
  | { type: 'GeometryCollection'; geometries: WkbShape[] };

/** Deeper collections than this are broken or hostile. */
const DEEPEST_COLLECTION = 16;

/** Why a shape could not be read: a word for the message and what stood there. */
export class ShapeFault extends Error {
  readonly kind: 'damaged' | 'curve';
  constructor(kind: 'damaged' | 'curve', found: string) {
    super(found);
    this.kind = kind;
  }
}

/**
 * The shape in a GeoPackage's geometry column: well-known binary behind the `GP` header. null for an empty one. Heights are kept,
 * measures (M) are dropped.
 * @throws {ShapeFault} when the bytes are damaged or hold a curve, which GeoJSON cannot.
 */
export function readGeopackageShape(bytes: Uint8Array): WkbShape | null {
  if (bytes.length < 8 || bytes[0] !== 0x47 || bytes[1] !== 0x50)
    throw new ShapeFault('damaged', `${bytes.length} B, no GP header`);
  const flags = bytes[3] ?? 0;
  if (flags & 0x20) throw new ShapeFault('curve', 'extended geometry');
  const envelope = [0, 32, 48, 48, 64][(flags >> 1) & 7];
  if (envelope === undefined) throw new ShapeFault('damaged', `flags ${flags}`);
  if (flags & 0x10) return null;
  return readWkb(bytes.subarray(8 + envelope));
}

/** @throws {ShapeFault} */
function readWkb(bytes: Uint8Array): WkbShape | null {
  const reader = new WkbReader(bytes);
  try {
    return reader.geometry(0);
  } catch (error) {
    // DataView refuses to read beyond the end.
    throw error instanceof RangeError ? new ShapeFault('damaged', `ends after ${bytes.length} B`) : error;
  }
}

class WkbReader {
  readonly #view: DataView;
  #at = 0;
  #littleEndian = true;

  constructor(bytes: Uint8Array) {
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  geometry(depth: number): WkbShape | null {
    if (depth > DEEPEST_COLLECTION) throw new ShapeFault('damaged', `nested ${depth}`);
    this.#littleEndian = this.#view.getUint8(this.#at) === 1;
    this.#at += 1;
    const code = this.#uint32();
    // ISO adds 1000 for Z, 2000 for M, 3000 for both; EWKB sets the highest bits.
    const base = code & 0x0fffffff;
    const thousands = Math.floor(base / 1000);
    const hasZ = (code & 0x80000000) !== 0 || thousands === 1 || thousands === 3;
    const hasM = (code & 0x40000000) !== 0 || thousands === 2 || thousands === 3;
    if ((code & 0x20000000) !== 0) this.#at += 4;
    const numbers = 2 + Number(hasZ) + Number(hasM);
    const position = () => this.#position(hasZ, numbers);
    const line = () => this.#many(numbers * 8, position);
    const polygon = () => this.#many(4, line);
    switch (base % 1000) {
      case 1: {
        const coordinates = position();
        return coordinates.some(Number.isNaN) ? null : { type: 'Point', coordinates };
      }
      case 2:
        return filled({ type: 'LineString', coordinates: line() });
      case 3:
        return filled({ type: 'Polygon', coordinates: polygon() });
      case 4:
        return filled({ type: 'MultiPoint', coordinates: this.#parts('Point', depth) });
      case 5:
        return filled({ type: 'MultiLineString', coordinates: this.#parts('LineString', depth) });
      case 6:
        return filled({ type: 'MultiPolygon', coordinates: this.#parts('Polygon', depth) });
      case 7: {
        const geometries = this.#many(5, () => this.geometry(depth + 1)).filter((one) => one !== null);
        return geometries.length === 0 ? null : { type: 'GeometryCollection', geometries };
      }
      default: {
        const kind = base % 1000;
        throw new ShapeFault(kind >= 8 && kind <= 17 ? 'curve' : 'damaged', `WKB ${code}`);
      }
    }
  }

  #uint32(): number {
    const value = this.#view.getUint32(this.#at, this.#littleEndian);
    this.#at += 4;
    return value;
  }

  #position(hasZ: boolean, numbers: number): Position {
    const at = this.#at;
    this.#at += numbers * 8;
    const read = (index: number) => this.#view.getFloat64(at + index * 8, this.#littleEndian);
    return hasZ ? [read(0), read(1), read(2)] : [read(0), read(1)];
  }

  /** As many as the next number says, which is not believed beyond what the bytes can hold. */
  #many<T>(leastBytes: number, read: () => T): T[] {
    const littleEndian = this.#littleEndian;
    const count = this.#uint32();
    if (count * leastBytes > this.#view.byteLength - this.#at) throw new ShapeFault('damaged', `count ${count}`);
    const items: T[] = [];
    for (let index = 0; index < count; index += 1) {
      items.push(read());
      this.#littleEndian = littleEndian;
    }
    return items;
  }

  #parts(kind: string, depth: number): unknown[][] {
    const parts: unknown[][] = [];
    for (const part of this.#many(5, () => this.geometry(depth + 1))) {
      if (part === null) continue;
      if (part.type !== kind || !('coordinates' in part))
        throw new ShapeFault('damaged', `${part.type} in Multi${kind}`);
      parts.push(part.coordinates);
    }
    return parts;
  }
}

function filled(geometry: { type: string; coordinates: unknown[] }): WkbShape | null {
  return geometry.coordinates.length === 0 ? null : geometry;
}
