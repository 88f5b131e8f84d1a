import type { Finding } from '../plan/findings.ts';
import { tidy } from '../plan/tidy.ts';
import type { HeightBand, Plan } from '../plan/types.ts';
import { nameOf } from './near_features.ts';
import type { CheckContext } from './rule.ts';

/**
 * 合肥市控规通则（试行）, 2013: heights rise away from water. Of a zone's height bands measured from the same water, none nearer to it allows
 * more than one farther off.
 */
export function checkHeightRisesToWater({ plan, limits }: CheckContext): Finding[] {
  return plan.layers.zones.flatMap((zone) => {
    const byWater = new Map<string, { band: HeightBand; index: number }[]>();
    for (const [index, band] of (zone.properties.heightBands ?? []).entries()) {
      if (!band.measuredFrom.startsWith('water/')) continue;
      byWater.set(band.measuredFrom, [...(byWater.get(band.measuredFrom) ?? []), { band, index }]);
    }
    return [...byWater.values()].flatMap((bands) => {
      const inOrder = bands
        .filter(({ band }) => band.heightMaxMetres !== undefined)
        .sort((a, b) => a.band.fromMetres - b.band.fromMetres || a.index - b.index);
      return inOrder.flatMap(({ band, index }, place): Finding[] => {
        const behind = inOrder[place + 1]?.band;
        const near = band.heightMaxMetres ?? 0;
        const far = behind?.heightMaxMetres;
        if (!behind || far === undefined || tidy(near - far) <= limits.waterHeightRiseMetres) return [];
        return [
          {
            code: 'height-rises-to-water',
            severity: 'warning',
            layer: 'zones',
            feature: zone.id,
            pointer: `./properties/heightBands/${index}/heightMaxMetres`,
            data: {
              field: 'heightBands',
              value: waterName(plan, band.measuredFrom),
              nearFromMetres: band.fromMetres,
              nearMetres: near,
              farFromMetres: behind.fromMetres,
              farMetres: far,
            },
            evidence: zone.geometry,
          },
        ];
      });
    });
  });
}

/** What a band's reference to a water (`water/id`) is called. */
export function waterName({ layers }: Plan, reference: string): string {
  const id = reference.slice('water/'.length);
  const water = layers.water.find((one) => one.id === id);
  return water ? nameOf(water) : id;
}
