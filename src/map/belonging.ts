import type { Ledger } from '../core/control/types.ts';
import { entryReader } from '../core/packing/large_lists.ts';
import type { Building, Plot } from '../core/plan/types.ts';

/** The phase a plot belongs to: the one it names, else the one the analysis found it in. */
export function phaseOf(plot: Plot, ledger: Ledger | undefined): string | undefined {
  return ledger?.plots.get(plot.id)?.phase ?? plot.properties.phase;
}

const known = new WeakMap<Ledger, Map<string, string>>();

/** Number of the plot a building stands on: the one it names, else the one the analysis found it on. */
export function plotNumberOf(building: Building, ledger: Ledger | undefined): string | undefined {
  if (!ledger) return building.properties.plot;
  let plots = known.get(ledger);
  if (!plots) {
    plots = new Map();
    const buildingsOf = entryReader(ledger.plots, 'buildings') as (plot: string, place: number) => string[];
    let place = 0;
    for (const plot of ledger.plots.keys()) {
      for (const id of buildingsOf(plot, place)) plots.set(id, plot);
      place += 1;
    }
    known.set(ledger, plots);
  }
  return plots.get(building.id) ?? building.properties.plot;
}
