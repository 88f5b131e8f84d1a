/** By how many percent of what is expected a figure lies off it; by 100 where nothing is expected and something is stated. */
export function percentOff(stated: number, expected: number): number {
  if (expected === 0) return stated === 0 ? 0 : 100 * Math.sign(stated);
  return ((stated - expected) / expected) * 100;
}
