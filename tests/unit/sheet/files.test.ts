import { deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { crc32Of } from '../../../src/core/crc32.ts';
import { withPhysicalSize } from '../../../src/sheet/png_physical_size.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);

function chunk(type: string, data: Uint8Array): Uint8Array {
  const bytes = Buffer.alloc(12 + data.length);
  bytes.writeUInt32BE(data.length, 0);
  bytes.write(type, 4, 'latin1');
  bytes.set(data, 8);
  bytes.writeUInt32BE(crc32Of(bytes.subarray(4, 8 + data.length)), 8 + data.length);
  return bytes;
}
/** The smallest PNG: one grey pixel. */
function onePixelPng(): Uint8Array {
  const header = Uint8Array.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]);
  const signature = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.from([0, 128]))),
    chunk('IEND', new Uint8Array()),
  ]);
}

test('the checksum of "123456789" is the one every CRC-32 gives', () => {
  expect(crc32Of(utf8('123456789'))).toBe(0xcbf43926);
});

describe('resolution of a PNG', () => {
  test('300 dpi is written as 11811 pixels per metre, right behind the header and with a valid checksum', () => {
    const png = Buffer.from(withPhysicalSize(onePixelPng(), 300));
    expect(png.toString('latin1', 37, 41)).toBe('pHYs');
    expect([png.readUInt32BE(33), png.readUInt32BE(41), png.readUInt32BE(45), png[49]]).toEqual([9, 11811, 11811, 1]);
    expect(png.readUInt32BE(50)).toBe(crc32Of(png.subarray(37, 50)));
    expect(png.subarray(54)).toEqual(Buffer.from(onePixelPng().subarray(33)));
  });

  test('a resolution that is already there is replaced and not doubled', () => {
    const twice = withPhysicalSize(withPhysicalSize(onePixelPng(), 96), 300);
    expect(twice).toEqual(withPhysicalSize(onePixelPng(), 300));
  });

  test('bytes that are no PNG are refused', () => {
    expect(() => withPhysicalSize(utf8('GIF89a'.repeat(20)), 300)).toThrow(TypeError);
  });
});
