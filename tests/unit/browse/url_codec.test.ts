import { expect, test } from 'vitest';
import { decodeView, encodeView } from '../../../src/state/url_codec.ts';
import { INITIAL_VIEW } from '../../../src/state/view.ts';

test('the first view needs no address', () => {
  expect(encodeView(INITIAL_VIEW)).toBe('');
  expect(decodeView('')).toEqual(INITIAL_VIEW);
});

test('leaves the hover out: it is where the pointer happens to be', () => {
  expect(encodeView({ ...INITIAL_VIEW, hover: { layer: 'plots', id: 'ZA-01' } })).toBe('');
});

test('writes what a person can read', () => {
  const written = encodeView({
    ...INITIAL_VIEW,
    theme: 'height',
    filters: { height: { from: 24, to: 100 }, far: { to: 2.5 }, classes: [] },
    selection: { layer: 'plots', id: 'ZA-07' },
    camera: { longitude: 117.09671234, latitude: 31.8315, zoom: 14.25, bearing: 0, pitch: 0 },
    language: 'en',
  });
  expect(written).toBe(
    'theme=height&at=117.096712,31.8315,14.25,0,0&select=plots/ZA-07&height=24~100&far=~2.5&lang=en',
  );
});

test('ignores a camera that is nowhere on Earth and a theme nobody knows', () => {
  expect(decodeView('theme=soil&at=517,31.8,14,0,0&step=-1&shell=7&hide=moon')).toEqual(INITIAL_VIEW);
});

test('an id that is no valid text does not stop the rest of the address', () => {
  const written = encodeView({ ...INITIAL_VIEW, theme: 'far', selection: { layer: 'plots', id: '\ud800' } });
  expect(decodeView(written)).toEqual({ ...INITIAL_VIEW, theme: 'far' });
});

test('keeps the other values when one is broken', () => {
  expect(decodeView('select=plots/%E0%A4%A&theme=far')).toEqual({ ...INITIAL_VIEW, theme: 'far' });
});
