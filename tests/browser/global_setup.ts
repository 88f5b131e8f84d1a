import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { TestProject } from 'vitest/node';
import { build, isBuildFresh } from '../../scripts/setup/build.mjs';
import { requireChromium } from '../../scripts/setup/chromium.mjs';
import { ROOT } from '../../scripts/setup/run.mjs';
import { serve } from '../../scripts/setup/serve.mjs';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the server, without a closing slash. */
    origin: string;
    /** Another origin that serves the same plans. */
    foreignOrigin: string;
    chromiumPath: string;
    /** The built app's folder. */
    dist: string;
  }
}

/** Where the app runs: in a subfolder, because its addresses are to be relative. */
export const APP_FOLDER = '/parks/app';
/** The second plan, beside the app on the same origin. */
export const HARBOUR_FOLDER = '/parks/harbour-park';

/**
 * Builds when the sources are newer than `dist`, and serves it with the server of `npm start`. `DIST_FOLDER` names a folder that
 * is built already, to try that one instead.
 */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const named = process.env.DIST_FOLDER;
  if (!named && !isBuildFresh() && (await build()) !== 0) throw new Error('The build failed.');
  const dist = named ? resolve(named) : join(ROOT, 'dist');
  if (!existsSync(join(dist, 'index.html'))) throw new Error(`There is no index.html in ${dist}.`);
  const folders = { [APP_FOLDER]: dist, [HARBOUR_FOLDER]: join(ROOT, 'tests/data/harbour-park') };
  const [own, foreign] = await Promise.all([serve({ folders, port: 0 }), serve({ folders, port: 0 })]);
  project.provide('origin', `http://127.0.0.1:${own.port}`);
  project.provide('foreignOrigin', `http://127.0.0.1:${foreign.port}`);
  project.provide('dist', dist);
  project.provide('chromiumPath', await requireChromium());
  return async () => {
    await Promise.all([own.close(), foreign.close()]);
  };
}
