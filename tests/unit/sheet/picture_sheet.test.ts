import { describe, expect, test } from 'vitest';
import type { Manifest } from '../../../src/core/plan/types.ts';
import type { Theme } from '../../../src/core/theme/types.ts';
import { layOutPicture, type PictureFormat } from '../../../src/sheet/picture_layout.ts';
import { buildPictureSheet, type PictureSheetInput, planPictureSheet } from '../../../src/sheet/picture_sheet.ts';

const MANIFEST: Manifest = {
  id: 'test-park',
  title: { zh: '试验园区', en: 'Test park' },
  version: '2.1.0',
  date: '2026-05-04',
  status: 'indicative',
  organisation: { zh: '规划处', en: 'Planning office' },
  mapApprovalNumber: '皖S(2026)1号',
  measuringCrs: 'EPSG:4548',
  layers: {},
  sources: [{ id: 'a', title: { zh: '来源甲', en: 'Source A' }, confidence: 'M' }],
};

function themeOf(count: number): Theme {
  const classes = Array.from({ length: count }, (_, index) => ({
    id: `class-${index}`,
    label: { kind: 'range' as const, from: index * 10, to: (index + 1) * 10 },
    colour: '#ff8800',
    features: [`plot-${index}`],
    areasSquareMetres: [12_340],
  }));
  return {
    id: 'height',
    layer: 'plots',
    unit: 'metres',
    areaBasis: 'net',
    classes,
    classOf: new Map(classes.map((_, index) => [`plot-${index}`, index])),
  };
}

function inputOf(change: Partial<PictureSheetInput> = {}): PictureSheetInput {
  return {
    format: { kind: 'paper', paper: 'A3', orientation: 'landscape' },
    language: 'zh-CN',
    appearance: 'light',
    title: '高度控制图',
    manifest: MANIFEST,
    legend: themeOf(5),
    notes: [],
    ...change,
  };
}

/** What a map captured at 1:N and 300 dpi says of itself. */
function mapAt(scaleDenominator: number) {
  return { metresPerPixel: (scaleDenominator * 0.0254) / 300, bearing: 0, pitch: 0 };
}

describe('size of a picture', () => {
  test.each([
    ['A4', 'landscape', 3508, 2480],
    ['A4', 'portrait', 2480, 3508],
    ['A3', 'landscape', 4961, 3508],
    ['A3', 'portrait', 3508, 4961],
  ] as const)('%s %s at 300 dpi has exactly the pixels a printer expects', (paper, orientation, width, height) => {
    const { widthPixels, heightPixels, dotsPerInch } = planPictureSheet(
      inputOf({ format: { kind: 'paper', paper, orientation } }),
    );
    expect([widthPixels, heightPixels, dotsPerInch]).toEqual([width, height, 300]);
  });

  test('a screen picture at ×2 has twice the pixels and the same layout', () => {
    const format: PictureFormat = { kind: 'screen', widthCssPixels: 1200, heightCssPixels: 800, pixelRatio: 1 };
    const content = { legendRows: 6, hasSubtitle: true, noteLines: 2 };
    const once = layOutPicture(format, content);
    const twice = layOutPicture({ ...format, pixelRatio: 2 }, content);
    expect(Math.abs(twice.widthPixels - once.widthPixels * 2)).toBeLessThanOrEqual(1);
    expect(twice.map.width).toBeCloseTo(once.map.width, 0);
    expect(twice.pixelRatio).toBe(2);
  });

  test.each([
    [734, 700, 8],
    [1400, 800, 8],
    [480, 400, 60],
    [1920, 1080, 0],
  ])('a screen picture keeps the map of %i × %i, with %i rows of a legend around it', (width, height, legendRows) => {
    const format: PictureFormat = { kind: 'screen', widthCssPixels: width, heightCssPixels: height, pixelRatio: 2 };
    const layout = layOutPicture(format, { legendRows, hasSubtitle: true, noteLines: 5 });
    const { mapFrame, map, legend, footer } = layout;
    expect([mapFrame.widthPixels, mapFrame.heightPixels]).toEqual([width * 2, height * 2]);
    expect(mapFrame.xPixels + mapFrame.widthPixels).toBeLessThan(layout.widthPixels);
    expect(map.y + map.height).toBeLessThan(footer.y);
    expect(footer.y + footer.height).toBeLessThan(layout.heightMillimetres);
    if (legend) {
      const isBeside = legend.x > map.x + map.width;
      expect(isBeside || legend.y > map.y + map.height).toBe(true);
      expect(legend.y + legend.height).toBeLessThan(footer.y);
      expect(legend.x + legend.width).toBeLessThan(layout.widthMillimetres);
    }
  });

  test.each(['landscape', 'portrait'] as const)('furniture never overlaps the map on %s sheets', (orientation) => {
    for (const legendRows of [0, 3, 60]) {
      const format: PictureFormat = { kind: 'paper', paper: 'A4', orientation };
      const layout = layOutPicture(format, { legendRows, hasSubtitle: true, noteLines: 5 });
      const { map, header, footer, legend } = layout;
      expect(map.y).toBeGreaterThan(header.y + header.height);
      expect(map.y + map.height).toBeLessThan(footer.y);
      expect(map.height).toBeGreaterThan(layout.heightMillimetres * 0.35);
      if (legend && orientation === 'landscape') expect(legend.x).toBeGreaterThan(map.x + map.width);
      if (legend && orientation === 'portrait') expect(legend.y).toBeGreaterThan(map.y + map.height);
    }
  });
});

describe('scale', () => {
  test.each([2000, 5000, 10_000, 12_500, 50_000])(
    'at 1:%i the bar on paper times N is its length on the ground',
    (scale) => {
      const { svg, scaleDenominator } = buildPictureSheet(inputOf(), mapAt(scale));
      const millimetres = Number(/data-scale-bar="([\d.]+)"/.exec(svg)?.[1]);
      const metres = Number(/data-scale-metres="(\d+)"/.exec(svg)?.[1]);
      expect((millimetres * scale) / 1000).toBeCloseTo(metres, 1);
      expect(scaleDenominator).toBeCloseTo(scale, 6);
      expect(svg).toContain(`1:${scale.toLocaleString('zh-CN')}`);
    },
  );

  test('a tilted view states no 1:N and says where its bar is true', () => {
    const { svg, scaleDenominator } = buildPictureSheet(inputOf(), { ...mapAt(10_000), pitch: 45 });
    expect(scaleDenominator).toBeUndefined();
    expect(svg).not.toContain('1:10,000');
    expect(svg).toContain('比例仅在图面中心处成立');
  });

  test('a screen picture states no 1:N, because it has no size on paper', () => {
    const format: PictureFormat = { kind: 'screen', widthCssPixels: 1200, heightCssPixels: 800, pixelRatio: 1 };
    const { svg, scaleDenominator } = buildPictureSheet(inputOf({ format }), mapAt(10_000));
    expect(scaleDenominator).toBeUndefined();
    expect(svg).not.toMatch(/>1:\d/);
    expect(svg).toContain('data-scale-bar');
  });
});

describe('furniture', () => {
  test('the legend explains the lines that are drawn below its classes, and never in place of them', () => {
    const symbols = [{ mark: 'dash-dot' as const, colour: '#123456', label: '分期界线 <b>' }];
    const { svg } = buildPictureSheet(inputOf({ symbols }), mapAt(10_000));
    expect(svg).toMatch(/<line [^>]*stroke="#123456"[^>]*stroke-dasharray/);
    expect(svg).toContain('分期界线 &lt;b&gt;');
    const crowded = buildPictureSheet(inputOf({ symbols, legend: themeOf(200) }), mapAt(10_000)).svg;
    expect(crowded).not.toContain('分期界线');
  });

  test('the north arrow turns against the bearing', () => {
    const { svg } = buildPictureSheet(inputOf(), { ...mapAt(10_000), bearing: 30 });
    expect(svg).toContain('rotate(-30)');
  });

  test('text of the plan and of the person becomes text and never markup', () => {
    const hostile = '<script>alert("1")</script>&\u0000\u001b\ud800';
    const manifest = { ...MANIFEST, organisation: { zh: hostile, en: hostile }, version: hostile };
    const { svg } = buildPictureSheet(
      inputOf({ title: hostile, subtitle: hostile, manifest, notes: [hostile] }),
      mapAt(5000),
    );
    expect(svg).not.toContain('<script');
    expect(svg).toContain('&lt;script&gt;');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the very characters that must not be there.
    expect(svg).not.toMatch(/[\u0000-\u0008\u000e-\u001f]/);
    expect(svg).not.toMatch(/[\ud800-\udfff]/);
  });

  test('version, date, status, organisation and approval number stand on the sheet', () => {
    const { svg } = buildPictureSheet(inputOf({ language: 'en' }), mapAt(5000));
    for (const text of [
      '2.1.0',
      '2026-05-04',
      'Indicative, not a statutory plan',
      'Planning office',
      '皖S(2026)1号',
      'Source A',
    ])
      expect(svg).toContain(text);
  });

  test('a legend states unit, classes, counts and areas with their basis', () => {
    const { svg } = buildPictureSheet(inputOf(), mapAt(5000));
    expect(svg).toContain('0 – 10');
    expect(svg).toContain('>1.2<');
    expect(svg).toContain('面积为净用地面积，按 CGCS2000 椭球面计算');
    expect(svg).toContain('单位：m');
  });

  test('a legend longer than its place says how many classes it leaves out', () => {
    const { svg } = buildPictureSheet(inputOf({ legend: themeOf(200) }), mapAt(5000));
    const left = Number(/另有 (\d+) 类未列出/.exec(svg)?.[1]);
    const listed = svg.match(/<rect [^>]*fill="#ff8800"/g)?.length ?? 0;
    expect(left + listed).toBe(200);
    expect(listed).toBeGreaterThan(20);
  });

  test.each([1, 4, 7, 8, 9, 12])('an upright sheet lists all of %i classes', (count) => {
    const format = { kind: 'paper', paper: 'A4', orientation: 'portrait' } as const;
    const { svg } = buildPictureSheet(inputOf({ format, legend: themeOf(count) }), mapAt(5000));
    expect(svg.match(/<rect [^>]*fill="#ff8800"/g)).toHaveLength(count);
  });

  test('without a legend the map takes its place', () => {
    const { legend: _, ...without } = inputOf();
    expect(planPictureSheet(without).mapFrame.widthPixels).toBeGreaterThan(
      planPictureSheet(inputOf()).mapFrame.widthPixels,
    );
  });
});
