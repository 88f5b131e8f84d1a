import { describe, expect, test } from 'vitest';
import {
  decodeEmbedOptions,
  type EmbedOptions,
  embedSnippet,
  encodeEmbedOptions,
  frameLength,
  isOnlyHere,
} from '../../../src/state/embed_options.ts';

const DEFAULTS: EmbedOptions = {
  theme: 'landUse',
  mode: '2d',
  language: 'zh-CN',
  appearance: 'auto',
  title: true,
  legend: true,
  controls: true,
};

function throughAddress(options: EmbedOptions): EmbedOptions {
  const address = new URL(`https://example.org/embed.html${encodeEmbedOptions(options)}`);
  return decodeEmbedOptions(address.search, address.hash);
}

describe('address of an embedded map', () => {
  test('the defaults need no address at all', () => {
    expect(encodeEmbedOptions(DEFAULTS)).toBe('');
  });

  test.each<Partial<EmbedOptions>>([
    { theme: 'height', mode: '3d', language: 'en', appearance: 'dark' },
    { title: false },
    { title: false, legend: false, controls: false },
    { plan: '../other park/&x=1#y' },
    { camera: { longitude: 117.123456, latitude: 31.83, zoom: 14.25, bearing: -30, pitch: 45 } },
  ])('%o comes back as it was', (change) => {
    const options = { ...DEFAULTS, ...change };
    expect(throughAddress(options)).toEqual(options);
  });

  test('nonsense in the address is ignored', () => {
    expect(decodeEmbedOptions('?show=everything,<b>&plan=', '#theme=__proto__&at=x,y,z&lang=fr')).toEqual({
      ...DEFAULTS,
      title: false,
      legend: false,
      controls: false,
    });
  });
});

test('nothing in the snippet can break out of its attribute', () => {
  const snippet = embedSnippet({
    address: 'https://e.org/?a="><script>&b',
    title: '"<b>',
    width: '800',
    height: '500',
  });
  expect(snippet).toContain('src="https://e.org/?a=&quot;&gt;&lt;script&gt;&amp;b"');
  expect(snippet).toContain('title="&quot;&lt;b&gt;"');
  expect(snippet.match(/</g)).toHaveLength(2);
});

test.each([
  ['800', '800'],
  [' 100% ', '100%'],
  ['119', undefined],
  ['4001', undefined],
  ['101%', undefined],
  ['9%', undefined],
  ['80px', undefined],
  ['1e3', undefined],
  ['', undefined],
])('a frame may be %j: %j', (text, length) => {
  expect(frameLength(text)).toBe(length);
});

test.each([
  ['file:///D:/park/index.html', true],
  ['http://127.0.0.1:4173/', true],
  ['http://localhost:4173/index.html', true],
  ['http://[::1]/', true],
  ['http://10.1.2.3/park/', false],
  ['https://localhost.example.cn/', false],
  ['not an address', false],
])('%s leads somewhere on this computer only: %s', (address, expected) => {
  expect(isOnlyHere(address)).toBe(expected);
});
