import { describe, expect, test } from 'vitest';
import { printComparison } from '../../../src/cli/print_comparison.ts';
import { comparePlansWhole } from '../../../src/core/review.ts';
import { run } from '../../support/command_line.ts';
import { collection, phase, planOf, plot, rectangle, zone } from '../../support/sample_plan.ts';

describe('park-plan compare', () => {
  const NEW = JSON.stringify(
    collection(plot('A', rectangle(0, 0, 50, 50), { farMax: 2 }), plot('B2', rectangle(60, 0, 50, 50))),
  );

  test('tells for people what became of each plot', async () => {
    const { status, out } = await run(['compare', 'park', 'plots.json', '--lang', 'en'], { 'plots.json': NEW });
    expect(status).toBe(0);
    expect(out.split('\n')[0]).toBe('A: re-rated; FAR limit – → 2; Floor area allowed (m²) – → 5,000 (+5,000)');
    expect(out).toContain('B → B2: renumbered\n');
  });

  test('writes what fields say with units and without binary remainders', async () => {
    const given = JSON.stringify(
      collection(plot('A', rectangle(0, 0, 50, 50), { netAreaSquareMetres: 12.5 * (2000 / 3), setbackMinMetres: 24 })),
    );
    const { out } = await run(['compare', 'park', 'a.json', '--merge', '--language', 'zh-CN'], { 'a.json': given });
    expect(out).toContain('用地面积（净） – → 8,333.33 m²');
    expect(out).toContain('建筑退线 – → 24 m');
  });

  test('tells a plot’s own limit beside the one in force only where a key area’s is stricter', () => {
    const plan = (farMax: number) =>
      planOf({
        zones: [zone('core', rectangle(0, 0, 90, 90), { farMax: 3 })],
        plots: [plot('A', rectangle(0, 0, 50, 50), { farMax })],
      });
    const told = (before: number, after: number) => {
      const plans = { before: plan(before), after: plan(after) };
      return printComparison(comparePlansWhole(plans.before, plans.after), plans, 'zh-CN').split('\n')[0];
    };
    expect(told(1, 2)).toContain('容积率上限 1 → 2 (+1)；');
    expect(told(1, 2)?.match(/容积率上限/g)).toHaveLength(1);
    expect(told(1, 9)).toMatch(/容积率上限（从严） 1 → 3 \(\+2\).*容积率上限 1 → 9$/);
  });

  test('calls phases and key areas by their names', () => {
    const plan = (farMax: number) =>
      planOf({
        phases: [phase('phase-1', rectangle(0, 0, 90, 90), { sequence: 1, name: '一期', nameEn: 'Phase 1' })],
        plots: [plot('A', rectangle(0, 0, 50, 50), { farMax, phase: 'phase-1' })],
      });
    const plans = { before: plan(1), after: plan(2) };
    const comparison = comparePlansWhole(plans.before, plans.after);
    expect(printComparison(comparison, plans, 'zh-CN')).toContain('\n一期（phase-1）：地块数 1');
    expect(printComparison(comparison, plans, 'en')).toContain('\nPhase 1 (phase-1): ');
  });

  test('tells it as JSON, and nothing of a plan compared with itself', async () => {
    const { out } = await run(['compare', 'park', 'plots.json', '--json'], { 'plots.json': NEW });
    expect(JSON.parse(out).plots.map(({ kind }: { kind: string }) => kind)).toEqual(['rerated', 'renumbered']);
    const same = await run(['compare', 'park', 'park', '--lang', 'en']);
    expect([same.status, same.out]).toEqual([0, expect.stringContaining('No plot has changed.')]);
  });

  test('ends with 1 for errors in an input and 2 for one that cannot be read', async () => {
    const wrong = NEW.replace('"farMax":2', '"farMax":"much"');
    expect((await run(['compare', 'park', 'plots.json'], { 'plots.json': wrong })).status).toBe(1);
    expect((await run(['compare', 'park', 'plots.json'], { 'plots.json': '<html>' })).status).toBe(2);
  });
});
