import { measureEllipsoidAreaSquareMetres } from '../measure/index.ts';
import type { Finding } from '../plan/findings.ts';
import type { CheckContext } from './rule.ts';
import { findSelfCrossing } from './self_crossing.ts';

const CHECKED = ['zones', 'phases', 'plots', 'buildings'] as const;
/** Below this an outline is a line or a point drawn as a polygon, or its holes eat it up. */
export const LEAST_AREA_SQUARE_METRES = 0.01;

/** An areal feature whose outline bounds no ground: nothing can be computed of it. */
export function checkGeometryNoArea({ plan, shapes }: CheckContext): Finding[] {
  return CHECKED.flatMap((layer) =>
    plan.layers[layer].flatMap((feature): Finding[] => {
      const areaSquareMetres = measureEllipsoidAreaSquareMetres(feature.geometry);
      if (areaSquareMetres >= LEAST_AREA_SQUARE_METRES) return [];
      // The lobes of a bow-tie cancel each other: that it crosses itself is what is wrong with it.
      if (shapes.of(feature).paths.some((path) => findSelfCrossing(path))) return [];
      return [
        {
          code: 'geometry-no-area',
          severity: 'error',
          layer,
          feature: feature.id,
          pointer: './geometry',
          data: { areaSquareMetres },
          evidence: feature.geometry,
        },
      ];
    }),
  );
}
