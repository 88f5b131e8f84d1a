import { createProjection } from '../../src/core/measure/index.ts';
import type { Areal, Plan, Plot, Position } from '../../src/core/plan/types.ts';
import { planOf } from './sample_plan.ts';

/** A park of any size whose plots share their borders, with faults planted in it that are known one by one. */
export interface PlantedPlots {
  plots: Plot[];
  /** What has to be found, and nothing else: code, feature and the others it names, in order. */
  expected: string[];
}

type Corner = [x: number, y: number];

const EAST = 500_300;
const NORTH = 3_520_700;
const SPACING_METRES = 100;
const VERTICES_BETWEEN_CORNERS = 3;
/** Plots with a fault stand so far apart that no two faults meet. */
const EVERY = 4;
/** Of the straight borders, so many to one that has its vertices on one side only. */
const ONE_SIDED_EVERY = 8;
/** Between blocks, where there are any. */
const STREET_METRES = 30;

const projection = createProjection('EPSG:4548');
if (!projection) throw new Error('EPSG:4548 is the plane the plots are drawn on');
const { inverse } = projection;

/** A number from −1 to 1 that looks random and depends on nothing but its arguments. */
function noise(a: number, b: number, salt: number): number {
  let hash = Math.imul(a + 1, 374761393) ^ Math.imul(b + 1, 668265263) ^ Math.imul(salt + 1, 2246822519);
  hash = Math.imul(hash ^ (hash >>> 13), 1274126177);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 31 - 1;
}

function corner(column: number, row: number): Corner {
  return [
    (column + 0.2 * noise(column, row, 1)) * SPACING_METRES,
    (row + 0.2 * noise(column, row, 2)) * SPACING_METRES,
  ];
}

interface Border {
  points: Corner[];
  /** Straight, and with vertices on one side only where neither neighbour has another fault. */
  isOneSided: boolean;
}

/** From a corner towards its right or upper neighbour, without the other end. Every fifth border is straight. */
function border(column: number, row: number, isUpwards: boolean): Border {
  const from = corner(column, row);
  const to = isUpwards ? corner(column, row + 1) : corner(column + 1, row);
  const salt = 2 * (column * 7919 + row) + (isUpwards ? 1 : 0);
  const isStraight = salt % 5 === 0;
  const points: Corner[] = [from];
  for (let index = 1; index <= VERTICES_BETWEEN_CORNERS; index += 1) {
    const share = index / (VERTICES_BETWEEN_CORNERS + 1);
    const bend = isStraight ? 0 : 0.03 * SPACING_METRES * noise(index, salt, 3);
    points.push([from[0] + (to[0] - from[0]) * share + bend, from[1] + (to[1] - from[1]) * share + bend]);
  }
  return { points, isOneSided: salt % (5 * ONE_SIDED_EVERY) === 0 };
}

/** Counter-clockwise from the lower left corner. On the plot's own lower and left side some straight borders are one edge. */
function ringOf(column: number, row: number, isPlain: (side: 'lower' | 'left') => boolean): Corner[] {
  const lower = border(column, row, false);
  const right = border(column + 1, row, true);
  const upper = border(column, row + 1, false);
  const left = border(column, row, true);
  const back = ({ points }: { points: Corner[] }, end: Corner) => [...points.slice(1), end].reverse();
  return [
    ...(lower.isOneSided && isPlain('lower') ? lower.points.slice(0, 1) : lower.points),
    ...right.points,
    ...back(upper, corner(column + 1, row + 1)),
    ...(left.isOneSided && isPlain('left') ? [corner(column, row + 1)] : back(left, corner(column, row + 1))),
  ];
}

/** The second vertex of the plot's right side, and the way out of the plot there. */
function rightSide(ring: readonly Corner[], column: number, row: number): number {
  const [x, y] = border(column + 1, row, true).points[2] as Corner;
  return ring.findIndex(([px, py]) => px === x && py === y);
}

const FAULTS = [
  'overlap',
  'gap',
  'bow-tie',
  'near-miss',
  'duplicate',
  'hole-outside',
  'spike',
  'tiny-hole',
  'touching',
] as const;

function plant(fault: (typeof FAULTS)[number], ring: Corner[], column: number, row: number, id: string, right: string) {
  const at = rightSide(ring, column, row);
  const [x, y] = ring[at] as Corner;
  const middle: Corner = [(column + 0.5) * SPACING_METRES, (row + 0.5) * SPACING_METRES];
  const moved = (dx: number) => ring.map((point, index): Corner => (index === at ? [x + dx, y] : point));
  const square = ([cx, cy]: Corner, half: number): Corner[] => [
    [cx - half, cy - half],
    [cx - half, cy + half],
    [cx + half, cy + half],
    [cx + half, cy - half],
  ];
  switch (fault) {
    case 'overlap':
      return { rings: [moved(6)], expected: [`plot-overlap ${id} ${right}`] };
    case 'gap':
      return { rings: [moved(-6)], expected: [`plot-gap ${id} ${right}`] };
    case 'near-miss':
      return { rings: [moved(-0.02)], expected: [`border-near-miss ${id} ${right}`] };
    case 'bow-tie': {
      // A figure of eight stands in the plot's place: its arms cross in the middle, and its sides leave the neighbours alone.
      const knot: Corner[] = [
        [middle[0] - 9, middle[1] - 9],
        [middle[0] + 9, middle[1] + 9],
        [middle[0] + 9, middle[1] - 9],
        [middle[0] - 9, middle[1] + 9],
      ];
      return { rings: [ring, knot], expected: [`geometry-self-crossing ${id}`] };
    }
    case 'duplicate':
      return { rings: [ring], isTwice: true, expected: [`plot-duplicate ${id} ${id}-again`] };
    case 'hole-outside':
      return { rings: [ring, square([middle[0], -500 - 50 * row], 20)], expected: [`geometry-hole-outside ${id}`] };
    case 'spike': {
      // A cut of no width to speak of, from the vertex on the right side to near the middle.
      const tip: Corner = [x - 20, y];
      const cut = [...ring.slice(0, at), [x, y - 0.02] as Corner, tip, [x, y + 0.02] as Corner, ...ring.slice(at + 1)];
      return { rings: [cut], expected: [`geometry-spike ${id}`, `border-near-miss ${id} ${right}`] };
    }
    case 'tiny-hole':
      return { rings: [ring, square(middle, 1.2)], expected: [`geometry-tiny-part ${id}`] };
    default: {
      // Two squares that meet in a corner, drawn as one hole.
      const [mx, my] = middle;
      const touching: Corner[] = [
        ...square(middle, 9),
        [mx - 9, my - 9],
        [mx - 9, my - 18],
        [mx - 18, my - 18],
        [mx - 18, my - 9],
      ];
      return { rings: [ring, touching], expected: [`geometry-ring-touching ${id}`] };
    }
  }
}

/**
 * About so many plots of a hectare and 16 vertices, every sixteenth with a fault, and one straight border in eight with vertices on
 * one side only.
 * @param options.jitterDegrees each coordinate is off by up to so much, each time differently
 * @param options.blockColumns streets part the plots into blocks of so many columns and rows, a multiple of four; all are one block
 * where it is absent
 */
export function plantedPlots(
  count: number,
  { jitterDegrees = 0, faults = true, blockColumns = Number.POSITIVE_INFINITY } = {},
): PlantedPlots {
  const columns = Math.ceil(Math.sqrt(count));
  const plots: Plot[] = [];
  const expected: string[] = [];
  const name = (column: number, row: number) => `P${String(row).padStart(4, '0')}-${String(column).padStart(4, '0')}`;
  let drawn = 0;
  const position = ([x, y]: Corner): Position => {
    drawn += 1;
    const [longitude, latitude] = inverse([EAST + x, NORTH + y]);
    return [longitude + jitterDegrees * noise(drawn, 1, 5), latitude + jitterDegrees * noise(drawn, 2, 6)];
  };
  const add = (id: string, column: number, row: number, rings: readonly (readonly Corner[])[]) => {
    const aside = STREET_METRES * Math.floor(column / blockColumns);
    const up = STREET_METRES * Math.floor(row / blockColumns);
    const coordinates = rings.map((ring) => {
      const positions = ring.map(([x, y]) => position([x + aside, y + up]));
      return [...positions, [...(positions[0] ?? [])]];
    });
    const geometry: Areal = { type: 'Polygon', coordinates };
    plots.push({ type: 'Feature', id, geometry, properties: {} });
  };
  const isFaulty = (column: number, row: number) =>
    faults &&
    column % EVERY === 1 &&
    row % EVERY === 1 &&
    column + 2 < columns &&
    row * columns + column + 2 * columns < count;
  for (let number = 0; number < count; number += 1) {
    const column = number % columns;
    const row = Math.floor(number / columns);
    const id = name(column, row);
    const ring = ringOf(column, row, (side) => {
      const [besideColumn, besideRow] = side === 'left' ? [column - 1, row] : [column, row - 1];
      const isBorder = besideColumn >= 0 && besideRow >= 0 && (side === 'left' ? column : row) % blockColumns !== 0;
      if (!faults || !isBorder || isFaulty(column, row) || isFaulty(besideColumn, besideRow)) return false;
      if (border(column, row, side === 'left').isOneSided)
        expected.push(`border-vertex-missing ${id} ${name(besideColumn, besideRow)}`);
      return true;
    });
    if (!isFaulty(column, row)) {
      add(id, column, row, [ring]);
      continue;
    }
    const fault = FAULTS[(Math.floor(column / EVERY) + 5 * Math.floor(row / EVERY)) % FAULTS.length] ?? 'overlap';
    const planted = plant(fault, ring, column, row, id, name(column + 1, row));
    add(id, column, row, planted.rings);
    if (planted.isTwice) add(`${id}-again`, column, row, planted.rings);
    expected.push(...planted.expected);
  }
  return { plots, expected: expected.sort() };
}

export function planOfPlots(plots: readonly Plot[]): Plan {
  return planOf({ plots: [...plots] });
}
