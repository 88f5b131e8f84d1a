import type { Ledger } from '../control/types.ts';
import { entryReader } from '../packing/large_lists.ts';
import { tidy } from '../plan/tidy.ts';

/** How often values occur, for the slider that filters them. */
export interface Histogram {
  /** Ends of the slider: the values' extent, rounded outwards to whole bins. */
  from: number;
  to: number;
  binWidth: number;
  /** Values per bin: from ≤ value < next, the last bin with its end. */
  counts: number[];
}

/** The smallest of 1, 2, 5 × 10ⁿ that is not below a step. */
function niceStep(step: number): number {
  if (!(step > 0) || !Number.isFinite(step)) return 1;
  const magnitude = 10 ** Math.floor(Math.log10(step));
  const factor = [1, 2, 5].find((candidate) => candidate * magnitude >= step * (1 - 1e-9)) ?? 10;
  return factor * magnitude;
}

/**
 * Counts values in at most `binCount` bins (two at least) of a round width (1, 2 or 5 × 10ⁿ). Undefined when there is no value; values that are
 * not finite are left out.
 */
export function histogramOf(values: Iterable<number>, binCount: number): Histogram | undefined {
  const finite = [...values].filter(Number.isFinite);
  if (finite.length === 0) return undefined;
  const least = finite.reduce((a, b) => Math.min(a, b));
  const most = finite.reduce((a, b) => Math.max(a, b));
  // Two at least: values on both sides of zero never fit into one bin of a round width.
  const mostBins = Math.max(2, Math.floor(binCount));
  let binWidth = niceStep((most - least) / mostBins);
  // Rounding both ends outwards can need one bin more than asked for: then the next wider bins.
  while (binsBetween(least, most, binWidth) > mostBins) binWidth = niceStep(binWidth * 1.01);
  const first = Math.floor(least / binWidth + 1e-9);
  const bins = Math.max(1, binsBetween(least, most, binWidth));
  const counts = new Array<number>(bins).fill(0);
  for (const value of finite) {
    const bin = Math.min(bins - 1, Math.max(0, Math.floor(value / binWidth + 1e-9) - first));
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return { from: tidy(first * binWidth), to: tidy((first + bins) * binWidth), binWidth, counts };
}

function binsBetween(least: number, most: number, width: number): number {
  return Math.ceil(most / width - 1e-9) - Math.floor(least / width + 1e-9);
}

/** Effective maximum heights of the plots that have one, in metres. */
export function heightLimitsMetres(ledger: Ledger): number[] {
  return limitsOf(ledger, 'height');
}

/** Effective maximum FARs of the plots that have one. */
export function farLimits(ledger: Ledger): number[] {
  return limitsOf(ledger, 'far');
}

function limitsOf({ plots }: Ledger, control: 'height' | 'far'): number[] {
  const limitOf = entryReader(plots, 'controls', control, 'max', 'value');
  const limits: number[] = [];
  let place = 0;
  for (const number of plots.keys()) {
    const limit = limitOf(number, place);
    if (typeof limit === 'number') limits.push(limit);
    place += 1;
  }
  return limits;
}
