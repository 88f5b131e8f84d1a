import { describe, expect, test } from 'vitest';
import { checkPlan } from '../../../src/core/check/check_plan.ts';
import { reportCommunity } from '../../../src/core/check/community_report.ts';
import { deriveLedger } from '../../../src/core/control/index.ts';
import type { Finding } from '../../../src/core/plan/findings.ts';
import type { Phase, PhaseProperties, Plan } from '../../../src/core/plan/types.ts';
import { building, phase, planOf, plot, polygon, rectangle, soundCommunity, zone } from '../../support/sample_plan.ts';

function check(plan: Plan): Finding[] {
  return checkPlan(plan, deriveLedger(plan));
}
function codes(plan: Plan): string[] {
  return check(plan).map((finding) => finding.code);
}
function only(plan: Plan, code: string): Finding {
  const found = check(plan).filter((finding) => finding.code === code);
  expect(found).toHaveLength(1);
  return found[0] as Finding;
}

/** The sound community with its second phase changed. */
function withSecondPhase(change: Partial<Phase> | { properties: Partial<PhaseProperties> }): Plan {
  const plan = soundCommunity();
  const [first, second] = plan.layers.phases;
  if (!first || !second) throw new Error('The community has two phases');
  const changed = { ...second, ...change, properties: { ...second.properties, ...change.properties } };
  return { ...plan, layers: { ...plan.layers, phases: [first, changed] } };
}

describe('the community', () => {
  test('that meets its targets has figures and nothing wrong', () => {
    expect(codes(soundCommunity())).toEqual(['community-area-met', 'phase-programme-met', 'phase-programme-met']);
  });

  test('reports the area by all three bases when it is off the target by more than the tolerance', () => {
    const plan = soundCommunity();
    const community = { ...plan.manifest.community, areaSquareMetres: 41_000 } as NonNullable<
      Plan['manifest']['community']
    >;
    const { data } = only({ ...plan, manifest: { ...plan.manifest, community } }, 'community-area');
    expect(data.measuredSquareMetres).toBeCloseTo(40_000, -1);
    expect(data.differencePercent).toBeCloseTo(-2.44, 1);
    expect(Number(data.sphereSquareMetres) / Number(data.measuredSquareMetres)).toBeCloseTo(1.00076, 4);
  });

  test('reports phases that overlap by more than the tolerance, with the very spot', () => {
    const { feature, related, data, evidence } = only(
      withSecondPhase({ geometry: rectangle(199, 0, 201, 100) }),
      'phase-overlap',
    );
    expect([feature, related]).toEqual(['P1', ['P2']]);
    expect(data.areaSquareMetres).toBeCloseTo(100, 1);
    expect(evidence?.type).toBe('Polygon');
  });

  test('accepts phases that overlap by less than the tolerance', () => {
    expect(codes(withSecondPhase({ geometry: rectangle(199.991, 0, 200.009, 100) }))).not.toContain('phase-overlap');
  });

  test('reports each gap larger than the tolerance between the boundary and the phases', () => {
    const plan = withSecondPhase({ geometry: rectangle(200.02, 0, 199.98, 100) });
    const { data, related, evidence } = only(plan, 'phase-gap');
    expect(data.areaSquareMetres).toBeCloseTo(2, 1);
    expect(related).toEqual(['P1', 'P2']);
    expect(evidence?.type).toBe('Polygon');
    expect(codes(withSecondPhase({ geometry: rectangle(200.009, 0, 199.991, 100) }))).not.toContain('phase-gap');
  });

  test('reports what of a phase lies outside the boundary beyond the tolerance', () => {
    const { data, feature } = only(withSecondPhase({ geometry: rectangle(200, 0, 200.02, 100) }), 'phase-outside');
    expect([feature, Math.round(Number(data.areaSquareMetres))]).toEqual(['P2', 2]);
    expect(codes(withSecondPhase({ geometry: rectangle(200, 0, 200.009, 100) }))).not.toContain('phase-outside');
  });

  test('reports a missing phase', () => {
    const plan = soundCommunity();
    const one = { ...plan, layers: { ...plan.layers, phases: plan.layers.phases.slice(0, 1) } };
    expect(only(one, 'phase-count').data).toEqual({ count: 1, target: 2 });
  });

  test('reports a sequence that is used twice or leaves 1 to n', () => {
    expect(only(withSecondPhase({ properties: { sequence: 1 } }), 'phase-order')).toMatchObject({
      feature: 'P1',
      related: ['P2'],
    });
    expect(only(withSecondPhase({ properties: { sequence: 3 } }), 'phase-order').feature).toBe('P2');
  });

  test('reports a phase that opens before the one ahead of it, and accepts the same month', () => {
    expect(only(withSecondPhase({ properties: { opens: '2020-03' } }), 'phase-dates').related).toEqual(['P1']);
    expect(codes(withSecondPhase({ properties: { opens: '2020-04' } }))).not.toContain('phase-dates');
  });

  test('names the life-cycle stages no phase holds', () => {
    expect(only(withSecondPhase({ properties: { stages: ['research'] } }), 'phase-stages').data.stages).toEqual([
      'incubator',
    ]);
  });

  test('reports people below the target, and accepts the target itself', () => {
    const { data } = only(withSecondPhase({ properties: { people: 39 } }), 'phase-programme');
    expect(data).toMatchObject({ field: 'people', sum: 99, target: 100, silent: [] });
    expect(Number(data.perHectare)).toBeCloseTo(24.75, 1);
  });

  test('reports a phase off its own target area', () => {
    expect(codes(withSecondPhase({ properties: { targetGrossAreaSquareMetres: 19_100 } }))).not.toContain('phase-area');
    const { data } = only(withSecondPhase({ properties: { targetGrossAreaSquareMetres: 19_000 } }), 'phase-area');
    expect(data.differencePercent).toBeCloseTo(5.26, 1);
  });

  test('says when the boundary it is to have is not there', () => {
    const plan = soundCommunity();
    const found = only({ ...plan, layers: { ...plan.layers, zones: [] } }, 'community-zone-missing');
    expect(found.data.value).toBe('core');
  });

  test('is reported with sums, densities and areas by basis', () => {
    const report = reportCommunity(soundCommunity());
    expect(report?.phases.map(({ phase: id }) => id)).toEqual(['P1', 'P2']);
    expect(report?.people).toMatchObject({ sum: 100, target: 100 });
    expect(report?.people.perHectare).toBeCloseTo(25, 1);
    expect(report?.boundary.ellipsoidSquareMetres).toBeCloseTo(report?.total.ellipsoidSquareMetres ?? 0, 2);
  });
});

describe('plots', () => {
  test('reports both plots when they overlap by more than the tolerance', () => {
    const plan = planOf({ plots: [plot('B', rectangle(99, 0, 100, 50)), plot('A', rectangle(0, 0, 100, 50))] });
    const { feature, related, data, pointer } = only(plan, 'plot-overlap');
    expect([feature, related, pointer]).toEqual(['A', ['B'], '/features/1']);
    expect(data.areaSquareMetres).toBeCloseTo(50, 1);
    expect(data.toleranceSquareMetres).toBe(1);
  });

  test('accepts plots that share less than the tolerance, and plots that only touch', () => {
    expect(
      codes(planOf({ plots: [plot('A', rectangle(0, 0, 100, 50)), plot('B', rectangle(99.99, 0, 100, 50))] })),
    ).toEqual(['border-near-miss']);
    expect(
      codes(planOf({ plots: [plot('A', rectangle(0, 0, 100, 50)), plot('B', rectangle(100, 0, 100, 50))] })),
    ).toEqual([]);
  });

  test('reports what of a plot lies outside the phase it names', () => {
    const phases = [phase('P1', rectangle(0, 0, 200, 100), { sequence: 1 })];
    const at = (x: number) => planOf({ phases, plots: [plot('A', rectangle(x, 0, 100, 100), { phase: 'P1' })] });
    expect(only(at(101), 'plot-outside-phase')).toMatchObject({ feature: 'A', related: ['P1'] });
    expect(codes(at(100.009))).not.toContain('plot-outside-phase');
  });

  test('reports a number that is used twice', () => {
    const plan = planOf({ plots: [plot('A', rectangle(0, 0, 9, 9)), plot('A', rectangle(20, 0, 9, 9))] });
    expect(only(plan, 'plot-number-repeated').data.count).toBe(2);
  });

  test('reports a declared area that differs from the drawing by more than the tolerance', () => {
    const declared = (netAreaSquareMetres: number) =>
      planOf({ plots: [plot('A', rectangle(0, 0, 100, 100), { netAreaSquareMetres })] });
    expect(codes(declared(10_049))).toEqual([]);
    expect(only(declared(10_060), 'plot-area-declared').pointer).toBe('/features/0/properties/netAreaSquareMetres');
  });

  test('reports an outline that bounds no ground, and computes nothing of it', () => {
    const line = polygon([0, 0], [100, 0], [50, 0]);
    expect(codes(planOf({ plots: [plot('A', line, { netAreaSquareMetres: 100 })] }))).toEqual(['geometry-no-area']);
    expect(codes(planOf({ plots: [plot('A', rectangle(0, 0, 0.2, 0.2))] }))).toEqual(['geometry-sliver']);
  });

  test('reports an outline that crosses itself, at the crossing', () => {
    const bowTie = polygon([0, 0], [100, 100], [100, 0], [0, 100]);
    const [{ code, evidence, data } = {} as Partial<Finding>, ...others] = check(
      planOf({ plots: [plot('A', bowTie)] }),
    );
    expect([code, others]).toEqual(['geometry-self-crossing', []]);
    const middle = polygon([50, 50]).coordinates[0]?.[0] ?? [];
    expect(evidence?.type).toBe('Point');
    expect(Number(evidence?.coordinates[0])).toBeCloseTo(middle[0] ?? 0, 8);
    expect(data).toEqual({});
  });

  test('tells an outline that touches itself in a point as that, not as one that crosses itself', () => {
    const hourglass = polygon([0, 0], [100, 0], [50, 50], [100, 100], [0, 100], [50, 50]);
    expect(codes(planOf({ plots: [plot('A', hourglass)] }))).toEqual(['geometry-ring-touching']);
  });
});

describe('controls', () => {
  test('reports a lower limit above the upper one, of plots and of height bands', () => {
    const plan = planOf({
      plots: [plot('A', rectangle(0, 0, 50, 50), { farMin: 2, farMax: 1.9 })],
      zones: [
        zone('Z', rectangle(500, 0, 50, 50), {
          heightBands: [{ measuredFrom: 'plots/A', fromMetres: 100, toMetres: 50 }],
        }),
      ],
    });
    expect(check(plan).map(({ code, layer, pointer }) => [code, layer, pointer])).toEqual([
      ['control-range', 'plots', '/features/0/properties/farMin'],
      ['control-range', 'zones', '/features/0/properties/heightBands/0/fromMetres'],
    ]);
    expect(codes(planOf({ plots: [plot('A', rectangle(0, 0, 50, 50), { farMin: 2, farMax: 2 })] }))).toEqual([]);
  });

  test('reports a plot whose own minimum lies above a covering zone’s maximum, and names both', () => {
    const plan = planOf({
      zones: [zone('Z', rectangle(0, 0, 100, 100), { heightMaxMetres: 24 })],
      plots: [plot('A', rectangle(0, 0, 50, 50), { heightMinMetres: 30 })],
    });
    expect(only(plan, 'control-contradictory')).toMatchObject({
      feature: 'A',
      related: ['Z'],
      data: { control: 'height', minimum: 30, maximum: 24, minimumFrom: 'A', maximumFrom: 'Z' },
    });
  });

  test('reports more than three colours', () => {
    const colours = ['#111111', '#222222', '#333333'];
    const named = (townscapeColours: string[]) =>
      planOf({ plots: [plot('A', rectangle(0, 0, 50, 50), { townscapeColours })] });
    expect(codes(named(colours))).toEqual([]);
    expect(only(named([...colours, '#444444']), 'townscape-colours').data).toMatchObject({ count: 4, limit: 3 });
  });
});

describe('buildings', () => {
  const standing = (heightMetres: number | undefined, limit = 60) =>
    planOf({
      plots: [plot('A', rectangle(0, 0, 100, 100), { heightMaxMetres: limit })],
      buildings: [
        building('B1', rectangle(10, 10, 20, 20), {
          plot: 'A',
          buildingStatus: 'built',
          gfaSquareMetres: 1000,
          ...(heightMetres !== undefined && { heightMetres }),
        }),
      ],
    });

  test('reports one that is higher than its plot allows', () => {
    const { feature, layer, data } = only(standing(60.5), 'building-over-limit');
    expect([layer, feature, data.control, data.actual, data.limit]).toEqual(['buildings', 'B1', 'height', 60.5, 60]);
  });

  test('tells one at the limit as near it, not over', () => {
    expect(only(standing(60), 'building-near-limit').severity).toBe('info');
    expect(codes(standing(60))).not.toContain('building-over-limit');
    expect(codes(standing(56.9))).not.toContain('building-near-limit');
  });

  test('tells several near one limit in one phase as one finding with their plots', () => {
    const ids = ['A', 'B', 'C'];
    const plan = planOf({
      phases: [phase('P', rectangle(0, 0, 180, 100), { sequence: 1, name: '一期', nameEn: 'Phase one' })],
      plots: ids.map((id, index) => plot(id, rectangle(index * 110, 0, 50, 50), { heightMaxMetres: 60 })),
      buildings: ids.map((id, index) =>
        building(`${id}1`, rectangle(index * 110 + 5, 5, 20, 20), { plot: id, heightMetres: id === 'A' ? 60 : 58 }),
      ),
    });
    const grouped = only(plan, 'building-near-limits');
    expect(grouped.related).toEqual(['A', 'B']);
    expect(grouped.data).toMatchObject({ control: 'height', phase: 'P', count: 2, fullCount: 1, names: ['一期'] });
    expect(only(plan, 'building-near-limit').feature).toBe('C1');
  });

  test('reports floor area above what the FAR allows, on the plot', () => {
    const plan = planOf({
      plots: [plot('A', rectangle(0, 0, 100, 100), { farMax: 1 })],
      buildings: [building('B1', rectangle(10, 10, 20, 20), { plot: 'A', gfaSquareMetres: 10_100 })],
    });
    expect(only(plan, 'building-over-limit')).toMatchObject({ layer: 'plots', feature: 'A', data: { control: 'far' } });
  });

  test('groups what cannot be told for lack of data by control, and never calls it compliant', () => {
    const unknown = check(standing(undefined)).filter(({ code }) => code === 'building-unknown');
    expect(unknown.map(({ data }) => [data.control, data.count, data.features, data.fields])).toEqual([
      ['height', 1, ['B1'], ['heightMetres']],
      ['density', 1, ['A'], ['densityMaxPercent']],
      ['far', 1, ['A'], ['farMax']],
    ]);
  });
});

describe('references', () => {
  const broken = planOf({
    zones: [zone('Z', rectangle(500, 0, 9, 9), { heightBands: [{ measuredFrom: 'zones/none', fromMetres: 0 }] })],
    plots: [plot('A', rectangle(0, 0, 50, 50), { phase: 'P9', landUseCode: '9901', townscapeTone: 'warm' })],
    buildings: [building('B1', rectangle(300, 300, 9, 9), { plot: 'none' })],
  });
  const fieldsOf = (plan: Plan) =>
    check(plan)
      .filter(({ code }) => code === 'reference-missing')
      .map(({ data }) => `${data.field}=${data.value}`)
      .sort();

  test('reports every phase, plot, tone, land-use code and band origin that does not exist', () => {
    const palette = { townscapeTones: [{ code: 'cool', name: '冷', nameEn: 'Cool', colour: '#808080' }] };
    expect(fieldsOf({ ...broken, manifest: { ...broken.manifest, palette } })).toEqual([
      'landUseCode=9901',
      'measuredFrom=zones/none',
      'phase=P9',
      'plot=none',
      'townscapeTone=warm',
    ]);
  });

  test('passes over layers the manifest has no file for', () => {
    expect(fieldsOf({ ...broken, manifest: { ...broken.manifest, layers: {} } })).toEqual(['landUseCode=9901']);
  });
});

test('a plot that was drawn many times is told once for each copy, and not as overlaps', () => {
  const plots = Array.from({ length: 120 }, (_, index) => plot(`P${index}`, rectangle(0, 0, 5, 5)));
  const findings = check(planOf({ plots })).filter(({ related }) => related !== undefined);
  expect(findings).toHaveLength(119);
  expect(new Set(findings.map(({ code, feature }) => `${code} ${feature}`))).toEqual(new Set(['plot-duplicate P0']));
});

describe('the measuring CRS', () => {
  test('that is not known is named, with the one that stands in for it', () => {
    const plan = soundCommunity();
    const found = only({ ...plan, manifest: { ...plan.manifest, measuringCrs: 'EPSG:3857' } }, 'measuring-crs-unknown');
    expect(found.data).toEqual({ value: 'EPSG:3857', used: 'EPSG:4548' });
    expect(codes(plan)).not.toContain('measuring-crs-unknown');
  });
});
