import { existsSync, readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

interface BasemapTiles {
  tiles?: string[];
}

/** Origins of a plan's basemaps, sorted; addresses relative to the page are its own origin and need no entry. */
export function basemapOrigins(manifest: { basemaps?: BasemapTiles[] }): string[] {
  const origins = new Set<string>();
  for (const { tiles = [] } of manifest.basemaps ?? []) {
    for (const address of tiles) {
      const filled = address.replace(/\{[^}]*\}/g, '0');
      if (/^https?:\/\//i.test(filled)) origins.add(new URL(filled).origin);
    }
  }
  return [...origins].sort();
}

/**
 * The policy both pages carry. Everything comes from the page's own origin; only the basemaps that the plan names may come from
 * elsewhere. Whoever publishes a plan with other basemaps adds their origins to `img-src` and `connect-src` in the pages.
 *
 * While developing, Vite inserts style elements and talks to its own server through a web socket, so both are allowed there.
 */
export function policyText(origins: string[], mode: 'build' | 'serve'): string {
  const developing = mode === 'serve';
  const basemaps = origins.map((origin) => ` ${origin}`).join('');
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self'${developing ? " 'unsafe-inline'" : ''}`,
    `img-src 'self' data: blob:${basemaps}`,
    "font-src 'self'",
    "worker-src 'self'",
    `connect-src 'self'${developing ? ' ws:' : ''}${basemaps}`,
    "frame-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "object-src 'none'",
  ].join('; ');
}

/** Writes the policy into a page's head, right after its character set. Throws when the page names no character set. */
export function withPolicy(html: string, policy: string): string {
  const characterSet = /<meta charset="[^"]*"\s*\/?>/i;
  if (!characterSet.test(html)) throw new Error('A page needs <meta charset> so that the policy can stand behind it.');
  return html.replace(
    characterSet,
    (meta) => `${meta}\n    <meta http-equiv="Content-Security-Policy" content="${policy}" />`,
  );
}

/** Vite plugin: both pages run under a strict Content-Security-Policy, built and while developing. */
export function contentSecurityPolicy(manifestPath: string): Plugin {
  let mode: 'build' | 'serve' = 'build';
  return {
    name: 'content-security-policy',
    configResolved(config) {
      mode = config.command;
    },
    transformIndexHtml: {
      order: 'post',
      handler(html) {
        const manifest = existsSync(manifestPath) ? JSON.parse(readFileSync(manifestPath, 'utf8')) : {};
        return withPolicy(html, policyText(basemapOrigins(manifest), mode));
      },
    },
  };
}
