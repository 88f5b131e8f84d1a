import { expect, test } from 'vitest';
import { landUseClassOf } from '../../../src/core/plan/land_use.ts';
import type { LandUseClass } from '../../../src/core/plan/types.ts';

test('a code the table does not list counts as the class it begins with', () => {
  expect(landUseClassOf({}, 'guide-2023', '100199')?.code).toBe('1001');
  expect(landUseClassOf({}, 'gb50137-2011', 'B29')?.code).toBe('B2');
});

test('a code means nothing in another scheme', () => {
  expect(landUseClassOf({}, 'gb50137-2011', '0802')).toBeUndefined();
  expect(landUseClassOf({}, 'local', '1001')).toBeUndefined();
  expect(landUseClassOf({}, undefined, '0802')?.name).toBe('科研用地');
});

test('the plan’s own palette goes before the table, for the longest code that fits', () => {
  const own: LandUseClass = {
    code: '10',
    scheme: 'guide-2023',
    name: '产业用地',
    nameEn: 'Production',
    colour: '#123456',
  };
  expect(landUseClassOf({ palette: { landUse: [own] } }, 'guide-2023', '1002')?.name).toBe('产业用地');
  expect(landUseClassOf({ palette: { landUse: [own] } }, 'guide-2023', '1001')?.name).toBe('工业用地');
});

test('nothing is made of no code or an unknown one', () => {
  for (const code of [undefined, '', '99', '__proto__']) expect(landUseClassOf({}, 'guide-2023', code)).toBeUndefined();
});
