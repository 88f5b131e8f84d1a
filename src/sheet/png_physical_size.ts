import { crc32Of } from '../core/crc32.ts';

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** The header chunk: length, type, 13 bytes, checksum. It always comes first, and `pHYs` must stand before the pixels. */
const HEADER_CHUNK_BYTES = 25;
const METRES_PER_INCH = 0.0254;

/**
 * The same PNG with a `pHYs` chunk that states its resolution in dots per inch, so that a word processor places it at its true
 * size on paper. PNG states it per metre: 300 dpi becomes 11811. A `pHYs` chunk that is already there is replaced. Throws a
 * TypeError when the bytes are not a PNG.
 */
export function withPhysicalSize(png: Uint8Array, dotsPerInch: number): Uint8Array {
  if (png.length < SIGNATURE.length + HEADER_CHUNK_BYTES || SIGNATURE.some((byte, index) => png[index] !== byte))
    throw new TypeError('Not a PNG file.');
  const body = withoutChunk(png, 'pHYs');
  const headEnd = SIGNATURE.length + HEADER_CHUNK_BYTES;
  const chunk = physicalSizeChunk(Math.round(dotsPerInch / METRES_PER_INCH));
  const result = new Uint8Array(body.length + chunk.length);
  result.set(body.subarray(0, headEnd), 0);
  result.set(chunk, headEnd);
  result.set(body.subarray(headEnd), headEnd + chunk.length);
  return result;
}

function physicalSizeChunk(pixelsPerMetre: number): Uint8Array {
  const chunk = new Uint8Array(21);
  const view = new DataView(chunk.buffer);
  view.setUint32(0, 9);
  chunk.set(asciiBytes('pHYs'), 4);
  view.setUint32(8, pixelsPerMetre);
  view.setUint32(12, pixelsPerMetre);
  // Unit 1 is the metre.
  view.setUint8(16, 1);
  view.setUint32(17, crc32Of(chunk.subarray(4, 17)));
  return chunk;
}

function withoutChunk(png: Uint8Array, type: string): Uint8Array {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  let at = SIGNATURE.length;
  while (at + 12 <= png.length) {
    const end = at + 12 + view.getUint32(at);
    if (String.fromCharCode(...png.subarray(at + 4, at + 8)) === type) {
      const result = new Uint8Array(png.length - (end - at));
      result.set(png.subarray(0, at), 0);
      result.set(png.subarray(end), at);
      return result;
    }
    at = end;
  }
  return png;
}

function asciiBytes(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}
