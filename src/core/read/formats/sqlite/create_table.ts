import type { SqliteValue } from './record.ts';

export interface SqliteColumn {
  name: string;
  /** As declared, in capitals; empty where none is. */
  type: string;
  isPrimaryKey: boolean;
  /** It is the row's number and is not kept in the record. */
  isRowId: boolean;
  /** Computed when asked for and not kept in the record. */
  isComputed: boolean;
  /** What rows hold that were written before the column was added. */
  fallback: SqliteValue;
}

export interface TableDefinition {
  columns: SqliteColumn[];
  /** Kept in another kind of tree. */
  isWithoutRowId: boolean;
}

interface Token {
  text: string;
  kind: 'word' | 'quoted' | 'text' | 'blob' | 'sign';
}

/** A quote that is never closed goes on to the end: looking for its end again and again would take for ever. */
const TOKEN =
  /--[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|\s+|"(?:[^"]|"")*"?|`(?:[^`]|``)*`?|\[[^\]]*\]?|[xX]'[0-9a-fA-F]*'|'(?:[^']|'')*'?|0[xX][0-9a-fA-F]+|(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?|[\p{L}\p{M}\p{N}_$\u0080-\uffff]+|[\s\S]/gu;

function tokensOf(sql: string): Token[] {
  const tokens: Token[] = [];
  for (const [text] of sql.matchAll(TOKEN)) {
    const first = text[0] ?? '';
    if (/^(?:\s|--|\/\*)/.test(text)) continue;
    if (text.length > 1 && (first === '"' || first === '`'))
      tokens.push({ text: text.slice(1, -1).replaceAll(first + first, first), kind: 'quoted' });
    else if (text.length > 1 && first === '[') tokens.push({ text: text.slice(1, -1), kind: 'quoted' });
    else if (/^[xX]'/.test(text)) tokens.push({ text: text.slice(2, -1), kind: 'blob' });
    else if (text.length > 1 && first === "'")
      tokens.push({ text: text.slice(1, -1).replaceAll("''", "'"), kind: 'text' });
    else tokens.push({ text, kind: /[\p{L}\p{N}_$\u0080-\uffff]/u.test(text) ? 'word' : 'sign' });
  }
  return tokens;
}

const TABLE_CONSTRAINTS = new Set(['CONSTRAINT', 'PRIMARY', 'UNIQUE', 'CHECK', 'FOREIGN']);
const COLUMN_CONSTRAINTS = new Set([
  ...['CONSTRAINT', 'PRIMARY', 'NOT', 'NULL', 'UNIQUE', 'CHECK', 'DEFAULT', 'COLLATE', 'REFERENCES', 'GENERATED', 'AS'],
]);

/** The columns a `CREATE TABLE` statement names, as SQLite keeps it in its schema. undefined when it is none. */
export function parseCreateTable(sql: string): TableDefinition | undefined {
  const tokens = tokensOf(sql);
  const open = tokens.findIndex(isSign('('));
  if (!isWord(tokens[0], 'CREATE') || isWord(tokens[1], 'VIRTUAL') || open < 0) return undefined;
  const parts: Token[][] = [[]];
  let depth = 0;
  let at = open;
  for (; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (!token) break;
    if (isSign('(')(token)) depth += 1;
    else if (isSign(')')(token)) depth -= 1;
    if (depth === 0) break;
    if (depth === 1 && isSign(',')(token)) parts.push([]);
    else if (at > open) parts.at(-1)?.push(token);
  }
  const columns: SqliteColumn[] = [];
  for (const part of parts) {
    const [first] = part;
    if (!first) continue;
    if (first.kind === 'word' && TABLE_CONSTRAINTS.has(first.text.toUpperCase())) setPrimaryKey(part, columns);
    else columns.push(columnOf(part));
  }
  const options = tokens.slice(at + 1);
  const isWithoutRowId = options.some(
    (token, index) => isWord(token, 'WITHOUT') && isWord(options[index + 1], 'ROWID'),
  );
  return { columns, isWithoutRowId };
}

function columnOf(part: readonly Token[]): SqliteColumn {
  const rest = part.slice(1);
  const found = rest.findIndex(({ kind, text }) => kind === 'word' && COLUMN_CONSTRAINTS.has(text.toUpperCase()));
  const typeEnd = found < 0 ? rest.length : found;
  const type = rest
    .slice(0, typeEnd)
    .map(({ text }) => text.toUpperCase())
    .join(' ');
  const constraints = rest.slice(typeEnd);
  const key = constraints.findIndex(
    (token, index) => isWord(token, 'PRIMARY') && isWord(constraints[index + 1], 'KEY'),
  );
  const computed = topLevelIndex(constraints, 'AS');
  const isStored = computed >= 0 && topLevelIndex(constraints.slice(computed), 'STORED') >= 0;
  return {
    name: part[0]?.text ?? '',
    type,
    isPrimaryKey: key >= 0,
    // With DESC here, unlike in a constraint of the table, it is a column like others: a bug SQLite keeps.
    isRowId: key >= 0 && type === 'INTEGER' && !isWord(constraints[key + 2], 'DESC'),
    isComputed: computed >= 0 && !isStored,
    fallback: fallbackOf(constraints),
  };
}

/** `PRIMARY KEY (name)` behind the columns. */
function setPrimaryKey(part: readonly Token[], columns: readonly SqliteColumn[]): void {
  const key = part.findIndex((token, index) => isWord(token, 'PRIMARY') && isWord(part[index + 1], 'KEY'));
  if (key < 0 || key > 2) return;
  const inside = part.slice(
    key + 3,
    part.findIndex((token, index) => index > key && isSign(')')(token)),
  );
  const isOne = !inside.some(isSign(','));
  for (const token of inside) {
    const column = columns.find(({ name }) => name.toLowerCase() === token.text.toLowerCase());
    if (!column) continue;
    column.isPrimaryKey = true;
    if (isOne && column.type === 'INTEGER') column.isRowId = true;
  }
}

/** The value of `DEFAULT` where it is a literal, which is all that a column added later may have. */
function fallbackOf(constraints: readonly Token[]): SqliteValue {
  const at = topLevelIndex(constraints, 'DEFAULT');
  if (at < 0) return null;
  const behind = constraints.slice(at + 1).filter((token) => !isSign('(')(token) && !isSign('+')(token));
  const isNegative = behind[0] !== undefined && isSign('-')(behind[0]);
  const token = behind[isNegative ? 1 : 0];
  if (!token) return null;
  if (token.kind === 'text' || token.kind === 'quoted') return token.text;
  if (token.kind === 'blob')
    return Uint8Array.from(token.text.match(/../g) ?? [], (digits) => Number.parseInt(digits, 16));
  if (isWord(token, 'TRUE')) return 1;
  if (isWord(token, 'FALSE')) return 0;
  const number = Number(token.text);
  return Number.isFinite(number) ? (isNegative ? -number : number) : null;
}

function topLevelIndex(tokens: readonly Token[], word: string): number {
  let depth = 0;
  return tokens.findIndex((token) => {
    if (isSign('(')(token)) depth += 1;
    else if (isSign(')')(token)) depth -= 1;
    return depth === 0 && isWord(token, word);
  });
}

function isWord(token: Token | undefined, word: string): boolean {
  return token?.kind === 'word' && token.text.toUpperCase() === word;
}

function isSign(sign: string): (token: Token) => boolean {
  return ({ kind, text }) => kind === 'sign' && text === sign;
}
