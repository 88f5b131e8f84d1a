import { SQUARE_UNITS_PER_SQUARE_METRE } from '../measure/topology/index.ts';
import type { Finding } from '../plan/findings.ts';
import { OutsideMeasure } from './outside_findings.ts';
import type { CheckContext } from './rule.ts';

const PLOTS_PER_SLICE = 2048;

/** A plot lies in the phase it names; one that names none lies in one phase, or in none. */
export function* checkPlotOutsidePhase(context: CheckContext): Generator<Finding | undefined> {
  const { geometry, plan, tolerances } = context;
  const toleranceSquareMetres = tolerances.outsideSquareMetres;
  const leastHeld = toleranceSquareMetres * SQUARE_UNITS_PER_SQUARE_METRE;
  const plots = geometry.layer('plots');
  const phases = geometry.layer('phases');
  const measure = yield* OutsideMeasure.create(context, { inner: 'plots', outer: 'phases' });
  for (const [number, plot] of plan.layers.plots.entries()) {
    if (number % PLOTS_PER_SLICE === 0) yield undefined;
    const named = plot.properties.phase;
    const place = plots.placeOf(plot.id);
    if (place === undefined) continue;
    const phase = named === undefined ? measure.mostHolding(place, leastHeld) : phases.placeOf(named);
    if (phase === undefined) continue;
    const outside = measure.areaSquareUnits(place, phase) / SQUARE_UNITS_PER_SQUARE_METRE;
    if (outside <= toleranceSquareMetres) continue;
    const region = yield* measure.region(place, phase);
    const areaSquareMetres = (region?.areaSquareUnits ?? 0) / SQUARE_UNITS_PER_SQUARE_METRE;
    const related = phases.features[phase];
    if (!region || !related || areaSquareMetres <= toleranceSquareMetres) continue;
    yield {
      code: named === undefined ? 'plot-across-phases' : 'plot-outside-phase',
      severity: 'error',
      layer: 'plots',
      feature: plot.id,
      related: [related.id],
      data: { areaSquareMetres, toleranceSquareMetres },
      evidence: region.geometry,
    };
  }
}
