import { expect, test } from 'vitest';
import {
  formatArea,
  formatFar,
  formatFixed,
  formatFloorArea,
  formatLength,
  formatNumber,
  isInTenThousands,
} from '../../../src/messages/format.ts';

test('what rounds to zero has no sign', () => {
  for (const language of ['zh-CN', 'en'] as const) {
    expect(formatNumber(-0.001, language)).toBe('0');
    expect(formatFixed(-0.04, language, 1)).toBe('0.0');
    expect(formatLength(-0.0001, language)).toBe('0 m');
    expect(formatArea(-0.001, language)).toBe('0 m²');
    expect(formatFloorArea(-0.2, language)).toMatch(/^0 /);
  }
});

test('what does not keeps it', () => {
  expect(formatNumber(-0.006, 'en')).toBe('−0.01');
  expect(formatFixed(-0.06, 'zh-CN', 1)).toBe('−0.1');
});

test('a floor area ratio always has two decimals', () => {
  expect([1, 1.2, 1.845].map((far) => formatFar(far, 'en'))).toEqual(['1.00', '1.20', '1.85']);
});

test('square kilometres have at least two decimals and keep four', () => {
  expect(formatArea(5_000_000, 'zh-CN')).toBe('5.00 km²');
  expect(formatArea(3_460_900, 'en')).toBe('3.4609 km²');
});

test('a floor area below 0.1 万 m² is in square metres', () => {
  expect(formatFloorArea(11, 'zh-CN')).toBe('11 m²');
  expect(formatFloorArea(-999, 'zh-CN')).toBe('−999 m²');
  expect(formatFloorArea(1000, 'zh-CN')).toBe('0.10 万 m²');
  expect(formatFloorArea(7_447_100, 'zh-CN')).toBe('744.71 万 m²');
  expect(isInTenThousands(999, 'zh-CN')).toBe(false);
  expect(isInTenThousands(1_000_000, 'en')).toBe(false);
});
