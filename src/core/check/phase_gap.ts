import {
  boxesTouch,
  measureEllipsoidAreaSquareMetres,
  ShapeError,
  subtractShapes,
  toPlane,
  uniteShapes,
} from '../measure/index.ts';
import type { Finding } from '../plan/findings.ts';
import type { Areal, Polygon } from '../plan/types.ts';
import { communityBoundaryOf } from './community_boundary.ts';
import type { CheckContext } from './rule.ts';

/** Ground inside the community's boundary that no phase covers: one finding per gap larger than the tolerance. */
export function checkPhaseGap({ plan, shapes, tolerances }: CheckContext): Finding[] {
  const boundary = communityBoundaryOf(plan);
  if (!boundary) return [];
  const { phases } = plan.layers;
  const toleranceSquareMetres = tolerances.gapSquareMetres;
  return partsOf(
    uncovered(
      boundary.geometry,
      phases.map((phase) => phase.geometry),
    ),
  ).flatMap((gap): Finding[] => {
    const areaSquareMetres = measureEllipsoidAreaSquareMetres(gap);
    if (areaSquareMetres <= toleranceSquareMetres) return [];
    const { box } = toPlane(gap, shapes.projection);
    // The phases beside the gap: what tells two gaps of one community apart.
    const related = phases.filter((phase) => boxesTouch(shapes.of(phase).box, box)).map((phase) => phase.id);
    return [
      {
        code: 'phase-gap',
        severity: 'error',
        layer: 'zones',
        feature: boundary.id,
        related: related.sort(),
        data: { areaSquareMetres, toleranceSquareMetres },
        evidence: gap,
      },
    ];
  });
}

/** Empty where the overlay cannot work: self-crossing outlines have a finding of their own. */
function uncovered(boundary: Areal, phases: readonly Areal[]): Areal | undefined {
  try {
    const covered = uniteShapes(phases);
    return covered ? subtractShapes(boundary, covered) : boundary;
  } catch (error) {
    if (error instanceof ShapeError) return undefined;
    throw error;
  }
}

function partsOf(shape: Areal | undefined): Polygon[] {
  if (!shape) return [];
  return shape.type === 'Polygon'
    ? [shape]
    : shape.coordinates.map((coordinates) => ({ type: 'Polygon', coordinates }));
}
