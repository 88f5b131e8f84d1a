import { mkdirSync, writeFileSync } from 'node:fs';
import { generatePlan, planFiles } from './generate.ts';
import { harbourPark } from './harbour_park.ts';

/** Writes the plan that ships and the second park of the tests. */
function write(folder: URL, files: ReadonlyMap<string, string>): void {
  mkdirSync(folder, { recursive: true });
  for (const [file, text] of files) writeFileSync(new URL(file, folder), text);
}

write(new URL('../../data/geojson/', import.meta.url), planFiles(generatePlan()));
write(new URL('../../tests/data/harbour-park/', import.meta.url), planFiles(harbourPark()));
