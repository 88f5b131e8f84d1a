import { describe, expect, test } from 'vitest';
import { analysePlan } from '../../../src/core/analyse.ts';
import { acceptanceOf } from '../../../src/core/check/rule_settings.ts';
import type { CheckSettings, Plan } from '../../../src/core/plan/types.ts';
import { planOf, plot, rectangle } from '../../support/sample_plan.ts';

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

  test('take no code for a member every object has', () => {
    expect(overlapIn(overlapping(50, { rules: Object.create({ 'plot-overlap': 'off' }) }))).toBeDefined();
  });
});
