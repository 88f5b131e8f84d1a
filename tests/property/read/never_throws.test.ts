import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPlan } from '../../../src/core/read/read_plan.ts';
import { readUpdate } from '../../../src/core/read/read_update.ts';
import type { UpdateMode } from '../../../src/core/read/types.ts';
import { reviewUpdate } from '../../../src/core/review.ts';
import { formatFinding } from '../../../src/messages/format_finding.ts';
import { file, MANIFEST, planOf, plot, rectangle, soundCommunity } from '../../support/sample_plan.ts';

const PLAN = planOf({ ...soundCommunity().layers, plots: [plot('A', rectangle(0, 0, 50, 50), { farMax: 2 })] });
const NAMES = ['plots.geojson', 'zones.json', 'plan.json', 'x', '地块.geojson', '__proto__', ''];
/** Words that mean something to an object, to the format or to a careless lookup. */
const word = fc.constantFrom(
  ...['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf', 'length', 'then'],
  ...['Feature', 'FeatureCollection', 'Polygon', 'MultiPolygon', 'Point', 'GeometryCollection', 'plots', 'zones'],
);
const names = fc.oneof(
  word,
  fc.constantFrom('type', 'id', 'properties', 'geometry', 'coordinates', 'features', 'crs', 'bbox'),
  fc.constantFrom(
    'layer',
    'farMax',
    'heightBands',
    'townscapeColours',
    'sequence',
    'stages',
    'phase',
    'layers',
    'title',
  ),
);
const scalar = fc.oneof(word, fc.string(), fc.double(), fc.integer(), fc.boolean(), fc.constant(null));
const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    scalar,
    fc.array(tie('value'), { maxLength: 5 }),
    fc.array(fc.tuple(names, tie('value')), { maxLength: 6 }).map((entries) => Object.fromEntries(entries)),
  ),
}));
const feature = fc.record(
  {
    type: fc.constant('Feature'),
    id: scalar,
    properties: value,
    geometry: fc.oneof(value, fc.record({ type: word, coordinates: value }), fc.constant(rectangle(0, 0, 9, 9))),
  },
  { requiredKeys: ['type'] },
);
const collection = fc.record(
  {
    type: fc.constant('FeatureCollection'),
    features: fc.array(fc.oneof(feature, value), { maxLength: 4 }),
    crs: value,
  },
  { requiredKeys: ['type', 'features'] },
);

/** JSON text in which a key may be `__proto__`, as only a text can have it. */
const text = fc
  .oneof(collection, value, fc.record({ ...Object.fromEntries(Object.keys(MANIFEST).map((key) => [key, value])) }))
  .map((one) => JSON.stringify(one) ?? 'null');
const bytes = fc.oneof(
  { weight: 4, arbitrary: text.map((one) => new TextEncoder().encode(one)) },
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 200 }) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(text, fc.nat())
      .map(([one, cut]) => new TextEncoder().encode(one.slice(0, cut % (one.length + 1)))),
  },
);
const input = fc.record({ name: fc.constantFrom(...NAMES), bytes });
const mode = fc.constantFrom<UpdateMode>('replace', 'merge');

describe('reading', () => {
  test('answers every file with a plan or with diagnostics that can be worded, and never throws', {
    timeout: 60_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(input, { minLength: 1, maxLength: 3 }), mode, async (files, how) => {
        const update = await readUpdate(PLAN, files, how);
        const whole = readPlan(files);
        for (const diagnostic of [...update.diagnostics, ...whole.diagnostics]) {
          const { message } = formatFinding(diagnostic, 'zh-CN');
          expect(message.length).toBeGreaterThan(0);
        }
        if (!update.candidate) expect(update.diagnostics.length + update.undecided.length).toBeGreaterThan(0);
        if (!whole.plan) expect(whole.diagnostics.length).toBeGreaterThan(0);
      }),
      { numRuns: 600 },
    );
  });

  test('leaves the plan as it was, whatever the files', { timeout: 60_000 }, async () => {
    const before = JSON.stringify(PLAN);
    await fc.assert(
      fc.asyncProperty(fc.array(input, { maxLength: 3 }), mode, async (files, how) => {
        await readUpdate(PLAN, files, how);
        expect(JSON.stringify(PLAN)).toBe(before);
      }),
      { numRuns: 300 },
    );
  });

  test('gives only candidates the whole core can work with', { timeout: 60_000 }, async () => {
    const properties = fc.dictionary(names, value, { maxKeys: 4 });
    const sound = fc.record({
      type: fc.constant('Feature'),
      id: fc.string({ minLength: 1 }),
      geometry: fc.constant(rectangle(10, 10, 9, 9)),
      properties,
    });
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(sound, { selector: ({ id }) => id, maxLength: 3 }), async (features) => {
        const files = [file('plots.geojson', { type: 'FeatureCollection', features })];
        const review = await reviewUpdate(PLAN, files, 'replace');
        expect(Boolean(review.analysis)).toBe(Boolean(review.reading.candidate));
      }),
      { numRuns: 300 },
    );
  });

  test.each([
    ['deep arrays', '['.repeat(200_000)],
    ['deep closed arrays', '['.repeat(5000) + ']'.repeat(5000)],
    ['a prototype as a feature type', '{"type":"__proto__"}'],
    [
      'a prototype as a geometry type',
      '{"type":"Feature","id":"A","properties":{},"geometry":{"type":"toString","coordinates":[]}}',
    ],
    ['a prototype as a layer', '{"type":"Feature","id":"A","properties":{"layer":"__proto__"},"geometry":null}'],
    [
      'a huge number',
      '{"type":"Feature","id":"A","properties":{"farMax":1e999},"geometry":{"type":"Point","coordinates":[1e999,1]}}',
    ],
  ])('survives %s', async (_, content) => {
    expect((await readUpdate(PLAN, [file('plots.geojson', content)], 'replace')).candidate).toBeUndefined();
  });

  test('keeps a field named __proto__ as a field and touches no prototype', { timeout: 60_000 }, async () => {
    const content =
      '{"type":"Feature","id":"A","geometry":{"type":"Point","coordinates":[1,2]},"properties":{"__proto__":{"polluted":true}},"__proto__":{"polluted":true}}';
    const { candidate } = await readUpdate(PLAN, [file('landmarks.geojson', content)], 'replace');
    const properties = candidate?.layers.landmarks[0]?.properties ?? {};
    expect(Object.keys(properties)).toEqual(['__proto__']);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});
