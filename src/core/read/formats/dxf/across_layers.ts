import { createBoxIndex } from '../../../measure/index.ts';
import type { LineFaces } from '../../../measure/topology/index.ts';
import { layerByName } from '../../fields/tell_layer.ts';
import type { Point } from './curves.ts';
import type { LayerLines } from './layer_join.ts';
import type { Shape } from './shapes.ts';

/** A CAD layer whose lines bound areas, with what they enclose by themselves. */
export interface OpenLayer {
  lines: LayerLines;
  found: LineFaces;
}

/** CAD layers whose lines end on each other's: the borders of the same plots are split between them. */
export interface LayersTogether {
  /** The lines of all of them, as of one layer: that of the plots. */
  lines: LayerLines;
  /** Layers whose lines are used up, and those that lend theirs and keep them, such as roads. */
  members: readonly string[];
  lenders: readonly string[];
}

/**
 * Brings together layers with loose ends that end on lines of other layers.
 * @param others visible layers that have no loose lines of areas: outlines of plots join in, all others lend theirs
 * @param within how near an end must be to the other's line, in the drawing's coordinates
 */
export function layersTogether(
  open: readonly OpenLayer[],
  others: readonly LayerLines[],
  within: number,
): LayersTogether[] {
  if (open.every(({ found }) => found.looseEnds.length === 0)) return [];
  const all = [...open.map(({ lines }) => lines), ...others];
  const finder = new SegmentFinder(all, within);
  const partners = open.map(({ lines, found }) => {
    const met = new Set<LayerLines>();
    for (const { point } of found.looseEnds)
      for (const other of finder.at(point)) if (other.layer !== lines.layer) met.add(other);
    return met;
  });
  const groups: { members: Set<LayerLines>; lenders: Set<LayerLines> }[] = [];
  for (const [index, { lines }] of open.entries()) {
    const met = [...(partners[index] ?? [])];
    if (met.length === 0) continue;
    const group = {
      members: new Set([lines, ...met.filter((one) => !isLender(one, others))]),
      lenders: new Set(met.filter((one) => isLender(one, others))),
    };
    for (const earlier of groups.splice(0)) {
      if (![...earlier.members].some((one) => group.members.has(one))) {
        groups.push(earlier);
        continue;
      }
      for (const one of earlier.members) group.members.add(one);
      for (const one of earlier.lenders) group.lenders.add(one);
    }
    groups.push(group);
  }
  return groups.map(({ members, lenders }) => {
    const own = [...members].sort((one, other) => rankOf(other) - rankOf(one));
    const lent = [...lenders].flatMap(({ lines, outlines }) => [...lines, ...outlines]);
    return {
      lines: {
        layer: own[0]?.layer ?? '',
        lines: [...own.flatMap(({ lines }) => lines), ...lent],
        outlines: own.flatMap(({ outlines }) => outlines),
        lent: new Set(lent),
      },
      members: own.map(({ layer }) => layer),
      lenders: [...lenders].map(({ layer }) => layer),
    };
  });
}

/** Outlines that say nothing else may be those of plots, and give way to their parts. */
function isLender(one: LayerLines, others: readonly LayerLines[]): boolean {
  if (!others.includes(one)) return false;
  const named = layerByName(one.layer, undefined);
  return one.lines.length > 0 || (named !== undefined && named !== 'plots');
}

/** The plots' own layer goes before others, then the one with most lines. */
function rankOf({ layer, lines }: LayerLines): number {
  return lines.length + (layerByName(layer, undefined) === 'plots' ? 1e9 : 0);
}

interface Segment {
  of: LayerLines;
  from: Point;
  to: Point;
}

/** Finds whose lines run by a place. */
class SegmentFinder {
  readonly #segments: Segment[] = [];
  readonly #index: ReturnType<typeof createBoxIndex>;
  readonly #within: number;

  constructor(layers: readonly LayerLines[], within: number) {
    this.#within = within;
    for (const of of layers)
      for (const shape of [...of.lines, ...of.outlines])
        for (const path of pathsOf(shape))
          for (let at = 1; at < path.length; at += 1)
            this.#segments.push({ of, from: path[at - 1] as Point, to: path[at] as Point });
    this.#index = createBoxIndex(
      this.#segments.map(({ from: [x1, y1], to: [x2, y2] }) => [
        Math.min(x1, x2) - within,
        Math.min(y1, y2) - within,
        Math.max(x1, x2) + within,
        Math.max(y1, y2) + within,
      ]),
    );
  }

  *at([x, y]: Point): Generator<LayerLines> {
    for (const index of this.#index.search([x, y, x, y])) {
      const segment = this.#segments[index];
      if (segment && distanceTo(segment, [x, y]) <= this.#within) yield segment.of;
    }
  }
}

function pathsOf({ geometry }: Shape): readonly (readonly Point[])[] {
  if (geometry.type === 'Polygon') return geometry.coordinates;
  return geometry.type === 'LineString' ? [geometry.coordinates] : [];
}

function distanceTo({ from, to }: Segment, [x, y]: Point): number {
  const [alongX, alongY] = [to[0] - from[0], to[1] - from[1]];
  const square = alongX * alongX + alongY * alongY;
  const share = square > 0 ? ((x - from[0]) * alongX + (y - from[1]) * alongY) / square : 0;
  const nearest = Math.min(1, Math.max(0, share));
  return Math.hypot(x - from[0] - nearest * alongX, y - from[1] - nearest * alongY);
}
