import { checkBorderNearMiss } from './border_near_miss.ts';
import { checkBorderVertexMissing } from './border_vertex_missing.ts';
import { checkBuildingDuplicate } from './building_duplicate.ts';
import { checkBuildingOutsidePlot } from './building_outside_plot.ts';
import { checkBuildingSetback } from './building_setback.ts';
import { checkGeometryFewVertices } from './geometry_few_vertices.ts';
import { checkGeometryHoleNested } from './geometry_hole_nested.ts';
import { checkGeometryHoleOutside } from './geometry_hole_outside.ts';
import { checkGeometryMultipart } from './geometry_multipart.ts';
import { checkGeometryNoArea } from './geometry_no_area.ts';
import { checkGeometryOutsidePlan } from './geometry_outside_plan.ts';
import { checkGeometryPartsOverlap } from './geometry_parts_overlap.ts';
import { checkGeometryRepeatedVertices } from './geometry_repeated_vertices.ts';
import { checkGeometryRingTouching } from './geometry_ring_touching.ts';
import { checkGeometrySelfCrossing } from './geometry_self_crossing.ts';
import { checkGeometrySliver } from './geometry_sliver.ts';
import { checkGeometrySpike } from './geometry_spike.ts';
import { checkGeometryTinyPart } from './geometry_tiny_part.ts';
import { checkGeometryWinding } from './geometry_winding.ts';
import { checkPhaseGap } from './phase_gap.ts';
import { checkPhaseOutside } from './phase_outside.ts';
import { checkPhaseOverlap } from './phase_overlap.ts';
import { checkPlotAcrossRoad } from './plot_across_road.ts';
import { checkPlotDuplicate } from './plot_duplicate.ts';
import { checkPlotGap } from './plot_gap.ts';
import { checkPlotOutsidePhase } from './plot_outside_phase.ts';
import { checkPlotOverlap } from './plot_overlap.ts';
import type { Rule } from './rule.ts';

/** The checks of outlines and of how they lie to each other, on the measuring plane. */
export const GEOMETRY_RULES = [
  {
    code: 'geometry-no-area',
    topic: 'geometry',
    severity: 'error',
    source: 'simple-features',
    reach: 'neighbours',
    check: checkGeometryNoArea,
  },
  {
    code: 'geometry-self-crossing',
    topic: 'geometry',
    severity: 'error',
    source: 'simple-features',
    reach: 'neighbours',
    check: checkGeometrySelfCrossing,
  },
  {
    code: 'geometry-ring-touching',
    topic: 'geometry',
    severity: 'warning',
    source: 'simple-features',
    reach: 'neighbours',
    check: checkGeometryRingTouching,
  },
  {
    code: 'geometry-hole-outside',
    topic: 'geometry',
    severity: 'error',
    source: 'simple-features',
    reach: 'neighbours',
    check: checkGeometryHoleOutside,
  },
  {
    code: 'geometry-hole-nested',
    topic: 'geometry',
    severity: 'error',
    source: 'simple-features',
    reach: 'neighbours',
    check: checkGeometryHoleNested,
  },
  {
    code: 'geometry-parts-overlap',
    topic: 'geometry',
    severity: 'error',
    source: 'simple-features',
    reach: 'neighbours',
    check: checkGeometryPartsOverlap,
  },
  {
    code: 'geometry-few-vertices',
    topic: 'geometry',
    severity: 'error',
    source: 'simple-features',
    reach: 'neighbours',
    check: checkGeometryFewVertices,
  },
  {
    code: 'geometry-repeated-vertices',
    topic: 'geometry',
    severity: 'info',
    source: 'practice',
    reach: 'neighbours',
    check: checkGeometryRepeatedVertices,
  },
  {
    code: 'geometry-spike',
    topic: 'geometry',
    severity: 'warning',
    source: 'practice',
    settings: ['spikeDegrees'],
    reach: 'neighbours',
    check: checkGeometrySpike,
  },
  {
    code: 'geometry-sliver',
    topic: 'geometry',
    severity: 'warning',
    source: 'practice',
    settings: ['sliverWidthMetres'],
    reach: 'neighbours',
    check: checkGeometrySliver,
  },
  {
    code: 'geometry-tiny-part',
    topic: 'geometry',
    severity: 'warning',
    source: 'practice',
    settings: ['tinyPartSquareMetres'],
    reach: 'neighbours',
    check: checkGeometryTinyPart,
  },
  {
    code: 'geometry-multipart',
    topic: 'geometry',
    severity: 'warning',
    source: 'practice',
    reach: 'neighbours',
    check: checkGeometryMultipart,
  },
  {
    code: 'geometry-outside-plan',
    topic: 'geometry',
    severity: 'error',
    source: 'own',
    settings: ['planMarginMetres'],
    check: checkGeometryOutsidePlan,
  },
  { code: 'geometry-winding', topic: 'geometry', severity: 'info', source: 'rfc-7946', check: checkGeometryWinding },
  {
    code: 'phase-overlap',
    topic: 'topology',
    severity: 'error',
    source: 'practice',
    check: checkPhaseOverlap,
    settings: ['overlapSquareMetres'],
    alsoTells: ['overlaps-cut', 'overlaps-uncounted'],
  },
  {
    code: 'phase-gap',
    topic: 'topology',
    severity: 'error',
    source: 'practice',
    check: checkPhaseGap,
    settings: ['gapSquareMetres'],
  },
  {
    code: 'phase-outside',
    topic: 'topology',
    severity: 'error',
    source: 'practice',
    check: checkPhaseOutside,
    settings: ['outsideSquareMetres'],
  },
  {
    code: 'plot-overlap',
    topic: 'topology',
    severity: 'error',
    source: 'practice',
    check: checkPlotOverlap,
    settings: ['overlapSquareMetres'],
    reach: 'neighbours',
    alsoTells: ['overlaps-cut', 'overlaps-uncounted'],
  },
  {
    code: 'plot-duplicate',
    topic: 'topology',
    severity: 'error',
    source: 'practice',
    reach: 'neighbours',
    check: checkPlotDuplicate,
  },
  {
    code: 'plot-gap',
    topic: 'topology',
    severity: 'warning',
    source: 'practice',
    settings: ['gapSquareMetres', 'gapWidthMetres'],
    reach: 'block',
    check: checkPlotGap,
    alsoTells: ['plot-strip'],
  },
  {
    code: 'border-near-miss',
    topic: 'topology',
    severity: 'warning',
    source: 'practice',
    settings: ['nearMissMetres'],
    reach: 'neighbours',
    check: checkBorderNearMiss,
  },
  {
    code: 'border-vertex-missing',
    topic: 'topology',
    severity: 'info',
    source: 'practice',
    reach: 'neighbours',
    check: checkBorderVertexMissing,
  },
  {
    code: 'plot-outside-phase',
    topic: 'topology',
    severity: 'error',
    source: 'practice',
    check: checkPlotOutsidePhase,
    settings: ['outsideSquareMetres'],
    reach: 'neighbours',
    relatedLayer: 'phases',
    alsoTells: ['plot-across-phases'],
  },
  {
    code: 'plot-across-road',
    topic: 'topology',
    severity: 'error',
    source: 'practice',
    settings: ['roadSquareMetres'],
    reach: 'neighbours',
    relatedLayer: 'roads',
    check: checkPlotAcrossRoad,
  },
  {
    code: 'building-duplicate',
    topic: 'topology',
    severity: 'warning',
    source: 'practice',
    reach: 'neighbours',
    relatedLayer: 'buildings',
    check: checkBuildingDuplicate,
  },
  {
    code: 'building-outside-plot',
    topic: 'topology',
    severity: 'error',
    source: 'practice',
    settings: ['outsideSquareMetres'],
    reach: 'neighbours',
    check: checkBuildingOutsidePlot,
    alsoTells: ['building-across-plots'],
  },
  {
    code: 'building-setback',
    topic: 'topology',
    severity: 'error',
    source: 'plan',
    settings: ['setbackMetres'],
    reach: 'neighbours',
    check: checkBuildingSetback,
  },
] as const satisfies readonly Rule[];
