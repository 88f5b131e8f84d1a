import type { Column } from './column.ts';
import { columnOf } from './large_lists.ts';

/**
 * West, south, east and north of each feature's shape in degrees, four numbers a feature, read from the column without making the shapes;
 * ±Infinity where there is no position. Undefined for features that are plain objects.
 */
export function boxesOf(features: readonly object[]): Float64Array | undefined {
  const column = columnOf(features);
  if (!column) return undefined;
  const known = boxesByColumn.get(column);
  if (known) return known;
  const boxes = new Float64Array(features.length * 4);
  const geometry = fieldOf(column, 'geometry');
  for (let row = 0; row < features.length; row += 1) {
    const at = row * 4;
    boxes[at] = boxes[at + 1] = Number.POSITIVE_INFINITY;
    boxes[at + 2] = boxes[at + 3] = Number.NEGATIVE_INFINITY;
    if (geometry) extend(geometry, row, boxes, at);
  }
  boxesByColumn.set(column, boxes);
  return boxes;
}

const boxesByColumn = new WeakMap<Column, Float64Array>();

function fieldOf(column: Column, name: string): Column | undefined {
  return column.kind === 'record' ? column.fields.find(([field]) => field === name)?.[1] : undefined;
}

/** Takes what is in a row of a geometry's column, or of its coordinates', into a box. */
function extend(column: Column, row: number, boxes: Float64Array, at: number): void {
  if (column.kind === 'record') {
    const coordinates = fieldOf(column, 'coordinates');
    if (coordinates) extend(coordinates, row, boxes, at);
    return;
  }
  if (column.kind === 'shared') {
    const shared = column.rows[row] ?? 0;
    if (shared > 0) extend(column.of, shared - 1, boxes, at);
    return;
  }
  if (column.kind === 'union') {
    const option = column.options[(column.which[row] ?? 0) - 1];
    if (option) extend(option, column.places[row] ?? 0, boxes, at);
    return;
  }
  if (column.kind !== 'list') return;
  const { ends, items } = column;
  const start = ends[row] ?? 0;
  const end = ends[row + 1] ?? 0;
  const numbers =
    items.kind === 'union' ? numbersOf(items, start) : items.kind === 'number' ? { items, start } : undefined;
  if (!numbers) {
    for (let item = start; item < end; item += 1) extend(items, item, boxes, at);
    return;
  }
  if (end - start < 2) return;
  const x = numbers.items.values[numbers.start] ?? 0;
  const y = numbers.items.values[numbers.start + 1] ?? 0;
  if (x < (boxes[at] ?? 0)) boxes[at] = x;
  if (y < (boxes[at + 1] ?? 0)) boxes[at + 1] = y;
  if (x > (boxes[at + 2] ?? 0)) boxes[at + 2] = x;
  if (y > (boxes[at + 3] ?? 0)) boxes[at + 3] = y;
}

/** Where polygons and parts of several stand in one column, numbers stand beside lists. */
function numbersOf(
  { which, places, options }: Extract<Column, { kind: 'union' }>,
  row: number,
): { items: Extract<Column, { kind: 'number' }>; start: number } | undefined {
  const option = options[(which[row] ?? 0) - 1];
  return option?.kind === 'number' ? { items: option, start: places[row] ?? 0 } : undefined;
}
