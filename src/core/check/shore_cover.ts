import type { PlaneShape } from '../measure/index.ts';

/** A stretch of a shore, in metres along it. */
export interface Stretch {
  fromMetres: number;
  toMetres: number;
}

/** A shore walked from its first vertex: the longest path of a shape. */
export interface Shore {
  path: Float64Array;
  /** Length of the path up to each vertex. */
  lengths: Float64Array;
  lengthMetres: number;
}

/** The longest path of a shape: of a lake its outer shore, not that of an island. */
export function shoreOf(shape: PlaneShape): Shore | undefined {
  let best: Shore | undefined;
  for (const path of shape.paths) {
    const lengths = new Float64Array(path.length / 2);
    for (let index = 1; index < lengths.length; index += 1)
      lengths[index] =
        (lengths[index - 1] ?? 0) +
        Math.hypot(
          (path[2 * index] ?? 0) - (path[2 * index - 2] ?? 0),
          (path[2 * index + 1] ?? 0) - (path[2 * index - 1] ?? 0),
        );
    const lengthMetres = lengths.at(-1) ?? 0;
    if (lengthMetres > (best?.lengthMetres ?? 0)) best = { path, lengths, lengthMetres };
  }
  return best;
}

/** How far along the shore its nearest point to a place lies, and how far that is away. */
function nearestOnShore({ path, lengths }: Shore, x: number, y: number): { at: number; distanceMetres: number } {
  let best = { at: 0, distanceMetres: Number.POSITIVE_INFINITY };
  for (let index = 0; index + 1 < lengths.length; index += 1) {
    const ax = path[2 * index] ?? 0;
    const ay = path[2 * index + 1] ?? 0;
    const dx = (path[2 * index + 2] ?? 0) - ax;
    const dy = (path[2 * index + 3] ?? 0) - ay;
    const squared = dx * dx + dy * dy;
    const share = squared > 0 ? Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / squared)) : 0;
    const distanceMetres = Math.hypot(x - ax - share * dx, y - ay - share * dy);
    if (distanceMetres < best.distanceMetres)
      best = { at: (lengths[index] ?? 0) + share * Math.sqrt(squared), distanceMetres };
  }
  return best;
}

/** The stretch of shore a shape stands before: from the first to the last of its vertices' nearest points, the short way round. */
export function stretchBefore(shore: Shore, shape: PlaneShape): Stretch | undefined {
  const places = shape.paths.flatMap((path) => {
    const found: number[] = [];
    for (let index = 0; index + 1 < path.length; index += 2)
      found.push(nearestOnShore(shore, path[index] ?? 0, path[index + 1] ?? 0).at);
    return found;
  });
  if (places.length === 0) return undefined;
  const sorted = [...new Set(places)].sort((a, b) => a - b);
  // A closed shore has no beginning: the stretch is what the widest gap between the places leaves.
  let widest = shore.lengthMetres - (sorted.at(-1) ?? 0) + (sorted[0] ?? 0);
  let start = 0;
  for (let index = 1; index < sorted.length; index += 1) {
    const gap = (sorted[index] ?? 0) - (sorted[index - 1] ?? 0);
    if (gap > widest) {
      widest = gap;
      start = index;
    }
  }
  const fromMetres = sorted[start] ?? 0;
  return { fromMetres, toMetres: fromMetres + shore.lengthMetres - widest };
}

/**
 * Stretches whose gaps are narrower than a view, drawn together; each with the members it is made of. A closed shore goes on where it
 * began, wherever its outline was begun.
 * @param shoreMetres length of the closed shore
 */
export function withoutViews<T extends Stretch>(
  stretches: readonly T[],
  viewMetres: number,
  shoreMetres: number,
): (Stretch & { members: T[] })[] {
  const inOrder = [...stretches].sort((a, b) => a.fromMetres - b.fromMetres || a.toMetres - b.toMetres);
  const runs: (Stretch & { members: T[] })[] = [];
  for (const one of inOrder) {
    const run = runs.at(-1);
    if (run && one.fromMetres - run.toMetres < viewMetres) {
      run.members.push(one);
      run.toMetres = Math.max(run.toMetres, one.toMetres);
    } else runs.push({ fromMetres: one.fromMetres, toMetres: one.toMetres, members: [one] });
  }
  const last = runs.at(-1);
  for (let first = runs[0]; last && first && first !== last; first = runs[0]) {
    if (first.fromMetres + shoreMetres - last.toMetres >= viewMetres) break;
    last.members.push(...first.members);
    last.toMetres = Math.max(last.toMetres, first.toMetres + shoreMetres);
    runs.shift();
  }
  return runs;
}

/** The places of a stretch along the shore, for drawing it: its ends and the vertices between. */
export function pathOfStretch(
  { path, lengths, lengthMetres }: Shore,
  { fromMetres, toMetres }: Stretch,
): [number, number][] {
  const at = (along: number): [number, number] => {
    const wrapped = lengthMetres > 0 ? along % lengthMetres : 0;
    let index = 0;
    while (index + 2 < lengths.length && (lengths[index + 1] ?? 0) < wrapped) index += 1;
    const start = lengths[index] ?? 0;
    const length = (lengths[index + 1] ?? start) - start;
    const share = length > 0 ? (wrapped - start) / length : 0;
    const ax = path[2 * index] ?? 0;
    const ay = path[2 * index + 1] ?? 0;
    return [ax + share * ((path[2 * index + 2] ?? ax) - ax), ay + share * ((path[2 * index + 3] ?? ay) - ay)];
  };
  const between = [0, lengthMetres].flatMap((round) =>
    [...lengths].map((length) => length + round).filter((along) => along > fromMetres && along < toMetres),
  );
  return [fromMetres, ...[...new Set(between)].sort((a, b) => a - b), toMetres].map(at);
}
