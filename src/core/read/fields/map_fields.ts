import type { LayerId } from '../../plan/types.ts';
import type { DiagnosticLog } from '../diagnostic_log.ts';
import type { SoundFeature } from '../geojson/check_structure.ts';
import type { FieldReport, SourceLayer } from '../source.ts';
import type { SourceChoices } from '../types.ts';

export interface FieldInput {
  source: SourceLayer;
  layer: LayerId;
  /** Their properties are given the dictionary's names and values in place; where each stands is for diagnostics. */
  features: readonly { feature: SoundFeature; pointer: string; name: string }[];
  choice: Pick<SourceChoices, 'fields'>;
}

/**
 * Gives the fields of a source's features the names of the dictionary and reads their values (units, ranges, full-width digits).
 * Unknown fields stay as they are. Never throws; what was mended or could not be read goes into the log.
 */
export function mapFields(_input: FieldInput, _log: DiagnosticLog): FieldReport[] {
  return [];
}
