import { BOOKKEEPING_FIELDS, type FieldSpec, HEIGHT_BAND_FIELDS, LAYERS } from '../../plan/fields.ts';
import type { Diagnostic } from '../../plan/findings.ts';
import type { LayerId } from '../../plan/types.ts';
import { isRecord } from '../../value_kinds.ts';
import { type DiagnosticLog, excerptOf, pointerStep } from '../diagnostic_log.ts';
import { ShapeCache } from './shape_cache.ts';

const MONTH = /^\d{4}-(?:0[1-9]|1[0-2])$/;
const COLOUR = /^#[0-9a-fA-F]{6}$/;
const BAND_FIELDS: ReadonlyMap<string, FieldSpec> = new Map(Object.entries(HEIGHT_BAND_FIELDS));

/** Where a field stands: what every diagnostic about it names. */
export interface Place {
  readonly layer: LayerId;
  readonly feature: string;
  readonly pointer: string;
}

interface Note {
  code: string;
  place: Place;
  field: string;
  count: number;
}

/** What the fields of one layer's features are, worked out once for all that have the same. */
interface FieldsOfShape {
  names: readonly string[];
  specs: readonly (FieldSpec | undefined)[];
  /** Of each name what is counted of it, once there is something. */
  unknown: (Note | undefined)[];
  empty: (Note | undefined)[];
  isComplete: boolean;
}

/** Counts what is worth telling once per field and file rather than once per feature. */
export class FieldNotes {
  #seen = new Map<string, Note>();
  #shapes = new Map<LayerId, ShapeCache<FieldsOfShape>>();

  /** What is counted of a field, from the first place on where there was something. */
  noteOf(code: 'field-unknown' | 'field-null', place: Place, field: string): Note {
    const key = `${code}|${place.layer}|${field}`;
    const seen = this.#seen.get(key);
    if (seen) return seen;
    const note = { code, place: memberOf(place, field), field, count: 0 };
    this.#seen.set(key, note);
    return note;
  }

  shapeOf(layer: LayerId, properties: Record<string, unknown>): FieldsOfShape {
    let shapes = this.#shapes.get(layer);
    if (!shapes) {
      const { fields } = LAYERS[layer];
      shapes = new ShapeCache((names) => ({
        names,
        specs: names.map((name) => fields.get(name)),
        unknown: [],
        empty: [],
        isComplete: [...fields].every(([name, spec]) => !spec.required || names.includes(name)),
      }));
      this.#shapes.set(layer, shapes);
    }
    return shapes.of(properties);
  }

  report(log: DiagnosticLog): void {
    for (const { code, place, field, count } of this.#seen.values())
      log.add({ code, severity: 'info', ...place, data: { field, count } });
  }
}

/** Takes the faults of a field and gives the value that stands instead; undefined where there is none. */
export type InsteadOf = (field: string, faults: readonly Diagnostic[]) => unknown;

/** Takes diagnostics as they are met. */
type Sink = Pick<DiagnosticLog, 'add'>;

/**
 * Checks a feature's properties against its layer's dictionary and gives them as the plan keeps them. Fields the dictionary does
 * not know are kept as they are; a known field that is null, as GIS programs write an empty cell, says nothing and is left out.
 * `place.pointer` is that of the properties.
 * @param insteadOf what becomes of values that are not as their field wants them; absent: they are errors and stay
 */
export function checkFields(
  properties: Record<string, unknown>,
  place: Place,
  log: DiagnosticLog,
  notes: FieldNotes,
  insteadOf?: InsteadOf,
): Record<string, unknown> {
  const shape = notes.shapeOf(place.layer, properties);
  const { names, specs } = shape;
  let isWhole = true;
  let replaced: Map<string, unknown> | undefined;
  const judge = (field: string, check: (sink: Sink) => void): void => {
    if (!insteadOf) {
      check(log);
      return;
    }
    const faults: Diagnostic[] = [];
    check({ add: (fault) => faults.push(fault) });
    if (faults.length === 0) return;
    replaced ??= new Map();
    replaced.set(field, insteadOf(field, faults));
  };
  for (let index = 0; index < names.length; index += 1) {
    const field = names[index] as string;
    const value = properties[field];
    const spec = specs[index];
    if (!spec) {
      if (holdsUnwritableNumber(value)) judge(field, (sink) => reportUnwritable(value, field, place, sink));
      if (BOOKKEEPING_FIELDS.includes(field)) continue;
      const note = shape.unknown[index] ?? notes.noteOf('field-unknown', place, field);
      shape.unknown[index] = note;
      note.count += 1;
    } else if (value === null) {
      isWhole = false;
      const note = shape.empty[index] ?? notes.noteOf('field-null', place, field);
      shape.empty[index] = note;
      note.count += 1;
    } else if (!isPlainlySound(value, spec))
      judge(field, (sink) => checkValue(value, spec, field, memberOf(place, field), sink));
  }
  const given = isWhole ? properties : withoutEmpty(properties, shape);
  const kept = replaced ? withReplaced(given, replaced) : given;
  if (!isWhole || replaced || !shape.isComplete) reportMissing(kept, LAYERS[place.layer].fields, place, log);
  return kept;
}

function withoutEmpty(properties: Record<string, unknown>, { names, specs }: FieldsOfShape): Record<string, unknown> {
  const kept = names.filter((name, index) => specs[index] === undefined || properties[name] !== null);
  return Object.fromEntries(kept.map((name) => [name, properties[name]]));
}

function withReplaced(
  properties: Record<string, unknown>,
  replaced: ReadonlyMap<string, unknown>,
): Record<string, unknown> {
  const kept = Object.entries(properties).map(([name, value]): [string, unknown] => [
    name,
    replaced.has(name) ? replaced.get(name) : value,
  ]);
  return Object.fromEntries(kept.filter(([, value]) => value !== undefined));
}

function checkMembers(
  record: Record<string, unknown>,
  fields: ReadonlyMap<string, FieldSpec>,
  place: Place,
  log: Sink,
): void {
  for (const field of Object.keys(record)) {
    const value = record[field];
    const spec = fields.get(field);
    if (!spec) reportUnwritable(value, field, place, log);
    else if (!isPlainlySound(value, spec)) checkValue(value, spec, field, memberOf(place, field), log);
  }
  reportMissing(record, fields, place, log);
}

function reportUnwritable(value: unknown, field: string, place: Place, log: Sink): void {
  if (holdsUnwritableNumber(value))
    report(log, memberOf(place, field), 'field-number', field, { found: String(value) });
}

function reportMissing(
  record: Record<string, unknown>,
  fields: ReadonlyMap<string, FieldSpec>,
  { layer, feature, pointer }: Place,
  log: Sink,
): void {
  for (const [field, spec] of fields)
    if (spec.required && !Object.hasOwn(record, field))
      report(log, { layer, feature, pointer }, 'field-missing', field);
}

function memberOf(place: Place, field: string): Place {
  const { layer, feature, pointer } = place;
  return { layer, feature, pointer: pointer + pointerStep(field) };
}

/** Whether a single value is as its field wants it. Lists are looked into by `checkValue`, which knows the place of each fault. */
function isPlainlySound(value: unknown, spec: FieldSpec): boolean {
  switch (spec.kind) {
    case 'text':
      return typeof value === 'string';
    case 'number':
      return typeof value === 'number' && Number.isFinite(value) && isInRange(value, spec);
    case 'integer':
      return Number.isInteger(value) && isInRange(value as number, spec);
    case 'choice':
      return typeof value === 'string' && spec.values?.includes(value) === true;
    case 'month':
      return typeof value === 'string' && MONTH.test(value);
    default:
      return false;
  }
}

/** Tells what is wrong with a value that is not plainly sound. */
function checkValue(value: unknown, spec: FieldSpec, field: string, at: Place, log: Sink): void {
  const wrongType = (expected: string, found: unknown = value, pointer = at.pointer) =>
    report(log, { ...at, pointer }, 'field-type', field, { found: excerptOf(found), expected });
  const wrongChoice = (found: unknown, pointer: string) =>
    report(log, { ...at, pointer }, 'field-choice', field, {
      found: excerptOf(found),
      allowed: [...(spec.values ?? [])],
    });

  switch (spec.kind) {
    case 'number':
    case 'integer':
      if (typeof value !== 'number') wrongType(spec.kind);
      else if (!Number.isFinite(value)) report(log, at, 'field-number', field, { found: String(value) });
      else if (spec.kind === 'integer' && !Number.isInteger(value)) wrongType('integer');
      else reportRange(value, spec, field, at, log);
      return;
    case 'choice':
      wrongChoice(value, at.pointer);
      return;
    case 'choices':
      if (!Array.isArray(value)) wrongType('choices');
      else
        for (const [index, one] of value.entries())
          if (typeof one !== 'string' || !spec.values?.includes(one)) wrongChoice(one, `${at.pointer}/${index}`);
      return;
    case 'colours':
      if (!Array.isArray(value)) wrongType('colours');
      else
        for (const [index, one] of value.entries())
          if (typeof one !== 'string' || !COLOUR.test(one)) wrongType('colour', one, `${at.pointer}/${index}`);
      return;
    case 'heightBands':
      if (!Array.isArray(value)) wrongType('heightBands');
      else
        for (const [index, band] of value.entries()) {
          const pointer = `${at.pointer}/${index}`;
          if (isRecord(band)) checkMembers(band, BAND_FIELDS, { ...at, pointer }, log);
          else wrongType('heightBand', band, pointer);
        }
      return;
    case 'text':
    case 'month':
      wrongType(spec.kind);
      return;
  }
}

function isInRange(value: number, { minimum, above, maximum }: FieldSpec): boolean {
  return (
    (minimum === undefined || value >= minimum) &&
    (above === undefined || value > above) &&
    (maximum === undefined || value <= maximum)
  );
}

function reportRange(value: number, spec: FieldSpec, field: string, at: Place, log: Sink): void {
  const { minimum, above, maximum } = spec;
  report(log, at, 'field-range', field, {
    found: String(value),
    unit: spec.unit ?? 'none',
    ...(minimum !== undefined && { minimum }),
    ...(above !== undefined && { above }),
    ...(maximum !== undefined && { maximum }),
  });
}

/** JSON has no infinity: a number such as 1e999 is read as one and could not be written again. */
function holdsUnwritableNumber(value: unknown): boolean {
  if (typeof value === 'number') return !Number.isFinite(value);
  if (Array.isArray(value)) return value.some(holdsUnwritableNumber);
  return isRecord(value) && Object.values(value).some(holdsUnwritableNumber);
}

function report(
  log: Sink,
  at: Place,
  code: string,
  field: string,
  data: Record<string, string | number | string[]> = {},
): void {
  log.add({ code, severity: 'error', ...at, data: { field, ...data } });
}
