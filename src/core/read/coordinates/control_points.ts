import { createProjection, nearestProjection } from '../../measure/index.ts';
import { applyTransform, evidenceOf, fitTransform, type PlaneTransform, type PointPair } from './plane_transform.ts';

/** A place in a local grid and where it is: longitude and latitude in degrees, or easting and northing of a plane. */
export interface ControlPoint {
  x: number;
  y: number;
  toX: number;
  toY: number;
  /** Line of the text it stands in, from 1. */
  line: number;
}

export interface ControlPointText {
  points: ControlPoint[];
  /** Lines that hold no four numbers, from 1. A first line without any number is a heading and none of them. */
  faultyLines: number[];
}

/** Reads control points: one a line, `x, y, longitude, latitude` or `x, y, easting, northing`, parted by commas, tabs, semicolons or blanks. */
export function parseControlPoints(text: string): ControlPointText {
  const result: ControlPointText = { points: [], faultyLines: [] };
  const lines = text
    .replace(/^\uFEFF/, '')
    .normalize('NFKC')
    .split(/\r\n|\r|\n/);
  for (const [index, content] of lines.entries()) {
    const words = content
      .trim()
      .split(/[\s,;、]+/)
      .filter((word) => word !== '');
    if (words.length === 0) continue;
    const numbers = words.map((word) => Number(word.replace(/^"|"$/g, '')));
    const finite = numbers.filter(Number.isFinite);
    // A point's name or number may stand first.
    const four = words.length === 5 ? numbers.slice(1) : numbers;
    const [x, y, toX, toY] = four;
    const isSound = four.length === 4 && four.every(Number.isFinite);
    if (isSound && x !== undefined && y !== undefined && toX !== undefined && toY !== undefined)
      result.points.push({ x, y, toX, toY, line: index + 1 });
    else if (!(finite.length === 0 && result.points.length === 0 && result.faultyLines.length === 0))
      result.faultyLines.push(index + 1);
  }
  return result;
}

/** Why control points give no transform. */
export type ControlPointFault = 'too-few' | 'same-place' | 'mixed-targets' | 'plane-needed' | 'plane-unknown';

export interface ControlPointFit {
  transform: PlaneTransform;
  /** The axes come in the other order: told from three or more points, or said. */
  swapped: boolean;
  /** What remains at each point, in the order of the points. */
  residualsMetres: number[];
}

const isDegrees = ({ toX, toY }: ControlPoint): boolean => Math.abs(toX) <= 180 && Math.abs(toY) <= 90;
/** The other order of the axes must fit this many times better to be taken for the right one. */
const CLEARLY_BETTER = 20;

/**
 * The turn, scale and shift that control points say (least squares from three points on).
 * @param plane system of their eastings and northings; not needed for degrees
 * @param swapped whether the axes are said to come in the other order; undefined: told from the points where three or more tell it
 */
export function fitControlPoints(
  points: readonly ControlPoint[],
  plane: string | undefined,
  swapped?: boolean,
): ControlPointFit | ControlPointFault {
  if (points.length < 2) return 'too-few';
  const degreesCount = points.filter(isDegrees).length;
  if (degreesCount > 0 && degreesCount < points.length) return 'mixed-targets';
  const areDegrees = degreesCount > 0;
  if (!areDegrees && plane === undefined) return 'plane-needed';
  const middle = points.reduce((sum, { toX }) => sum + toX / points.length, 0);
  const projection = areDegrees ? nearestProjection(middle) : createProjection(plane ?? '');
  if (!projection) return 'plane-unknown';
  const solve = (isTurned: boolean): ControlPointFit | undefined => {
    const pairs = points.map(
      ({ x, y, toX, toY }): PointPair => ({
        from: isTurned ? [y, x] : [x, y],
        to: areDegrees ? projection.forward([toX, toY]) : [toX, toY],
      }),
    );
    const found = fitTransform(pairs, projection.crs);
    if (!found) return undefined;
    const residualsMetres = pairs.map(({ from, to }) => {
      const [east, north] = applyTransform(found, from);
      return Math.hypot(east - to[0], north - to[1]);
    });
    return {
      transform: { ...found, evidence: evidenceOf(found, pairs, 'control-points') },
      swapped: isTurned,
      residualsMetres,
    };
  };
  const [straight, turned] = [solve(false), solve(true)];
  if (!straight || !turned) return 'same-place';
  if (swapped !== undefined) return swapped ? turned : straight;
  const rms = (one: ControlPointFit) => (one.transform.evidence?.rmsMetres ?? 0) + 1e-3;
  return points.length > 2 && rms(turned) * CLEARLY_BETTER < rms(straight) ? turned : straight;
}
