import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readUpdate } from '../../../src/core/read/read_update.ts';
import { planOf, plot, rectangle } from '../../support/sample_plan.ts';

const PLAN = planOf({ plots: [plot('A-01-01', rectangle(0, 0, 50, 50))] });
const FILES = [
  'drawing-plan.dxf',
  'drawing-shapes.dxf',
  'drawing-shapes-binary.dxf',
  'drawings-plots-libkml.kml',
  'drawings-roads-ogr.kml',
  'drawings-both.kmz',
].map((name) => ({
  name,
  bytes: new Uint8Array(readFileSync(new URL(`../../data/formats/${name}`, import.meta.url))),
}));
/** What takes longer hangs, on a busy machine too. */
const HANGS_MILLISECONDS = 10_000;

type Damage = (bytes: Uint8Array) => Uint8Array;
const encode = (content: string) => new TextEncoder().encode(content);
const splice = (bytes: Uint8Array, place: number, removed: number, added: Uint8Array) => {
  const index = place % Math.max(1, bytes.length);
  return new Uint8Array([...bytes.subarray(0, index), ...added, ...bytes.subarray(index + removed)]);
};
const damage: fc.Arbitrary<Damage> = fc.oneof(
  fc.nat().map(
    (place): Damage =>
      (bytes) =>
        bytes.slice(0, place % Math.max(1, bytes.length)),
  ),
  fc.tuple(fc.nat(), fc.nat({ max: 255 })).map(
    ([place, value]): Damage =>
      (bytes) =>
        splice(bytes, place, 1, Uint8Array.of(value)),
  ),
  fc.tuple(fc.nat(), fc.nat({ max: 60 })).map(
    ([place, length]): Damage =>
      (bytes) =>
        splice(bytes, place, length, new Uint8Array()),
  ),
  // Digits for digits leave a file whole and its numbers absurd.
  fc.tuple(fc.nat(), fc.constantFrom('9', '-', '1e308', 'NaN', '0')).map(
    ([place, digit]): Damage =>
      (bytes) => {
        const at = bytes.findIndex(
          (byte, index) => index >= place % Math.max(1, bytes.length) && byte >= 48 && byte <= 57,
        );
        return at < 0 ? bytes : splice(bytes, at, 1, encode(digit));
      },
  ),
  fc
    .tuple(
      fc.nat(),
      fc.constantFrom(
        '<',
        '&',
        '&x;',
        ']]>',
        '</Folder>',
        '<Folder>'.repeat(300),
        '<!DOCTYPE a [<!ENTITY b "c">]>',
        '__proto__',
        '\n',
        '\u0000',
      ),
    )
    .map(
      ([place, added]): Damage =>
        (bytes) =>
          splice(bytes, place, 0, encode(added)),
    ),
);

describe('damaged drawings and KML', () => {
  test('never throw, never hang, never change the plan', { timeout: 300_000 }, async () => {
    const before = JSON.stringify(PLAN);
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...FILES),
        fc.array(damage, { minLength: 1, maxLength: 4 }),
        async ({ name, bytes }, damages) => {
          const damaged = damages.reduce<Uint8Array>((result, one) => one(result), bytes);
          const started = performance.now();
          const { candidate, diagnostics, undecided, unplaced } = await readUpdate(
            PLAN,
            [{ name, bytes: damaged }],
            'replace',
          );
          expect(performance.now() - started).toBeLessThan(HANGS_MILLISECONDS);
          expect(JSON.stringify(PLAN)).toBe(before);
          if (!candidate) expect(diagnostics.length + undecided.length + unplaced.length).toBeGreaterThan(0);
        },
      ),
      { numRuns: 500 },
    );
  });
});
