import { metresBetween } from '../core/read/coordinates/between_candidates.ts';
import type { CoordinateCandidate } from '../core/read/source.ts';
import { type CommandLineMessages, commandLineMessagesOf } from '../messages/command_line.ts';
import { fill } from '../messages/fill.ts';
import { formatLength, formatNumber } from '../messages/format.ts';
import type { Language } from '../messages/language.ts';
import { readingMessagesOf } from '../messages/reading.ts';
import { shiftText } from '../messages/shift_text.ts';
import { printable } from './report.ts';

export type ProblemCode = keyof CommandLineMessages['problems'];

/** Why a command cannot do what it was told: wrong usage, input that cannot be read, a question nobody is there to answer. */
export class CommandProblem extends Error {
  readonly code: ProblemCode;
  readonly data: Readonly<Record<string, string | number>>;
  /** Coordinate systems to choose from, and the options that would choose, the likeliest first. */
  readonly candidates: readonly CoordinateCandidate[];
  /** What to add to the command as it was written, where that alone would do. */
  readonly toAdd: readonly string[];
  /** A name that is near the one that is not known. */
  readonly near: string | undefined;
  /** Distances are from a plan the person named. */
  readonly hasPlan: boolean;

  constructor(
    code: ProblemCode,
    data: Record<string, string | number> = {},
    more: {
      candidates?: readonly CoordinateCandidate[];
      toAdd?: readonly string[];
      near?: string | undefined;
      hasPlan?: boolean;
    } = {},
  ) {
    super(code);
    this.code = code;
    this.data = data;
    this.candidates = more.candidates ?? [];
    this.toAdd = more.toAdd ?? [];
    this.near = more.near;
    this.hasPlan = more.hasPlan ?? false;
  }
}

/** Candidates that are listed; of coordinates without a zone there are dozens. */
const SHOWN_CANDIDATES = 8;

/** A problem in a person's words, with what to type to mend it; or as `{ "error": … }`. */
export function printProblem(
  problem: CommandProblem,
  format: 'text' | 'json',
  language: Language,
  argv: readonly string[],
): string {
  const { code, data, candidates, near } = problem;
  const words = commandLineMessagesOf(language);
  const suggestion = near === undefined ? '' : fill(words.didYouMean, { name: near });
  const { east, north } = data;
  const shift = typeof east === 'number' && typeof north === 'number' ? shiftText(east, north, language) : '';
  const message = fill(words.problems[code], { ...data, suggestion, shift }).trim();
  if (format === 'json') {
    const systems = candidates.map(({ outline: _, ...rest }) => rest);
    const error = {
      code,
      message,
      data,
      ...(systems.length > 0 && { candidates: systems }),
      ...(near !== undefined && { near }),
    };
    return `${JSON.stringify({ error }, null, 2)}\n`;
  }
  const lines = [`park-plan: ${message}`];
  if (candidates.length > 0) lines.push(...describeCandidates(problem, words, language));
  if (problem.toAdd.length > 0) lines.push(`  park-plan ${[...argv, ...problem.toAdd].map(quoted).join(' ')}`);
  return `${lines.map(printable).join('\n')}\n`;
}

function describeCandidates(
  { candidates, hasPlan }: CommandProblem,
  words: CommandLineMessages,
  language: Language,
): string[] {
  const { candidate } = words;
  // Without a plan nothing sets one apart from the next: rows of neighbouring zones are shown as rows.
  if (!hasPlan) return [...rowsOfZones(candidates).map((row) => `  ${row}`), candidate.givePlan, candidate.typeIt];
  const metres = (value: number) => `${formatNumber(value, language, Math.abs(value) < 10 ? 1 : 0)} m`;
  const shown = candidates.slice(0, SHOWN_CANDIDATES);
  const lines = shown.map((one) => {
    const { distanceMetres, eastMetres, northMetres, matchedCount } = one;
    const notes: string[] = [];
    if (distanceMetres !== undefined)
      notes.push(
        distanceMetres < 1 ? candidate.inside : fill(candidate.distance, { distance: metres(distanceMetres) }),
      );
    const { onPlan, fromFirst } = readingMessagesOf(language).coordinates;
    if (one.onPlanShare !== undefined)
      notes.push(fill(onPlan, { share: formatNumber(one.onPlanShare * 100, language, 0) }));
    const [first] = shown;
    const between = first && first !== one ? metresBetween(first, one) : 0;
    if (between >= 1 && first)
      notes.push(fill(fromFirst, { first: first.crs, distance: formatLength(Math.round(between), language) }));
    if (eastMetres !== undefined && northMetres !== undefined && matchedCount !== undefined)
      notes.push(fill(candidate.matched, { count: matchedCount, shift: shiftText(eastMetres, northMetres, language) }));
    return `  ${optionsFor(one).join(' ').padEnd(32)}${notes.join(words.source.separator)}`.trimEnd();
  });
  if (candidates.length > shown.length)
    lines.push(`  ${fill(candidate.more, { count: candidates.length - shown.length })}`);
  return [...lines, candidate.typeIt];
}

/** The options that choose each reading, codes that follow each other as one row: `--crs EPSG:4534 … EPSG:4554`. */
function rowsOfZones(candidates: readonly CoordinateCandidate[]): string[] {
  const rows: { from: string; to: string; next: number; swapped: boolean }[] = [];
  for (const { crs, swapped } of candidates) {
    const code = Number(/^EPSG:(\d+)$/.exec(crs)?.[1] ?? Number.NaN);
    const row = rows.find((one) => one.next === code && one.swapped === swapped);
    if (row) Object.assign(row, { to: crs, next: code + 1 });
    else rows.push({ from: crs, to: crs, next: code + 1, swapped });
  }
  return rows.map(({ from, to, swapped }) =>
    ['--crs', from === to ? from : `${from} … ${to}`, ...(swapped ? ['--swap-axes'] : [])].join(' '),
  );
}

/** The options that choose a reading. */
export function optionsFor({ crs, swapped }: Pick<CoordinateCandidate, 'crs' | 'swapped'>): string[] {
  return ['--crs', crs, ...(swapped ? ['--swap-axes'] : [])];
}

/** A word as a shell takes it. */
function quoted(word: string): string {
  return /^[\p{L}\p{N}_./:=@%+,-]+$/u.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;
}

/** Of some names the one a mistyped one most likely means; undefined where none is near. */
export function nearestName(mistyped: string, names: readonly string[]): string | undefined {
  const wanted = mistyped.toLowerCase();
  const limit = Math.max(1, Math.floor(wanted.replace(/^-+/, '').length / 3));
  const ranked = names
    .map((name) => ({ name, distance: editDistance(wanted, name.toLowerCase()) }))
    .sort((a, b) => a.distance - b.distance);
  const [first] = ranked;
  return first && first.distance <= limit ? first.name : undefined;
}

/** Letters to add, drop, change or exchange with their neighbour until one word is the other (optimal string alignment). */
function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const isSame = a[i - 1] === b[j - 1];
      let least = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (isSame ? 0 : 1));
      const isExchanged = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (isExchanged) least = Math.min(least, (before[j - 2] ?? 0) + 1);
      row.push(least);
    }
    before = last;
    last = row;
  }
  return last[b.length] ?? 0;
}
