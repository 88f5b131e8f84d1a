import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sourceOfBytes } from '../../../src/core/read/byte_source.ts';
import { findJsonFault } from '../../../src/core/read/geojson/json_fault.ts';
import { readDocument, scanToFeatures } from '../../../src/core/read/geojson/read_document.ts';
import { readPlan } from '../../../src/core/read/read_plan.ts';
import { readUpdate } from '../../../src/core/read/read_update.ts';
import { collection, file, MANIFEST, planOf, plot, rectangle } from '../../support/sample_plan.ts';

const PLOTS = Array.from({ length: 6 }, (_, index) =>
  plot(`地块-${index}`, rectangle(60 * index, 0, 50, 50), { farMax: 2, landUseCode: '0802', note: 'a"\\,[]{}' }),
);
const PLAN = planOf({ plots: PLOTS });
const SOUND = new TextEncoder().encode(JSON.stringify(collection(...PLOTS)));
const LINES = new TextEncoder().encode(PLOTS.map((one) => JSON.stringify(one)).join('\n'));
/** What takes longer hangs, on a busy machine too. */
const HANGS_MILLISECONDS = 10_000;

type Damage = (bytes: Uint8Array) => Uint8Array;
const at = (place: number, length: number) => place % Math.max(1, length);
const splice = (bytes: Uint8Array, place: number, removed: number, added: Uint8Array) => {
  const index = at(place, bytes.length);
  return new Uint8Array([...bytes.subarray(0, index), ...added, ...bytes.subarray(index + removed)]);
};
const text = (content: string) => new TextEncoder().encode(content);
const damage: fc.Arbitrary<Damage> = fc.oneof(
  fc.nat().map(
    (place): Damage =>
      (bytes) =>
        bytes.slice(0, at(place, bytes.length)),
  ),
  fc.nat().map(
    (place): Damage =>
      (bytes) =>
        bytes.slice(at(place, bytes.length)),
  ),
  fc.tuple(fc.nat(), fc.nat({ max: 255 })).map(
    ([place, value]): Damage =>
      (bytes) =>
        splice(bytes, place, 1, new Uint8Array([value])),
  ),
  fc.tuple(fc.nat(), fc.nat({ max: 40 })).map(
    ([place, length]): Damage =>
      (bytes) =>
        splice(bytes, place, length, new Uint8Array()),
  ),
  fc
    .tuple(
      fc.nat(),
      fc.constantFrom(
        ...[
          '[',
          '{',
          '"',
          '\\',
          ',',
          ']',
          '}',
          '1e999',
          '-1e308',
          '9'.repeat(400),
          '['.repeat(3000),
          '{"a":'.repeat(500),
        ],
        ...['"__proto__":{"type":"Feature"},', '"toString":1,', '\u0000', '\ufeff', '\u001e', '\n', 'null', 'NaN', ' '],
        ...['"type":"hasOwnProperty",', '"features":[],', ',"features":[1]'],
      ),
    )
    .map(
      ([place, added]): Damage =>
        (bytes) =>
          splice(bytes, place, 0, text(added)),
    ),
);

describe('damaged GeoJSON', () => {
  test('never throws, never hangs, never changes the accepted plan', { timeout: 120_000 }, async () => {
    const before = JSON.stringify(PLAN);
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(SOUND, LINES),
        fc.array(damage, { minLength: 1, maxLength: 3 }),
        async (sound, damages) => {
          const bytes = damages.reduce<Uint8Array>((result, one) => one(result), sound);
          const started = performance.now();
          const { candidate, diagnostics, undecided, unplaced } = await readUpdate(
            PLAN,
            [{ name: 'plots.geojson', bytes }],
            'replace',
          );
          readPlan([file('plan.json', MANIFEST), { name: 'plots.geojson', bytes }]);
          expect(performance.now() - started).toBeLessThan(HANGS_MILLISECONDS);
          expect(JSON.stringify(PLAN)).toBe(before);
          if (!candidate) expect(diagnostics.length + undecided.length + unplaced.length).toBeGreaterThan(0);
        },
      ),
      { numRuns: 800 },
    );
  });

  test('is JSON to the reader over the bytes exactly when it is to the engine, and is the same value', {
    timeout: 60_000,
  }, () => {
    fc.assert(
      fc.property(
        fc.array(damage, { maxLength: 2 }),
        fc.integer({ min: 1, max: 400 }),
        fc.integer({ min: 1, max: 400 }),
        (damages, windowBytes, textBytes) => {
          const bytes = damages.reduce<Uint8Array>((result, one) => one(result), SOUND);
          const decoded = decode(bytes);
          if (decoded === undefined) return;
          const source = sourceOfBytes(bytes);
          const sizes = { windowBytes, textBytes };
          const read = readDocument(source, scanToFeatures(source, windowBytes), sizes);
          let value: unknown;
          try {
            value = JSON.parse(decoded);
          } catch {
            expect(['broken', 'deep']).toContain(read);
            expect(findJsonFault(bytes)).toBeDefined();
            return;
          }
          expect(findJsonFault(bytes)).toBeUndefined();
          expect(typeof read === 'string' ? read : read.value).toEqual(value);
        },
      ),
      { numRuns: 1500 },
    );
  });
});

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
