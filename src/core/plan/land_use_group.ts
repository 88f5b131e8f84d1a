import type { LandUseScheme, PlotProperties } from './types.ts';

/** Uses that rules treat alike, whatever scheme their codes are of. */
const LAND_USE_GROUPS = ['housing', 'research', 'education', 'commerce', 'industry', 'storage', 'openSpace'] as const;
export type LandUseGroup = (typeof LAND_USE_GROUPS)[number];

type Beginnings = readonly (readonly [beginning: string, group: LandUseGroup | undefined])[];

/** The longest beginning that fits tells the group (A35 is research though A3 is education). */
const BEGINNINGS: Record<LandUseScheme, Beginnings> = {
  'guide-2023': [
    ['0701', 'housing'],
    ['0802', 'research'],
    ['0804', 'education'],
    ['09', 'commerce'],
    ['1001', 'industry'],
    ['11', 'storage'],
    ['14', 'openSpace'],
    ['17', 'openSpace'],
    ['1206', 'openSpace'],
    ['1207', 'openSpace'],
  ],
  'gb50137-2011': [
    ['R', 'housing'],
    ['A3', 'education'],
    ['A35', 'research'],
    ['B', 'commerce'],
    ['M', 'industry'],
    // 新型产业用地 has no national code, and what holds for industry is not asked of it.
    ['M0', undefined],
    ['W', 'storage'],
    ['G', 'openSpace'],
    ['E1', 'openSpace'],
    ['S1', 'openSpace'],
    ['S2', 'openSpace'],
  ],
  local: [],
};

/** The group of a plot's use; undefined where no rule speaks of it or nothing is stated. Without a scheme the 2023 guide is meant. */
export function landUseGroupOf({
  landUseCode,
  landUseScheme = 'guide-2023',
}: Pick<PlotProperties, 'landUseCode' | 'landUseScheme'>): LandUseGroup | undefined {
  if (typeof landUseCode !== 'string' || !Object.hasOwn(BEGINNINGS, landUseScheme)) return undefined;
  let best: (typeof BEGINNINGS)['local'][number] | undefined;
  for (const entry of BEGINNINGS[landUseScheme])
    if (landUseCode.startsWith(entry[0]) && entry[0].length > (best?.[0].length ?? 0)) best = entry;
  return best?.[1];
}
