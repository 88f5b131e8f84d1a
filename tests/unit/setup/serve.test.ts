import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fileOfAddress, serve } from '../../../scripts/setup/serve.mjs';

let folder: string;
let server: Awaited<ReturnType<typeof serve>>;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'serve-'));
  mkdirSync(join(folder, 'site/data'), { recursive: true });
  mkdirSync(join(folder, 'site-private'));
  writeFileSync(join(folder, 'site/index.html'), '<!doctype html>');
  writeFileSync(join(folder, 'site/data/地块 1.geojson'), '{}');
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  writeFileSync(join(folder, 'site-private/secret.txt'), 'secret');
  server = await serve({ folders: { '/park': join(folder, 'site') }, port: 0 });
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

/** Asks with the path exactly as written: `fetch` would tidy it first. */
function ask(path: string, method = 'GET'): Promise<{ status: number; type: string; location: string | undefined }> {
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port: server.port, path, method }, (response) => {
      response.resume();
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          type: response.headers['content-type'] ?? '',
          location: response.headers.location,
        }),
      );
    })
      .on('error', reject)
      .end();
  });
}

test('serves a folder under its prefix, and the start page for the folder itself', async () => {
  expect(await ask('/park/')).toMatchObject({ status: 200, type: 'text/html; charset=utf-8' });
  expect(await ask('/park?plan=a')).toMatchObject({ status: 301, location: '/park/?plan=a' });
  expect(await ask('/')).toMatchObject({ status: 404 });
});

test('serves names in Chinese and with spaces, as GeoJSON', async () => {
  expect(await ask(`/park/data/${encodeURIComponent('地块 1.geojson')}`)).toMatchObject({
    status: 200,
    type: 'application/geo+json; charset=utf-8',
  });
});

test('answers 404 for a missing file and for a folder without a start page', async () => {
  expect(await ask('/park/missing.html')).toMatchObject({ status: 404 });
  expect(await ask('/park/data')).toMatchObject({ status: 404 });
  expect(await ask('/park/data/')).toMatchObject({ status: 404 });
});

test.each([
  '/park/../secret.txt',
  '/park/%2e%2e/secret.txt',
  '/park/..%2fsecret.txt',
  '/park/..%5csecret.txt',
  '/park/%00',
])('gives nothing outside the folder for %s', async (path) => {
  expect((await ask(path)).status).toBe(404);
});

test('does not take a neighbour whose name begins alike for the folder', () => {
  expect(fileOfAddress(join(folder, 'site'), '/../site-private/secret.txt')).toBeUndefined();
});

test('goes on after a malformed address and refuses other methods', async () => {
  expect((await ask('/park/%E0%A4%A')).status).toBe(404);
  expect((await ask('//')).status).toBe(400);
  expect((await ask('/park/', 'POST')).status).toBe(405);
  expect((await ask('/park/')).status).toBe(200);
});

test('takes the next port when one is taken', async () => {
  const next = await serve({ folders: {}, port: server.port, lastPort: server.port + 20 });
  expect(next.port).toBeGreaterThan(server.port);
  await next.close();
});
