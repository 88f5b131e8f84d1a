import type { SourceReport } from '../core/read/source.ts';
import type { MissingFields } from '../core/read/types.ts';

/** Field of the source → field of the dictionary; null: kept under its own name. */
export type FieldMapping = Readonly<Record<string, string | null>>;
/** What a source looks like. */
export type SourceLooks = Pick<SourceReport, 'format' | 'fields'>;

/** What a person has said of fields in earlier visits, by what a source looks like. Never throws: without it everything still works. */
export interface RememberedMappings {
  recall(source: SourceLooks): FieldMapping | undefined;
  remember(source: SourceLooks, mapping: FieldMapping): void;
  forget(source: SourceLooks): void;
  /** What was to become of present values of fields the source has not. */
  recallMissing(source: SourceLooks): MissingFields | undefined;
  rememberMissing(source: SourceLooks, handling: MissingFields): void;
}

const KEY = 'park-plan-field-mappings';
/** Storage is small, and what was last used is most likely used again. */
const MOST_KEPT = 40;

type Entry = [signature: string, mapping: [from: string, to: string | null][], missing?: MissingFields];

/** Sources are the same when they have the same fields in the same format: the next export of the same office. */
export function signatureOf({ format, fields }: SourceLooks): string {
  return JSON.stringify([format, ...[...new Set(fields.map(({ from }) => from))].sort()]);
}

/** `storage` gives the browser's storage; it may throw, as browsers do where storage is blocked. */
export function createRememberedMappings(
  storage: () => Pick<Storage, 'getItem' | 'setItem'> | undefined,
): RememberedMappings {
  function read(): Entry[] {
    try {
      const parsed: unknown = JSON.parse(storage()?.getItem(KEY) ?? '[]');
      return Array.isArray(parsed) ? parsed.filter(isEntry) : [];
    } catch {
      return [];
    }
  }
  function write(entries: readonly Entry[]): void {
    try {
      storage()?.setItem(KEY, JSON.stringify(entries.slice(0, MOST_KEPT)));
    } catch {
      // Full or blocked: the mapping holds for this file, and is asked for again next time.
    }
  }
  const find = (source: SourceLooks): Entry | undefined => {
    const signature = signatureOf(source);
    return read().find(([own]) => own === signature);
  };
  /** Puts what is known of a source first; nothing known is not kept. */
  function put(source: SourceLooks, mapping: Entry[1], missing: Entry[2]): void {
    const signature = signatureOf(source);
    const others = read().filter(([own]) => own !== signature);
    const isKnown = mapping.length > 0 || missing;
    write(isKnown ? [[signature, mapping, ...(missing ? [missing] : [])] as Entry, ...others] : others);
  }
  return {
    recall(source) {
      const mapping = find(source)?.[1];
      // A field may be named `__proto__`: entries make it an own member, an assignment would not.
      return mapping && mapping.length > 0 ? Object.fromEntries(mapping) : undefined;
    },
    remember: (source, mapping) => put(source, Object.entries(mapping), find(source)?.[2]),
    forget: (source) => put(source, [], find(source)?.[2]),
    recallMissing: (source) => find(source)?.[2],
    rememberMissing: (source, handling) => put(source, find(source)?.[1] ?? [], handling),
  };
}

function isEntry(value: unknown): value is Entry {
  if (!Array.isArray(value) || typeof value[0] !== 'string' || !Array.isArray(value[1])) return false;
  if (value[2] !== undefined && value[2] !== 'keep' && value[2] !== 'drop') return false;
  return value[1].every(
    (pair: unknown) =>
      Array.isArray(pair) && typeof pair[0] === 'string' && (pair[1] === null || typeof pair[1] === 'string'),
  );
}
