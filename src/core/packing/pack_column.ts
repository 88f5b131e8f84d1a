import type { Column } from './column.ts';
import { ColumnBuilder } from './column_builder.ts';
import type { PlaceOf } from './column_parts.ts';

/**
 * Packs values of JSON's kinds; `undefined` is absent.
 * @param placeOf tells records that need not be packed again
 */
export function packColumn(values: readonly unknown[], placeOf?: PlaceOf): Column {
  const builder = new ColumnBuilder({ ...(placeOf && { placeOf }) });
  builder.pushAll(values);
  return builder.finish();
}
