import { describe, expect, test } from 'vitest';
import type { PlotChange } from '../../../src/core/compare/types.ts';
import {
  countKinds,
  countMarks,
  filterChanges,
  firstDirection,
  plotText,
  sortChanges,
} from '../../../src/ui/compare/plot_change_rows.ts';

const change = (own: Partial<PlotChange>): PlotChange => ({
  kind: 'rerated',
  before: ['A'],
  after: ['A'],
  zones: [],
  far: {},
  height: {},
  gfa: {},
  area: {},
  ...own,
});
const ROWS = [
  change({ before: ['P10'], after: ['P10'], far: { before: 2, after: 1, difference: -1 }, phase: 'phase-2' }),
  change({ kind: 'removed', before: ['P2'], after: [], far: { before: 3 }, zones: ['z'] }),
  change({ kind: 'split', before: ['P1'], after: ['P1-1', 'P1-2'], far: { before: 1, after: 3, difference: 2 } }),
];
const nameOf = (_: string, id: string): string => (id === 'phase-2' ? '二期' : id === 'z' ? '中安创谷' : id);
const numbers = (rows: readonly PlotChange[]): string[] => rows.map(({ before }) => before[0] ?? '');

describe('the rows of changed plots', () => {
  test('numbers are sorted as numbers, and differences by how much is gained; what has none stands last both ways', () => {
    expect(numbers(sortChanges(ROWS, { column: 'plot', direction: 'ascending' }, nameOf))).toEqual(['P1', 'P2', 'P10']);
    expect(numbers(sortChanges(ROWS, { column: 'far', direction: 'descending' }, nameOf))).toEqual(['P1', 'P10', 'P2']);
    expect(numbers(sortChanges(ROWS, { column: 'far', direction: 'ascending' }, nameOf))).toEqual(['P10', 'P1', 'P2']);
    expect(numbers(sortChanges(ROWS, { column: 'phase', direction: 'ascending' }, nameOf))).toEqual([
      'P10',
      'P2',
      'P1',
    ]);
    expect([firstDirection('gfa'), firstDirection('phase')]).toEqual(['descending', 'ascending']);
  });

  test('sorting leaves the comparison itself as it is', () => {
    const order = numbers(ROWS);
    sortChanges(ROWS, { column: 'plot', direction: 'descending' }, nameOf);
    expect(numbers(ROWS)).toEqual(order);
  });

  test.each([
    [{ kinds: new Set(['removed'] as const), search: '' }, ['P2']],
    [{ kinds: new Set<never>(), search: 'p1-2' }, ['P1']],
    [{ kinds: new Set<never>(), search: ' 二期 ' }, ['P10']],
    [{ kinds: new Set(['removed'] as const), search: '二期' }, []],
    [{ kinds: new Set<never>(), search: '' }, ['P10', 'P2', 'P1']],
  ])('are filtered by kind, number, phase and key area: %o', (filter, expected) => {
    expect(numbers(filterChanges(ROWS, filter, nameOf))).toEqual(expected);
  });

  test('a plot is named by its number, old and new where they differ', () => {
    expect(ROWS.map(plotText)).toEqual(['P10', 'P2', 'P1 → P1-1 + P1-2']);
    expect(plotText({ before: [], after: ['N'] })).toBe('N');
  });

  test('kinds are counted in their own order; of what is drawn a change of several shapes counts once', () => {
    expect(countKinds(ROWS)).toEqual([
      { kind: 'removed', count: 1 },
      { kind: 'rerated', count: 1 },
      { kind: 'split', count: 1 },
    ]);
    const mark = (own: { kind: 'split' | 'added'; change: string; layer: 'plots' | 'buildings' }) => own;
    const marks = [
      mark({ kind: 'split', change: '1', layer: 'plots' }),
      mark({ kind: 'split', change: '1', layer: 'plots' }),
      mark({ kind: 'added', change: '2', layer: 'plots' }),
      mark({ kind: 'added', change: 'buildings/b', layer: 'buildings' }),
    ];
    expect(countMarks(marks)).toEqual([
      { kind: 'added', count: 1, others: 1 },
      { kind: 'split', count: 1, others: 0 },
    ]);
  });
});
