import { existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, runInstalled } from './run.mjs';

/** What a build depends on. */
const SOURCES = [
  'src',
  'data',
  'index.html',
  'embed.html',
  'vite.config.ts',
  'scripts/vite',
  'package.json',
  'package-lock.json',
];
/** Written when a build has ended well, so that an interrupted one is not taken for whole. */
const STAMP = '.cache/built';

/**
 * The newest time of change in a file or folder, in milliseconds; 0 when it does not exist. A folder's own time counts, so that
 * a deleted file is noticed.
 * @param {string} path
 * @returns {number}
 */
function newestChange(path) {
  const status = statSync(path, { throwIfNoEntry: false });
  if (!status) return 0;
  if (!status.isDirectory()) return status.mtimeMs;
  return readdirSync(path).reduce((newest, name) => Math.max(newest, newestChange(join(path, name))), status.mtimeMs);
}

/** Tells whether `dist` was built whole after the last change of the sources. */
export function isBuildFresh() {
  const stamp = statSync(join(ROOT, STAMP), { throwIfNoEntry: false });
  if (!stamp || !existsSync(join(ROOT, 'dist/index.html'))) return false;
  return SOURCES.every((source) => newestChange(join(ROOT, source)) < stamp.mtimeMs);
}

/**
 * Builds `dist`.
 * @returns {Promise<number>} The exit code of the build.
 */
export async function build() {
  const stamp = join(ROOT, STAMP);
  rmSync(stamp, { force: true });
  // A test runner says `test`, and packages would come as their larger development builds.
  const code = await runInstalled('vite/bin/vite.js', ['build'], { env: { NODE_ENV: 'production' } });
  if (code === 0) {
    mkdirSync(join(ROOT, '.cache'), { recursive: true });
    writeFileSync(stamp, '');
  }
  return code;
}
