import { expect, test } from 'vitest';
import { analysePlan } from '../../../src/core/analyse.ts';
import type { Plan } from '../../../src/core/plan/types.ts';
import { listCommunityChecks } from '../../../src/ui/panels/community_checks.ts';
import { phase, planOf, rectangle, soundCommunity } from '../../support/sample_plan.ts';

const checksOf = (plan: Plan) => listCommunityChecks(plan, analysePlan(plan).findings);
const withPhases = (plan: Plan, phases: Plan['layers']['phases']): Plan => ({
  ...plan,
  layers: { ...plan.layers, phases },
});

test('names every check of a community that meets its targets, each without a finding', () => {
  const checks = checksOf(soundCommunity());
  expect(checks.map(({ id }) => id)).toEqual([
    'area',
    'phaseAreas',
    'overlaps',
    'gaps',
    'outside',
    'count',
    'order',
    'dates',
    'stages',
    'people',
    'companies',
  ]);
  expect(checks.flatMap(({ findings }) => findings)).toEqual([]);
  expect(checks.filter(({ isDone }) => isDone).length).toBeGreaterThan(5);
});

test('counts the gap and the missing phase under their own checks', () => {
  const plan = soundCommunity();
  const checks = checksOf(withPhases(plan, plan.layers.phases.slice(0, 1)));
  const wrong = checks.filter(({ findings }) => findings.length > 0).map(({ id }) => id);
  expect(wrong).toEqual(expect.arrayContaining(['area', 'gaps', 'count']));
  expect(wrong).not.toContain('overlaps');
});

test('does not call a check passed that could not be made', () => {
  const plan = soundCommunity();
  const noBoundary = { ...plan, layers: { ...plan.layers, zones: [] } };
  const undone = (checked: Plan) => checksOf(checked).flatMap(({ id, isDone }) => (isDone ? [] : [id]));
  expect(undone(plan)).not.toContain('gaps');
  expect(undone(noBoundary)).toEqual(expect.arrayContaining(['gaps', 'outside']));
  const undated = withPhases(plan, [phase('P1', rectangle(0, 0, 400, 100), { sequence: 1 })]);
  expect(undone(undated)).toEqual(expect.arrayContaining(['phaseAreas', 'dates']));
});

test('lists nothing where the plan names no community', () => {
  expect(checksOf(planOf({}))).toEqual([]);
});
