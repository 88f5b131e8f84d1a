/**
 * Records as columns: many records of one shape become a few typed arrays, which cross between threads without being copied and are
 * stored as they are. What comes out is what went in; only the order of a record's fields may be another.
 */
export type Column =
  | { kind: 'number'; values: Float64Array; present?: Uint8Array }
  /** 0 absent, 1 false, 2 true. */
  | { kind: 'boolean'; codes: Uint8Array }
  /** 0 absent, else 1 + place in the dictionary. */
  | { kind: 'text'; codes: Uint32Array; dictionary: Dictionary }
  | RecordColumn
  | ListColumn
  /** Values of several kinds: which column has it (0: absent), and where in that column. */
  | { kind: 'union'; which: Uint8Array; places: Uint32Array; options: Column[] }
  /** Records that another column has already, as a finding's evidence is a plot's shape: which, from 1; 0 absent. */
  | { kind: 'shared'; of: RecordColumn; rows: Uint32Array }
  /** What has no columns: `null`, and records too wide or too deep for them. */
  | { kind: 'plain'; values: unknown[] };

export interface RecordColumn {
  kind: 'record';
  rowCount: number;
  /** Absent: all rows are there. */
  present?: Uint8Array;
  /** Each has as many rows as the record. */
  fields: [name: string, Column][];
}
export interface ListColumn {
  kind: 'list';
  /** Row i has the items from `ends[i]` to `ends[i + 1]`. */
  ends: Uint32Array;
  present?: Uint8Array;
  items: Column;
}
/** Different texts as UTF-16 code units, so that any text comes back; in bytes where all are below 256. */
export interface Dictionary {
  units: Uint8Array | Uint16Array;
  ends: Uint32Array;
}

/** The bytes of a column: they may be handed over instead of copied. */
export function buffersOf(column: Column): ArrayBuffer[] {
  switch (column.kind) {
    case 'number':
      return buffers(column.values, column.present);
    case 'boolean':
      return buffers(column.codes);
    case 'text':
      return buffers(column.codes, column.dictionary.units, column.dictionary.ends);
    case 'record':
      return [...buffers(column.present), ...column.fields.flatMap(([, field]) => buffersOf(field))];
    case 'list':
      return [...buffers(column.ends, column.present), ...buffersOf(column.items)];
    case 'union':
      return [...buffers(column.which, column.places), ...column.options.flatMap(buffersOf)];
    case 'shared':
      return [...buffers(column.rows), ...buffersOf(column.of)];
    case 'plain':
      return [];
  }
}

function buffers(...arrays: (ArrayBufferView | undefined)[]): ArrayBuffer[] {
  return arrays.flatMap((array) => (array ? [array.buffer as ArrayBuffer] : []));
}

/** The column without some of its fields, wherever they stand: for whoever needs only the others. Nothing is copied. */
export function withoutFields(column: RecordColumn, names: ReadonlySet<string>): RecordColumn {
  return {
    ...column,
    fields: column.fields.flatMap(([name, field]): RecordColumn['fields'] =>
      names.has(name) ? [] : [[name, field.kind === 'record' ? withoutFields(field, names) : field]],
    ),
  };
}
