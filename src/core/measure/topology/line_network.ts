import type { EdgeCut } from './cut_list.ts';
import { findCuts } from './edge_cuts.ts';
import { EdgeGrid, type Segments } from './edge_grid.ts';
import { shareAlong, squaredDistanceToSegment } from './segment.ts';
import { weldVertices } from './weld_vertices.ts';

type Point = readonly [x: number, y: number];
/** A line, or the rings of an outline. */
export type NetworkLine = readonly (readonly Point[])[];

/** Edges between nodes, each with the line it is a piece of. No two have the same ends. */
export interface NetworkEdges {
  from: number[];
  to: number[];
  line: number[];
}

/** Lines cut into edges wherever they meet, so that edges come together at nodes only. */
export interface LineNetwork {
  edges: NetworkEdges;
  /** Where the nodes stand, in grid units from the network's south-west corner. */
  x: number[];
  y: number[];
  /** Where a node stands in the coordinates of the lines. */
  positionOf: (node: number) => [x: number, y: number];
  /** Ends of lines that meet nothing. */
  looseEnds: LooseEnd[];
  /** Ends that were brought to a line or an end nearby. */
  snappedCount: number;
}

/** Where a line ends in nothing. */
interface LooseEnd {
  node: number;
  line: number;
  /** To the nearest other line or end, in grid units, where there is one near. */
  gapUnits?: number;
}

export interface NetworkOptions {
  /** Grid units (0.1 mm) in one unit of the lines' coordinates. */
  unitsPerCoordinate: number;
  /** An end this near to another line or end, in grid units, is brought to it. */
  snapUnits: number;
  /** Up to this distance a gap between an end and the nearest line is told. */
  nearUnits: number;
}

/** So many pieces of lines are cut at their crossings; more are a hatching or a terrain. */
const MOST_EDGES = 400_000;
const MOST_CUTS = 200_000;

/**
 * The network lines draw on the plane: vertices within a millimetre are one node, lines are cut where they cross or touch, and ends
 * that fall a little short are brought to what they fell short of. Undefined where there are too many lines or crossings.
 */
export function drawNetwork(lines: readonly NetworkLine[], options: NetworkOptions): LineNetwork | undefined {
  if (lines.flat().reduce((sum, path) => sum + path.length, 0) > MOST_EDGES) return undefined;
  const builder = new NetworkBuilder(lines, options);
  if (!builder.cutAtCrossings()) return undefined;
  const snappedCount = builder.snapEnds();
  // What was moved may cross what it did not before.
  if (snappedCount > 0 && !builder.cutAtCrossings()) return undefined;
  return { ...builder.network(), snappedCount };
}

class NetworkBuilder {
  readonly #options: NetworkOptions;
  readonly #x: number[];
  readonly #y: number[];
  /** Coordinates of the vertices that nodes stand at; nodes made by cutting have none. */
  readonly #positions: (Point | undefined)[] = [];
  readonly #originX: number;
  readonly #originY: number;
  #edges: NetworkEdges = { from: [], to: [], line: [] };

  constructor(lines: readonly NetworkLine[], options: NetworkOptions) {
    this.#options = options;
    const vertices = lines.flat(2);
    let [originX, originY] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
    for (const [x, y] of vertices) {
      originX = Math.min(originX, x);
      originY = Math.min(originY, y);
    }
    this.#originX = originX;
    this.#originY = originY;
    const units = options.unitsPerCoordinate;
    const x = Float64Array.from(vertices, (vertex) => Math.round((vertex[0] - originX) * units));
    const y = Float64Array.from(vertices, (vertex) => Math.round((vertex[1] - originY) * units));
    const nodes = weldVertices(x, y, vertices.length);
    this.#x = [...nodes.x];
    this.#y = [...nodes.y];
    for (const [index, vertex] of vertices.entries()) {
      const node = nodes.node[index] as number;
      if (nodes.x[node] === x[index] && nodes.y[node] === y[index]) this.#positions[node] ??= vertex;
    }
    let at = 0;
    for (const [index, paths] of lines.entries())
      for (const { length } of paths) {
        for (let vertex = at + 1; vertex < at + length; vertex += 1) {
          this.#edges.from.push(nodes.node[vertex - 1] as number);
          this.#edges.to.push(nodes.node[vertex] as number);
          this.#edges.line.push(index);
        }
        at += length;
      }
    this.#edges = this.#split([]);
  }

  /** Cuts the edges where they meet; false where they do so too often. */
  cutAtCrossings(): boolean {
    const { from, to } = this.#edges;
    const work = findCuts(
      {
        segments: this.#segments(),
        from: Uint32Array.from(from),
        end: Uint32Array.from(to),
        // Each is one of its own: a line may well cross itself.
        feature: Uint32Array.from(from, (_, edge) => edge),
        nodeCount: this.#x.length,
      },
      { most: MOST_CUTS },
    );
    let step = work.next();
    while (!step.done) step = work.next();
    const { cuts, extraX, extraY, isWhole } = step.value;
    if (!isWhole) return false;
    for (const [index, x] of extraX.entries()) {
      this.#x.push(x);
      this.#y.push(extraY[index] as number);
    }
    this.#edges = this.#split([...cuts]);
    return true;
  }

  /** Brings loose ends to the node or edge nearest to them, and says how many. */
  snapEnds(): number {
    const { snapUnits } = this.#options;
    const search = new EndSearch(this.#segments(), this.#edges, this.#x.length, snapUnits);
    const cuts: EdgeCut[] = [];
    const becomes = new Map<number, number>();
    const rootOf = (node: number): number => {
      let root = node;
      for (let next = becomes.get(root); next !== undefined; next = becomes.get(root)) root = next;
      return root;
    };
    let count = 0;
    for (const end of search.looseEnds()) {
      // Two ends that met each other would both pass the corner beside them by.
      const target = search.nearestMeeting(end, snapUnits) ?? search.nearest(end, snapUnits);
      if (!target) continue;
      count += 1;
      if (target.node === undefined) {
        const share = target.share;
        const [a, b] = [this.#edges.from[target.edge] as number, this.#edges.to[target.edge] as number];
        const [ax = 0, ay = 0, bx = 0, by = 0] = [this.#x[a], this.#y[a], this.#x[b], this.#y[b]];
        this.#x[end] = Math.round(ax + share * (bx - ax));
        this.#y[end] = Math.round(ay + share * (by - ay));
        this.#positions[end] = undefined;
        cuts.push({ edge: target.edge, share, node: end });
      } else if (rootOf(end) !== rootOf(target.node)) becomes.set(rootOf(end), rootOf(target.node));
    }
    cuts.sort((one, other) => one.edge - other.edge || one.share - other.share || one.node - other.node);
    if (count > 0) this.#edges = this.#split(cuts, rootOf);
    return count;
  }

  network(): Omit<LineNetwork, 'snappedCount'> {
    const { unitsPerCoordinate, nearUnits } = this.#options;
    const search = new EndSearch(this.#segments(), this.#edges, this.#x.length, nearUnits);
    const told = new Set<number>();
    return {
      edges: this.#edges,
      x: this.#x,
      y: this.#y,
      positionOf: (node) => {
        const own = this.#positions[node];
        if (own) return [own[0], own[1]];
        const [x = 0, y = 0] = [this.#x[node], this.#y[node]];
        return [this.#originX + x / unitsPerCoordinate, this.#originY + y / unitsPerCoordinate];
      },
      looseEnds: search.looseEnds().map((node) => {
        const target = search.nearest(node, nearUnits);
        // Two ends that miss each other have one gap.
        if (target?.node !== undefined && told.has(target.node)) return { node, line: search.lineAt(node) };
        told.add(node);
        return { node, line: search.lineAt(node), ...(target && { gapUnits: target.distance }) };
      }),
    };
  }

  #segments(): Segments {
    const { from, to } = this.#edges;
    const at = (values: readonly number[], nodes: readonly number[]) =>
      Float64Array.from(nodes, (node) => values[node] as number);
    return {
      count: from.length,
      ax: at(this.#x, from),
      ay: at(this.#y, from),
      bx: at(this.#x, to),
      by: at(this.#y, to),
    };
  }

  /** The edges cut at these places, which are in order, once each. */
  #split(cuts: readonly EdgeCut[], rootOf = (node: number) => node): NetworkEdges {
    const edges: NetworkEdges = { from: [], to: [], line: [] };
    const known = new Set<number>();
    const give = (one: number, other: number, line: number) => {
      const [a, b] = [rootOf(one), rootOf(other)];
      const key = Math.min(a, b) * this.#x.length + Math.max(a, b);
      if (a === b || known.has(key)) return;
      known.add(key);
      edges.from.push(a);
      edges.to.push(b);
      edges.line.push(line);
    };
    let next = 0;
    for (const [edge, from] of this.#edges.from.entries()) {
      const line = this.#edges.line[edge] as number;
      let last = from;
      for (let cut = cuts[next]; cut?.edge === edge; next += 1, cut = cuts[next]) {
        give(last, cut.node, line);
        last = cut.node;
      }
      give(last, this.#edges.to[edge] as number, line);
    }
    return edges;
  }
}

/** What lies nearest to a loose end: a node, or a place on an edge. Distances in grid units. */
type Target = { distance: number } & ({ node: number } | { node?: undefined; edge: number; share: number });

/** What of a line lies within reach of its end. */
interface OwnLine {
  nodes: Set<number>;
  edges: Set<number>;
}

class EndSearch {
  readonly #segments: Segments;
  readonly #edges: NetworkEdges;
  readonly #grid: EdgeGrid;
  /** Edges at each node. */
  readonly #at: number[][];

  constructor(segments: Segments, edges: NetworkEdges, nodeCount: number, reach: number) {
    this.#segments = segments;
    this.#edges = edges;
    this.#grid = new EdgeGrid(segments, reach);
    this.#at = Array.from({ length: nodeCount }, () => []);
    for (const nodes of [edges.from, edges.to]) for (const [edge, node] of nodes.entries()) this.#at[node]?.push(edge);
  }

  looseEnds(): number[] {
    return this.#at.flatMap((edges, node) => (edges.length === 1 ? [node] : []));
  }

  lineAt(node: number): number {
    return this.#edges.line[this.#at[node]?.[0] ?? 0] ?? 0;
  }

  /**
   * What lies within reach of a loose end, beside its own line: the nearest node, else the nearest edge. Undefined too where the end
   * sticks out of a line by less than the reach: it did not fall short.
   */
  nearest(end: number, reach: number): Target | undefined {
    const own = this.#ownWithin(end, reach);
    if (!own) return undefined;
    const [x, y] = this.#placeOf(end);
    const { ax, ay, bx, by } = this.#segments;
    const node = this.#nearestNode(end, reach, own, 1);
    let place: { edge: number; share: number; distance: number } | undefined;
    for (const edge of this.#grid.near(x, y)) {
      if (own.edges.has(edge)) continue;
      const [px, py, qx, qy] = [ax[edge] as number, ay[edge] as number, bx[edge] as number, by[edge] as number];
      const distance = Math.sqrt(squaredDistanceToSegment(x, y, px, py, qx, qy));
      if (distance <= reach && !(place && place.distance <= distance))
        place = { edge, share: shareAlong(x, y, px, py, qx, qy), distance };
    }
    return node ?? place;
  }

  /** The nearest node within reach of a loose end, beside its own line, that is no loose end itself. */
  nearestMeeting(end: number, reach: number): Target | undefined {
    const own = this.#ownWithin(end, reach);
    return own && this.#nearestNode(end, reach, own, 2);
  }

  #nearestNode(
    end: number,
    reach: number,
    own: OwnLine,
    leastEdges: number,
  ): { node: number; distance: number } | undefined {
    const [x, y] = this.#placeOf(end);
    let nearest: { node: number; distance: number } | undefined;
    for (const edge of this.#grid.near(x, y)) {
      if (own.edges.has(edge)) continue;
      for (const node of [this.#edges.from[edge] as number, this.#edges.to[edge] as number]) {
        if (own.nodes.has(node) || (this.#at[node]?.length ?? 0) < leastEdges) continue;
        const [nodeX, nodeY] = this.#placeOf(node);
        const distance = Math.hypot(nodeX - x, nodeY - y);
        if (distance <= reach && !(nearest && nearest.distance <= distance)) nearest = { node, distance };
      }
    }
    return nearest;
  }

  #placeOf(node: number): [x: number, y: number] {
    const edge = this.#at[node]?.[0] ?? 0;
    const { ax, ay, bx, by } = this.#segments;
    return this.#edges.from[edge] === node
      ? [ax[edge] as number, ay[edge] as number]
      : [bx[edge] as number, by[edge] as number];
  }

  /** The end's own line as far as the reach along it; undefined where another line joins it there, or where it is no longer. */
  #ownWithin(end: number, reach: number): OwnLine | undefined {
    const own: OwnLine = { nodes: new Set([end]), edges: new Set<number>() };
    let node = end;
    let length = 0;
    for (;;) {
      const edge = this.#at[node]?.find((one) => !own.edges.has(one));
      if (edge === undefined) return undefined;
      own.edges.add(edge);
      const next = (this.#edges.from[edge] === node ? this.#edges.to[edge] : this.#edges.from[edge]) as number;
      const [x, y] = this.#placeOf(node);
      const [nextX, nextY] = this.#placeOf(next);
      length += Math.hypot(nextX - x, nextY - y);
      if (length > reach) return own;
      if (this.#at[next]?.length !== 2) return undefined;
      own.nodes.add(next);
      node = next;
    }
  }
}
