import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseCreateTable } from '../../../src/core/read/formats/sqlite/create_table.ts';
import { SqliteDatabase } from '../../../src/core/read/formats/sqlite/database.ts';
import { SqliteFault } from '../../../src/core/read/formats/sqlite/fault.ts';
import { withWriteAheadLog } from '../../../src/core/read/formats/sqlite/write_ahead_log.ts';

/** What takes longer hangs, on a busy machine too. */
const HANGS_MILLISECONDS = 10_000;

const fixture = (name: string) =>
  new Uint8Array(readFileSync(new URL(`../../data/formats/sqlite/${name}`, import.meta.url)));

function rowsOf(bytes: Uint8Array, name: string): unknown[][] {
  const database = new SqliteDatabase(bytes);
  const table = database.table(name);
  return table ? [...database.rows(table)].map((row) => (row instanceof SqliteFault ? [row.message] : row)) : [];
}

const hasShell = spawnSync('sqlite3', ['--version']).status === 0;

/** The file SQLite's own shell makes of statements. */
function written(sql: string): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'sqlite-'));
  try {
    const path = join(folder, 'a.db');
    const { stderr } = spawnSync('sqlite3', [path], { input: sql, encoding: 'utf8' });
    expect(stderr).toBe('');
    return new Uint8Array(readFileSync(path));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('a database SQLite wrote (tests/data/formats/make_sqlite.sh)', () => {
  test('gives its rows: quoted names, several levels, long records, deleted rows, a column added later', () => {
    const expected: unknown[][] = [];
    for (let i = 1; i <= 600; i += 1) {
      if (i % 7 === 0) continue;
      const tail = i % 50 === 0 ? '地'.repeat(i * 5) : '';
      expected.push([i, `第${i}号${tail}`, i * 0.5, i % 60 === 0 ? new Uint8Array(i * 3) : null, "缺'省"]);
    }
    expected.push([1000, '末', null, null, '有']);
    const database = new SqliteDatabase(fixture('small.db'));
    const table = database.table('地块 表');
    expect(table?.columns.map(({ name }) => name)).toEqual(['编"号', '名 称', 'far', '照片', '后加']);
    expect(rowsOf(fixture('small.db'), '地块 表')).toEqual(expected);
  });

  test('gives text kept in UTF-16', () => {
    const database = new SqliteDatabase(fixture('utf16be.db'));
    expect(database.encoding).toBe('utf-16be');
    const expected = Array.from({ length: 40 }, (_, i) => [i + 1, `创新大道${i + 1}𠮷`]);
    expect(rowsOf(fixture('utf16be.db'), 'PLOTS')).toEqual(expected);
  });
});

describe.skipIf(!hasShell)('whatever SQLite writes (needs the program sqlite3)', () => {
  const rows = (count: number) => `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${count})`;
  const BIG = [127, -128, 32_767, -32_768, 8_388_607, -8_388_608, 2 ** 31 - 1, -(2 ** 31), 2 ** 47 - 1, -(2 ** 47)];

  test.each([512, 1024, 2048, 4096, 8192, 16_384, 32_768, 65_536])('comes back from pages of %i bytes', (pageBytes) => {
    const bytes = written(`PRAGMA page_size = ${pageBytes}; PRAGMA auto_vacuum = ${pageBytes % 3};
      CREATE TABLE t (a, b TEXT, c); CREATE INDEX i ON t (b); BEGIN;
      ${rows(10_000)} INSERT INTO t SELECT i * 1.25, 'r' || i, CASE WHEN i % 500 = 0 THEN printf('%0' || (i * 10) || 'd', i) END FROM n;
      COMMIT; DELETE FROM t WHERE rowid % 3 = 0; ${pageBytes % 1024 === 0 ? 'VACUUM;' : ''}`);
    const expected: unknown[][] = [];
    for (let i = 1; i <= 10_000; i += 1)
      if (i % 3 !== 0) expected.push([i * 1.25, `r${i}`, i % 500 === 0 ? String(i).padStart(i * 10, '0') : null]);
    expect(rowsOf(bytes, 't')).toEqual(expected);
  });

  test('comes back as numbers of every width, and as digits where a number would round', () => {
    const numbers = [0, 1, -1, ...BIG, Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER, 1e300, -0.1];
    const bytes = written(`CREATE TABLE t (v);
      ${numbers.map((number) => `INSERT INTO t VALUES (${number});`).join('')}
      INSERT INTO t VALUES (9223372036854775807), (-9223372036854775808), (9007199254740993);
      CREATE TABLE r (id INTEGER PRIMARY KEY, v); INSERT INTO r VALUES (-5, 'x'), (9007199254740991, 'y');`);
    expect(rowsOf(bytes, 't').flat()).toEqual([
      ...numbers,
      '9223372036854775807',
      '-9223372036854775808',
      '9007199254740993',
    ]);
    expect(rowsOf(bytes, 'r')).toEqual([
      [-5, 'x'],
      [9_007_199_254_740_991, 'y'],
    ]);
  });

  test('comes back value by value, for any values', { timeout: 120_000 }, () => {
    const value = fc.oneof(
      fc.constant(null),
      fc.maxSafeInteger(),
      // What decimal digits write exactly: SQLite reads others to the last bit but one.
      fc.integer().map((one) => one / 8),
      fc.string({ unit: 'binary', maxLength: 900 }).filter((text) => !/[\0\r\ud800-\udfff]/u.test(text)),
      fc.uint8Array({ maxLength: 900 }),
    );
    const literal = (one: unknown): string => {
      if (one instanceof Uint8Array) return `X'${Buffer.from(one).toString('hex')}'`;
      if (typeof one === 'string') return `'${one.replaceAll("'", "''")}'`;
      return String(one);
    };
    fc.assert(
      fc.property(
        fc.constantFrom(512, 1024, 4096, 65_536),
        fc.constantFrom('UTF-8', 'UTF-16le', 'UTF-16be'),
        fc.array(fc.tuple(value, value, value), { minLength: 1, maxLength: 60 }),
        (pageBytes, encoding, rows) => {
          const bytes = written(`PRAGMA page_size = ${pageBytes}; PRAGMA encoding = '${encoding}';
            CREATE TABLE t (a BLOB, b BLOB, c BLOB); BEGIN;
            ${rows.map((row) => `INSERT INTO t VALUES (${row.map(literal).join(', ')});`).join('\n')} COMMIT;`);
          expect(rowsOf(bytes, 't')).toEqual(rows);
        },
      ),
      { numRuns: 40 },
    );
  });

  test('has the columns SQLite says it has, however the statement is written', () => {
    const statements = [
      'CREATE TABLE t (a)',
      "CREATE TABLE t (a INTEGER PRIMARY KEY, b VARCHAR(10) NOT NULL DEFAULT 'x,)', c DECIMAL(10, 2))",
      'CREATE TABLE "t" ("a b" TEXT, [c d] REAL, `e``f` INT, \'g\'\'h\' BLOB, 地块编号 TEXT)',
      "CREATE TABLE t (/* , x TEXT */ a TEXT, -- b TEXT,\n c TEXT, PRIMARY KEY (a, c), CHECK (a <> ')'))",
      'CREATE TABLE t (a TEXT CONSTRAINT "odd, name" UNIQUE, b INTEGER, CONSTRAINT k PRIMARY KEY (b), FOREIGN KEY (a) REFERENCES o (x))',
      'CREATE TABLE t (a INT PRIMARY KEY DESC, b INTEGER DEFAULT (1 + (2 * 3)), c TEXT COLLATE NOCASE) STRICT',
      'CREATE TABLE t (a INTEGER PRIMARY KEY DESC, "primary" TEXT, "check" TEXT, [unique] INT)',
      "CREATE TABLE t (a, b GENERATED ALWAYS AS (a || ')') STORED, c TEXT)",
      'CREATE TABLE t (a UNSIGNED BIG INT, b DOUBLE PRECISION, __proto__ TEXT, "toString" TEXT, "constructor" TEXT)',
      'CREATE TABLE t AS SELECT 1 AS a, 2 AS "b c", 3',
    ];
    for (const statement of statements) {
      const bytes = written(`CREATE TABLE o (x, y); ${statement};`);
      const table = new SqliteDatabase(bytes).table('t');
      const folder = mkdtempSync(join(tmpdir(), 'sqlite-'));
      const { stdout } = spawnSync('sqlite3', [join(folder, 'b.db')], {
        input: `CREATE TABLE o (x, y); ${statement};\n.mode json\nPRAGMA table_xinfo(t);`,
        encoding: 'utf8',
      });
      rmSync(folder, { recursive: true });
      const said: { name: string; pk: number }[] = JSON.parse(stdout);
      expect(table?.columns.map(({ name, isPrimaryKey }) => [name, isPrimaryKey])).toEqual(
        said.map(({ name, pk }) => [name, pk > 0]),
      );
    }
  });

  test('knows the row’s number under its column’s name exactly where SQLite does', () => {
    const bytes = written(`CREATE TABLE a (x, n INTEGER, PRIMARY KEY (n DESC)); INSERT INTO a VALUES ('p', 7);
      CREATE TABLE b (n INTEGER PRIMARY KEY DESC, x); INSERT INTO b VALUES (7, 'p');
      CREATE TABLE c (n INT PRIMARY KEY, x); INSERT INTO c VALUES (7, 'p');
      CREATE TABLE d (x, y AS (x || '!') VIRTUAL, z AS (x || '?') STORED, w); INSERT INTO d VALUES ('p', 'q');
      CREATE TABLE e (n TEXT PRIMARY KEY, x) WITHOUT ROWID; INSERT INTO e VALUES ('k', 1);
      CREATE VIEW v AS SELECT * FROM a;`);
    expect(rowsOf(bytes, 'a')).toEqual([['p', 7]]);
    expect(rowsOf(bytes, 'b')).toEqual([[7, 'p']]);
    expect(rowsOf(bytes, 'c')).toEqual([[7, 'p']]);
    expect(rowsOf(bytes, 'd')).toEqual([['p', 'p?', 'q']]);
    const database = new SqliteDatabase(bytes);
    expect(database.table('d')?.computed).toEqual(['y']);
    expect(database.tables.map(({ name, kind }) => [name, kind])).toEqual([
      ['a', 'table'],
      ['b', 'table'],
      ['c', 'table'],
      ['d', 'table'],
      ['e', 'other'],
      ['v', 'view'],
    ]);
  });
});

describe('a damaged database', () => {
  /** A page that names itself, a row that names the row before: whoever follows them goes round for ever. */
  function cyclic(): Uint8Array {
    const bytes = fixture('small.db').slice();
    const view = new DataView(bytes.buffer);
    for (let page = 1; page < bytes.length / 512; page += 1) {
      const at = page * 512;
      if (bytes[at] === 5) view.setUint32(at + 8, page + 1, false);
    }
    return bytes;
  }

  test('whose pages go round in a circle ends', () => {
    expect(() => rowsOf(cyclic(), '地块 表')).toThrow(SqliteFault);
  });

  test('whose rows all point at one long record ends before it has read the file many times over', () => {
    const bytes = new Uint8Array(65_536 * 40);
    bytes.set(fixture('utf16be.db').subarray(0, 100));
    const view = new DataView(bytes.buffer);
    view.setUint16(16, 1, false);
    view.setUint32(56, 1, false);
    view.setUint8(100, 13);
    view.setUint16(103, 30_000, false);
    for (let cell = 0; cell < 30_000; cell += 1) view.setUint16(108 + cell * 2, 65_400, false);
    bytes.set([0x81, 0x80, 0x80, 0x00, 1], 65_400);
    for (let page = 1; page < 40; page += 1) view.setUint32(page * 65_536, page + 2, false);
    const started = performance.now();
    expect(() => new SqliteDatabase(bytes)).toThrow(SqliteFault);
    expect(performance.now() - started).toBeLessThan(HANGS_MILLISECONDS);
  });

  test('is read as far as it goes, or a fault is told; nothing else is thrown and nothing hangs', {
    timeout: 60_000,
  }, () => {
    const sound = fixture('small.db');
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(), fc.nat({ max: 255 })), { minLength: 1, maxLength: 30 }),
        fc.option(fc.nat(), { freq: 2 }),
        (flips, cut) => {
          const bytes = sound.slice(0, cut === null ? sound.length : cut % sound.length);
          for (const [place, value] of flips) if (bytes.length > 0) bytes[place % bytes.length] = value;
          const started = performance.now();
          try {
            const database = new SqliteDatabase(bytes);
            for (const table of database.tables) [...database.rows(table)];
          } catch (error) {
            expect(error).toBeInstanceOf(SqliteFault);
          }
          expect(performance.now() - started).toBeLessThan(HANGS_MILLISECONDS);
        },
      ),
      { numRuns: 600 },
    );
  });

  test('with a statement of nothing but opened quotes is told in no time', () => {
    const started = performance.now();
    for (const sign of ['"', '[', '`', "'", '(', '/*', '((,'])
      parseCreateTable(`CREATE TABLE t (${sign.repeat(300_000)}`);
    expect(performance.now() - started).toBeLessThan(HANGS_MILLISECONDS);
  });
});

/** Whether Python's own SQLite is there: the shell writes its log back into the database when it ends. */
const hasPython = spawnSync('python3', ['-c', 'import sqlite3']).status === 0;

describe.skipIf(!hasPython)('changes that stand in a write-ahead log (needs python3)', () => {
  function opened(): { main: Uint8Array; log: Uint8Array } {
    const folder = mkdtempSync(join(tmpdir(), 'sqlite-'));
    try {
      const script = `
import shutil, sqlite3, sys
folder = sys.argv[1]
c = sqlite3.connect(folder + '/a.db', isolation_level=None)
c.execute('PRAGMA journal_mode = WAL')
c.execute('PRAGMA wal_autocheckpoint = 0')
c.execute('CREATE TABLE t (a)')
c.executemany('INSERT INTO t VALUES (?)', [('old%d' % i,) for i in range(50)])
c.execute('PRAGMA wal_checkpoint(TRUNCATE)')
c.execute("UPDATE t SET a = 'new' || rowid WHERE rowid > 25")
c.execute('BEGIN')
c.executemany('INSERT INTO t VALUES (?)', [('added%d' % i,) for i in range(2000)])
c.execute('COMMIT')
for end in ('', '-wal'):
    shutil.copy(folder + '/a.db' + end, folder + '/copy' + end)
`;
      const { stderr } = spawnSync('python3', ['-c', script, folder], { encoding: 'utf8' });
      expect(stderr).toBe('');
      const [main, log] = ['copy', 'copy-wal'].map((name) => new Uint8Array(readFileSync(join(folder, name))));
      return { main: main ?? new Uint8Array(), log: log ?? new Uint8Array() };
    } finally {
      rmSync(folder, { recursive: true });
    }
  }

  test('are read with the database, up to the last that was committed', () => {
    const { main, log } = opened();
    expect(new SqliteDatabase(main).isWriteAhead).toBe(true);
    expect(rowsOf(main, 't').at(-1)).toEqual(['old49']);
    const rows = rowsOf(withWriteAheadLog(main, log) ?? new Uint8Array(), 't').flat();
    expect(rows).toHaveLength(2050);
    expect([rows[0], rows[49], rows[2049]]).toEqual(['old0', 'new50', 'added1999']);
    // The last commit did not get through: the one before it stands.
    const cut = rowsOf(withWriteAheadLog(main, log.subarray(0, log.length - 10)) ?? new Uint8Array(), 't').flat();
    expect([cut.length, cut[49]]).toEqual([50, 'new50']);
  });

  test('are not believed when they are damaged or none', () => {
    const { main, log } = opened();
    for (const at of [3, 9, 17, 26, 40]) {
      const damaged = log.slice();
      damaged[at] = (damaged[at] ?? 0) ^ 0x55;
      expect(withWriteAheadLog(main, damaged)).toBeUndefined();
    }
    expect(withWriteAheadLog(main, new Uint8Array())).toBeUndefined();
  });
});
