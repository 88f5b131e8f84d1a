import { describe, expect, test } from 'vitest';
import { readPlots } from '../../support/exported_plots.ts';
import { collection, file, planOf, plot, rectangle } from '../../support/sample_plan.ts';

type Metres = readonly [east: number, north: number];

/** Plots of many widths in rows, so that none lies where another did. */
function plots(count: number, shiftOf: (index: number) => Metres = () => [0, 0]) {
  return Array.from({ length: count }, (_, index) => {
    const [row, column] = [Math.floor(index / 8), index % 8];
    const [east, north] = shiftOf(index);
    return plot(`P${index}`, rectangle(137 * column + 5 * row + east, 91 * row + north, 60 + index, 50 + (index % 7)));
  });
}

/** What is said of where plots lie that were shifted so. */
async function read(count: number, shiftOf: (index: number) => Metres) {
  const { coordinates, codes } = await readPlots(
    file('plots.geojson', collection(...plots(count, shiftOf))),
    {},
    planOf({ plots: plots(count) }),
  );
  return { proposal: coordinates?.proposal, codes: codes.filter((code) => code.startsWith('coordinates-mixed')) };
}

/** Many directions, the same ones every time. */
const around = (index: number, metres: number): Metres => [
  metres * Math.cos(index * 2.4),
  metres * Math.sin(index * 2.4),
];

describe('a shift of the whole source', () => {
  test.each<[string, number, (index: number) => Metres]>([
    ['of a third of a metre', 40, () => [0.35, 0]],
    ['that hardly scatters', 40, (index) => [0.4 + around(index, 0.1)[0], around(index, 0.1)[1]]],
    ['of four in five', 40, (index) => [index < 34 ? 0.4 : 0, 0]],
    ['of four kilometres', 40, () => [4000, 0]],
    [
      'that more than half have to the metre',
      40,
      (index) => (index < 22 ? [50, 0] : [50 + around(index, 15)[0], around(index, 15)[1]]),
    ],
  ])('%s is proposed', async (_, count, shiftOf) => {
    expect((await read(count, shiftOf)).proposal).toMatchObject({ kind: 'constantShift' });
  });

  test.each<[string, number, (index: number) => Metres]>([
    ['of a quarter of a metre', 40, () => [0.25, 0]],
    ['that scatters by half of itself', 40, (index) => [0.4, index % 2 === 0 ? 0.18 : -0.18]],
    ['of seven in ten', 40, (index) => [index < 28 ? 0.4 : 0, 0]],
    ['of six kilometres', 40, () => [6000, 0]],
    [
      'that fewer than half have to the metre',
      40,
      (index) => (index < 16 ? [50, 0] : [50 + around(index, 15)[0], around(index, 15)[1]]),
    ],
    [
      'from which a third lies far off',
      40,
      (index) => (index < 24 ? [50, 0] : [50 + around(index, 70)[0], around(index, 70)[1]]),
    ],
  ])('%s is not', async (_, count, shiftOf) => {
    expect((await read(count, shiftOf)).proposal).toBeUndefined();
  });

  test.each([
    [14, false],
    [20, true],
    [240, true],
    [260, false],
  ])('of %d m is like an older datum’s: %s', async (metres, isLike) => {
    expect((await read(40, () => [metres, 0])).proposal).toMatchObject({ isLikeOlderDatum: isLike });
  });
});

describe('a part of the source that lies off', () => {
  const first = (count: number, shift: Metres) => (index: number) => (index < count ? shift : ([0, 0] as const));
  test.each<[string, number, (index: number) => Metres]>([
    ['five of twelve by a hundred metres', 12, first(5, [100, 0])],
    ['a quarter by six decimetres', 40, first(10, [0.6, 0])],
    ['ten of forty by a metre', 40, first(10, [1, 0])],
    ['sixteen of eighty by a metre', 80, first(16, [1, 0])],
  ])('is told: %s', async (_, count, shiftOf) => {
    expect((await read(count, shiftOf)).codes).toEqual(['coordinates-mixed']);
  });

  test.each<[string, number, (index: number) => Metres]>([
    ['three of twelve by a hundred metres', 12, first(3, [100, 0])],
    [
      'ten by a hundred metres and each by ten of its own',
      40,
      (index) => (index < 10 ? [100 + around(index, 10)[0], around(index, 10)[1]] : [0, 0]),
    ],
    ['a quarter by four decimetres', 40, first(10, [0.4, 0])],
    ['eight of forty by a metre', 40, first(8, [1, 0])],
    ['ten of eighty by a metre', 80, first(10, [1, 0])],
  ])('is not: %s', async (_, count, shiftOf) => {
    expect((await read(count, shiftOf)).codes).toEqual([]);
  });
});
