import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from '../../../scripts/setup/run.mjs';

/** What the compiler says about one file under the core's settings. */
function compileAsCore(source: string): string {
  // Inside the repository, so that the types of the packages are found.
  mkdirSync(join(ROOT, '.cache'), { recursive: true });
  const folder = mkdtempSync(join(ROOT, '.cache/core-'));
  try {
    writeFileSync(join(folder, 'tsconfig.json'), '{ "extends": "../../tsconfig.core.json", "include": ["."] }');
    writeFileSync(join(folder, 'probe.ts'), source);
    execFileSync(process.execPath, [join(ROOT, 'node_modules/typescript/bin/tsc'), '-p', folder], { cwd: ROOT });
    return '';
  } catch (error) {
    return String((error as { stdout?: Buffer }).stdout);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test('the core’s settings know neither the browser nor Node', () => {
  const said = compileAsCore(
    'export const a = document.title;\nexport const b = process.argv;\nexport const c = window.innerWidth;\n',
  );
  for (const name of ['document', 'process', 'window']) expect(said).toMatch(new RegExp(`Cannot find name '${name}'`));
});

test('the core’s settings accept the language’s own library', () => {
  expect(compileAsCore('export const a = [3, 1].map((value) => Math.hypot(value, 4)).at(-1);\n')).toBe('');
});
