import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

/**
 * Vite plugin: copies the plan that ships to `data/geojson` beside the built pages, which read it at run time. While developing,
 * Vite itself serves that folder from the repository.
 */
export function planFolder(folder: string): Plugin {
  return {
    name: 'plan-folder',
    apply: 'build',
    generateBundle() {
      if (!existsSync(folder)) return;
      for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
        if (!entry.isFile()) continue;
        const path = join(entry.parentPath, entry.name);
        const fileName = `data/geojson/${path.slice(folder.length + 1).replaceAll('\\', '/')}`;
        this.emitFile({ type: 'asset', fileName, source: readFileSync(path) });
      }
    },
  };
}
