import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { ROOT } from '../../scripts/setup/run.mjs';

interface PlanFiles {
  bounds?: number[];
  layers: Record<string, string>;
}

/**
 * Writes a page into `folder` that does with MapLibre alone what the app does first: it reads the plan's layers and draws them as
 * plain fills, lines and labels. Its `park-map` element carries `data-map-idle` from the first idle on, as the app's does.
 */
export function writeBarePage(folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const name of ['maplibre-gl.mjs', 'maplibre-gl-shared.mjs', 'maplibre-gl-worker.mjs', 'maplibre-gl.css'])
    cpSync(join(ROOT, 'node_modules/maplibre-gl/dist', name), join(folder, name));
  cpSync(join(ROOT, 'data/geojson'), join(folder, 'data/geojson'), { recursive: true });
  const manifest = JSON.parse(readFileSync(join(ROOT, 'data/geojson/plan.json'), 'utf8')) as PlanFiles;
  const layers = Object.entries(manifest.layers).flatMap(([id]) => [
    { id: `${id}-fill`, source: id, type: 'fill', paint: { 'fill-color': '#8ab', 'fill-opacity': 0.4 } },
    { id: `${id}-line`, source: id, type: 'line', paint: { 'line-color': '#345' } },
    { id: `${id}-label`, source: id, type: 'symbol', layout: { 'text-field': ['get', 'name'], 'text-size': 12 } },
  ]);
  const sources = Object.fromEntries(
    Object.entries(manifest.layers).map(([id, file]) => [id, { type: 'geojson', data: `data/geojson/${file}` }]),
  );
  const options = { bounds: manifest.bounds, style: { version: 8, sources, layers } };
  writeFileSync(
    join(folder, 'main.mjs'),
    `import { Map as MapLibreMap, setWorkerUrl } from './maplibre-gl.mjs';
setWorkerUrl(new URL('./maplibre-gl-worker.mjs', import.meta.url).href);
const options = ${JSON.stringify(options)};
for (const source of Object.values(options.style.sources)) source.data = new URL(source.data, location.href).href;
const container = document.querySelector('park-map');
const map = new MapLibreMap({ container, ...options });
map.once('idle', () => container.setAttribute('data-map-idle', ''));
`,
  );
  writeFileSync(
    join(folder, 'index.html'),
    `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>MapLibre</title>
<link rel="stylesheet" href="./maplibre-gl.css"><link rel="stylesheet" href="./page.css">
<script type="module" src="./main.mjs"></script></head><body><park-map></park-map></body></html>
`,
  );
  writeFileSync(
    join(folder, 'page.css'),
    'body { margin: 0; } park-map { display: block; width: 100vw; height: 100vh; }\n',
  );
}

/** Milliseconds from the start of the navigation to the first idle map, in a profile that has cached nothing. */
export async function timeToFirstIdle(browser: Browser, address: string): Promise<number> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' });
  try {
    const page = await context.newPage();
    const started = performance.now();
    await page.goto(address, { waitUntil: 'commit' });
    await page.locator('[data-map-idle]').first().waitFor({ state: 'attached', timeout: 120_000 });
    return performance.now() - started;
  } finally {
    await context.close();
  }
}
