/** Starting other programs, the same way on every system. */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The repository's root folder. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/**
 * Runs a program to its end and shows what it prints.
 * @param {string} command
 * @param {string[]} commandArguments
 * @param {{ env?: Record<string, string>, shell?: boolean }} [options]
 * @returns {Promise<number>} Its exit code; 127 when it could not be started, 1 when a signal ended it.
 */
export function run(command, commandArguments, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, commandArguments, {
      cwd: ROOT,
      stdio: 'inherit',
      env: { ...process.env, ...options.env },
      shell: options.shell ?? false,
    });
    child.on('error', () => resolve(127));
    child.on('close', (code) => resolve(code ?? 1));
  });
}

/**
 * Runs a script of an installed package with this Node. Going through `node` instead of `node_modules/.bin` needs no shell on
 * Windows.
 * @param {string} script Path below `node_modules`.
 * @param {string[]} scriptArguments
 * @param {{ env?: Record<string, string> }} [options]
 */
export function runInstalled(script, scriptArguments, options = {}) {
  return run(process.execPath, [`node_modules/${script}`, ...scriptArguments], options);
}

/**
 * Runs npm: the one that started us, else the one on the path.
 * @param {string[]} npmArguments
 */
export function runNpm(npmArguments) {
  const npmScript = process.env.npm_execpath;
  if (npmScript && /npm-cli\.c?js$/.test(npmScript)) return run(process.execPath, [npmScript, ...npmArguments]);
  // On Windows npm is a .cmd file, which only a shell can start.
  return run('npm', npmArguments, { shell: process.platform === 'win32' });
}

/**
 * Says what the person has to know in both languages, and ends.
 * @param {string} chinese
 * @param {string} english
 * @returns {never}
 */
export function giveUp(chinese, english) {
  console.error(`\n${chinese}\n${english}\n`);
  process.exit(1);
}
