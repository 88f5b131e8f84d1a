export type Point = [x: number, y: number];

/** Curves become chords that stray less than this from them. */
export const CHORD_TOLERANCE_METRES = 0.001;
/** No arc has fewer chords than a circle of 32, none more than one of 2,048. */
const FEWEST_OF_A_TURN = 32;
const MOST_OF_A_TURN = 2048;
const MOST_OF_A_SPAN = 200;
/** Points of one spline times the square of its degree: what working them out takes. Drawings have some thousand spans of degree 3. */
const MOST_SPLINE_WORK = 5_000_000;

/** Chords for an arc so that the height of each segment is within the tolerance: r (1 − cos(θ/2)) ≤ tolerance. */
function chordCount(radius: number, sweep: number, tolerance: number): number {
  const turns = Math.abs(sweep) / (2 * Math.PI);
  const step = 2 * Math.acos(Math.max(-1, 1 - tolerance / radius));
  const wanted = Math.abs(sweep) / step;
  const least = FEWEST_OF_A_TURN * turns;
  const most = MOST_OF_A_TURN * turns;
  return Math.max(1, Math.ceil(Math.min(most, Math.max(least, Number.isFinite(wanted) ? wanted : most))));
}

/**
 * Points of an ellipse's arc from `start` over `sweep` (radians of its parameter), both ends included.
 * @param major, minor half axes as vectors from the centre
 */
export function ellipseArc(
  centre: Point,
  major: Point,
  minor: Point,
  start: number,
  sweep: number,
  tolerance: number,
): Point[] {
  const radius = Math.max(Math.hypot(...major), Math.hypot(...minor));
  if (!(radius > 0) || !Number.isFinite(radius) || !Number.isFinite(start + sweep)) return [];
  const bounded = Math.max(-2 * Math.PI, Math.min(2 * Math.PI, sweep));
  const count = chordCount(radius, bounded, tolerance);
  const points: Point[] = [];
  for (let index = 0; index <= count; index += 1) {
    const angle = start + (bounded * index) / count;
    const [cosine, sine] = [Math.cos(angle), Math.sin(angle)];
    points.push([centre[0] + cosine * major[0] + sine * minor[0], centre[1] + cosine * major[1] + sine * minor[1]]);
  }
  return points;
}

/** Points of a circle's arc, angles in radians counter-clockwise from the x axis. */
export function circleArc(centre: Point, radius: number, start: number, sweep: number, tolerance: number): Point[] {
  return ellipseArc(centre, [radius, 0], [0, radius], start, sweep, tolerance);
}

/**
 * Points of the arc between two vertices of a polyline, without the first. A bulge is the tangent of a quarter of the arc's angle,
 * positive counter-clockwise.
 */
function bulgeArc(from: Point, to: Point, bulge: number, tolerance: number): Point[] {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const chord = Math.hypot(dx, dy);
  if (!(Math.abs(bulge) > 1e-9) || !Number.isFinite(bulge) || chord === 0) return [to];
  const sweep = 4 * Math.atan(bulge);
  const radius = (chord * (1 + bulge * bulge)) / (4 * Math.abs(bulge));
  const toCentre = (1 - bulge * bulge) / (4 * bulge);
  const centre: Point = [(from[0] + to[0]) / 2 - dy * toCentre, (from[1] + to[1]) / 2 + dx * toCentre];
  const start = Math.atan2(from[1] - centre[1], from[0] - centre[0]);
  const points = circleArc(centre, radius, start, sweep, tolerance);
  // The end is the vertex itself, not what rounding makes of it.
  return points.length < 2 ? [to] : [...points.slice(1, -1), to];
}

/** Points of a path of vertices with bulges; a closed one ends where it begins. */
export function bulgePath(
  vertices: readonly { point: Point; bulge: number }[],
  isClosed: boolean,
  tolerance: number,
): Point[] {
  const first = vertices[0];
  if (!first) return [];
  const points: Point[] = [first.point];
  for (const [index, { point, bulge }] of vertices.entries()) {
    const next = vertices[index + 1] ?? (isClosed ? first : undefined);
    if (next) for (const one of bulgeArc(point, next.point, bulge, tolerance)) points.push(one);
  }
  return points;
}

/**
 * Points of a (rational) B-spline by de Boor's algorithm, each span cut so finely that chords stay within about the tolerance.
 * Empty where degree, knots and control points do not belong together.
 */
export function splinePath(
  degree: number,
  knots: readonly number[],
  controls: readonly Point[],
  weights: readonly number[],
  tolerance: number,
): Point[] {
  if (!(degree >= 1 && degree <= 25) || controls.length <= degree || knots.length < controls.length + degree + 1)
    return [];
  const points: Point[] = [];
  const affordable = Math.floor(MOST_SPLINE_WORK / (degree * degree * (controls.length - degree)));
  const most = Math.max(1, Math.min(MOST_OF_A_SPAN, affordable));
  for (let span = degree; span < controls.length; span += 1) {
    const [from, to] = [knots[span] ?? 0, knots[span + 1] ?? 0];
    if (!(to > from)) continue;
    let length = 0;
    for (let index = span - degree + 1; index <= span; index += 1)
      length += Math.hypot(
        (controls[index]?.[0] ?? 0) - (controls[index - 1]?.[0] ?? 0),
        (controls[index]?.[1] ?? 0) - (controls[index - 1]?.[1] ?? 0),
      );
    const wanted = degree === 1 ? 1 : Math.ceil(Math.sqrt(length / (8 * tolerance)));
    const count = Math.min(most, Math.max(degree === 1 ? 1 : 4, Number.isFinite(wanted) ? wanted : 1));
    for (let index = points.length === 0 ? 0 : 1; index <= count; index += 1)
      points.push(splinePoint(degree, knots, controls, weights, span, from + ((to - from) * index) / count));
  }
  return points;
}

function splinePoint(
  degree: number,
  knots: readonly number[],
  controls: readonly Point[],
  weights: readonly number[],
  span: number,
  at: number,
): Point {
  const row = Array.from({ length: degree + 1 }, (_, index) => {
    const place = span - degree + index;
    const weight = weights[place] ?? 1;
    const [x, y] = controls[place] ?? [0, 0];
    return [x * weight, y * weight, weight];
  });
  for (let level = 1; level <= degree; level += 1)
    for (let index = degree; index >= level; index -= 1) {
      const left = knots[span - degree + index] ?? 0;
      const right = knots[span + 1 + index - level] ?? 0;
      const share = right === left ? 0 : (at - left) / (right - left);
      const [before, here] = [row[index - 1] ?? [], row[index] ?? []];
      row[index] = here.map((value, axis) => (1 - share) * (before[axis] ?? 0) + share * value);
    }
  const [x = 0, y = 0, weight = 1] = row[degree] ?? [];
  return weight === 0 ? [x, y] : [x / weight, y / weight];
}
