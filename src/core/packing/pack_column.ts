import type { Column, RecordColumn } from './column.ts';

/** More fields than any plan has: in columns, mostly empty, they would take more room than the records. */
const WIDEST_RECORD = 400;
const DEEPEST_RECORD = 40;

/** Records that are in columns already, and where. */
export type PackedRecords = Map<object, { column: RecordColumn; row: number }>;

/**
 * Packs values of JSON's kinds; `undefined` is absent.
 * @param packed records that need not be packed again; shapes of features are added to it
 */
export function packColumn(values: readonly unknown[], packed: PackedRecords = new Map()): Column {
  return new Packer(packed).column(values, 0);
}

type Kind = Exclude<Column['kind'], 'union'>;
const KINDS: readonly Kind[] = ['number', 'boolean', 'text', 'record', 'list', 'shared', 'plain'];

class Packer {
  readonly #packed: PackedRecords;

  constructor(packed: PackedRecords) {
    this.#packed = packed;
  }

  column(values: readonly unknown[], depth: number): Column {
    if (depth > DEEPEST_RECORD) return { kind: 'plain', values: [...values] };
    const shared = this.#sharedOf(values);
    const kindOf = (value: unknown): Kind | undefined =>
      shared && this.#packed.get(value as object)?.column === shared ? 'shared' : ownKindOf(value);
    let kind: Kind | undefined;
    let hasAbsent = false;
    for (const value of values) {
      const own = kindOf(value);
      if (own === undefined) hasAbsent = true;
      else if (kind === undefined) kind = own;
      else if (kind !== own) return this.#union(values, kindOf, depth);
    }
    return this.#ofKind(kind ?? 'plain', values, hasAbsent, depth);
  }

  /** The column the first record that is packed already is in. */
  #sharedOf(values: readonly unknown[]): RecordColumn | undefined {
    if (this.#packed.size === 0) return undefined;
    for (const value of values) {
      if (typeof value !== 'object' || value === null) continue;
      const known = this.#packed.get(value);
      if (known) return known.column;
    }
    return undefined;
  }

  #ofKind(kind: Kind, values: readonly unknown[], hasAbsent: boolean, depth: number): Column {
    switch (kind) {
      case 'number':
        return {
          kind,
          values: Float64Array.from(values as number[], (value) => value ?? 0),
          ...(hasAbsent && { present: presenceOf(values) }),
        };
      case 'boolean':
        return { kind, codes: Uint8Array.from(values, (value) => (value === undefined ? 0 : value ? 2 : 1)) };
      case 'text':
        return packTexts(values as (string | undefined)[]);
      case 'record':
        return this.#records(values as (Record<string, unknown> | undefined)[], hasAbsent, depth);
      case 'list':
        return this.#lists(values as (unknown[] | undefined)[], hasAbsent, depth);
      case 'shared': {
        const known = values.map((value) => (value === undefined ? undefined : this.#packed.get(value as object)));
        const of = known.find((one) => one)?.column;
        if (of) return { kind, of, rows: Uint32Array.from(known, (one) => (one ? one.row + 1 : 0)) };
        return { kind: 'plain', values: [...values] };
      }
      case 'plain':
        return { kind, values: [...values] };
    }
  }

  #records(values: readonly (Record<string, unknown> | undefined)[], hasAbsent: boolean, depth: number): Column {
    const names = new Set<string>();
    for (const value of values) {
      if (value === undefined) continue;
      for (const name of Object.keys(value)) names.add(name);
      if (names.size > WIDEST_RECORD) return { kind: 'plain', values: [...values] };
    }
    return {
      kind: 'record',
      rowCount: values.length,
      ...(hasAbsent && { present: presenceOf(values) }),
      fields: [...names].map((name) => {
        // Names are a file's own: `__proto__` and `toString` are fields like any other, and nobody has them who does not state them.
        const isInherited = name in Object.prototype;
        const field = values.map((value) =>
          value === undefined || (isInherited && !Object.hasOwn(value, name)) ? undefined : value[name],
        );
        const column = this.column(field, depth + 1);
        if (name === 'geometry' && depth === 0 && column.kind === 'record')
          field.forEach((shape, row) => {
            if (shape !== undefined) this.#packed.set(shape as object, { column, row });
          });
        return [name, column];
      }),
    };
  }

  #lists(values: readonly (unknown[] | undefined)[], hasAbsent: boolean, depth: number): Column {
    const ends = new Uint32Array(values.length + 1);
    let total = 0;
    let areNumbers = true;
    values.forEach((list, index) => {
      if (list) {
        total += list.length;
        if (areNumbers) for (const item of list) areNumbers &&= typeof item === 'number';
      }
      ends[index + 1] = total;
    });
    const items = areNumbers
      ? packNumbers(values as (number[] | undefined)[], total)
      : this.column(flatten(values, total), depth + 1);
    return { kind: 'list', ends, ...(hasAbsent && { present: presenceOf(values) }), items };
  }

  #union(values: readonly unknown[], kindOf: (value: unknown) => Kind | undefined, depth: number): Column {
    const which = new Uint8Array(values.length);
    const places = new Uint32Array(values.length);
    const groups = KINDS.map((): unknown[] => []);
    values.forEach((value, index) => {
      const kind = kindOf(value);
      if (kind === undefined) return;
      const option = KINDS.indexOf(kind);
      const group = groups[option] ?? [];
      which[index] = option + 1;
      places[index] = group.length;
      group.push(value);
    });
    return {
      kind: 'union',
      which,
      places,
      options: groups.map((group, option) => this.#ofKind(KINDS[option] ?? 'plain', group, false, depth)),
    };
  }
}

function ownKindOf(value: unknown): Kind | undefined {
  switch (typeof value) {
    case 'undefined':
      return undefined;
    case 'number':
      return 'number';
    case 'string':
      return 'text';
    case 'boolean':
      return 'boolean';
    default:
      return value === null ? 'plain' : Array.isArray(value) ? 'list' : 'record';
  }
}

function presenceOf(values: readonly unknown[]): Uint8Array {
  return Uint8Array.from(values, (value) => (value === undefined ? 0 : 1));
}

function packTexts(values: readonly (string | undefined)[]): Column {
  const known = new Map<string, number>();
  const codes = new Uint32Array(values.length);
  let unitCount = 0;
  for (let index = 0; index < values.length; index += 1) {
    const text = values[index];
    if (text === undefined) continue;
    let code = known.get(text);
    if (code === undefined) {
      code = known.size + 1;
      known.set(text, code);
      unitCount += text.length;
    }
    codes[index] = code;
  }
  let units: Uint8Array | Uint16Array = new Uint8Array(unitCount);
  const ends = new Uint32Array(known.size + 1);
  let at = 0;
  let word = 0;
  for (const text of known.keys()) {
    for (let place = 0; place < text.length; place += 1) {
      const unit = text.charCodeAt(place);
      if (unit > 0xff && units instanceof Uint8Array) units = Uint16Array.from(units);
      units[at] = unit;
      at += 1;
    }
    word += 1;
    ends[word] = at;
  }
  return { kind: 'text', codes, dictionary: { units, ends } };
}

/** Coordinates are most of a plan: they go straight to where they stay. */
function packNumbers(lists: readonly (number[] | undefined)[], total: number): Column {
  const numbers = new Float64Array(total);
  let at = 0;
  for (const list of lists) {
    if (!list) continue;
    for (const item of list) {
      numbers[at] = item;
      at += 1;
    }
  }
  return { kind: 'number', values: numbers };
}

function flatten(lists: readonly (unknown[] | undefined)[], total: number): unknown[] {
  const items = new Array<unknown>(total);
  let at = 0;
  for (const list of lists) {
    if (!list) continue;
    for (const item of list) {
      items[at] = item;
      at += 1;
    }
  }
  return items;
}
