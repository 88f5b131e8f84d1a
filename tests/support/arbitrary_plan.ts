import fc from 'fast-check';
import { type FieldSpec, LAYERS } from '../../src/core/plan/fields.ts';
import { type AnyFeature, type Geometry, LAYER_IDS, type LayerId, type Plan } from '../../src/core/plan/types.ts';
import { emptyLayers, setLayer } from '../../src/core/read/read_plan.ts';
import { columnNameOf, isKnownColumn } from '../../src/core/read/tables/column_names.ts';
import { findGarbled } from '../../src/core/read/text/find_garbled.ts';
import { MANIFEST } from './sample_plan.ts';

/** What a random plan may hold. */
export interface ArbitraryPlanOptions {
  /**
   * wild: any positions anywhere, which a plan's own folder must keep. drawn: shapes as a program draws them, near the samples'
   * ground, rings as RFC 7946 wants them.
   */
  shapes: 'wild' | 'drawn';
  /** Text of fields and ids. */
  text: fc.Arbitrary<string>;
  /** Values of fields no dictionary knows. */
  foreign: fc.Arbitrary<unknown>;
  /** Fields that are left out. */
  without?: readonly string[];
}

/** Any text, but such as tells that its encoding went wrong: that is asked about instead of read. */
export const anyText = fc.string({ unit: 'binary' }).filter((text) => findGarbled(text) === undefined);

/** Any JSON of no more signs than ASCII has. */
export const anyJson = fc.jsonValue({ stringUnit: 'grapheme-ascii' });

type Shapes = Partial<Record<Geometry['type'], fc.Arbitrary<Geometry>>>;

const degree = (limit: number) => fc.double({ min: -limit, max: limit, noNaN: true }).map((value) => value + 0);
const position = fc.tuple(degree(180), degree(90)).map(([x, y]): number[] => [x, y]);
const ring = fc.array(position, { minLength: 3, maxLength: 6 }).map((points) => [...points, [...(points[0] ?? [])]]);

const WILD: Shapes = {
  Point: position.map((coordinates) => ({ type: 'Point', coordinates })),
  LineString: fc
    .array(position, { minLength: 2, maxLength: 5 })
    .map((coordinates) => ({ type: 'LineString', coordinates })),
  Polygon: fc.array(ring, { minLength: 1, maxLength: 2 }).map((coordinates) => ({ type: 'Polygon', coordinates })),
  MultiPolygon: fc
    .array(fc.array(ring, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 2 })
    .map((coordinates) => ({ type: 'MultiPolygon', coordinates })),
};

/** A place of a few square kilometres, to the eighth decimal as files have it. */
const place = fc
  .tuple(fc.integer({ min: 0, max: 4_000_000 }), fc.integer({ min: 0, max: 4_000_000 }))
  .map(([x, y]): [number, number] => [(11_708_000_000 + x) / 1e8, (3_181_000_000 + y) / 1e8]);
/** Corners around a place, counter-clockwise, and of a hole in it, clockwise. */
const roundOf = ([x, y]: readonly number[], radius: number, count: number): number[][] => {
  const corners = Array.from({ length: count }, (_, index) => {
    const angle = ((2 * Math.PI) / count) * index;
    const at = (value: number) => Math.round(value * 1e8) / 1e8;
    return [at((x ?? 0) + radius * Math.cos(angle)), at((y ?? 0) + radius * Math.sin(angle))];
  });
  return [...corners, [...(corners[0] ?? [])]];
};
const drawnRings = fc
  .tuple(place, fc.integer({ min: 10, max: 300 }), fc.integer({ min: 3, max: 9 }), fc.boolean())
  .map(([middle, radius, count, hasHole]) => [
    roundOf(middle, radius * 1e-5, count),
    ...(hasHole ? [roundOf(middle, radius * 2e-6, count).reverse()] : []),
  ]);
const drawnLine = fc.uniqueArray(place, { minLength: 2, maxLength: 6, selector: String });
const DRAWN: Shapes = {
  Point: place.map((coordinates) => ({ type: 'Point', coordinates })),
  LineString: drawnLine.map((coordinates) => ({ type: 'LineString', coordinates })),
  MultiLineString: fc
    .array(drawnLine, { minLength: 1, maxLength: 3 })
    .map((coordinates) => ({ type: 'MultiLineString', coordinates })),
  Polygon: drawnRings.map((coordinates) => ({ type: 'Polygon', coordinates })),
  MultiPolygon: fc
    .array(drawnRings, { minLength: 1, maxLength: 3 })
    .map((coordinates) => ({ type: 'MultiPolygon', coordinates })),
};

function fieldValue(spec: FieldSpec, text: fc.Arbitrary<string>): fc.Arbitrary<unknown> {
  const from = spec.minimum ?? (spec.above ?? 0) + 1;
  const to = spec.maximum ?? from + 1e6;
  switch (spec.kind) {
    case 'text':
      return text;
    case 'number':
      return fc.double({ min: from, max: to, noNaN: true }).map((value) => value + 0);
    case 'integer':
      return fc.integer({ min: from, max: to });
    case 'choice':
      return fc.constantFrom(...(spec.values ?? []));
    case 'choices':
      return fc.subarray([...(spec.values ?? [])], { minLength: 1 });
    case 'month':
      return fc.constantFrom('2020-04', '2023-12');
    case 'colours':
      return fc.array(fc.constantFrom('#a0b1c2', '#FFFFFF'), { minLength: 1, maxLength: 3 });
    case 'heightBands':
      return fc.array(fc.record({ measuredFrom: text, fromMetres: fc.nat(), note: text }), {
        minLength: 1,
        maxLength: 2,
      });
  }
}

/** Whether a name, or what a heading of that text says, is one that is understood in some layer: `x-g` is planners' XG. */
const isKnownName = (name: string) => isKnownColumn(name) || isKnownColumn(columnNameOf(name).name);

/** Names of fields of others, among them those of every object's own members. */
const foreignName = fc.oneof(
  {
    weight: 3,
    arbitrary: fc
      .string({ maxLength: 12 })
      .map((name) => `x-${name.replace(/\s+/g, ' ').trim()}`)
      .filter((name) => !isKnownName(name)),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom('__proto__', 'toString', 'constructor', 'hasOwnProperty', '备用字段', 'ZXBZ'),
  },
);

function featureOf(
  layer: LayerId,
  { shapes, text, foreign, without = [] }: ArbitraryPlanOptions,
): fc.Arbitrary<AnyFeature> {
  const { geometryTypes, fields } = LAYERS[layer];
  const kinds = shapes === 'wild' ? WILD : DRAWN;
  const geometry = fc.oneof(...geometryTypes.flatMap((type) => kinds[type] ?? []));
  const required = [...fields].filter(([, spec]) => spec.required).map(([name]) => name);
  const used = [...fields].filter(([name]) => !without.includes(name));
  const known = fc.record(Object.fromEntries(used.map(([name, spec]) => [name, fieldValue(spec, text)])), {
    requiredKeys: required,
  });
  const others = fc.uniqueArray(fc.tuple(foreignName, foreign), { maxLength: 3, selector: ([name]) => name });
  const id = text.filter((one) => one.trim() !== '');
  return fc.tuple(id, geometry, known, others).map(([name, shape, own, rest]) => ({
    type: 'Feature',
    id: name,
    geometry: shape,
    // -0 is 0 in JSON. Members are defined, not assigned: `__proto__` is a name like any other.
    properties: JSON.parse(JSON.stringify(Object.fromEntries([...Object.entries(own), ...rest]))) as Record<
      string,
      unknown
    >,
  }));
}

/** What refers to another feature refers to one there is: near names would be told as meaning it. */
function refer(features: readonly AnyFeature[], field: string, id: string | undefined): void {
  for (const feature of features) {
    const { [field]: own, ...rest } = feature.properties as Record<string, unknown>;
    if (own !== undefined) feature.properties = id === undefined ? rest : { ...rest, [field]: id };
  }
}

/** A random plan with features in any of its layers. */
export function arbitraryPlan(options: ArbitraryPlanOptions): fc.Arbitrary<Plan> {
  return fc
    .record(
      Object.fromEntries(
        LAYER_IDS.map((layer) => [
          layer,
          fc.uniqueArray(featureOf(layer, options), { selector: ({ id }) => id, maxLength: 3 }),
        ]),
      ),
    )
    .map((features) => {
      const layers = emptyLayers();
      for (const layer of LAYER_IDS) setLayer(layers, layer, features[layer] ?? []);
      refer(layers.plots, 'phase', layers.phases[0]?.id);
      refer(layers.buildings, 'plot', layers.plots[0]?.id);
      const files = Object.fromEntries(LAYER_IDS.map((layer) => [layer, `${layer}.geojson`]));
      return { manifest: { ...MANIFEST, layers: files }, layers };
    });
}
