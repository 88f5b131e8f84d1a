import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page, Response } from 'playwright-core';
import { ROOT } from '../../scripts/setup/run.mjs';

/** What a page with MapLibre alone has to load: the library, what it shares with its worker, the worker, and the styles. */
const BARE_MAPLIBRE_FILES = ['maplibre-gl.mjs', 'maplibre-gl-shared.mjs', 'maplibre-gl-worker.mjs', 'maplibre-gl.css'];

/** Bytes as they travel compressed, by gzip's default level, without a file name. */
export function gzipBytes(content: Uint8Array): number {
  return content.length === 0 ? 0 : gzipSync(content).length;
}

export interface LoadedFile {
  name: string;
  gzipBytes: number;
}

/** The files of bare MapLibre as installed. */
export function bareMapLibreFiles(): LoadedFile[] {
  return BARE_MAPLIBRE_FILES.map((name) => ({
    name,
    gzipBytes: gzipBytes(readFileSync(join(ROOT, 'node_modules/maplibre-gl/dist', name))),
  }));
}

/**
 * Loads a page and weighs all it loads from its own origin until `isReady`, without the plan's data. The page must be fresh: what
 * its browser profile has cached would be missed.
 */
export async function weighFirstView(
  page: Page,
  address: string,
  isReady: () => Promise<unknown>,
): Promise<LoadedFile[]> {
  const responses: Response[] = [];
  page.context().on('response', (response) => responses.push(response));
  await page.goto(address);
  await isReady();
  // Slow machines see the mark late: what was asked for after it is not the first view's.
  const idleAt = await page.evaluate(
    () => performance.timeOrigin + (performance.getEntriesByName('park-map-idle')[0]?.startTime ?? Number.NaN),
  );
  const folder = new URL('.', address).href;
  const weighed = responses
    .filter((response) => !(response.request().timing().startTime > idleAt))
    .filter((response) => response.url().startsWith(folder) && response.status() === 200)
    .filter((response) => !response.url().startsWith(`${folder}data/`))
    .map(async (response) => ({
      name: response.url().slice(folder.length) || 'index.html',
      gzipBytes: gzipBytes(await response.body()),
    }));
  return Promise.all(weighed);
}

export function totalBytes(files: LoadedFile[]): number {
  return files.reduce((sum, file) => sum + file.gzipBytes, 0);
}
