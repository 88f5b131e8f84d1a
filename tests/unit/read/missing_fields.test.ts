import { expect, test } from 'vitest';
import type { Plan } from '../../../src/core/plan/types.ts';
import { everyIssue } from '../../../src/core/read/compact_issues.ts';
import { historyEntryOf } from '../../../src/core/read/history_entry.ts';
import type { ReadUpdateOptions } from '../../../src/core/read/read_update.ts';
import { readUpdate } from '../../../src/core/read/read_update.ts';
import type { UpdateMode } from '../../../src/core/read/types.ts';
import { formatFinding } from '../../../src/messages/format_finding.ts';
import { writeIssueListCsv } from '../../../src/sheet/issue_list.ts';
import { collection, file, phase, planOf, plot, rectangle } from '../../support/sample_plan.ts';

const SHAPES = [rectangle(0, 0, 100, 100), rectangle(100, 0, 100, 100)] as const;
const PLAN = planOf({
  plots: [
    plot('A', SHAPES[0], { farMax: 2, setbackMinMetres: 5, name: '甲', source: 'x', confidence: 'L' }),
    plot('B', SHAPES[1], { farMax: 2, setbackMinMetres: 8, 产权单位: '管委会' }),
  ],
  phases: [phase('P1', SHAPES[0], { sequence: 1, name: '一期' })],
});

/** Only numbers, FAR and shapes. */
const FEW = JSON.stringify(collection(plot('A', SHAPES[0], { farMax: 3 }), plot('B', SHAPES[1], { farMax: 3 })));

async function read(text: string, mode: UpdateMode, options: ReadUpdateOptions = {}, plan: Plan = PLAN) {
  const reading = await readUpdate(plan, [file('plots.geojson', text)], mode, options);
  const told = (code: string) => reading.diagnostics.filter((one) => one.code === code);
  return { ...reading, told, plots: reading.candidate?.layers.plots.map(({ properties }) => properties) };
}

const KEPT = [
  { farMax: 3, setbackMinMetres: 5, name: '甲', source: 'x', confidence: 'L' },
  { farMax: 3, setbackMinMetres: 8, 产权单位: '管委会' },
];
const DROPPED = [{ farMax: 3 }, { farMax: 3 }];

test.each([
  ['merge', undefined, KEPT],
  ['replace', undefined, DROPPED],
  ['merge', 'drop', DROPPED],
  ['replace', 'keep', KEPT],
] as const)('%s with what is missing left to %s', async (mode, missingFields, expected) => {
  const { plots } = await read(FEW, mode, { missingFields });
  expect(plots).toEqual(expected);
  const chosen = await read(FEW, mode, missingFields && { choices: { 'plots.geojson': { missingFields } } });
  expect(chosen.plots).toEqual(expected);
});

test('what is kept is told, in the report and in words', async () => {
  const { told, sources } = await read(FEW, 'merge');
  const fields = ['setbackMinMetres', 'name', 'source', 'confidence', '产权单位'];
  expect(sources[0]?.missing).toEqual({ handling: 'keep', layers: [{ layer: 'plots', fields, count: 2 }] });
  const [found] = told('fields-kept');
  expect(found).toMatchObject({ severity: 'info', layer: 'plots', file: 'plots.geojson' });
  expect(found && formatFinding(found, 'zh-CN').text).toContain('建筑退线（setbackMinMetres）、名称（name）');
  expect(told('fields-not-in-file')).toEqual([]);
});

test('what is dropped is a warning, but not that the file is silent on who made the old one', async () => {
  const { told, sources } = await read(FEW, 'replace');
  expect(sources[0]?.missing?.handling).toBe('drop');
  const [found, ...more] = told('fields-not-in-file');
  expect(more).toEqual([]);
  expect(found).toMatchObject({ severity: 'warning', layer: 'plots', file: 'plots.geojson' });
  expect(found?.data).toEqual({ fields: ['setbackMinMetres', 'name', '产权单位'], count: 2 });
  expect(found && formatFinding(found, 'zh-CN').text).toMatch(/：建筑退线（setbackMinMetres）、名称（name）/);
});

test('an empty cell of a field the file has takes the value away, and is told', async () => {
  const text = JSON.stringify(
    collection(
      plot('A', SHAPES[0], { farMax: 3 }),
      plot('B', SHAPES[1], { farMax: 3, name: '乙', setbackMinMetres: null as never }),
    ),
  );
  const { told, plots } = await read(text, 'merge');
  expect(plots?.map((one) => one.setbackMinMetres)).toEqual([undefined, undefined]);
  expect(plots?.map((one) => one.name)).toEqual([undefined, '乙']);
  expect(told('values-cleared').map(({ severity, data }) => ({ severity, ...data }))).toEqual([
    { severity: 'warning', field: 'setbackMinMetres', count: 2, example: 'A' },
    { severity: 'warning', field: 'name', count: 1, example: 'A' },
  ]);
  // The saved issue list has a line for each of them.
  const [head, ...lines] = writeIssueListCsv(told('values-cleared'), 'zh-CN').join('').trimEnd().split('\r\n');
  expect(head).toContain('要素');
  expect(lines).toHaveLength(3);
  expect(lines[1]).toMatch(/,2,B,.*setbackMinMetres/);
});

test('what only says in other words what the file changes does not stay behind', async () => {
  const plan = planOf({
    plots: [
      plot('A', SHAPES[0], {
        landUseCode: '0902',
        landUseScheme: 'guide-2023',
        landUseName: '商务金融用地',
        name: '甲',
        nameEn: 'First',
      }),
      plot('B', SHAPES[1], { landUseCode: '0902', landUseName: '商务', landUseScheme: 'guide-2023' }),
    ],
  });
  const text = JSON.stringify(
    collection(
      plot('A', SHAPES[0], { landUseCode: 'M1', name: '乙' }),
      plot('B', SHAPES[1], { landUseCode: '0902', name: '丙' }),
    ),
  );
  const { told, plots } = await read(text, 'merge', {}, plan);
  expect(plots).toEqual([
    { landUseCode: 'M1', name: '乙' },
    { landUseCode: '0902', name: '丙', landUseName: '商务', landUseScheme: 'guide-2023' },
  ]);
  expect(told('value-outdated').map(({ data }) => data.field)).toEqual(['landUseScheme', 'landUseName', 'nameEn']);
  const each = [...everyIssue(told('value-outdated'))];
  expect(each.map(({ feature, pointer, data }) => [feature, pointer, data.field, data.found])).toContainEqual([
    'A',
    '/features/0',
    'landUseName',
    '"商务金融用地"',
  ]);
  expect(formatFinding(each[0] as (typeof each)[0], 'zh-CN').text).toContain('要素 A 的');
});

test('a field the layer must have is the present one where the file has none', async () => {
  const text = JSON.stringify(collection({ ...PLAN.layers.phases[0], properties: { name: '首期' } } as never));
  const { candidate } = await readUpdate(PLAN, [file('phases.geojson', text)], 'merge');
  expect(candidate?.layers.phases[0]?.properties).toEqual({ name: '首期', sequence: 1 });
});

test('what a table of the same update gives is not missing, and a table takes none away', async () => {
  const table = file('指标.csv', '地块编号,退线,名称,产权单位\nA,9,甲二,国资\nB,,乙,国资\n');
  const both = await readUpdate(PLAN, [file('plots.geojson', FEW), table], 'replace');
  expect(both.diagnostics.filter(({ code }) => code === 'fields-not-in-file')).toEqual([]);
  const { diagnostics } = await readUpdate(PLAN, [file('指标.csv', '地块编号,容积率\nA,3\nB,3\n')], 'replace');
  expect(diagnostics.filter(({ code }) => code === 'fields-not-in-file')).toEqual([]);
});

test('features that are new to the plan have nothing to keep', async () => {
  const { sources, plots } = await read(JSON.stringify(collection(plot('C', SHAPES[0]))), 'merge');
  expect(sources[0]?.missing).toBeUndefined();
  expect(plots?.[2]).toEqual({});
});

test('the history says what was kept and what went', async () => {
  const entry = async (mode: UpdateMode) => historyEntryOf('2026-01-01T00:00:00Z', [], (await read(FEW, mode)).sources);
  const fields = ['setbackMinMetres', 'name', 'source', 'confidence', '产权单位'];
  expect((await entry('merge')).missingFields).toEqual([
    { source: 'plots.geojson', layer: 'plots', fields, count: 2, handling: 'keep' },
  ]);
  expect((await entry('replace')).missingFields).toEqual([
    { source: 'plots.geojson', layer: 'plots', fields, count: 2, handling: 'drop' },
  ]);
});
