import type { Finding } from '../plan/findings.ts';
import { spotEvidence } from './evidence.ts';
import type { CheckContext } from './rule.ts';

/** Of one border so many places are shown. */
const MOST_SPOTS = 50;

/**
 * A vertex on the border of two neighbours that only one of them has. GEOS and PostGIS call a coverage valid only when it is
 * edge-matched (`ST_CoverageInvalidEdges`), QGIS's geometry checker calls this a missing vertex: the borders are one today, and
 * part as soon as the vertex is moved, the layer is projected or coordinates are rounded. Told once for the border of two, as a
 * note: no area is wrong yet. Not told is what QGIS and PostGIS report too, a vertex where the neighbour's border passes on to a
 * third plot or to open ground: it is the corner of a plot on another's side, every plan has hundreds, and moving it would be a
 * decision about three plots.
 */
export function* checkBorderVertexMissing({ geometry }: CheckContext): Generator<Finding | undefined> {
  for (const layer of ['phases', 'plots'] as const) {
    const { plane, features } = geometry.layer(layer);
    const unsound = yield* geometry.unsound(layer);
    const { unmatched } = yield* geometry.openEdges(layer);
    for (const { lacking, having, nodes } of unmatched) {
      const [one, other] = [features[lacking], features[having]];
      if (!one || !other || unsound.has(lacking) || unsound.has(having)) continue;
      const spots = nodes
        .map((node) => [plane.nodeX[node] as number, plane.nodeY[node] as number] as const)
        .sort(([ax, ay], [bx, by]) => ax - bx || ay - by);
      yield {
        code: 'border-vertex-missing',
        severity: 'info',
        layer,
        feature: one.id,
        related: [other.id],
        data: { count: nodes.length },
        evidence: spotEvidence(plane, spots.slice(0, MOST_SPOTS).flat()),
      };
    }
  }
}
