import type { Building } from '../../src/core/plan/types.ts';
import type { KeyAreas } from './areas.ts';
import type { Frame } from './geometry/frame.ts';
import type { PlannedPlot } from './plots.ts';
import type { Roads } from './roads.ts';
import type { Waters } from './waters.ts';

export function makeBuildings(
  _frame: Frame,
  _plots: PlannedPlot[],
  _roads: Roads,
  _waters: Waters,
  _key: KeyAreas,
): Building[] {
  return [];
}
