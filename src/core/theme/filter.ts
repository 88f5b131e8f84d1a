import type { Ledger, PlotLedger } from '../control/types.ts';
import { entryReader, fieldReader } from '../packing/large_lists.ts';
import type { Plan } from '../plan/types.ts';
import type { Filters, Range, Theme } from './types.ts';

function isSet(range: Range | undefined): range is Range {
  return range !== undefined && (range.from !== undefined || range.to !== undefined);
}

function isWithin(value: number | undefined, range: Range): boolean {
  return (
    value !== undefined &&
    value >= (range.from ?? Number.NEGATIVE_INFINITY) &&
    value <= (range.to ?? Number.POSITIVE_INFINITY)
  );
}

/** Ids of the features in the picked classes; undefined when no class of this theme is picked. */
function pickedFeatures(theme: Theme, classes: readonly string[]): ReadonlySet<string> | undefined {
  // An old address may name classes that are no more: they pick nothing, and alone they do not filter.
  const picked = theme.classes.filter((entry) => classes.includes(entry.id));
  return picked.length > 0 ? new Set(picked.flatMap((entry) => entry.features)) : undefined;
}

function isPicked(entry: PlotLedger, theme: Theme, picked: ReadonlySet<string>): boolean {
  if (theme.layer === 'zones') return entry.covers.some((cover) => picked.has(cover.zone));
  if (theme.layer === 'phases') return entry.phase !== undefined && picked.has(entry.phase);
  return picked.has(entry.plot);
}

/**
 * Numbers of the plots that pass every filter; undefined when no filter is set. A plot that states no limit does not pass a
 * range on it. A picked zone shows the plots it covers, a picked phase those that belong to it.
 */
export function shownPlots(
  plan: Plan,
  ledger: Ledger,
  theme: Theme,
  filters: Filters,
): ReadonlySet<string> | undefined {
  const { height, far } = filters;
  const picked = pickedFeatures(theme, filters.classes);
  if (!isSet(height) && !isSet(far) && !picked) return undefined;
  const shown = new Set<string>();
  const { plots } = plan.layers;
  const idAt = fieldReader(plots, 'id') as (place: number) => string;
  type Limit = (plot: string, place: number) => number | undefined;
  const heightOf = entryReader(ledger.plots, 'controls', 'height', 'max', 'value') as Limit;
  const farOf = entryReader(ledger.plots, 'controls', 'far', 'max', 'value') as Limit;
  for (let place = 0; place < plots.length; place += 1) {
    const id = idAt(place);
    if (isSet(height) && !isWithin(heightOf(id, place), height)) continue;
    if (isSet(far) && !isWithin(farOf(id, place), far)) continue;
    const entry = ledger.plots.get(id);
    if (!entry || (picked && !isPicked(entry, theme, picked))) continue;
    shown.add(id);
  }
  return shown;
}
