import { Sha256 } from '../core/sha256.ts';

/**
 * SHA-256 of bytes, as 64 hexadecimal digits. The browser's own where there is one: a page that came over plain HTTP, as on most
 * intranets, has none, and is given the same figure more slowly.
 */
export async function sha256(bytes: Uint8Array): Promise<string> {
  const subtle = globalThis.crypto?.subtle as SubtleCrypto | undefined;
  if (!subtle) {
    const own = new Sha256();
    own.update(bytes);
    return own.digest();
  }
  const digest = new Uint8Array(await subtle.digest('SHA-256', new Uint8Array(bytes)));
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
