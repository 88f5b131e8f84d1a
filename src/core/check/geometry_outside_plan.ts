import { type Box, boundsOf } from '../measure/index.ts';
import type { Finding } from '../plan/findings.ts';
import { LAYER_IDS, type Plan } from '../plan/types.ts';
import type { CheckContext } from './rule.ts';

/** Length of a degree of latitude, to the precision a margin of kilometres needs. */
const METRES_PER_DEGREE = 111_320;
/** Without bounds of its own a plan lies where its features do: this many times the middle half's spread on either side of it. */
const SPREADS = 10;

/** A feature far away from where the plan lies: its coordinates were mistyped, or read in another system than the others'. */
export function* checkGeometryOutsidePlan({ plan, tolerances }: CheckContext): Generator<Finding> {
  const toleranceMetres = tolerances.planMarginMetres;
  const placed = LAYER_IDS.flatMap((layer) =>
    plan.layers[layer].flatMap((feature) => {
      const box = boundsOf([feature.geometry]);
      return box ? [{ layer, feature, box }] : [];
    }),
  );
  const area = areaOf(
    plan,
    placed.map(({ box }) => box),
    toleranceMetres,
  );
  if (!area) return;
  for (const { layer, feature, box } of placed) {
    if (box[0] >= area[0] && box[1] >= area[1] && box[2] <= area[2] && box[3] <= area[3]) continue;
    yield {
      code: 'geometry-outside-plan',
      severity: 'error',
      layer,
      feature: feature.id,
      pointer: './geometry',
      data: { toleranceMetres },
      evidence: feature.geometry,
    };
  }
}

/** Where a feature may lie: the plan's bounds, or where most features are, with the margin around it. */
function areaOf(plan: Plan, boxes: readonly Box[], marginMetres: number): Box | undefined {
  const inner = plan.manifest.bounds ?? middleOf(boxes);
  if (!inner) return undefined;
  const latitude = (((inner[1] + inner[3]) / 2) * Math.PI) / 180;
  const up = marginMetres / METRES_PER_DEGREE;
  const aside = up / Math.max(0.01, Math.cos(latitude));
  return [inner[0] - aside, inner[1] - up, inner[2] + aside, inner[3] + up];
}

function middleOf(boxes: readonly Box[]): Box | undefined {
  if (boxes.length === 0) return undefined;
  const rangeOf = (low: 0 | 1, high: 2 | 3): [number, number] => {
    const centres = boxes.map((box) => (box[low] + box[high]) / 2).sort((a, b) => a - b);
    const quarter = centres[Math.floor((centres.length - 1) / 4)] as number;
    const threeQuarters = centres[Math.ceil(((centres.length - 1) * 3) / 4)] as number;
    const largest = boxes.map((box) => box[high] - box[low]).sort((a, b) => a - b)[Math.floor((boxes.length - 1) / 2)];
    const spread = threeQuarters - quarter + (largest as number);
    return [quarter - SPREADS * spread, threeQuarters + SPREADS * spread];
  };
  const [west, east] = rangeOf(0, 2);
  const [south, north] = rangeOf(1, 3);
  return [west, south, east, north];
}
