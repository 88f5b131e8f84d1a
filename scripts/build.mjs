/** `npm run build`: makes `dist`, and notes that it is whole. */
import { requireNode } from './setup/node_version.mjs';

requireNode();
const { build } = await import('./setup/build.mjs');
process.exit(await build());
