import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../../src/core/plan/findings.ts';
import { DiagnosticLog } from '../../../src/core/read/diagnostic_log.ts';
import { readUpdate } from '../../../src/core/read/read_update.ts';
import {
  countPlaces,
  groupIssues,
  issueListPage,
  issueRow,
  placeInFile,
  writeIssueListCsv,
  writeIssueListHtml,
} from '../../../src/sheet/issue_list.ts';
import { file, planOf, rectangle } from '../../support/sample_plan.ts';

const HOSTILE = '<img src=x onerror=alert(1)>';

/** The same trouble 4,000 times, as a reader reports it, and one warning before. */
function manyIssues(): Diagnostic[] {
  const log = new DiagnosticLog('地块.geojson');
  log.add({ code: 'unknown-field', severity: 'warning', data: { field: HOSTILE } });
  for (let index = 0; index < 4000; index += 1)
    log.add({
      code: 'number-expected',
      severity: 'error',
      layer: 'plots',
      feature: `P${index}`,
      pointer: `/features/${index}/properties/farMax`,
      data: { field: 'farMax', found: '"abc"', expected: 'number' },
    });
  return log.list();
}

describe('the issue list', () => {
  test('gathers the same trouble, worst first, the count of what is not listed behind its kind', () => {
    const groups = groupIssues(manyIssues());
    expect(groups.map(({ first, items }) => [first.code, countPlaces(items)])).toEqual([
      ['number-expected', 4000],
      ['unknown-field', 1],
    ]);
    expect(groups[0]?.items.at(-1)?.code).toBe('more-of-the-same');
    expect(new Set(groups.map(({ key }) => key)).size).toBe(groups.length);
  });

  test('keeps the same trouble of two files and of two fields apart', () => {
    const item = (file: string, field: string): Diagnostic => ({ code: 'c', severity: 'info', file, data: { field } });
    expect(groupIssues([item('a', 'x'), item('b', 'x'), item('a', 'y'), item('a', 'x')])).toHaveLength(3);
  });

  test('as CSV has one issue a row with file, number, field, place, found and expected, and its counts add up', () => {
    const lines = writeIssueListCsv(manyIssues(), 'zh-CN').join('').trimEnd().split('\r\n');
    expect(lines[0]).toBe(
      '\ufeff序号,级别,问题,文件,图层,文件内第几个,要素（地块编号）,字段,文件内位置,发现的值,应为,说明,改法,处数',
    );
    const row = lines.find((line) => line.includes('P7,')) ?? '';
    for (const part of ['错误', '地块.geojson', '容积率上限 farMax', '/features/7/properties/farMax', '""abc""'])
      expect(row).toContain(part);
    const counts = lines.slice(1).map((line) => Number(line.split(',').at(-1)));
    expect(counts).toHaveLength(4001);
    expect(counts.every((count) => count === 1)).toBe(true);
    const last = lines.find((line) => line.includes('P3999,')) ?? '';
    for (const part of ['/features/3999/properties/farMax', '""abc""']) expect(last).toContain(part);
    expect(lines.filter((line) => line.includes('\ufeff'))).toHaveLength(1);
  });

  test('counts features from one, and rows as a spreadsheet does', () => {
    const of = (pointer: string) =>
      issueRow({ code: 'c', severity: 'info', file: 'a', pointer, data: {} }, 'zh-CN').ordinal;
    expect(of('/features/0/properties/farMax')).toBe('1');
    expect(of('/features/12')).toBe('13');
    expect(of('/objects/地块/geometries/3/properties/RJL')).toBe('4');
    expect(of('/row/5/properties/容积率')).toBe('5');
    expect(of('/指标/row/5')).toBe('5');
    expect(of('/crs/properties/name')).toBe('');
  });

  test('names every cell with words, a remark or a land use in it, though the screen lists some', async () => {
    const count = 60;
    const features = Array.from({ length: count }, (_, index) => ({
      type: 'Feature',
      geometry: rectangle(index * 20, 0, 20, 20),
      properties: { DKBH: `A-${index}`, RJL: '待定', XG: '24*', 用地代码: '宇航用地' },
    }));
    const text = JSON.stringify({ type: 'FeatureCollection', features });
    const { diagnostics } = await readUpdate(planOf({}), [file('控规.geojson', text)], 'replace');
    const lines = writeIssueListCsv(diagnostics, 'zh-CN').join('').split('\r\n');
    const naming = (...words: string[]) => lines.filter((line) => words.every((word) => line.includes(word)));
    for (const title of ['写的是文字，没有数值', '数值带有说明'])
      expect(naming(title, '控规.geojson')).toHaveLength(count);
    expect(naming(',60,A-59,', '待定', '/features/59/properties/RJL')).toHaveLength(1);
    const groups = groupIssues(diagnostics).filter(({ first }) => first.code === 'number-in-words');
    expect(groups.map(({ items }) => countPlaces(items))).toEqual([count]);
  });

  test('as a page holds what a file says as text alone', () => {
    const html = writeIssueListHtml(manyIssues(), { files: [HOSTILE] }, 'en').join('');
    expect(html).not.toContain('<img');
    expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;');
    expect(html).toContain('4001 in all. Errors: 4000, warnings: 1, notes: 0.');
    expect(html.match(/<tr class="error"/g)).toHaveLength(4001);
    expect(html).toContain('features/<wbr>3999/<wbr>properties');
  });

  test('keeps an option of the command line in one piece', () => {
    const item: Diagnostic = {
      code: 'fields-kept',
      severity: 'info',
      file: 'a.geojson',
      layer: 'plots',
      data: { fields: ['farMax'], count: 1 },
    };
    const page = writeIssueListHtml([item], { files: ['a.geojson'] }, 'zh-CN').join('');
    expect(page).toContain('（命令行用 <code>--drop-fields</code>）');
    expect(page).toContain('code{font:inherit;white-space:nowrap}');
  });

  test('to be printed lists some of a kind and sums up the others', () => {
    const { body } = issueListPage(manyIssues(), { files: [] }, 'en');
    expect(body).not.toContain('<html');
    expect(body.match(/<tr class="error"/g)).toHaveLength(22);
    expect(body).not.toContain('3999');
  });

  test('as a page leaves out columns that say nothing, and the file where there is but one', () => {
    const item = (file: string): Diagnostic => ({ code: 'c', severity: 'error', file, feature: 'A', data: {} });
    const headsOf = (files: string[]) => {
      const { body } = issueListPage(files.map(item), { files }, 'zh-CN');
      return [...(body.split('<h2>').at(-1) ?? '').matchAll(/<th scope="col">([^<]*)/g)].map(([, head]) => head);
    };
    expect(headsOf(['a.json'])).toEqual(['序号', '级别', '问题', '要素（地块编号）', '说明']);
    expect(headsOf(['a.json', 'b.json'])).toContain('文件');
  });

  test('says the place by pointer, or by line and column where the text itself is broken', () => {
    const broken: Diagnostic = { code: 'json-syntax', severity: 'error', data: { line: 3, column: 17 } };
    expect(placeInFile(broken, 'zh-CN')).toBe('文件第 3 行第 17 列');
    expect(placeInFile({ ...broken, pointer: '/features/0' }, 'zh-CN')).toBe('/features/0');
    expect(placeInFile({ ...broken, data: {} }, 'zh-CN')).toBe('');
  });
});
