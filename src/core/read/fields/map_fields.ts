import { matchField } from '../../plan/field_aliases.ts';
import { BOOKKEEPING_FIELDS, CONTROL_RANGES, type FieldSpec, LAYERS } from '../../plan/fields.ts';
import type { LayerId } from '../../plan/types.ts';
import { type DiagnosticLog, excerptOf, pointerStep } from '../diagnostic_log.ts';
import type { SoundFeature } from '../geojson/check_structure.ts';
import type { FieldReport, SourceLayer } from '../source.ts';
import type { SourceChoices } from '../types.ts';
import { readNumber } from './read_number.ts';
import { readWord } from './read_word.ts';

export interface FieldInput {
  source: SourceLayer;
  layer: LayerId;
  /** Their properties are given the dictionary's names and values in place; where each stands is for diagnostics. */
  features: readonly FieldMember[];
  choice: Pick<SourceChoices, 'fields'>;
}
interface FieldMember {
  feature: SoundFeature;
  pointer: string;
  name: string;
}

/** Values shown of a field, so that a person sees what it holds. */
const SAMPLES = 3;
/** A code that a spreadsheet took for a number has lost its zero: 902 is 0902. */
const CODE_WITHOUT_ZERO = /^[1-9](?:\d{2}|\d{4})$/;

/**
 * Gives the fields of a source's features the names of the dictionary and reads their values (units, ranges, full-width digits).
 * Unknown fields stay as they are. Never throws; what was mended or could not be read goes into the log.
 */
export function mapFields({ source, layer, features, choice }: FieldInput, log: DiagnosticLog): FieldReport[] {
  const reports = new Map<string, FieldReport>();
  for (const { feature } of features)
    for (const [field, value] of Object.entries(feature.properties)) {
      let report = reports.get(field);
      if (!report) {
        report = { from: field, ...matchOf(layer, field, choice.fields), filledCount: 0, faultCount: 0, samples: [] };
        reports.set(field, report);
      }
      if (value === null || value === '') continue;
      report.filledCount += 1;
      if (report.samples.length < SAMPLES) report.samples.push(excerptOf(value));
    }
  settleRivals([...reports.values()], log, layer);
  const shares = sharesOf([...reports.values()], features, layer);
  for (const field of shares) {
    const report = reports.get(field);
    if (report) report.unit = 'share';
    log.add({ code: 'percent-as-share', severity: 'info', layer, data: { field } });
  }
  for (const member of features) readMember(member, reports, source, layer, log);
  return [...reports.values()];
}

function matchOf(
  layer: LayerId,
  field: string,
  chosen: Readonly<Record<string, string | null>> | undefined,
): Pick<FieldReport, 'to' | 'how'> {
  if (chosen && Object.hasOwn(chosen, field)) {
    const to = chosen[field];
    return to !== null && to !== undefined ? { to, how: 'chosen' } : { how: 'kept' };
  }
  if (BOOKKEEPING_FIELDS.includes(field)) return { how: 'canonical' };
  return matchField(layer, field) ?? { how: 'kept' };
}

const SURENESS = { chosen: 0, canonical: 1, alias: 2, guessed: 3, kept: 4 } as const;

/** Of several fields that stand for the same one, the surest is used; the others are kept under their own names. */
function settleRivals(reports: readonly FieldReport[], log: DiagnosticLog, layer: LayerId): void {
  const taken = new Map<string, FieldReport>();
  for (const report of [...reports].sort((a, b) => SURENESS[a.how] - SURENESS[b.how])) {
    if (report.to === undefined) continue;
    const first = taken.get(report.to);
    if (!first) taken.set(report.to, report);
    else {
      log.add({
        code: 'field-twice',
        severity: 'warning',
        layer,
        data: { field: report.to, found: first.from, other: report.from },
      });
      delete report.to;
      report.how = 'kept';
    }
  }
}

/** Fields in percent of which all values are shares of one: 0.35 for 35 %. Told by the column, never value by value. */
function sharesOf(reports: readonly FieldReport[], features: readonly FieldMember[], layer: LayerId): Set<string> {
  const percents = reports.filter(({ to, how }) => {
    const spec = to === undefined ? undefined : LAYERS[layer].fields.get(to);
    return spec?.unit === 'percent' && how !== 'canonical';
  });
  const shares = new Set<string>();
  for (const { from } of percents) {
    let count = 0;
    const isShare = features.every(({ feature }) => {
      const value = feature.properties[from];
      const read = typeof value === 'string' ? readNumber(value, 'percent') : undefined;
      const number = typeof value === 'number' ? value : read?.kind === 'number' ? read.value : undefined;
      if (typeof value === 'string' && value.includes('%')) return false;
      if (number !== undefined && number > 0) count += 1;
      return number === undefined || number <= 1;
    });
    if (isShare && count > 0) shares.add(from);
  }
  return shares;
}

function readMember(
  { feature, pointer, name }: FieldMember,
  reports: ReadonlyMap<string, FieldReport>,
  source: SourceLayer,
  layer: LayerId,
  log: DiagnosticLog,
): void {
  const { fields } = LAYERS[layer];
  const called = numberOf(feature, reports) ?? name;
  let isChanged = false;
  const read = new Map<string, unknown>();
  for (const [field, value] of Object.entries(feature.properties)) {
    const report = reports.get(field);
    const to = report?.to;
    const spec = to === undefined ? undefined : fields.get(to);
    if (to === 'id') {
      // The number a person gave it goes before the row number a program gave it.
      if (value !== null && value !== '') feature.id = typeof value === 'string' ? value.trim() : value;
      isChanged = true;
    } else if (!report || to === undefined || !spec) {
      read.set(field, value);
    } else {
      const at = {
        layer,
        pointer: `${pointer}/properties${pointerStep(field)}`,
        ...(called !== '' && { feature: called }),
      };
      const given = readValue(value, spec, to, report, source, at, log);
      if (to !== field || given.length !== 1 || given[0]?.[1] !== value) isChanged = true;
      for (const [target, one] of given) if (!read.has(target)) read.set(target, one);
    }
  }
  if (!isChanged) return;
  feature.properties = Object.fromEntries(read);
}

/** What a person calls the feature: the number its file gives it. */
function numberOf({ properties }: SoundFeature, reports: ReadonlyMap<string, FieldReport>): string | undefined {
  for (const [field, value] of Object.entries(properties))
    if (reports.get(field)?.to === 'id' && (typeof value === 'string' || typeof value === 'number'))
      return String(value);
  return undefined;
}

type Given = readonly (readonly [field: string, value: unknown])[];

function readValue(
  value: unknown,
  spec: FieldSpec,
  to: string,
  report: FieldReport,
  source: SourceLayer,
  at: { layer: LayerId; pointer: string; feature?: string },
  log: DiagnosticLog,
): Given {
  // An empty cell stays one: the check of fields counts and drops it.
  if (value === null) return [[to, null]];
  if (spec.kind === 'number' || spec.kind === 'integer') {
    const stated = statedUnit(source, report.from);
    if (typeof value === 'number' && stated === undefined) return [[to, report.unit === 'share' ? value * 100 : value]];
    if (typeof value !== 'number' && typeof value !== 'string') return [[to, value]];
    const reading = readNumber(String(value), spec.unit, stated);
    if (reading.kind === 'nothing') return [[to, null]];
    if (reading.kind === 'fault') {
      report.faultCount += 1;
      const code = reading.reason === 'feet' ? 'number-in-feet' : 'number-unreadable';
      log.add({ code, severity: 'error', ...at, data: { field: to, found: excerptOf(value), source: report.from } });
      return [];
    }
    if (reading.unit !== undefined && report.unit === undefined) {
      report.unit = reading.unit;
      log.add({ code: 'unit-converted', severity: 'info', ...at, data: { field: to, found: excerptOf(value) } });
    }
    if (typeof value === 'string')
      log.add({ code: 'number-as-text', severity: 'info', ...at, data: { field: to, found: excerptOf(value) } });
    const factor = report.unit === 'share' ? 100 : 1;
    if (reading.kind === 'number') return [[to, reading.value * factor]];
    const ends = CONTROL_RANGES.find(({ minimum, maximum }) => minimum === to || maximum === to);
    if (!ends) {
      report.faultCount += 1;
      log.add({
        code: 'number-unreadable',
        severity: 'error',
        ...at,
        data: { field: to, found: excerptOf(value), source: report.from },
      });
      return [];
    }
    return [
      [ends.maximum, reading.maximum * factor],
      [ends.minimum, reading.minimum * factor],
    ];
  }
  if (spec.kind === 'text' && typeof value === 'number' && Number.isFinite(value)) {
    const text = String(value);
    if (to !== 'landUseCode' || !CODE_WITHOUT_ZERO.test(text)) return [[to, text]];
    log.add({ code: 'code-lost-zero', severity: 'info', ...at, data: { field: to, found: text } });
    return [[to, `0${text}`]];
  }
  if (spec.kind === 'choice' && typeof value === 'string') return [[to, value === '' ? null : readWord(to, value)]];
  return [[to, value === '' && to !== report.from ? null : value]];
}

function statedUnit(source: SourceLayer, field: string): string | undefined {
  const stated = source.fieldUnits;
  if (stated && Object.hasOwn(stated, field)) return stated[field];
  return /[([]([^)\]]+)[)\]]\s*$/.exec(field.normalize('NFKC'))?.[1];
}
