import { LAYERS } from '../../plan/fields.ts';
import type { LayerId, Plan } from '../../plan/types.ts';
import type { DiagnosticLog } from '../diagnostic_log.ts';
import { idOf, textOfId } from '../feature_id.ts';
import type { SoundFeature } from '../geojson/check_structure.ts';
import type { FieldReport, SourceLayer } from '../source.ts';
import { holdsList } from './read_list.ts';

/** A dBASE field holds no more; a character that does not fit whole leaves up to three bytes empty. */
const MOST_BYTES = 254;
const FEWEST_BYTES = MOST_BYTES - 3;

/**
 * Gives text and lists that a shapefile had no room for back what the present plan has, where they are the beginning of it: nobody
 * changed them. A list is made whole as JSON, the form in which it is read.
 */
export function restoreCutValues(
  source: SourceLayer,
  reports: readonly FieldReport[],
  features: readonly SoundFeature[],
  layer: LayerId,
  plan: Plan | undefined,
  log: DiagnosticLog,
): void {
  if (source.format !== 'shapefile' || !plan) return;
  const columns = reports.flatMap(({ from, to }) => {
    const spec = to === undefined ? undefined : LAYERS[layer].fields.get(to);
    return to !== undefined && spec && (spec.kind === 'text' || holdsList(spec)) ? [{ from, to }] : [];
  });
  const idField = reports.find(({ to }) => to === 'id')?.from;
  const present = new Map(plan.layers[layer].map((feature) => [feature.id, feature]));
  for (const { from, to } of columns) {
    let count = 0;
    let first = '';
    for (const feature of features) {
      const { properties } = feature;
      const value = properties[from];
      if (typeof value !== 'string' || !isFull(value, source.encoding)) continue;
      const id = idOf(feature, layer) ?? textOfId(idField === undefined ? undefined : properties[idField]) ?? '';
      const kept = (present.get(id)?.properties as Record<string, unknown> | undefined)?.[to];
      const whole = typeof kept === 'string' ? kept : kept === undefined ? '' : JSON.stringify(kept);
      if (plain(whole) === plain(value) || !plain(whole).startsWith(plain(value))) continue;
      properties[from] = whole;
      count += 1;
      first ||= id;
    }
    if (count > 0)
      log.add({
        code: 'value-cut-kept',
        severity: 'info',
        layer,
        feature: first,
        data: { field: to, source: from, count, mostBytes: MOST_BYTES },
      });
  }
}

/** Whether a text fills a field to its end. GBK takes two bytes for what UTF-8 takes three. */
function isFull(text: string, encoding: string | undefined): boolean {
  const wide = encoding === undefined || encoding === 'utf-8' ? 3 : 2;
  let bytes = 0;
  for (const sign of text) bytes += sign < '\u0080' ? 1 : sign > '\uffff' ? 4 : sign < '\u0800' ? 2 : wide;
  return bytes >= FEWEST_BYTES && bytes <= MOST_BYTES + 2;
}

/** Without what programs write differently: blanks, strokes with a backslash before them, a character that was cut in two. */
function plain(text: string): string {
  return text
    .replace(/\ufffd+$/, '')
    .replaceAll('\\/', '/')
    .replace(/\s+/g, '');
}
