import { expect, it } from 'vitest';
import { DiagnosticLog } from '../../../src/core/read/diagnostic_log.ts';
import { openCsv } from '../../../src/core/read/formats/csv.ts';
import { openFiles } from '../../../src/core/read/open/open_files.ts';

it('reads ="0902" as text, bare or in quotes as this program and Excel write it', async () => {
  const text = '地块编号,用地代码,名称\nA-01,="0902","=""0902"""\nA-02,"=""a,b""","""x"""\n';
  const main = { name: 'a.csv', bytes: new TextEncoder().encode(text) };
  const [source] = await openCsv({ main, companions: new Map(), log: new DiagnosticLog('a.csv'), choices: {} });
  const rows = source?.features as { properties: Record<string, unknown> }[];
  expect(rows.map(({ properties }) => [properties.用地代码, properties.名称])).toEqual([
    ['0902', '0902'],
    ['a,b', '"x"'],
  ]);
});

it('reads a heading below a title, its unit, and codes with their zeros', async () => {
  const bytes = new TextEncoder().encode(
    '\uFEFF地块一览表,,\r\n地块编号,用地代码,面积（亩）\r\nA-01,="0902","1,200"\r\n',
  );
  const main = { name: 'a.csv', bytes };
  const [source] = await openCsv({ main, companions: new Map(), log: new DiagnosticLog('a.csv'), choices: {} });
  expect(source?.features).toEqual([
    { type: 'Feature', geometry: null, properties: { 地块编号: 'A-01', 用地代码: '0902', 面积: '1,200' } },
  ]);
  expect(source?.fieldUnits).toEqual({ 面积: '亩' });
  expect(source?.pointerOf(0)).toBe('/row/3');
});

it.each([
  ['tabs, in UTF-16 as Excel saves “Unicode text”', '地块编号\t容积率\r\nA-01\t2\r\n', 'utf-16le'],
  ['tabs', '地块编号\t容积率\nA-01\t2\n', 'utf-8'],
  ['commas, as ArcGIS exports a table', '地块编号,容积率\nA-01,2\n', 'utf-8'],
])('takes a text file parted by %s for a table', async (_, text, encoding) => {
  const bytes =
    encoding === 'utf-8' ? new TextEncoder().encode(text) : new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'));
  const { sources } = await openFiles([{ name: '指标.txt', bytes }], {});
  expect(sources.map(({ format, features }) => [format, features])).toEqual([
    ['csv', [{ type: 'Feature', geometry: null, properties: { 地块编号: 'A-01', 容积率: '2' } }]],
  ]);
});

it('takes no other text for one', async () => {
  for (const text of ['第一行，说明\n第二行\n', 'a,b\nc\n', '{"a": 1,\n"b": 2,\n"c": 3}']) {
    const { logs } = await openFiles([{ name: '说明.txt', bytes: new TextEncoder().encode(text) }], {});
    expect(
      logs[0]?.list().map(({ code }) => code),
      text,
    ).not.toContain('table-heading-missing');
  }
});
