import { expect, test } from 'vitest';
import { measureEllipsoidDistanceMetres } from '../../src/core/measure/ellipsoid.ts';
import type { CaptureRequest } from '../../src/state/map_port.ts';
import type { Store } from '../../src/state/store.ts';
import { type App, afterMapChange, mapElement, openApp, waitForMapIdle } from './harness.ts';

/** Columns of a captured picture that hold this colour in its middle rows, the first and the last. */
interface Captured {
  width: number;
  height: number;
  metresPerPixel: number;
  firstColumn: number;
  lastColumn: number;
}

/** Captures the map and looks for the colour of the measuring tool in it. */
function capture(app: App, request: CaptureRequest): Promise<Captured | { code: string }> {
  return mapElement(app.page).evaluate(async (element, wanted) => {
    const store = Reflect.get(element, 'store') as Store;
    try {
      const picture = await store.map.value?.capture(wanted);
      if (!picture) throw new Error('The map is not ready.');
      const { width, height } = picture.canvas;
      const pixels = picture.canvas.getContext('2d')?.getImageData(0, 0, width, height).data ?? [];
      let firstColumn = width;
      let lastColumn = -1;
      for (let index = 0; index < pixels.length; index += 4) {
        const isMeasureColour = [0xc2, 0x18, 0x5b].every(
          (value, at) => Math.abs((pixels[index + at] ?? 0) - value) < 12,
        );
        if (!isMeasureColour) continue;
        const column = (index / 4) % width;
        firstColumn = Math.min(firstColumn, column);
        lastColumn = Math.max(lastColumn, column);
      }
      return { width, height, metresPerPixel: picture.metresPerPixel, firstColumn, lastColumn };
    } catch (error) {
      return { code: String(Reflect.get(Object(error), 'code')) };
    }
  }, request);
}

test('draws a picture of exactly the pixels and the scale asked for, held against the ground', async () => {
  const app = await openApp();
  const camera = await mapElement(app.page).evaluate((element) => {
    const store = Reflect.get(element, 'store') as Store;
    const { longitude, latitude } = store.view.value.camera ?? { longitude: 0, latitude: 0 };
    // A line of about a kilometre through the middle, drawn by the measuring tool.
    store.measure.value = {
      tool: 'distance',
      points: [
        [longitude - 0.005, latitude],
        [longitude + 0.005, latitude],
      ],
      finished: true,
    };
    return { longitude, latitude };
  });
  await waitForMapIdle(app);
  const request = { widthPixels: 1201, heightPixels: 333, pixelRatio: 2.5, scaleDenominator: 10_000 };
  const picture = await capture(app, { ...request, view: { appearance: 'light' } });
  if ('code' in picture) throw new Error(picture.code);
  expect([picture.width, picture.height]).toEqual([1201, 333]);
  // 1:10,000 at 96 CSS pixels per inch, two and a half device pixels each.
  expect(picture.metresPerPixel).toBeCloseTo((10_000 * 0.0254) / 96 / 2.5, 6);
  const { longitude, latitude } = camera;
  const metres = measureEllipsoidDistanceMetres([longitude - 0.005, latitude], [longitude + 0.005, latitude]);
  // Each end carries a dot of 6.2 CSS pixels (its radius and half its rim).
  const drawnPixels = picture.lastColumn - picture.firstColumn + 1 - 2 * 6.2 * 2.5;
  // East–west and mean scale differ by a quarter of a per cent; the rest is the dots' soft rim.
  expect(Math.abs(drawnPixels * picture.metresPerPixel - metres) / metres).toBeLessThan(0.012);
  expect(app.errors).toEqual([]);
  await app.close();
});

test('refuses a picture larger than can be drawn in one piece, and says so by a code', async () => {
  const app = await openApp();
  expect(await capture(app, { widthPixels: 9933, heightPixels: 7016, pixelRatio: 3.125 })).toEqual({
    code: 'picture-too-large',
  });
  await app.close();
});

test('draws everything again after the graphics context was lost', async () => {
  const app = await openApp();
  const map = mapElement(app.page);
  const before = await map.screenshot();
  const notice = await map.evaluate(async (element) => {
    const store = Reflect.get(element, 'store') as Store;
    const canvas = element.shadowRoot?.querySelector<HTMLCanvasElement>('canvas.maplibregl-canvas');
    const extension = canvas?.getContext('webgl2')?.getExtension('WEBGL_lose_context');
    const lost = new Promise((resolve) => canvas?.addEventListener('webglcontextlost', resolve, { once: true }));
    extension?.loseContext();
    await lost;
    const key = store.notice.value?.key;
    setTimeout(() => extension?.restoreContext(), 50);
    return key;
  });
  expect(notice).toBe('webglLost');
  await afterMapChange(app, () =>
    expect.poll(() => map.evaluate((element) => (Reflect.get(element, 'store') as Store).notice.value)).toBeUndefined(),
  );
  const after = await map.screenshot();
  // The same picture again, colours by feature state included: what was lost would be thousands of bytes less to compress.
  expect(Math.abs(after.length - before.length) / before.length).toBeLessThan(0.02);
  await app.close();
});
