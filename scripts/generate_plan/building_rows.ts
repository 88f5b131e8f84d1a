import {
  comb,
  courtyard,
  type Footprint,
  lShape,
  pointBlock,
  roundedHall,
  slab,
  tower,
  uShape,
} from './building_shapes.ts';
import { at, type Line } from './geometry/point.ts';
import type { Random } from './geometry/random.ts';

/** One row of like buildings, and the gap to the next row. */
export interface Row {
  footprint: Footprint;
  gapMetres: number;
  behindMetres: number;
  /** No more than so many in the row. */
  most?: number;
}
export interface LayoutOptions {
  code: string;
  heightMetres: number;
  setbackMetres: number;
  /** The road the plot fronts: the first row stands along it. */
  front: Line;
  random: Random;
  /** Another way of laying out the plot, where the usual one builds on too little of it. */
  manner?: Manner;
}

/** Rows across the plot instead of along its front, and plain halls (of a depth) or wings from front to back. */
export interface Manner {
  isTurned: boolean;
  hallDepthMetres: number;
}
/** What is tried, in this order. */
export const FULLER_MANNERS: readonly Manner[] = [48, 40, 58, 34, 70].flatMap((hallDepthMetres) => [
  { isTurned: false, hallDepthMetres },
  { isTurned: true, hallDepthMetres },
]);
const HALL_LENGTHS_METRES: Record<string, number> = { '100101': 74, '100102': 96, '1101': 100 };

/** Smaller buildings that may fill gaps, largest first. */
const INFILL: Record<string, readonly Footprint[]> = {
  '0802': [slab(46, 40), slab(48, 19), slab(19, 44), slab(26, 18)],
  '0902': [slab(46, 22), slab(22, 44), slab(26, 22)],
  '0901': [slab(44, 30), slab(28, 24)],
  '0701': [pointBlock(), slab(28, 13)],
  '100101': [slab(78, 40), slab(40, 70), slab(50, 34), slab(32, 44), slab(34, 20)],
  '100102': [slab(100, 52), slab(52, 96), slab(60, 40), slab(40, 54), slab(34, 24)],
  '1101': [slab(96, 48), slab(48, 80), slab(56, 40)],
  '0803': [slab(62, 26), slab(40, 22)],
  '0805': [],
  '0804': [slab(60, 16), slab(16, 50), slab(34, 26)],
  '1208': [],
  '1303': [],
  '1310': [],
};

/** What may stand in the gaps of a plot of that use. */
export function infillFor(code: string): readonly Footprint[] {
  return INFILL[code] ?? INFILL['0802'] ?? [];
}

function repeat(rows: Row[], depthMetres: number): Row[] {
  const result: Row[] = [];
  let depth = 0;
  for (let index = 0; depth < depthMetres + 60 && index < 14; index += 1) {
    const row = at(rows, index);
    result.push(row);
    depth += row.footprint.depthMetres + row.behindMetres;
  }
  return result;
}

/** The rows a plot of that use is built in, from its front inward. */
export function rowsFor(
  { code, heightMetres, random, manner }: LayoutOptions,
  depthMetres: number,
  lengthMetres: number,
): Row[] {
  const row = (footprint: Footprint, gapMetres: number, behindMetres: number, most?: number): Row => ({
    footprint,
    gapMetres,
    behindMetres,
    ...(most ? { most } : {}),
  });
  if (manner && (code === '0803' || code === '0804'))
    return repeat([row(slab(54, code === '0803' ? 24 : 17), 22, 22)], depthMetres);
  const hallLength = HALL_LENGTHS_METRES[code];
  if (manner && hallLength) return repeat([row(slab(hallLength, manner.hallDepthMetres), 14, 15)], depthMetres);
  switch (code) {
    case '0701':
      return heightMetres >= 45
        ? repeat([row(pointBlock(), 18, 36)], depthMetres)
        : repeat([row(slab(random.between(44, 52), 13), 14, Math.max(22, heightMetres * 0.9))], depthMetres);
    case '0902':
      return heightMetres >= 54
        ? [
            row(tower(random.between(33, 38)), 34, 24, lengthMetres > 260 ? 3 : 2),
            row(slab(random.between(56, 66), 22), 22, 26),
            row(lShape(56, 48, 19, random.next() < 0.5), 26, 26),
          ]
        : repeat([row(slab(60, 22), 24, 24), row(uShape(62, 50, 18), 26, 26)], depthMetres);
    case '0901':
      return repeat([row(slab(random.between(52, 64), 34), 14, 16), row(slab(40, 30), 16, 18)], depthMetres).slice(
        0,
        4,
      );
    case '100101':
      return repeat(
        [row(slab(54, 20), 24, 20, 2), row(slab(random.between(72, 88), 42), 16, 18), row(slab(78, 40), 16, 18)],
        depthMetres,
      );
    case '100102':
      return repeat(
        [row(slab(48, 18), 30, 20, 1), row(slab(random.between(104, 128), 54), 22, 24)],
        depthMetres,
      ).filter((entry, index) => index === 0 || entry.footprint.depthMetres > 20);
    case '1101':
      return repeat([row(slab(110, 50), 26, 28)], depthMetres);
    case '0803':
      return [row(roundedHall(76, 54), 40, 34, 1), row(slab(58, 22), 26, 30, 2)];
    case '0805':
      return [row(roundedHall(78, 60), 40, 26, 1), row(slab(46, 28), 20, 20, 2)];
    case '0804':
      return [row(slab(62, 16), 26, 26, 2), row(comb(78, 48, 14), 30, 30, 2), row(slab(42, 28), 40, 30, 1)];
    case '0806':
      return [row(slab(70, 24), 26, 28, 2), row(comb(82, 56, 18), 30, 30, 1), row(slab(60, 18), 26, 24, 2)];
    case '0801':
      return [row(uShape(84, 46, 18), 30, 32, 1), row(slab(64, 18), 30, 26, 2)];
    case '0904':
    case '0807':
      return [row(uShape(60, 40, 14), 40, 32, 2), row(slab(46, 15), 30, 28)];
    case '0702':
      return [row(lShape(54, 40, 16, random.next() < 0.5), 26, 24, 2), row(slab(46, 18), 22, 22, 2)];
    case '1208':
    case '1303':
    case '1310':
      return [row(slab(48, 22), 20, 20, 1)];
    default:
      return researchRows(heightMetres, depthMetres, random, row);
  }
}

function researchRows(
  heightMetres: number,
  depthMetres: number,
  random: Random,
  row: (footprint: Footprint, gapMetres: number, behindMetres: number, most?: number) => Row,
): Row[] {
  const kinds: Row[][] = [
    [row(slab(random.between(58, 68), 19), 20, 26), row(uShape(62, 50, 17), 26, 26), row(slab(60, 19), 22, 26)],
    [row(courtyard(60, 52, 16), 26, 28), row(slab(random.between(54, 66), 19), 22, 26)],
    [row(lShape(58, 46, 18, random.next() < 0.5), 24, 28), row(slab(56, 19), 24, 24), row(comb(72, 46, 15), 26, 26)],
  ];
  const rows = random.pick(kinds);
  return repeat(heightMetres >= 54 ? [row(tower(random.between(29, 34)), 40, 28, 2), ...rows] : rows, depthMetres);
}
