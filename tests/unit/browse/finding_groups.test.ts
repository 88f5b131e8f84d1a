import { describe, expect, test, vi } from 'vitest';
import { type Diagnostic, findingKey } from '../../../src/core/plan/findings.ts';
import { groupFindings, matcherOf, matchInSlices } from '../../../src/ui/findings/finding_groups.ts';
import { FindingIndex } from '../../../src/ui/findings/finding_index.ts';
import { FindingMatches } from '../../../src/ui/findings/finding_matches.ts';
import { eventually } from '../../support/eventually.ts';

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

const matching = (filter: { text?: string; known?: ReadonlySet<string> }) =>
  ALL.filter(matcherOf({ text: '', known: undefined, ...filter }, how) ?? (() => true));
const many = (count: number) =>
  Array.from({ length: count }, (_, index) => finding('plot-overlap', 'error', `P${index}`));

describe('the list of findings', () => {
  test('shows what is open worst first, and what was let stand apart', () => {
    const { open, accepted, openCounts, acceptedCounts } = new FindingIndex().sort(ALL);
    expect(codes(open)).toEqual(['plot-overlap B', 'land-use-missing A', 'plot-number-form A']);
    expect(codes(accepted)).toEqual(['plot-overlap D']);
    expect(openCounts).toEqual({ error: 1, warning: 1, info: 1 });
    expect(acceptedCounts).toEqual({ error: 1, warning: 0, info: 0 });
  });

  test('is sorted once, goes on where findings are added while the checks run, and begins anew with another list', () => {
    const index = new FindingIndex();
    const list = ALL.slice(0, 2);
    const first = index.sort([], list);
    expect(index.sort([], list)).not.toBe(first);
    const none: Diagnostic[] = [];
    const before = index.sort(none, list);
    expect(index.sort(none, list)).toBe(before);
    list.push(finding('phase-overlap', 'error', 'E'));
    expect(codes(index.sort(none, list).open)).toEqual(['plot-overlap B', 'phase-overlap E', 'plot-number-form A']);
    expect(codes(index.sort(none, ALL.slice(2)).open)).toEqual(['land-use-missing A']);
  });

  test('finds every word in what is said, in numbers and in related numbers', () => {
    expect(codes(matching({ text: '说明 c' }))).toContain('plot-overlap B');
    expect(codes(matching({ text: 'OVERLAP b' }))).toEqual(['plot-overlap B']);
    expect(matching({ text: 'overlap nowhere' })).toEqual([]);
    expect(matcherOf({ text: ' ', known: undefined }, how)).toBeUndefined();
  });

  test('leaves out what the version before had already', () => {
    const known = new Set(ALL.filter(({ feature }) => feature === 'A').map(findingKey));
    expect(codes(matching({ known }))).toEqual(['plot-overlap B', 'plot-overlap D']);
  });

  test('is filtered in slices, and no further when nobody wants it any more', async () => {
    let clock = 0;
    const run = (isWanted: () => boolean) => {
      const nextTask = vi.fn(() => Promise.resolve());
      const now = () => (clock += 1);
      const found = matchInSlices(many(100), ({ feature }) => feature !== 'P7', { isWanted, nextTask, now });
      return { found, nextTask };
    };
    const { found, nextTask } = run(() => true);
    expect(await found).toHaveLength(99);
    expect(nextTask.mock.calls.length).toBeGreaterThan(1);
    expect(await run(() => false).found).toBeUndefined();
  });

  test('is told at once where it is short, and a moment later where it is long', async () => {
    const changed = vi.fn();
    const matches = new FindingMatches(changed);
    const filter = { text: 'P7', known: undefined };
    expect(matches.ask(many(10), filter, 'zh-CN')).toHaveLength(1);
    const long = many(3000);
    expect(matches.ask(long, filter, 'zh-CN')).toEqual([]);
    expect(matches.isPending).toBe(true);
    await eventually(() => expect(changed).toHaveBeenCalledOnce());
    expect(matches.isPending).toBe(false);
    const answer = matches.ask(long, filter, 'zh-CN');
    expect(answer).toHaveLength(111);
    expect(matches.ask(long, { ...filter }, 'zh-CN')).toBe(answer);
    // Taking the filter away needs no answer, and an answer that comes too late is none.
    matches.ask(long, { text: 'P8', known: undefined }, 'zh-CN');
    expect(matches.ask(long, { text: '', known: undefined }, 'zh-CN')).toBe(long);
    expect(matches.isPending).toBe(false);
  });

  test('is grouped by feature or rule, the group with the worst finding first', () => {
    const { open } = new FindingIndex().sort(ALL);
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
