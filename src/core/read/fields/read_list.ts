import type { FieldSpec } from '../../plan/fields.ts';
import { readWord } from './read_word.ts';

/** How GDAL writes a list into a field of text: `(2:research,incubator)`; a list it had no room for ends in `...`. */
const COUNTED = /^\((\d+):(.*)\)$/s;
const BETWEEN_ITEMS = /[,;，；、|/\s]+/;

/**
 * Reads a list that a table holds as text: JSON, GDAL's counted form, or items between commas, semicolons, 、, strokes or spaces as
 * planners write them. Undefined when it is none or was cut short; what its items are is not judged here, but words for a choice
 * become the dictionary's.
 */
export function readList(text: string, { kind }: FieldSpec): unknown[] | undefined {
  const plain = text.trim();
  if (plain.startsWith('[')) {
    try {
      const value: unknown = JSON.parse(plain);
      return Array.isArray(value) ? value : undefined;
    } catch {
      return undefined;
    }
  }
  // A band has members: only JSON holds them.
  if (kind === 'heightBands') return undefined;
  const [, count, inner] = COUNTED.exec(plain) ?? [];
  const items = (inner ?? plain).split(BETWEEN_ITEMS).filter((item) => item !== '');
  if (count !== undefined && items.length !== Number(count)) return undefined;
  return kind === 'choices' ? items.map((item) => readWord('stage', item)) : items;
}

/** Whether a field holds a list, which a table has to write as text. */
export function holdsList({ kind }: FieldSpec): boolean {
  return kind === 'choices' || kind === 'colours' || kind === 'heightBands';
}
