import type { Rings } from './geometry/clip.ts';
import { add, type Point, type Ring, rotate } from './geometry/point.ts';

/** A footprint about its own middle: length along x, depth along y, in metres. */
export interface Footprint {
  lengthMetres: number;
  depthMetres: number;
  rings: Rings;
  /** Towers are given their height first, and keep their shape. */
  isTower?: boolean;
  /** May not be stretched to fill its row. */
  isFixed?: boolean;
}

const box = (west: number, south: number, east: number, north: number): Point[] => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
];

export function slab(lengthMetres: number, depthMetres: number): Footprint {
  const [x, y] = [lengthMetres / 2, depthMetres / 2];
  return { lengthMetres, depthMetres, rings: [box(-x, -y, x, y)] };
}

/** A tower with cut corners. */
export function tower(sideMetres: number): Footprint {
  const x = sideMetres / 2;
  const c = sideMetres * 0.14;
  const ring: Point[] = [
    [-x + c, -x],
    [x - c, -x],
    [x, -x + c],
    [x, x - c],
    [x - c, x],
    [-x + c, x],
    [-x, x - c],
    [-x, -x + c],
  ];
  return { lengthMetres: sideMetres, depthMetres: sideMetres, rings: [ring], isTower: true };
}

/** A point block of flats: a core with two wings set back. */
export function pointBlock(): Footprint {
  const ring: Point[] = [
    [-14, -7],
    [-4, -7],
    [-4, -9],
    [4, -9],
    [4, -7],
    [14, -7],
    [14, 7],
    [4, 7],
    [4, 9],
    [-4, 9],
    [-4, 7],
    [-14, 7],
  ];
  return { lengthMetres: 28, depthMetres: 18, rings: [ring], isTower: true };
}

/** Open to the back. */
export function uShape(lengthMetres: number, depthMetres: number, wingMetres: number): Footprint {
  const [x, y, w] = [lengthMetres / 2, depthMetres / 2, wingMetres];
  const ring: Point[] = [
    [-x, -y],
    [x, -y],
    [x, y],
    [x - w, y],
    [x - w, -y + w],
    [-x + w, -y + w],
    [-x + w, y],
    [-x, y],
  ];
  return { lengthMetres, depthMetres, rings: [ring] };
}

export function lShape(lengthMetres: number, depthMetres: number, wingMetres: number, isMirrored: boolean): Footprint {
  const [x, y, w] = [lengthMetres / 2, depthMetres / 2, wingMetres];
  const ring: Point[] = [
    [-x, -y],
    [x, -y],
    [x, -y + w],
    [-x + w, -y + w],
    [-x + w, y],
    [-x, y],
  ];
  const mirrored = ring.map(([px, py]): Point => [-px, py]).reverse();
  return { lengthMetres, depthMetres, rings: [isMirrored ? mirrored : ring] };
}

export function courtyard(lengthMetres: number, depthMetres: number, wingMetres: number): Footprint {
  const [x, y, w] = [lengthMetres / 2, depthMetres / 2, wingMetres];
  return { lengthMetres, depthMetres, rings: [box(-x, -y, x, y), box(-x + w, -y + w, x - w, y - w)] };
}

/** Three teeth on a spine: schools and laboratories. */
export function comb(lengthMetres: number, depthMetres: number, wingMetres: number): Footprint {
  const [x, y, w] = [lengthMetres / 2, depthMetres / 2, wingMetres];
  const h = w / 2;
  const ring: Point[] = [
    [-x, -y],
    [x, -y],
    [x, y],
    [x - w, y],
    [x - w, -y + w],
    [h, -y + w],
    [h, y],
    [-h, y],
    [-h, -y + w],
    [-x + w, -y + w],
    [-x + w, y],
    [-x, y],
  ];
  return { lengthMetres, depthMetres, rings: [ring] };
}

/** A rounded hall, between an ellipse and a rectangle. */
export function roundedHall(lengthMetres: number, depthMetres: number): Footprint {
  const ring = Array.from({ length: 28 }, (_, index): Point => {
    const angle = (index / 28) * 2 * Math.PI;
    const bend = (value: number) => Math.sign(value) * Math.abs(value) ** 0.72;
    return [(lengthMetres / 2) * bend(Math.cos(angle)), (depthMetres / 2) * bend(Math.sin(angle))];
  });
  return { lengthMetres, depthMetres, rings: [ring], isFixed: true };
}

/** The footprint made longer and deeper (or, below 1, shorter). */
export function stretch(footprint: Footprint, lengthFactor: number, depthFactor: number): Footprint {
  return {
    ...footprint,
    lengthMetres: footprint.lengthMetres * lengthFactor,
    depthMetres: footprint.depthMetres * depthFactor,
    rings: footprint.rings.map((ring) => ring.map(([x, y]): Point => [x * lengthFactor, y * depthFactor])),
  };
}

/** The footprint at its place. */
export function placeFootprint(footprint: Footprint, middle: Point, radians: number): Rings {
  return footprint.rings.map((ring: Ring) => ring.map((point) => add(middle, rotate(point, radians))));
}
