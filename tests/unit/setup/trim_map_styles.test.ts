import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { withoutUnusedControls } from '../../../scripts/vite/trim_map_styles.ts';

const whole = readFileSync(createRequire(import.meta.url).resolve('maplibre-gl/dist/maplibre-gl.css'), 'utf8');
const trimmed = withoutUnusedControls(whole);

test('what the map needs of MapLibre’s styles stays', () => {
  for (const part of [
    '.maplibregl-map{',
    '.maplibregl-canvas{',
    '.maplibregl-canvas-container.maplibregl-interactive',
    '.maplibregl-ctrl-bottom-right{',
    '.maplibregl-ctrl-attrib',
    '.maplibregl-crosshair',
    '.maplibregl-boxzoom',
  ])
    expect(trimmed).toContain(part);
});

test('the pictures of unused controls go, and the rest is still whole', () => {
  expect(trimmed).not.toContain('maplibregl-ctrl-logo');
  expect(trimmed).not.toContain('maplibregl-popup');
  expect(trimmed.length).toBeLessThan(whole.length / 5);
  expect(trimmed.split('{').length).toBe(trimmed.split('}').length);
});

test('a rule that also concerns something used stays whole', () => {
  expect(withoutUnusedControls('.maplibregl-popup,.maplibregl-canvas{top:0}.maplibregl-popup{left:0}')).toBe(
    '.maplibregl-popup,.maplibregl-canvas{top:0}',
  );
});
