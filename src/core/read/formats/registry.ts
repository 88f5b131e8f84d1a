import { openGeojson } from '../geojson/open_geojson.ts';
import type { Format } from './format.ts';

/** What everything is that no other format claims: the reader of GeoJSON says what is wrong with it. */
const geojson: Format = {
  format: 'geojson',
  matches: () => true,
  open: async ({ main, log }) => {
    const source = openGeojson(main, log);
    return source ? [source] : [];
  },
};

/** In the order they are asked: one entry a format, each with its reader behind `import()`. */
export const FORMATS: readonly Format[] = [geojson];
