import { COMMUNITY } from './facts/constants.ts';
import { type Frame, solve } from './geometry/frame.ts';
import { extendLine, meet, partOfLine } from './geometry/line.ts';
import { at, type Ring } from './geometry/point.ts';
import { cleanRing, shareVertices, splitRing } from './geometry/ring.ts';
import { type Roads, roadLine } from './road_network.ts';
import { layOutRoads } from './roads.ts';
import type { Waters } from './waters.ts';

export interface Community {
  border: Ring;
  /** In their order, the first phase first. */
  phases: Ring[];
}

/** The land inside the four roads round the community, along their centrelines. */
function communityBorder(roads: Roads): Ring {
  const sides = ['wangjiang-west-road', 'fangxing-avenue', 'changjiang-west-road', 'west-boundary-road'].map((id) => {
    const line = roadLine(roads, id);
    return id === 'west-boundary-road' ? extendLine(line, 30) : line;
  });
  const border = sides.flatMap((side, index) => {
    const from = meet(side, at(sides, index - 1)).position;
    const to = meet(side, at(sides, index + 1)).position;
    const part = from < to ? partOfLine(side, from, to) : partOfLine(side, to, from).reverse();
    return part.slice(0, -1);
  });
  return cleanRing(border);
}

/** The roads with the community's western road where it has to be for the sourced gross area. */
export function layOutRoadsForCommunity(frame: Frame, waters: Waters): Roads {
  const area = (shift: number) => frame.areaSquareMetres([communityBorder(layOutRoads(frame, waters, shift))]);
  const shift = solve(area, COMMUNITY.grossAreaSquareMetres.value, -80, 160);
  return layOutRoads(frame, waters, Math.round(shift * 1e6) / 1e6);
}

/** The community cut into its six phases along road centrelines. Shared borders share their vertices. */
export function layOutCommunity(roads: Roads): Community {
  const border = communityBorder(roads);
  const cut = (ring: Ring, road: string, isFirst: (ring: Ring) => boolean): [Ring, Ring] => {
    const pieces = splitRing(ring, extendLine(roadLine(roads, road), 30));
    if (!pieces) throw new RangeError(`${road} does not cut the phase in two`);
    return isFirst(pieces[0]) ? pieces : [pieces[1], pieces[0]];
  };
  const mean = (ring: Ring, axis: 0 | 1) => ring.reduce((sum, point) => sum + point[axis], 0) / ring.length;
  const lower = (road: string, ring: Ring): [Ring, Ring] => {
    const y = mean(roadLine(roads, road), 1);
    return cut(ring, road, (piece) => middleOf(piece, 1) < y);
  };
  const western = (road: string, ring: Ring): [Ring, Ring] => {
    const x = mean(roadLine(roads, road), 0);
    return cut(ring, road, (piece) => middleOf(piece, 0) < x);
  };
  const [south, north] = lower('community-avenue', border);
  const [six, five] = western('community-spine', north);
  const [four, southEast] = western('peacock-terrace-road', south);
  const [middle, one] = western('huolongdi-road', southEast);
  const [two, three] = lower('yunfei-road', middle);
  const [sharedBorder, ...phases] = shareVertices([border, one, two, three, four, five, six]);
  if (!sharedBorder) throw new RangeError('No community');
  return { border: sharedBorder, phases };
}

function middleOf(ring: Ring, axis: 0 | 1): number {
  const values = ring.map((point) => point[axis]);
  return (Math.min(...values) + Math.max(...values)) / 2;
}
