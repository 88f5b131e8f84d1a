import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, test } from 'vitest';
import { findForbiddenImports, importsOf } from '../../../scripts/check_layers.mjs';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** The reasons given for a source tree that holds just one file. */
function reasonsFor(file: string, source: string): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'layers-'));
  folders.push(folder);
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), source);
  return findForbiddenImports(folder).map(({ reason }) => reason);
}

test('the sources import nothing that their layer may not', () => {
  expect(findForbiddenImports(fileURLToPath(new URL('../../../src', import.meta.url)))).toEqual([]);
});

test.each([
  ['core/plan/a.ts', "import { html } from 'lit';", 'core may not import the package lit'],
  ['core/plan/a.ts', "import type { Store } from '../../state/store.ts';", 'core may not import state'],
  ['core/plan/a.ts', "import { messagesOf } from '../../messages/index.ts';", 'core may not import messages'],
  ['core/plan/a.ts', "import { readFileSync } from 'node:fs';", 'core may not import the package node:fs'],
  ['core/check/a.ts', "import area from '@turf/turf';", '@turf/turf is imported in src/core/measure only'],
  ['core/plan/a.ts', "import gjv from 'geojson-validation';", 'geojson-validation is imported in src/core/read only'],
  ['ui/a.ts', "import { Map } from 'maplibre-gl';", 'ui may not import the package maplibre-gl'],
  ['map/a.ts', "import { html } from 'lit';", 'map may not import the package lit'],
  ['map/a.ts', "import '../ui/park_app.ts';", 'map may not import ui'],
  ['sheet/a.ts', "export * from '../state/store.ts';", 'sheet may not import state'],
  ['state/a.ts', "const later = import('../map/sync.ts');", 'state may not import map'],
  ['state/a.ts', "import { fill } from '../messages/fill.ts';", 'state may import only types of messages'],
  ['state/a.ts', "import {\n  fill,\n} from '../messages/fill.ts';", 'state may import only types of messages'],
  [
    'map/a.ts',
    "import { fromGeojsonVt } from '@maplibre/vt-pbf';",
    '@maplibre/vt-pbf is imported in src/map/tiles only',
  ],
  ['ui/a.ts', "new Worker(new URL('../worker/main.ts', import.meta.url));", 'ui may not import worker'],
  ['ui/a.ts', "import '../../tests/helper.ts';", 'tests/helper.ts lies outside src'],
  ['extra/a.ts', "import '../core/a.ts';", 'src/extra is not a layer of the architecture'],
])('refuses in %s: %s', (file, source, reason) => {
  expect(reasonsFor(file, source)).toEqual([reason]);
});

test.each([
  ['core/measure/a.ts', "import { area } from '@turf/turf';"],
  ['core/read/a.ts', "import gjv from 'geojson-validation';"],
  ['core/plan/a.ts', "import schema from '../../../data/schema/plan.schema.json' with { type: 'json' };"],
  ['state/a.ts', "import { type Language, type Messages } from '../messages/index.ts';"],
  ['state/a.ts', "import type { Messages } from '../messages/messages.ts';"],
  ['map/a.ts', "import url from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';"],
  ['ui/a.ts', "import { map } from 'lit/directives/map.js';"],
  ['cli/a.ts', "import { readFileSync } from 'node:fs';"],
])('allows in %s: %s', (file, source) => {
  expect(reasonsFor(file, source)).toEqual([]);
});

test('does not take comments and texts for imports', () => {
  const source = [
    "// import { html } from 'lit';",
    "/* import 'lit'; */",
    "const address = 'https://example.org'; import a from './a.ts';",
    'const text = "say import \'lit\'";',
  ].join('\n');
  expect(importsOf(source)).toEqual([{ specifier: './a.ts', line: 3, isTypeOnly: false }]);
});
