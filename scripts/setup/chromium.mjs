import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { canInstallDebianPackages, installDebianPackages } from './debian.mjs';
import { giveUp, runInstalled } from './run.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'microsoft-edge'];

/** @param {string | undefined} path */
function isExecutable(path) {
  if (!path) return false;
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * Where a Chromium usually is, best first.
 * @param {NodeJS.Platform} platform
 * @param {Record<string, string | undefined>} environment
 * @returns {string[]}
 */
function usualPlaces(platform, environment) {
  if (platform === 'win32') {
    const roots = [environment.PROGRAMFILES, environment['PROGRAMFILES(X86)'], environment.LOCALAPPDATA];
    return roots
      .filter((root) => root !== undefined)
      .flatMap((root) => [
        join(root, 'Chromium/Application/chrome.exe'),
        join(root, 'Google/Chrome/Application/chrome.exe'),
        join(root, 'Microsoft/Edge/Application/msedge.exe'),
      ]);
  }
  const applications = ['Chromium', 'Google Chrome', 'Microsoft Edge'].map(
    (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
  );
  const folders = (environment.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const onPath = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  return platform === 'darwin' ? [...applications, ...onPath] : [...onPath, '/snap/bin/chromium'];
}

/**
 * The browser that Playwright's own installer put into its cache, if any.
 * @returns {string | undefined}
 */
function playwrightsOwn() {
  try {
    return createRequire(import.meta.url)('playwright-core').chromium.executablePath();
  } catch {
    return undefined;
  }
}

/**
 * The Chromium that is there: the one named by `CHROMIUM_PATH`, else one found on the system, else Playwright's own.
 * @returns {string | undefined}
 */
function findChromium() {
  const named = process.env.CHROMIUM_PATH;
  if (named) return isExecutable(named) ? named : undefined;
  return [...usualPlaces(process.platform, process.env), playwrightsOwn()].find(isExecutable);
}

/**
 * Tells whether a folder of fonts holds a CJK font of the Noto family.
 * @param {string} folder
 * @returns {boolean}
 */
function holdsChineseFont(folder) {
  if (!existsSync(folder)) return false;
  return readdirSync(folder, { recursive: true }).some((name) => /cjk|wqy|droidsansfallback/i.test(String(name)));
}

/**
 * Finds a Chromium or installs one, and on Debian a Chinese font beside it (the labels of the map are drawn with local fonts).
 * @returns {Promise<string>} Its path. Ends with a sentence when there is none.
 */
export async function requireChromium() {
  const named = process.env.CHROMIUM_PATH;
  if (named && !isExecutable(named))
    giveUp(`CHROMIUM_PATH 所指的文件不能执行：${named}`, `CHROMIUM_PATH names no program that can be run: ${named}`);

  const missing = [];
  if (!findChromium()) missing.push('chromium');
  if (!['/usr/share/fonts', '/usr/local/share/fonts'].some(holdsChineseFont)) missing.push('fonts-noto-cjk');
  if (missing.length > 0 && canInstallDebianPackages()) {
    console.log(`正在安装 / Installing: ${missing.join(', ')}`);
    await installDebianPackages(missing);
  }
  if (!findChromium()) {
    console.log('正在下载 Playwright 的 Chromium… / Downloading Playwright’s Chromium …');
    await runInstalled('playwright-core/cli.js', ['install', 'chromium']);
  }
  const found = findChromium();
  if (found) return found;
  return giveUp(
    '浏览器测试需要 Chromium（或 Chrome、Edge）。请安装一个，或用环境变量 CHROMIUM_PATH 指出它的位置；Debian/Ubuntu：sudo apt-get install chromium fonts-noto-cjk',
    'The browser tests need Chromium (or Chrome, Edge). Install one, or name its path in CHROMIUM_PATH; Debian/Ubuntu: sudo apt-get install chromium fonts-noto-cjk',
  );
}
