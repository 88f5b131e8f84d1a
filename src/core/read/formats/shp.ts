import type { Geometry } from '../../plan/types.ts';

type Ring = number[][];

const HEADER_BYTES = 100;
const RECORD_HEADER_BYTES = 8;

/** Where the records of a `.shp` begin, one behind the other; `isCut` when the file ends before its header says. */
export function recordStarts(bytes: Uint8Array): { starts: number[]; isCut: boolean } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const starts: number[] = [];
  if (bytes.length < HEADER_BYTES) return { starts, isCut: true };
  const stated = view.getInt32(24, false) * 2;
  let at = HEADER_BYTES;
  while (at + RECORD_HEADER_BYTES + 4 <= bytes.length) {
    const length = view.getInt32(at + 4, false) * 2;
    if (length < 4 || at + RECORD_HEADER_BYTES + length > bytes.length) break;
    starts.push(at);
    at += RECORD_HEADER_BYTES + length;
  }
  return { starts, isCut: at < stated };
}

/** Why a record has no shape: a code of the messages. */
export type ShapeFaultCode = typeof UNREADABLE | 'shape-multipatch';

/**
 * Reads the shapes of the records that begin at `starts`; null for an empty one, a code for one that cannot be read. Heights and
 * measures are left out (ESRI Shapefile Technical Description, 1998: type numbers, part tables, clockwise outer rings).
 */
export function readShapes(bytes: Uint8Array, starts: readonly number[]): (Geometry | null | ShapeFaultCode)[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return starts.map((at) => {
    const length = view.getInt32(at + 4, false) * 2;
    return readShape(new DataView(bytes.buffer, bytes.byteOffset + at + RECORD_HEADER_BYTES, length));
  });
}

const UNREADABLE = 'shape-unreadable';
const MULTI_PATCH = 31;

/** A shape, or the code of what is wrong with it. */
function readShape(view: DataView): Geometry | null | ShapeFaultCode {
  const position = (at: number): number[] => [view.getFloat64(at, true), view.getFloat64(at + 8, true)];
  const has = (size: number) => view.byteLength >= size;
  const type = view.getInt32(0, true);
  if (type === MULTI_PATCH) return 'shape-multipatch';
  // 1 to 8 in the plane, 11 to 18 with heights, 21 to 28 with measures.
  if (type < 0 || type > 28) return UNREADABLE;
  switch (type % 10) {
    case 0:
      return type === 0 ? null : UNREADABLE;
    case 1:
      return has(20) ? { type: 'Point', coordinates: position(4) } : UNREADABLE;
    case 8: {
      const count = has(40) ? view.getInt32(36, true) : -1;
      if (count < 0 || !has(40 + count * 16)) return UNREADABLE;
      return { type: 'MultiPoint', coordinates: Array.from({ length: count }, (_, k) => position(40 + k * 16)) };
    }
    case 3:
    case 5: {
      const parts = partsOf(view, has, position);
      if (!parts) return UNREADABLE;
      if (parts.length === 0) return null;
      if (type % 10 === 5) return polygonOf(parts);
      const [only] = parts;
      return parts.length === 1 && only
        ? { type: 'LineString', coordinates: only }
        : { type: 'MultiLineString', coordinates: parts };
    }
    default:
      return UNREADABLE;
  }
}

function partsOf(
  view: DataView,
  has: (size: number) => boolean,
  position: (at: number) => number[],
): Ring[] | undefined {
  if (!has(44)) return undefined;
  const partCount = view.getInt32(36, true);
  const pointCount = view.getInt32(40, true);
  if (partCount < 0 || pointCount < 0 || !has(44 + partCount * 4 + pointCount * 16)) return undefined;
  const parts: Ring[] = [];
  for (let part = 0; part < partCount; part += 1) {
    const from = view.getInt32(44 + part * 4, true);
    const to = part + 1 < partCount ? view.getInt32(48 + part * 4, true) : pointCount;
    if (from < 0 || to > pointCount || from > to) return undefined;
    const ring: Ring = [];
    for (let point = from; point < to; point += 1) ring.push(position(44 + partCount * 4 + point * 16));
    parts.push(ring);
  }
  return parts;
}

/** Outer rings run clockwise; each hole belongs to the smallest outer ring that holds its first point. */
function polygonOf(rings: readonly Ring[]): Geometry {
  const outer = rings.filter((ring) => signedArea(ring) <= 0).map((ring) => ({ ring, holes: [] as Ring[] }));
  for (const hole of rings.filter((ring) => signedArea(ring) > 0)) {
    const owner = outer
      .filter(({ ring }) => holds(ring, hole[0] ?? []))
      .sort((a, b) => Math.abs(signedArea(a.ring)) - Math.abs(signedArea(b.ring)))[0];
    // A ring that runs the wrong way round and lies in no other is an outline all the same.
    if (owner) owner.holes.push(hole);
    else outer.push({ ring: hole, holes: [] });
  }
  const polygons = outer.map(({ ring, holes }) => [[...ring].reverse(), ...holes.map((hole) => [...hole].reverse())]);
  const [only] = polygons;
  return polygons.length === 1 && only
    ? { type: 'Polygon', coordinates: only }
    : { type: 'MultiPolygon', coordinates: polygons };
}

/** Positive when the ring runs counter-clockwise. Measured from its first point, for eastings are large numbers. */
function signedArea(ring: Ring): number {
  const [x0 = 0, y0 = 0] = ring[0] ?? [];
  let sum = 0;
  for (let k = 0; k + 1 < ring.length; k += 1) {
    const [x1 = 0, y1 = 0] = ring[k] ?? [];
    const [x2 = 0, y2 = 0] = ring[k + 1] ?? [];
    sum += (x1 - x0) * (y2 - y0) - (x2 - x0) * (y1 - y0);
  }
  return sum / 2;
}

function holds(ring: Ring, [x = 0, y = 0]: readonly number[]): boolean {
  let inside = false;
  for (let k = 0; k + 1 < ring.length; k += 1) {
    const [x1 = 0, y1 = 0] = ring[k] ?? [];
    const [x2 = 0, y2 = 0] = ring[k + 1] ?? [];
    if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside;
  }
  return inside;
}
