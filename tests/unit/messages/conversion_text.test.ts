import { beforeAll, describe, expect, test } from 'vitest';
import type { ConversionEntry } from '../../../src/core/plan/types.ts';
import { readPlan } from '../../../src/core/read/read_plan.ts';
import { writePlan } from '../../../src/core/read/write_plan.ts';
import { conversionLine } from '../../../src/messages/conversion_text.ts';
import { loadReadingMessages } from '../../../src/messages/reading.ts';
import { planOf } from '../../support/sample_plan.ts';

beforeAll(async () => {
  await loadReadingMessages('zh-CN');
  await loadReadingMessages('en');
});

const shift = {
  plane: 'EPSG:4548',
  a: 1,
  b: 0,
  eastMetres: -57.3,
  northMetres: 42.1,
  evidence: { by: 'shape', count: 1204, rmsMetres: 0.0034, maxMetres: 0.012 },
} as const;
const turn = (23.5 * Math.PI) / 180;

describe('an entry of the history about coordinates', () => {
  test.each<[ConversionEntry | string, string, string]>([
    [
      { source: '地块.shp', crs: 'EPSG:4527', how: 'declared' },
      '地块.shp：由 CGCS2000 3° 带 第 39 带（横坐标带带号） · EPSG:4527 换算为经纬度（按文件声明）',
      '地块.shp: converted to degrees from CGCS2000, 3° zone 39 (number in the easting) · EPSG:4527 (as stated)',
    ],
    [
      { source: 'a', crs: 'EPSG:2384', how: 'recognised', swapped: true },
      'a：由 西安 80 3° 带 中央经线 117°（横坐标不带带号） · EPSG:2384 换算为经纬度（按数值识别），坐标轴对调，未做基准转换',
      'a: converted to degrees from Xian 1980, 3° zone around 117°E (no number) · EPSG:2384 (recognised); axes swapped; datum not shifted',
    ],
    [
      { source: 'a', crs: 'EPSG:4610', how: 'declared' },
      'a：按 西安 80 经纬度 · EPSG:4610 原样采用（按文件声明），未做基准转换',
      'a: taken as they stand in Xian 1980, longitude and latitude · EPSG:4610 (as stated); datum not shifted',
    ],
    [
      { source: 'a', crs: 'GCJ-02@EPSG:4548', how: 'chosen' },
      'a：由 GCJ-02，投影写作 CGCS2000 3° 带 中央经线 117°（横坐标不带带号） · EPSG:4548 逐点还原（人工选择）',
      'a: restored point by point from GCJ-02, projected to CGCS2000, 3° zone around 117°E (no number) · EPSG:4548 (chosen)',
    ],
    [
      { source: 'a', crs: 'EPSG:4548', how: 'chosen', transform: shift },
      'a：由 CGCS2000 3° 带 中央经线 117°（横坐标不带带号） · EPSG:4548 换算为经纬度（人工选择），再在 EPSG:4548 平面内平移：东 −57.300 m、北 +42.100 m，依据 1,204 个形状相同的要素，残差中误差 0.003 m，最大 0.012 m',
      'a: converted to degrees from CGCS2000, 3° zone around 117°E (no number) · EPSG:4548 (chosen); then shifted within EPSG:4548: −57.300 m east, +42.100 m north; by 1,204 features of the same shape, residuals 0.003 m RMS, 0.012 m at most',
    ],
    [
      {
        source: 'a',
        how: 'chosen',
        transform: {
          ...shift,
          a: 1.00008 * Math.cos(turn),
          b: 1.00008 * Math.sin(turn),
          evidence: { ...shift.evidence, by: 'control-points', count: 3 },
        },
      },
      'a：由独立坐标系换算为经纬度（人工选择），旋转 23.50000°、尺度 +80.0 ppm、平移东 −57.300 m、北 +42.100 m，至 CGCS2000 3° 带 中央经线 117°（横坐标不带带号） · EPSG:4548，依据 3 个控制点，残差中误差 0.003 m，最大 0.012 m',
      'a: converted to degrees from a local grid (chosen); rotation 23.50000°, scale +80.0 ppm, shift −57.300 m east, +42.100 m north, to CGCS2000, 3° zone around 117°E (no number) · EPSG:4548; by 3 control points, residuals 0.003 m RMS, 0.012 m at most',
    ],
    [
      '旧.json: EPSG:4527 → WGS 84 (declared)',
      '旧.json: EPSG:4527 → WGS 84 (declared)',
      '旧.json: EPSG:4527 → WGS 84 (declared)',
    ],
  ])('is said in the reader’s language, and what was kept as text stays (%#)', (entry, chinese, english) => {
    expect(conversionLine(entry, 'zh-CN')).toBe(chinese);
    expect(conversionLine(entry, 'en')).toBe(english);
  });

  test('comes back from a plan’s folder as it was, also as text, and a broken one is told', () => {
    const entries = [{ source: 'a', crs: 'EPSG:4548', how: 'chosen' as const, transform: shift }, 'old: text'];
    const reread = (coordinates: unknown[]) => {
      const plan = planOf({});
      const history = [{ at: '2026-01-01', files: [], coordinates: coordinates as string[] }];
      const files = writePlan({ ...plan, manifest: { ...plan.manifest, history } });
      return readPlan(files.map(({ name, text }) => ({ name, bytes: new TextEncoder().encode(text) })));
    };
    expect(reread(entries).plan?.manifest.history?.[0]?.coordinates).toEqual(entries);
    expect(reread([7]).diagnostics.map(({ severity }) => severity)).toContain('error');
  });
});
