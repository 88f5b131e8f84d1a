import type { Plan } from '../../plan/types.ts';
import type { DiagnosticLog } from '../diagnostic_log.ts';
import type { OffEarth, SoundFeature } from '../geojson/check_structure.ts';
import type { CoordinateReport, ShiftProposal, SourceLayer } from '../source.ts';
import type { SourceChoices } from '../types.ts';
import { toBd09, toGcj02 } from './map_shift.ts';
import { forEachPosition, matchedMiddles, offsetMetres, shiftOf } from './matched_shift.ts';
import { reportOffEarth } from './own_coordinates.ts';
import { parseDeclared } from './parse_declared.ts';
import { describeReading, findCandidates, middleOfAll, settle } from './recognise.ts';
import { type CoordinateSystem, systemOf } from './systems.ts';

export interface CoordinateInput {
  source: SourceLayer;
  /** Features whose structure is sound. Their positions are converted in place. */
  features: readonly SoundFeature[];
  /** The first position that cannot be degrees, and how many there are. */
  offEarth: OffEarth | undefined;
  offEarthCount: number;
  choice: Pick<SourceChoices, 'crs' | 'swapped'>;
  plan: Plan | undefined;
}

/** A source read in a chosen system that lies farther off than this is worth a warning. */
const FAR_METRES = 50_000;
/** How closely a constant shift must agree with a map service's, and its features with each other. */
const SHIFT_AGREES_METRES = 30;

/** Tells which system a source's coordinates are in and brings them to longitude and latitude (WGS84 degrees). Never throws. */
export function resolveCoordinates(input: CoordinateInput, log: DiagnosticLog): CoordinateReport {
  const declared = input.source.declaredCrs?.text;
  const report: CoordinateReport = {
    state: 'geographic',
    swapped: false,
    how: 'none',
    candidates: [],
    ...(declared !== undefined && { declared }),
  };
  if (input.features.length === 0) return report;
  const chosen = input.choice.crs === undefined ? undefined : systemOf(input.choice.crs);
  if (input.choice.crs !== undefined && !chosen)
    log.add({ code: 'crs-unsupported', severity: 'error', data: { found: input.choice.crs } });
  if (chosen) return readIn(chosen, input.choice.swapped ?? false, 'chosen', input, report, log);

  const stated = parseDeclared(input.source.declaredCrs);
  if (stated === 'unknown')
    log.add({ code: 'crs-unsupported', severity: 'warning', data: { found: (declared ?? '').slice(0, 100) } });
  const system = stated === undefined || stated === 'unknown' ? undefined : systemOf(stated);
  if (system) {
    const swapped = input.choice.swapped ?? isTurned(system, input);
    if (system.family !== 'degrees' || swapped || !input.offEarth)
      return readIn(system, swapped, 'declared', input, report, log);
    log.add({
      code: 'crs-contradicted',
      severity: 'warning',
      pointer: input.offEarth.pointer,
      data: { found: system.id, x: String(input.offEarth.x), y: String(input.offEarth.y) },
    });
  }
  // Degrees that nobody says otherwise of are what GeoJSON means; only a plan far away makes them doubtful.
  const candidates = findCandidates(input.features, input.plan);
  report.candidates = candidates;
  const settled = settle(candidates);
  const only = settled && systemOf(settled.crs);
  if (settled && only) return readIn(only, settled.swapped, 'recognised', input, report, log);
  if (candidates.length > 1) {
    const names = candidates.map(({ crs, swapped }) => (swapped ? `${crs} ⇄` : crs));
    log.add({ code: 'crs-ambiguous', severity: 'warning', data: { candidates: names, count: candidates.length } });
    return { ...report, state: 'asked' };
  }
  if (!input.offEarth) return report;
  reportOffEarth(input.offEarth, input.offEarthCount, log);
  return { ...report, state: 'unknown' };
}

/** Whether declared coordinates come northing (or latitude) first: only the other order puts them near the plan. */
function isTurned(system: CoordinateSystem, { features, plan }: CoordinateInput): boolean {
  if (!plan) return false;
  const distance = (swapped: boolean) => describeReading(system, swapped, features, plan).distanceMetres;
  const straight = distance(false);
  const turned = distance(true);
  return straight !== undefined && turned !== undefined && straight > FAR_METRES && turned <= FAR_METRES;
}

function readIn(
  system: CoordinateSystem,
  swapped: boolean,
  how: 'declared' | 'recognised' | 'chosen',
  input: CoordinateInput,
  report: CoordinateReport,
  log: DiagnosticLog,
): CoordinateReport {
  const { features, plan } = input;
  const reading = describeReading(system, swapped, features, plan);
  const candidates = report.candidates.length > 0 ? report.candidates : [reading];
  if ((reading.distanceMetres ?? 0) > FAR_METRES)
    log.add({
      code: 'coordinates-far-off',
      severity: 'warning',
      data: { found: system.id, distanceKilometres: Math.round((reading.distanceMetres ?? 0) / 1000) },
    });
  const isPlain = system.family === 'degrees' && !swapped;
  if (!isPlain) convert(features, system, swapped);
  reportAstray(input.source, features, log);
  const result: CoordinateReport = {
    ...report,
    state: isPlain ? 'geographic' : 'converted',
    crs: system.id,
    swapped,
    how,
    candidates,
  };
  const data = { crs: system.id, swapped, count: features.length };
  if (!isPlain) log.add({ code: `coordinates-read-${how}`, severity: how === 'recognised' ? 'warning' : 'info', data });
  if (system.family === 'xian80' || system.family === 'beijing54')
    log.add({ code: 'datum-not-shifted', severity: 'warning', data: { crs: system.id } });
  const proposal = how === 'chosen' || !plan ? undefined : proposeShift(features, plan);
  if (proposal) {
    const { matchedCount, eastMetres, northMetres, crs } = proposal;
    log.add({
      code: 'coordinates-shifted',
      severity: 'warning',
      data: { crs, east: Math.round(eastMetres), north: Math.round(northMetres), count: matchedCount },
    });
    result.proposal = proposal;
  }
  return result;
}

/** Positions are made anew: a reader may have put one array at both ends of a ring. */
export function convert(features: readonly SoundFeature[], system: CoordinateSystem, swapped: boolean): void {
  const converted = (coordinates: unknown): unknown => {
    if (!Array.isArray(coordinates)) return coordinates;
    if (typeof coordinates[0] !== 'number') return coordinates.map(converted);
    const [x, y, ...more] = coordinates;
    return [...(swapped ? system.toWgs84(y, x) : system.toWgs84(x, y)), ...more];
  };
  for (const { geometry } of features) Object.assign(geometry, { coordinates: converted(geometry.coordinates) });
}

/** After a conversion every position must be on the globe: a stray 0, 0 or a broken number among projected ones is not. */
export function reportAstray(source: SourceLayer, features: readonly SoundFeature[], log: DiagnosticLog): void {
  for (const [index, { id, geometry }] of features.entries()) {
    let astray: number[] | undefined;
    forEachPosition(geometry.coordinates, (position) => {
      const [x = Number.NaN, y = Number.NaN] = position;
      if (!(Math.abs(x) <= 180 && Math.abs(y) <= 90)) astray ??= position;
    });
    if (!astray) continue;
    const data = { x: String(astray[0]), y: String(astray[1]), count: 1 };
    const name = typeof id === 'string' || typeof id === 'number' ? { feature: String(id) } : {};
    log.add({ code: 'coordinates-out-of-range', severity: 'error', pointer: source.pointerOf(index), ...name, data });
  }
}

/** A constant shift against the plan's own features that is a map service's. */
function proposeShift(features: readonly SoundFeature[], plan: Plan): ShiftProposal | undefined {
  const shift = shiftOf(matchedMiddles(features, plan));
  if (!shift || shift.matchedCount < 3 || shift.spreadMetres > SHIFT_AGREES_METRES) return undefined;
  const [longitude, latitude] = middleOfAll(features);
  const services = [
    ['GCJ-02', toGcj02],
    ['BD-09', toBd09],
  ] as const;
  for (const [crs, apply] of services) {
    const [expectedEastMetres, expectedNorthMetres] = offsetMetres([longitude, latitude], apply([longitude, latitude]));
    const off = Math.hypot(shift.eastMetres - expectedEastMetres, shift.northMetres - expectedNorthMetres);
    if (off <= SHIFT_AGREES_METRES) return { crs, ...shift, expectedEastMetres, expectedNorthMetres };
  }
  return undefined;
}
