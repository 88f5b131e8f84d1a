import type { Plan } from '../plan/types.ts';
import type { PlaceOf } from './column_parts.ts';

/** A list that is filled record by record. */
export interface KeptList<Kept extends object> {
  readonly length: number;
  push(record: Kept): void;
  /** All of them as they came, once none follows. */
  finish(): Kept[];
}
/** A map that is filled record by record, each under a key of its own. */
export interface KeptMap<Kept extends object> {
  set(key: string, record: Kept): void;
  finish(): Map<string, Kept>;
}

/** Where what is computed of a plan's features is kept: as objects, or for plans of hundreds of thousands in columns. */
export interface Keeper {
  /** Memory is short: what can be made again is not kept besides. */
  readonly isSparing: boolean;
  /**
   * @param placeOf tells records within the records that are in columns already
   * @param apart fields whose records differ much in what fields they have
   */
  list<Kept extends object>(placeOf?: PlaceOf, ...apart: string[]): KeptList<Kept>;
  map<Kept extends object>(): KeptMap<Kept>;
  /** Prepares a plan's lists for what refers to their features. */
  prepare(plan: Plan): void;
  /** Some records of a list that was kept, by their places. */
  pick<Kept extends object>(list: readonly Kept[], places: Uint32Array): Kept[];
}

export const IN_OBJECTS: Keeper = {
  isSparing: false,
  list<Kept extends object>() {
    const records: Kept[] = [];
    return {
      get length() {
        return records.length;
      },
      push(record: Kept) {
        records.push(record);
      },
      finish: () => records,
    };
  },
  map<Kept extends object>() {
    const records = new Map<string, Kept>();
    return {
      set(key: string, record: Kept) {
        records.set(key, record);
      },
      finish: () => records,
    };
  },
  prepare: () => {},
  pick: (list, places) => Array.from(places, (place) => list[place] as (typeof list)[number]),
};
