import { type OutputUnit, type Schema, Validator } from '@cfworker/json-schema';
import planSchema from '../../../data/schema/plan.schema.json';
import type { Manifest } from '../plan/types.ts';
import { isRecord } from '../value_kinds.ts';
import { type DiagnosticLog, excerptOf } from './diagnostic_log.ts';
import { parseJsonFile } from './geojson/parse_json.ts';
import type { InputFile } from './types.ts';

export const MANIFEST_NAME = 'plan.json';

const DRAFT = '2020-12';
const UNKNOWN_MEMBER = 'manifest-member-unknown';
/** The validator reports every schema above a fault too; only these keywords name a fault itself. */
const CODES: ReadonlyMap<string, string> = new Map([
  ['required', 'manifest-member-missing'],
  ['type', 'manifest-member-type'],
  ['enum', 'manifest-member-value'],
  ['const', 'manifest-member-value'],
  ['pattern', 'manifest-member-value'],
  ['format', 'manifest-member-value'],
  ['minimum', 'manifest-member-value'],
  ['exclusiveMinimum', 'manifest-member-value'],
  ['maximum', 'manifest-member-value'],
  ['minLength', 'manifest-member-value'],
  ['minItems', 'manifest-member-value'],
  ['maxItems', 'manifest-member-value'],
  ['maxLength', 'manifest-member-value'],
  // Reported of a member that the schema has no name for: kept, for a newer program may know it, but told, for it may be a slip.
  ['false', UNKNOWN_MEMBER],
]);
/** Keywords of schemas around a fault, and of what is only told. */
const NOT_FATAL = new Set(['false', 'additionalProperties', 'properties', 'items', '$ref']);

/** Reads `plan.json` and holds it against its schema. Undefined when it cannot be used; the log then says why. */
export function readManifest(file: InputFile, log: DiagnosticLog): Manifest | undefined {
  const parsed = parseJsonFile(file.bytes, log);
  if (!parsed) return undefined;
  const { value } = parsed;
  if (!isRecord(value)) {
    log.add({
      code: 'manifest-member-type',
      severity: 'error',
      pointer: '',
      data: { member: '/', found: excerptOf(value) },
    });
    return undefined;
  }
  let errors: OutputUnit[];
  try {
    errors = new Validator(planSchema as Schema, DRAFT, false).validate(value).errors;
  } catch (error) {
    // The validator is built for schemas and values of good will.
    const detail = error instanceof Error ? error.message : String(error);
    log.add({ code: 'manifest-unreadable', severity: 'error', data: { detail } });
    return undefined;
  }
  for (const error of errors) {
    const code = CODES.get(error.keyword);
    const severity = code === UNKNOWN_MEMBER ? 'warning' : 'error';
    if (code) log.add({ code, severity, ...placeOf(error, value) });
  }
  const isSound = !log.hasErrors && errors.every((error) => NOT_FATAL.has(error.keyword));
  if (!isSound && !log.hasErrors) log.add({ code: 'manifest-unreadable', severity: 'error', data: { detail: '' } });
  if (!isSound) return undefined;
  const manifest = value as unknown as Manifest;
  reportRepeatedFiles(manifest, log);
  return log.hasErrors ? undefined : manifest;
}

/** Two layers in one file, or a layer in the manifest's own place, would overwrite each other when the plan is saved. */
function reportRepeatedFiles({ layers }: Manifest, log: DiagnosticLog): void {
  const taken = new Map([[comparablePath(MANIFEST_NAME), MANIFEST_NAME]]);
  for (const [layer, path] of Object.entries(layers)) {
    const pointer = `/layers/${layer}`;
    const other = taken.get(comparablePath(path));
    if (other === undefined) taken.set(comparablePath(path), pointer);
    else
      log.add({
        code: 'manifest-file-repeated',
        severity: 'error',
        pointer,
        data: { member: pointer, other, found: excerptOf(path) },
      });
  }
}

/** Equal for paths that name the same file, also where a disk does not tell capitals from small letters. */
export function comparablePath(path: string): string {
  return path.replace(/^(?:\.\/)+/, '').toLowerCase();
}

/** Where a fault stands, and what was found and expected there, as data. */
function placeOf(error: OutputUnit, root: unknown): { pointer: string; data: Record<string, string> } {
  const pointer = decodePointer(error.instanceLocation);
  const missing = error.keyword === 'required' ? /"([^"]*)"/.exec(error.error)?.[1] : undefined;
  const member = missing === undefined ? pointer || '/' : `${pointer}/${missing}`;
  const rule = schemaAt(error.keywordLocation);
  return {
    pointer,
    data: { member, found: excerptOf(valueAt(root, pointer)), rule: error.keyword, expected: excerptOf(rule) },
  };
}

/** The validator gives pointers as URI fragments. */
function decodePointer(location: string): string {
  const fragment = location.replace(/^#/, '');
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}

function valueAt(root: unknown, pointer: string): unknown {
  let value = root;
  for (const step of pointer.split('/').slice(1)) {
    const name = step.replaceAll('~1', '/').replaceAll('~0', '~');
    value =
      typeof value === 'object' && value !== null && Object.hasOwn(value, name)
        ? (value as Record<string, unknown>)[name]
        : undefined;
  }
  return value;
}

/** The keyword's value in the schema, following references on the way. */
function schemaAt(location: string): unknown {
  let schema: unknown = planSchema;
  for (const step of decodePointer(location).split('/').slice(1)) {
    if (isRecord(schema) && typeof schema.$ref === 'string') schema = valueAt(planSchema, schema.$ref.slice(1));
    if (step === '$ref') continue;
    schema = valueAt(schema, `/${step}`);
  }
  return schema;
}
