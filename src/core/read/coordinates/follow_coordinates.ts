import type { DiagnosticLog } from '../diagnostic_log.ts';
import type { SoundFeature } from '../geojson/check_structure.ts';
import type { CoordinateReport, SourceLayer } from '../source.ts';
import { convert, reportAstray } from './resolve_coordinates.ts';
import { systemOf } from './systems.ts';

/** How the first part of a file was read: it holds for the others. */
export interface LeadingPart {
  name: string;
  coordinates: CoordinateReport;
}

/**
 * Reads a part of a drawing as the first of its parts was read: one drawing has one coordinate system, and its roads have no numbers
 * to tell it by. What was said of the first is not said again; a question about it is this part's too.
 */
export function followCoordinates(
  { name, coordinates }: LeadingPart,
  source: SourceLayer,
  features: readonly SoundFeature[],
  log: DiagnosticLog,
): CoordinateReport {
  const { state, crs, swapped, how, declared } = coordinates;
  const system = crs === undefined || state === 'asked' || state === 'unknown' ? undefined : systemOf(crs);
  if (system && (system.family !== 'degrees' || swapped)) convert(features, system, swapped);
  if (system) reportAstray(source, features, log);
  return {
    state,
    swapped,
    how,
    candidates: [],
    follows: name,
    ...(crs !== undefined && { crs }),
    ...(declared !== undefined && { declared }),
  };
}
