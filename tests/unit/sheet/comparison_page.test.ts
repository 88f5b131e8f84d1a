import { expect, test } from 'vitest';
import type { Manifest } from '../../../src/core/plan/types.ts';
import { comparePlansWhole } from '../../../src/core/review.ts';
import { messagesOf } from '../../../src/messages/index.ts';
import { comparisonPage } from '../../../src/sheet/comparison_page.ts';
import { planOf, plot, rectangle } from '../../support/sample_plan.ts';

const HOSTILE = '<b>x</b>';
const before = planOf({
  plots: [plot('A', rectangle(0, 0, 100, 100), { farMax: 2 }), plot('B', rectangle(200, 0, 10, 10))],
});
const after = planOf({
  plots: [plot('A', rectangle(0, 0, 100, 100), { farMax: 2.5 }), plot(HOSTILE, rectangle(300, 0, 10, 10))],
});
const options = {
  subtitle: `规划 ${HOSTILE}`,
  manifest: after.manifest,
  nameOf: (_: string, id: string) => id,
  language: 'zh-CN',
} as const;

test('the printed comparison has old value, new value and signed difference, the kinds in the sums, and no markup of a file', () => {
  const { body } = comparisonPage(comparePlansWhole(before, after), options);
  expect(body).toContain('2.00\u00a0→\u00a02.50 (+0.50)');
  // A number is not broken at its hyphen.
  expect(body).toContain('<span class="whole">A</span>');
  expect(body).toMatch(/合计<\/td><td>新增 1、删除 1、指标调整 1/);
  expect(body).not.toContain('<b>');
  expect(body).toContain('&lt;b&gt;x&lt;/b&gt;');
});

test('the printed comparison says how far its plan binds, in the plan’s own words where it has some', () => {
  const bodyOf = (manifest: Partial<Manifest>) =>
    comparisonPage(comparePlansWhole(before, after), { ...options, manifest: { ...after.manifest, ...manifest } }).body;
  expect(bodyOf({ status: 'draft', statusNote: { zh: `征求意见 ${HOSTILE}`, en: '' } })).toContain(
    '草案 · 征求意见 &lt;b&gt;x&lt;/b&gt;',
  );
  const begun = bodyOf({ status: 'draft', statusNote: { zh: '草案，征求意见', en: '' } });
  expect(begun).toContain('>草案，征求意见<');
  const { statusNote: _, ...plain } = after.manifest;
  const { body } = comparisonPage(comparePlansWhole(before, after), {
    ...options,
    manifest: { ...plain, status: 'indicative' },
  });
  const statement = messagesOf('zh-CN').browse.planStatements.indicative;
  expect(body).toContain(statement);
});

test('every printed sheet says at its foot whose plan it tells of and how far that binds, whatever the plan’s title holds', () => {
  const title = { zh: '园区"}</style><b>x</b>', en: '' };
  const manifest: Manifest = { ...after.manifest, title, status: 'indicative' };
  const { css } = comparisonPage(comparePlansWhole(before, after), { ...options, manifest });
  const [, content = ''] = /@bottom-left\{content:"([^"]*)"/.exec(css) ?? [];
  const read = content.replace(/\\([0-9a-f]+) /g, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)));
  expect(read).toBe(`${title.zh} ${manifest.version} · ${messagesOf('zh-CN').browse.planStatements.indicative}`);
  expect(css).not.toContain('<');
});

test('two plans that are the same are said to be so', () => {
  expect(comparisonPage(comparePlansWhole(before, before), options).body).toContain('没有地块变化。');
});
