import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { comparePlans } from '../../../src/core/compare/compare_plans.ts';
import type { Plan, Plot, Polygon } from '../../../src/core/plan/types.ts';
import { planOf, plot, rectangle } from '../../support/sample_plan.ts';

const BEFORE = planOf({ plots: [plot('A', rectangle(0, 0, 100, 50), { farMax: 2, townscapeColours: ['#111111'] })] });
const changed = (properties: Plot['properties'], geometry = rectangle(0, 0, 100, 50)) =>
  comparePlans(BEFORE, planOf({ plots: [plot('A', geometry, properties)] })).features;
const SAME = { farMax: 2, townscapeColours: ['#111111'] };

describe('comparing plans', () => {
  test('lists a field with its old and new value, also where it came or went', () => {
    expect(changed({ farMax: 2.5, stage: 'incubator' })).toEqual([
      {
        kind: 'changed',
        layer: 'plots',
        feature: 'A',
        geometryChanged: false,
        fields: [
          { field: 'farMax', before: 2, after: 2.5 },
          { field: 'stage', before: undefined, after: 'incubator' },
          { field: 'townscapeColours', before: ['#111111'], after: undefined },
        ],
      },
    ]);
  });

  test('takes no column that repeats the number for a change, and one that says another number for one', () => {
    expect(changed({ ...SAME, plotNumber: 'A', 地块编号: 'A', id: 'A' } as Plot['properties'])).toEqual([]);
    expect(changed({ ...SAME, 地块编号: 'B' } as Plot['properties'])).toMatchObject([
      { fields: [{ field: '地块编号', before: undefined, after: 'B' }] },
    ]);
  });

  test('gives the difference of area, new minus old, on the ellipsoid', () => {
    const [change] = changed(SAME, rectangle(0, 0, 101, 50));
    expect(change).toMatchObject({ kind: 'changed', geometryChanged: true, fields: [] });
    expect(change?.kind === 'changed' && change.areaDifferenceSquareMetres).toBeCloseTo(50, 1);
  });

  test('does not take a ring’s start and direction for a change', () => {
    const [ring = []] = rectangle(0, 0, 100, 50).coordinates;
    const open = ring.slice(0, -1);
    for (let start = 0; start < open.length; start += 1) {
      const turned = [...open.slice(start), ...open.slice(0, start)];
      for (const points of [turned, [...turned].reverse()]) {
        const closed: Polygon = { type: 'Polygon', coordinates: [[...points, ...points.slice(0, 1)]] };
        expect(changed(SAME, closed)).toEqual([]);
      }
    }
  });

  describe('of one vertex moved', () => {
    const moved = (geometry: Polygon, metres: number): Polygon => {
      const [ring = []] = geometry.coordinates;
      const shifted = ring.map(([x = 0, y = 0], index) => (index === 1 ? [x, y + metres / 110_900] : [x, y]));
      return { type: 'Polygon', coordinates: [shifted] };
    };

    test('by more than a centimetre it is a change, however little the area differs', () => {
      const [change] = changed(SAME, moved(rectangle(0, 0, 100, 50), 0.012));
      expect(change).toMatchObject({ geometryChanged: true });
    });

    test('by less it is none: a conversion and a file’s rounding move as much', () => {
      expect(changed(SAME, moved(rectangle(0, 0, 100, 50), 0.008))).toEqual([]);
      const turned = moved(rectangle(0, 0, 100, 50), 0.008).coordinates.map((ring) => [...ring].reverse());
      expect(changed(SAME, { type: 'Polygon', coordinates: turned })).toEqual([]);
    });

    test('lines and points within a centimetre are the same too, and a line that runs the other way is another', () => {
      const line = (metres: number) =>
        [
          [117.1, 31.8 + metres / 110_900],
          [117.2, 31.9],
        ] as [number, number][];
      const roads = (coordinates: [number, number][]) =>
        planOf({
          roads: [{ type: 'Feature', id: 'R', properties: {}, geometry: { type: 'LineString', coordinates } }],
        });
      const kinds = (after: [number, number][]) => comparePlans(roads(line(0)), roads(after)).features.length;
      expect([kinds(line(0.008)), kinds(line(0.012)), kinds([...line(0)].reverse())]).toEqual([0, 1, 1]);
    });
  });

  test('tells changes of the manifest by pointer', () => {
    const after = { ...BEFORE, manifest: { ...BEFORE.manifest, version: '2', title: { zh: '样例', en: 'Other' } } };
    expect(comparePlans(BEFORE, after).manifest).toEqual([
      { field: '/title/en', before: 'Sample', after: 'Other' },
      { field: '/version', before: '1', after: '2' },
    ]);
    const accepted = [{ key: 'plot-gap|A', reason: '地下通道' }];
    expect(
      comparePlans(BEFORE, { ...BEFORE, manifest: { ...BEFORE.manifest, checks: { accepted } } }).manifest,
    ).toEqual([{ field: '/checks/accepted', before: undefined, after: accepted }]);
  });
});

const side = fc.integer({ min: 1, max: 3 });
const somePlot = fc
  .tuple(
    fc.constantFrom('A', 'B', 'C', 'D', '__proto__'),
    side,
    fc.option(fc.integer({ min: 1, max: 2 }), { nil: undefined }),
  )
  .map(([id, width, farMax]) => plot(id, rectangle(0, 0, width, 1), farMax === undefined ? {} : { farMax }));
const somePlan: fc.Arbitrary<Plan> = fc
  .uniqueArray(somePlot, { selector: ({ id }) => id, maxLength: 5 })
  .map((plots) => planOf({ plots }));
const reversed = (plan: Plan): Plan => ({
  ...plan,
  layers: {
    ...plan.layers,
    plots: plan.layers.plots
      .map((one) => ({ ...one, properties: Object.fromEntries(Object.entries(one.properties).reverse()) }))
      .reverse(),
  },
});

describe('for any two plans', () => {
  test('a plan has no changes against itself, in whatever order it stands', () => {
    fc.assert(
      fc.property(somePlan, (plan) => {
        expect(comparePlans(plan, structuredClone(reversed(plan)))).toEqual({ features: [], manifest: [] });
      }),
    );
  });

  test('the order of features does not matter', () => {
    fc.assert(
      fc.property(somePlan, somePlan, (a, b) => {
        expect(comparePlans(reversed(a), reversed(b))).toEqual(comparePlans(a, b));
      }),
    );
  });

  test('swapping them swaps added and removed, old and new', () => {
    fc.assert(
      fc.property(somePlan, somePlan, (a, b) => {
        const turned = comparePlans(b, a).features.map((change) => {
          if (change.kind === 'added') return { ...change, kind: 'removed' };
          if (change.kind === 'removed') return { ...change, kind: 'added' };
          const fields = change.fields.map(({ field, before, after }) => ({ field, before: after, after: before }));
          const { areaDifferenceSquareMetres: difference, ...rest } = change;
          return { ...rest, fields, ...(difference !== undefined && { areaDifferenceSquareMetres: 0 - difference }) };
        });
        expect(turned).toEqual(comparePlans(a, b).features);
      }),
    );
  });
});
