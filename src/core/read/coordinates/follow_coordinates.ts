import type { DiagnosticLog } from '../diagnostic_log.ts';
import type { SoundFeature } from '../geojson/check_structure.ts';
import type { CoordinateReport, SourceLayer } from '../source.ts';
import { convertInPlace, readingOf } from './convert.ts';
import { gatherPositions } from './gather.ts';
import { reportStrayPositions, reportZeroPositions } from './stray_positions.ts';
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
  const { state, crs, swapped, how, declared, transform } = coordinates;
  const isSettled = state === 'geographic' || state === 'converted';
  const read = isSettled ? readingOf(crs === undefined ? undefined : systemOf(crs), swapped, transform) : undefined;
  if (read) {
    const gathered = gatherPositions(features);
    const zeros = reportZeroPositions(source, features, gathered, log);
    if (state === 'converted') convertInPlace(features, read);
    const outline = gathered.outline.map(([x, y]) => read(x, y));
    reportStrayPositions(source, features, outline, zeros, log);
  }
  return {
    state,
    swapped,
    how,
    candidates: [],
    follows: name,
    ...(crs !== undefined && { crs }),
    ...(transform && { transform }),
    ...(declared !== undefined && { declared }),
  };
}
