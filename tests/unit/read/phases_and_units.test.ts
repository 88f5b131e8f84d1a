import { describe, expect, it } from 'vitest';
import type { Phase, Plan } from '../../../src/core/plan/types.ts';
import { PhaseIndex, phaseSequenceOf } from '../../../src/core/read/fields/phase_index.ts';
import { readMonth } from '../../../src/core/read/fields/read_month.ts';
import { readUpdate } from '../../../src/core/read/read_update.ts';
import { formatFinding } from '../../../src/messages/format_finding.ts';
import { building, collection, file, phase, planOf, plot, rectangle } from '../../support/sample_plan.ts';

const PHASES: Phase[] = [
  phase('P1', rectangle(0, 0, 100, 100), { sequence: 1, name: '一期（起步区）', nameEn: 'Starter area' }),
  phase('P2', rectangle(100, 0, 100, 100), { sequence: 2, name: '二期' }),
  phase('X3', rectangle(200, 0, 100, 100), { sequence: 3, name: '中安创谷三期' }),
];
const PLOTS = ['A-01', 'A-02', 'A-03', 'A-04'].map((id, index) => plot(id, rectangle(100 * index, 0, 100, 100)));
const PLAN = planOf({ phases: PHASES, plots: PLOTS });

async function join(text: string, plan: Plan = PLAN) {
  const { candidate, diagnostics } = await readUpdate(plan, [file('指标.csv', text)], 'replace');
  const plots = Object.fromEntries((candidate?.layers.plots ?? []).map(({ id, properties }) => [id, properties]));
  return { plots, found: diagnostics, candidate, of: (code: string) => diagnostics.filter((one) => one.code === code) };
}

describe('the place in the order a phase’s name states', () => {
  it.each([
    ['一期', 1],
    ['第一期', 1],
    ['第1期', 1],
    ['１期', 1],
    ['Ⅱ期', 2],
    ['首期', 1],
    ['十期', 10],
    ['十二期', 12],
    ['二十一期', 21],
    ['Phase 1', 1],
    ['PHASE II', 2],
    ['phase-3', 3],
    ['P2', 2],
    ['三期工程', 3],
    ['2', 2],
    ['二', 2],
    ['Ⅱ', 2],
    ['I', 1],
    ['phase two', 2],
    ['一期地块A', undefined],
    ['远期', undefined],
    ['P', undefined],
    ['2期半', undefined],
    ['2030', undefined],
  ])('%s: %s', (name, sequence) => {
    expect(phaseSequenceOf(name)).toBe(sequence);
  });
});

describe('phases by what files call them', () => {
  const index = new PhaseIndex(PHASES);
  it.each([
    ['P1', { kind: 'exact', id: 'P1' }],
    ['p1', { kind: 'alike', id: 'P1' }],
    ['一期', { kind: 'alike', id: 'P1' }],
    ['起步区', { kind: 'alike', id: 'P1' }],
    ['starter area', { kind: 'alike', id: 'P1' }],
    ['第三期', { kind: 'alike', id: 'X3' }],
    ['中安创谷三期', { kind: 'alike', id: 'X3' }],
    ['四期', { kind: 'none' }],
    ['远期', { kind: 'none' }],
  ])('%s', (name, match) => {
    expect(index.find(name)).toEqual(match);
  });

  it('never chooses where a name and a place in the order mean different phases, or two have one name', () => {
    const odd = new PhaseIndex([
      phase('a', rectangle(0, 0, 1, 1), { sequence: 1, name: '二期' }),
      phase('b', rectangle(0, 0, 1, 1), { sequence: 2, name: '一期' }),
      phase('c', rectangle(0, 0, 1, 1), { sequence: 3, name: '北区' }),
      phase('d', rectangle(0, 0, 1, 1), { sequence: 4, name: '北区' }),
    ]);
    expect(odd.find('一期')).toEqual({ kind: 'ambiguous', ids: ['b', 'a'] });
    expect(odd.find('北区')).toEqual({ kind: 'ambiguous', ids: ['c', 'd'] });
  });

  it('gives plots the phase’s id, told once for each way it is written', async () => {
    const { plots, of } = await join('地块编号,分期\nA-01,一期\nA-02,第1期\nA-03,一期\nA-04,P2\n');
    expect(Object.values(plots).map((one) => one.phase)).toEqual(['P1', 'P1', 'P1', 'P2']);
    expect(of('reference-matched')).toMatchObject([
      { feature: 'A-01', data: { found: '一期', id: 'P1', count: 2 } },
      { feature: 'A-02', data: { found: '第1期', id: 'P1', count: 1 } },
    ]);
  });

  it('leaves an unknown phase as it is and says which there are', async () => {
    const { plots, of } = await join('地块编号,分期\nA-01,九期\n');
    expect(plots['A-01']?.phase).toBe('九期');
    const [unknown] = of('phase-unknown');
    expect(unknown).toMatchObject({
      feature: 'A-01',
      data: { found: '九期', ids: ['P1 一期（起步区）', 'P2 二期', 'X3 中安创谷三期'] },
    });
    expect(unknown && formatFinding(unknown, 'zh-CN').message).toContain('P2 二期');
  });

  it('leaves what the plan itself says as it is', async () => {
    const plan = planOf({ phases: PHASES, plots: [plot('A-01', rectangle(0, 0, 9, 9), { phase: '一期' })] });
    const { plots, found } = await join('地块编号,容积率\nA-01,2\n', plan);
    expect(plots['A-01']).toEqual({ phase: '一期', farMax: 2 });
    expect(found.filter(({ code }) => code.startsWith('reference'))).toEqual([]);
  });

  it('knows the phases of the same update', async () => {
    const own = collection({ ...phase('Q7', rectangle(0, 0, 9, 9), { sequence: 7, name: '七期' }) });
    const files = [file('phases.geojson', own), file('指标.csv', '地块编号,分期\nA-01,七期\n')];
    const { candidate } = await readUpdate(PLAN, files, 'merge');
    expect(candidate?.layers.plots[0]?.properties.phase).toBe('Q7');
  });

  it('gives buildings the plot’s number, but not one of two that are alike', async () => {
    const plan = planOf({
      plots: [...PLOTS, plot('B-1', rectangle(0, 200, 9, 9)), plot('B1', rectangle(0, 300, 9, 9))],
      buildings: [building('h1', rectangle(0, 0, 9, 9), {}), building('h2', rectangle(0, 0, 9, 9), {})],
    });
    const { candidate, of } = await join('建筑编号,所在地块,层数\nh1,ａ01地块,3\nh2,b 1,4\n', plan);
    expect(candidate?.layers.buildings.map(({ properties }) => properties.plot)).toEqual(['A-01', 'b 1']);
    expect(of('reference-ambiguous')).toMatchObject([{ feature: 'h2', data: { ids: ['B-1', 'B1'] } }]);
  });
});

describe('a column of areas without a unit', () => {
  const areas = (values: readonly (number | string)[], heading = '用地面积') =>
    `地块编号,${heading}\n${values.map((value, index) => `A-0${index + 1},${value}`).join('\n')}\n`;

  it.each([
    ['mu', [15, 14.7, 15, 14.2], 10_000],
    ['hectares', [1, 0.98, 1, 0.95], 10_000],
    ['squareKilometres', [0.01, 0.0098, 0.01, 0.0095], 10_000],
    ['squareCentimetres', [1e8, 0.98e8, 1e8, 0.95e8], 10_000],
  ])('is read in %s where nearly all values are that ratio off', async (unit, values, first) => {
    const { plots, of } = await join(areas(values));
    expect(plots['A-01']?.netAreaSquareMetres).toBeCloseTo(first, 6);
    expect(of('area-unit-recognised')).toMatchObject([{ severity: 'warning', data: { areaUnit: unit, count: 4 } }]);
  });

  it('is told by the words of its unit', async () => {
    const [found] = (await join(areas([15, 15, 15, 15]))).of('area-unit-recognised');
    expect(found && formatFinding(found, 'zh-CN').message).toContain('已按亩换算');
  });

  it('is left alone where it is square metres, net of what is not', async () => {
    const { plots, found } = await join(areas([10_000, 8000, 9000, 7000]));
    expect(plots['A-02']?.netAreaSquareMetres).toBe(8000);
    expect(found.filter(({ code }) => code.startsWith('area-unit'))).toEqual([]);
  });

  it('is only reported where there is no common ratio, and never read by single values', async () => {
    const mixed = await join(areas([15, 1, 15, 10_000]));
    expect(mixed.plots['A-01']?.netAreaSquareMetres).toBe(15);
    expect(mixed.of('area-unit-doubtful')).toHaveLength(1);
    const two = await join(areas([15, 15]));
    expect(two.plots['A-01']?.netAreaSquareMetres).toBe(15);
    expect(two.found.filter(({ code }) => code.startsWith('area-unit'))).toEqual([]);
  });

  it('is not asked for where the heading or the values state it', async () => {
    expect((await join(areas([15, 15, 15, 15], '用地面积（亩）'))).of('area-unit-recognised')).toEqual([]);
    const stated = await join(areas(['1公顷', '1公顷', '1公顷', '1公顷']));
    expect(stated.plots['A-01']?.netAreaSquareMetres).toBe(10_000);
    expect(stated.of('area-unit-recognised')).toEqual([]);
  });

  it('is only reported where the heading states a unit that all values contradict', async () => {
    const { plots, of } = await join(areas([15, 15, 15, 15], '用地面积（m²）'));
    expect(plots['A-01']?.netAreaSquareMetres).toBe(15);
    expect(of('area-unit-doubtful')).toHaveLength(1);
  });

  it('is held against shapes that come with it, too', async () => {
    const shapes = collection(
      ...PLOTS.map(({ id, geometry }) => ({ type: 'Feature', geometry, properties: { DKBH: id, YDMJ: 15 } })),
    );
    const { candidate } = await readUpdate(PLAN, [file('plots.geojson', shapes)], 'replace');
    expect(candidate?.layers.plots.map(({ properties }) => properties.netAreaSquareMetres)).toEqual(
      [10_000, 10_000, 10_000, 10_000].map((value) => expect.closeTo(value, 6)),
    );
  });
});

describe('a month', () => {
  it.each([
    ['2023年2月', '2023-02'],
    ['2023年02月份', '2023-02'],
    ['2023/2', '2023-02'],
    ['2023.12', '2023-12'],
    ['2023-02-01', '2023-02'],
    ['2023年2月1日', '2023-02'],
    ['202302', '2023-02'],
    ['20230201', '2023-02'],
    [44_958, '2023-02'],
    ['44958', '2023-02'],
    ['2023-02-01 08:30', '2023-02'],
    ['2023-13', undefined],
    ['二〇二三年', undefined],
    ['2023', undefined],
    [2023, undefined],
    ['99999', undefined],
  ])('%s is %s', (value, month) => {
    expect(readMonth(value)?.month).toBe(month);
  });

  it('of a phase is read from a table, and a count of days is told', async () => {
    const text = '分期编号,名称,投用时间\nP1,一期,2023年2月\nP2,二期,44958\n';
    const { diagnostics, candidate } = await readUpdate(PLAN, [file('分期.csv', text)], 'replace');
    expect(candidate?.layers.phases.map(({ properties }) => properties.opens)).toEqual([
      '2023-02',
      '2023-02',
      undefined,
    ]);
    expect(diagnostics.filter(({ code }) => code === 'month-from-serial')).toMatchObject([{ feature: 'P2' }]);
  });
});

describe('numbers that a spreadsheet spoilt', () => {
  it('are told where digits may be lost, and codes are turned back', async () => {
    const plan = planOf({ plots: [plot('1.00E+05', rectangle(0, 0, 9, 9))] });
    const { plots, of } = await join('地块编号,用地代码\n1.00E+05,9.02E+02\n', plan);
    expect(plots['1.00E+05']?.landUseCode).toBe('0902');
    expect(of('number-scientific')).toMatchObject([{ data: { found: '1.00E+05' } }]);
    expect(of('code-scientific')).toMatchObject([{ data: { found: '9.02E+02' } }]);
  });

  it('leave a plot number with an E in it alone', async () => {
    const plan = planOf({ plots: [plot('1E-05A', rectangle(0, 0, 9, 9))] });
    expect((await join('地块编号,容积率\n1E-05A,2\n', plan)).of('number-scientific')).toEqual([]);
  });
});
