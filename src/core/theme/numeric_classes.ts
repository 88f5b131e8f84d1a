import { tidy } from '../plan/tidy.ts';

/** Computed classes: as many as an eye tells apart on a map. */
const CLASS_COUNT = 6;

/** The number with the fewest digits (a multiple of 5, 2 or 1 × 10ⁿ, n as large as can be) from `low` up to below `high`. */
function roundestBetween(low: number, high: number): number {
  if (!(high > low)) return low;
  const largest = Math.ceil(Math.log10(Math.max(Math.abs(low), Math.abs(high))));
  for (let exponent = largest; exponent > largest - 15; exponent -= 1) {
    for (const factor of [5, 2, 1]) {
      const step = factor * 10 ** exponent;
      const candidate = tidy(Math.ceil(low / step - 1e-9) * step);
      if (candidate >= low && candidate < high) return candidate;
    }
  }
  return low;
}

/**
 * Upper ends of classes for a list of values, ascending; the class above the last one is open. With few different values each
 * gets a class of its own; else the values are shared out about evenly, and each end is the roundest number near its place.
 */
export function computeClassEnds(values: readonly number[]): number[] {
  const sorted = values.filter(Number.isFinite).sort((a, b) => a - b);
  const distinct = [...new Set(sorted)];
  if (distinct.length <= CLASS_COUNT) return distinct.slice(0, -1);
  const valueAt = (place: number): number => sorted[Math.min(sorted.length - 1, Math.max(0, Math.round(place)))] ?? 0;
  // An end may move by a third of a class to reach a round number.
  const slack = sorted.length / CLASS_COUNT / 3;
  const ends = new Set<number>();
  for (let index = 1; index < CLASS_COUNT; index += 1) {
    const place = (index * sorted.length) / CLASS_COUNT - 1;
    ends.add(roundestBetween(valueAt(place - slack), valueAt(place + slack)));
  }
  ends.delete(distinct.at(-1) ?? 0);
  return [...ends].sort((a, b) => a - b);
}

/** Index of the class a value lies in: class i reaches up to and with its end. */
export function classIndexOf(value: number, ends: readonly number[]): number {
  const index = ends.findIndex((end) => value <= end);
  return index < 0 ? ends.length : index;
}
