import { expect, test } from 'vitest';
import type { Plan } from '../../../src/core/plan/types.ts';
import { loadMessages } from '../../../src/messages/index.ts';
import { valueInWords } from '../../../src/messages/value_words.ts';
import { phase, planOf, rectangle } from '../../support/sample_plan.ts';

const sample = planOf({
  phases: [phase('phase-2', rectangle(0, 0, 10, 10), { sequence: 2, name: '二期', nameEn: 'Phase 2' })],
});
const tone = { code: 'lake-jade', name: '湖光青绿', nameEn: 'Lake jade', colour: '#6fae9a' };
const plan: Plan = {
  ...sample,
  manifest: {
    ...sample.manifest,
    sources: [{ id: 'generated', title: { zh: '示意推定', en: 'Illustrative' }, confidence: 'L' }],
    palette: { townscapeTones: [tone] },
  },
};
const renamed: Plan = {
  ...plan,
  manifest: { ...plan.manifest, palette: { townscapeTones: [{ ...tone, name: '湖色', nameEn: 'Lake green' }] } },
};
await loadMessages('en');
const BANDS = [
  { name: '滨水', measuredFrom: 'phases/phase-2', fromMetres: 0, toMetres: 70, heightMaxMetres: 36 },
  { measuredFrom: 'water/gone', fromMetres: 70, heightMinMetres: 9, heightMaxMetres: 60 },
];

test.each([
  ['plots', 'source', 'generated', '示意推定', 'Illustrative'],
  ['plots', 'source', '某报告', '某报告', '某报告'],
  ['plots', 'townscapeTone', 'lake-jade', '湖光青绿', 'Lake jade'],
  ['plots', 'phase', 'phase-2', '二期', 'Phase 2'],
  ['plots', 'phase', 'toString', 'toString', 'toString'],
  ['plots', 'heightBinding', 'guiding', '指导性', 'Guiding'],
  ['plots', 'note', 'generated', 'generated', 'generated'],
  ['zones', 'kind', 'corridor', '走廊', 'Corridor'],
  ['phases', 'openingStatus', 'planned', '计划投用', 'Planned'],
  ['phases', 'opens', '2026-04', '2026年4月', '2026-04'],
  ['phases', 'stages', ['research', 'other'], ['科创', 'other'], ['Research', 'other']],
  ['landmarks', 'landmarkKind', 'lake', '湖泊', 'Lake'],
  [
    'zones',
    'heightBands',
    BANDS,
    '滨水（距二期 0 – 70 m）不大于 36 m；距gone 70 m 以外不小于 9 m，且不大于 60 m',
    '滨水 (0 – 70 m from Phase 2): at most 36 m; beyond 70 m from gone: at least 9 m and at most 60 m',
  ],
  ['zones', 'heightBands', 'unreadable', 'unreadable', 'unreadable'],
] as const)('of %s, %s %j is said in the reader’s language', (layer, field, value, chinese, english) => {
  expect(valueInWords(value, { layer, field, plans: [plan] }, 'zh-CN')).toEqual(chinese);
  expect(valueInWords(value, { layer, field, plans: [plan] }, 'en')).toEqual(english);
});

test('the newer plan says first what a code is called', () => {
  const context = { layer: 'plots', field: 'townscapeTone', plans: [renamed, plan] } as const;
  expect(valueInWords('lake-jade', context, 'zh-CN')).toBe('湖色');
});
