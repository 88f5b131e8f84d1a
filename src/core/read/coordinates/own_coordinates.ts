import type { DiagnosticLog } from '../diagnostic_log.ts';
import type { OffEarth } from '../geojson/check_structure.ts';
import type { CoordinateReport, SourceLayer } from '../source.ts';
import { guessCoordinateSystem, isGeographicName } from './coordinate_system.ts';

/** A plan's own folder is longitude and latitude: nothing is recognised or converted in it, what is not is an error. */
export function checkOwnCoordinates(
  source: SourceLayer,
  offEarth: OffEarth | undefined,
  offEarthCount: number,
  log: DiagnosticLog,
): CoordinateReport {
  const declared = source.declaredCrs?.text;
  const report: CoordinateReport = {
    state: 'geographic',
    swapped: false,
    how: 'none',
    candidates: [],
    ...(declared !== undefined && { declared }),
  };
  if (declared !== undefined && !isGeographicName(declared)) {
    const pointer = source.declaredCrs?.pointer ?? '';
    log.add({ code: 'crs-not-geographic', severity: 'error', pointer, data: { found: declared } });
    return { ...report, state: 'unknown' };
  }
  if (!offEarth) return report;
  reportOffEarth(offEarth, offEarthCount, log);
  return { ...report, state: 'unknown' };
}

/** Says what positions that cannot be degrees look like. */
export function reportOffEarth(first: OffEarth, count: number, log: DiagnosticLog): void {
  const guess = guessCoordinateSystem(first.x, first.y);
  const data = { x: String(first.x), y: String(first.y), count };
  const base = { severity: 'error', pointer: first.pointer } as const;
  if (guess.kind === 'swapped') log.add({ code: 'coordinates-swapped', ...base, data });
  else if (guess.kind === 'projected')
    log.add({ code: 'coordinates-projected', ...base, data: { ...data, crs: guess.crs, swapped: guess.swapped } });
  else log.add({ code: 'coordinates-out-of-range', ...base, data });
}
