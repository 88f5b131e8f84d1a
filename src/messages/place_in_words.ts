import { fill } from './fill.ts';

interface PlaceWords {
  row: string;
  placemark: string;
  entity: string;
  within: string;
}

const ROW = /^\/(?:row|line)\/(\d+)(?:\/(.+))?$/;
const PLACEMARK = /^\/Placemark\/(\d+)(?:\/(.+))?$/;
/** An entity of a drawing by its kind and its handle, with those of the blocks it stands in before it. */
const ENTITY = /^\/([A-Z0-9_]+)\/([0-9A-Fa-f./-]+?)(?:\/((?:geometry|properties)\b.*))?$/;

/** Where in a file something stands: the row of a table, the placemark, the entity of a drawing; in JSON the pointer itself. */
export function placeInWords(pointer: string, words: PlaceWords): string {
  const told = (sentence: string, values: Record<string, string>, rest: string | undefined) => {
    const place = fill(sentence, values);
    return rest === undefined ? place : fill(words.within, { place, rest });
  };
  const [row, number = '', ofRow] = ROW.exec(pointer) ?? [];
  if (row !== undefined) return told(words.row, { number }, ofRow);
  const [mark, ordinal = '', ofMark] = PLACEMARK.exec(pointer) ?? [];
  if (mark !== undefined) return told(words.placemark, { number: ordinal }, ofMark);
  const [entity, type = '', handle = '', ofEntity] = ENTITY.exec(pointer) ?? [];
  return entity === undefined ? pointer : told(words.entity, { type, handle }, ofEntity);
}
