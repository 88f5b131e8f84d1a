import { describe, expect, test } from 'vitest';
import { analysePlan } from '../../../src/core/analyse.ts';
import { acceptanceOf } from '../../../src/core/check/rule_settings.ts';
import { writePlan } from '../../../src/core/read/write_plan.ts';
import { PARK, PLOTS, run } from '../../support/command_line.ts';
import { collection, plot, rectangle } from '../../support/sample_plan.ts';

const SHARING = plot('A', rectangle(0, 0, 70, 50));
const OVERLAPPING = { 'park/plots.geojson': JSON.stringify(collection(SHARING, PLOTS[1])) };
const UNCODED = {
  'park/plots.geojson': JSON.stringify(
    collection(plot('A', rectangle(0, 0, 50, 50), { landUseCode: '0802' }), plot('B', rectangle(60, 0, 50, 50))),
  ),
};

describe('a check for other programs', () => {
  test('is SARIF, with files named from where the command was given', async () => {
    const { status, out } = await run(['check', 'park', '--format', 'sarif'], OVERLAPPING);
    expect(status).toBe(1);
    const { results } = JSON.parse(out).runs[0];
    const overlap = results.find(({ ruleId }: { ruleId: string }) => ruleId === 'plot-overlap');
    expect(overlap.locations[0].physicalLocation.artifactLocation.uri).toBe('park/plots.geojson');
  });

  test('is JUnit, failing from the severity that was asked for', async () => {
    const only = ['check', 'park', '--format', 'junit', '--rules', 'land-use-missing'];
    const mild = await run(only, UNCODED);
    expect(mild).toMatchObject({ status: 0 });
    expect(mild.out).toMatch(/<testsuites name="park-plan" tests="\d+" failures="0">/);
    // A rule that was not asked for has not passed.
    expect(mild.out).toContain('name="plot-overlap"><skipped/></testcase>');
    expect(mild.out).toMatch(/name="land-use-missing"><system-out>/);
    const strict = await run([...only, '--fail-on', 'warning'], UNCODED);
    expect(strict).toMatchObject({ status: 1 });
    expect(strict.out).toMatch(/failures="1"/);
  });

  test('is GeoJSON with the spot of each finding', async () => {
    const { out } = await run(['check', 'park', '--format=geojson', '--rules=plot-overlap'], OVERLAPPING);
    expect(JSON.parse(out).features).toMatchObject([
      { geometry: { type: 'Polygon' }, properties: { code: 'plot-overlap', feature: 'A', related: 'B' } },
    ]);
  });
});

describe('a check of chosen rules', () => {
  test('runs these alone, even where the plan switches them off', async () => {
    const plan = { ...PARK, manifest: { ...PARK.manifest, checks: { rules: { 'plot-overlap': 'off' as const } } } };
    const files = Object.fromEntries(writePlan(plan).map(({ name, text }) => [`park/${name}`, text]));
    expect((await run(['check', 'park'], { ...files, ...OVERLAPPING })).status).toBe(0);
    const { out, status } = await run(['check', 'park', '--rules', 'plot-overlap,plot-area-declared', '--json'], {
      ...files,
      ...OVERLAPPING,
    });
    expect(status).toBe(1);
    expect(JSON.parse(out).findings.map(({ code }: { code: string }) => code)).toEqual(['plot-overlap']);
  });

  test('takes the code of a finding for its rule', async () => {
    const plots = [plot('A', rectangle(0, 0, 50, 50)), plot('B', rectangle(50.5, 0, 50, 50))];
    const files = { 'park/plots.geojson': JSON.stringify(collection(...plots)) };
    const { out } = await run(['check', 'park', '--rules', 'plot-strip', '--json'], files);
    expect(JSON.parse(out).findings.map(({ code }: { code: string }) => code)).toEqual(['plot-strip']);
  });

  test('names the rule that may be meant', async () => {
    const { status, error } = await run(['check', 'park', '--rules', 'plot-overlp', '--lang', 'en']);
    expect(status).toBe(2);
    expect(error).toContain('plot-overlap');
  });
});

describe('a check of several plans', () => {
  test('names each file with its folder, and fails for any of them', async () => {
    const second = Object.fromEntries(writePlan(PARK).map(({ name, text }) => [`other/${name}`, text]));
    const { status, out } = await run(['check', 'park', 'other', '--lang', 'en'], { ...second, ...OVERLAPPING });
    expect(status).toBe(1);
    expect(out).toContain('park/plots.geojson#/features/0: error plot-overlap');
    expect(out).toContain('other/zones.geojson');
  });
});

describe('a check of a plan whose finding was let stand', () => {
  test('tells the reason and does not fail for it', async () => {
    const layers = { ...PARK.layers, plots: [SHARING, ...PLOTS.slice(1)] };
    const found = analysePlan({ ...PARK, layers }).findings.find(({ code }) => code === 'plot-overlap');
    if (!found) throw new Error('The plots overlap');
    const checks = { accepted: [acceptanceOf(found, { reason: '地下通道' })] };
    const plan = { manifest: { ...PARK.manifest, checks }, layers };
    const files = Object.fromEntries(writePlan(plan).map(({ name, text }) => [`park/${name}`, text]));
    const { status, out } = await run(['check', 'park', '--lang', 'en'], files);
    expect(status).toBe(0);
    expect(out).toContain('let stand: 地下通道');
    expect(out).toContain('0 errors');
  });
});
