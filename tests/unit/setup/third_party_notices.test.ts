import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { noticeOf, packageFolderOf } from '../../../scripts/vite/third_party_notices.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'notices-'));
afterAll(() => rmSync(folder, { recursive: true }));

function packageWith(manifest: object): string {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
  return folder;
}

test('a module belongs to the innermost package it lies in, a module of our own to none', () => {
  expect(packageFolderOf('/a/node_modules/lit/index.js')).toBe('/a/node_modules/lit');
  expect(packageFolderOf('/a/node_modules/@turf/area/dist/index.js')).toBe('/a/node_modules/@turf/area');
  expect(packageFolderOf('/a/node_modules/lit/node_modules/inner/x.js')).toBe('/a/node_modules/lit/node_modules/inner');
  expect(packageFolderOf('\0/a/node_modules/lit/index.js?commonjs-module')).toBe('/a/node_modules/lit');
  expect(packageFolderOf('/a/src/map/map_view.ts')).toBeUndefined();
});

test('every package a page loads has a notice with its licence', () => {
  const { dependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { dependencies: object };
  for (const name of Object.keys(dependencies)) {
    const notice = noticeOf(join(ROOT, 'node_modules', name));
    expect(notice, name).toMatch(new RegExp(`^${name} \\d`));
    expect(notice, name).toMatch(/copyright|\(c\)|apache license|boost software license/i);
  }
});

test('a package without a file of its licence has its author and the terms told', () => {
  const notice = noticeOf(
    packageWith({ name: 'small', version: '1.0.0', license: 'ISC', author: { name: 'A. Person' } }),
  );
  expect(notice).toMatch(/^small 1\.0\.0 \(ISC\)\n\nCopyright \(c\) A\. Person\n\nPermission to use/);
});

test('a package that tells neither text nor known licence stops the build', () => {
  expect(() => noticeOf(packageWith({ name: 'odd', version: '1.0.0', license: 'OWN-1' }))).toThrow('odd');
});
