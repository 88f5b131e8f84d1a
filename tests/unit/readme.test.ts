import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const README = readFileSync(join(ROOT, 'README.md'), 'utf8');
const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
  scripts: Record<string, string>;
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
};

describe('README', () => {
  it('names no npm script that does not exist', () => {
    const named = [...README.matchAll(/npm (?:run (?:-s )?)?([a-z][\w:-]*)/g)].map(([, name = '']) => name);
    expect(named.length).toBeGreaterThan(3);
    for (const name of named) expect(manifest.scripts).toHaveProperty([name]);
  });

  it('links to nothing that is missing', () => {
    const links = [...README.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, path = '']) => path);
    expect(links.length).toBeGreaterThan(2);
    for (const path of links) expect(existsSync(join(ROOT, path)), path).toBe(true);
  });

  it('gives every package a page loads its licence and its reason', () => {
    for (const name of Object.keys(manifest.dependencies)) {
      const row = README.split('\n').find((line) => line.startsWith(`| ${name} |`));
      expect(row?.split('|').filter((cell) => cell.trim() !== '').length, name).toBe(3);
      const { license } = JSON.parse(readFileSync(join(ROOT, 'node_modules', name, 'package.json'), 'utf8')) as {
        license: string;
      };
      expect(row).toContain(license);
    }
  });

  it('names every package of building and testing', () => {
    for (const name of Object.keys(manifest.devDependencies).filter((name) => !name.startsWith('@types/')))
      expect(README, name).toContain(name);
  });
});
