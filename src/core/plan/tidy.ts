/** Drops the digits that binary fractions add: 0.30000000000000004 is 0.3. No figure of a plan has twelve digits. */
export function tidy(value: number): number {
  return Number(value.toPrecision(12));
}
