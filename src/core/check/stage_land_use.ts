import type { Finding } from '../plan/findings.ts';
import { type LandUseGroup, landUseGroupOf } from '../plan/land_use_group.ts';
import type { Stage } from '../plan/types.ts';
import type { CheckContext } from './rule.ts';

/** Uses a stage cannot have: nobody researches on a warehouse plot or produces on a housing one. Our own judgement. */
const CONTRADICTORY: Record<Stage, readonly LandUseGroup[]> = {
  research: ['housing', 'storage', 'openSpace'],
  incubator: ['housing', 'storage', 'openSpace'],
  accelerator: ['housing', 'openSpace'],
  'industry-base': ['housing', 'education', 'openSpace'],
};

/** A plot whose life-cycle stage and land use contradict each other. */
export function checkStageLandUse({ plan }: CheckContext): Finding[] {
  return plan.layers.plots.flatMap(({ id, geometry, properties }): Finding[] => {
    const { stage, landUseCode } = properties;
    const group = landUseGroupOf(properties);
    if (!stage || !landUseCode || !group || !CONTRADICTORY[stage].includes(group)) return [];
    return [
      {
        code: 'stage-land-use',
        severity: 'warning',
        layer: 'plots',
        feature: id,
        pointer: './properties/stage',
        data: { field: 'stage', stages: [stage], value: landUseCode },
        evidence: geometry,
      },
    ];
  });
}
