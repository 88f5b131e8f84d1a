import { LAYER_IDS, type Plan } from '../plan/types.ts';
import { IN_OBJECTS, type Keeper } from './keeper.ts';

/** Smaller plans are computed faster with objects, and objects of theirs fit into any browser. */
const COLUMNS_FROM = 150_000;

/** Whether a plan is so large that what is computed of it, and it itself where another is computed, stays in columns. */
export function isVast(...plans: readonly Pick<Plan, 'layers'>[]): boolean {
  return plans.some(({ layers }) => LAYER_IDS.some((layer) => isVastList(layers[layer].length)));
}

export function isVastList(count: number): boolean {
  return count >= COLUMNS_FROM;
}

/** Where what is computed of plans is kept. What keeps it in columns is loaded with the first plan that large. */
export async function keeperFor(...plans: Plan[]): Promise<Keeper> {
  return isVast(...plans) ? (await import('./keep_in_columns.ts')).IN_COLUMNS : IN_OBJECTS;
}
