import { LAYER_IDS, type Plan } from '../plan/types.ts';
import { ColumnBuilder } from './column_builder.ts';
import type { PlaceOf } from './column_parts.ts';
import type { Keeper } from './keeper.ts';
import { LARGE_COUNT, rowPlacesOf } from './large_lists.ts';
import { packColumn } from './pack_column.ts';
import { noteColumn, rowListOf, rowMapAtOnce } from './rows.ts';

/**
 * Keeps records in columns as they come, and reads them as rows: a ledger of a million plots takes 0.5 GB of bytes instead of 4 GB of
 * objects, of which a browser's page and its workers have no more together.
 */
export const IN_COLUMNS: Keeper = {
  isSparing: true,
  list<Kept extends object>(placeOf?: PlaceOf, ...apart: string[]) {
    const builder = new ColumnBuilder({ apart: new Set(apart), ...(placeOf && { placeOf }) });
    return {
      get length() {
        return builder.length;
      },
      push(record: Kept) {
        builder.push(record);
      },
      finish() {
        const column = builder.finish();
        return column.kind === 'record' ? rowListOf<Kept>(column) : [];
      },
    };
  },
  map<Kept extends object>() {
    const builder = new ColumnBuilder();
    const keys = new ColumnBuilder();
    return {
      set(key: string, record: Kept) {
        builder.push(record);
        keys.push(key);
      },
      finish() {
        const column = builder.finish();
        return column.kind === 'record' ? rowMapAtOnce<Kept>(column, keys.finish()) : new Map<string, Kept>();
      },
    };
  },
  prepare({ layers }: Plan) {
    // What is found refers to shapes that are in columns: these are what goes to the page.
    for (const layer of LAYER_IDS) {
      const features: readonly object[] = layers[layer];
      if (features.length < LARGE_COUNT || rowPlacesOf(features)) continue;
      const column = packColumn(features);
      if (column.kind === 'record') noteColumn(features, { column });
    }
  },
  pick<Kept extends object>(list: readonly Kept[], places: Uint32Array) {
    const of = rowPlacesOf(list);
    if (!of) return Array.from(places, (place) => list[place] as Kept);
    const { column, rows } = of;
    return rowListOf<Kept>(column, rows ? places.map((place) => rows[place] as number) : places);
  },
};
