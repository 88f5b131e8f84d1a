import type { Ledger } from '../core/control/types.ts';
import type { Plan, Plot, Position } from '../core/plan/types.ts';
import type { FeatureState } from './feature_states.ts';
import { permittedHeightOf } from './permitted_height.ts';
import { mercatorOf } from './projection.ts';
import { type MapPalette, mixColours } from './style/palette.ts';

/** Numbers of one edge: from x, y, metres; to x, y, metres; red, green, blue, opacity. */
export const EDGE_STRIDE = 10;

/** Edges of the shells, ready for the graphics card: x and y in the mercator unit square, from an origin; z in metres. */
export interface Wireframe {
  origin: [x: number, y: number];
  edges: Float32Array;
}

/** Below this turn a vertex lies on a curve rather than at a corner: no vertical is drawn there. */
const CORNER_COSINE = Math.cos((18 * Math.PI) / 180);

function channels(colour: string): [number, number, number] {
  const channel = (at: number): number => Number.parseInt(colour.slice(at, at + 2), 16) / 255;
  return [channel(1), channel(3), channel(5)];
}

function isCorner(before: Position, at: Position, after: Position): boolean {
  const [ax = 0, ay = 0] = before;
  const [bx = 0, by = 0] = at;
  const [cx = 0, cy = 0] = after;
  const first = Math.hypot(bx - ax, by - ay);
  const second = Math.hypot(cx - bx, cy - by);
  if (first === 0 || second === 0) return false;
  return ((bx - ax) * (cx - bx) + (by - ay) * (cy - by)) / (first * second) < CORNER_COSINE;
}

export interface WireframeInput {
  plan: Plan;
  ledger: Ledger | undefined;
  states: ReadonlyMap<string, FeatureState> | undefined;
  timelineStep: number | undefined;
  palette: MapPalette;
  /** The plots whose shells are drawn. */
  plots: readonly Plot[];
}

/** Top rings and verticals of the plots' permitted heights. */
export function buildWireframe(input: WireframeInput): Wireframe {
  const { plan, ledger, states, palette } = input;
  const sequenceOf = new Map(plan.layers.phases.map((phase) => [phase.id, phase.properties.sequence]));
  const numbers: number[] = [];
  let origin: [number, number] | undefined;
  for (const plot of input.plots) {
    const height = permittedHeightOf(plot, ledger);
    if (height === undefined || !(height > 0)) continue;
    const state = states?.get(plot.id) ?? {};
    const sequence = plot.properties.phase === undefined ? undefined : sequenceOf.get(plot.properties.phase);
    const isPlanned = input.timelineStep !== undefined && sequence !== undefined && sequence > input.timelineStep;
    const own = mixColours(state.colour ?? palette.plot, palette.shellEdge, 0.62);
    const colour = channels(state.selected ? palette.selectionAccent : state.hovered ? palette.hover : own);
    const opacity = state.selected || state.hovered ? 1 : state.dimmed ? 0.12 : isPlanned ? 0.4 : 0.9;
    const polygons = plot.geometry.type === 'Polygon' ? [plot.geometry.coordinates] : plot.geometry.coordinates;
    for (const ring of polygons.flat()) {
      const open = ring.slice(0, -1);
      const points = open.map(([longitude = 0, latitude = 0]) => {
        const [x, y] = mercatorOf(longitude, latitude);
        origin ??= [x, y];
        return [x - origin[0], y - origin[1]] as const;
      });
      points.forEach(([x, y], index) => {
        const [nextX, nextY] = points[(index + 1) % points.length] ?? [x, y];
        numbers.push(x, y, height, nextX, nextY, height, ...colour, opacity);
        const before = open.at(index - 1);
        const at = open[index];
        const after = open[(index + 1) % open.length];
        if (before && at && after && isCorner(before, at, after))
          numbers.push(x, y, 0, x, y, height, ...colour, opacity);
      });
    }
  }
  return { origin: origin ?? [0, 0], edges: new Float32Array(numbers) };
}
