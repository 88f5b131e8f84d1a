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
  const boxes = boxesOf(plan);
  const area = areaOf(plan, boxes, toleranceMetres);
  if (!area) return;
  let place = 0;
  for (const layer of LAYER_IDS)
    for (const feature of plan.layers[layer]) {
      const at = 4 * place;
      place += 1;
      const isWithin =
        (boxes[at] as number) >= area[0] &&
        (boxes[at + 1] as number) >= area[1] &&
        (boxes[at + 2] as number) <= area[2] &&
        (boxes[at + 3] as number) <= area[3];
      // A feature without a place is no matter of where it lies.
      if (isWithin || !((boxes[at] as number) <= (boxes[at + 2] as number))) continue;
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

/** West, south, east, north of each feature in degrees, layer by layer; NaN for one without a position. */
function boxesOf(plan: Plan): Float64Array {
  const count = LAYER_IDS.reduce((sum, layer) => sum + plan.layers[layer].length, 0);
  const boxes = new Float64Array(4 * count);
  let at = 0;
  for (const layer of LAYER_IDS)
    for (const { geometry } of plan.layers[layer]) {
      boxes.set(boundsOf([geometry]) ?? [Number.NaN, Number.NaN, Number.NaN, Number.NaN], at);
      at += 4;
    }
  return boxes;
}

/** Where a feature may lie: the plan's bounds, or where most features are, with the margin around it. */
function areaOf(plan: Plan, boxes: Float64Array, marginMetres: number): Box | undefined {
  const inner = plan.manifest.bounds ?? middleOf(boxes);
  if (!inner) return undefined;
  const latitude = (((inner[1] + inner[3]) / 2) * Math.PI) / 180;
  const up = marginMetres / METRES_PER_DEGREE;
  const aside = up / Math.max(0.01, Math.cos(latitude));
  return [inner[0] - aside, inner[1] - up, inner[2] + aside, inner[3] + up];
}

function middleOf(boxes: Float64Array): Box | undefined {
  const rangeOf = (low: 0 | 1, high: 2 | 3): [number, number] | undefined => {
    const places = Float64Array.from({ length: boxes.length / 4 }, (_, place) => 4 * place).filter(
      (at) => !Number.isNaN(boxes[at]),
    );
    if (places.length === 0) return undefined;
    const centres = places.map((at) => ((boxes[at + low] as number) + (boxes[at + high] as number)) / 2).sort();
    const sizes = places.map((at) => (boxes[at + high] as number) - (boxes[at + low] as number)).sort();
    const last = places.length - 1;
    const quarter = centres[Math.floor(last / 4)] as number;
    const threeQuarters = centres[Math.ceil((last * 3) / 4)] as number;
    const spread = threeQuarters - quarter + (sizes[Math.floor(last / 2)] as number);
    return [quarter - SPREADS * spread, threeQuarters + SPREADS * spread];
  };
  const [eastwards, northwards] = [rangeOf(0, 2), rangeOf(1, 3)];
  return eastwards && northwards && [eastwards[0], northwards[0], eastwards[1], northwards[1]];
}
