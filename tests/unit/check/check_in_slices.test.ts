import { describe, expect, test } from 'vitest';
import { analysePlan } from '../../../src/core/analyse.ts';
import { analyseInSlices } from '../../../src/core/analyse_in_slices.ts';
import { PlanCheck } from '../../../src/core/check/check_in_slices.ts';
import { CheckMemory } from '../../../src/core/check/check_memory.ts';
import { checkPlan } from '../../../src/core/check/check_plan.ts';
import { acceptanceOf } from '../../../src/core/check/rule_settings.ts';
import { deriveLedger } from '../../../src/core/control/index.ts';
import * as overlay from '../../../src/core/measure/overlay.ts';
import type { Finding } from '../../../src/core/plan/findings.ts';
import type { Plan } from '../../../src/core/plan/types.ts';
import { readFolderPlan } from '../../support/plans.ts';
import { planOf, plot, rectangle } from '../../support/sample_plan.ts';

const OVERLAPPING = planOf({ plots: [plot('A', rectangle(0, 0, 60, 50)), plot('B', rectangle(50, 0, 50, 50))] });

describe('a check in slices', () => {
  test('of a plan whose shapes are in order never asks for what makes shapes', () => {
    const plan = readFolderPlan('data/geojson');
    const slices = [...new PlanCheck(plan, deriveLedger(plan)).run()];
    expect(slices.length).toBeGreaterThan(10);
    expect(slices.some(({ wantsOverlay }) => wantsOverlay)).toBe(false);
  });

  test('waits for what makes shapes where one is wanted, and goes on when it is there', () => {
    const check = new PlanCheck(OVERLAPPING, deriveLedger(OVERLAPPING));
    const run = check.run();
    let step = run.next();
    while (!step.done && !step.value.wantsOverlay) step = run.next();
    expect(step.done).toBe(false);
    expect(run.next().value).toMatchObject({ wantsOverlay: true });
    check.overlay = overlay;
    while (!step.done) step = run.next();
    expect(step.value.find(({ code }) => code === 'plot-overlap')?.evidence?.type).toBe('Polygon');
  });

  test('hands over each finding once, as it will stand in the end, with shares that do not go back', async () => {
    const plan = readFolderPlan('tests/data/harbour-park');
    const handed: Finding[] = [];
    const shares: number[] = [];
    const { findings } = await analyseInSlices(plan, {
      onFindings: (some) => handed.push(...some),
      onProgress: ({ step, share }) => step === 'checking' && shares.push(share ?? 0),
    });
    expect(findings.length).toBeGreaterThan(3);
    expect(handed).toHaveLength(findings.length);
    expect(new Set(handed)).toEqual(new Set(findings));
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
  });

  test('looks at no plot again because a finding was let stand, and marks it', () => {
    const memory = new CheckMemory();
    const ledger = deriveLedger(OVERLAPPING);
    const overlapIn = (plan: Plan) =>
      checkPlan(plan, ledger, undefined, memory).find(({ code }) => code === 'plot-overlap') as Finding;
    const found = overlapIn(OVERLAPPING);
    const { checkedFeatures } = memory;
    expect(checkedFeatures).toBe(2);
    const checks = { accepted: [acceptanceOf(found, { reason: '已批复' })] };
    const stands = overlapIn({ ...OVERLAPPING, manifest: { ...OVERLAPPING.manifest, checks } });
    expect(stands.accepted).toEqual({ reason: '已批复' });
    expect(memory.checkedFeatures).toBe(checkedFeatures);
  });

  test('finds what the check at one go finds', async () => {
    const plan = readFolderPlan('tests/data/harbour-park');
    expect((await analyseInSlices(plan)).findings).toEqual(analysePlan(plan).findings);
  });
});
