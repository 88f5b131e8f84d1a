import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Plot } from '../../src/core/plan/types.ts';
import { workbookOf } from '../support/workbook.ts';
import { dropFiles, expectCleanPage, openApp } from './harness.ts';

const folder = join(import.meta.dirname, '../../data/geojson');
const [first, second] = (JSON.parse(readFileSync(join(folder, 'plots.geojson'), 'utf8')) as { features: Plot[] })
  .features;

/** A control plan's table as planning offices make it: a title, a heading of three merged rows, limits with signs, a sum. */
function controlTable(): Uint8Array {
  const row = (number: string | undefined, far: string) => [
    '一期',
    number ?? '',
    '0802',
    '科研用地',
    12.5,
    1,
    far,
    '≤33米',
    { xml: '<c r="@" s="1"><v>0.41</v></c>' },
  ];
  return workbookOf([
    {
      name: '地块指标',
      rows: [
        ['地块控制指标一览表'],
        ['分期', '地块编号', '用地性质', null, '用地面积（亩）', '规划控制指标'],
        [null, null, '代码', '名称', null, '容积率', null, '建筑限高（m）', '建筑密度（≤%）'],
        [null, null, null, null, null, '下限', '上限'],
        row(first?.id, '≤3.21'),
        row(second?.id.replace('-', '－'), '3.22'),
        ['合计', null, null, null, 25],
      ],
      merges: ['A1:I1', 'A2:A4', 'B2:B4', 'C2:D2', 'C3:C4', 'D3:D4', 'E2:E4', 'F2:I2', 'F3:G3', 'H3:H4', 'I3:I4'],
    },
  ]);
}

test('a control plan’s workbook is joined to the plots, shown before it is accepted, within the page’s policy', async () => {
  const app = await openApp({ viewport: { width: 1440, height: 900 } });
  try {
    const { page } = app;
    await dropFiles(page, [{ name: '控规指标.xlsx', content: Buffer.from(controlTable()) }]);
    const accept = page.locator('park-update-review .accept');
    await accept.waitFor();
    await page.locator('park-update-review #tab-changes').click();
    expect(await page.locator('park-update-review .counts').innerText()).toContain('地块\t0\t0\t2');
    const panel = page.locator('park-update-review section');
    expect(await panel.innerText()).toContain('其余字段与未列出的要素都不变');
    expect(await panel.locator('fieldset.mode').count()).toBe(0);
    if (process.env.PICTURE_OF_WORKBOOK) await page.screenshot({ path: process.env.PICTURE_OF_WORKBOOK });
    await accept.click();
    // The update is noted with its file's hash before it is taken in.
    await accept.waitFor({ state: 'detached' });
    const plots = await page
      .locator('park-app')
      .evaluate((element) => Reflect.get(element, 'store').plan.value.layers.plots);
    for (const [plot, far] of [
      [first, 3.21],
      [second, 3.22],
    ] as const)
      expect(plots.find(({ id }: Plot) => id === plot?.id).properties).toMatchObject({
        farMax: far,
        farMin: 1,
        heightMaxMetres: 33,
        densityMaxPercent: 41,
        landUseCode: '0802',
        phase: plot?.properties.phase,
      });
    expectCleanPage(app);
  } finally {
    await app.close();
  }
});
