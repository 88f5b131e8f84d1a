import type { Finding } from '../plan/findings.ts';
import { createNearSearch, DISTANCE_NOISE_METRES, nameOf } from './near_features.ts';
import type { CheckContext } from './rule.ts';

/** 合肥市控规通则（试行）, 2013: nothing is built within the strict band of 15 m beside a metro line. */
export function checkBuildingMetroBand({ plan, limits, shapes }: CheckContext): Finding[] {
  const lines = plan.layers.metro.filter(({ geometry }) => geometry.type !== 'Point');
  const near = createNearSearch(lines, shapes);
  return plan.layers.buildings.flatMap((building) =>
    near(shapes.of(building), limits.metroStrictMetres - DISTANCE_NOISE_METRES).map(
      ({ feature, distanceMetres }): Finding => ({
        code: 'building-metro-band',
        severity: 'warning',
        layer: 'buildings',
        feature: building.id,
        related: [feature.id],
        data: {
          value: nameOf(feature),
          distanceMetres,
          leastMetres: limits.metroStrictMetres,
        },
        evidence: building.geometry,
      }),
    ),
  );
}
