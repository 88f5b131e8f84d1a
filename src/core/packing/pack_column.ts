import type { Column } from './column.ts';

/** More fields than any plan has: in columns, mostly empty, they would take more room than the records. */
const WIDEST_RECORD = 400;
const DEEPEST_RECORD = 40;

/** Packs values of JSON's kinds; `undefined` is absent. */
export function packColumn(values: readonly unknown[], depth = 0): Column {
  let kind: Kind | undefined;
  let absentCount = 0;
  for (const value of values) {
    const own = kindOf(value);
    if (own === undefined) absentCount += 1;
    else if (kind === undefined) kind = own;
    else if (kind !== own) return packUnion(values, depth);
  }
  return packKind(kind ?? 'plain', values, absentCount > 0, depth);
}

type Kind = Exclude<Column['kind'], 'union'>;
const KINDS: readonly Kind[] = ['number', 'boolean', 'text', 'record', 'list', 'plain'];

function kindOf(value: unknown): Kind | undefined {
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

function packKind(kind: Kind, values: readonly unknown[], hasAbsent: boolean, depth: number): Column {
  if (depth > DEEPEST_RECORD) return { kind: 'plain', values: [...values] };
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
      return packRecords(values as (Record<string, unknown> | undefined)[], hasAbsent, depth);
    case 'list':
      return packLists(values as (unknown[] | undefined)[], hasAbsent, depth);
    case 'plain':
      return { kind, values: [...values] };
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

function packRecords(
  values: readonly (Record<string, unknown> | undefined)[],
  hasAbsent: boolean,
  depth: number,
): Column {
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
      const column = values.map((value) =>
        value === undefined || (isInherited && !Object.hasOwn(value, name)) ? undefined : value[name],
      );
      return [name, packColumn(column, depth + 1)];
    }),
  };
}

function packLists(values: readonly (unknown[] | undefined)[], hasAbsent: boolean, depth: number): Column {
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
  const items = areNumbers ? packNumbers(values as (number[] | undefined)[], total) : flatten(values, total, depth);
  return { kind: 'list', ends, ...(hasAbsent && { present: presenceOf(values) }), items };
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

function flatten(lists: readonly (unknown[] | undefined)[], total: number, depth: number): Column {
  const items = new Array<unknown>(total);
  let at = 0;
  for (const list of lists) {
    if (!list) continue;
    for (const item of list) {
      items[at] = item;
      at += 1;
    }
  }
  return packColumn(items, depth + 1);
}

function packUnion(values: readonly unknown[], depth: number): Column {
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
    options: groups.map((group, option) => packKind(KINDS[option] ?? 'plain', group, false, depth)),
  };
}
