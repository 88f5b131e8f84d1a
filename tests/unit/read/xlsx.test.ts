import { unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../../src/core/plan/findings.ts';
import { openFiles } from '../../../src/core/read/open/open_files.ts';
import type { SourceLayer } from '../../../src/core/read/source.ts';
import { type TestSheet, workbookOf } from '../../support/workbook.ts';

async function open(bytes: Uint8Array, name = '指标.xlsx'): Promise<{ sources: SourceLayer[]; found: Diagnostic[] }> {
  const { sources, logs } = await openFiles([{ name, bytes }], {});
  return { sources, found: logs.flatMap((log) => log.list()) };
}

function rowsOf(source: SourceLayer | undefined): unknown[] {
  return (source?.features ?? []).map((feature) => (feature as { properties: unknown }).properties);
}

const SIMPLE: TestSheet = {
  name: 'Sheet1',
  rows: [
    ['地块编号', '容积率'],
    ['A-01', 2.5],
  ],
};

describe('a workbook', () => {
  it('is told by its bytes, whatever its name', async () => {
    for (const name of ['指标.xlsx', '指标.zip', '指标'])
      expect(rowsOf((await open(workbookOf([SIMPLE]), name)).sources[0])).toEqual([{ 地块编号: 'A-01', 容积率: 2.5 }]);
  });

  it('gives each sheet with a table as a source and says which have none', async () => {
    const second = {
      name: '建筑',
      rows: [
        ['建筑编号', '层数'],
        ['B-1', 6],
      ],
    };
    const { sources, found } = await open(workbookOf([SIMPLE, second, { name: '封面', rows: [['规划说明']] }]));
    expect(sources.map(({ name }) => name)).toEqual(['指标.xlsx/Sheet1', '指标.xlsx/建筑']);
    expect(sources[1]?.pointerOf(0)).toBe('/建筑/row/2');
    expect(found).toMatchObject([{ code: 'sheets-without-table', data: { sheets: ['封面'] } }]);
  });

  it('leaves hidden sheets unread and says so, and reads hidden rows and says so', async () => {
    const hidden: TestSheet = { ...SIMPLE, name: '旧', state: 'veryHidden' };
    const { sources, found } = await open(workbookOf([{ ...SIMPLE, hiddenRows: [2] }, hidden]));
    expect(sources).toHaveLength(1);
    expect(rowsOf(sources[0])).toHaveLength(1);
    expect(found.map(({ code }) => code).sort()).toEqual(['rows-hidden', 'sheets-hidden']);
  });

  it('reads a strict Office Open XML file alike', async () => {
    expect(rowsOf((await open(workbookOf([SIMPLE], { strict: true }))).sources[0])).toEqual([
      { 地块编号: 'A-01', 容积率: 2.5 },
    ]);
  });

  it('reads inline and rich text without its phonetic guide, and what XML cannot hold', async () => {
    const rows = [
      ['地块编号', '名称', '备注'],
      [
        { xml: '<c r="@" t="inlineStr"><is><r><t>A</t></r><r><t>-01</t></r></is></c>' },
        { xml: '<c r="@" t="inlineStr"><is><t>园区</t><rPh><t>yuan</t></rPh></is></c>' },
        { xml: '<c r="@" t="inlineStr"><is><t>一_x000A_二</t></is></c>' },
      ],
    ];
    expect(rowsOf((await open(workbookOf([{ name: 'a', rows }]))).sources[0])).toEqual([
      { 地块编号: 'A-01', 名称: '园区', 备注: '一\n二' },
    ]);
  });

  it('takes percentages, dates, codes and units as their formats show them', async () => {
    const rows = [
      ['地块编号', '建筑密度', '日期', '用地代码', '面积'],
      [
        'A-01',
        { xml: '<c r="@" s="1"><v>0.35</v></c>' },
        { xml: '<c r="@" s="2"><v>44958</v></c>' },
        { xml: '<c r="@" s="3"><v>902</v></c>' },
        { xml: '<c r="@" s="4"><v>12.5</v></c>' },
      ],
    ];
    const bytes = workbookOf([{ name: 'a', rows }], { formats: ['0000', '0.00"亩"'] });
    expect(rowsOf((await open(bytes)).sources[0])).toEqual([
      { 地块编号: 'A-01', 建筑密度: '35%', 日期: '2023-02-01', 用地代码: '0902', 面积: '12.5亩' },
    ]);
  });

  it('counts dates from 1904 where the workbook does', async () => {
    const rows = [
      ['地块编号', '日期'],
      ['A-01', { xml: '<c r="@" s="2"><v>43496</v></c>' }],
    ];
    expect(rowsOf((await open(workbookOf([{ name: 'a', rows }], { date1904: true }))).sources[0])).toEqual([
      { 地块编号: 'A-01', 日期: '2023-02-01' },
    ]);
  });

  it('takes the saved results of formulas, and says where there is none or an error', async () => {
    const rows = [
      ['地块编号', '容积率', '限高', '绿地率'],
      [
        { xml: '<c r="@" t="str"><f>"A"&amp;"-01"</f><v>A-01</v></c>' },
        { xml: '<c r="@"><f>1+1.5</f><v>2.5</v></c>' },
        { xml: '<c r="@"><f>B2*10</f></c>' },
        { xml: '<c r="@" t="e"><f>1/0</f><v>#DIV/0!</v></c>' },
      ],
    ];
    const { sources, found } = await open(workbookOf([{ name: 'a', rows }]));
    expect(rowsOf(sources[0])).toEqual([{ 地块编号: 'A-01', 容积率: 2.5, 限高: null, 绿地率: null }]);
    expect(found).toMatchObject([
      { code: 'cells-uncalculated', data: { cells: ['C2'] } },
      { code: 'cells-in-error', data: { cells: ['D2'] } },
    ]);
  });
});

describe('what is no workbook that is read', () => {
  const ascii = (text: string) => new TextEncoder().encode(text);
  const compound = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
  const utf16 = [...'EncryptedPackage'].flatMap((letter) => [letter.charCodeAt(0), 0]);
  it.each([
    ['a.xls', Uint8Array.from([...compound, 0, 0]), 'workbook-compound'],
    ['a.et', Uint8Array.from([...compound, 0, 0]), 'workbook-compound'],
    ['a.xlsx', Uint8Array.from([...compound, ...utf16]), 'workbook-encrypted'],
    ['a.xls', ascii('<html><table><tr><td>地块编号'), 'workbook-web-page'],
    ['a.xls', ascii('<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>'), 'workbook-xml-2003'],
    ['a.xlsx', workbookOf([SIMPLE]).subarray(0, 300), 'workbook-broken'],
  ])('%s is told: %#', async (name, bytes, code) => {
    const { sources, found } = await open(bytes, name);
    expect(sources).toEqual([]);
    expect(found.map((one) => one.code)).toEqual([code]);
  });

  it('one with a sheet that is not well-formed is told with the place', async () => {
    const bytes = workbookOf([{ name: 'a', rows: [[{ xml: '<c r="@"><v>1</c>' }]] }]);
    const { found } = await open(bytes);
    expect(found).toMatchObject([{ code: 'workbook-broken', data: { found: expect.stringContaining('1:') } }]);
  });
});

describe('a hostile workbook', () => {
  it('that unpacks to far more than it weighs is refused before it is unpacked', async () => {
    const parts = unzipSync(workbookOf([SIMPLE]));
    const bytes = zipSync(parts);
    // The directory's statement of the unpacked size, set to 4 GB for every part.
    const view = new DataView(bytes.buffer, bytes.byteOffset);
    for (let at = 0; at + 46 < bytes.length; at += 1)
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 0xfffffff0, true);
    const { sources, found } = await open(bytes);
    expect(sources).toEqual([]);
    expect(found.map(({ code }) => code)).toEqual(['workbook-too-large']);
  });

  it('that states less than it unpacks to does no harm', async () => {
    const parts = unzipSync(workbookOf([SIMPLE]));
    const bytes = zipSync({ ...parts, 'xl/sharedStrings.xml': new Uint8Array(30_000_000).fill(0x20) });
    const view = new DataView(bytes.buffer, bytes.byteOffset);
    for (let at = 0; at + 46 < bytes.length; at += 1)
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 100, true);
    const { sources, found } = await open(bytes);
    expect(sources).toEqual([]);
    expect(found.map(({ code }) => code)).toEqual(['workbook-broken']);
  });

  it('that merges the whole sheet and places cells in its last column costs nothing', async () => {
    const rows = [
      ['地块编号', '容积率'],
      ['A-01', 2.5, { xml: '<c r="XFD2"><v>1</v></c>' }],
    ];
    const bytes = workbookOf([{ name: 'a', rows, merges: ['C3:XFD1048576', 'A3:A1048576'] }]);
    const { sources, found } = await open(bytes);
    expect(rowsOf(sources[0])).toEqual([{ 地块编号: 'A-01', 容积率: 2.5 }]);
    expect(found).toMatchObject([{ code: 'columns-cut', data: { count: 1 } }]);
  });
});
