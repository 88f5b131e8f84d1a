import { PLOT_NUMBER_FIELDS } from '../../plan/fields.ts';
import type { Plan, PlanFeature } from '../../plan/types.ts';
import { type DiagnosticLog, isRecord } from '../diagnostic_log.ts';
import { checkFields, FieldNotes } from '../fields/check_fields.ts';
import { mapFields } from '../fields/map_fields.ts';
import type { SoundFeature } from '../geojson/check_structure.ts';
import type { ReadFeature } from '../interpret_source.ts';
import type { SourceLayer, SourceReport } from '../source.ts';
import type { SourceChoices } from '../types.ts';

/**
 * Joins the rows of a table to features by their numbers: those of the same update, else those of the present plan. The features
 * given back carry the row's values over their own.
 */
export function joinTable(
  source: SourceLayer,
  log: DiagnosticLog,
  { plan, read, choices }: { plan: Plan; read: readonly ReadFeature[]; choices: SourceChoices },
): { report: SourceReport; features: ReadFeature[] } {
  const { name, file, format } = source;
  const layer = choices.layer ?? 'plots';
  const rows = source.features.map((value, index) => ({
    feature: value as SoundFeature,
    pointer: source.pointerOf(index),
    name: '',
  }));
  const fields = mapFields({ source, layer, features: rows, choice: choices, plan }, log);
  const partners = new Map<string, PlanFeature>();
  for (const feature of plan.layers[layer]) partners.set(feature.id, feature as PlanFeature);
  for (const one of read) if (one.layer === layer) partners.set(one.feature.id, one.feature);
  const alike = new Map([...partners].map(([id, feature]) => [plainForm(id), feature]));
  const seen = new Set<string>();
  const notes = new FieldNotes();
  const features: ReadFeature[] = [];
  for (const { feature: row, pointer } of rows) {
    const properties = isRecord(row.properties) ? row.properties : {};
    const numberField = ['id', ...PLOT_NUMBER_FIELDS].find((field) => Object.hasOwn(properties, field));
    const number = numberField === undefined ? '' : String(properties[numberField] ?? '');
    const partner = partners.get(number) ?? alike.get(plainForm(number));
    if (!partner) {
      log.add({ code: 'table-row-unmatched', severity: 'warning', layer, pointer, data: { found: number } });
      continue;
    }
    const at = { layer, feature: partner.id, pointer };
    if (seen.has(partner.id))
      log.add({ code: 'table-number-repeated', severity: 'error', ...at, data: { found: number } });
    seen.add(partner.id);
    const values = Object.entries(properties).filter(([field, value]) => field !== numberField && value !== null);
    const checked = checkFields({ ...partner.properties, ...Object.fromEntries(values) }, at, log, notes);
    features.push({ layer, pointer, feature: { ...partner, properties: checked } as PlanFeature });
  }
  notes.report(log);
  return { report: { name, file, format, layer, featureCount: rows.length, fields }, features };
}

/** A number without what differs by habit: full-width signs, case, spaces, hyphens. */
function plainForm(number: string): string {
  return number
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s‐-―_-]/g, '');
}
