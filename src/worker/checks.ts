/** What the worker loads with the first check. */
export { analyseInSlices } from '../core/analyse_in_slices.ts';
export { CheckMemory } from '../core/check/check_memory.ts';
