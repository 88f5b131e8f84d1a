import { fieldReader } from '../../core/packing/large_lists.ts';
import type { LayerId, Plan } from '../../core/plan/types.ts';
import type { FeatureRef } from '../../state/view.ts';
import type { Steps } from '../sliced_answer.ts';
import { mayBePinyin, type PinyinMatch } from './load_pinyin.ts';

export interface SearchEntry {
  ref: FeatureRef;
  id: string;
  /** The Chinese name, which pinyin may mean. */
  name: string;
  /** Id and names in both languages as they are matched: without spaces, hyphens and case. */
  keys: string[];
}

/** The order results of one rank come in: what a planner looks for first. */
const LAYER_ORDER: readonly LayerId[] = [
  'plots',
  'zones',
  'phases',
  'landmarks',
  'buildings',
  'roads',
  'water',
  'green',
  'metro',
];

/** Entries that are made or looked through between two pauses: about a millisecond. */
const ENTRIES_AT_ONCE = 500;

/** Everything of a plan that has a number or a name. */
export function* buildSearchIndex(plan: Plan): Steps<SearchEntry[]> {
  const entries: SearchEntry[] = [];
  for (const layer of LAYER_ORDER) {
    const features = plan.layers[layer];
    // A large plan's features are not made for their names.
    const idAt = fieldReader(features, 'id') as (place: number) => string;
    const nameAt = fieldReader(features, 'properties', 'name') as (place: number) => string | undefined;
    const nameEnAt = fieldReader(features, 'properties', 'nameEn') as (place: number) => string | undefined;
    for (let place = 0; place < features.length; place += 1) {
      if (entries.length % ENTRIES_AT_ONCE === ENTRIES_AT_ONCE - 1) yield;
      const id = idAt(place);
      const name = nameAt(place) ?? '';
      const keys = [id, name, nameEnAt(place) ?? ''].filter((key) => key !== '').map(squeeze);
      entries.push({ ref: { layer, id }, id, name, keys });
    }
  }
  return entries;
}

/** What letters may mean comes after all that is written so. */
const BY_PINYIN = 3;

/**
 * The entries a text means, best first: an id or name that is it, one that begins with it, one that contains it, then what its
 * letters mean as pinyin (full, initials, or mixed). Spaces and case do not matter.
 */
export function* searchPlan(
  index: readonly SearchEntry[],
  text: string,
  pinyin: PinyinMatch | undefined,
  limit: number,
): Steps<SearchEntry[]> {
  const wanted = squeeze(text);
  if (wanted === '') return [];
  const means = mayBePinyin(wanted) ? pinyin : undefined;
  // The index is in layer order, and so are those of one rank.
  const ranked: SearchEntry[][] = [[], [], [], []];
  const add = (entry: SearchEntry, rank: number): void => {
    const alike = ranked[rank];
    if (alike && alike.length < limit) alike.push(entry);
  };
  for (const [place, entry] of index.entries()) {
    if (place % ENTRIES_AT_ONCE === ENTRIES_AT_ONCE - 1) yield;
    const rank = rankOf(entry, wanted);
    if (rank !== undefined) add(entry, rank);
    else if (means && entry.name && means(entry.name, wanted)) add(entry, BY_PINYIN);
  }
  return ranked.flat().slice(0, limit);
}

function rankOf(entry: SearchEntry, wanted: string): number | undefined {
  let best: number | undefined;
  for (const key of entry.keys) {
    const place = key.indexOf(wanted);
    if (place < 0) continue;
    const rank = place > 0 ? 2 : key.length === wanted.length ? 0 : 1;
    best = Math.min(best ?? rank, rank);
  }
  return best;
}

function squeeze(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_·'’-]+/g, '');
}
