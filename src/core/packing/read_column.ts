import { tightList } from '../tight_list.ts';
import type { Column, Dictionary, RecordColumn } from './column.ts';

/** A row's value, made of plain objects and arrays. */
export function valueAt(column: Column, row: number): unknown {
  switch (column.kind) {
    case 'number':
      return column.present?.[row] === 0 ? undefined : column.values[row];
    case 'boolean':
      return column.codes[row] === 0 ? undefined : column.codes[row] === 2;
    case 'text': {
      const code = column.codes[row] ?? 0;
      return code === 0 ? undefined : wordOf(column.dictionary, code - 1);
    }
    case 'record':
      return column.present?.[row] === 0 ? undefined : recordAt(column, row);
    case 'list': {
      if (column.present?.[row] === 0) return undefined;
      const { ends, items } = column;
      const start = ends[row] ?? 0;
      const end = ends[row + 1] ?? 0;
      const areNumbers = items.kind === 'number' && !items.present;
      // A position.
      if (areNumbers && end === start + 2) return [items.values[start], items.values[start + 1]];
      const list: unknown[] = [];
      if (areNumbers) for (let at = start; at < end; at += 1) list.push(items.values[at]);
      else for (let at = start; at < end; at += 1) list.push(valueAt(items, at));
      return tightList(list);
    }
    case 'union': {
      const option = column.options[(column.which[row] ?? 0) - 1];
      return option && valueAt(option, column.places[row] ?? 0);
    }
    case 'shared': {
      const shared = column.rows[row] ?? 0;
      return shared === 0 ? undefined : valueAt(column.of, shared - 1);
    }
    case 'plain':
      return column.values[row];
  }
}

function recordAt({ fields }: RecordColumn, row: number): Record<string, unknown> {
  const record: Record<string, unknown> = {};
  for (const [name, column] of fields) {
    const value = valueAt(column, row);
    if (value === undefined) continue;
    if (name === '__proto__')
      Object.defineProperty(record, name, { value, enumerable: true, configurable: true, writable: true });
    else record[name] = value;
  }
  return record;
}

/** Words that were read once: most are asked for again. */
const read = new WeakMap<Dictionary, string[]>();

function wordOf(dictionary: Dictionary, place: number): string {
  let words = read.get(dictionary);
  if (!words) {
    words = [];
    read.set(dictionary, words);
  }
  let word = words[place];
  if (word === undefined) {
    word = decode(dictionary, place);
    words[place] = word;
  }
  return word;
}

/** A function takes only so many arguments. */
const UNITS_AT_ONCE = 8192;

function decode({ units, ends }: Dictionary, place: number): string {
  const start = ends[place] ?? 0;
  const end = ends[place + 1] ?? 0;
  let text = '';
  for (let at = start; at < end; at += UNITS_AT_ONCE)
    text += Reflect.apply(String.fromCharCode, null, units.subarray(at, Math.min(end, at + UNITS_AT_ONCE)));
  return text;
}
