import fc from 'fast-check';

type Ring = number[][];

/** How a program writes an outline anew without changing it: vertices on its edges, another beginning, the other direction. */
export interface Redrawing {
  /** Of each edge in turn, where vertices are put on it (shares of its length). */
  added: readonly (readonly number[])[];
  /** The vertex it begins with, as a share of all. */
  start: number;
  isReversed: boolean;
}

const shares = fc.array(fc.integer({ min: 1, max: 19 }), { maxLength: 3 });
export const redrawing = fc.record<Redrawing>({
  added: fc.array(
    shares.map((list) => [...new Set(list)].sort((a, b) => a - b).map((share) => share / 20)),
    { minLength: 1, maxLength: 7 },
  ),
  start: fc.double({ min: 0, max: 0.999, noNaN: true }),
  isReversed: fc.boolean(),
});

/** The same outline, its vertices written otherwise. Takes and gives a closed ring. */
export function redrawRing(ring: Ring, { added, start, isReversed }: Redrawing): Ring {
  const dense = ring.slice(0, -1).flatMap((from, index) => {
    const to = ring[index + 1] ?? from;
    const [x = 0, y = 0] = from;
    const between = (added[index % added.length] ?? []).map((share) => [
      x + share * ((to[0] ?? 0) - x),
      y + share * ((to[1] ?? 0) - y),
    ]);
    return [[x, y], ...between];
  });
  const at = Math.floor(start * dense.length);
  const turned = [...dense.slice(at), ...dense.slice(0, at)];
  if (isReversed) turned.reverse();
  return [...turned, [...(turned[0] ?? [])]];
}

/** Every ring of an area's coordinates redrawn. */
export function redrawArea<T>(coordinates: T, how: Redrawing): T {
  const list = coordinates as unknown[];
  const isRing = Array.isArray(list[0]) && typeof list[0][0] === 'number';
  return (isRing ? redrawRing(list as Ring, how) : list.map((part) => redrawArea(part, how))) as T;
}
