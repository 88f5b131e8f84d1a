import { featureAreaSquareUnits, findSpikes, SQUARE_UNITS_PER_SQUARE_METRE } from '../measure/topology/index.ts';
import type { Finding } from '../plan/findings.ts';
import { LEAST_AREA_SQUARE_METRES } from './geometry_no_area.ts';
import { outlineFinding } from './outline_findings.ts';
import { COUNTED_LAYERS } from './plan_geometry.ts';
import type { CheckContext } from './rule.ts';

/** An outline that turns back on itself: a vertex that was dragged away, or a line that was drawn there and back. */
export function* checkGeometrySpike(context: CheckContext): Generator<Finding | undefined> {
  const toleranceDegrees = context.tolerances.spikeDegrees;
  for (const layer of COUNTED_LAYERS) {
    const { plane } = context.geometry.layer(layer);
    const spikes = new Map<number, { spots: number[]; angleDegrees: number }>();
    for (const { feature, x, y, angleDegrees } of findSpikes(plane, toleranceDegrees)) {
      const known = spikes.get(feature) ?? { spots: [], angleDegrees };
      known.spots.push(x, y);
      known.angleDegrees = Math.min(known.angleDegrees, angleDegrees);
      spikes.set(feature, known);
    }
    for (const [feature, { spots, angleDegrees }] of spikes) {
      // An outline that is nothing but spike has no area: that is told instead.
      if (featureAreaSquareUnits(plane, feature) < LEAST_AREA_SQUARE_METRES * SQUARE_UNITS_PER_SQUARE_METRE) continue;
      yield outlineFinding(context, { code: 'geometry-spike', severity: 'warning' }, layer, feature, {
        spots,
        data: { angleDegrees, toleranceDegrees },
      });
    }
  }
}
