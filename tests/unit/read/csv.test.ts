import { expect, it } from 'vitest';
import { DiagnosticLog } from '../../../src/core/read/diagnostic_log.ts';
import { openCsv } from '../../../src/core/read/formats/csv.ts';

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
