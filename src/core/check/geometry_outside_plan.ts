import type { Box } from '../measure/index.ts';
import type { Finding } from '../plan/findings.ts';
import { LAYER_IDS, type Plan } from '../plan/types.ts';
import type { CheckContext } from './rule.ts';

/** Length of a degree of latitude, to the precision a margin of kilometres needs. */
const METRES_PER_DEGREE = 111_320;
/** Without bounds of its own a plan lies where its features do: this many times the middle half's spread on either side of it. */
const SPREADS = 10;

/** A feature far away from where the plan lies: its coordinates were mistyped, or read in another system than the others'. */
export function* checkGeometryOutsidePlan({ plan, places, tolerances }: CheckContext): Generator<Finding> {
  const toleranceMetres = tolerances.planMarginMetres;
  const boxesByLayer = LAYER_IDS.map((layer) => places.boxes(layer));
  const area = areaOf(plan, boxesByLayer, toleranceMetres);
  if (!area) return;
  for (const [index, layer] of LAYER_IDS.entries()) {
    const boxes = boxesByLayer[index] as Float64Array;
    for (let at = 0; at < boxes.length; at += 4) {
      // The box of a feature without a place is turned inside out, and lies within any area.
      const isWithin =
        (boxes[at] as number) >= area[0] &&
        (boxes[at + 1] as number) >= area[1] &&
        (boxes[at + 2] as number) <= area[2] &&
        (boxes[at + 3] as number) <= area[3];
      if (isWithin) continue;
      const feature = plan.layers[layer][at / 4];
      if (!feature) continue;
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
}

function hasPlace(boxes: Float64Array, at: number): boolean {
  return (boxes[at] as number) <= (boxes[at + 2] as number);
}

/** Where a feature may lie: the plan's bounds, or where most features are, with the margin around it. */
function areaOf(plan: Plan, boxes: readonly Float64Array[], marginMetres: number): Box | undefined {
  const inner = plan.manifest.bounds ?? middleOf(boxes);
  if (!inner) return undefined;
  const latitude = (((inner[1] + inner[3]) / 2) * Math.PI) / 180;
  const up = marginMetres / METRES_PER_DEGREE;
  const aside = up / Math.max(0.01, Math.cos(latitude));
  return [inner[0] - aside, inner[1] - up, inner[2] + aside, inner[3] + up];
}

function middleOf(boxesByLayer: readonly Float64Array[]): Box | undefined {
  const most = boxesByLayer.reduce((sum, boxes) => sum + boxes.length / 4, 0);
  const rangeOf = (low: 0 | 1, high: 2 | 3): [number, number] | undefined => {
    const centres = new Float64Array(most);
    const sizes = new Float64Array(most);
    let count = 0;
    for (const boxes of boxesByLayer)
      for (let at = 0; at < boxes.length; at += 4) {
        if (!hasPlace(boxes, at)) continue;
        centres[count] = ((boxes[at + low] as number) + (boxes[at + high] as number)) / 2;
        sizes[count] = (boxes[at + high] as number) - (boxes[at + low] as number);
        count += 1;
      }
    if (count === 0) return undefined;
    const last = count - 1;
    const quarter = rankedValue(centres, count, Math.floor(last / 4));
    const threeQuarters = rankedValue(centres, count, Math.ceil((last * 3) / 4));
    const spread = threeQuarters - quarter + rankedValue(sizes, count, Math.floor(last / 2));
    return [quarter - SPREADS * spread, threeQuarters + SPREADS * spread];
  };
  const [eastwards, northwards] = [rangeOf(0, 2), rangeOf(1, 3)];
  return eastwards && northwards && [eastwards[0], northwards[0], eastwards[1], northwards[1]];
}

/** The value that would stand at a place if so many values were sorted: quickselect (Hoare 1961), which leaves them in another order. */
function rankedValue(values: Float64Array, count: number, rank: number): number {
  let low = 0;
  let high = count - 1;
  while (low < high) {
    const pivot = values[(low + high) >> 1] as number;
    let left = low;
    let right = high;
    while (left <= right) {
      while ((values[left] as number) < pivot) left += 1;
      while ((values[right] as number) > pivot) right -= 1;
      if (left > right) break;
      const swapped = values[left] as number;
      values[left] = values[right] as number;
      values[right] = swapped;
      left += 1;
      right -= 1;
    }
    if (rank <= right) high = right;
    else if (rank >= left) low = left;
    else break;
  }
  return values[rank] as number;
}
