import type { Plan } from '../../plan/types.ts';
import type { DiagnosticLog } from '../diagnostic_log.ts';
import type { OffEarth, SoundFeature } from '../geojson/check_structure.ts';
import type { CoordinateReport, SourceLayer } from '../source.ts';
import type { SourceChoices } from '../types.ts';
import { guessCoordinateSystem, isGeographicName } from './coordinate_system.ts';

export interface CoordinateInput {
  source: SourceLayer;
  /** Features whose structure is sound. Their positions are converted in place. */
  features: readonly SoundFeature[];
  /** The first position that cannot be degrees, and how many there are. */
  offEarth: OffEarth | undefined;
  offEarthCount: number;
  choice: Pick<SourceChoices, 'crs' | 'swapped'>;
  plan: Plan | undefined;
  /** A plan's own folder is longitude and latitude: nothing is recognised or converted in it, what is not is an error. */
  isOwnPlan: boolean;
}

/** Tells which system a source's coordinates are in and brings them to longitude and latitude (WGS84 degrees). Never throws. */
export function resolveCoordinates(input: CoordinateInput, log: DiagnosticLog): CoordinateReport {
  const { source, offEarth, offEarthCount } = input;
  const declared = source.declaredCrs?.text;
  const report: CoordinateReport = {
    state: 'geographic',
    swapped: false,
    how: declared === undefined ? 'none' : 'declared',
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

function reportOffEarth(first: OffEarth, count: number, log: DiagnosticLog): void {
  const guess = guessCoordinateSystem(first.x, first.y);
  const data = { x: String(first.x), y: String(first.y), count };
  const base = { severity: 'error', pointer: first.pointer } as const;
  if (guess.kind === 'swapped') log.add({ code: 'coordinates-swapped', ...base, data });
  else if (guess.kind === 'projected')
    log.add({ code: 'coordinates-projected', ...base, data: { ...data, crs: guess.crs, swapped: guess.swapped } });
  else log.add({ code: 'coordinates-out-of-range', ...base, data });
}
