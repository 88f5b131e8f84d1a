import type { LayerId, Plan } from '../../core/plan/types.ts';
import type { FeatureRef } from '../../state/view.ts';
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

/** Everything of a plan that has a number or a name. */
export function buildSearchIndex(plan: Plan): SearchEntry[] {
  return LAYER_ORDER.flatMap((layer) =>
    plan.layers[layer].map(({ id, properties }) => ({
      ref: { layer, id },
      id,
      name: properties.name ?? '',
      keys: [id, properties.name ?? '', properties.nameEn ?? ''].map(squeeze),
    })),
  );
}

/**
 * The entries a text means, best first: an id or name that is it, one that begins with it, one that contains it, then what its
 * letters mean as pinyin (full, initials, or mixed). Spaces and case do not matter.
 */
export function searchPlan(
  index: readonly SearchEntry[],
  text: string,
  pinyin: PinyinMatch | undefined,
  limit: number,
): SearchEntry[] {
  const wanted = squeeze(text);
  if (wanted === '') return [];
  const isLatin = mayBePinyin(wanted);
  const ranked: { entry: SearchEntry; rank: number }[] = [];
  for (const entry of index) {
    const rank =
      rankOf(entry, wanted) ?? (isLatin && pinyin && entry.name && pinyin(entry.name, wanted) ? 3 : undefined);
    if (rank !== undefined) ranked.push({ entry, rank });
  }
  // The index is in layer order and sorting is stable.
  return ranked
    .sort((a, b) => a.rank - b.rank)
    .slice(0, limit)
    .map(({ entry }) => entry);
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
