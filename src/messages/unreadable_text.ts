import type { UnreadableEntry } from '../core/plan/types.ts';
import type { UnreadableReport } from '../core/read/source.ts';
import { fill } from './fill.ts';
import { formatNumber } from './format.ts';
import type { Language } from './language.ts';
import { readingMessagesOf } from './reading.ts';

type Counts = Pick<UnreadableEntry, 'keptValueCount' | 'emptyValueCount' | 'keptShapeCount' | 'leftOutCount'>;

/** How many values and shapes of some sources cannot be read, by what stands in their place. */
export function unreadableCounts(reports: readonly UnreadableReport[]): Counts & { count: number; wordCount: number } {
  const sum = (count: (report: UnreadableReport) => number) => reports.reduce((all, one) => all + count(one), 0);
  const counts = {
    keptValueCount: sum(({ values }) => values.keptCount),
    emptyValueCount: sum(({ values }) => values.emptyCount),
    keptShapeCount: sum(({ shapes }) => shapes.keptCount),
    leftOutCount: sum(({ shapes }) => shapes.leftOutCount),
  };
  const { keptValueCount, emptyValueCount, keptShapeCount, leftOutCount } = counts;
  const count = keptValueCount + emptyValueCount + keptShapeCount + leftOutCount;
  return { ...counts, count, wordCount: sum((one) => one.wordCount) };
}

/** What becomes of values and shapes that are passed over, in words. */
export function unreadableOutcome(counts: Counts, language: Language): string {
  const { outcome } = readingMessagesOf(language).unreadable;
  const parts = [
    [counts.keptValueCount, outcome.keptValues],
    [counts.emptyValueCount, outcome.emptyValues],
    [counts.keptShapeCount, outcome.keptShapes],
    [counts.leftOutCount, outcome.leftOut],
  ] as const;
  return parts
    .flatMap(([count, words]) => (count > 0 ? [fill(words, { count: formatNumber(count, language, 0) })] : []))
    .join(outcome.separator);
}
