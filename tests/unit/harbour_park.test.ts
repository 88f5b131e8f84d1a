import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { planFiles } from '../../scripts/generate_plan/generate.ts';
import { harbourPark } from '../../scripts/generate_plan/harbour_park.ts';
import { analysePlan } from '../../src/core/analyse.ts';
import { readPlan } from '../../src/core/read/read_plan.ts';

const folder = new URL('../data/harbour-park/', import.meta.url);
const files = planFiles(harbourPark());
const reading = readPlan([...files.keys()].map((name) => ({ name, bytes: readFileSync(new URL(name, folder)) })));
if (!reading.plan) throw new Error('The harbour park must be readable');
const { plan } = reading;
const { ledger, findings, community } = analysePlan(plan);

describe('a park that has nothing in common with the one that ships', () => {
  it('is what its script writes, and reads without a diagnostic', () => {
    for (const [name, text] of files) expect(readFileSync(new URL(name, folder), 'utf8') === text, name).toBe(true);
    expect(reading.diagnostics).toEqual([]);
  });

  it('is checked against its own targets and tolerances', () => {
    expect(community?.targetSquareMetres).toBe(1_200_000);
    expect(community?.phases.map(({ phase }) => phase)).toEqual(['A', 'B', 'C']);
    expect(community?.people).toMatchObject({ sum: 9_000, target: 9_000 });
    expect(findings.map(({ code }) => code)).toContain('community-area-met');
  });

  it('shows which building breaks height, FAR or density, and under whose limit', () => {
    const over = [...ledger.plots.values()].flatMap(({ plot, usages }) =>
      usages.filter(({ compliance }) => compliance === 'over').map(({ control }) => `${plot} ${control}`),
    );
    expect(over).toEqual(['A/1 height', 'A/4 far', 'B/2 density']);
    expect(ledger.plots.get('A/1')?.controls.height.max?.origin).toMatchObject({ feature: 'quay', heightBand: 0 });
    expect(ledger.plots.get('A/4')?.controls.far.max?.origin).toMatchObject({ feature: 'town', value: 2.4 });
    const told = findings.flatMap(({ code, feature, severity }) =>
      code === 'building-over-limit' || severity === 'error' ? [`${severity} ${code} ${feature}`] : [],
    );
    // Height and density are guiding there.
    expect(told).toEqual([
      'error building-over-limit A/4',
      'warning building-over-limit h02',
      'warning building-over-limit B/2',
    ]);
  });

  it('never calls missing data compliant, and finds the plot of a building that names none', () => {
    expect(ledger.buildings.get('h08')?.compliance).toBe('unknown');
    expect(ledger.plots.get('A/5')?.compliance).toBe('unknown');
    expect(ledger.plots.get('B/3')?.buildings).toEqual(['h10']);
  });

  it('counts as near from the share the plan itself sets', () => {
    expect(ledger.buildings.get('h05')).toMatchObject({ compliance: 'near', actual: 42, limit: 45 });
  });

  it('sums land by code and scheme, old standard, new guide and local codes side by side', () => {
    const keys = ledger.rollUps.landUse.map(({ key }) => key);
    expect(keys.some((key) => key.includes('M0'))).toBe(true);
    expect(keys.some((key) => key.includes('100101'))).toBe(true);
    expect(keys.some((key) => key.includes('A35'))).toBe(true);
  });
});
