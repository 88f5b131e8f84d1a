import type { Changes, FeatureChange, PlanComparison, PlotChange, PlotChangeKind } from '../../core/compare/types.ts';
import type { Geometry, LayerId, Plan, PlanFeature } from '../../core/plan/types.ts';
import type { ReviewMark } from '../../state/review_drawing.ts';

const NUMBERED: readonly PlotChangeKind[] = ['renumbered', 'split', 'merged'];
/** Of these the old outline says something: it lies elsewhere than the new one. */
const MOVED: readonly PlotChangeKind[] = ['reshaped', 'reshaped-and-rerated', 'split', 'merged'];

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
  readonly #layers = new Map<LayerId, Map<string, Geometry>>();
  constructor(plan: Plan) {
    this.#plan = plan;
  }
  of(layer: LayerId, id: string): Geometry | undefined {
    let shapes = this.#layers.get(layer);
    if (!shapes) {
      const features: readonly PlanFeature<object>[] = this.#plan.layers[layer];
      shapes = new Map(features.map((feature) => [feature.id, feature.geometry]));
      this.#layers.set(layer, shapes);
    }
    return shapes.get(id);
  }
}

function marksOfPlot({ kind, before, after }: PlotChange, shapes: Sides): ReviewMark[] {
  const label = NUMBERED.includes(kind) ? `${before.join('+')} → ${after.join('+')}` : undefined;
  const marks: ReviewMark[] = [];
  const change = JSON.stringify([before, after]);
  const add = (feature: string, isOld: boolean, text?: string): void => {
    const geometry = (isOld ? shapes.before : shapes.after).of('plots', feature);
    if (geometry) marks.push({ kind, change, isOld, layer: 'plots', feature, geometry, ...(text && { label: text }) });
  };
  if (kind === 'removed') return removedMarks(before, change, shapes.before);
  if (MOVED.includes(kind)) for (const feature of before) add(feature, true);
  // One label is enough where one plot became several.
  for (const [index, feature] of after.entries()) add(feature, false, index === 0 ? label : undefined);
  return marks;
}

function removedMarks(ids: readonly string[], change: string, shapes: Shapes): ReviewMark[] {
  return ids.flatMap((feature) => {
    const geometry = shapes.of('plots', feature);
    return geometry ? [{ kind: 'removed', change, isOld: false, layer: 'plots', feature, geometry }] : [];
  });
}

function marksOfFeature(change: FeatureChange, shapes: Sides): ReviewMark[] {
  const { layer, feature } = change;
  const kind = change.kind !== 'changed' ? change.kind : change.geometryChanged ? 'reshaped' : 'edited';
  const old = shapes.before.of(layer, feature);
  const common = { kind, layer, feature, change: `${layer}/${feature}` } as const;
  const young = kind === 'removed' ? old : shapes.after.of(layer, feature);
  return [
    ...(old && kind === 'reshaped' ? [{ ...common, isOld: true, geometry: old } as const] : []),
    ...(young ? [{ ...common, isOld: false, geometry: young } as const] : []),
  ];
}
