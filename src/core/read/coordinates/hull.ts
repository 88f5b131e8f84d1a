/** Closed convex hull by Andrew's monotone chain. */
export function hullOf(given: readonly [number, number][]): [number, number][] {
  const sorted = [...given].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const points = sorted.filter(([x, y], index) => x !== sorted[index - 1]?.[0] || y !== sorted[index - 1]?.[1]);
  const half = (list: readonly [number, number][]) => {
    const hull: [number, number][] = [];
    for (const point of list) {
      while (hull.length >= 2 && turnOf(hull.at(-2), hull.at(-1), point) <= 0) hull.pop();
      hull.push(point);
    }
    return hull.slice(0, -1);
  };
  const hull = [...half(points), ...half([...points].reverse())];
  const corners = hull.length > 0 ? hull : points.slice(0, 1);
  const [first] = corners;
  return first ? [...corners, first] : [];
}

function turnOf(a: [number, number] | undefined, b: [number, number] | undefined, c: [number, number]): number {
  if (!a || !b) return 0;
  return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
}

/** Upright strips the hull is told by: half a per cent of its width each, and two numbers. */
const STRIPS = 256;

/** Tells quickly of boxes that they lie inside a convex hull; of a few that do it does not know it. */
export class InsideHull {
  readonly #west: number;
  readonly #width: number;
  /** Of each upright strip what lies above the hull's lower side and below its upper side all across it. */
  readonly #low = new Float64Array(STRIPS).fill(Number.POSITIVE_INFINITY);
  readonly #high = new Float64Array(STRIPS).fill(Number.NEGATIVE_INFINITY);

  /** @param hull closed, as `hullOf` gives it */
  constructor(hull: readonly (readonly [number, number])[]) {
    const xs = hull.map(([x]) => x);
    this.#west = Math.min(...xs);
    this.#width = (Math.max(...xs) - this.#west) / STRIPS;
    if (!(this.#width > 0 && Number.isFinite(this.#width))) return;
    let left = sidesAt(hull, this.#west);
    for (let strip = 0; strip < STRIPS; strip += 1) {
      const right = sidesAt(hull, this.#west + (strip + 1) * this.#width);
      // The sides bend outwards: nowhere in the strip are they farther in than at one of its ends.
      this.#low[strip] = Math.max(left[0], right[0]);
      this.#high[strip] = Math.min(left[1], right[1]);
      left = right;
    }
  }

  /** Whether the box at an index (west, south, east, north) is known to lie inside, its edge not at that of the hull. */
  holdsBox(boxes: Float64Array, at: number): boolean {
    const first = Math.floor(((boxes[at] as number) - this.#west) / this.#width);
    const last = Math.floor(((boxes[at + 2] as number) - this.#west) / this.#width);
    if (!(first >= 0 && last < STRIPS)) return false;
    const south = boxes[at + 1] as number;
    const north = boxes[at + 3] as number;
    for (let strip = first; strip <= last; strip += 1)
      if (!(south > (this.#low[strip] as number) && north < (this.#high[strip] as number))) return false;
    return true;
  }
}

/** The lower and the upper side of a convex hull at a place in x; the wrong way round outside of it. */
function sidesAt(hull: readonly (readonly [number, number])[], x: number): [low: number, high: number] {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (let index = 1; index < hull.length; index += 1) {
    const [x1, y1] = hull[index - 1] as readonly [number, number];
    const [x2, y2] = hull[index] as readonly [number, number];
    if (x < Math.min(x1, x2) || x > Math.max(x1, x2) || x1 === x2) continue;
    const y = y1 + ((y2 - y1) * (x - x1)) / (x2 - x1);
    low = Math.min(low, y);
    high = Math.max(high, y);
  }
  return [low, high];
}
