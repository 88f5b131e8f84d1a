import type { Changes, PlanComparison, PlotChange } from '../../core/compare/types.ts';
import { boundsOf } from '../../core/measure/bounds.ts';
import { LARGE_COUNT } from '../../core/packing/large_lists.ts';
import type { Areal, Linear, Plan } from '../../core/plan/types.ts';
import { reviewMarksOf } from '../../map/review/review_marks.ts';
import type { DrawnPlan, ReviewDrawing } from '../../state/review_drawing.ts';

export interface ComparedPlans {
  before: DrawnPlan;
  after: DrawnPlan;
  changes: Changes;
  comparison?: PlanComparison | undefined;
}

/** What the map is given to show two plans: the changes first. */
export function comparisonDrawing({ before, after, changes, comparison }: ComparedPlans): ReviewDrawing {
  return {
    after,
    ...(changes.features.length >= LARGE_COUNT
      ? { marks: [], compared: { changes, comparison, before: before.plan, after: after.plan } }
      : { marks: reviewMarksOf(changes, comparison, before.plan, after.plan) }),
    kinds: new Set(),
    candidates: [],
    mode: 'changes',
    isBlinkAtNew: false,
  };
}

/** From corner to corner of the changes that are drawn; undefined where there are none, or too many to have marks on the page. */
export function reachOfChanges({ marks, kinds }: Pick<ReviewDrawing, 'marks' | 'kinds'>): Linear | undefined {
  const box = boundsOf(marks.flatMap(({ kind, geometry }) => (kinds.size === 0 || kinds.has(kind) ? geometry : [])));
  if (!box) return undefined;
  const [west, south, east, north] = box;
  return {
    type: 'LineString',
    coordinates: [
      [west, south],
      [east, north],
    ],
  };
}

/** The land of a changed plot as it becomes; as it was where the plot goes. */
export function geometryOfChange(
  { before, after }: PlotChange,
  plans: { before: Plan; after: Plan },
): Areal | undefined {
  const [plan, numbers] = after.length > 0 ? [plans.after, after] : [plans.before, before];
  const shapes = plan.layers.plots.filter(({ id }) => numbers.includes(id)).map(({ geometry }) => geometry);
  if (shapes.length < 2) return shapes[0];
  return {
    type: 'MultiPolygon',
    coordinates: shapes.flatMap((shape) => (shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates)),
  };
}
