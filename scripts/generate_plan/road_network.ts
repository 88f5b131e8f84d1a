import type { Confidence, RoadProperties } from '../../src/core/plan/types.ts';
import type { Rings } from './geometry/clip.ts';
import { band, extendLine, meet, partOfLine, smoothLine } from './geometry/line.ts';
import { at, distance, type Line, points } from './geometry/point.ts';
import type { PlannedStreet } from './planned_streets.ts';
import { outward } from './waters.ts';

export interface RoadCourse {
  id: string;
  name: string;
  nameEn: string;
  roadClass: NonNullable<RoadProperties['roadClass']>;
  redLineWidthMetres: number;
  /** Centreline in the plane. */
  line: Line;
  source: string;
  confidence: Confidence;
  note?: string;
  noteEn?: string;
}
export type Roads = ReadonlyMap<string, RoadCourse>;

export interface RoadOptions {
  /** The roads it runs from and to: it is cut or drawn out to end on them. */
  from?: string;
  to?: string;
  source?: string;
  confidence?: Confidence;
  note?: string;
  noteEn?: string;
  /** The course is taken as it is, without smoothing. */
  isExact?: boolean;
}

/** A vertex about so often along a curve. */
const STEP_METRES = 64;
/** How far a road is drawn out to meet the road it ends on. */
const REACH_METRES = 160;

/** Roads as they are laid out, one after the other: a later one may end on an earlier one. */
export class RoadNetwork {
  readonly roads = new Map<string, RoadCourse>();
  private plannedCount = 0;

  lineOf(id: string): Line {
    return roadLine(this.roads, id);
  }

  /** A road that is known by its name. */
  name(
    id: string,
    [name, nameEn]: readonly [zh: string, en: string],
    roadClass: RoadCourse['roadClass'],
    redLineWidthMetres: number,
    course: Line,
    options: RoadOptions = {},
  ): void {
    let line: Line = options.isExact ? course : smoothLine(course, STEP_METRES);
    line = extendLine(line, options.from ? REACH_METRES : 0, options.to ? REACH_METRES : 0);
    if (options.from) line = partOfLine(line, meet(line, this.lineOf(options.from)).position, line.length - 1);
    if (options.to) line = partOfLine(line, 0, meet(line, this.lineOf(options.to)).position);
    this.roads.set(id, {
      id,
      name,
      nameEn,
      roadClass,
      redLineWidthMetres,
      line,
      source: options.source ?? 'generated',
      confidence: options.confidence ?? 'L',
      ...(options.note ? { note: options.note } : {}),
      ...(options.noteEn ? { noteEn: options.noteEn } : {}),
    });
  }

  /** A road no source names: it gets a number. */
  plan(
    id: string,
    roadClass: RoadCourse['roadClass'],
    widthMetres: number,
    course: Line,
    options: RoadOptions = {},
  ): void {
    this.plannedCount += 1;
    const number = String(this.plannedCount).padStart(2, '0');
    this.name(id, [`规划${number}路`, `Planned Road ${number}`], roadClass, widthMetres, course, {
      note: '规划道路：名称、线位均为示意',
      noteEn: 'Planned road: name and course are indicative',
      ...options,
    });
  }

  planAll(streets: readonly PlannedStreet[]): void {
    for (const [id, roadClass, width, from, to, course] of streets)
      this.plan(id, roadClass, width, points(course), { from, to });
  }
}

/** The line of a road; a programme's mistake when there is none of that id. */
export function roadLine(roads: Roads, id: string): Line {
  const road = roads.get(id);
  if (!road) throw new RangeError(`No road ${id}`);
  return road.line;
}

/** The area between a road's red lines, its ends a little longer so that junctions close. */
export function redLineArea(road: RoadCourse): Rings {
  const half = road.redLineWidthMetres / 2;
  const { line } = road;
  if (distance(at(line, 0), at(line, line.length - 1)) > 1e-6) return [band(extendLine(line, 8), -half, half)];
  const ring = line.slice(0, -1);
  return [outward(ring, half), outward(ring, -half)];
}
