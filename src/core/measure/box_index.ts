import type { Box } from './plane.ts';

/** Finds the boxes that touch a box, out of tens of thousands. */
export interface BoxIndex {
  /** Positions in the list the index was made of, ascending. */
  search(box: Box): number[];
}

/** No more cells than this a side: a plan with one far outlier must not ask for a grid of millions. */
const MAX_CELLS_PER_SIDE = 512;
/** A box over more cells than this is looked at in every search: ten thousand boxes over all cells would fill the memory. */
const MAX_CELLS_OF_A_BOX = 256;

/** Puts boxes into the cells of a uniform grid about as wide as the boxes are apart. Boxes that are not finite are never found. */
export function createBoxIndex(boxes: readonly Box[]): BoxIndex {
  const hasExtent = (box: Box) => box.every(Number.isFinite);
  let [minX, minY, maxX, maxY]: Box = [Infinity, Infinity, -Infinity, -Infinity];
  for (const box of boxes) {
    if (!hasExtent(box)) continue;
    minX = Math.min(minX, box[0]);
    minY = Math.min(minY, box[1]);
    maxX = Math.max(maxX, box[2]);
    maxY = Math.max(maxY, box[3]);
  }
  const perSide = Math.min(MAX_CELLS_PER_SIDE, Math.max(1, Math.ceil(Math.sqrt(boxes.length))));
  const cellWidth = (maxX - minX) / perSide || 1;
  const cellHeight = (maxY - minY) / perSide || 1;
  const clamp = (cell: number) => Math.min(perSide - 1, Math.max(0, cell));
  const column = (x: number) => clamp(Math.floor((x - minX) / cellWidth));
  const row = (y: number) => clamp(Math.floor((y - minY) / cellHeight));
  const cells: number[][] = Array.from({ length: perSide * perSide }, () => []);

  function eachCell(box: Box, visit: (cell: number[]) => void): void {
    const lastColumn = column(box[2]);
    const lastRow = row(box[3]);
    for (let y = row(box[1]); y <= lastRow; y += 1) {
      for (let x = column(box[0]); x <= lastColumn; x += 1) {
        const cell = cells[y * perSide + x];
        if (cell) visit(cell);
      }
    }
  }

  const cellCount = (box: Box) => (column(box[2]) - column(box[0]) + 1) * (row(box[3]) - row(box[1]) + 1);
  const wide: number[] = [];
  boxes.forEach((box, index) => {
    if (!hasExtent(box)) return;
    if (cellCount(box) > MAX_CELLS_OF_A_BOX) wide.push(index);
    else eachCell(box, (cell) => cell.push(index));
  });

  return {
    search(box) {
      if (!hasExtent(box) || box[0] > maxX || box[2] < minX || box[1] > maxY || box[3] < minY) return [];
      const found = new Set<number>();
      const look = (cell: readonly number[]) => {
        for (const index of cell) {
          const other = boxes[index];
          if (other && other[0] <= box[2] && box[0] <= other[2] && other[1] <= box[3] && box[1] <= other[3])
            found.add(index);
        }
      };
      look(wide);
      eachCell(box, look);
      return [...found].sort((a, b) => a - b);
    },
  };
}
