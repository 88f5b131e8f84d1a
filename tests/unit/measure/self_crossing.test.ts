import { describe, expect, test } from 'vitest';
import { findSelfCrossing } from '../../../src/core/measure/self_crossing.ts';

/** A closed circle of 100 m radius; `swap` exchanges that point with the next, which makes the path cross itself there. */
function circle(count: number, swap?: number): Float64Array {
  const order = Array.from({ length: count }, (_, index) => index);
  if (swap !== undefined) [order[swap], order[swap + 1]] = [swap + 1, swap];
  const points = [...order, order[0] ?? 0].flatMap((index) => {
    const angle = (index / count) * 2 * Math.PI;
    return [100 * Math.cos(angle), 100 * Math.sin(angle)];
  });
  return Float64Array.from(points);
}

describe.each([12, 500])('a path of %i edges', (count) => {
  test('that does not cross itself has no crossing', () => {
    expect(findSelfCrossing(circle(count))).toBeUndefined();
  });

  test('that crosses itself has its crossing at the very place', () => {
    const swap = Math.floor(count / 3);
    const [x = 0, y = 0] = findSelfCrossing(circle(count, swap)) ?? [];
    const angle = ((swap + 0.5) / count) * 2 * Math.PI;
    expect(Math.hypot(x, y)).toBeGreaterThan(60);
    expect(Math.abs(Math.atan2(y, x) - angle)).toBeLessThan((2 * Math.PI) / count);
  });
});

test('an edge that comes back over itself, or a repeated point, is no crossing', () => {
  expect(findSelfCrossing(Float64Array.of(0, 0, 10, 0, 10, 0, 10, 10, 10, 20, 10, 10, 0, 10, 0, 0))).toBeUndefined();
});
