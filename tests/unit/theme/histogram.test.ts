import { describe, expect, it } from 'vitest';
import { deriveLedger } from '../../../src/core/control/index.ts';
import { farLimits, heightLimitsMetres, histogramOf } from '../../../src/core/theme/histogram.ts';
import { hectareAt, plan, plot } from '../control/small_park.ts';

describe('histogram', () => {
  it('counts in bins of a round width and reaches over the whole extent', () => {
    expect(histogramOf([18, 24, 24, 30, 99.65], 10)).toEqual({
      from: 10,
      to: 100,
      binWidth: 10,
      counts: [1, 2, 1, 0, 0, 0, 0, 0, 1],
    });
  });

  it('puts the greatest value into the last bin', () => {
    expect(histogramOf([0, 10], 10)).toEqual({ from: 0, to: 10, binWidth: 1, counts: [1, 0, 0, 0, 0, 0, 0, 0, 0, 1] });
  });

  it('is not misled by binary fractions', () => {
    const histogram = histogramOf([0.1, 0.2, 0.3, 0.7, 0.8], 10);
    expect(histogram).toEqual({ from: 0.1, to: 0.8, binWidth: 0.1, counts: [1, 1, 1, 0, 0, 0, 2] });
  });

  it('takes wider bins where rounding the ends outwards would need one more than asked for', () => {
    expect(histogramOf([5, 105], 10)).toEqual({ from: 0, to: 120, binWidth: 20, counts: [1, 0, 0, 0, 0, 1] });
    expect(histogramOf([-3, 5], 1)?.counts).toEqual([1, 1]);
  });

  it('has one bin for one value and none without values', () => {
    expect(histogramOf([2.5, 2.5], 10)).toEqual({ from: 2, to: 3, binWidth: 1, counts: [2] });
    expect(histogramOf([3], 10)).toEqual({ from: 3, to: 4, binWidth: 1, counts: [1] });
    expect(histogramOf([], 10)).toBeUndefined();
    expect(histogramOf([Number.NaN], 10)).toBeUndefined();
  });

  it('takes the limits that hold, of the plots that have one', () => {
    const ledger = deriveLedger(
      plan({
        plots: [plot('A', hectareAt(0), { farMax: 2 }), plot('B', hectareAt(150), { heightMaxMetres: 50, farMax: 1 })],
      }),
    );
    expect(heightLimitsMetres(ledger)).toEqual([50]);
    expect(farLimits(ledger)).toEqual([2, 1]);
  });
});
