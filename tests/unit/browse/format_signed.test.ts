import { expect, test } from 'vitest';
import { formatSigned } from '../../../src/messages/format.ts';

test('writes the sign of a difference, and none where it rounds to zero', () => {
  expect(formatSigned(1234.56, 'en', 1)).toBe('+1,234.6');
  expect(formatSigned(-0.5, 'zh-CN', 1)).toBe('−0.5');
  expect(formatSigned(-0.0001, 'en', 2)).toBe('0');
  expect(formatSigned(0, 'en', 2)).toBe('0');
});
