import { measureEllipsoidAreaSquareMetres, type Projection } from '../../../src/core/measure/index.ts';
import { createPlaneLayer, findOpenEdges, toDegrees } from '../../../src/core/measure/topology/index.ts';
import type { Plot, Position } from '../../../src/core/plan/types.ts';

/** Gives each plot the vertices that a neighbour has on their common border and it has not: where streets' rounded corners end. */
export function matchVertices(plots: readonly Plot[], projection: Projection): void {
  const plane = createPlaneLayer(
    plots.map(({ geometry }) => geometry),
    projection,
  );
  const steps = findOpenEdges(plane);
  let step = steps.next();
  while (!step.done) step = steps.next();
  for (const { lacking, having, nodes } of step.value.unmatched)
    for (const node of nodes) {
      const at = toDegrees(plane, plane.nodeX[node] as number, plane.nodeY[node] as number);
      const vertex = nearest(ringOf(plots[having]), at);
      const plot = plots[lacking];
      if (!plot) continue;
      insert(ringOf(plot), vertex);
      // The vertex lies a fraction of a millimetre beside the edge.
      plot.properties.netAreaSquareMetres = Math.round(100 * measureEllipsoidAreaSquareMetres(plot.geometry)) / 100;
    }
}

function ringOf(plot: Plot | undefined): Position[] {
  if (plot?.geometry.type !== 'Polygon' || plot.geometry.coordinates.length !== 1)
    throw new RangeError(`Plot ${plot?.id} is no single ring`);
  return plot.geometry.coordinates[0] as Position[];
}

function nearest(ring: readonly Position[], [x, y]: readonly [number, number]): Position {
  const distance = ([a = 0, b = 0]: Position) => (a - x) ** 2 + (b - y) ** 2;
  return ring.reduce((best, position) => (distance(position) < distance(best) ? position : best));
}

/** Puts a vertex into the edge it lengthens least. */
function insert(ring: Position[], vertex: Position): void {
  const length = ([a = 0, b = 0]: Position, [c = 0, d = 0]: Position) => Math.hypot(a - c, b - d);
  const detour = (edge: number) => {
    const [from = [], to = []] = [ring[edge], ring[edge + 1]];
    return length(from, vertex) + length(vertex, to) - length(from, to);
  };
  let best = 0;
  for (let edge = 1; edge + 1 < ring.length; edge += 1) if (detour(edge) < detour(best)) best = edge;
  ring.splice(best + 1, 0, [...vertex]);
}
