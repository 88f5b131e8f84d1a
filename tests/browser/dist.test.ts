import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, sep } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { policyText } from '../../scripts/vite/content_security_policy.ts';

const dist = inject('dist');
const files = readdirSync(dist, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) =>
    join(entry.parentPath, entry.name)
      .slice(dist.length + 1)
      .split(sep)
      .join('/'),
  );
const read = (file: string) => readFileSync(join(dist, file), 'utf8');
const ROOT = join(import.meta.dirname, '../..');

describe.each(['index.html', 'embed.html'])('%s', (page) => {
  test('carries the strict policy before anything is loaded', () => {
    const html = read(page);
    const policy = /<meta http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html);
    expect(policy?.[1]).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self'; /);
    expect(policy?.[1]).not.toMatch(/unsafe|\*/);
    const start = html.search(/<(script|link|style|body)\b/);
    expect(policy?.index).toBeLessThan(start);
  });

  test('has no scripts, styles or event handlers of its own in the markup', () => {
    const html = read(page);
    expect(html).not.toMatch(/<style\b|\sstyle=|\son\w+=/);
    for (const [, attributes = '', body = ''] of html.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script>/g)) {
      expect(attributes).toContain('src=');
      expect(body.trim()).toBe('');
    }
  });

  test('names its parts by relative addresses', () => {
    const addresses = [...read(page).matchAll(/\s(?:src|href)="([^"]*)"/g)].map(([, address = '']) => address);
    expect(addresses).not.toEqual([]);
    for (const address of addresses) expect(address).toMatch(/^(\.\/|data:|#)/);
  });
});

test('the plan’s folder lies beside the pages, file for file, and no other data', () => {
  const source = join(ROOT, 'data/geojson');
  expect(existsSync(join(source, 'plan.json'))).toBe(true);
  const built = files.filter((file) => file.startsWith('data/'));
  expect(built.sort()).toEqual(
    readdirSync(source)
      .map((name) => `data/geojson/${name}`)
      .sort(),
  );
  for (const file of built) expect(readFileSync(join(dist, file))).toEqual(readFileSync(join(ROOT, file)));
});

test('the notices of all that a page loads from others lie beside it, those of its workers too', () => {
  const { dependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { dependencies: object };
  const told = read('third-party-notices.txt');
  // The collection of @turf is taken apart: its members stand in the page by themselves.
  for (const name of Object.keys(dependencies).filter((name) => name !== '@turf/turf'))
    expect(told).toMatch(new RegExp(`^${name} \\d`, 'm'));
  expect(told).toMatch(/^@turf\/area \d/m);
});

test('no file tells where it was built', () => {
  const folders = [ROOT, homedir()].filter((folder) => folder.length > 3);
  for (const file of files) {
    const text = read(file);
    for (const folder of folders) expect(text.includes(folder), `${file} names ${folder}`).toBe(false);
    // The addresses of files in SARIF are made of `file:///` and what a person gives.
    expect(text, file).not.toMatch(/sourceMappingURL=\/|file:\/\/\/[\w%.~-]/);
  }
});

test('a plan without basemaps lets the pages reach no other origin', () => {
  expect(policyText([], 'build')).not.toMatch(/https?:/);
});
