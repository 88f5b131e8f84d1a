import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { contentSecurityPolicy } from './scripts/vite/content_security_policy.ts';
import { planFolder } from './scripts/vite/plan_folder.ts';
import { preloadMap } from './scripts/vite/preload_map.ts';
import { thirdPartyNotices } from './scripts/vite/third_party_notices.ts';
import { trimMapStyles } from './scripts/vite/trim_map_styles.ts';
import { trimSchema } from './scripts/vite/trim_schema.ts';

const notices = thirdPartyNotices();

const atRoot = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  // Relative addresses: `dist` may be served from any subfolder.
  base: './',
  // A missing file is a 404 and not the start page.
  appType: 'mpa',
  plugins: [
    contentSecurityPolicy(atRoot('data/geojson/plan.json')),
    planFolder(atRoot('data/geojson')),
    trimMapStyles(),
    preloadMap(),
    notices.pages,
  ],
  worker: { format: 'es', plugins: () => [trimSchema(), notices.workers()] },
  build: {
    target: 'es2022',
    modulePreload: { polyfill: false },
    // Fonts and scripts as `data:` addresses would be refused by the Content-Security-Policy.
    assetsInlineLimit: 0,
    sourcemap: false,
    // MapLibre alone is more than Vite's default of 500 kB.
    chunkSizeWarningLimit: 1200,
    rolldownOptions: { input: ['index.html', 'embed.html'].map(atRoot).filter((page) => existsSync(page)) },
  },
});
