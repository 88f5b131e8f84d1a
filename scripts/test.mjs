/** `npm test`: its own set-up, then type check, lint, unit and browser tests, and one line that sums them up. */
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { requireNode } from './setup/node_version.mjs';
import { ROOT, runInstalled, runNpm } from './setup/run.mjs';

requireNode();

const { installPackages } = await import('./setup/packages.mjs');
await installPackages();
const { requireChromium } = await import('./setup/chromium.mjs');
const chromium = await requireChromium();
const { offerGdal } = await import('./setup/gdal.mjs');
await offerGdal();
const { build } = await import('./setup/build.mjs');
const { countResults } = await import('./setup/test_results.mjs');

const total = { passed: 0, failed: 0 };
const failedSteps = [];

/**
 * @param {string} title
 * @param {() => Promise<{ passed: number, failed: number }>} step
 */
async function runStep(title, step) {
  console.log(`\n── ${title} ${'─'.repeat(Math.max(0, 60 - title.length))}`);
  const started = performance.now();
  const { passed, failed } = await step();
  total.passed += passed;
  total.failed += failed;
  if (failed > 0) failedSteps.push(title);
  console.log(`${title}: ${passed} passed, ${failed} failed (${((performance.now() - started) / 1000).toFixed(1)} s)`);
}

/** @param {number} exitCode A whole step that passes or fails as one. */
const asOne = (exitCode) => (exitCode === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });

/** @param {string} project */
async function runVitest(project) {
  const folder = join(ROOT, 'test-results');
  const report = join(folder, `${project}.json`);
  mkdirSync(folder, { recursive: true });
  rmSync(report, { force: true });
  const exitCode = await runInstalled(
    'vitest/vitest.mjs',
    ['run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
    { env: { CHROMIUM_PATH: chromium } },
  );
  let json;
  try {
    json = JSON.parse(readFileSync(report, 'utf8'));
  } catch {
    json = undefined;
  }
  return countResults(json, exitCode);
}

await runStep('type check', async () => asOne(await runNpm(['run', '-s', 'typecheck'])));
await runStep('lint', async () => asOne(await runNpm(['run', '-s', 'lint'])));
await runStep('unit tests', () => runVitest('core'));
let isBuilt = false;
await runStep('build', async () => {
  const exitCode = await build();
  isBuilt = exitCode === 0;
  return asOne(exitCode);
});
await runStep('browser tests', async () => {
  if (isBuilt) return runVitest('browser');
  console.log('Not run, because the build failed.');
  return asOne(1);
});

if (failedSteps.length > 0) console.log(`\nFailed: ${failedSteps.join(', ')}`);
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 ? 0 : 1);
