import { EdgeList, longestSharedStretch } from '../edge_pair_sum.ts';
import type { EdgedLayer } from './plane_layer.ts';
import { fillEdges, sharedWindow } from './shared_area.ts';

const edgesA = new EdgeList();
const edgesB = new EdgeList();
/** First one upright line is drawn through what the two boxes share, then more and more. */
const LINE_COUNTS = [1, 3, 9, 27] as const;

/**
 * A place in the middle of ground that two features share, in grid units; undefined where no line that is tried runs through it:
 * they share nothing, or a strip so narrow that its shape has to be made. Their rings must be simple.
 */
export function sharedSpot(
  layerA: EdgedLayer,
  featureA: number,
  layerB: EdgedLayer,
  featureB: number,
): [x: number, y: number] | undefined {
  const window = sharedWindow(layerA.boxes, featureA, layerB.boxes, featureB);
  if (!window) return undefined;
  fillEdges(edgesA, layerA, featureA, window);
  fillEdges(edgesB, layerB, featureB, window);
  for (const lines of LINE_COUNTS) {
    let spot: [number, number] | undefined;
    let longest = 0;
    for (let line = 0; line < lines; line += 1) {
      const x = window.left + ((line + 0.5) / lines) * (window.right - window.left);
      const stretch = longestSharedStretch(edgesA, edgesB, x);
      if (!stretch || stretch.to - stretch.from <= longest) continue;
      longest = stretch.to - stretch.from;
      spot = [x, window.base + (stretch.from + stretch.to) / 2];
    }
    if (spot) return spot;
  }
  return undefined;
}
