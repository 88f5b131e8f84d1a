import { EdgeGrid } from './edge_grid.ts';
import type { OpenEdges } from './open_edges.ts';

/** Ground between borders of two features that run beside each other: narrow, and open at its ends. */
export interface Strip {
  first: number;
  second: number;
  /** Simple counter-clockwise rings (x and y in turn, grid units), one for each pair of edges that face each other. */
  pieces: number[][];
  /** The sum over the pieces, which overlap at bends: never too small. */
  areaSquareUnits: number;
  /** The largest distance between facing edges. */
  widthUnits: number;
}

/** Edges that part at more than this face nobody: sine of 10°, as of borders that nearly meet. */
const PARTING_SINE = 0.17;

/**
 * Strips between features, pair by pair: where an open edge of one faces one of the other, each with the ground between them on its
 * right, at no more than the width. What is nowhere wider than `leastUnits` are borders that nearly meet, and no strip.
 */
export function* findStrips(
  open: OpenEdges,
  { leastUnits, mostUnits }: { leastUnits: number; mostUnits: number },
): Generator<undefined, Strip[]> {
  const { feature, segments, isCrowded } = open;
  const { ax, ay, bx, by } = segments;
  const found = new Map<string, Strip>();
  const seen = new Set<string>();

  function hold(edge: number, other: number): void {
    const ux = (bx[edge] as number) - (ax[edge] as number);
    const uy = (by[edge] as number) - (ay[edge] as number);
    const vx = (bx[other] as number) - (ax[other] as number);
    const vy = (by[other] as number) - (ay[other] as number);
    if (!(ux * vx + uy * vy < 0)) return;
    const length = Math.sqrt(ux * ux + uy * uy);
    const lengthOther = Math.sqrt(vx * vx + vy * vy);
    if (Math.abs(ux * vy - uy * vx) > PARTING_SINE * length * lengthOther) return;
    // Along the edge, and to the right of it.
    const place = (x: number, y: number) => {
      const dx = x - (ax[edge] as number);
      const dy = y - (ay[edge] as number);
      return { along: (dx * ux + dy * uy) / length, aside: (dx * uy - dy * ux) / length };
    };
    const far = place(ax[other] as number, ay[other] as number);
    const near = place(bx[other] as number, by[other] as number);
    if (!(far.along > near.along)) return;
    const slope = (far.aside - near.aside) / (far.along - near.along);
    const asideAt = (along: number) => near.aside + slope * (along - near.along);
    let from = Math.max(0, near.along);
    let to = Math.min(length, far.along);
    for (const [limit, isUpper] of [
      [0, false],
      [mostUnits, true],
    ] as const) {
      const isBeyond = (along: number) => (isUpper ? asideAt(along) > limit : asideAt(along) < limit);
      if (slope === 0 || (isBeyond(from) && isBeyond(to))) {
        if (isBeyond(from)) return;
        continue;
      }
      const crossing = near.along + (limit - near.aside) / slope;
      if (isBeyond(from)) from = crossing;
      if (isBeyond(to)) to = crossing;
    }
    const widthUnits = Math.max(asideAt(from), asideAt(to));
    if (!(to > from) || widthUnits <= leastUnits) return;
    const key = `${Math.min(edge, other)} ${Math.max(edge, other)}`;
    if (seen.has(key)) return;
    seen.add(key);
    const at = (along: number, aside: number) => [
      (ax[edge] as number) + (ux * along + uy * aside) / length,
      (ay[edge] as number) + (uy * along - ux * aside) / length,
    ];
    const piece = [...at(from, 0), ...at(from, asideAt(from)), ...at(to, asideAt(to)), ...at(to, 0)];
    const first = Math.min(feature[edge] as number, feature[other] as number);
    const second = Math.max(feature[edge] as number, feature[other] as number);
    const strip = found.get(`${first} ${second}`) ?? { first, second, pieces: [], areaSquareUnits: 0, widthUnits: 0 };
    found.set(`${first} ${second}`, strip);
    strip.pieces.push(piece);
    strip.areaSquareUnits += ((asideAt(from) + asideAt(to)) / 2) * (to - from);
    strip.widthUnits = Math.max(strip.widthUnits, widthUnits);
  }

  const grid = new EdgeGrid(segments, mostUnits);
  yield;
  yield* grid.eachPair((edge, other) => {
    // Where features lie upon each other, which of them borders on a third is chance.
    if (feature[edge] !== feature[other] && isCrowded[edge] !== 1 && isCrowded[other] !== 1) hold(edge, other);
    return false;
  }, Number.POSITIVE_INFINITY);
  return [...found.values()].sort((a, b) => a.first - b.first || a.second - b.second);
}
