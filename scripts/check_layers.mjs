/**
 * Holds the architecture's table of who may import whom (docs/architecture.md). Run by `npm run lint`.
 *
 * A table and a scan of import statements instead of a linter's rule, because the rule has to resolve relative paths and to tell
 * imports of types from imports of code.
 */
import { readdirSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * `layers`: which layers a layer may import, and whether all of it or only its types. `packages`: which npm packages.
 * @type {Record<string, { layers: Record<string, 'all' | 'types'>, packages: string[] }>}
 */
export const LAYERS = {
  core: { layers: {}, packages: ['@cfworker/json-schema', 'fflate', 'pinyin-match'] },
  messages: { layers: { core: 'all' }, packages: [] },
  sheet: { layers: { core: 'all', messages: 'all' }, packages: ['fflate'] },
  state: { layers: { core: 'all', messages: 'types' }, packages: ['@preact/signals-core', 'idb-keyval'] },
  map: {
    layers: { core: 'all', state: 'all', messages: 'all' },
    packages: ['maplibre-gl', '@preact/signals-core'],
  },
  ui: {
    layers: { core: 'all', sheet: 'all', state: 'all', map: 'all', messages: 'all' },
    packages: ['lit', '@preact/signals-core', 'pinyin-match', 'fflate'],
  },
  worker: { layers: { core: 'all', sheet: 'all', messages: 'all' }, packages: [] },
  cli: { layers: { core: 'all', sheet: 'all', messages: 'all' }, packages: ['node:'] },
  app: {
    layers: {
      core: 'all',
      messages: 'all',
      sheet: 'all',
      state: 'all',
      map: 'all',
      ui: 'all',
      worker: 'all',
    },
    packages: ['lit', '@preact/signals-core'],
  },
};

/** Packages that one folder alone may import: their only door. */
const DOORS = {
  '@turf/turf': 'core/measure',
  'clipper2-ts': 'core/measure',
  flatbush: 'core/measure',
  'geojson-validation': 'core/read',
  flatgeobuf: 'core/read',
  flatbuffers: 'core/read',
  saxes: 'core/read',
  'topojson-client': 'core/read',
  'topojson-specification': 'core/read',
  '@maplibre/geojson-vt': 'map/tiles',
  '@maplibre/vt-pbf': 'map/tiles',
};

/** Files outside `src` that a layer may read: data that is part of the code. */
const OUTSIDE = /^data\/schema\/[^/]+\.json$/;

/**
 * The imports of a module, as written. Comments and the contents of other strings do not count.
 * @param {string} source
 * @returns {{ specifier: string, line: number, isTypeOnly: boolean }[]}
 */
export function importsOf(source) {
  // Comments become blanks, so that positions stay.
  const code = source.replace(
    /("(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*')|\/\*[\s\S]*?\*\/|\/\/[^\n]*/g,
    (match, text) => text ?? match.replace(/[^\n]/g, ' '),
  );
  const patterns = [
    /(?:^|[;}\n])\s*(?:import|export)\s+(?<type>type\s+(?!from\b|,))?(?<names>[\w*$\s{},]+?)\s*from\s*(['"])(?<specifier>[^'"\n]+)\3/g,
    /(?:^|[;}\n])\s*import\s*(['"])(?<specifier>[^'"\n]+)\1/g,
    /\bimport\s*\(\s*(['"`])(?<specifier>[^'"`\n]+)\1/g,
    /\bnew\s+URL\s*\(\s*(['"])(?<specifier>\.[^'"\n]+)\1\s*,\s*import\.meta\.url/g,
  ];
  return patterns
    .flatMap((pattern) =>
      [...code.matchAll(pattern)].map((match) => {
        const { specifier = '', type, names = '' } = match.groups ?? {};
        const inBraces = /^\{([\s\S]*)\}$/.exec(names.trim())?.[1];
        const listed = inBraces
          ?.split(',')
          .map((name) => name.trim())
          .filter((name) => name !== '');
        const isTypeOnly = Boolean(type) || Boolean(listed?.length && listed.every((name) => name.startsWith('type ')));
        const at = match.index + match[0].lastIndexOf(specifier);
        return { specifier, line: code.slice(0, at).split('\n').length, isTypeOnly };
      }),
    )
    .sort((a, b) => a.line - b.line);
}

/** @param {string} specifier `lit/directives/map.js` → `lit`, `@turf/turf` stays. */
function packageName(specifier) {
  const parts = specifier.split('/');
  return specifier.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? specifier);
}

/**
 * Why a file may not import something, or undefined when it may.
 * @param {string} file Path below `src`, with forward slashes.
 * @param {{ specifier: string, isTypeOnly: boolean }} imported
 * @returns {string | undefined}
 */
function whyForbidden(file, { specifier, isTypeOnly }) {
  const layer = file.split('/')[0] ?? '';
  const allowed = LAYERS[layer];
  if (!allowed) return `src/${layer} is not a layer of the architecture`;
  if (!specifier.startsWith('.')) {
    const name = packageName(specifier);
    const door = DOORS[name];
    if (door) return file.startsWith(`${door}/`) ? undefined : `${name} is imported in src/${door} only`;
    if (allowed.packages.includes(name) || (name.startsWith('node:') && allowed.packages.includes('node:')))
      return undefined;
    return `${layer} may not import the package ${name}`;
  }
  const target = join(dirname(`src/${file}`), specifier.replace(/\?.*$/, ''))
    .split(sep)
    .join('/');
  if (OUTSIDE.test(target)) return undefined;
  if (!target.startsWith('src/')) return `${target} lies outside src`;
  const targetLayer = target.split('/')[1] ?? '';
  if (targetLayer === layer) return undefined;
  const kind = allowed.layers[targetLayer];
  if (kind === 'all' || (kind === 'types' && isTypeOnly)) return undefined;
  return kind === 'types'
    ? `${layer} may import only types of ${targetLayer}`
    : `${layer} may not import ${targetLayer}`;
}

/**
 * Every forbidden import below a `src` folder.
 * @param {string} sourceFolder
 * @returns {{ file: string, line: number, specifier: string, reason: string }[]} `file` is relative to the folder.
 */
export function findForbiddenImports(sourceFolder) {
  const files = readdirSync(sourceFolder, { recursive: true })
    .map((name) => String(name).split(sep).join('/'))
    .filter((name) => /\.(ts|mts|js|mjs)$/.test(name))
    .sort();
  return files.flatMap((file) =>
    importsOf(readFileSync(join(sourceFolder, file), 'utf8')).flatMap((imported) => {
      const reason = whyForbidden(file, imported);
      return reason ? [{ file, line: imported.line, specifier: imported.specifier, reason }] : [];
    }),
  );
}

const isMain = process.argv[1] && realpathSync(resolve(process.argv[1])) === fileURLToPath(import.meta.url);
if (isMain) {
  const folder = fileURLToPath(new URL('../src', import.meta.url));
  const forbidden = findForbiddenImports(folder);
  for (const { file, line, specifier, reason } of forbidden)
    console.error(`${relative(process.cwd(), join(folder, file))}:${line}  '${specifier}': ${reason}`);
  if (forbidden.length > 0) process.exitCode = 1;
  else console.log('Layers: every import is allowed.');
}
