import type { SourceReport } from '../core/read/source.ts';

/** Field of the source → field of the dictionary; null: kept under its own name. */
export type FieldMapping = Readonly<Record<string, string | null>>;

/** What a person has said of fields in earlier visits, by what a source looks like. Never throws: without it everything still works. */
export interface RememberedMappings {
  recall(source: Pick<SourceReport, 'format' | 'fields'>): FieldMapping | undefined;
  remember(source: Pick<SourceReport, 'format' | 'fields'>, mapping: FieldMapping): void;
  forget(source: Pick<SourceReport, 'format' | 'fields'>): void;
}

const KEY = 'park-plan-field-mappings';
/** Storage is small, and what was last used is most likely used again. */
const MOST_KEPT = 40;

type Entry = [signature: string, mapping: [from: string, to: string | null][]];

/** Sources are the same when they have the same fields in the same format: the next export of the same office. */
export function signatureOf({ format, fields }: Pick<SourceReport, 'format' | 'fields'>): string {
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
  const others = (signature: string): Entry[] => read().filter(([own]) => own !== signature);
  return {
    recall(source) {
      const signature = signatureOf(source);
      const mapping = read().find(([own]) => own === signature)?.[1];
      // A field may be named `__proto__`: entries make it an own member, an assignment would not.
      return mapping && Object.fromEntries(mapping);
    },
    remember(source, mapping) {
      const signature = signatureOf(source);
      const entries = Object.entries(mapping);
      write(entries.length === 0 ? others(signature) : [[signature, entries], ...others(signature)]);
    },
    forget(source) {
      write(others(signatureOf(source)));
    },
  };
}

function isEntry(value: unknown): value is Entry {
  if (!Array.isArray(value) || typeof value[0] !== 'string' || !Array.isArray(value[1])) return false;
  return value[1].every(
    (pair: unknown) =>
      Array.isArray(pair) && typeof pair[0] === 'string' && (pair[1] === null || typeof pair[1] === 'string'),
  );
}
