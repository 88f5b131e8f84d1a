import { readWhole } from '../core/read/byte_source.ts';
import { consentTo } from '../core/read/coordinates/consent.ts';
import { fitControlPoints, parseControlPoints } from '../core/read/coordinates/control_points.ts';
import type { SourceReport } from '../core/read/source.ts';
import type { SourceChoices } from '../core/read/types.ts';
import type { CommonArguments } from './arguments.ts';
import type { CommandHost } from './host.ts';
import { CommandProblem } from './problem.ts';

export type Placing = Pick<SourceChoices, 'crs' | 'swapped' | 'transform' | 'correctParts'>;

const FAULTS = {
  'too-few': 'points-too-few',
  'same-place': 'points-same-place',
  'mixed-targets': 'points-mixed',
  'plane-needed': 'points-without-plane',
  'plane-unknown': 'points-without-plane',
} as const;

/** What control points say of files that are in no known system. Throws a `CommandProblem` where they say nothing. */
export function readControlPoints(said: CommonArguments, host: CommandHost): Placing | undefined {
  const path = said.controlPoints;
  if (path === undefined) return undefined;
  let text: string;
  try {
    text = new TextDecoder().decode(readWhole(host.openFile(path)));
  } catch {
    throw new CommandProblem('path-unreadable', { path });
  }
  const { points, faultyLines } = parseControlPoints(text);
  if (faultyLines.length > 0)
    throw new CommandProblem('points-unreadable', { path, lines: faultyLines.slice(0, 5).join(', ') });
  const fit = fitControlPoints(points, said.crs, said.swapAxes);
  if (typeof fit === 'string') throw new CommandProblem(FAULTS[fit], { path });
  return { crs: undefined, swapped: fit.swapped, transform: fit.transform };
}

/** What the command line says of a source's place, once it is known how the source reads without it. */
export function placingOf(
  { coordinates }: SourceReport,
  said: CommonArguments,
  controlPoints: Placing | undefined,
): Placing {
  if (controlPoints) return !coordinates || coordinates.how === 'declared' ? {} : controlPoints;
  if (said.placeByPlan && said.crs === undefined && coordinates?.proposal) return consentTo(coordinates.proposal);
  return {
    ...(said.placeByPlan && { correctParts: true }),
    ...(said.crs !== undefined && { crs: said.crs }),
    ...(said.swapAxes && { swapped: true }),
  };
}
