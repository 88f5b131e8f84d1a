import { describe, expect, test } from 'vitest';
import type { Plan } from '../../../src/core/plan/types.ts';
import { messagesOf } from '../../../src/messages/index.ts';
import type { PictureSheetInput } from '../../../src/sheet/picture_sheet.ts';
import { chooseScaleBar, roundScaleUp } from '../../../src/sheet/scale_bar.ts';
import { INITIAL_VIEW } from '../../../src/state/view.ts';
import { fittingScale, pictureNotes, safeFileName, wholePlanView } from '../../../src/ui/take_away/picture_choices.ts';

const PLAN: Plan = {
  manifest: {
    id: 'park',
    title: { zh: '园区', en: 'Park' },
    version: '1',
    date: '2026-01-01',
    status: 'draft',
    measuringCrs: 'EPSG:4548',
    bounds: [117.08, 31.8, 117.16, 31.86],
    layers: {},
  },
  layers: {
    zones: [],
    phases: [],
    water: [],
    green: [],
    roads: [],
    metro: [],
    plots: [],
    buildings: [],
    landmarks: [],
  },
};
const SHEET: PictureSheetInput = {
  format: { kind: 'paper', paper: 'A3', orientation: 'landscape' },
  language: 'zh-CN',
  appearance: 'light',
  title: '图',
  manifest: PLAN.manifest,
  notes: [],
};

describe('scales', () => {
  test.each([
    [9_999, 10_000],
    [10_000.01, 10_000],
    [10_100, 12_500],
    [1, 500],
    [120_000, 150_000],
  ])('1:%d is rounded up to 1:%d', (scale, round) => {
    expect(roundScaleUp(scale)).toBe(round);
  });

  test('a sheet as large as the screen needs the scale of the screen, half of it twice that', () => {
    const width = ((400 * 96) / 25.4) * 1;
    const whole = fittingScale(SHEET, 10_000, { width: width / 2, height: 10 });
    expect(fittingScale(SHEET, 10_000, { width, height: 10 })).toBeCloseTo(whole * 2, 6);
    // A map 400 mm wide on the screen, printed 400 mm wide.
    expect(fittingScale(SHEET, 10_000, { width, height: 10 })).toBeCloseTo(10_000, -3);
  });

  test('the whole plan fits at its scale and would not at the next larger one', () => {
    const whole = wholePlanView(SHEET, PLAN);
    expect(whole).toMatchObject({ longitude: 117.12, scaleDenominator: 30_000 });
    expect(whole?.latitude).toBeCloseTo(31.83, 10);
  });

  test.each([0.37, 1, 4.2, 12.5, 999])('a bar at %d m a millimetre is round, and as long as it may be', (metres) => {
    const bar = chooseScaleBar(metres, 60);
    expect(bar.lengthMillimetres).toBeLessThanOrEqual(60);
    expect(bar.lengthMillimetres).toBeGreaterThan(60 / 2.5 - 1e-9);
    expect(bar.lengthMillimetres * metres).toBeCloseTo(bar.lengthMetres, 6);
    expect([1, 2, 5]).toContain(bar.lengthMetres / 10 ** Math.floor(Math.log10(bar.lengthMetres) + 1e-9));
  });
});

test('a picture says which filters, phase and unpublished update it shows', () => {
  const view = {
    ...INITIAL_VIEW,
    filters: { classes: ['a'], height: { from: 24, to: 60 }, far: { from: 2 } },
    timelineStep: 3,
  };
  const notes = pictureNotes(view, { kind: 'accepted', at: '', files: ['a.geojson'] }, messagesOf('zh-CN'));
  expect(notes).toHaveLength(3);
  expect(notes[0]).toContain('24 – 60');
  expect(notes[0]).toContain('≥ 2');
  expect(notes[1]).toContain('3');
  expect(notes[2]).toContain('a.geojson');
  expect(pictureNotes(INITIAL_VIEW, { kind: 'published' }, messagesOf('zh-CN'))).toEqual([]);
});

test.each([
  ['../../etc/passwd', 'etc-passwd'],
  ['a:b*c?"<>|\u0000', 'a-b-c'],
  ['规划图 1.0.0', '规划图 1.0.0'],
  ['///', 'map'],
])('%j is saved as %j', (text, name) => {
  expect(safeFileName(text, 'map')).toBe(name);
});
