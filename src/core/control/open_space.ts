import { landUseGroupOf } from '../plan/land_use_group.ts';
import type { PlotProperties } from '../plan/types.ts';

/**
 * Whether a plot is open space by its land use: land nobody builds on, green and squares, water, roads and tracks. A key area's FAR,
 * density and green ratio speak of building land: a park within it does not thereby get a floor area.
 */
export function isOpenSpace(plot: Pick<PlotProperties, 'landUseCode' | 'landUseScheme'>): boolean {
  return landUseGroupOf(plot) === 'openSpace';
}
