#!/bin/sh
# Writes small databases with SQLite's own shell: what `tests/unit/read/sqlite.test.ts` expects of them follows from the formulas here.
# small: pages of 512 bytes, three levels of tree, records over many pages, deleted rows, a column added later.
# utf16be: text in UTF-16, vacuumed. Needs sqlite3; run from anywhere.
set -eu
cd "$(dirname "$0")/sqlite"
rm -f small.db utf16be.db
rows() {
  printf "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %s)\n" "$1"
}
{
  echo 'PRAGMA page_size = 512;'
  echo 'CREATE TABLE "地块 表" ("编""号" INTEGER PRIMARY KEY, [名 称] TEXT NOT NULL, `far` REAL DEFAULT (1.5), "照片" BLOB, CHECK ("编""号" > 0));'
  rows 600
  echo "INSERT INTO \"地块 表\" SELECT i, '第' || i || '号' || CASE WHEN i % 50 = 0 THEN replace(printf('%0' || (i * 5) || 'd', 0), '0', '地') ELSE '' END, i * 0.5, CASE WHEN i % 60 = 0 THEN zeroblob(i * 3) END FROM n;"
  echo 'DELETE FROM "地块 表" WHERE "编""号" % 7 = 0;'
  echo "ALTER TABLE \"地块 表\" ADD COLUMN 后加 TEXT DEFAULT '缺''省';"
  echo "INSERT INTO \"地块 表\" VALUES (1000, '末', NULL, NULL, '有');"
} | sqlite3 small.db
{
  echo "PRAGMA encoding = 'UTF-16be';"
  echo 'CREATE TABLE plots (id INTEGER PRIMARY KEY, 名称 TEXT);'
  rows 40
  echo "INSERT INTO plots SELECT i, '创新大道' || i || '𠮷' FROM n;"
  echo 'VACUUM;'
} | sqlite3 utf16be.db
