import { describe, expect, test } from 'vitest';
import { everyIssue } from '../../../src/core/read/compact_issues.ts';
import { DiagnosticLog } from '../../../src/core/read/diagnostic_log.ts';
import { sharesOf } from '../../../src/core/read/fields/percent_shares.ts';
import type { FieldReport } from '../../../src/core/read/source.ts';
import { plot, rectangle } from '../../support/sample_plan.ts';

/** What is read of a column: whether it is one of shares, and what is told. */
function read(values: readonly unknown[], report: Partial<Pick<FieldReport, 'from' | 'how'>> = {}) {
  const field: FieldReport = {
    from: '建筑密度',
    to: 'densityMaxPercent',
    how: 'alias',
    filledCount: 1,
    faultCount: 0,
    samples: [],
    ...report,
  };
  const features = values.map((value, index) => ({
    pointer: `/row/${index + 1}`,
    name: `A-${index + 1}`,
    feature: { ...plot('A', rectangle(0, 0, 1, 1)), properties: { [field.from]: value } },
  }));
  const log = new DiagnosticLog('a.csv');
  const shares = sharesOf([field], features, 'plots', log);
  const told = log.list().map(({ code, data }) => [code, data.count]);
  const each = [...everyIssue(log.list())].map(({ feature, pointer, data }) => [feature, pointer, data.found]);
  return { isOfShares: shares.has(field.from), told, each };
}

describe('a column in percent', () => {
  test.each<[string, unknown[]]>([
    ['shares', [0.35, '0.4', 0.2]],
    ['a share that is the whole', [0.35, 1]],
    ['a range of shares', ['0.2-0.35']],
  ])('is one of shares with %s', (_, values) => {
    expect(read(values)).toMatchObject({ isOfShares: true, told: [] });
  });

  test.each<[string, unknown[]]>([
    ['percentages', [35, 1, '40']],
    ['a percent sign, also a full-width one', ['0.5%', '0.8％']],
    ['a range whose upper end is a percentage', ['0.5-2']],
    ['nothing but zeros', [0, '0']],
    ['nothing at all', [null, '', '—']],
  ])('is none with %s', (_, values) => {
    expect(read(values)).toMatchObject({ isOfShares: false, told: [] });
  });

  test('is told when all there is may be 1 % or the whole', () => {
    expect(read([1, '1'])).toMatchObject({ isOfShares: false, told: [['percent-open', 2]] });
  });

  test.each([
    ['a hundred times as much is among them', [35, 40], 0.38, 1],
    ['a hundred times as much lies beyond the largest by less than half of it', [2, 40], 0.59, 1],
    ['it is less than a tenth of the smallest', [8, 40], 0.79, 1],
    ['it is a small percentage', [8, 40], 0.81, 0],
    ['a hundred times as much lies far beyond', [2, 40], 0.61, 0],
  ])('tells of a small value beside percentages: %s', (_, percents, small, count) => {
    expect(read([...percents, small])).toMatchObject({
      isOfShares: false,
      told: count === 0 ? [] : [['percent-mixed', count]],
      each: count === 0 ? [] : [['A-3', '/row/3', String(small)]],
    });
  });

  test('keeps the unit its name has in the dictionary, also one cut to ten characters', () => {
    expect(read([0.35], { from: 'densityMaxPercent', how: 'canonical' }).isOfShares).toBe(false);
    expect(read([0.35], { from: 'densityMax', how: 'guessed' }).isOfShares).toBe(false);
  });
});
