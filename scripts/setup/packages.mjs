import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { giveUp, ROOT, runNpm } from './run.mjs';

/**
 * @typedef {{ version?: string, integrity?: string, optional?: boolean, devOptional?: boolean, peer?: boolean }} LockedPackage
 * @typedef {{ packages?: Record<string, LockedPackage> }} Lockfile
 */

/**
 * Tells whether what is installed is what the lockfile names.
 * @param {Lockfile} wanted `package-lock.json`
 * @param {Lockfile | undefined} installed `node_modules/.package-lock.json`, which npm writes last
 */
export function isInstalled(wanted, installed) {
  if (!installed?.packages) return false;
  for (const [path, locked] of Object.entries(wanted.packages ?? {})) {
    if (path === '') continue;
    const present = installed.packages[path];
    // Optional packages are those of other systems.
    if (!present && (locked.optional || locked.devOptional)) continue;
    if (present?.version !== locked.version || present?.integrity !== locked.integrity) return false;
  }
  return true;
}

/**
 * @param {string} path
 * @returns {Lockfile | undefined}
 */
function readLockfile(path) {
  try {
    return JSON.parse(readFileSync(join(ROOT, path), 'utf8'));
  } catch {
    return undefined;
  }
}

/** Installs the packages when one is missing or has another version than the lockfile names. */
export async function installPackages() {
  const wanted = readLockfile('package-lock.json');
  if (wanted && isInstalled(wanted, readLockfile('node_modules/.package-lock.json'))) return;
  console.log('正在安装依赖包… / Installing packages …');
  const code = await runNpm(['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  if (code !== 0)
    giveUp(
      '依赖包安装失败，原因见上面的输出；最常见的是访问不到 npm 软件源。',
      'The packages could not be installed; the output above says why. Most often the npm registry cannot be reached.',
    );
}
