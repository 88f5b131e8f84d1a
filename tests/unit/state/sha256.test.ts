import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { digestOf, sha256 } from '../../../src/state/sha256.ts';

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

test.each([0, 1, 3, 55, 56, 63, 64, 65, 119, 120, 128, 100_003])(
  'the own SHA-256 of %i bytes is that of the platform',
  async (length) => {
    const bytes = Uint8Array.from({ length }, (_, index) => (index * 31 + 7) & 255);
    const expected = createHash('sha256').update(bytes).digest('hex');
    expect(hex(digestOf(bytes))).toBe(expected);
    expect(hex(digestOf(new Uint8Array([9, ...bytes.slice(0, 500)]).subarray(1)))).toBe(
      createHash('sha256').update(bytes.slice(0, 500)).digest('hex'),
    );
    expect(await sha256(bytes)).toBe(expected);
  },
);
