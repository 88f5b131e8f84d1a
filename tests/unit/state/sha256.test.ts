import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { Sha256 } from '../../../src/core/sha256.ts';
import { sha256 } from '../../../src/state/sha256.ts';

const LENGTHS = [0, 1, 3, 55, 56, 63, 64, 65, 119, 120, 128, 100_003];
const bytesOf = (length: number) => Uint8Array.from({ length }, (_, index) => (index * 31 + 7) & 255);
const platform = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

test.each(LENGTHS)('the SHA-256 of %i bytes is that of the platform', async (length) => {
  expect(await sha256(bytesOf(length))).toBe(platform(bytesOf(length)));
});

test.each(LENGTHS)('the own SHA-256 of %i bytes is that of the platform, in whatever pieces they come', (length) => {
  const bytes = bytesOf(length);
  for (const piece of [1, 7, 63, 64, 65, 1000, Number.MAX_SAFE_INTEGER]) {
    const own = new Sha256();
    for (let at = 0; at < length; at += piece) own.update(bytes.subarray(at, Math.min(length, at + piece)));
    expect(own.digest()).toBe(platform(bytes));
  }
});
