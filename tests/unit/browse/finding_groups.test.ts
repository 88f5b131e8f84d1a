import { describe, expect, test } from 'vitest';
import { type Diagnostic, findingKey } from '../../../src/core/plan/findings.ts';
import { filterFindings, groupFindings } from '../../../src/ui/findings/finding_groups.ts';

const finding = (code: string, severity: Diagnostic['severity'], feature: string, more: object = {}): Diagnostic => ({
  code,
  severity,
  layer: 'plots',
  feature,
  data: {},
  ...more,
});
const ALL = [
  finding('plot-number-form', 'info', 'A'),
  finding('plot-overlap', 'error', 'B', { related: ['C'] }),
  finding('land-use-missing', 'warning', 'A'),
  finding('plot-overlap', 'error', 'D', { accepted: { reason: '已批' } }),
];
const how = { saidOf: ({ code }: Diagnostic) => `说明 ${code}`, keyOf: findingKey };
const codes = (list: readonly Diagnostic[]) => list.map(({ code, feature }) => `${code} ${feature}`);

describe('the list of findings', () => {
  test('shows what is open worst first, and what was let stand apart', () => {
    expect(codes(filterFindings(ALL, { isAccepted: false }, how))).toEqual([
      'plot-overlap B',
      'land-use-missing A',
      'plot-number-form A',
    ]);
    expect(codes(filterFindings(ALL, { isAccepted: true }, how))).toEqual(['plot-overlap D']);
  });

  test('finds every word in what is said, in numbers and in related numbers', () => {
    expect(codes(filterFindings(ALL, { isAccepted: false, text: '说明 c' }, how))).toContain('plot-overlap B');
    expect(codes(filterFindings(ALL, { isAccepted: false, text: 'OVERLAP b' }, how))).toEqual(['plot-overlap B']);
    expect(filterFindings(ALL, { isAccepted: false, text: 'overlap nowhere' }, how)).toEqual([]);
  });

  test('leaves out what the version before had already', () => {
    const known = new Set(ALL.filter(({ feature }) => feature === 'A').map(findingKey));
    expect(codes(filterFindings(ALL, { isAccepted: false, known }, how))).toEqual(['plot-overlap B']);
  });

  test('is grouped by feature or rule, the group with the worst finding first', () => {
    const open = filterFindings(ALL, { isAccepted: false }, how);
    expect(groupFindings(open, 'feature').map(({ key, items }) => [key, items.length])).toEqual([
      ['plots B', 1],
      ['plots A', 2],
    ]);
    expect(groupFindings(ALL, 'rule')[0]).toMatchObject({ key: 'plot-overlap' });
    expect(
      groupFindings([finding('x', 'info', ''), { code: 'y', severity: 'error', data: {} }], 'feature')[0]?.key,
    ).toBe('');
  });
});
