import type { HtmlTagDescriptor, Plugin } from 'vite';

/** What is told of a built file that matters here. */
interface BuiltFile {
  type: string;
  fileName: string;
  facadeModuleId?: string | null;
  imports?: string[];
}

/**
 * Links that have a module, and what it imports, fetched while the page's own script still is: it is loaded on demand, but always
 * demanded. Files the page links to already are left out.
 */
export function preloadLinks(html: string, files: readonly BuiltFile[], module: string): HtmlTagDescriptor[] {
  const chunk = files.find(({ type, facadeModuleId }) => type === 'chunk' && facadeModuleId?.endsWith(module));
  if (!chunk) throw new Error(`No file was built of ${module}.`);
  return [chunk.fileName, ...(chunk.imports ?? [])]
    .filter((name) => !html.includes(name))
    .map((name) => ({
      tag: 'link',
      // What is shown until the plan is there goes first.
      attrs: { rel: 'modulepreload', crossorigin: true, fetchpriority: 'low', href: `./${name}` },
      injectTo: 'head',
    }));
}

/** Vite plugin: both pages fetch the map's code from their first moment on. */
export function preloadMap(): Plugin {
  return {
    name: 'preload-map',
    transformIndexHtml: {
      order: 'post',
      handler: (html, { bundle }) =>
        bundle ? preloadLinks(html, Object.values(bundle) as BuiltFile[], '/src/map/map_view.ts') : [],
    },
  };
}
