import { describe, expect, test } from 'vitest';
import type { ByteSource } from '../../../src/core/read/byte_source.ts';
import { readUpdate } from '../../../src/core/read/read_update.ts';
import { collection, file, planOf, plot, rectangle } from '../../support/sample_plan.ts';

const PLAN = planOf({ plots: [] });
/** Some megabytes, so that more than one part of the file is fetched. */
const COUNT = 16_000;
const NOTE = '规划说明'.repeat(30);
const LARGE = file(
  'plots.geojson',
  collection(
    ...Array.from({ length: COUNT }, (_, index) =>
      plot(`P-${index}`, rectangle(60 * (index % 100), 60 * Math.floor(index / 100), 50, 50), {
        farMax: 2,
        note: NOTE,
      }),
    ),
  ),
);

/** A file's bytes as they would be fetched from a disk, and how much was asked for at most at once. */
function sourceOf(bytes: Uint8Array, read?: (start: number) => void): { source: ByteSource; largest: () => number } {
  let largest = 0;
  return {
    largest: () => largest,
    source: {
      sizeBytes: bytes.length,
      read(start, end) {
        read?.(start);
        largest = Math.max(largest, end - start);
        return bytes.slice(start, end);
      },
    },
  };
}

describe('a file that is fetched in parts', () => {
  test('gives what its bytes give, and is never in the memory as a whole', async () => {
    const { source, largest } = sourceOf(LARGE.bytes);
    expect(LARGE.bytes.length).toBeGreaterThan(8_000_000);
    const shares: number[] = [];
    const inParts = await readUpdate(PLAN, [{ name: LARGE.name, source }], 'replace', {
      onProgress: (share) => shares.push(share),
    });
    expect(inParts.candidate?.layers.plots).toHaveLength(COUNT);
    expect(inParts).toEqual(await readUpdate(PLAN, [LARGE], 'replace'));
    expect(largest()).toBeLessThan(LARGE.bytes.length * 0.6);
    expect(shares.filter((share) => share < 0.6).length).toBeGreaterThan(1);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
  });

  test.each([
    ['a byte order mark before it', [0xef, 0xbb, 0xbf]],
    ['blanks before it', [0x20, 0x0a, 0x0a]],
  ])('gives the same with %s', async (_, start) => {
    const bytes = new Uint8Array([...start, ...LARGE.bytes]);
    const { candidate } = await readUpdate(PLAN, [{ name: LARGE.name, source: sourceOf(bytes).source }], 'replace');
    expect(candidate?.layers.plots).toHaveLength(COUNT);
  });

  test.each([
    ['file-unreadable', new Error('The requested file could not be read')],
    ['file-beyond-memory', new RangeError('Array buffer allocation failed')],
  ])('whose reading breaks off is told: %s', async (code, error) => {
    const { source } = sourceOf(LARGE.bytes, (start) => {
      if (start > 4_000_000 && start < 6_000_000) throw error;
    });
    const reading = await readUpdate(PLAN, [{ name: LARGE.name, source }], 'replace');
    expect(reading.candidate).toBeUndefined();
    expect(reading.diagnostics).toMatchObject([{ code, severity: 'error', file: LARGE.name }]);
  });

  test('is told where it stops being JSON, as its bytes are', async () => {
    const bytes = LARGE.bytes.slice(0, -5000);
    const inParts = await readUpdate(PLAN, [{ name: LARGE.name, source: sourceOf(bytes).source }], 'replace');
    expect(inParts.diagnostics).toMatchObject([{ code: 'file-truncated' }]);
    expect(inParts).toEqual(await readUpdate(PLAN, [{ name: LARGE.name, bytes }], 'replace'));
  });

  test('is fetched whole where its kind is read whole', async () => {
    const rows = Array.from({ length: 40_000 }, (_, index) => `P-${index},2.5`);
    const table = file('指标.csv', `地块编号,容积率\n${rows.join('\n')}\n`);
    const given = { name: table.name, source: sourceOf(table.bytes).source };
    const plan = planOf({ plots: [plot('P-1', rectangle(0, 0, 50, 50), {})] });
    const { candidate } = await readUpdate(plan, [given], 'merge');
    expect(candidate?.layers.plots[0]?.properties.farMax).toBe(2.5);
    expect(candidate).toEqual((await readUpdate(plan, [table], 'merge')).candidate);
  });
});
