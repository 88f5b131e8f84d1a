import { describe, expect, test } from 'vitest';
import type { AcceptedFinding, Manifest } from '../../../src/core/plan/types.ts';
import { manifestOfBoth, type Version, withOthers } from '../../../src/state/merged_versions.ts';
import { published } from '../../support/open_store.ts';

const version = (id: string, at: string, words: Partial<Version> = {}): Version => ({ id, at, files: [], ...words });
const mapOf = (...versions: Version[]) => new Map(versions.map((one) => [one.id, one]));

test('versions another page accepted meanwhile stay, and what this page shows is the latest', () => {
  const [first, mine, theirs] = [version('a', '1'), version('b', '3'), version('c', '2')];
  const known = mapOf(first);
  const ids = (...versions: Parameters<typeof withOthers>) => withOthers(...versions).map(({ id }) => id);
  expect(ids([first, mine], [first, theirs], known)).toEqual(['a', 'c', 'b']);
  expect(ids([first, mine], [first, version('d', '9')], known)).toEqual(['a', 'd', 'b']);
  expect(ids([], [first, theirs], known)).toEqual(['c']);
  // A version this page forgot is gone.
  expect(ids([mine], [first], known)).toEqual(['b']);
});

describe('what two pages say of the same version', () => {
  const before = version('a', '1', { name: '送审稿', why: '初稿' });

  test('stays of the other where this one has said nothing else, its own where it has', () => {
    const theirs = version('a', '1', { name: '报批稿', who: '王工' });
    expect(withOthers([before], [theirs], mapOf(before))).toEqual([theirs]);
    const own = { ...before, name: '修改稿' };
    expect(withOthers([own], [theirs], mapOf(before))).toEqual([{ ...theirs, name: '修改稿' }]);
    const { name: _, ...unnamed } = before;
    expect(withOthers([unnamed], [before], mapOf(before))).toEqual([unnamed]);
  });

  test('is this page’s of a version it has not seen kept', () => {
    expect(withOthers([before], [version('a', '1', { name: '别的' })], mapOf())).toEqual([before]);
  });
});

describe('reasons two pages give to findings of the same version', () => {
  const reason = (key: string, text = key): AcceptedFinding => ({ key, reason: text });
  const manifest = (...accepted: AcceptedFinding[]): Manifest => ({ ...published.manifest, checks: { accepted } });
  const both = (before: AcceptedFinding[], own: AcceptedFinding[], present: AcceptedFinding[]) =>
    manifestOfBoth(manifest(...before), manifest(...own), manifest(...present)).checks?.accepted;

  test('all stand', () => {
    expect(both([], [reason('a')], [reason('b')])).toEqual([reason('b'), reason('a')]);
    expect(both([reason('x')], [reason('x'), reason('a')], [reason('x'), reason('b')])).toEqual([
      reason('x'),
      reason('b'),
      reason('a'),
    ]);
  });

  test('are gone where either has taken them up, and the later word on the same finding stands', () => {
    expect(both([reason('x'), reason('y')], [reason('y')], [reason('x')])).toBeUndefined();
    expect(both([reason('x')], [reason('x', 'mine')], [reason('x', 'theirs')])).toEqual([reason('x', 'mine')]);
    expect(both([reason('x')], [reason('x'), reason('a')], [reason('x', 'theirs')])).toEqual([
      reason('x', 'theirs'),
      reason('a'),
    ]);
  });

  test('are told apart by the figures of their findings where these have one key', () => {
    const [narrow, wide] = [1, 9].map((areaSquareMetres) => ({ ...reason('gap'), figures: { areaSquareMetres } }));
    if (!narrow || !wide) throw new Error('There are two gaps.');
    expect(both([], [narrow], [wide])).toEqual([wide, narrow]);
    expect(both([narrow, wide], [narrow], [narrow, wide])).toEqual([narrow]);
  });

  test('leave settings of the checks as this page has them', () => {
    const off = { ...published.manifest, checks: { rules: { 'plot-far-missing': 'off' as const } } };
    const { checks } = manifestOfBoth(off, off, { ...off, checks: { ...off.checks, accepted: [reason('b')] } });
    expect(checks).toEqual({ ...off.checks, accepted: [reason('b')] });
  });
});

test('who accepted a version, and why, stays as another page has said it since', () => {
  const entry = { at: '1', files: [] };
  const before = { ...published.manifest, history: [entry] };
  const theirs = { ...before, history: [{ ...entry, who: '王工' }] };
  expect(manifestOfBoth(before, before, theirs).history).toEqual(theirs.history);
  const own = { ...before, history: [{ ...entry, who: '李工' }] };
  expect(manifestOfBoth(before, own, theirs).history).toEqual(own.history);
});
