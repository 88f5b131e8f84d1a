import { describe, expect, test } from 'vitest';
import { analysePlan } from '../../src/core/analyse.ts';
import { reviewUpdate } from '../../src/core/review.ts';
import type { Progress } from '../../src/core/service.ts';
import { collection, file, planOf, plot, rectangle } from '../support/sample_plan.ts';

const A = plot('A', rectangle(0, 0, 60, 50));
const B = plot('B', rectangle(50, 0, 50, 50));
const C = plot('C', rectangle(200, 0, 50, 50));
/** A and B overlap. */
const PLAN = planOf({ plots: [A, B, C] });

describe('the review of an update', () => {
  test('tells the findings that are new and those that are gone, and none that stay', async () => {
    const files = [
      file('plots.geojson', collection(plot('A', rectangle(0, 0, 50, 50)), B, plot('C', rectangle(90, 0, 50, 50)))),
    ];
    const { findingsNew, findingsGone, changes, analysis } = await reviewUpdate(PLAN, files, 'replace');
    expect(findingsNew.map(({ code, feature, related }) => [code, feature, related])).toEqual([
      ['plot-overlap', 'B', ['C']],
    ]);
    expect(findingsGone.map(({ feature, related }) => [feature, related])).toEqual([['A', ['B']]]);
    expect(changes?.features.map(({ kind, feature }) => [kind, feature])).toEqual([
      ['changed', 'A'],
      ['changed', 'C'],
    ]);
    expect(analysis?.findings).toHaveLength(1);
  });

  test('does not take a figure that moved for a new finding', async () => {
    const files = [file('plots.geojson', collection(plot('A', rectangle(0, 0, 61, 50))))];
    expect(await reviewUpdate(PLAN, files, 'merge')).toMatchObject({ findingsNew: [], findingsGone: [] });
  });

  test('of a refused file has its diagnostics and nothing else', async () => {
    const review = await reviewUpdate(PLAN, [file('plots.geojson', '{')], 'replace');
    expect(Object.keys(review).sort()).toEqual(['findingsGone', 'findingsNew', 'reading']);
    expect(review.reading.candidate).toBeUndefined();
  });

  test('reports its steps in order, with shares that do not go back', async () => {
    const steps: Progress[] = [];
    const files = [file('plots.geojson', collection(A))];
    await reviewUpdate(PLAN, files, 'merge', { onProgress: (step) => steps.push(step), present: analysePlan(PLAN) });
    expect([...new Set(steps.map(({ step }) => step))]).toEqual(['reading', 'measuring', 'checking', 'comparing']);
    for (const [index, { step, share }] of steps.entries()) {
      const before = steps[index - 1];
      if (before?.step === step) expect(share ?? 0).toBeGreaterThanOrEqual(before.share ?? 0);
    }
  });
});

test('the same plan is analysed the same twice, and without a community has no report of one', () => {
  const first = analysePlan(PLAN);
  expect(analysePlan(structuredClone(PLAN))).toEqual(first);
  expect(first).not.toHaveProperty('community');
});
