import type { Ledger } from '../core/control/types.ts';
import type { Plot } from '../core/plan/types.ts';

/** Effective upper limit of a plot's height in metres, or what it states itself while nothing has been computed. */
export function permittedHeightOf(plot: Plot, ledger: Ledger | undefined): number | undefined {
  const controls = ledger?.plots.get(plot.id)?.controls;
  return controls ? controls.height.max?.value : plot.properties.heightMaxMetres;
}
