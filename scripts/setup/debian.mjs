import { existsSync } from 'node:fs';
import { run } from './run.mjs';

export function canInstallDebianPackages() {
  return process.platform === 'linux' && existsSync('/usr/bin/apt-get') && process.getuid?.() === 0;
}

/**
 * @param {string[]} packages
 * @returns {Promise<boolean>} Whether they are there now.
 */
export async function installDebianPackages(packages) {
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  if ((await run('apt-get', ['update', '-q'], { env })) !== 0) return false;
  return (await run('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...packages], { env })) === 0;
}
