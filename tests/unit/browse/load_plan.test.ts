import { afterEach, expect, test, vi } from 'vitest';
import { loadPlan, planFolderOf } from '../../../src/app/load_plan.ts';
import type { CoreService } from '../../../src/core/service.ts';
import { planOf } from '../../support/sample_plan.ts';

const PAGE = 'https://park.example/map/index.html';
const FOLDER = 'https://park.example/map/data/geojson/';

afterEach(() => vi.unstubAllGlobals());

function serve(files: Record<string, string | number>): void {
  vi.stubGlobal('fetch', (address: URL) => {
    const found = files[address.href];
    if (found === undefined) return Promise.reject(new TypeError('Failed to fetch'));
    if (typeof found === 'number') return Promise.resolve(new Response(null, { status: found }));
    return Promise.resolve(new Response(found));
  });
}

function serviceThatReads(names: string[]): CoreService {
  return {
    readPlan: (files) => {
      names.push(...files.map(({ name }) => name));
      return Promise.resolve({ plan: planOf({}), diagnostics: [] });
    },
    measure: () => Promise.reject(new Error('not asked for')),
    analyse: () => Promise.reject(new Error('not asked for')),
    review: () => Promise.reject(new Error('not asked for')),
    hash: () => Promise.reject(new Error('not asked for')),
    compare: () => Promise.reject(new Error('not asked for')),
  };
}

test('opens the default folder beside the page, and a named one of the same site', () => {
  expect(planFolderOf(PAGE)).toBe(FOLDER);
  expect(planFolderOf(`${PAGE}?plan=other`)).toBe('https://park.example/map/other/');
  expect(planFolderOf(`${PAGE}?plan=/plans/north/`)).toBe('https://park.example/plans/north/');
});

test.each([
  'https://evil.example/plan/',
  '//evil.example/plan',
  'javascript:alert(1)',
  'data:text/plain,x',
  'http://park.example/map/',
])('never opens a plan of another origin: %s', (wanted) => {
  expect(planFolderOf(`${PAGE}?plan=${encodeURIComponent(wanted)}`)).toBeUndefined();
});

test('reads the manifest and each layer file it names', async () => {
  const names: string[] = [];
  serve({
    [`${FOLDER}plan.json`]: JSON.stringify({
      layers: { plots: 'plots.geojson', zones: 'zones.geojson', moon: 'moon.geojson' },
    }),
    [`${FOLDER}plots.geojson`]: '{}',
    [`${FOLDER}zones.geojson`]: '{}',
  });
  const result = await loadPlan(FOLDER, serviceThatReads(names), () => undefined);
  expect(result.ok).toBe(true);
  expect(names.sort()).toEqual(['plan.json', 'plots.geojson', 'zones.geojson']);
});

test('says which file is missing', async () => {
  serve({
    [`${FOLDER}plan.json`]: JSON.stringify({ layers: { plots: 'plots.geojson' } }),
    [`${FOLDER}plots.geojson`]: 404,
  });
  expect(await loadPlan(FOLDER, serviceThatReads([]), () => undefined)).toEqual({
    ok: false,
    failure: { kind: 'http', file: '/map/data/geojson/plots.geojson', status: 404 },
  });
});

test('says that the network failed, not that the file is wrong', async () => {
  serve({});
  const result = await loadPlan(FOLDER, serviceThatReads([]), () => undefined);
  expect(result).toEqual({ ok: false, failure: { kind: 'network', file: '/map/data/geojson/plan.json' } });
});

test.each(['', '{', '[]', 'null', '"plan"'])('refuses a manifest that is no JSON object: %j', async (text) => {
  serve({ [`${FOLDER}plan.json`]: text });
  expect(await loadPlan(FOLDER, serviceThatReads([]), () => undefined)).toMatchObject({
    ok: false,
    failure: { kind: 'notManifest' },
  });
});

test.each(['../secret.json', 'https://evil.example/plots.geojson', '/etc/passwd'])(
  'never follows a layer file out of the plan’s folder: %s',
  async (name) => {
    serve({ [`${FOLDER}plan.json`]: JSON.stringify({ layers: { plots: name } }) });
    expect(await loadPlan(FOLDER, serviceThatReads([]), () => undefined)).toEqual({
      ok: false,
      failure: { kind: 'foreign', file: name },
    });
  },
);

test('names a layer file whose address cannot be decoded as the manifest writes it', async () => {
  serve({
    [`${FOLDER}plan.json`]: JSON.stringify({ layers: { plots: '50%.geojson' } }),
    [`${FOLDER}50%.geojson`]: 404,
  });
  expect(await loadPlan(FOLDER, serviceThatReads([]), () => undefined)).toMatchObject({
    ok: false,
    failure: { kind: 'http', file: '/map/data/geojson/50%.geojson', status: 404 },
  });
});
