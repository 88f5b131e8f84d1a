import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readFolderPlan } from '../support/plans.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** Inside the repository, so that the copy finds the packages. */
const COPY = join(ROOT, 'test-results', 'walkthroughs');
const DOCUMENT = readFileSync(join(ROOT, 'docs', 'architecture.md'), 'utf8');

interface Block {
  kind: string;
  path: string;
  text: string;
}

/** The blocks that name a file, in the document's order. */
function blocksOf(markdown: string): Block[] {
  return [...markdown.matchAll(/^```(ts|diff) (src\/\S+)\n([\s\S]*?)^```$/gm)].map(
    ([, kind = '', path = '', text = '']) => ({ kind, path, text }),
  );
}

/** Puts a block's lines in the place of the lines it keeps and removes, which must stand exactly once in the file. */
function applyDiff(source: string, diff: string): string {
  const lines = diff.split('\n').filter((line) => line !== '');
  const sideOf = (dropped: string): string =>
    `${lines
      .filter((line) => !line.startsWith(dropped))
      .map((line) => line.slice(1))
      .join('\n')}\n`;
  const before = sideOf('+');
  const parts = source.split(before);
  expect(parts.length, `the lines to change stand once:\n${before}`).toBe(2);
  return parts.join(sideOf('-'));
}

async function importCopy<T>(path: string): Promise<T> {
  return (await import(pathToFileURL(join(COPY, path)).href)) as T;
}

describe('the walk-throughs of docs/architecture.md', () => {
  beforeAll(() => {
    rmSync(COPY, { recursive: true, force: true });
    for (const path of ['src', 'data/schema', 'tsconfig.base.json', 'tsconfig.json', 'tsconfig.core.json'])
      cpSync(join(ROOT, path), join(COPY, path), { recursive: true });
    for (const { kind, path, text } of blocksOf(DOCUMENT)) {
      const target = join(COPY, path);
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, kind === 'ts' ? text : applyDiff(readFileSync(target, 'utf8'), text));
    }
  });
  afterAll(() => rmSync(COPY, { recursive: true, force: true }));

  it('show each of the three extensions', () => {
    expect(DOCUMENT).toMatch(/### Add a check[\s\S]*### Add a field[\s\S]*### Add a theme/);
    expect(blocksOf(DOCUMENT).length).toBeGreaterThan(10);
  });

  it.each(['tsconfig.core.json', 'tsconfig.json'])('compile under %s when followed', (project) => {
    const compiler = join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc');
    const result = spawnSync(process.execPath, [compiler, '-p', join(COPY, project)], { encoding: 'utf8' });
    expect(result.stdout).toBe('');
    expect(result.status).toBe(0);
  });

  it('give a check that finds what it is for, and nothing else', async () => {
    const { analysePlan } = await importCopy<typeof import('../../src/core/analyse.ts')>('src/core/analyse.ts');
    const plan = readFolderPlan('data/geojson');
    const housing = plan.layers.plots.find((plot) => plot.properties.landUseCode?.startsWith('0701'));
    if (!housing) throw new Error('The plan has no housing.');
    const { parkingSpacesMin: _, ...properties } = housing.properties;
    const plots = plan.layers.plots.map((plot) => (plot === housing ? { ...plot, properties } : plot));
    const { findings } = analysePlan({ ...plan, layers: { ...plan.layers, plots } });
    const found = findings.filter((finding) => (finding.code as string) === 'plot-parking-missing');
    expect(found.map((finding) => finding.feature)).toEqual([housing.id]);
  });

  it('give a field that the reader checks', async () => {
    const { LAYERS } = await importCopy<typeof import('../../src/core/plan/fields.ts')>('src/core/plan/fields.ts');
    expect(LAYERS.plots.fields.get('chargingPointsMin')).toMatchObject({ kind: 'integer', minimum: 0 });
  });

  it('give a theme with classes and a legend', async () => {
    const { analysePlan } = await importCopy<typeof import('../../src/core/analyse.ts')>('src/core/analyse.ts');
    const { buildTheme } = await importCopy<typeof import('../../src/core/theme/build_theme.ts')>(
      'src/core/theme/build_theme.ts',
    );
    const { THEME_IDS } = await importCopy<typeof import('../../src/core/theme/types.ts')>('src/core/theme/types.ts');
    const added = THEME_IDS.find((id) => (id as string) === 'setback');
    if (!added) throw new Error('The theme is not listed.');
    const plan = readFolderPlan('data/geojson');
    const theme = buildTheme(plan, analysePlan(plan).ledger, added);
    expect(theme.unit).toBe('metres');
    expect(theme.classes.filter((entry) => entry.features.length > 0).length).toBeGreaterThan(1);
  });
});
