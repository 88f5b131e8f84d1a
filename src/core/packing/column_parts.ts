import type { Column, RecordColumn } from './column.ts';
import { GrowingArray } from './growing_array.ts';
import type { WordList } from './word_list.ts';

/** More fields than any plan has: in columns, mostly empty, they would take more room than the records. */
const WIDEST_RECORD = 400;

/** Where a record stands that is in a column already; undefined for one that is in none. */
export type PlaceOf = (record: object) => { column: RecordColumn; row: number } | undefined;

export type Kind = Exclude<Column['kind'], 'union'>;

/** Values within values: the fields of records, the items of lists. */
export interface Items {
  readonly length: number;
  push(value: unknown): void;
  pushAll(values: readonly unknown[]): void;
  skip(count: number): void;
  finish(): Column;
}

/** Values of one kind. */
export interface Part {
  readonly kind: Kind;
  /** With the absent ones. */
  readonly length: number;
  /** False when it takes no such value: it then is packed as it is. */
  add(value: unknown): boolean;
  skip(count: number): void;
  finish(present: Uint8Array | undefined): Column;
}

/** Numbers, as they are. */
export class Numbers implements Part {
  readonly kind = 'number';
  readonly #values = new GrowingArray(new Float64Array(16));

  get length(): number {
    return this.#values.length;
  }

  add(value: unknown): boolean {
    this.#values.push(value as number);
    return true;
  }

  skip(count: number): void {
    this.#values.fill(0, count);
  }

  finish(present: Uint8Array | undefined): Column {
    return { kind: 'number', values: this.#values.toArray(), ...(present && { present }) };
  }
}

/** Truth values: 1 is false, 2 is true, 0 is none. */
export class Booleans implements Part {
  readonly kind = 'boolean';
  readonly #codes = new GrowingArray(new Uint8Array(16));

  get length(): number {
    return this.#codes.length;
  }

  add(value: unknown): boolean {
    this.#codes.push(value ? 2 : 1);
    return true;
  }

  skip(count: number): void {
    this.#codes.fill(0, count);
  }

  finish(): Column {
    return { kind: 'boolean', codes: this.#codes.toArray() };
  }
}

/** Texts by their number in a list of words; where the words are too many it takes no more. */
export class Texts implements Part {
  readonly kind = 'text';
  readonly #words: WordList;
  readonly #codes = new GrowingArray(new Uint32Array(16));

  constructor(words: WordList) {
    this.#words = words;
  }

  get length(): number {
    return this.#codes.length;
  }

  add(value: unknown): boolean {
    const code = this.#words.codeOf(value as string);
    if (code === 0) return false;
    this.#codes.push(code);
    return true;
  }

  skip(count: number): void {
    this.#codes.fill(0, count);
  }

  finish(): Column {
    return { kind: 'text', codes: this.#codes.toArray(), dictionary: this.#words.dictionary() };
  }
}

/** Records, a column for each of their fields. */
export class Records implements Part {
  readonly kind = 'record';
  readonly #newField: (name: string) => Items;
  readonly #fields = new Map<string, Items>();
  #length = 0;

  constructor(newField: (name: string) => Items) {
    this.#newField = newField;
  }

  get length(): number {
    return this.#length;
  }

  add(value: unknown): boolean {
    const record = value as Record<string, unknown>;
    const fresh = Object.keys(record).filter((name) => !this.#fields.has(name));
    if (this.#fields.size + fresh.length > WIDEST_RECORD) return false;
    for (const name of fresh) {
      const field = this.#newField(name);
      field.skip(this.#length);
      this.#fields.set(name, field);
    }
    for (const [name, field] of this.#fields) {
      // Names are a file's own: `__proto__` and `toString` are fields like any other, and nobody has them who does not state them.
      const isStated = !(name in Object.prototype) || Object.hasOwn(record, name);
      field.push(isStated ? record[name] : undefined);
    }
    this.#length += 1;
    return true;
  }

  skip(count: number): void {
    for (const field of this.#fields.values()) field.skip(count);
    this.#length += count;
  }

  finish(present: Uint8Array | undefined): Column {
    return {
      kind: 'record',
      rowCount: this.#length,
      ...(present && { present }),
      fields: [...this.#fields].map(([name, field]) => [name, field.finish()]),
    };
  }
}

/** Lists, their items one after the other in one column. */
export class Lists implements Part {
  readonly kind = 'list';
  readonly #items: Items;
  readonly #ends = new GrowingArray(new Uint32Array(16));

  constructor(items: Items) {
    this.#items = items;
    this.#ends.push(0);
  }

  get length(): number {
    return this.#ends.length - 1;
  }

  add(value: unknown): boolean {
    this.#items.pushAll(value as unknown[]);
    this.#ends.push(this.#items.length);
    return true;
  }

  skip(count: number): void {
    this.#ends.fill(this.#items.length, count);
  }

  finish(present: Uint8Array | undefined): Column {
    return { kind: 'list', ends: this.#ends.toArray(), ...(present && { present }), items: this.#items.finish() };
  }
}

/** Records of the column that the first of them is in. */
export class SharedRecords implements Part {
  readonly kind = 'shared';
  readonly #placeOf: PlaceOf;
  readonly #rows = new GrowingArray(new Uint32Array(16));
  #of: RecordColumn | undefined;

  constructor(placeOf: PlaceOf) {
    this.#placeOf = placeOf;
  }

  get length(): number {
    return this.#rows.length;
  }

  add(value: unknown): boolean {
    const place = this.#placeOf(value as object);
    if (!place || (this.#of && place.column !== this.#of)) return false;
    this.#of = place.column;
    this.#rows.push(place.row + 1);
    return true;
  }

  skip(count: number): void {
    this.#rows.fill(0, count);
  }

  finish(): Column {
    return { kind: 'shared', of: this.#of as RecordColumn, rows: this.#rows.toArray() };
  }
}

/** Values that no column suits, as they are. */
export class PlainValues implements Part {
  readonly kind = 'plain';
  readonly #values: unknown[] = [];

  get length(): number {
    return this.#values.length;
  }

  add(value: unknown): boolean {
    this.#values.push(value);
    return true;
  }

  skip(count: number): void {
    for (let index = 0; index < count; index += 1) this.#values.push(undefined);
  }

  finish(): Column {
    return { kind: 'plain', values: this.#values };
  }
}
