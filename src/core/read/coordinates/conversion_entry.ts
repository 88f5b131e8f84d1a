import type { ConversionEntry } from '../../plan/types.ts';
import type { CoordinateReport } from '../source.ts';

/** What was done to a source's coordinates, as a plan's history keeps it; undefined where they were taken as they stood. */
export function conversionOf(source: string, report: CoordinateReport): ConversionEntry | undefined {
  const { crs, swapped, state, how, transform, correctedParts: parts } = report;
  if (state !== 'converted' && !swapped) return parts && { source, how: how === 'none' ? 'recognised' : how, parts };
  if (how === 'none' || (crs === undefined && !transform)) return undefined;
  return {
    source,
    ...(crs !== undefined && { crs }),
    ...(swapped && { swapped }),
    how,
    ...(transform && { transform }),
    ...(parts && { parts }),
  };
}
