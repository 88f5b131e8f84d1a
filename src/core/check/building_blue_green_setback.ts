import { isOpenSpace } from '../control/index.ts';
import type { Finding } from '../plan/findings.ts';
import type { RuleLimits } from '../plan/rule_limits.ts';
import type { AnyFeature } from '../plan/types.ts';
import { createNearSearch, DISTANCE_NOISE_METRES, nameOf } from './near_features.ts';
import type { CheckContext } from './rule.ts';

/**
 * 合肥市控规通则（试行）, 2013: buildings keep 5 m from blue and green lines up to 24 m of height and 10 m above. What it asks above 100 m
 * depends on the place; 10 m is then the least. A building on open space (a pavilion in a park) is meant to stand there.
 */
export function checkBuildingBlueGreenSetback({ plan, ledger, limits, shapes }: CheckContext): Finding[] {
  const openBuildings = new Set(
    plan.layers.plots.flatMap(({ id, properties }) =>
      isOpenSpace(properties) ? (ledger.plots.get(id)?.buildings ?? []) : [],
    ),
  );
  const most = Math.max(limits.lowBlueGreenSetbackMetres, limits.middleBlueGreenSetbackMetres);
  const searches = (['water', 'green'] as const).map((layer) =>
    createNearSearch<AnyFeature>(plan.layers[layer], shapes),
  );
  return plan.layers.buildings.flatMap((building) => {
    if (openBuildings.has(building.id)) return [];
    const heightMetres = building.properties.heightMetres;
    const leastMetres = setbackFor(heightMetres, limits);
    const shape = shapes.of(building);
    return searches.flatMap((near) =>
      near(shape, most).flatMap(({ feature, distanceMetres }): Finding[] =>
        distanceMetres >= leastMetres - DISTANCE_NOISE_METRES
          ? []
          : [
              {
                code: 'building-blue-green-setback',
                severity: 'warning',
                layer: 'buildings',
                feature: building.id,
                related: [feature.id],
                data: {
                  value: nameOf(feature),
                  distanceMetres,
                  leastMetres,
                  heightMetres: heightMetres ?? null,
                },
                evidence: building.geometry,
              },
            ],
      ),
    );
  });
}

/** A building of unknown height keeps what even the lowest keep. */
function setbackFor(heightMetres: number | undefined, limits: RuleLimits): number {
  return heightMetres !== undefined && heightMetres > limits.lowBuildingMetres
    ? limits.middleBlueGreenSetbackMetres
    : limits.lowBlueGreenSetbackMetres;
}
