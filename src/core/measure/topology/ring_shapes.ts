import { UNITS_PER_METRE } from './grid.ts';
import { type PlaneLayer, ringAreaSquareUnits, verticesOf } from './plane_layer.ts';

/** A vertex at which a ring turns back on itself. */
export interface Spike {
  feature: number;
  x: number;
  y: number;
  angleDegrees: number;
}

/** A needle shorter than this is the noise of a drawing, whose angles mean nothing. */
const LEAST_LEG_UNITS = 0.05 * UNITS_PER_METRE;

/** Vertices whose two edges enclose less than an angle. */
export function findSpikes(layer: PlaneLayer, angleDegrees: number): Spike[] {
  const { x, y, next, featureCount } = layer;
  const tangent = Math.tan((angleDegrees * Math.PI) / 180);
  const found: Spike[] = [];
  for (let feature = 0; feature < featureCount; feature += 1) {
    const [from, to] = verticesOf(layer, feature);
    for (let before = from; before < to; before += 1) {
      const vertex = next[before] as number;
      const after = next[vertex] as number;
      const ux = (x[before] as number) - (x[vertex] as number);
      const uy = (y[before] as number) - (y[vertex] as number);
      const vx = (x[after] as number) - (x[vertex] as number);
      const vy = (y[after] as number) - (y[vertex] as number);
      const dot = ux * vx + uy * vy;
      const cross = Math.abs(ux * vy - uy * vx);
      if (dot <= 0 || cross >= tangent * dot) continue;
      const shorter = Math.min(ux * ux + uy * uy, vx * vx + vy * vy);
      if (shorter < LEAST_LEG_UNITS * LEAST_LEG_UNITS) continue;
      found.push({
        feature,
        x: x[vertex] as number,
        y: y[vertex] as number,
        angleDegrees: (Math.atan2(cross, dot) * 180) / Math.PI,
      });
    }
  }
  return found;
}

/** Mean width of a feature in grid units: twice its area by its outline, which for a long strip is how wide it is. */
export function meanWidthUnits(layer: PlaneLayer, feature: number): number {
  const { x, y, next, ringStart, featureRing } = layer;
  const [from, to] = verticesOf(layer, feature);
  let outline = 0;
  for (let vertex = from; vertex < to; vertex += 1) {
    const dx = (x[next[vertex] as number] as number) - (x[vertex] as number);
    const dy = (y[next[vertex] as number] as number) - (y[vertex] as number);
    outline += Math.sqrt(dx * dx + dy * dy);
  }
  let area = 0;
  const lastRing = featureRing[feature + 1] as number;
  for (let ring = featureRing[feature] as number; ring < lastRing; ring += 1)
    area += ringAreaSquareUnits(x, y, ringStart[ring] as number, ringStart[ring + 1] as number);
  return outline > 0 ? (2 * area) / outline : 0;
}

/** Features that are the same shape, vertex for vertex, wherever their rings begin: the places of each set, ascending. */
export function findSameShapes(layer: PlaneLayer): number[][] {
  const { featureCount } = layer;
  let size = 16;
  while (size < 2 * featureCount) size *= 2;
  // A table by hash: the last feature of each of its places, and the one before it there, plus one.
  const last = new Uint32Array(size);
  const before = new Uint32Array(featureCount);
  const hashes = new Int32Array(featureCount);
  const candidates = new Map<number, Set<number>>();
  for (let feature = 0; feature < featureCount; feature += 1) {
    const hash = shapeHash(layer, feature);
    if (hash === undefined) continue;
    const slot = hash & (size - 1);
    hashes[feature] = hash;
    for (let other = last[slot] as number; other !== 0; other = before[other - 1] as number) {
      if (hashes[other - 1] !== hash) continue;
      const same = candidates.get(hash) ?? new Set();
      candidates.set(hash, same.add(other - 1).add(feature));
      break;
    }
    before[feature] = last[slot] as number;
    last[slot] = feature + 1;
  }
  return [...candidates.values()].flatMap((features) => {
    const bySet = new Map<string, number[]>();
    for (const feature of features) {
      const key = edgeSetOf(layer, feature);
      const known = bySet.get(key);
      if (known) known.push(feature);
      else bySet.set(key, [feature]);
    }
    return [...bySet.values()].filter((same) => same.length > 1);
  });
}

/** The same for the same edges in any order; undefined for a feature without any. */
function shapeHash(layer: PlaneLayer, feature: number): number | undefined {
  const { node, next } = layer;
  const [from, to] = verticesOf(layer, feature);
  if (from === to) return undefined;
  let hash = to - from;
  for (let vertex = from; vertex < to; vertex += 1) {
    const edge =
      Math.imul(node[vertex] as number, 0x9e3779b1) ^ Math.imul(node[next[vertex] as number] as number, 0x85ebca6b);
    hash = (hash + Math.imul(edge ^ (edge >>> 15), 0xc2b2ae35)) | 0;
  }
  return hash;
}

function edgeSetOf(layer: PlaneLayer, feature: number): string {
  const [from, to] = verticesOf(layer, feature);
  const edges: string[] = [];
  for (let vertex = from; vertex < to; vertex += 1)
    edges.push(`${layer.node[vertex]}>${layer.node[layer.next[vertex] as number]}`);
  return edges.sort().join(' ');
}
