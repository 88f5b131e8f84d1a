import { SQUARE_UNITS_PER_SQUARE_METRE } from '../measure/topology/index.ts';
import type { Finding } from '../plan/findings.ts';
import { plotsOfBuildings } from './building_places.ts';
import { OutsideMeasure } from './outside_findings.ts';
import type { CheckContext } from './rule.ts';

const BUILDINGS_PER_SLICE = 2048;

/**
 * A building of which more than the tolerance lies outside the plot it belongs to, or that belongs to none because less than half of
 * it stands on any. One that stands on no plot at all is not judged.
 */
export function* checkBuildingOutsidePlot(context: CheckContext): Generator<Finding | undefined> {
  const { geometry, tolerances } = context;
  const toleranceSquareMetres = tolerances.outsideSquareMetres;
  const leastHeld = toleranceSquareMetres * SQUARE_UNITS_PER_SQUARE_METRE;
  const buildings = geometry.layer('buildings');
  const plots = geometry.layer('plots');
  const measure = yield* OutsideMeasure.create(context, { inner: 'buildings', outer: 'plots' });
  const plotOf = plotsOfBuildings(context);
  for (const [place, building] of buildings.features.entries()) {
    if (place % BUILDINGS_PER_SLICE === 0) yield undefined;
    const number = plotOf.get(building.id);
    const plot = number === undefined ? measure.mostHolding(place, leastHeld) : plots.placeOf(number);
    const related = plot === undefined ? undefined : plots.features[plot];
    if (plot === undefined || !related) continue;
    const outside = measure.areaSquareUnits(place, plot) / SQUARE_UNITS_PER_SQUARE_METRE;
    if (outside <= toleranceSquareMetres) continue;
    const region = yield* measure.region(place, plot);
    const areaSquareMetres = (region?.areaSquareUnits ?? 0) / SQUARE_UNITS_PER_SQUARE_METRE;
    if (!region || areaSquareMetres <= toleranceSquareMetres) continue;
    yield {
      code: number === undefined ? 'building-across-plots' : 'building-outside-plot',
      severity: number === undefined ? 'warning' : 'error',
      layer: 'buildings',
      feature: building.id,
      related: [related.id],
      data: { areaSquareMetres, toleranceSquareMetres },
      evidence: region.geometry,
    };
  }
}
