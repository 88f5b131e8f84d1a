import { boundsOf } from '../core/measure/bounds.ts';
import type { Geometry, Position } from '../core/plan/types.ts';
import { type Matrix, mercatorOf, projectToScreen, type ScreenPlace } from './projection.ts';

interface Point {
  x: number;
  y: number;
}

/** A body on a footprint, as far as it can hide something: in the mercator unit square, height in metres. */
export interface Prism {
  id: string;
  outline: readonly (readonly [x: number, y: number])[];
  x: number;
  y: number;
  /** Half the diagonal of the footprint's box. */
  radius: number;
  heightMetres: number;
}

/** The body that stands on an area; nothing for a point or a line. */
export function prismOf(id: string, geometry: Geometry, heightMetres: number): Prism[] {
  const parts: readonly Position[][][] =
    geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.type === 'MultiPolygon' ? geometry.coordinates : [];
  return parts.flatMap((rings): Prism[] => {
    const outer = rings[0] ?? [];
    const box = boundsOf([{ type: 'Polygon', coordinates: [outer] }]);
    if (!box) return [];
    const outline = outer.map(([longitude = 0, latitude = 0]) => mercatorOf(longitude, latitude));
    const [west, south] = mercatorOf(box[0], box[1]);
    const [east, north] = mercatorOf(box[2], box[3]);
    const radius = Math.hypot(east - west, north - south) / 2;
    return [{ id, outline, x: (west + east) / 2, y: (south + north) / 2, radius, heightMetres }];
  });
}

const turn = (a: Point, b: Point, c: Point): number => (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);

/** The convex outline of points, counted one way round (monotone chain). */
function hullOf(points: readonly Point[]): Point[] {
  const sorted = [...points].sort((first, second) => first.x - second.x || first.y - second.y);
  const chain = (ordered: readonly Point[]): Point[] => {
    const kept: Point[] = [];
    for (const point of ordered) {
      let last = kept.at(-1);
      let before = kept.at(-2);
      while (last && before && turn(before, last, point) <= 0) {
        kept.pop();
        last = kept.at(-1);
        before = kept.at(-2);
      }
      kept.push(point);
    }
    return kept.slice(0, -1);
  };
  return [...chain(sorted), ...chain(sorted.reverse())];
}

function isInHull(hull: readonly Point[], at: Point): boolean {
  return hull.length > 2 && hull.every((point, index) => turn(point, hull[(index + 1) % hull.length] ?? point, at) > 0);
}

export interface Screen {
  matrix: Matrix;
  mercatorPerMetre: number;
  widthPixels: number;
  heightPixels: number;
}

function silhouetteOf({ outline, heightMetres }: Prism, screen: Screen): Point[] {
  const { matrix, mercatorPerMetre, widthPixels, heightPixels } = screen;
  const points: Point[] = [];
  for (const [x, y] of outline)
    for (const z of [0, heightMetres * mercatorPerMetre]) {
      const at = projectToScreen(matrix, [x, y, z], widthPixels, heightPixels);
      // Partly behind the camera: it has no outline on the screen.
      if (!at) return [];
      points.push(at);
    }
  return hullOf(points);
}

/** Whether a place on the screen lies within what these bodies cover of it. */
export function isWithin(prisms: readonly Prism[], screen: Screen, at: Point): boolean {
  return prisms.some((prism) => isInHull(silhouetteOf(prism, screen), at));
}

/**
 * Makes a test for one frame: whether a place is hidden behind a body that is nearer. Bodies are taken as convex, which a
 * courtyard is not: a label too few is better than one on the wrong wall.
 */
export function createOcclusion(prisms: readonly Prism[], screen: Screen): (at: ScreenPlace, ownId: string) => boolean {
  const { matrix, mercatorPerMetre, widthPixels, heightPixels } = screen;
  const place = (x: number, y: number, z: number) => projectToScreen(matrix, [x, y, z], widthPixels, heightPixels);
  const standing = prisms.flatMap((prism) => {
    const ground = place(prism.x, prism.y, 0);
    const beside = place(prism.x + prism.radius, prism.y, 0);
    const below = place(prism.x, prism.y + prism.radius, 0);
    const top = place(prism.x, prism.y, prism.heightMetres * mercatorPerMetre);
    if (!ground || !beside || !below || !top) return [];
    const reach =
      2 *
      Math.max(
        Math.hypot(beside.x - ground.x, beside.y - ground.y),
        Math.hypot(below.x - ground.x, below.y - ground.y),
      );
    return [{ prism, ground, top, reach }];
  });
  const silhouettes = new Map<Prism, Point[]>();
  return (at, ownId) =>
    standing.some(({ prism, ground, top, reach }) => {
      if (prism.id === ownId || ground.depth >= at.depth) return false;
      if (at.x < Math.min(ground.x, top.x) - reach || at.x > Math.max(ground.x, top.x) + reach) return false;
      if (at.y < Math.min(ground.y, top.y) - reach || at.y > Math.max(ground.y, top.y) + reach) return false;
      let silhouette = silhouettes.get(prism);
      if (!silhouette) {
        silhouette = silhouetteOf(prism, screen);
        silhouettes.set(prism, silhouette);
      }
      return isInHull(silhouette, at);
    });
}
