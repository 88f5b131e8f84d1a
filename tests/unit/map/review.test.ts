import { join } from 'node:path';
import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec';
import { describe, expect, test } from 'vitest';
import { PLOT_CHANGE_KINDS } from '../../../src/core/compare/types.ts';
import type { Plan, Plot } from '../../../src/core/plan/types.ts';
import { comparePlansWhole } from '../../../src/core/review.ts';
import { REVIEW_LOOKS, reviewHatch } from '../../../src/map/review/review_kinds.ts';
import { candidateFeatures, markFeatures } from '../../../src/map/review/review_layers.ts';
import { reviewMarksOf } from '../../../src/map/review/review_marks.ts';
import { createSceneBuilder } from '../../../src/map/scene.ts';
import { mapPalette } from '../../../src/map/style/palette.ts';
import type { ReviewDrawing } from '../../../src/state/review_drawing.ts';
import { inputOf, planOfFolder } from './scenes.ts';

const before = planOfFolder(join(import.meta.dirname, '../../../data/geojson'));

function withPlots(change: (plots: Plot[]) => Plot[]): Plan {
  return { ...before, layers: { ...before.layers, plots: change([...before.layers.plots]) } };
}
const plotAt = (index: number): Plot => {
  const plot = before.layers.plots[index];
  if (!plot) throw new Error('The plan has too few plots.');
  return plot;
};
/** One plot gone, one under another number, one with another limit. */
const after = withPlots(([, second, third, ...rest]) => {
  if (!second || !third) throw new Error('The plan has too few plots.');
  return [{ ...second, id: 'NEW-1' }, { ...third, properties: { ...third.properties, farMax: 9 } }, ...rest];
});

function drawing(change: Partial<ReviewDrawing> = {}): ReviewDrawing {
  const comparison = comparePlansWhole(before, after);
  const marks = reviewMarksOf(comparison.changes, comparison, before, after);
  return { marks, kinds: new Set(), candidates: [], mode: 'changes', isBlinkAtNew: false, ...change };
}

describe('marks of an update', () => {
  test('a plot under another number is one mark with both numbers, not a removed and an added one', () => {
    const own = drawing().marks.filter(({ feature }) => [plotAt(1).id, 'NEW-1'].includes(feature));
    expect(own.map(({ kind, label }) => [kind, label])).toEqual([['renumbered', `${plotAt(1).id} → NEW-1`]]);
  });

  test('a removed plot keeps its old shape, a re-rated one has its new shape only', () => {
    const { marks } = drawing();
    const removed = marks.filter(({ kind }) => kind === 'removed');
    expect(removed.map(({ feature, geometry }) => [feature, geometry])).toEqual([[plotAt(0).id, plotAt(0).geometry]]);
    expect(marks.filter(({ kind }) => kind === 'rerated').map(({ isOld }) => isOld)).toEqual([false]);
  });

  test('a plot with another shape is drawn twice: as it was, and as it becomes', () => {
    const moved = withPlots(([first, ...rest]) => {
      if (first?.geometry.type !== 'Polygon') throw new Error('The first plot is no polygon.');
      const [ring = []] = first.geometry.coordinates;
      const coordinates = [ring.map(([x = 0, y = 0]) => [x + 0.0002, y] as [number, number])];
      return [{ ...first, geometry: { type: 'Polygon', coordinates } }, ...rest];
    });
    const comparison = comparePlansWhole(before, moved);
    const marks = reviewMarksOf(comparison.changes, comparison, before, moved);
    expect(marks.map(({ kind, isOld }) => [kind, isOld])).toEqual([
      ['reshaped', true],
      ['reshaped', false],
    ]);
  });
});

describe('the scene under review', () => {
  const candidate = { index: 0, label: 'A', geometry: plotAt(0).geometry };

  test.each([true, false])('is a valid style with its marks and candidates (dark: %s)', (dark) => {
    const build = createSceneBuilder();
    const scene = build(inputOf(before, {}, { dark, review: drawing({ candidates: [candidate] }) }));
    expect(validateStyleMin(scene.style)).toEqual([]);
    const known = new Set(scene.hatches.map(({ id }) => id));
    for (const kind of PLOT_CHANGE_KINDS) {
      const hatch = reviewHatch(kind, dark);
      if (hatch) expect(known).toContain(hatch.id);
    }
  });

  test('has not one layer more than before when the review is over', () => {
    const build = createSceneBuilder();
    const plain = build(inputOf(before)).style.layers.length;
    expect(build(inputOf(before, {}, { review: drawing() })).style.layers.length).toBeGreaterThan(plain);
    expect(build(inputOf(before)).style.layers).toHaveLength(plain);
  });

  test('keeps its data while only how the marks are drawn changes, so that nothing is cut into tiles again', () => {
    const build = createSceneBuilder();
    const review = drawing();
    const shown = build(inputOf(before, {}, { review })).style.sources.review;
    const hidden = build(inputOf(before, {}, { review: { ...review, mode: 'after', kinds: new Set(['removed']) } }))
      .style.sources.review;
    if (shown?.type !== 'geojson' || hidden?.type !== 'geojson') throw new Error('There is no source of marks.');
    expect(hidden.data).toBe(shown.data);
  });
});

test('every kind has a colour of 4.5 : 1 on the map’s paper, light and dark, and hatches differ', () => {
  const luminance = (colour: string): number => {
    const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
      const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
      return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const contrast = (one: string, other: string): number => {
    const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  };
  for (const look of Object.values(REVIEW_LOOKS)) {
    expect(contrast(look.light, mapPalette(false).halo)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(look.dark, mapPalette(true).halo)).toBeGreaterThanOrEqual(4.5);
  }
  const hatches = Object.values(REVIEW_LOOKS).flatMap(({ hatch }) => (hatch ? [JSON.stringify(hatch)] : []));
  expect(new Set(hatches).size).toBe(hatches.length);
});

test('names of candidates stand at different places, and old outlines are told from new ones', () => {
  const { geometry } = plotAt(0);
  const { features } = candidateFeatures([
    { index: 0, label: 'A', geometry },
    { index: 1, label: 'B', geometry },
  ]);
  const places = features.filter(({ properties }) => 'label' in properties).map(({ geometry: at }) => at);
  expect(places[0]).not.toEqual(places[1]);
  const marks = markFeatures([{ kind: 'reshaped', change: 'a', isOld: true, layer: 'plots', feature: 'a', geometry }]);
  expect(marks.features[0]?.properties).toMatchObject({ kind: 'reshaped', old: true });
});
