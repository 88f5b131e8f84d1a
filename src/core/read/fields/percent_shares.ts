import { LAYERS } from '../../plan/fields.ts';
import { cutNameCandidates } from '../../plan/match_field.ts';
import type { LayerId } from '../../plan/types.ts';
import { Tally } from '../compact_issues.ts';
import { type DiagnosticLog, excerptOf } from '../diagnostic_log.ts';
import type { FieldReport } from '../source.ts';
import type { FieldMember } from './map_fields.ts';
import { readNumber } from './read_number.ts';

/** How far beyond the largest of a column's percentages another may lie that is of their kind. */
const WITHIN = 1.5;
/** What is smaller than the smallest percentage by more than this is hardly one. */
const SMALLER_BY = 10;

/** The values of a column that tell what it is written in. */
interface Column {
  /** Above 1, or with a %. */
  percents: number[];
  /** Below 1 and without one. */
  small: { number: number; member: FieldMember }[];
  oneCount: number;
}

/**
 * Fields in percent of which all values are shares of one: 0.35 for 35 %. Told by the column, never value by value: a lone 1 is 1 %
 * among percentages and the whole among shares. What may be either is left as it is and told.
 */
export function sharesOf(
  reports: readonly FieldReport[],
  features: readonly FieldMember[],
  layer: LayerId,
  log: DiagnosticLog,
): Set<string> {
  const shares = new Set<string>();
  for (const { from, to, how } of reports) {
    const spec = to === undefined ? undefined : LAYERS[layer].fields.get(to);
    // A name of the dictionary that was cut short has the dictionary's unit.
    if (spec?.unit !== 'percent' || how === 'canonical' || cutNameCandidates(layer, from).includes(to ?? '')) continue;
    const { percents, small, oneCount } = columnOf(features, from);
    if (small.length === 0 && percents.length === 0 && oneCount > 0)
      log.add({
        code: 'percent-open',
        severity: 'warning',
        layer,
        data: { field: to ?? from, source: from, count: oneCount },
      });
    else if (small.length > 0 && percents.length === 0) shares.add(from);
    else {
      const doubtful = doubtfulAmong(small, percents);
      if (doubtful.length === 0) continue;
      const each = new Tally({ code: 'percent-doubtful', severity: 'warning', layer });
      for (const { member } of doubtful) {
        const { feature, pointer, name } = member;
        each.add(name, pointer, { field: from, found: excerptOf(feature.properties[from]) });
      }
      log.add(each.summary({ code: 'percent-mixed', severity: 'warning', layer, data: { field: from } }));
    }
  }
  return shares;
}

function columnOf(features: readonly FieldMember[], from: string): Column {
  const column: Column = { percents: [], small: [], oneCount: 0 };
  for (const member of features) {
    const value = member.feature.properties[from];
    const reading = typeof value === 'string' ? readNumber(value, 'percent') : undefined;
    const ofText = reading?.kind === 'range' ? reading.maximum : reading?.kind === 'number' ? reading.value : undefined;
    const number = typeof value === 'number' ? value : ofText;
    if (number === undefined || !(number > 0)) continue;
    if (number > 1 || (typeof value === 'string' && value.normalize('NFKC').includes('%')))
      column.percents.push(number);
    else if (number < 1) column.small.push({ number, member });
    else column.oneCount += 1;
  }
  return column;
}

/** Small values beside percentages that look like shares: a hundred times as much is like the others, or they are far too small. */
function doubtfulAmong(small: Column['small'], percents: readonly number[]): Column['small'] {
  const smallest = percents.reduce((least, one) => Math.min(least, one), Number.POSITIVE_INFINITY);
  const largest = percents.reduce((most, one) => Math.max(most, one), 0);
  return small.filter(({ number }) => number * 100 <= largest * WITHIN || number < smallest / SMALLER_BY);
}
