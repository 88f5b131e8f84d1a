import { SQUARE_UNITS_PER_SQUARE_METRE } from '../measure/topology/index.ts';
import type { Finding } from '../plan/findings.ts';
import { plotsOfBuildings } from './building_places.ts';
import { OutsideMeasure } from './outside_findings.ts';
import type { CheckContext } from './rule.ts';

const BUILDINGS_PER_SLICE = 2048;

/** A building of which more than the tolerance lies outside the plot it belongs to. */
export function* checkBuildingOutsidePlot(context: CheckContext): Generator<Finding | undefined> {
  const { geometry, tolerances } = context;
  const toleranceSquareMetres = tolerances.outsideSquareMetres;
  const buildings = geometry.layer('buildings');
  const plots = geometry.layer('plots');
  const measure = yield* OutsideMeasure.create(context, { inner: 'buildings', outer: 'plots' });
  const plotOf = plotsOfBuildings(context);
  for (const [place, building] of buildings.features.entries()) {
    if (place % BUILDINGS_PER_SLICE === 0) yield undefined;
    const number = plotOf.get(building.id);
    const plot = number === undefined ? undefined : plots.placeOf(number);
    if (number === undefined || plot === undefined) continue;
    const outside = measure.areaSquareUnits(place, plot) / SQUARE_UNITS_PER_SQUARE_METRE;
    if (outside <= toleranceSquareMetres) continue;
    const region = yield* measure.region(place, plot);
    const areaSquareMetres = (region?.areaSquareUnits ?? 0) / SQUARE_UNITS_PER_SQUARE_METRE;
    if (!region || areaSquareMetres <= toleranceSquareMetres) continue;
    yield {
      code: 'building-outside-plot',
      severity: 'error',
      layer: 'buildings',
      feature: building.id,
      related: [number],
      data: { areaSquareMetres, toleranceSquareMetres },
      evidence: region.geometry,
    };
  }
}
