import { expect, test } from 'vitest';
import { preloadLinks } from '../../../scripts/vite/preload_map.ts';

const FILES = [
  { type: 'asset', fileName: 'assets/map_view.css' },
  { type: 'chunk', fileName: 'assets/index.js', facadeModuleId: '/park/index.html', imports: [] },
  {
    type: 'chunk',
    fileName: 'assets/map_view-1.js',
    facadeModuleId: '/park/src/map/map_view.ts',
    imports: ['assets/fill-2.js', 'assets/bounds-3.js'],
  },
];
const HTML = '<link rel="modulepreload" href="./assets/fill-2.js">';

test('a page links to a module that is always demanded, and to what it imports and the page does not link to yet', () => {
  const links = preloadLinks(HTML, FILES, '/src/map/map_view.ts');
  expect(links.map(({ attrs }) => attrs?.href)).toEqual(['./assets/map_view-1.js', './assets/bounds-3.js']);
});

test('a module that was moved is not forgotten in silence', () => {
  expect(() => preloadLinks(HTML, FILES, '/src/map/other.ts')).toThrow('other.ts');
});
