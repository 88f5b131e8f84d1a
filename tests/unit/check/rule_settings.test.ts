import { describe, expect, test } from 'vitest';
import { analysePlan } from '../../../src/core/analyse.ts';
import { acceptanceOf, acceptedWithout } from '../../../src/core/check/rule_settings.ts';
import type { Finding } from '../../../src/core/plan/findings.ts';
import type { AcceptedFinding, CheckSettings, Plan } from '../../../src/core/plan/types.ts';
import { phase, planOf, plot, polygon, rectangle } from '../../support/sample_plan.ts';

const overlapping = (width: number, checks?: CheckSettings): Plan => {
  const plan = planOf({ plots: [plot('A', rectangle(0, 0, width, 50)), plot('B', rectangle(40, 0, 50, 50))] });
  return { ...plan, manifest: { ...plan.manifest, ...(checks && { checks }) } };
};
const overlapIn = (plan: Plan) => analysePlan(plan).findings.find(({ code }) => code === 'plot-overlap');

describe('the settings of a plan’s checks', () => {
  test('switch a rule off', () => {
    expect(overlapIn(overlapping(50))?.severity).toBe('error');
    expect(overlapIn(overlapping(50, { rules: { 'plot-overlap': 'off' } }))).toBeUndefined();
  });

  test('give what is found another severity', () => {
    expect(overlapIn(overlapping(50, { rules: { 'plot-overlap': 'info' } }))?.severity).toBe('info');
  });

  test('mark a finding that may stand, with its reason', () => {
    const found = overlapIn(overlapping(50));
    if (!found) throw new Error('The plots overlap');
    const why = { reason: '地下通道，已批', who: '王工', at: '2026-11-25T08:00:00Z' };
    expect(overlapIn(overlapping(50, { accepted: [acceptanceOf(found, why)] }))?.accepted).toEqual(why);
  });

  test('tell a finding again that has grown since it was let stand', () => {
    const found = overlapIn(overlapping(50));
    if (!found) throw new Error('The plots overlap');
    const accepted = [acceptanceOf(found, { reason: '已批' })];
    const grown = overlapIn(overlapping(60, { accepted }));
    expect(grown).toBeDefined();
    expect(grown?.accepted).toBeUndefined();
  });

  test('tell a finding again whose words say something else since it was let stand', () => {
    const opening = (first: string, accepted: AcceptedFinding[], name?: string): Finding | undefined => {
      const phases = [
        phase('P1', rectangle(0, 0, 50, 50), { sequence: 1, opens: first, ...(name !== undefined && { name }) }),
        phase('P2', rectangle(50, 0, 50, 50), { sequence: 2, opens: '2027-06' }),
      ];
      const { findings } = analysePlan(planOf({ phases }, { checks: { accepted } }));
      return findings.find(({ code }) => code === 'phase-dates');
    };
    const found = opening('2028-01', []);
    if (!found) throw new Error('The second phase opens before the first');
    const accepted = [acceptanceOf(found, { reason: '已批' })];
    expect(opening('2028-01', accepted, '启动区')?.accepted?.reason).toBe('已批');
    const changed = opening('2031-01', accepted);
    expect(changed).toBeDefined();
    expect(changed?.accepted).toBeUndefined();
  });

  test('keep a reason for each of two gaps between the same plots, whatever the order of the file', () => {
    // A and B enclose a gap of 10 × 20 m and one of 10 × 40 m.
    const comb = polygon(
      ...([
        [0, 0],
        [60, 0],
        [60, 100],
        [0, 100],
        [0, 90],
        [50, 90],
        [50, 50],
        [40, 50],
        [40, 30],
        [50, 30],
        [50, 10],
        [0, 10],
      ] as [number, number][]),
    );
    const plots = [plot('A', comb), plot('B', rectangle(0, 10, 40, 80))];
    const gaps = (accepted: AcceptedFinding[], isTurned = false) =>
      analysePlan(planOf({ plots: isTurned ? [...plots].reverse() : plots }, { checks: { accepted } })).findings.filter(
        ({ code }) => code === 'plot-gap',
      );
    const [first, second] = gaps([]);
    if (!first || !second) throw new Error('There are two gaps');
    const one = acceptanceOf(first, { reason: '一' });
    const two = acceptanceOf(second, { reason: '二' });
    expect(one.key).toBe(two.key);
    expect(gaps([one]).map(({ accepted }) => accepted?.reason)).toEqual(['一', undefined]);
    for (const isTurned of [false, true])
      expect(gaps([one, two], isTurned).map(({ accepted }) => accepted?.reason)).toEqual(['一', '二']);

    // Taken up, one leaves the other's reason; and what was noted of the gap at other figures goes with it.
    const grown = { ...one, figures: { ...one.figures, areaSquareMetres: 1 } };
    expect(acceptedWithout([one, two, grown], first, [first, second])).toEqual([two]);
  });

  test('take no code for a member every object has', () => {
    expect(overlapIn(overlapping(50, { rules: Object.create({ 'plot-overlap': 'off' }) }))).toBeDefined();
  });
});
