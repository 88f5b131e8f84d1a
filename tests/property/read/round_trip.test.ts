import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type FieldSpec, LAYERS } from '../../../src/core/plan/fields.ts';
import { type AnyFeature, type Geometry, LAYER_IDS, type LayerId, type Plan } from '../../../src/core/plan/types.ts';
import { emptyLayers, readPlan, setLayer } from '../../../src/core/read/read_plan.ts';
import { readUpdate } from '../../../src/core/read/read_update.ts';
import { writeLayer, writePlan } from '../../../src/core/read/write_plan.ts';
import { file, MANIFEST } from '../../support/sample_plan.ts';

const degree = (limit: number) => fc.double({ min: -limit, max: limit, noNaN: true }).map((value) => value + 0);
const position = fc.tuple(degree(180), degree(90)).map(([x, y]): number[] => [x, y]);
const ring = fc.array(position, { minLength: 3, maxLength: 6 }).map((points) => [...points, [...(points[0] ?? [])]]);

const GEOMETRY: Partial<Record<Geometry['type'], fc.Arbitrary<Geometry>>> = {
  Point: position.map((coordinates) => ({ type: 'Point', coordinates })),
  LineString: fc
    .array(position, { minLength: 2, maxLength: 5 })
    .map((coordinates) => ({ type: 'LineString', coordinates })),
  Polygon: fc.array(ring, { minLength: 1, maxLength: 2 }).map((coordinates) => ({ type: 'Polygon', coordinates })),
  MultiPolygon: fc
    .array(fc.array(ring, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 2 })
    .map((coordinates) => ({ type: 'MultiPolygon', coordinates })),
};

function fieldValue(spec: FieldSpec): fc.Arbitrary<unknown> {
  const from = spec.minimum ?? (spec.above ?? 0) + 1;
  const to = spec.maximum ?? from + 1e6;
  switch (spec.kind) {
    case 'text':
      return fc.string();
    case 'number':
      return fc.double({ min: from, max: to, noNaN: true }).map((value) => value + 0);
    case 'integer':
      return fc.integer({ min: from, max: to });
    case 'choice':
      return fc.constantFrom(...(spec.values ?? []));
    case 'choices':
      return fc.subarray([...(spec.values ?? [])]);
    case 'month':
      return fc.constantFrom('2020-04', '2023-12');
    case 'colours':
      return fc.array(fc.constantFrom('#a0b1c2', '#FFFFFF'), { maxLength: 3 });
    case 'heightBands':
      return fc.array(fc.record({ measuredFrom: fc.string(), fromMetres: fc.nat(), note: fc.string() }), {
        maxLength: 2,
      });
  }
}

const foreign = fc.dictionary(
  fc.string().map((name) => `x-${name}`),
  fc.jsonValue(),
  { maxKeys: 3 },
);

function featureOf(layer: LayerId): fc.Arbitrary<AnyFeature> {
  const { geometryTypes, fields } = LAYERS[layer];
  const geometry = fc.oneof(...geometryTypes.flatMap((type) => GEOMETRY[type] ?? []));
  const required = [...fields].filter(([, spec]) => spec.required).map(([name]) => name);
  const known = fc.record(Object.fromEntries([...fields].map(([name, spec]) => [name, fieldValue(spec)])), {
    requiredKeys: required,
  });
  const id = fc.string({ minLength: 1 }).filter((text) => text.trim() !== '');
  return fc.tuple(id, geometry, known, foreign).map(([name, shape, own, rest]) => ({
    type: 'Feature',
    id: name,
    geometry: shape,
    // -0 is 0 in JSON.
    properties: JSON.parse(JSON.stringify({ ...own, ...rest })) as Record<string, unknown>,
  }));
}

const plan: fc.Arbitrary<Plan> = fc
  .record(
    Object.fromEntries(
      LAYER_IDS.map((layer) => [layer, fc.uniqueArray(featureOf(layer), { selector: ({ id }) => id, maxLength: 3 })]),
    ),
  )
  .map((features) => {
    const layers = emptyLayers();
    for (const layer of LAYER_IDS) setLayer(layers, layer, features[layer] ?? []);
    const files = Object.fromEntries(LAYER_IDS.map((layer) => [layer, `${layer}.geojson`]));
    return { manifest: { ...MANIFEST, layers: files }, layers };
  });

describe('a plan that is saved and read again', () => {
  test('is the same plan, and is written the same again', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(plan, (before) => {
        const files = writePlan(before);
        const { plan: after, diagnostics } = readPlan(files.map(({ name, text }) => file(name, text)));
        expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
        expect(after).toEqual(before);
        expect(after && writePlan(after)).toEqual(files);
      }),
      { numRuns: 80 },
    );
  });

  test('gives the same plan when a layer is saved and dropped on it, replaced or merged', {
    timeout: 60_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(plan, fc.constantFrom('replace' as const, 'merge' as const), async (before, mode) => {
        const saved = file('用地.geojson', writeLayer(before, 'plots'));
        const choices = { [saved.name]: { layer: 'plots' as const } };
        const { candidate } = await readUpdate(before, [saved], mode, { choices });
        expect(candidate).toEqual(before);
      }),
      { numRuns: 60 },
    );
  });
});
