import { BOOKKEEPING_FIELDS, LAYERS, PLOT_NUMBER_FIELDS } from '../../plan/fields.ts';
import { matchField } from '../../plan/match_field.ts';
import type { LayerId, Plan } from '../../plan/types.ts';
import { type DiagnosticLog, excerptOf, pointerStep } from '../diagnostic_log.ts';
import type { SoundFeature } from '../geojson/check_structure.ts';
import type { FieldReport, SourceLayer } from '../source.ts';
import type { SourceChoices } from '../types.ts';
import type { Unreadable } from '../unreadable.ts';
import { settleCutNames } from './cut_names.ts';
import { restoreCutValues } from './cut_values.ts';
import { isScientific, readLandUseCode } from './land_use_codes.ts';
import { sharesOf } from './percent_shares.ts';
import { holdsList } from './read_list.ts';
import { readMonth } from './read_month.ts';
import { isAsSaved, readValue } from './read_value.ts';
import { settleLandUse } from './settle_land_use.ts';
import { ShapeCache } from './shape_cache.ts';

export interface FieldInput {
  source: SourceLayer;
  layer: LayerId;
  /** Their properties are given the dictionary's names and values in place; where each stands is for diagnostics. */
  features: readonly FieldMember[];
  choice: Pick<SourceChoices, 'fields'>;
  /** The present plan, whose values tell what a doubtful field is. */
  plan?: Plan | undefined;
  /** Takes the values that cannot be read. */
  unreadable: Unreadable;
}
export interface FieldMember {
  feature: SoundFeature;
  pointer: string;
  name: string;
}

/** A field of features that have the same fields. */
interface FieldOfShape {
  name: string;
  report: FieldReport;
  isPlain: (value: unknown) => boolean;
}

/** Values shown of a field, so that a person sees what it holds. */
const SAMPLES = 3;

/**
 * Gives the fields of a source's features the names of the dictionary and reads their values (units, ranges, full-width digits).
 * Unknown fields stay as they are. Never throws; what was mended or could not be read goes into the log.
 */
export function mapFields(input: FieldInput, log: DiagnosticLog): FieldReport[] {
  const { source, layer, features, choice, plan, unreadable } = input;
  const reports = new Map<string, FieldReport>();
  const shapes = new ShapeCache((names) =>
    names.map((name): FieldOfShape => {
      let report = reports.get(name);
      if (!report) {
        report = { from: name, ...matchOf(layer, name, choice.fields), filledCount: 0, faultCount: 0, samples: [] };
        reports.set(name, report);
      }
      return { name, report, isPlain: plainnessOf(report, layer) };
    }),
  );
  let isPlain = true;
  for (const { feature } of features) {
    const { properties } = feature;
    for (const field of shapes.of(properties)) {
      const value = properties[field.name];
      const { report } = field;
      // What is written in the dictionary's words is looked at once and left alone.
      if (isPlain && value !== null)
        isPlain = report.to === 'id' ? isSameId(value, feature.id, source) : field.isPlain(value);
      if (value === null || value === '') continue;
      report.filledCount += 1;
      if (report.samples.length < SAMPLES) report.samples.push(excerptOf(value));
    }
  }
  settleRivals([...reports.values()], log, layer);
  const members = features.map(({ feature }) => feature);
  if (source.format !== 'geojson') settleCutNames([...reports.values()], members, layer, plan, log);
  if (isPlain && [...reports.values()].every(({ to, how }) => to === undefined || how !== 'guessed'))
    return [...reports.values()];
  const shares = sharesOf([...reports.values()], features, layer, log);
  for (const field of shares) {
    const report = reports.get(field);
    if (report) report.unit = 'share';
    log.add({ code: 'percent-as-share', severity: 'info', layer, data: { field } });
  }
  restoreCutValues(source, [...reports.values()], members, layer, plan, log);
  for (const member of features) readMember(member, reports, { source, layer, unreadable }, log);
  reportTexts(reports.values(), layer, log);
  if (layer === 'plots') {
    const columnOf = (field: string) => [...reports.values()].find(({ to }) => to === field);
    const codes = columnOf('landUseCode');
    const names = columnOf('landUseName');
    settleLandUse(
      {
        features,
        codes: codes && isAsSaved(codes, source) ? undefined : codes,
        // The dictionary's own name says that it holds names.
        names: names?.how === 'canonical' ? undefined : names,
        plan,
      },
      log,
    );
  }
  return [...reports.values()];
}

function isSameId(value: unknown, id: unknown, { isTable }: SourceLayer): boolean {
  return !isTable && value === id;
}

/** What a field's values must be for nothing to be read in them. */
function plainnessOf({ from, to, how }: FieldReport, layer: LayerId): (value: unknown) => boolean {
  const spec = to === undefined ? undefined : LAYERS[layer].fields.get(to);
  if (!spec) return () => true;
  if (how !== 'canonical' || from !== to) return () => false;
  if (spec.kind === 'number' || spec.kind === 'integer') return (value) => typeof value === 'number';
  if (to === 'landUseCode') return (value) => typeof value === 'string' && readLandUseCode(value).mended === undefined;
  if (spec.kind === 'text') return (value) => typeof value !== 'number';
  if (spec.kind === 'choice') return (value) => spec.values?.includes(value as string) === true;
  if (holdsList(spec)) return (value) => typeof value !== 'string';
  if (spec.kind === 'month') return (value) => typeof value === 'string' && readMonth(value)?.month === value;
  return () => true;
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
  if (layer === 'plots' && isNumberField(field)) return { to: 'id', how: 'canonical' };
  // A building's 地块编号 is its plot's.
  const match = field === 'id' || field === 'layer' ? undefined : matchField(layer, field);
  return match ?? { how: BOOKKEEPING_FIELDS.includes(field) ? 'canonical' : 'kept' };
}

function isNumberField(field: string): boolean {
  return PLOT_NUMBER_FIELDS.some((name) => name === field);
}

const SURENESS = { chosen: 0, canonical: 1, alias: 2, guessed: 3, kept: 4 } as const;

/**
 * Of several fields that stand for the same one, the surest that holds anything is used; the others are kept under their own names. A
 * table of all layers has columns that are empty in each: they are nobody's rivals.
 */
function settleRivals(reports: readonly FieldReport[], log: DiagnosticLog, layer: LayerId): void {
  const taken = new Map<string, FieldReport>();
  const rank = ({ how, filledCount }: FieldReport) =>
    SURENESS[how] + (filledCount === 0 && how !== 'chosen' ? SURENESS.kept : 0);
  for (const report of [...reports].sort((a, b) => rank(a) - rank(b))) {
    if (report.to === undefined) continue;
    const first = taken.get(report.to);
    if (!first) taken.set(report.to, report);
    else {
      if (report.filledCount > 0)
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

/** That numbers stand as text is the column's habit, and nothing is lost by it: it is told once. */
function reportTexts(reports: Iterable<FieldReport>, layer: LayerId, log: DiagnosticLog): void {
  for (const { from, to, asText } of reports) {
    if (to === undefined || !asText) continue;
    const data = { field: to, source: from, count: asText.count, found: asText.samples };
    log.add({ code: 'number-as-text', severity: 'info', layer, data });
  }
}

function readMember(
  { feature, pointer, name }: FieldMember,
  reports: ReadonlyMap<string, FieldReport>,
  { source, layer, unreadable }: Pick<FieldInput, 'source' | 'layer' | 'unreadable'>,
  log: DiagnosticLog,
): void {
  const { fields } = LAYERS[layer];
  const called = numberOf(feature, reports) ?? name;
  let isChanged = false;
  const read = new Map<string, unknown>();
  // Ends told by another field's range or sign: a field of their own goes before them.
  const derived: (readonly [string, unknown])[] = [];
  for (const [field, value] of Object.entries(feature.properties)) {
    const report = reports.get(field);
    const to = report?.to;
    const spec = to === undefined ? undefined : fields.get(to);
    if (to === 'id') {
      // The number a person gave it goes before the row number a program gave it.
      const isNumber = typeof value === 'number' || (typeof value === 'string' && value.trim() !== '');
      if (isNumber) feature.id = typeof value === 'string' ? value.trim() : value;
      if (isScientific(value))
        log.add({
          code: 'number-scientific',
          severity: 'warning',
          layer,
          pointer,
          data: { field, found: String(value) },
        });
      // A table's row is joined by this property, which goes before a column of row numbers.
      if (source.isTable && isNumber) read.set('id', feature.id);
      else if (isNumberField(field)) read.set(field, value);
      isChanged = true;
    } else if (source.isTable && field === 'id' && read.has('id')) {
      isChanged = true;
    } else if (!report || to === undefined || !spec) {
      read.set(field, value);
    } else {
      const at = {
        layer,
        pointer: `${pointer}/properties${pointerStep(field)}`,
        ...(called !== '' && { feature: called }),
      };
      const given = readValue(value, spec, to, report, source, at, log, (fault) =>
        unreadable.addValue(feature, to, fault),
      );
      if (to !== field || given.length !== 1 || given[0]?.[1] !== value) isChanged = true;
      for (const [target, one] of given)
        if (target !== to) derived.push([target, one]);
        else if (!read.has(target)) read.set(target, one);
    }
  }
  for (const [target, one] of derived)
    if (read.get(target) === undefined || read.get(target) === null) read.set(target, one);
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
