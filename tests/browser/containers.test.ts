import { readdirSync, readFileSync } from 'node:fs';
import { zipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { dropFiles, expectCleanPage, openApp } from './harness.ts';

const fixture = (name: string) => readFileSync(new URL(`../data/formats/${name}`, import.meta.url));
const plots = JSON.parse(fixture('containers-plots.geojson').toString()) as {
  features: { properties: { id: string }; geometry: { type: string; coordinates: number[][][] } }[];
};

function shapefileInGbk(): Uint8Array {
  const names = readdirSync(new URL('../data/formats/plots-GBK/', import.meta.url));
  return zipSync(
    Object.fromEntries(names.map((name) => [`控规/${name}`, new Uint8Array(fixture(`plots-GBK/${name}`))])),
  );
}

function topology(): Uint8Array {
  const geometries = plots.features.map(({ properties, geometry }, index) => ({
    type: geometry.type,
    properties,
    arcs: [[index]],
  }));
  const arcs = plots.features.map(({ geometry }) => geometry.coordinates[0]);
  const objects = { plots: { type: 'GeometryCollection', geometries } };
  return new TextEncoder().encode(JSON.stringify({ type: 'Topology', objects, arcs }));
}

interface ShownPlot {
  id: string;
  geometry: { coordinates: number[][][] };
}

async function shownPlots(page: Page): Promise<ShownPlot[]> {
  return page.locator('park-app').evaluate((app) => Reflect.get(app, 'store').plan.value.layers.plots as ShownPlot[]);
}

function boundsOf(plot: ShownPlot | undefined): number[] {
  const corners = plot?.geometry.coordinates[0] ?? [];
  return [0, 1].flatMap((axis) => {
    const values = corners.map((corner) => corner[axis] ?? Number.NaN);
    return [Math.min(...values), Math.max(...values)];
  });
}

/** Takes the file for the whole layer; that most plots go must then be said. */
async function replaceLayer(page: Page): Promise<void> {
  await page.locator('park-update-review .mode button').nth(0).click();
  await page.locator('park-update-review .confirm input').check();
}

const garble = (text: string) => new TextDecoder('gb18030').decode(new TextEncoder().encode(text));

describe('a file that is no GeoJSON, in the browser under its strict policy', () => {
  test.each([
    ['a zipped shapefile in GBK and CGCS2000', '地块.zip', shapefileInGbk, 20],
    ['a GeoPackage', '地块.gpkg', () => fixture('containers-4326.gpkg'), 8],
    ['a GeoPackage in CGCS2000', '地块.gpkg', () => fixture('containers-4527.gpkg'), 8],
    ['a FlatGeobuf', 'plots.fgb', () => fixture('containers-plots.fgb'), 8],
    ['a TopoJSON', '地块.topojson', topology, 8],
  ] as const)('%s is reviewed, accepted and becomes the plan', async (_, name, content, count) => {
    const app = await openApp({ viewport: { width: 1440, height: 900 } });
    try {
      const { page } = app;
      const before = new Map((await shownPlots(page)).map((plot) => [plot.id, plot]));
      await dropFiles(page, [{ name, content: content(), type: 'application/octet-stream' }]);
      const accept = page.locator('park-update-review .accept');
      await accept.waitFor();
      await replaceLayer(page);
      await expect.poll(() => accept.getAttribute('aria-disabled')).toBe('false');
      await accept.click();
      await expect.poll(async () => (await shownPlots(page)).length).toBe(count);
      for (const plot of await shownPlots(page)) {
        // A ring may begin elsewhere and run the other way; half a millimetre is five billionths of a degree.
        const own = boundsOf(before.get(plot.id));
        for (const [index, value] of boundsOf(plot).entries()) expect(value).toBeCloseTo(own[index] ?? 0, 8);
      }
      expectCleanPage(app);
    } finally {
      await app.close();
    }
  });

  test('garbled names are told with what they said, and are restored when a person says so', async () => {
    const app = await openApp({ viewport: { width: 1440, height: 900 } });
    try {
      const { page } = app;
      const features = plots.features.map((feature) => ({
        type: 'Feature',
        ...feature,
        properties: { id: feature.properties.id, name: garble('中安创谷') },
      }));
      const content = JSON.stringify({ type: 'FeatureCollection', features });
      await dropFiles(page, [{ name: 'plots.geojson', content }]);
      const source = page.locator('park-sources .source');
      await source.waitFor();
      expect(await source.innerText()).toContain('中安创谷');
      await source.locator('select:has(option[value="mend"])').selectOption('mend');
      await replaceLayer(page);
      const accept = page.locator('park-update-review .accept');
      await expect.poll(() => accept.getAttribute('aria-disabled')).toBe('false');
      await accept.click();
      const names = async () =>
        (await shownPlots(page)).map((plot) => (plot as unknown as { properties: { name?: string } }).properties.name);
      await expect.poll(names).toEqual(plots.features.map(() => '中安创谷'));
      expectCleanPage(app);
    } finally {
      await app.close();
    }
  });
});
