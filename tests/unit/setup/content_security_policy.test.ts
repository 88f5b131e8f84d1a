import { expect, test } from 'vitest';
import { basemapOrigins, policyText, withPolicy } from '../../../scripts/vite/content_security_policy.ts';

test('lets images and data come from the basemaps’ origins and nothing else', () => {
  const policy = policyText(['https://tiles.example.org'], 'build');
  const directives = new Map(policy.split('; ').map((part) => [part.split(' ')[0], part.split(' ').slice(1)]));
  expect(directives.get('default-src')).toEqual(["'none'"]);
  expect(directives.get('connect-src')).toEqual(["'self'", 'https://tiles.example.org']);
  expect(directives.get('img-src')).toEqual(["'self'", 'data:', 'blob:', 'https://tiles.example.org']);
  expect(directives.get('script-src')).toEqual(["'self'"]);
  expect(policy).not.toMatch(/unsafe/);
});

test('names each origin of the basemaps once and leaves relative addresses out', () => {
  const manifest = {
    basemaps: [
      { tiles: ['https://t0.example.org/{z}/{x}/{y}.png', 'https://t0.example.org/b/{z}'] },
      { tiles: ['tiles/{z}/{x}/{y}.png', 'http://map.intranet:8080/{z}'] },
      {},
    ],
  };
  expect(basemapOrigins(manifest)).toEqual(['http://map.intranet:8080', 'https://t0.example.org']);
  expect(basemapOrigins({})).toEqual([]);
});

test('stands before every script of the page', () => {
  const html = withPolicy('<head><meta charset="utf-8"><script src="a.js"></script></head>', "default-src 'none'");
  expect(html.indexOf('Content-Security-Policy')).toBeLessThan(html.indexOf('<script'));
});

test('refuses a page in which it would have no place', () => {
  expect(() => withPolicy('<head></head>', '')).toThrow('charset');
});
