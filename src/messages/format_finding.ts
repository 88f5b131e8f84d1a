import type { Diagnostic, FindingValue } from '../core/plan/findings.ts';
import { fill } from './fill.ts';
import { formatArea, formatFixed, formatMonth, formatNumber, formatSignificant } from './format.ts';
import { messagesOf } from './index.ts';
import type { Language } from './language.ts';
import type { Messages } from './messages.ts';
import { placeInWords } from './place_in_words.ts';
import { readingExpectedOf, readingInsteadOf, readingUnitOf, readingWordsOf } from './reading.ts';
import { shiftText } from './shift_text.ts';

export interface FormattedFinding {
  /** A few words for a list. */
  title: string;
  /** What is wrong and why it matters, with its figures. */
  text: string;
  /** How to mend it; empty where there is nothing to mend. */
  mend: string;
  /** Text and mend as one paragraph. */
  message: string;
}

type Words = Messages['diagnostics']['words'];
type Table = Readonly<Record<string, string>>;
type Sentences = { title: string; text: string; mend: string };

/** A finding or diagnostic in words. Everything a file holds goes in as text; nothing here makes HTML. */
export function formatFinding(finding: Diagnostic, language: Language): FormattedFinding {
  const messages = messagesOf(language);
  const sentences = sentencesOf(messages, finding, language);
  const values = valuesOf(messages, finding, language);
  const mend = fill(sentences.mend, values);
  const space = language === 'en' ? ' ' : '';
  const { skipped } = finding.data;
  const instead = typeof skipped === 'string' ? readingInsteadOf(skipped, language) : undefined;
  const wrong = fill(sentences.text, values).trim();
  const text = instead === undefined ? wrong : `${wrong}${space}${fill(instead, values)}`;
  const gap = mend === '' ? '' : space;
  return { title: fill(sentences.title, values), text, mend, message: `${text}${gap}${mend}` };
}

/** The parts of a finding's sentences by name, in words: for a table that gives each a column of its own. */
export function findingValues(finding: Diagnostic, language: Language): Readonly<Record<string, string>> {
  return valuesOf(messagesOf(language), finding, language);
}

/** A few codes are both a file's trouble and a plan's (`plot-number-repeated`): a diagnostic names its file. */
function sentencesOf(messages: Messages, finding: Diagnostic, language: Language): Sentences {
  const inFiles: Readonly<Record<string, Sentences>> = messages.diagnostics.codes;
  const inPlans: Readonly<Record<string, Sentences>> = messages.findings.codes;
  const [first, second] = finding.file === undefined ? [inPlans, inFiles] : [inFiles, inPlans];
  const found = own(first, finding.code) ?? own(second, finding.code) ?? readingWordsOf(finding.code, language);
  if (found) return found;
  const title = fill(messages.diagnostics.words.unknownCode, { code: finding.code });
  return { title, text: title, mend: '' };
}

function valuesOf(messages: Messages, finding: Diagnostic, language: Language): Record<string, string> {
  const { words } = messages.diagnostics;
  const values: Record<string, string> = {
    file: finding.file ?? '',
    feature: finding.feature ? nameOf(finding.feature, finding, words, language) : words.unnamed,
    layer: finding.layer ? words.layer[finding.layer] : '',
    pointer: placeInWords(finding.pointer || '/', words.place),
    related: listOf(namesOf(finding.related ?? [], finding, words, language), words),
    range: rangeOf(finding.data, words, language),
    use: useOf(finding, words, language),
    binding: '',
    hint: '',
  };
  const { east, north } = finding.data;
  if (typeof east === 'number' && typeof north === 'number' && readingWordsOf(finding.code, language))
    values.shift = shiftText(east, north, language);
  for (const [name, value] of Object.entries(finding.data))
    values[name] = formatValue(name, value, finding, messages, language);
  return values;
}

function formatValue(
  name: string,
  value: FindingValue,
  finding: Diagnostic,
  messages: Messages,
  language: Language,
): string {
  const { words } = messages.diagnostics;
  if (value === null) return name === 'phase' ? words.noPhase : words.none;
  if (Array.isArray(value)) {
    if (name === 'fields')
      return listOf(
        value.map((field) => fieldTitle(field, finding, messages)),
        words,
      );
    if (name === 'stages')
      return listOf(
        value.map((stage) => wordOf(words.stage, stage)),
        words,
      );
    const names = namesOf(value, finding, words, language);
    // Only what is missing is worth a sentence.
    if (name === 'silent') return names.length === 0 ? '' : fill(words.silentPhases, { phases: listOf(names, words) });
    return listOf(names, words);
  }
  if (typeof value === 'boolean') return name === 'swapped' && value ? words.swapped : '';
  if (typeof value === 'number') return formatFigure(name, value, finding, language);
  switch (name) {
    case 'field':
    case 'otherField':
      return fieldTitle(value, finding, messages);
    case 'control':
      return wordOf(words.control, value);
    case 'binding':
      return wordOf(words.binding, value);
    case 'standing':
      return wordOf(words.standing, value);
    case 'expected':
      return readingExpectedOf(value, language) ?? wordOf(words.expected, value);
    case 'hint':
      return wordOf(words.hint, value);
    case 'format':
      return wordOf(words.format, value);
    case 'encoding':
      return wordOf(words.encoding, value);
    case 'areaUnit':
      return readingUnitOf(value, language);
    case 'opens':
    case 'earlierOpens':
      return formatMonth(value, language);
    case 'limitFrom':
    case 'minimumFrom':
    case 'maximumFrom':
      return value === finding.feature
        ? words.own
        : fill(words.setBy, { name: nameOf(value, finding, words, language) });
    case 'phase':
      return nameOf(value, finding, words, language);
    case 'of':
      return sentencesOf(messages, { ...finding, code: value }, language).title;
    case 'firstPointer':
      return placeInWords(value, words.place);
    default:
      return value;
  }
}

const COMPARED = ['minimum', 'maximum', 'actual', 'limit', 'headroom', 'excess', 'shortfall'];
const MOST_DECIMALS = 6;
const AS_GOOD_AS_EQUAL = 1e-5;

/** As many decimals as it takes to tell what is there from what it is held against: a FAR of 0.998 is not "1, below 1". */
function decimalsOf({ data }: Diagnostic, language: Language): number {
  const { actual } = data;
  const other = data.limit ?? data.minimum;
  let decimals = 2;
  if (typeof actual !== 'number' || typeof other !== 'number') return decimals;
  // What is as good as equal is said to be equal.
  if (Math.abs(actual - other) <= AS_GOOD_AS_EQUAL * Math.abs(other)) return decimals;
  while (
    decimals < MOST_DECIMALS &&
    formatNumber(actual, language, decimals) === formatNumber(other, language, decimals)
  )
    decimals += 1;
  return decimals;
}

/** A figure with the unit its name or its control gives it. */
function formatFigure(name: string, value: number, finding: Diagnostic, language: Language): string {
  if (name === 'fullCount') {
    const { words } = messagesOf(language).diagnostics;
    return value === 0 ? '' : fill(words.usedInFullCount, { count: formatNumber(value, language) });
  }
  // A ratio of units may be a thousandth: three figures of it, wherever they begin.
  if (name === 'ratio') return formatSignificant(value, language);
  if (isFloorArea(name, finding)) return `${formatNumber(Math.round(value), language, 0)} m²`;
  if (name.endsWith('SquareMetres')) return formatAreaFigure(value, language);
  if (name.endsWith('Metres')) return `${formatNumber(value, language)} m`;
  if (name.endsWith('Percent')) return formatPercent(value, language);
  if (name.endsWith('Degrees')) return `${formatNumber(value, language)}°`;
  if (name.endsWith('Bytes')) return formatBytes(value, language);
  const control = finding.data.control ?? finding.data.field;
  if (typeof control === 'string' && COMPARED.includes(name)) {
    const figure = formatNumber(value, language, decimalsOf(finding, language));
    if (control === 'height' || control === 'setback' || control.endsWith('Metres')) return `${figure} m`;
    if (control === 'density' || control === 'greenRatio' || control.endsWith('Percent')) return `${figure}%`;
    return figure;
  }
  return formatNumber(value, language);
}

const FLOOR_AREAS: ReadonlySet<string> = new Set(
  ['gfa', 'expected', 'capacity', 'most', 'service', 'total'].map((name) => `${name}SquareMetres`),
);

/** Floor area is never said in hectares, and to the square metre: rounded, two figures that differ could read alike. */
function isFloorArea(name: string, { data }: Diagnostic): boolean {
  if (FLOOR_AREAS.has(name)) return true;
  return data.field === 'gfaSquareMetres' && (name === 'declaredSquareMetres' || name === 'sumSquareMetres');
}

/** An area; a large one with all its decimals, so that 5.0000 km² is seen to be met and not rounded. */
function formatAreaFigure(squareMetres: number, language: Language): string {
  const isLarge = Math.abs(squareMetres) >= 1_000_000;
  return isLarge ? `${formatFixed(squareMetres / 1_000_000, language, 4)} km²` : formatArea(squareMetres, language);
}

/** How far a limit is used. */
function useOf(finding: Diagnostic, words: Words, language: Language): string {
  const { headroom, usagePercent } = finding.data;
  if (typeof headroom !== 'number' || typeof usagePercent !== 'number') return words.none;
  if (formatNumber(headroom, language) === formatNumber(0, language)) return words.usedInFull;
  return fill(words.usedPartly, {
    headroom: formatFigure('headroom', headroom, finding, language),
    usagePercent: formatPercent(usagePercent, language),
  });
}

/**
 * A phase or zone by its name, with its id behind it where another of the finding's has the same name; the id alone where the
 * finding brings no name.
 */
function nameOf(id: string, { data }: Diagnostic, words: Words, language: Language): string {
  const { namedIds } = data;
  const names = language === 'en' ? data.namesEn : data.names;
  const name = Array.isArray(namedIds) && Array.isArray(names) ? names[namedIds.indexOf(id)] : undefined;
  if (name === undefined || name === id) return id;
  const isOnlyOne = Array.isArray(names) && names.indexOf(name) === names.lastIndexOf(name);
  return isOnlyOne ? name : fill(words.nameWithId, { name, id });
}

/** What a finding calls one of the features it speaks of: by its name where it brings one. */
export function nameInFinding(id: string, finding: Diagnostic, language: Language): string {
  return nameOf(id, finding, messagesOf(language).diagnostics.words, language);
}

function namesOf(ids: readonly string[], finding: Diagnostic, words: Words, language: Language): string[] {
  return ids.map((id) => nameOf(id, finding, words, language));
}

function formatPercent(value: number, language: Language): string {
  return `${formatNumber(value, language)}%`;
}

function formatBytes(bytes: number, language: Language): string {
  if (bytes < 1024) return `${formatNumber(bytes, language)} B`;
  if (bytes < 1024 * 1024) return `${formatNumber(bytes / 1024, language, 1)} kB`;
  return `${formatNumber(bytes / (1024 * 1024), language, 1)} MB`;
}

const UNIT_SIGNS: Table = { metres: ' m', squareMetres: ' m²', percent: '%' };

/** The range a field's value must lie in, as words. */
function rangeOf(data: Diagnostic['data'], words: Words, language: Language): string {
  const sign = own(UNIT_SIGNS, String(data.unit)) ?? '';
  const parts = (
    [
      ['minimum', words.atLeast],
      ['above', words.above],
      ['maximum', words.atMost],
    ] as const
  ).flatMap(([name, sentence]) => {
    const value = data[name];
    return typeof value === 'number' ? [fill(sentence, { [name]: `${formatNumber(value, language)}${sign}` })] : [];
  });
  return parts.join(words.and);
}

/** A field's title; where a file is spoken of also its name, by which it is found there. */
function fieldTitle(field: string, finding: Diagnostic, messages: Messages): string {
  const title = own(messages.fields as Table, field);
  if (title === undefined) return field;
  return finding.file === undefined ? title : fill(messages.diagnostics.words.fieldWithName, { title, name: field });
}

function listOf(items: readonly string[], words: Words): string {
  return items.length === 0 ? words.none : items.join(words.listSeparator);
}

function wordOf(table: Table, key: string): string {
  return own(table, key) ?? key;
}

function own<T>(table: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
