import { BOOKKEEPING_FIELDS, type FieldSpec, HEIGHT_BAND_FIELDS, LAYERS } from '../../plan/fields.ts';
import type { LayerId } from '../../plan/types.ts';
import { type DiagnosticLog, excerptOf, isRecord, pointerStep } from '../diagnostic_log.ts';

const MONTH = /^\d{4}-(?:0[1-9]|1[0-2])$/;
const COLOUR = /^#[0-9a-fA-F]{6}$/;
const BAND_FIELDS: ReadonlyMap<string, FieldSpec> = new Map(Object.entries(HEIGHT_BAND_FIELDS));

/** Where a field stands: what every diagnostic about it names. */
interface Place {
  layer: LayerId;
  feature: string;
  pointer: string;
}

/** Counts what is worth telling once per field and file rather than once per feature. */
export class FieldNotes {
  #seen = new Map<string, { code: string; place: Place; field: string; count: number }>();

  add(code: 'field-unknown' | 'field-null', place: Place, field: string): void {
    const key = `${code}|${place.layer}|${field}`;
    const seen = this.#seen.get(key);
    if (seen) seen.count += 1;
    else
      this.#seen.set(key, { code, place: { ...place, pointer: place.pointer + pointerStep(field) }, field, count: 1 });
  }

  report(log: DiagnosticLog): void {
    for (const { code, place, field, count } of this.#seen.values())
      log.add({ code, severity: 'info', ...place, data: { field, count } });
  }
}

/**
 * Checks a feature's properties against its layer's dictionary and gives them as the plan keeps them. Fields the dictionary does
 * not know are kept as they are; a known field that is null, as GIS programs write an empty cell, says nothing and is left out.
 * `place.pointer` is that of the properties.
 */
export function checkFields(
  properties: Record<string, unknown>,
  place: Place,
  log: DiagnosticLog,
  notes: FieldNotes,
): Record<string, unknown> {
  const { fields } = LAYERS[place.layer];
  const empty = Object.keys(properties).filter((field) => properties[field] === null && fields.has(field));
  for (const field of empty) notes.add('field-null', place, field);
  const kept =
    empty.length === 0
      ? properties
      : Object.fromEntries(Object.entries(properties).filter(([field]) => !empty.includes(field)));
  checkMembers(kept, fields, place, log, (field) => {
    if (!BOOKKEEPING_FIELDS.includes(field)) notes.add('field-unknown', place, field);
  });
  return kept;
}

function checkMembers(
  record: Record<string, unknown>,
  fields: ReadonlyMap<string, FieldSpec>,
  place: Place,
  log: DiagnosticLog,
  onUnknown: (field: string) => void,
): void {
  for (const field of Object.keys(record)) {
    const value = record[field];
    const spec = fields.get(field);
    if (!spec) {
      if (holdsUnwritableNumber(value))
        report(log, memberOf(place, field), 'field-number', field, { found: String(value) });
      onUnknown(field);
    } else if (!isPlainlySound(value, spec)) checkValue(value, spec, field, memberOf(place, field), log);
  }
  for (const [field, spec] of fields)
    if (spec.required && !Object.hasOwn(record, field)) report(log, place, 'field-missing', field);
}

function memberOf(place: Place, field: string): Place {
  return { ...place, pointer: place.pointer + pointerStep(field) };
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
function checkValue(value: unknown, spec: FieldSpec, field: string, at: Place, log: DiagnosticLog): void {
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
          if (isRecord(band)) checkMembers(band, BAND_FIELDS, { ...at, pointer }, log, () => {});
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

function reportRange(value: number, spec: FieldSpec, field: string, at: Place, log: DiagnosticLog): void {
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
  log: DiagnosticLog,
  at: Place,
  code: string,
  field: string,
  data: Record<string, string | number | string[]> = {},
): void {
  log.add({ code, severity: 'error', ...at, data: { field, ...data } });
}
