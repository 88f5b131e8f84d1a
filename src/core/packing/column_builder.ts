import type { Column } from './column.ts';
import {
  Booleans,
  type Items,
  type Kind,
  Lists,
  Numbers,
  type Part,
  type PlaceOf,
  PlainValues,
  Records,
  SharedRecords,
  Texts,
} from './column_parts.ts';
import { GrowingArray } from './growing_array.ts';
import { WordList } from './word_list.ts';

const DEEPEST_RECORD = 40;

/** What all columns of one packing share. */
interface Shared {
  words?: WordList;
  placeOf?: PlaceOf;
  /**
   * Fields of the records whose records are kept apart by the fields they have: the data of findings is another for each rule, and each
   * of a hundred fields would else have a row for all of them.
   */
  apart?: ReadonlySet<string>;
}

/** One byte tells which part has a value. */
const MOST_PARTS = 200;

/**
 * Packs values of JSON's kinds one after the other, so that the values themselves need not be kept; `undefined` is absent.
 */
export class ColumnBuilder implements Items {
  readonly #shared: Shared & { words: WordList };
  readonly #depth: number;
  #length = 0;
  /** Of each value which of the parts has it, from 1; 0: it is absent. Undefined as long as the first part has them all. */
  #which: GrowingArray<Uint8Array> | undefined;
  /** Where in its part each value stands; undefined as long as there is one part, which then has a row for each. */
  #places: GrowingArray<Uint32Array> | undefined;
  readonly #parts: Part[] = [];
  /** Parts of records by the fields they have, where they are kept apart. */
  readonly #partsByFields: Map<string, Part> | undefined;

  /** @param shared `placeOf` tells records that need not be packed again */
  constructor(shared: Shared = {}, depth = 0, isApart = false) {
    this.#shared = { words: new WordList(), ...shared };
    this.#depth = depth;
    this.#partsByFields = isApart ? new Map() : undefined;
  }

  get length(): number {
    return this.#length;
  }

  push(value: unknown): void {
    if (value === undefined) {
      this.skip(1);
      return;
    }
    const kind = this.#kindOf(value);
    let part = (kind === 'record' && this.#partByFields(value as object)) || this.#partFor(kind);
    if (!part.add(value)) {
      part = this.#partFor(kind === 'shared' ? ownKindOf(value as object) : 'plain');
      part.add(value);
    }
    this.#which?.push(this.#parts.indexOf(part) + 1);
    this.#places?.push(part.length - 1);
    this.#length += 1;
  }

  /** Coordinates are most of a plan: numbers among numbers go straight to where they stay. */
  pushAll(values: readonly unknown[]): void {
    let index = 0;
    const [first] = this.#parts;
    if (first instanceof Numbers && !this.#which) {
      for (; index < values.length && typeof values[index] === 'number'; index += 1) first.add(values[index]);
      this.#length += index;
    }
    for (; index < values.length; index += 1) this.push(values[index]);
  }

  /** So many absent values. */
  skip(count: number): void {
    if (count === 0) return;
    if (!this.#which) {
      this.#which = new GrowingArray(new Uint8Array(16));
      this.#which.fill(1, this.#length);
    }
    this.#which.fill(0, count);
    if (this.#places) this.#places.fill(0, count);
    else this.#parts[0]?.skip(count);
    this.#length += count;
  }

  finish(): Column {
    const [first, ...others] = this.#parts;
    if (!first) return { kind: 'boolean', codes: new Uint8Array(this.#length) };
    if (others.length === 0) return first.finish(this.#which?.toArray());
    return {
      kind: 'union',
      which: this.#which?.toArray() ?? new Uint8Array(0),
      places: this.#places?.toArray() ?? new Uint32Array(0),
      options: this.#parts.map((part) => part.finish(undefined)),
    };
  }

  #kindOf(value: unknown): Kind {
    if (this.#depth > DEEPEST_RECORD) return 'plain';
    switch (typeof value) {
      case 'number':
        return 'number';
      case 'string':
        return 'text';
      case 'boolean':
        return 'boolean';
      default: {
        if (value === null) return 'plain';
        const { placeOf } = this.#shared;
        if (placeOf?.(value as object)) return 'shared';
        return ownKindOf(value as object);
      }
    }
  }

  /** Undefined where records are not kept apart, or there are too many kinds of them. */
  #partByFields(record: object): Part | undefined {
    if (!this.#partsByFields) return undefined;
    const fields = JSON.stringify(Object.keys(record));
    let part = this.#partsByFields.get(fields);
    if (!part && this.#parts.length < MOST_PARTS) {
      part = this.#addPart('record');
      this.#partsByFields.set(fields, part);
    }
    return part;
  }

  #partFor(kind: Kind): Part {
    const [first] = this.#parts;
    if (first?.kind === kind) return first;
    return this.#parts.find((part) => part.kind === kind) ?? this.#addPart(kind);
  }

  #addPart(kind: Kind): Part {
    const [first] = this.#parts;
    const part = this.#newPart(kind);
    this.#parts.push(part);
    if (!first) part.skip(this.#length);
    else if (!this.#places) {
      this.#places = new GrowingArray(new Uint32Array(16));
      for (let row = 0; row < this.#length; row += 1) this.#places.push(row);
      this.#which ??= new GrowingArray(new Uint8Array(16));
      if (this.#which.length === 0) this.#which.fill(1, this.#length);
    }
    return part;
  }

  #newPart(kind: Kind): Part {
    const shared = this.#shared;
    const inner = (name = ''): ColumnBuilder =>
      new ColumnBuilder(shared, this.#depth + 1, this.#depth === 0 && shared.apart?.has(name));
    switch (kind) {
      case 'number':
        return new Numbers();
      case 'boolean':
        return new Booleans();
      case 'text':
        return new Texts(shared.words);
      case 'record':
        return new Records(inner);
      case 'list':
        return new Lists(inner());
      case 'shared':
        return new SharedRecords(shared.placeOf as PlaceOf);
      case 'plain':
        return new PlainValues();
    }
  }
}

function ownKindOf(value: object): Kind {
  return Array.isArray(value) ? 'list' : 'record';
}
