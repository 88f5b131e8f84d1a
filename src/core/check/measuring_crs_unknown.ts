import { measuringProjectionOf } from '../control/derive_ledger.ts';
import { boundsOfPlan } from '../measure/bounds.ts';
import { createProjection } from '../measure/gauss_kruger.ts';
import type { Finding } from '../plan/findings.ts';
import type { CheckContext } from './rule.ts';

/** A measuring CRS that cannot be measured in: plane areas and coordinates are then given in the nearest one that can. */
export function checkMeasuringCrsUnknown({ plan }: CheckContext): Finding[] {
  const { measuringCrs } = plan.manifest;
  if (createProjection(measuringCrs)) return [];
  const [west, south, east, north] = boundsOfPlan(plan) ?? [0, 0, 0, 0];
  const corners = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  return [
    {
      code: 'measuring-crs-unknown',
      severity: 'warning',
      pointer: '/measuringCrs',
      data: { value: measuringCrs, used: measuringProjectionOf(plan).crs },
      evidence: { type: 'Polygon', coordinates: [corners] },
    },
  ];
}
