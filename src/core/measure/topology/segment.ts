/** Square of the distance from a point to a segment, in whatever unit the coordinates have. */
export function squaredDistanceToSegment(
  px: number,
  py: number,
  ax: number,
  ay: number,
  bx: number,
  by: number,
): number {
  const share = shareAlong(px, py, ax, ay, bx, by);
  const dx = px - ax - share * (bx - ax);
  const dy = py - ay - share * (by - ay);
  return dx * dx + dy * dy;
}

/** Where along a segment its nearest point to a point lies: 0 at its beginning, 1 at its end. */
export function shareAlong(px: number, py: number, ax: number, ay: number, bx: number, by: number): number {
  const dx = bx - ax;
  const dy = by - ay;
  const squared = dx * dx + dy * dy;
  if (squared === 0) return 0;
  const share = ((px - ax) * dx + (py - ay) * dy) / squared;
  return share < 0 ? 0 : share > 1 ? 1 : share;
}

/**
 * How far along the first of two segments their insides cross, 0–1; undefined where they do not, or where an end of one comes
 * within a distance of the line of the other: that is touching.
 */
export function crossingShare(
  ax: number,
  ay: number,
  bx: number,
  by: number,
  cx: number,
  cy: number,
  dx: number,
  dy: number,
  touch: number,
): number | undefined {
  const lengthA = Math.sqrt((bx - ax) * (bx - ax) + (by - ay) * (by - ay));
  const lengthB = Math.sqrt((dx - cx) * (dx - cx) + (dy - cy) * (dy - cy));
  if (lengthA === 0 || lengthB === 0) return undefined;
  // Distances of each segment's ends from the other's line, signed by their side.
  const c = ((bx - ax) * (cy - ay) - (by - ay) * (cx - ax)) / lengthA;
  const d = ((bx - ax) * (dy - ay) - (by - ay) * (dx - ax)) / lengthA;
  if (c > 0 === d > 0 || Math.abs(c) <= touch || Math.abs(d) <= touch) return undefined;
  const p = ((dx - cx) * (ay - cy) - (dy - cy) * (ax - cx)) / lengthB;
  const q = ((dx - cx) * (by - cy) - (dy - cy) * (bx - cx)) / lengthB;
  if (p > 0 === q > 0 || Math.abs(p) <= touch || Math.abs(q) <= touch) return undefined;
  return p / (p - q);
}
