import { LAYER_IDS, type Plan } from '../plan/types.ts';
import { IN_OBJECTS, type Keeper } from './keeper.ts';

/** Smaller plans are computed faster with objects, and objects of theirs fit into any browser. */
const COLUMNS_FROM = 150_000;

/** Whether a plan is so large that what is computed of it, and it itself where another is computed, stays in columns. */
export function isVast(...plans: readonly Pick<Plan, 'layers'>[]): boolean {
  return plans.some(({ layers }) => LAYER_IDS.some((layer) => layers[layer].length >= COLUMNS_FROM));
}

/** From so many on not even one plan is made into objects beside the page that shows it: it and its tiles take 1 GB themselves. */
const ROWS_FROM = 700_000;

/** Whether a list of so many features is read from its columns where a plan is computed. */
export function staysInColumns(count: number, isBesideAnother: boolean): boolean {
  return count >= (isBesideAnother ? COLUMNS_FROM : ROWS_FROM);
}

/** Where what is computed of plans is kept. What keeps it in columns is loaded with the first plan that large. */
export async function keeperFor(...plans: Plan[]): Promise<Keeper> {
  return isVast(...plans) ? (await import('./keep_in_columns.ts')).IN_COLUMNS : IN_OBJECTS;
}
