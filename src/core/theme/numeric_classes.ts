/** Computed classes: as many as an eye tells apart on a map. */
const CLASS_COUNT = 6;

/** The smallest of 1, 2, 5 × 10ⁿ that is not below a step. */
export function niceStep(step: number): number {
  if (!(step > 0) || !Number.isFinite(step)) return 1;
  const magnitude = 10 ** Math.floor(Math.log10(step));
  const factor = [1, 2, 5].find((candidate) => candidate * magnitude >= step * (1 - 1e-9)) ?? 10;
  return factor * magnitude;
}

/** Drops the digits that binary fractions add: 0.30000000000000004 is 0.3. */
function tidy(value: number): number {
  return Number(value.toPrecision(12));
}

/**
 * Upper ends of classes for a list of values, ascending; the class above the last one is open. With few different values each
 * gets a class of its own; else the values are shared out evenly and the ends rounded to a twentieth of their spread.
 */
export function computeClassEnds(values: readonly number[]): number[] {
  const sorted = values.filter(Number.isFinite).sort((a, b) => a - b);
  const distinct = [...new Set(sorted)];
  if (distinct.length <= CLASS_COUNT) return distinct.slice(0, -1);
  const step = niceStep(((distinct.at(-1) ?? 0) - (distinct[0] ?? 0)) / 20);
  const ends = new Set<number>();
  for (let index = 1; index < CLASS_COUNT; index += 1) {
    const quantile = sorted[Math.floor((index * sorted.length) / CLASS_COUNT)] ?? 0;
    ends.add(tidy(Math.round(quantile / step) * step));
  }
  const [least = 0] = distinct;
  const most = distinct.at(-1) ?? 0;
  // An end at or beyond the outermost values would leave a class empty for ever.
  return [...ends].filter((end) => end >= least && end < most).sort((a, b) => a - b);
}

/** Index of the class a value lies in: class i reaches up to and with its end. */
export function classIndexOf(value: number, ends: readonly number[]): number {
  const index = ends.findIndex((end) => value <= end);
  return index < 0 ? ends.length : index;
}
