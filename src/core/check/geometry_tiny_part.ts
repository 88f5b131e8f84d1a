import { ringAreaSquareUnits, SQUARE_UNITS_PER_SQUARE_METRE } from '../measure/topology/index.ts';
import type { Finding } from '../plan/findings.ts';
import { outlineFinding } from './outline_findings.ts';
import { COUNTED_LAYERS } from './plan_geometry.ts';
import type { CheckContext } from './rule.ts';

/** A part or hole of a feature too small to mean anything: what cutting and joining leave behind. */
export function* checkGeometryTinyPart(context: CheckContext): Generator<Finding | undefined> {
  const toleranceSquareMetres = context.tolerances.tinyPartSquareMetres;
  for (const layer of COUNTED_LAYERS) {
    const { plane, features } = context.geometry.layer(layer);
    const unsound = yield* context.geometry.unsound(layer);
    for (let place = 0; place < features.length; place += 1) {
      const first = plane.featureRing[place] as number;
      const last = plane.featureRing[place + 1] as number;
      if (last - first < 2 || unsound.has(place)) continue;
      const spots: number[] = [];
      let areaSquareMetres = Number.POSITIVE_INFINITY;
      for (let ring = first; ring < last; ring += 1) {
        const from = plane.ringStart[ring] as number;
        const area =
          Math.abs(ringAreaSquareUnits(plane.x, plane.y, from, plane.ringStart[ring + 1] as number)) /
          SQUARE_UNITS_PER_SQUARE_METRE;
        if (area >= toleranceSquareMetres) continue;
        spots.push(plane.x[from] as number, plane.y[from] as number);
        areaSquareMetres = Math.min(areaSquareMetres, area);
      }
      if (spots.length === 0) continue;
      yield outlineFinding(context, { code: 'geometry-tiny-part', severity: 'warning' }, layer, place, {
        spots,
        data: { count: spots.length / 2, areaSquareMetres, toleranceSquareMetres },
      });
    }
  }
}
