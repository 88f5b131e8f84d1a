import { boxesTouch, measureEllipsoidAreaSquareMetres, toPlane } from '../measure/index.ts';
import type { Finding } from '../plan/findings.ts';
import type { Areal, Polygon } from '../plan/types.ts';
import { communityBoundaryOf } from './community_boundary.ts';
import { isTiledByPhases } from './community_tiling.ts';
import type { CheckContext, Overlay } from './rule.ts';

/** Ground inside the community's boundary that no phase covers: one finding per gap larger than the tolerance. */
export function* checkPhaseGap(context: CheckContext): Generator<Finding | undefined> {
  const { plan, shapes, tolerances } = context;
  const boundary = communityBoundaryOf(plan);
  if (!boundary || (yield* isTiledByPhases(context, boundary))) return;
  const { phases } = plan.layers;
  const toleranceSquareMetres = tolerances.gapSquareMetres;
  const gaps = partsOf(
    uncovered(
      yield* context.overlay(),
      boundary.geometry,
      phases.map((phase) => phase.geometry),
    ),
  );
  for (const gap of gaps) {
    const areaSquareMetres = measureEllipsoidAreaSquareMetres(gap);
    if (areaSquareMetres <= toleranceSquareMetres) continue;
    const { box } = toPlane(gap, shapes.projection);
    // The phases beside the gap: what tells two gaps of one community apart.
    const related = phases.filter((phase) => boxesTouch(shapes.of(phase).box, box)).map((phase) => phase.id);
    yield {
      code: 'phase-gap',
      severity: 'error',
      layer: 'zones',
      feature: boundary.id,
      related: related.sort(),
      data: { areaSquareMetres, toleranceSquareMetres },
      evidence: gap,
    };
  }
}

/** Empty where the overlay cannot work: self-crossing outlines have a finding of their own. */
function uncovered(overlay: Overlay, boundary: Areal, phases: readonly Areal[]): Areal | undefined {
  try {
    const covered = overlay.uniteShapes(phases);
    return covered ? overlay.subtractShapes(boundary, covered) : boundary;
  } catch (error) {
    if (error instanceof overlay.ShapeError) return undefined;
    throw error;
  }
}

function partsOf(shape: Areal | undefined): Polygon[] {
  if (!shape) return [];
  return shape.type === 'Polygon'
    ? [shape]
    : shape.coordinates.map((coordinates) => ({ type: 'Polygon', coordinates }));
}
