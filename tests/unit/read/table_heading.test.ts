import { describe, expect, it } from 'vitest';
import { DiagnosticLog } from '../../../src/core/read/diagnostic_log.ts';
import type { SourceLayer } from '../../../src/core/read/source.ts';
import type { GridCell, Merge } from '../../../src/core/read/tables/grid.ts';
import { sourceOfGrid } from '../../../src/core/read/tables/table_source.ts';

function read(rows: readonly (readonly GridCell[])[], merges: readonly Merge[] = []) {
  const log = new DiagnosticLog('a.xlsx');
  const grid = { rows: rows.map((cells, index) => ({ number: index + 1, cells })), merges };
  const source = sourceOfGrid(grid, { name: 'a.xlsx', file: 'a.xlsx', format: 'xlsx' }, log);
  return { source, rows: rowsOf(source), found: log.list() };
}

function rowsOf(source: SourceLayer | undefined): Record<string, unknown>[] {
  return (source?.features ?? []).map((feature) => (feature as { properties: Record<string, unknown> }).properties);
}

/** `A1:B2` as the reader gives it. */
function merge(from: string, to: string): Merge {
  const row = (cell: string) => Number(cell.slice(1));
  const column = (cell: string) => cell.charCodeAt(0) - 65;
  return { fromRow: row(from), toRow: row(to), fromColumn: column(from), toColumn: column(to) };
}

describe('the heading of a table', () => {
  it('stands below titles, with units in brackets and signs as ends', () => {
    const { source, rows } = read([
      ['某园区地块控制指标一览表', null, null, null],
      ['单位：公顷', null, null, null],
      ['地块\n编号', '用地面积（公顷）', '容积率（≤）', '绿地率≥（%）'],
      ['A-01', 1.2, 2.5, 30],
    ]);
    expect(rows).toEqual([{ '地块 编号': 'A-01', 用地面积: 1.2, 容积率上限: 2.5, 绿地率下限: 30 }]);
    expect(source?.fieldUnits).toEqual({ 用地面积: '公顷', 绿地率下限: '%' });
  });

  it('of two merged rows gives each column one name', () => {
    const { rows, source } = read(
      [
        ['地块编号', '容积率', null, '建筑高度（m）', null, '备注'],
        [null, '上限', '下限', '最大', '最小', null],
        ['A-01', 2.5, 1, 60, 24, '临湖'],
      ],
      [merge('A1', 'A2'), merge('B1', 'C1'), merge('D1', 'E1'), merge('F1', 'F2')],
    );
    expect(rows).toEqual([
      { 地块编号: 'A-01', 容积率上限: 2.5, 容积率下限: 1, 建筑高度上限: 60, 建筑高度下限: 24, 备注: '临湖' },
    ]);
    expect(source?.fieldUnits).toEqual({ 建筑高度上限: 'm', 建筑高度下限: 'm' });
  });

  it('of two rows is read alike from a CSV, which has no merges', () => {
    const { rows } = read([
      ['地块编号', '容积率', null, '备注'],
      [null, '上限', '下限', null],
      ['A-01', '2.5', '1.0', '临湖'],
    ]);
    expect(rows).toEqual([{ 地块编号: 'A-01', 容积率上限: '2.5', 容积率下限: '1.0', 备注: '临湖' }]);
  });

  it('takes the lower names where the row above only groups them', () => {
    const { rows } = read(
      [
        ['地块编号', '用地性质', null, '规划控制指标', null, null],
        [null, '用地代码', '用地名称', '容积率', '建筑密度', '绿地率'],
        ['A-01', '0902', '科研', 2.5, 40, 30],
      ],
      [merge('A1', 'A2'), merge('B1', 'C1'), merge('D1', 'F1')],
    );
    expect(Object.keys(rows[0] ?? {})).toEqual(['地块编号', '用地代码', '用地名称', '容积率', '建筑密度', '绿地率']);
  });

  it('of three rows keeps a title with its unit, and a name that belongs to the title above it', () => {
    const { source, rows } = read(
      [
        ['地块编号', '用地性质', null, '规划控制指标', null, null],
        [null, '代码', '名称', '容积率', null, '建筑限高（m）'],
        [null, null, null, '下限', '上限', null],
        ['A-01', '0902', '科研', 1, 2.5, '≤60米'],
      ],
      [
        merge('A1', 'A3'),
        merge('B1', 'C1'),
        merge('B2', 'B3'),
        merge('C2', 'C3'),
        merge('D1', 'F1'),
        merge('D2', 'E2'),
        merge('F2', 'F3'),
      ],
    );
    expect(rows).toEqual([
      {
        地块编号: 'A-01',
        用地性质代码: '0902',
        用地性质名称: '科研',
        容积率下限: 1,
        容积率上限: 2.5,
        建筑限高: '≤60米',
      },
    ]);
    expect(source?.fieldUnits).toEqual({ 建筑限高: 'm' });
  });

  it('does not take the name of what stands above for the plot’s own', () => {
    const { rows } = read(
      [
        ['地块编号', '分期', null, '容积率'],
        [null, '名称', '投用', null],
        ['A-01', '一期', '2023', 2],
      ],
      [merge('A1', 'A2'), merge('B1', 'C1'), merge('D1', 'D2')],
    );
    expect(rows).toEqual([{ 地块编号: 'A-01', 分期名称: '一期', 分期投用: '2023', 容积率: 2 }]);
  });

  it('takes a row of units for what it is', () => {
    const { source, rows } = read([
      ['地块编号', '用地面积', '容积率', '绿地率'],
      [null, '（公顷）', '/', '%'],
      ['A-01', 1.2, 2.5, 30],
    ]);
    expect(rows).toEqual([{ 地块编号: 'A-01', 用地面积: 1.2, 容积率: 2.5, 绿地率: 30 }]);
    expect(source?.fieldUnits).toEqual({ 用地面积: '公顷', 绿地率: '%' });
  });

  it('keeps both of two columns of one name', () => {
    const { rows } = read([
      ['地块编号', '备注', '备注'],
      ['A-01', 'a', 'b'],
    ]);
    expect(rows).toEqual([{ 地块编号: 'A-01', 备注: 'a', '备注 (2)': 'b' }]);
  });

  it('is the widest row where no name is understood, and none where there is nothing but numbers', () => {
    expect(
      read([
        ['甲', '乙'],
        ['1', '2'],
      ]).rows,
    ).toEqual([{ 甲: '1', 乙: '2' }]);
    expect(
      read([
        [1, 2],
        [3, 4],
      ]).source,
    ).toBeUndefined();
  });
});

describe('the rows of a table', () => {
  it('carry what is merged down into them', () => {
    const { rows } = read(
      [
        ['分期', '地块编号', '容积率'],
        ['一期', 'A-01', 2],
        [null, 'A-02', 3],
        ['二期', 'A-03', 4],
      ],
      [merge('A2', 'A3')],
    );
    expect(rows.map((row) => row.分期)).toEqual(['一期', '一期', '二期']);
  });

  it('are not filled down where nothing is merged', () => {
    const { rows } = read([
      ['分期', '地块编号', '容积率'],
      ['一期', 'A-01', 2],
      [null, 'A-02', 3],
    ]);
    expect(rows.map((row) => row.分期)).toEqual(['一期', null]);
  });

  it('leave out sums, titles of sections, repeated headings and remarks, and say so', () => {
    const { rows, found } = read(
      [
        ['地块编号', '用地面积（亩）', '容积率', '备注'],
        ['一期', null, null, null],
        ['A-01', 12, 2, null],
        ['小 计', 12, null, null],
        ['地块编号', '用地面积（亩）', '容积率', '备注'],
        ['A-02', 10, 2, null],
        ['合计（公顷）', 22, null, null],
        ['注：面积以实测为准', null, null, null],
      ],
      [merge('A2', 'D2')],
    );
    expect(rows.map((row) => row.地块编号)).toEqual(['A-01', 'A-02']);
    expect(found).toMatchObject([
      { code: 'table-rows-skipped', pointer: '/row/2', data: { count: 5, rows: ['2', '4', '5', '7', '8'] } },
    ]);
  });

  it('keep a plot whose number or name only begins like a sum', () => {
    const { rows } = read([
      ['地块编号', '名称'],
      ['A-01', '合计中心'],
      ['总部-01', '小计量院'],
    ]);
    expect(rows).toHaveLength(2);
  });

  it('keep codes as text, however a spreadsheet was made to', () => {
    const { rows } = read([
      ['地块编号', '用地代码'],
      ['="0101"', "'0902"],
    ]);
    expect(rows).toEqual([{ 地块编号: '0101', 用地代码: '0902' }]);
  });
});
