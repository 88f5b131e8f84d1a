import { expect, test } from 'vitest';
import { makePlots } from '../../bench/many_plots.ts';
import { median } from '../../bench/statistics.ts';

test('neighbouring plots of the made-up park share their borders exactly', () => {
  const edges = new Map<string, number>();
  const rings = makePlots(9).features.map(({ geometry }) => geometry.coordinates[0] ?? []);
  for (const ring of rings) {
    ring.slice(1).forEach((end, index) => {
      const edge = [String(ring[index]), String(end)].sort().join(' ');
      edges.set(edge, (edges.get(edge) ?? 0) + 1);
    });
  }
  // A 3 × 3 grid has 12 borders inside and 12 around, each of 4 edges.
  expect([...edges.values()].filter((uses) => uses === 2)).toHaveLength(48);
  expect([...edges.values()].filter((uses) => uses === 1)).toHaveLength(48);
});

test('a revision of the made-up park changes every twentieth plot', () => {
  const before = makePlots(100).features.map((feature) => JSON.stringify(feature));
  const after = makePlots(100, 1).features.map((feature) => JSON.stringify(feature));
  expect(after.filter((feature, index) => feature !== before[index])).toHaveLength(5);
});

test('the median of an even count lies between the two in the middle', () => {
  expect(median([9, 1, 5])).toBe(5);
  expect(median([4, 1, 9, 2])).toBe(3);
  expect(() => median([])).toThrow(RangeError);
});
