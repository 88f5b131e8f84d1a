import { LAYER_IDS, type Plan } from '../plan/types.ts';
import { IN_OBJECTS, type Keeper } from './keeper.ts';

/** Smaller plans are computed faster with objects, and objects of theirs fit into any browser. */
const COLUMNS_FROM = 150_000;

/** Where what is computed of plans is kept. What keeps it in columns is loaded with the first plan that large. */
export async function keeperFor(...plans: Plan[]): Promise<Keeper> {
  const largest = Math.max(...plans.flatMap(({ layers }) => LAYER_IDS.map((layer) => layers[layer].length)));
  return largest < COLUMNS_FROM ? IN_OBJECTS : (await import('./keep_in_columns.ts')).IN_COLUMNS;
}
