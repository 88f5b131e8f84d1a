import type { Areal } from '../../plan/types.ts';
import type { Projection } from '../gauss_kruger.ts';
import { ArrayBlock } from './array_block.ts';
import { UNITS_PER_METRE } from './grid.ts';
import { Spots } from './weld_vertices.ts';

/**
 * The rings of a layer's features on the measuring plane, as flat arrays. Coordinates are whole grid units; vertices that stand
 * within the weld distance are the same node; no ring repeats its first vertex or has two equal ones in a row; outer rings go
 * counter-clockwise and holes clockwise whatever they were. Edge `i` goes from vertex `i` to vertex `next[i]`.
 */
export interface PlaneLayer {
  projection: Projection;
  featureCount: number;
  vertexCount: number;
  /** Per vertex. */
  x: Float64Array;
  y: Float64Array;
  node: Uint32Array;
  next: Uint32Array;
  nodeCount: number;
  nodeX: Float64Array;
  nodeY: Float64Array;
  /** First vertex of each ring, and the vertex count. */
  ringStart: Uint32Array;
  /** Which polygon of its feature a ring belongs to. */
  ringPart: Uint32Array;
  ringIsHole: Uint8Array;
  /** First ring of each feature, and the ring count. */
  featureRing: Uint32Array;
  /** West, south, east, north of each feature. A feature without a ring has Infinity before −Infinity. */
  boxes: Float64Array;
  /** Vertices that stood where the one before them stands: feature and node in turn. */
  repeated: number[];
  /** Rings of fewer than three different vertices, which are left out: feature and node in turn. */
  collapsed: number[];
}

/** The part of a layer that sums over edges need. */
export type EdgedLayer = Pick<PlaneLayer, 'x' | 'y' | 'next' | 'ringStart' | 'featureRing' | 'boxes'>;

/** Brings the shapes of a layer onto a plane. Coordinates that are no numbers are left out. */
export function createPlaneLayer(shapes: readonly Areal[], projection: Projection): PlaneLayer {
  const { most, rings } = sizesOf(shapes);
  // There are at most as many nodes as vertices. Room that is never written to is never taken, and asked for later it would cost more:
  // see `ArrayBlock`. What is read of the rings is written over with what is kept of them.
  const block = new ArrayBlock(8 * most, 8 * most, 4 * most, 4 * most, 8 * most, 8 * most, 32 * shapes.length);
  const layer: PlaneLayer = {
    projection,
    featureCount: shapes.length,
    vertexCount: 0,
    x: block.float64(most),
    y: block.float64(most),
    node: block.uint32(most),
    next: block.uint32(most),
    nodeCount: 0,
    nodeX: block.float64(most),
    nodeY: block.float64(most),
    ringStart: new Uint32Array(rings + 1),
    ringPart: new Uint32Array(rings),
    ringIsHole: new Uint8Array(rings),
    featureRing: new Uint32Array(shapes.length + 1),
    boxes: block.float64(4 * shapes.length),
    repeated: [],
    collapsed: [],
  };
  const spots = new Spots(layer.x, layer.y, layer.node);
  readRings(shapes, layer);
  for (let vertex = 0; vertex < layer.vertexCount; vertex += 1) spots.add(vertex);
  layer.nodeCount = spots.number(layer.vertexCount, layer.nodeX, layer.nodeY);
  layer.nodeX = layer.nodeX.subarray(0, layer.nodeCount);
  layer.nodeY = layer.nodeY.subarray(0, layer.nodeCount);
  keepRings(layer);
  return layer;
}

/** How many vertices and rings there may be. */
function sizesOf(shapes: readonly Areal[]): { most: number; rings: number } {
  let most = 0;
  let rings = 0;
  for (const shape of shapes)
    for (const polygon of polygonsOf(shape))
      for (const ring of polygon) {
        most += ring.length;
        rings += 1;
      }
  return { most, rings };
}

/** Leaves out of the rings that were read what bounds nothing. */
function keepRings(layer: PlaneLayer): void {
  const { featureCount, featureRing, ringStart, ringPart, ringIsHole } = layer;
  layer.vertexCount = 0;
  let kept = 0;
  let ring = 0;
  let from = 0;
  for (let feature = 0; feature < featureCount; feature += 1) {
    const lastRing = featureRing[feature + 1] as number;
    for (; ring < lastRing; ring += 1) {
      const to = ringStart[ring + 1] as number;
      const isHole = ringIsHole[ring] === 1;
      if (addRing(layer, from, to, feature, isHole)) {
        ringPart[kept] = ringPart[ring] as number;
        ringIsHole[kept] = isHole ? 1 : 0;
        kept += 1;
        ringStart[kept] = layer.vertexCount;
      }
      from = to;
    }
    featureRing[feature + 1] = kept;
    setBox(layer, feature);
  }
  layer.ringStart = ringStart.subarray(0, kept + 1);
}

/** Keeps the vertices of a ring that differ from the one before; false where they are too few to bound anything. */
function addRing(layer: PlaneLayer, from: number, to: number, feature: number, isHole: boolean): boolean {
  const { node, x, y } = layer;
  const start = layer.vertexCount;
  const first = node[from] as number;
  let end = start;
  for (let vertex = from; vertex < to; vertex += 1) {
    const number = node[vertex] as number;
    if (end > start && node[end - 1] === number) {
      layer.repeated.push(feature, number);
      continue;
    }
    node[end] = number;
    end += 1;
  }
  while (end - start > 1 && node[end - 1] === node[start]) {
    layer.repeated.push(feature, node[start] as number);
    end -= 1;
  }
  if (end - start < 3) {
    if (to > from) layer.collapsed.push(feature, first);
    return false;
  }
  for (let vertex = start; vertex < end; vertex += 1) {
    x[vertex] = layer.nodeX[node[vertex] as number] as number;
    y[vertex] = layer.nodeY[node[vertex] as number] as number;
  }
  if (ringAreaSquareUnits(x, y, start, end) < 0 !== isHole) {
    x.subarray(start, end).reverse();
    y.subarray(start, end).reverse();
    node.subarray(start, end).reverse();
  }
  for (let vertex = start; vertex < end; vertex += 1) {
    layer.next[vertex] = vertex + 1 === end ? start : vertex + 1;
  }
  layer.vertexCount = end;
  return true;
}

function setBox(layer: EdgedLayer, feature: number): void {
  let minX = Number.POSITIVE_INFINITY;
  let minY = Number.POSITIVE_INFINITY;
  let maxX = Number.NEGATIVE_INFINITY;
  let maxY = Number.NEGATIVE_INFINITY;
  const [from, to] = verticesOf(layer, feature);
  for (let vertex = from; vertex < to; vertex += 1) {
    const x = layer.x[vertex] as number;
    const y = layer.y[vertex] as number;
    if (x < minX) minX = x;
    if (x > maxX) maxX = x;
    if (y < minY) minY = y;
    if (y > maxY) maxY = y;
  }
  layer.boxes[4 * feature] = minX;
  layer.boxes[4 * feature + 1] = minY;
  layer.boxes[4 * feature + 2] = maxX;
  layer.boxes[4 * feature + 3] = maxY;
}

/** First vertex of a feature, and the one after its last. */
export function verticesOf(layer: EdgedLayer, feature: number): [from: number, to: number] {
  return [
    layer.ringStart[layer.featureRing[feature] as number] as number,
    layer.ringStart[layer.featureRing[feature + 1] as number] as number,
  ];
}

/** Whether a feature has a vertex at a node. */
export function hasNode(layer: PlaneLayer, feature: number, node: number): boolean {
  const [from, to] = verticesOf(layer, feature);
  for (let vertex = from; vertex < to; vertex += 1) if (layer.node[vertex] === node) return true;
  return false;
}

/** Signed area of the ring between two vertices in square grid units, counter-clockwise positive; about its first vertex. */
export function ringAreaSquareUnits(x: Float64Array, y: Float64Array, from: number, to: number): number {
  const originX = x[from] as number;
  const originY = y[from] as number;
  let twice = 0;
  for (let vertex = from + 1; vertex + 1 < to; vertex += 1) {
    const ax = (x[vertex] as number) - originX;
    const ay = (y[vertex] as number) - originY;
    const bx = (x[vertex + 1] as number) - originX;
    const by = (y[vertex + 1] as number) - originY;
    twice += ax * by - bx * ay;
  }
  return twice / 2;
}

/** Area of a feature on the plane in square grid units, holes subtracted. Its rings must be simple. */
export function featureAreaSquareUnits(layer: EdgedLayer, feature: number): number {
  let area = 0;
  const lastRing = layer.featureRing[feature + 1] as number;
  for (let ring = layer.featureRing[feature] as number; ring < lastRing; ring += 1)
    area += ringAreaSquareUnits(layer.x, layer.y, layer.ringStart[ring] as number, layer.ringStart[ring + 1] as number);
  return area;
}

/**
 * A layer of features whose rings are given on the grid (x and y in turn; outer rings counter-clockwise, holes clockwise), for sums
 * over their edges.
 */
export function createEdgedLayer(features: readonly (readonly (readonly number[])[])[]): EdgedLayer {
  const rings = features.flat();
  const vertexCount = rings.reduce((sum, ring) => sum + ring.length / 2, 0);
  const layer: EdgedLayer = {
    x: new Float64Array(vertexCount),
    y: new Float64Array(vertexCount),
    next: new Uint32Array(vertexCount),
    ringStart: new Uint32Array(rings.length + 1),
    featureRing: new Uint32Array(features.length + 1),
    boxes: new Float64Array(4 * features.length),
  };
  let vertex = 0;
  let ringNumber = 0;
  for (const [feature, ofFeature] of features.entries()) {
    for (const ring of ofFeature) {
      const start = vertex;
      for (let index = 0; index < ring.length; index += 2) {
        layer.x[vertex] = ring[index] as number;
        layer.y[vertex] = ring[index + 1] as number;
        layer.next[vertex] = index + 2 < ring.length ? vertex + 1 : start;
        vertex += 1;
      }
      ringNumber += 1;
      layer.ringStart[ringNumber] = vertex;
    }
    layer.featureRing[feature + 1] = ringNumber;
    setBox(layer, feature);
  }
  return layer;
}

/** A place of the plane, in grid units, in degrees. */
export function toDegrees(layer: PlaneLayer, x: number, y: number): [longitude: number, latitude: number] {
  return layer.projection.inverse([x / UNITS_PER_METRE, y / UNITS_PER_METRE]);
}

/** Writes the rings of the shapes into a layer as they are. */
function readRings(shapes: readonly Areal[], layer: PlaneLayer): void {
  const { projection, x, y } = layer;
  let vertex = 0;
  let ringNumber = 0;
  for (const [feature, shape] of shapes.entries()) {
    for (const [part, rings] of polygonsOf(shape).entries()) {
      for (const [place, ring] of rings.entries()) {
        const first = ring[0];
        const last = ring.at(-1);
        const isClosed = ring.length > 1 && first?.[0] === last?.[0] && first?.[1] === last?.[1];
        const end = isClosed ? ring.length - 1 : ring.length;
        for (let index = 0; index < end; index += 1) {
          const [easting, northing] = projection.forward(ring[index] ?? []);
          if (!Number.isFinite(easting) || !Number.isFinite(northing)) continue;
          x[vertex] = Math.round(easting * UNITS_PER_METRE);
          y[vertex] = Math.round(northing * UNITS_PER_METRE);
          vertex += 1;
        }
        layer.ringPart[ringNumber] = part;
        layer.ringIsHole[ringNumber] = place > 0 ? 1 : 0;
        ringNumber += 1;
        layer.ringStart[ringNumber] = vertex;
      }
    }
    layer.featureRing[feature + 1] = ringNumber;
  }
  layer.vertexCount = vertex;
}

function polygonsOf(shape: Areal) {
  return shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates;
}
