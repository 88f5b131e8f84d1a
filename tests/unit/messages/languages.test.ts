import { expect, test } from 'vitest';
import { commandLine as commandLineEn } from '../../../src/messages/en/command_line.ts';
import { reading as readingEn } from '../../../src/messages/en/reading.ts';
import { rules as rulesEn } from '../../../src/messages/en/rules.ts';
import { en } from '../../../src/messages/en.ts';
import { commandLine as commandLineZh } from '../../../src/messages/zh-CN/command_line.ts';
import { reading as readingZh } from '../../../src/messages/zh-CN/reading.ts';
import { rules as rulesZh } from '../../../src/messages/zh-CN/rules.ts';
import { zhCN } from '../../../src/messages/zh-CN.ts';

const ENGLISH = textsOf({ ...en, reading: readingEn, rules: rulesEn, commandLine: commandLineEn });
const CHINESE = textsOf({ ...zhCN, reading: readingZh, rules: rulesZh, commandLine: commandLineZh });

test('both languages have the same texts', () => {
  expect([...ENGLISH.keys()].sort()).toEqual([...CHINESE.keys()].sort());
});

test('a text puts the same values into its places in both languages', () => {
  const places = (texts: ReadonlyMap<string, string>) =>
    Object.fromEntries([...texts].map(([path, text]) => [path, placesIn(text)]));
  expect(places(ENGLISH)).toEqual(places(CHINESE));
});

/** Every text of a table by its path. */
function textsOf(table: object, path = ''): Map<string, string> {
  const texts = new Map<string, string>();
  for (const [key, value] of Object.entries(table)) {
    if (typeof value === 'string') texts.set(`${path}${key}`, value);
    else for (const [inner, text] of textsOf(value, `${path}${key}.`)) texts.set(inner, text);
  }
  return texts;
}

/** The names of the values a text shows; what is said of one and of several is grammar, which Chinese does without. */
function placesIn(text: string): string[] {
  return [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? ''))].sort();
}
