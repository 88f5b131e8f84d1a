import fc from 'fast-check';
import { expect, test } from 'vitest';
import { analysePlan } from '../../../src/core/analyse.ts';
import { createProjection } from '../../../src/core/measure/index.ts';
import type { Finding } from '../../../src/core/plan/findings.ts';
import type { AnyFeature, Plan } from '../../../src/core/plan/types.ts';
import { readFolderPlan } from '../../support/plans.ts';

const plan = readFolderPlan('tests/data/harbour-park');
const projection = createProjection(plan.manifest.measuringCrs);

const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 3 });
const figure = (max: number) => fc.integer({ min: 0, max: max * 10 }).map((value) => value / 10);
/** What a planner may have mistyped; a field that is not drawn stays as it is. */
const FAULTS = {
  plots: fc.record({
    farMin: maybe(figure(4)),
    farMax: maybe(figure(20)),
    densityMinPercent: maybe(figure(80)),
    densityMaxPercent: maybe(figure(95)),
    greenRatioMinPercent: maybe(figure(60)),
    heightMaxMetres: maybe(figure(60)),
    setbackMinMetres: maybe(figure(20)),
    netAreaSquareMetres: maybe(figure(60_000)),
    gfaSquareMetres: maybe(figure(90_000)),
    landUseCode: maybe(fc.constantFrom('M1', 'R', 'A35', 'B1', 'G1', 'ZZ')),
    stage: maybe(fc.constantFrom('research', 'industry-base')),
  }),
  buildings: fc.record({
    heightMetres: maybe(figure(80)),
    floors: maybe(fc.integer({ min: 0, max: 30 })),
    gfaSquareMetres: maybe(figure(90_000)),
    use: maybe(fc.constantFrom('办公', '厂房')),
  }),
  phases: fc.record({
    sequence: maybe(fc.integer({ min: 1, max: 4 })),
    opens: maybe(fc.constantFrom('2020-01', '2026-06', '2035-12')),
    people: maybe(fc.integer({ min: 0, max: 20_000 })),
    far: maybe(figure(4)),
    gfaSquareMetres: maybe(figure(900_000)),
    netSiteAreaSquareMetres: maybe(figure(400_000)),
  }),
};

function spoilt<F extends AnyFeature>(features: readonly F[], faults: readonly object[]): F[] {
  return features.map((feature, index) => {
    const drawn = Object.entries(faults[index] ?? {}).filter(([, value]) => value !== undefined);
    return { ...feature, properties: { ...feature.properties, ...Object.fromEntries(drawn) } };
  });
}

/** The park with some of its values spoilt: rules of every topic have something to find. */
const somePlan: fc.Arbitrary<Plan> = fc
  .record({
    plots: fc.array(FAULTS.plots, { minLength: 4, maxLength: 12 }),
    buildings: fc.array(FAULTS.buildings, { minLength: 3, maxLength: 10 }),
    phases: fc.array(FAULTS.phases, { maxLength: 3 }),
  })
  .map(({ plots, buildings, phases }) => ({
    ...plan,
    layers: {
      ...plan.layers,
      plots: spoilt(plan.layers.plots, plots),
      buildings: spoilt(plan.layers.buildings, buildings),
      phases: spoilt(plan.layers.phases, phases),
    },
  }));

/** One finding without where it stands: its words, and its figures in the order of their names. */
interface Told {
  words: string;
  figures: number[];
}

/** What was found, in no order; `nameOf` gives a plot the number it is to be known by. */
function told(findings: readonly Finding[], nameOf: (text: string) => string = (text) => text): Told[] {
  return findings
    .map(({ pointer: _, evidence: __, related = [], data, ...rest }) => {
      const figures: number[] = [];
      const words = JSON.stringify([rest, related.map(nameOf).sort(), data], (name, value: unknown) => {
        if (typeof value === 'string') return nameOf(value);
        if (Array.isArray(value) && name !== '')
          return value.map((one) => (typeof one === 'string' ? nameOf(one) : one)).sort();
        if (typeof value !== 'number') return value;
        figures.push(value);
        return '#';
      });
      return { words, figures };
    })
    .sort((a, b) => (a.words === b.words ? (a.figures[0] ?? 0) - (b.figures[0] ?? 0) : a.words < b.words ? -1 : 1));
}

/** Sums in another order, or in another place, differ in their last digits. */
function expectSame(these: readonly Told[], those: readonly Told[]): void {
  expect(these.map(({ words }) => words)).toEqual(those.map(({ words }) => words));
  for (const [index, { words, figures }] of these.entries()) {
    // A plane's scale changes from place to place: an area by a millionth or two, and as much of it in a difference of areas.
    const largest = Math.max(...figures.map(Math.abs));
    for (const [place, figure] of figures.entries()) {
      const other = those[index]?.figures[place] ?? Number.NaN;
      expect(Math.abs(figure - other), `${words}: ${figure}, ${other}`).toBeLessThan(0.05 + 1e-5 * largest);
    }
  }
}
const found = (one: Plan) => analysePlan(one).findings;

test('of rules of every topic the same is found, whatever the order the features come in', { timeout: 120_000 }, () => {
  const codes = new Set<string>();
  fc.assert(
    fc.property(somePlan, fc.nat(), (one, cut) => {
      const layers = Object.fromEntries(
        Object.entries(one.layers).map(([layer, features]) => {
          // As two halves of a file that are loaded the other way round, each turned about.
          const at = cut % (features.length + 1);
          return [layer, [...features.slice(0, at).reverse(), ...features.slice(at)].reverse()];
        }),
      );
      const own = found(one);
      for (const { code } of own) codes.add(code);
      expectSame(told(found({ ...one, layers: layers as unknown as Plan['layers'] })), told(own));
    }),
    { numRuns: 60 },
  );
  expect(codes.size).toBeGreaterThan(20);
});

test('of rules of every topic the same is found a whole number of metres away', { timeout: 120_000 }, () => {
  if (!projection) throw new Error('The park names a plane.');
  const metres = fc.integer({ min: -500, max: 500 });
  fc.assert(
    fc.property(somePlan, metres, metres, (one, east, north) => {
      const move = (value: unknown): unknown => {
        if (!Array.isArray(value)) return value;
        if (typeof value[0] !== 'number') return value.map(move);
        const [x, y] = projection.forward(value as number[]);
        return [...projection.inverse([x + east, y + north])];
      };
      const layers = Object.fromEntries(
        Object.entries(one.layers).map(([layer, features]) => [
          layer,
          features.map((feature: AnyFeature) => ({
            ...feature,
            geometry: { ...feature.geometry, coordinates: move(feature.geometry.coordinates) },
          })),
        ]),
      );
      expectSame(told(found({ ...one, layers: layers as unknown as Plan['layers'] })), told(found(one)));
    }),
    { numRuns: 60 },
  );
});

test('of rules of every topic the same is found where plots have other numbers', { timeout: 120_000 }, () => {
  const names = new Map(plan.layers.plots.map(({ id }, index) => [id, `Z/${90 - index}`]));
  const back = new Map([...names].map(([own, other]) => [other, own]));
  fc.assert(
    fc.property(somePlan, (one) => {
      const rename = (id: string | undefined) => (id === undefined ? undefined : (names.get(id) ?? id));
      const renamed: Plan = {
        ...one,
        layers: {
          ...one.layers,
          plots: one.layers.plots.map((plot) => ({ ...plot, id: rename(plot.id) ?? plot.id })),
          buildings: one.layers.buildings.map((building) => {
            const { plot } = building.properties;
            return plot === undefined
              ? building
              : { ...building, properties: { ...building.properties, plot: rename(plot) ?? plot } };
          }),
        },
      };
      expectSame(
        told(found(renamed), (text) => back.get(text) ?? text),
        told(found(one)),
      );
    }),
    { numRuns: 60 },
  );
});
