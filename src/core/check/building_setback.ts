import {
  featureAreaSquareUnits,
  SQUARE_UNITS_PER_SQUARE_METRE,
  sharedAreaSquareUnits,
  shortestWay,
  toDegrees,
  UNITS_PER_METRE,
} from '../measure/topology/index.ts';
import type { Finding } from '../plan/findings.ts';
import { plotsOfBuildings } from './building_places.ts';
import { spotEvidence } from './evidence.ts';
import type { CheckContext } from './rule.ts';

const BUILDINGS_PER_SLICE = 2048;

/**
 * A building nearer to the border of its plot than the setback that holds there. One that reaches out of its plot is told by
 * `building-outside-plot`. A guiding setback makes a warning.
 */
export function* checkBuildingSetback(context: CheckContext): Generator<Finding | undefined> {
  const { geometry, ledger, tolerances } = context;
  const toleranceMetres = tolerances.setbackMetres;
  const buildings = geometry.layer('buildings');
  const plots = geometry.layer('plots');
  const mostOutside = tolerances.outsideSquareMetres * SQUARE_UNITS_PER_SQUARE_METRE;
  const plotOf = plotsOfBuildings(context);
  for (const [place, building] of buildings.features.entries()) {
    if (place % BUILDINGS_PER_SLICE === 0) yield undefined;
    const number = plotOf.get(building.id);
    const plot = number === undefined ? undefined : plots.placeOf(number);
    const setback = number === undefined ? undefined : ledger.plots.get(number)?.controls.setback.min;
    if (number === undefined || plot === undefined || !setback || !(setback.value > toleranceMetres)) continue;
    const limitUnits = (setback.value - toleranceMetres) * UNITS_PER_METRE;
    const way = shortestWay(buildings.plane, place, plots.plane, plot, limitUnits);
    if (!way) continue;
    const outside =
      featureAreaSquareUnits(buildings.plane, place) - sharedAreaSquareUnits(buildings.plane, place, plots.plane, plot);
    if (outside > mostOutside) continue;
    yield {
      code: 'building-setback',
      severity: setback.origin.binding === 'guiding' ? 'warning' : 'error',
      layer: 'buildings',
      feature: building.id,
      related: [number],
      data: {
        distanceMetres: way.distanceUnits / UNITS_PER_METRE,
        setbackMetres: setback.value,
        toleranceMetres,
      },
      evidence:
        way.distanceUnits === 0
          ? spotEvidence(plots.plane, [way.toX, way.toY])
          : {
              type: 'LineString',
              coordinates: [toDegrees(plots.plane, way.fromX, way.fromY), toDegrees(plots.plane, way.toX, way.toY)],
            },
    };
  }
}
