import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LAYER_IDS } from '../../src/core/plan/types.ts';
import { type Range, THEME_IDS } from '../../src/core/theme/types.ts';
import { decodeView, encodeView } from '../../src/state/url_codec.ts';
import { type Camera, INITIAL_VIEW, type View } from '../../src/state/view.ts';

const decimal = (min: number, max: number, digits: number) =>
  fc
    .integer({ min: Math.ceil(min * 10 ** digits), max: Math.floor(max * 10 ** digits) })
    .map((value) => Number((value / 10 ** digits).toFixed(digits)));
const text = fc.string({ minLength: 1, unit: 'grapheme' });
const range: fc.Arbitrary<Range> = fc.oneof(
  fc.record({ from: decimal(0, 500, 3) }),
  fc.record({ to: decimal(0, 500, 3) }),
  fc.record({ from: decimal(0, 500, 3), to: decimal(0, 500, 3) }),
);
const camera: fc.Arbitrary<Camera> = fc.record({
  longitude: decimal(-180, 180, 6),
  latitude: decimal(-85, 85, 6),
  zoom: decimal(0, 24, 3),
  bearing: decimal(-180, 180, 1),
  pitch: decimal(0, 85, 1),
});
const view = fc.record(
  {
    theme: fc.constantFrom(...THEME_IDS),
    hiddenLayers: fc.uniqueArray(fc.constantFrom(...LAYER_IDS)),
    labels: fc.boolean(),
    filters: fc.record(
      { height: range, far: range, classes: fc.uniqueArray(text, { maxLength: 5 }) },
      { requiredKeys: ['classes'] },
    ),
    selection: fc.record({ layer: fc.constantFrom(...LAYER_IDS), id: text }),
    language: fc.constantFrom('zh-CN' as const, 'en' as const),
    appearance: fc.constantFrom('auto' as const, 'light' as const, 'dark' as const),
    mode: fc.constantFrom('2d' as const, '3d' as const),
    camera,
    timelineStep: fc.nat(20),
    basemap: text,
    shellOpacity: decimal(0, 1, 2),
  },
  { requiredKeys: ['theme', 'hiddenLayers', 'labels', 'filters', 'language', 'appearance', 'mode', 'shellOpacity'] },
) as fc.Arbitrary<View>;

test('a view written into an address is the same view when the address is read', () => {
  fc.assert(
    fc.property(view, (one) => {
      expect(decodeView(`#${encodeView(one)}`)).toEqual(normal(one));
    }),
  );
});

test('writing what was read gives the same address, whatever the camera', () => {
  const anyCamera = fc.record({
    longitude: fc.double({ min: -180, max: 180, noNaN: true }),
    latitude: fc.double({ min: -85, max: 85, noNaN: true }),
    zoom: fc.double({ min: 0, max: 24, noNaN: true }),
    bearing: fc.double({ min: -180, max: 180, noNaN: true }),
    pitch: fc.double({ min: 0, max: 85, noNaN: true }),
  });
  fc.assert(
    fc.property(anyCamera, (one) => {
      const written = encodeView({ ...INITIAL_VIEW, camera: one });
      expect(encodeView(decodeView(written))).toBe(written);
    }),
  );
});

test('any text after the # gives a usable view', () => {
  const known = fc.constantFrom(
    'theme',
    'at',
    'select',
    'height',
    'far',
    'classes',
    'hide',
    'step',
    'shell',
    'basemap',
  );
  const typed = fc
    .array(fc.tuple(known, fc.string()))
    .map((pairs) => pairs.map(([key, value]) => `${key}=${value}`).join('&'));
  fc.assert(
    fc.property(fc.oneof(fc.string(), typed), (hash) => {
      const read = decodeView(hash);
      expect(THEME_IDS).toContain(read.theme);
      expect(read.shellOpacity).toBeGreaterThanOrEqual(0);
      for (const value of Object.values(read.camera ?? {})) expect(Number.isFinite(value)).toBe(true);
    }),
  );
});

/** −0 and 0 are the same place. */
function normal(one: View): View {
  if (!one.camera) return one;
  const entries = Object.entries(one.camera).map(([key, value]) => [key, value === 0 ? 0 : value]);
  return { ...one, camera: Object.fromEntries(entries) as Camera };
}
