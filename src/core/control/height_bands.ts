import { measureDistanceMetres, type PlaneShape, type Projection, rememberedPlaneShape } from '../measure/index.ts';
import { type Geometry, type HeightBand, LAYER_IDS, type Plan, type Zone } from '../plan/types.ts';

/** A zone's height bands with the shapes they are measured from. */
export interface PreparedBand {
  band: HeightBand;
  /** Its place in the zone's list. */
  index: number;
  measuredFrom: PlaneShape;
}

/** The geometry a reference such as `water/boyan-lake` names; undefined when the plan has no such feature. */
export function findReference(plan: Plan, reference: string): Geometry | undefined {
  const slash = reference.indexOf('/');
  const layer = LAYER_IDS.find((id) => id === reference.slice(0, slash));
  const id = reference.slice(slash + 1);
  return layer && plan.layers[layer].find((feature) => feature.id === id)?.geometry;
}

/**
 * Brings the bands' reference shapes onto the plane, each only once. A band measured from something the plan does not have
 * sets no limit; reporting it is a check's business.
 */
export function prepareBands(plan: Plan, zones: readonly Zone[], projection: Projection): Map<string, PreparedBand[]> {
  const shapes = new Map<string, PlaneShape | undefined>();
  const shapeOf = (reference: string): PlaneShape | undefined => {
    if (!shapes.has(reference)) {
      const geometry = findReference(plan, reference);
      shapes.set(reference, geometry && rememberedPlaneShape(geometry, projection));
    }
    return shapes.get(reference);
  };
  return new Map(
    zones.map((zone) => [
      zone.id,
      (zone.properties.heightBands ?? []).flatMap((band, index) => {
        const measuredFrom = shapeOf(band.measuredFrom);
        return measuredFrom ? [{ band, index, measuredFrom }] : [];
      }),
    ]),
  );
}

/** The bands a plot's nearest point lies in. Distances already measured for this plot are passed along in `distances`. */
export function bandsAt(
  plot: PlaneShape,
  bands: readonly PreparedBand[],
  distances: Map<PlaneShape, number>,
): PreparedBand[] {
  return bands.filter(({ band, measuredFrom }) => {
    let distance = distances.get(measuredFrom);
    if (distance === undefined) {
      distance = measureDistanceMetres(plot, measuredFrom);
      distances.set(measuredFrom, distance);
    }
    return distance >= band.fromMetres && distance < (band.toMetres ?? Number.POSITIVE_INFINITY);
  });
}
