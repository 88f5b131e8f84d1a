import type { MapOptions } from 'maplibre-gl';
import { MAX_PITCH_3D, MAX_ZOOM, MIN_ZOOM } from './camera.ts';
import { EMPTY_STYLE } from './style/build_style.ts';
import { IDEOGRAPH_FONT_FAMILY } from './style/text.ts';

/** What every map of the page is made with, so that two of them show the same. */
export const MAP_OPTIONS = {
  style: EMPTY_STYLE,
  maplibreLogo: false,
  minZoom: MIN_ZOOM,
  maxZoom: MAX_ZOOM,
  maxPitch: MAX_PITCH_3D,
  renderWorldCopies: false,
  localIdeographFontFamily: IDEOGRAPH_FONT_FAMILY,
  // A style is this program's own, and checked in its tests.
  validateStyle: false,
} satisfies Partial<MapOptions>;
