import { expect, test } from 'vitest';
import { formatArea, formatFixed, formatFloorArea, formatLength, formatNumber } from '../../../src/messages/format.ts';

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
  expect(formatNumber(-0.006, 'en')).toBe('-0.01');
  expect(formatFixed(-0.06, 'zh-CN', 1)).toBe('-0.1');
});
