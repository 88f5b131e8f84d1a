import { describe, expect, test } from 'vitest';
import { CheckMemory } from '../../../src/core/check/check_memory.ts';
import { checkPlan } from '../../../src/core/check/check_plan.ts';
import { deriveLedger } from '../../../src/core/control/index.ts';
import { createProjection } from '../../../src/core/measure/index.ts';
import type { Finding } from '../../../src/core/plan/findings.ts';
import type { Plan } from '../../../src/core/plan/types.ts';
import { place, planOf, plot, rectangle } from '../../support/sample_plan.ts';

const known = createProjection('EPSG:4548');
if (!known) throw new Error('The samples are drawn on EPSG:4548');
const projection = known;

function check(plan: Plan): Finding[] {
  return checkPlan(plan, deriveLedger(plan));
}

describe('a layer drawn upon itself', () => {
  const stacked = (count: number) =>
    Array.from({ length: count }, (_, index) =>
      plot(`P${String(index).padStart(3, '0')}`, rectangle(index / 100, 0, 5, 5)),
    );

  test('is told in all its overlaps, each with its area and its place, whatever the order', () => {
    const plots = stacked(120);
    const findings = check(planOf({ plots })).filter(({ code }) => code === 'plot-overlap');
    expect(findings).toHaveLength((120 * 119) / 2);
    for (const { feature = '', related = [], data, evidence } of findings) {
      const [one, other] = [feature, related[0] ?? ''].map((id) => Number(id.slice(1)));
      expect(data.areaSquareMetres).toBeCloseTo(5 * (5 - Math.abs((one ?? 0) - (other ?? 0)) / 100), 1);
      expect(evidence).toBeDefined();
    }
    // Of each plot's some are drawn, and of the others a place is shown that lies in both.
    expect(findings.filter(({ evidence }) => evidence?.type === 'Polygon')).toHaveLength(100 * 20 + (20 * 19) / 2);
    const last = findings.find(({ feature, related }) => feature === 'P000' && related?.[0] === 'P119');
    if (last?.evidence?.type !== 'Point') throw new Error('The last overlap of a plot is shown by a place');
    const [x, y] = projection.forward(last.evidence.coordinates);
    const [west, south] = projection.forward(place([1.19, 0]));
    expect([x - west, y - south]).toEqual([expect.closeTo(3.81 / 2, 1), expect.closeTo(2.5, 1)]);

    const turned = check(planOf({ plots: [...plots].reverse() })).filter(({ code }) => code === 'plot-overlap');
    const apart = ({ pointer: _, ...finding }: Finding) => finding;
    expect(turned.map(apart)).toEqual(findings.map(apart));
  });

  test('is told in a hundred thousand overlaps and how many there are', { timeout: 120_000 }, () => {
    const findings = check(planOf({ plots: stacked(450) }));
    expect(findings.filter(({ code }) => code === 'plot-overlap')).toHaveLength(100_000);
    expect(findings.filter(({ code }) => code === 'overlaps-cut')).toMatchObject([
      { layer: 'plots', data: { shown: 100_000, count: (450 * 449) / 2 }, severity: 'error' },
    ]);
  });

  test('is checked again after a change as if it were checked anew', () => {
    const plots = stacked(40);
    const far = Array.from({ length: 200 }, (_, index) => plot(`Q${index}`, rectangle(100 + 6 * index, 0, 5, 5)));
    const memory = new CheckMemory();
    const before = planOf({ plots: [...plots, ...far] });
    checkPlan(before, deriveLedger(before), undefined, memory);
    const after = planOf({ plots: [...plots.slice(0, 3), ...plots.slice(4), ...far] });
    expect(checkPlan(after, deriveLedger(after), undefined, memory)).toEqual(check(after));
  });
});
