import type { Changes, FeatureChange, PlanComparison, PlotChange, PlotChangeKind } from '../../core/compare/types.ts';
import type { LayerId, Plan, PlanFeature } from '../../core/plan/types.ts';
import type { ReviewMark } from '../../state/review_drawing.ts';

const NUMBERED: readonly PlotChangeKind[] = ['renumbered', 'split', 'merged'];
/** Of these the old outline says something: it lies elsewhere than the new one. */
export const MOVED: readonly PlotChangeKind[] = ['reshaped', 'reshaped-and-rerated', 'split', 'merged'];

/**
 * The shapes of an update's changes: plots by what became of them, matched by number and by shape, and the features of all other
 * layers. Fields that only describe a feature (`edited`) are marked too.
 */
export function reviewMarksOf(
  changes: Changes,
  comparison: PlanComparison | undefined,
  before: Plan,
  after: Plan,
): ReviewMark[] {
  const shapes = { before: new Shapes(before), after: new Shapes(after) };
  const others = comparison ? changes.features.filter(({ layer }) => layer !== 'plots') : changes.features;
  return [
    ...others.flatMap((change) => marksOfFeature(change, shapes)),
    ...(comparison?.plots.flatMap((change) => marksOfPlot(change, shapes)) ?? []),
  ];
}

interface Sides {
  before: Shapes;
  after: Shapes;
}

class Shapes {
  readonly #plan: Plan;
  readonly #layers = new Map<LayerId, Map<string, PlanFeature<object>>>();
  constructor(plan: Plan) {
    this.#plan = plan;
  }
  of(layer: LayerId, id: string): PlanFeature<object> | undefined {
    let features = this.#layers.get(layer);
    if (!features) {
      features = new Map((this.#plan.layers[layer] as PlanFeature<object>[]).map((feature) => [feature.id, feature]));
      this.#layers.set(layer, features);
    }
    return features.get(id);
  }
}

/** The shape is made when it is asked for: of a hundred thousand marks the page only counts. */
function markOf(facts: Omit<ReviewMark, 'geometry'>, feature: PlanFeature<object>): ReviewMark {
  return {
    ...facts,
    get geometry() {
      return feature.geometry;
    },
  };
}

function marksOfPlot({ kind, before, after }: PlotChange, shapes: Sides): ReviewMark[] {
  const label = NUMBERED.includes(kind) ? `${before.join('+')} → ${after.join('+')}` : undefined;
  const marks: ReviewMark[] = [];
  const change = JSON.stringify([before, after]);
  const add = (feature: string, isOld: boolean, text?: string): void => {
    const shape = (isOld ? shapes.before : shapes.after).of('plots', feature);
    const facts = { kind, change, isOld, layer: 'plots' as const, feature, ...(text && { label: text }) };
    if (shape) marks.push(markOf(facts, shape));
  };
  if (kind === 'removed') return removedMarks(before, change, shapes.before);
  if (MOVED.includes(kind)) for (const feature of before) add(feature, true);
  // One label is enough where one plot became several.
  for (const [index, feature] of after.entries()) add(feature, false, index === 0 ? label : undefined);
  return marks;
}

function removedMarks(ids: readonly string[], change: string, shapes: Shapes): ReviewMark[] {
  return ids.flatMap((feature) => {
    const shape = shapes.of('plots', feature);
    return shape ? [markOf({ kind: 'removed', change, isOld: false, layer: 'plots', feature }, shape)] : [];
  });
}

/** As what a change of another layer than the plots is drawn. */
export function kindOfChange(change: FeatureChange): 'added' | 'removed' | 'reshaped' | 'edited' {
  return change.kind !== 'changed' ? change.kind : change.geometryChanged ? 'reshaped' : 'edited';
}

function marksOfFeature(change: FeatureChange, shapes: Sides): ReviewMark[] {
  const { layer, feature } = change;
  const kind = kindOfChange(change);
  const old = shapes.before.of(layer, feature);
  const common = { kind, layer, feature, change: `${layer}/${feature}` } as const;
  const young = kind === 'removed' ? old : shapes.after.of(layer, feature);
  return [
    ...(old && kind === 'reshaped' ? [markOf({ ...common, isOld: true }, old)] : []),
    ...(young ? [markOf({ ...common, isOld: false }, young)] : []),
  ];
}
