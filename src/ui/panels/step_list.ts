/** The entry before (−1) or after (1) the present one, going round at the ends; without a present one the first or the last. */
export function stepInList<T>(list: readonly T[], present: T | undefined, direction: 1 | -1): T | undefined {
  const place = present === undefined ? -1 : list.indexOf(present);
  const start = place < 0 && direction === -1 ? 0 : place;
  return list[(start + direction + list.length) % list.length];
}
