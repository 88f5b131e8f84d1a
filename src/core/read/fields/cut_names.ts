import { sameValue } from '../../compare/same_value.ts';
import { type FieldSpec, LAYERS } from '../../plan/fields.ts';
import { cutNameCandidates } from '../../plan/match_field.ts';
import type { AnyFeature, LayerId, Plan } from '../../plan/types.ts';
import type { DiagnosticLog } from '../diagnostic_log.ts';
import { textOfId } from '../feature_id.ts';
import type { SoundFeature } from '../geojson/check_structure.ts';
import type { FieldReport } from '../source.ts';
import { holdsList, readList } from './read_list.ts';

const HAN = /\p{Script=Han}/u;

/**
 * Tells what the fields stand for whose names a shapefile's ten characters made alike (`greenRatio`, `greenRat_1`): by what their
 * values can be, by the present plan's values of the same features, by the language of a text and its translation, and by what is
 * left over. What then still has several meanings is kept under its own name, and the log says between which.
 */
export function settleCutNames(
  reports: readonly FieldReport[],
  features: readonly SoundFeature[],
  layer: LayerId,
  plan: Plan | undefined,
  log: DiagnosticLog,
): void {
  const { fields } = LAYERS[layer];
  const open = new Map<FieldReport, string[]>();
  for (const report of reports) {
    if (report.how !== 'kept' || report.filledCount === 0) continue;
    const candidates = cutNameCandidates(layer, report.from).filter((field) => {
      const spec = fields.get(field);
      return spec && features.every(({ properties }) => canHold(spec, properties[report.from]));
    });
    if (candidates.length > 0) open.set(report, candidates);
  }
  if (open.size === 0) return;
  const present = new Map<string, AnyFeature>(plan?.layers[layer].map((feature) => [feature.id, feature]));
  const taken = new Set(reports.map(({ to }) => to));
  const settle = (report: FieldReport, to: string) => {
    report.to = to;
    report.how = 'guessed';
    taken.add(to);
    open.delete(report);
  };
  for (const [report, candidates] of open) {
    const [agreed] = agreeingWith(present, report.from, candidates, features);
    if (agreed !== undefined && !taken.has(agreed)) settle(report, agreed);
  }
  // What one field stands for, the next does not: what is left over tells more with every round.
  for (let before = -1; before !== open.size; ) {
    before = open.size;
    for (const [report, candidates] of open) {
      const free = candidates.filter((field) => !taken.has(field));
      const [only] = free.length === 1 ? free : inLanguageOf(report.from, free, features);
      if (only !== undefined) settle(report, only);
      else open.set(report, free);
    }
  }
  for (const [{ from }, candidates] of open)
    if (candidates.length > 0)
      log.add({ code: 'field-name-cut', severity: 'warning', layer, data: { found: from, fields: candidates } });
}

/** Whether a field could hold a value as a table writes it. */
function canHold(spec: FieldSpec, value: unknown): boolean {
  if (value === null || value === undefined || value === '') return true;
  if (spec.kind === 'number' || spec.kind === 'integer') return typeof value === 'number';
  if (typeof value !== 'string') return false;
  if (spec.kind === 'choice') return spec.values?.includes(value) === true;
  return !holdsList(spec) || readList(value, spec) !== undefined;
}

/** The one candidate that holds the same values in the present plan, feature by feature; none where two do or none does. */
function agreeingWith(
  present: ReadonlyMap<string, AnyFeature>,
  from: string,
  candidates: readonly string[],
  features: readonly SoundFeature[],
): string[] {
  const counts = new Map<string, number>(candidates.map((field) => [field, 0]));
  let comparedCount = 0;
  for (const { id, properties } of features) {
    const partner = present.get(textOfId(id) ?? textOfId(properties.id) ?? '');
    const value = properties[from];
    if (!partner || value === null || value === undefined) continue;
    comparedCount += 1;
    const own: Record<string, unknown> = partner.properties;
    for (const field of candidates) if (sameValue(own[field], value)) counts.set(field, (counts.get(field) ?? 0) + 1);
  }
  const agreeing = candidates.filter((field) => (counts.get(field) ?? 0) * 2 > comparedCount);
  return agreeing.length === 1 ? agreeing : [];
}

/** Of a text and its translation (`note`, `noteEn`) the one whose language the values are in. */
function inLanguageOf(from: string, candidates: readonly string[], features: readonly SoundFeature[]): string[] {
  const [first, second, third] = [...candidates].sort((a, b) => a.length - b.length);
  if (first === undefined || second !== `${first}En` || third !== undefined) return [];
  const isChinese = features.some(
    ({ properties }) => typeof properties[from] === 'string' && HAN.test(properties[from]),
  );
  return [isChinese ? first : second];
}
