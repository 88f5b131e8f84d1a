import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../../src/core/plan/findings.ts';
import { DiagnosticLog } from '../../../src/core/read/diagnostic_log.ts';
import {
  countPlaces,
  groupIssues,
  issueListPage,
  placeInFile,
  writeIssueListCsv,
  writeIssueListHtml,
} from '../../../src/sheet/issue_list.ts';

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
      '\ufeff序号,级别,问题,文件,图层,要素（地块编号）,字段,文件内位置,发现的值,应为,说明,改法,处数',
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

  test('as a page holds what a file says as text alone', () => {
    const html = writeIssueListHtml(manyIssues(), { files: [HOSTILE] }, 'en').join('');
    expect(html).not.toContain('<img');
    expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;');
    expect(html).toContain('4001 in all. Errors: 4000, warnings: 1, notes: 0.');
    expect(html.match(/<tr class="error"/g)).toHaveLength(4001);
    expect(html).toContain('features/<wbr>3999/<wbr>properties');
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
