import { expect, test } from 'vitest';
import { commandLineMessagesOf } from '../../../src/messages/command_line.ts';
import { fill } from '../../../src/messages/fill.ts';
import { messagesOf } from '../../../src/messages/index.ts';
import { readingMessagesOf } from '../../../src/messages/reading.ts';
import { loadRuleMessages } from '../../../src/messages/rules.ts';

test('one and several are said each in their way, however the number is written', () => {
  const message = '{count} {count?row is|rows are} hidden in {file}.';
  expect(fill(message, { count: 1, file: 'a' })).toBe('1 row is hidden in a.');
  expect(fill(message, { count: '1', file: 'a' })).toBe('1 row is hidden in a.');
  expect(fill(message, { count: 0, file: 'a' })).toBe('0 rows are hidden in a.');
  expect(fill(message, { count: '1,001', file: 'a' })).toBe('1,001 rows are hidden in a.');
});

test('a place without a value is left to be seen', () => {
  expect(fill('{count} {count?row|rows}', {})).toBe('{count} {count?row|rows}');
});

test('no English sentence counts one thing as several', async () => {
  const tables = [messagesOf('en'), readingMessagesOf('en'), commandLineMessagesOf('en'), await loadRuleMessages('en')];
  const counted = /\{(?:count|\w+Count|errors|warnings|infos)\} (?:(?!of |in |more\b$)[a-z-]+ ){0,2}[a-z]+(?<!s)s\b/g;
  // What follows a number of a whole, and words that are no plurals.
  const isPlain = (said: string) => /\} (?:times|of|is|was|has|others|as|its|this|lies|keeps)\b/.test(said);
  const wrong = textsOf(tables).flatMap((text) => [...text.matchAll(counted)].map(([said]) => said));
  expect(wrong.filter((said) => !isPlain(said))).toEqual([]);
});

function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
}
