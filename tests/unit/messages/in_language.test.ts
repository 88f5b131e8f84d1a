import { expect, test } from 'vitest';
import { nameInLanguage, textOf } from '../../../src/messages/in_language.ts';
import { listText } from '../../../src/messages/list_text.ts';

test('a text of the plan is the person’s own, or the other where it is empty', () => {
  expect(textOf({ zh: '港区', en: 'Harbour' }, 'en')).toBe('Harbour');
  expect(textOf({ zh: '港区', en: 'Harbour' }, 'zh-CN')).toBe('港区');
  expect(textOf({ zh: '港区', en: '' }, 'en')).toBe('港区');
  expect(textOf({ zh: '', en: 'Harbour' }, 'zh-CN')).toBe('Harbour');
});

test('what has a name in one language only goes by it in both', () => {
  expect(nameInLanguage({ name: '一期' }, 'en')).toBe('一期');
  expect(nameInLanguage({ nameEn: 'Phase 1', name: '' }, 'zh-CN')).toBe('Phase 1');
  expect(nameInLanguage(undefined, 'en')).toBeUndefined();
});

test('names are listed with the sign of the language', () => {
  expect(listText(['A', 'B'], 'zh-CN')).toBe('A、B');
  expect(listText(['A', 'B'], 'en')).toBe('A, B');
});
