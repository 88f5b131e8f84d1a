import type { Plugin } from 'vite';

/**
 * Controls of MapLibre that this app has its own of, or none. Their rules are nine tenths of MapLibre's styles, because the
 * pictures on their buttons stand in them.
 */
const UNUSED_CONTROLS =
  /\.maplibregl-(?:ctrl-(?:logo|group|icon|geolocate|globe|terrain|fullscreen|shrink|compass|zoom|scale)|ctrl button|popup|marker|user-location|cooperative-gesture)/;

/** MapLibre's styles without the rules that concern nothing but controls the app does not use. */
export function withoutUnusedControls(css: string): string {
  const kept = css.replace(/([^{}]+)\{[^{}]*\}/g, (rule, selectors: string) =>
    selectors.split(',').every((selector) => UNUSED_CONTROLS.test(selector)) ? '' : rule,
  );
  return kept.replace(/@media[^{}]*\{\s*\}/g, '');
}

/** Vite plugin: MapLibre's style sheet loses what the app never shows. */
export function trimMapStyles(): Plugin {
  return {
    name: 'trim-map-styles',
    enforce: 'pre',
    transform: {
      filter: { id: /maplibre-gl\/dist\/maplibre-gl\.css/ },
      handler: (css) => withoutUnusedControls(css),
    },
  };
}
