import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { histogramOf } from '../../../src/core/theme/histogram.ts';
import { classIndexOf, computeClassEnds } from '../../../src/core/theme/numeric_classes.ts';

const values = fc.array(
  fc.oneof(
    fc.integer({ min: 0, max: 200 }),
    fc.double({ min: 0, max: 8, noNaN: true }).map((value) => Number(value.toFixed(2))),
  ),
  { minLength: 1, maxLength: 80 },
);

describe('computed classes', () => {
  it('ascend, are at most six, and leave no end beyond the greatest value', () => {
    fc.assert(
      fc.property(values, (list) => {
        const ends = computeClassEnds(list);
        expect(ends.length).toBeLessThanOrEqual(5);
        for (let index = 1; index < ends.length; index += 1) expect(ends[index]).toBeGreaterThan(ends[index - 1] ?? 0);
        for (const end of ends) expect(end).toBeLessThan(Math.max(...list));
      }),
    );
  });

  it('hold each value between their ends', () => {
    fc.assert(
      fc.property(values, fc.double({ min: -10, max: 300, noNaN: true }), (list, value) => {
        const ends = computeClassEnds(list);
        const index = classIndexOf(value, ends);
        expect(value).toBeLessThanOrEqual(ends[index] ?? Number.POSITIVE_INFINITY);
        if (index > 0) expect(value).toBeGreaterThan(ends[index - 1] ?? Number.NaN);
      }),
    );
  });

  it('share many different values out, however skewed, none with more than a third', () => {
    const different = fc
      .tuple(
        fc.uniqueArray(fc.integer({ min: 0, max: 100_000 }), { minLength: 24, maxLength: 90 }),
        fc.constantFrom(1, 3, 6),
      )
      .map(([list, power]) => list.map((value) => (value / 1000) ** power));
    fc.assert(
      fc.property(different, (list) => {
        const ends = computeClassEnds(list);
        const counts = new Array<number>(ends.length + 1).fill(0);
        for (const value of list) {
          const index = classIndexOf(value, ends);
          counts[index] = (counts[index] ?? 0) + 1;
        }
        expect(Math.max(...counts)).toBeLessThanOrEqual(list.length / 3 + 1);
      }),
    );
  });
});

describe('histogram', () => {
  it('counts every value once, within its bins and its ends', () => {
    fc.assert(
      fc.property(values, fc.integer({ min: 2, max: 40 }), (list, binCount) => {
        const histogram = histogramOf(list, binCount);
        if (!histogram) throw new Error('no histogram');
        const { counts, from, to, binWidth } = histogram;
        expect(counts.reduce((sum, count) => sum + count, 0)).toBe(list.length);
        expect(counts.length).toBeLessThanOrEqual(binCount);
        expect(from).toBeLessThanOrEqual(Math.min(...list) + 1e-9);
        expect(to).toBeGreaterThanOrEqual(Math.max(...list) - 1e-9);
        expect((to - from) / binWidth).toBeCloseTo(counts.length, 6);
        counts.forEach((count, index) => {
          const low = from + index * binWidth;
          const isLast = index === counts.length - 1;
          const inside = list.filter((value) => value >= low - 1e-9 && (isLast || value < low + binWidth - 1e-9));
          expect(inside).toHaveLength(count);
        });
      }),
    );
  });
});
