import { createBoxIndex } from '../box_index.ts';
import type { Box } from '../plane.ts';
import {
  drawNetwork,
  type LineNetwork,
  type NetworkEdges,
  type NetworkLine,
  type NetworkOptions,
} from './line_network.ts';

type Point = [x: number, y: number];

/** Ground that lines enclose. */
export interface LineFace {
  /** Its outline, counter-clockwise, and the holes in it, clockwise; each ends where it begins. */
  rings: Point[][];
  /** The lines around it, ascending. */
  lines: number[];
  areaSquareUnits: number;
  /** Twice its area over the length of its outline, in grid units: how wide a long face is. */
  widthUnits: number;
}

export interface LineFaces {
  faces: LineFace[];
  looseEnds: { point: Point; line: number; gapUnits?: number }[];
  /** Ends that were brought to a line or an end nearby. */
  snappedCount: number;
}

/**
 * The faces of the plane that lines enclose, each bounded by pieces of one or more of them, with what lies in a face like an island
 * cut out of it. Lines that end in nothing, and those that only join one enclosure to another, bound nothing. Undefined where there
 * are too many lines or crossings. Coordinates of a hundred thousand kilometres and less are told apart; the caller leaves out others.
 */
export function findLineFaces(lines: readonly NetworkLine[], options: NetworkOptions): LineFaces | undefined {
  const network = drawNetwork(lines, options);
  if (!network) return undefined;
  const looseEnds = network.looseEnds.map(({ node, ...end }) => ({ point: network.positionOf(node), ...end }));
  return { faces: new FaceTracer(network).faces(), looseEnds, snappedCount: network.snappedCount };
}

/** A closed way along edges, none of its nodes twice, with twice its signed area. */
interface Loop {
  /** Edges in the direction they are walked: twice the edge's number, plus one where it is walked from its end to its beginning. */
  steps: number[];
  twiceArea: number;
}

class FaceTracer {
  readonly #network: LineNetwork;
  readonly #edges: NetworkEdges;
  /** Steps that leave a node, counter-clockwise. */
  readonly #leaving: number[][];
  readonly #isGone: Uint8Array;

  constructor(network: LineNetwork) {
    this.#network = network;
    this.#edges = network.edges;
    this.#leaving = Array.from(network.x, () => []);
    this.#isGone = new Uint8Array(network.edges.from.length);
    for (const [edge, from] of this.#edges.from.entries()) {
      this.#leaving[from]?.push(2 * edge);
      this.#leaving[this.#edges.to[edge] as number]?.push(2 * edge + 1);
    }
    for (const steps of this.#leaving) steps.sort((one, other) => this.#angleOf(one) - this.#angleOf(other));
  }

  faces(): LineFace[] {
    this.#prune();
    const { walkOf } = this.#walks();
    // The same ground on both sides: the edge only joins two enclosures.
    for (const edge of this.#edges.from.keys())
      if (this.#isGone[edge] === 0 && walkOf[2 * edge] === walkOf[2 * edge + 1]) this.#remove(edge);
    const faces: { outer: Loop; holes: Loop[] }[] = [];
    const outlines: Loop[] = [];
    for (const walk of this.#walks().walks) {
      const loops = this.#loopsOf(walk);
      const outer = loops.find(({ twiceArea }) => twiceArea > 0);
      const inner = loops.filter(({ twiceArea }) => twiceArea < 0);
      if (outer) faces.push({ outer, holes: inner });
      else outlines.push(...inner);
    }
    this.#placeIslands(faces, outlines);
    return faces.map((face) => this.#faceOf(face.outer, face.holes));
  }

  #tail(step: number): number {
    return (step % 2 === 0 ? this.#edges.from : this.#edges.to)[step >> 1] as number;
  }

  #head(step: number): number {
    return this.#tail(step ^ 1);
  }

  #angleOf(step: number): number {
    const { x, y } = this.#network;
    const [a, b] = [this.#tail(step), this.#head(step)];
    return Math.atan2((y[b] as number) - (y[a] as number), (x[b] as number) - (x[a] as number));
  }

  #remove(edge: number): void {
    this.#isGone[edge] = 1;
    for (const step of [2 * edge, 2 * edge + 1]) {
      const steps = this.#leaving[this.#tail(step)];
      steps?.splice(steps.indexOf(step), 1);
    }
  }

  /** Takes away lines that end in nothing, from their ends on. */
  #prune(): void {
    const ends = this.#leaving.flatMap((steps, node) => (steps.length === 1 ? [node] : []));
    for (let node = ends.pop(); node !== undefined; node = ends.pop()) {
      const [step] = this.#leaving[node] ?? [];
      if (step === undefined) continue;
      this.#remove(step >> 1);
      const other = this.#head(step);
      if (this.#leaving[other]?.length === 1) ends.push(other);
    }
  }

  /** Closed ways that keep the ground they go around on their left. */
  #walks(): { walks: number[][]; walkOf: Int32Array } {
    const walkOf = new Int32Array(2 * this.#edges.from.length).fill(-1);
    const place = new Int32Array(walkOf.length);
    for (const steps of this.#leaving) for (const [index, step] of steps.entries()) place[step] = index;
    const walks: number[][] = [];
    for (let first = 0; first < walkOf.length; first += 1) {
      if (walkOf[first] !== -1 || this.#isGone[first >> 1] === 1) continue;
      const walk: number[] = [];
      for (let step = first; walkOf[step] === -1; ) {
        walkOf[step] = walks.length;
        walk.push(step);
        const steps = this.#leaving[this.#head(step)] ?? [];
        // The first to the right of the way back.
        step = steps[((place[step ^ 1] as number) + steps.length - 1) % steps.length] as number;
      }
      walks.push(walk);
    }
    return { walks, walkOf };
  }

  /** A walk taken apart where it comes through a node again: its outline, and holes that touch it. */
  #loopsOf(walk: readonly number[]): Loop[] {
    const loops: Loop[] = [];
    const path: number[] = [];
    const places = new Map<number, number>();
    for (const step of walk) {
      places.set(this.#tail(step), path.length);
      path.push(step);
      const at = places.get(this.#head(step));
      if (at === undefined) continue;
      const steps = path.splice(at);
      for (const one of steps) places.delete(this.#tail(one));
      loops.push({ steps, twiceArea: this.#twiceAreaOf(steps) });
    }
    return loops;
  }

  #twiceAreaOf(steps: readonly number[]): number {
    const { x, y } = this.#network;
    const origin = this.#tail(steps[0] ?? 0);
    const [x0, y0] = [x[origin] as number, y[origin] as number];
    let sum = 0;
    for (const step of steps) {
      const [a, b] = [this.#tail(step), this.#head(step)];
      sum += ((x[a] as number) - x0) * ((y[b] as number) - y0) - ((x[b] as number) - x0) * ((y[a] as number) - y0);
    }
    return sum;
  }

  /** Outlines of what hangs together are holes of the smallest face around them. */
  #placeIslands(faces: readonly { outer: Loop; holes: Loop[] }[], outlines: readonly Loop[]): void {
    if (outlines.length < 2) return;
    const { x, y } = this.#network;
    const boxes = faces.map(({ outer }): Box => {
      const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
      for (const step of outer.steps) {
        const node = this.#tail(step);
        box[0] = Math.min(box[0], x[node] as number);
        box[1] = Math.min(box[1], y[node] as number);
        box[2] = Math.max(box[2], x[node] as number);
        box[3] = Math.max(box[3], y[node] as number);
      }
      return box;
    });
    const index = createBoxIndex(boxes);
    const parts = this.#parts();
    for (const outline of outlines) {
      const node = this.#tail(outline.steps[0] ?? 0);
      const [px, py] = [x[node] as number, y[node] as number];
      let around: { outer: Loop; holes: Loop[] } | undefined;
      for (const at of index.search([px, py, px, py])) {
        const face = faces[at];
        if (!face || parts[this.#tail(face.outer.steps[0] ?? 0)] === parts[node]) continue;
        if (around && around.outer.twiceArea <= face.outer.twiceArea) continue;
        if (this.#contains(face.outer, px, py)) around = face;
      }
      around?.holes.push(outline);
    }
  }

  /** The node each hangs together with, the same for all of a part. */
  #parts(): Int32Array {
    const part = new Int32Array(this.#leaving.length).fill(-1);
    for (const start of part.keys()) {
      if (part[start] !== -1) continue;
      part[start] = start;
      const open = [start];
      for (let node = open.pop(); node !== undefined; node = open.pop())
        for (const step of this.#leaving[node] ?? []) {
          const head = this.#head(step);
          if (part[head] !== -1) continue;
          part[head] = start;
          open.push(head);
        }
    }
    return part;
  }

  #contains({ steps }: Loop, px: number, py: number): boolean {
    const { x, y } = this.#network;
    let isInside = false;
    for (const step of steps) {
      const [a, b] = [this.#tail(step), this.#head(step)];
      const [ax, ay, bx, by] = [x[a] as number, y[a] as number, x[b] as number, y[b] as number];
      if (ay > py !== by > py && px < ax + ((py - ay) / (by - ay)) * (bx - ax)) isInside = !isInside;
    }
    return isInside;
  }

  #faceOf(outer: Loop, holes: readonly Loop[]): LineFace {
    const { x, y, positionOf } = this.#network;
    const loops = [outer, ...holes];
    let length = 0;
    for (const { steps } of loops)
      for (const step of steps) {
        const [a, b] = [this.#tail(step), this.#head(step)];
        length += Math.hypot((x[b] as number) - (x[a] as number), (y[b] as number) - (y[a] as number));
      }
    const areaSquareUnits = loops.reduce((sum, { twiceArea }) => sum + twiceArea, 0) / 2;
    const lines = new Set(loops.flatMap(({ steps }) => steps.map((step) => this.#edges.line[step >> 1] as number)));
    return {
      rings: loops.map(({ steps }) => {
        const ring = steps.map((step) => positionOf(this.#tail(step)));
        return [...ring, positionOf(this.#tail(steps[0] ?? 0))];
      }),
      lines: [...lines].sort((a, b) => a - b),
      areaSquareUnits,
      widthUnits: (2 * areaSquareUnits) / length,
    };
  }
}
