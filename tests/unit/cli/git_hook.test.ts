import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writePlan } from '../../../src/core/read/write_plan.ts';
import { PARK, PLOTS } from '../../support/command_line.ts';
import { collection, plot, rectangle } from '../../support/sample_plan.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
/** The hooks as they are written down, Chinese first. */
const HOOKS = [
  ...readFileSync(join(ROOT, 'docs/checking.md'), 'utf8').matchAll(/```sh\n(#!\/bin\/sh\n[\s\S]*?)```/g),
].map(([, script = '']) => script);

const SOUND = JSON.stringify(collection(...PLOTS));
const OVERLAPPING = JSON.stringify(collection(plot('A', rectangle(0, 0, 70, 50)), PLOTS[1]));

const hasGit = spawnSync('git', ['--version']).status === 0 && process.platform !== 'win32';

test('both languages document the same hook', () => {
  expect(HOOKS).toHaveLength(2);
  const [chinese, english] = HOOKS.map((script) => script.replace(/echo ".*"/, 'echo'));
  expect(english).toBe(chinese);
});

// Skipped where there is no Git, or no shell that runs its hooks.
describe.skipIf(!hasGit).each(HOOKS.map((script, index) => [index === 0 ? 'Chinese' : 'English', script]))(
  'the hook of the document in %s',
  (_, script) => {
    let folder = '';
    let plots = '';
    const git = (...words: string[]) => {
      const { status, stdout, stderr } = spawnSync('git', words, {
        cwd: folder,
        encoding: 'utf8',
        env: {
          ...process.env,
          ...Object.fromEntries(
            ['AUTHOR', 'COMMITTER'].flatMap((who) => [
              [`GIT_${who}_NAME`, 'Planner'],
              [`GIT_${who}_EMAIL`, 'planner@example.com'],
            ]),
          ),
          GIT_CONFIG_GLOBAL: '/dev/null',
        },
      });
      return { status, said: stdout + stderr };
    };

    beforeAll(() => {
      folder = mkdtempSync(join(tmpdir(), 'park-plan-hook-'));
      plots = join(folder, 'data/geojson/plots.geojson');
      mkdirSync(join(folder, 'data/geojson'), { recursive: true });
      for (const { name, text } of writePlan(PARK)) writeFileSync(join(folder, 'data/geojson', name), text);
      // The command as a package of the project's has it.
      mkdirSync(join(folder, 'node_modules/.bin'), { recursive: true });
      symlinkSync(join(ROOT, 'scripts/park_plan.mjs'), join(folder, 'node_modules/.bin/park-plan'));
      writeFileSync(join(folder, '.gitignore'), 'node_modules\n');
      git('init', '-q');
      const hook = join(folder, '.git/hooks/pre-commit');
      mkdirSync(join(folder, '.git/hooks'), { recursive: true });
      writeFileSync(hook, script);
      chmodSync(hook, 0o755);
    });
    afterAll(() => rmSync(folder, { recursive: true, force: true }));

    test('lets a sound plan pass, refuses a fault that is staged, and only one that is', { timeout: 180_000 }, () => {
      git('add', '.');
      expect(git('commit', '-m', 'sound')).toMatchObject({ status: 0 });

      // Mended in the working tree alone: what would be committed still has the fault.
      writeFileSync(plots, OVERLAPPING);
      git('add', '.');
      writeFileSync(plots, SOUND);
      const refused = git('commit', '-m', 'overlapping');
      expect(refused.status).toBe(1);
      expect(refused.said).toContain('plot-overlap');

      // Broken in the working tree alone: what is committed is sound.
      git('add', '.');
      writeFileSync(plots, OVERLAPPING);
      expect(git('commit', '--allow-empty', '-m', 'sound again')).toMatchObject({ status: 0 });
      expect(git('log', '--format=%s').said.trim().split('\n')).toEqual(['sound again', 'sound']);
    });
  },
);
