import type { CheckContext } from './rule.ts';

/** Number of the plot each building belongs to: the one it names, or else the one it stands on. */
export function plotsOfBuildings({ ledger }: Pick<CheckContext, 'ledger'>): Map<string, string> {
  const plots = new Map<string, string>();
  for (const { plot, buildings } of ledger.plots.values()) for (const building of buildings) plots.set(building, plot);
  return plots;
}
