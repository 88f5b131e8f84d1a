import { add, at, dot, leftOf, type Point, type Ring, rotate, scale } from './point.ts';
import type { Random } from './random.ts';
import { areaOf, boundingRectangle, centroid, extent, splitRing } from './ring.ts';

/** Cuts a block into plots of about the target area, each as compact as the block allows. */
export function subdivide(block: Ring, targetSquareMetres: number, random: Random): Ring[] {
  const area = areaOf(block);
  if (area < targetSquareMetres * random.between(1.3, 1.75)) return [block];
  let best: { pieces: [Point[], Point[]]; cost: number } | undefined;
  const { direction } = boundingRectangle(block);
  const middle = centroid(block);
  for (const along of [direction, leftOf(direction)]) {
    const reach = extent(block, along);
    for (let attempt = 0; attempt < 9; attempt += 1) {
      const share = 0.34 + 0.04 * attempt;
      const position = reach.from + reach.size * share;
      const cut = rotate(leftOf(along), random.between(-0.05, 0.05));
      const start = add(middle, scale(along, position - dot(middle, along)));
      const pieces = splitRing(block, [add(start, scale(cut, -3000)), add(start, scale(cut, 3000))]);
      if (!pieces) continue;
      const cost = Math.max(awkwardness(pieces[0]), awkwardness(pieces[1])) + random.between(0, 0.35);
      if (!best || cost < best.cost) best = { pieces, cost };
    }
  }
  if (!best) return [block];
  return [at(best.pieces, 0), at(best.pieces, 1)].flatMap((piece) => subdivide(piece, targetSquareMetres, random));
}

/** 0 for a square; grows for long shapes and for shapes that fill little of their bounding rectangle. */
function awkwardness(ring: Ring): number {
  const { lengthMetres, widthMetres } = boundingRectangle(ring);
  return lengthMetres / widthMetres - 1 + 4 * (1 - areaOf(ring) / (lengthMetres * widthMetres));
}
