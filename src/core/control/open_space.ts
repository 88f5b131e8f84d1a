import type { LandUseScheme, PlotProperties } from '../plan/types.ts';

/** Beginnings of the codes of land nobody builds on: green and squares, water, roads and tracks. */
const OPEN_SPACE_CODES: Record<LandUseScheme, readonly string[]> = {
  'guide-2023': ['14', '17', '1206', '1207'],
  'gb50137-2011': ['G', 'E1', 'S1', 'S2'],
  local: [],
};

/**
 * Whether a plot is open space by its land use. A key area's FAR, density and green ratio speak of building land: a park within
 * it does not thereby get a floor area.
 */
export function isOpenSpace({
  landUseCode,
  landUseScheme = 'guide-2023',
}: Pick<PlotProperties, 'landUseCode' | 'landUseScheme'>): boolean {
  if (typeof landUseCode !== 'string' || !Object.hasOwn(OPEN_SPACE_CODES, landUseScheme)) return false;
  return OPEN_SPACE_CODES[landUseScheme].some((code) => landUseCode.startsWith(code));
}
