import { archives } from './reading/archives.ts';
import { comparison } from './reading/comparison.ts';
import { containers } from './reading/containers.ts';
import { coordinates } from './reading/coordinates.ts';
import { drawings } from './reading/drawings.ts';
import { drawingsTables } from './reading/drawings_tables.ts';
import { fields } from './reading/fields.ts';
import { geojson } from './reading/geojson.ts';
import { review } from './reading/review.ts';
import { text } from './reading/text.ts';
import { unreadable } from './reading/unreadable.ts';
import { versions } from './reading/versions.ts';

/** What is said of files, and of reviewing and keeping what they bring. */
export const reading = {
  codes: {
    ...archives.codes,
    ...containers.codes,
    ...coordinates.codes,
    ...drawings.codes,
    ...drawingsTables.codes,
    ...fields.codes,
    ...geojson.codes,
    ...comparison.codes,
    ...review.codes,
    ...text.codes,
    ...unreadable.codes,
    ...versions.codes,
  },
  archives: archives.words,
  comparison: comparison.words,
  containers: containers.words,
  coordinates: coordinates.words,
  drawings: drawings.words,
  drawingsTables: drawingsTables.words,
  fields: fields.words,
  geojson: geojson.words,
  review: review.words,
  text: text.words,
  unreadable: unreadable.words,
  versions: versions.words,
} as const;
