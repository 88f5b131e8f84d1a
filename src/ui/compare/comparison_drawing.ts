import type { Changes, PlanComparison, PlotChange } from '../../core/compare/types.ts';
import { boundsOf, boundsOfPlan } from '../../core/measure/bounds.ts';
import { LARGE_COUNT } from '../../core/packing/large_lists.ts';
import { featureById } from '../../core/plan/feature_by_id.ts';
import type { Areal, Geometry, Linear, Plan } from '../../core/plan/types.ts';
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

/**
 * From corner to corner of the changes that are drawn; undefined where there are none, or too many to have marks on the page.
 * @param around leaves out what lies more than a plan's width away from this plan: a shape at 0° 0° would have all else be a dot
 */
export function reachOfChanges(
  { marks, kinds }: Pick<ReviewDrawing, 'marks' | 'kinds'>,
  around?: Plan,
): Linear | undefined {
  const isNear = around ? nearnessTo(around) : () => true;
  const drawn = marks.filter(({ kind, geometry }) => (kinds.size === 0 || kinds.has(kind)) && isNear(geometry));
  const box = boundsOf(drawn.map(({ geometry }) => geometry));
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

function nearnessTo(plan: Plan): (geometry: Geometry) => boolean {
  const [west, south, east, north] = boundsOfPlan(plan) ?? [-180, -90, 180, 90];
  const [width, height] = [east - west, north - south];
  return (geometry) => {
    const box = boundsOf([geometry]);
    return (
      box !== undefined &&
      box[0] >= west - width &&
      box[1] >= south - height &&
      box[2] <= east + width &&
      box[3] <= north + height
    );
  };
}

/** The land of a changed plot as it becomes; as it was where the plot goes. */
export function geometryOfChange(
  { before, after }: PlotChange,
  plans: { before: Plan; after: Plan },
): Areal | undefined {
  const [plan, numbers] = after.length > 0 ? [plans.after, after] : [plans.before, before];
  const shapes = numbers.flatMap((number) => featureById(plan, 'plots', number)?.geometry ?? []);
  if (shapes.length < 2) return shapes[0];
  return {
    type: 'MultiPolygon',
    coordinates: shapes.flatMap((shape) => (shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates)),
  };
}
