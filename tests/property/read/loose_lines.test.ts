import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openFiles } from '../../../src/core/read/open/open_files.ts';
import { dxfDrawing, dxfPath, dxfText, polygonAreaOf } from '../../support/dxf_drawing.ts';

type Point = [x: number, y: number];
interface Row {
  geometry: { type: string; coordinates: Point[][] };
  properties: Record<string, unknown>;
}

interface Quarter {
  columns: number;
  rows: number;
  jitter: fc.Stream<number>;
  cuts: fc.Stream<number[]>;
  turns: fc.Stream<boolean>;
  twice: fc.Stream<number>;
  islands: fc.Stream<number>;
  slipMetres: number;
}

const E = 508_956.123;
const N = 3_523_446.987;

/** Quarters of plots whose corners stand anywhere, each plot four-cornered, some with an island of its own in it. */
const quarter = fc.record({
  columns: fc.integer({ min: 1, max: 5 }),
  rows: fc.integer({ min: 1, max: 4 }),
  jitter: fc.infiniteStream(fc.double({ min: -20, max: 20, noNaN: true })),
  /** Where borders are cut into pieces; how many; whether a piece is turned around; drawn twice. */
  cuts: fc.infiniteStream(fc.array(fc.double({ min: 0.05, max: 0.95, noNaN: true }), { maxLength: 2 })),
  turns: fc.infiniteStream(fc.boolean()),
  twice: fc.infiniteStream(fc.integer({ min: 0, max: 9 })),
  islands: fc.infiniteStream(fc.integer({ min: 0, max: 3 })),
  /** Ends moved by a hand that did not quite meet the line. */
  slipMetres: fc.constantFrom(0, 0, 0.02),
});

function next<Value>(stream: Iterator<Value>, otherwise: Value): Value {
  const { value, done } = stream.next();
  return done ? otherwise : value;
}

function draw(spec: Quarter) {
  const { columns, rows } = spec;
  const corner = Array.from({ length: columns + 1 }, (_, column) =>
    Array.from(
      { length: rows + 1 },
      (_, row): Point => [E + column * 100 + next(spec.jitter, 0), N + row * 100 + next(spec.jitter, 0)],
    ),
  );
  const at = (column: number, row: number): Point => corner[column]?.[row] ?? [0, 0];
  const plots = new Map<string, Point[][]>();
  const entities: string[] = [];
  const borders: [Point, Point][] = [];
  for (let column = 0; column <= columns; column += 1)
    for (let row = 0; row <= rows; row += 1) {
      if (column < columns) borders.push([at(column, row), at(column + 1, row)]);
      if (row < rows) borders.push([at(column, row), at(column, row + 1)]);
      if (column === columns || row === rows) continue;
      const ring = [
        at(column, row),
        at(column + 1, row),
        at(column + 1, row + 1),
        at(column, row + 1),
        at(column, row),
      ];
      const [x, y] = ring.slice(0, 4).reduce(([sx, sy], [px, py]): Point => [sx + px / 4, sy + py / 4], [0, 0]);
      const number = `A-${column + 1}-${row + 1}`;
      plots.set(number, [ring]);
      entities.push(dxfText('文字', x, y - 5, number));
      if (next(spec.islands, 0) > 0) continue;
      const island: Point[] = [
        [x - 4, y + 2],
        [x + 4, y + 2],
        [x + 4, y + 10],
        [x - 4, y + 10],
        [x - 4, y + 2],
      ];
      plots.set(number, [ring, island]);
      plots.set(`B-${column + 1}-${row + 1}`, [island]);
      entities.push(dxfText('文字', x, y + 6, `B-${column + 1}-${row + 1}`));
      for (let side = 1; side < island.length; side += 1)
        borders.push([island[side - 1] ?? [0, 0], island[side] ?? [0, 0]]);
    }
  for (const [from, to] of borders) {
    const along = (share: number): Point => [from[0] + share * (to[0] - from[0]), from[1] + share * (to[1] - from[1])];
    const shares = [...next(spec.cuts, [])].sort((a, b) => a - b);
    const slip = spec.slipMetres / Math.hypot(to[0] - from[0], to[1] - from[1]);
    const points = [along(slip), ...shares.map(along), to];
    if (next(spec.turns, false)) points.reverse();
    // A border with a bend is one polyline, or as many lines.
    const isPolyline = next(spec.turns, false) && points.length > 2;
    const pieces = isPolyline ? [points] : points.slice(1).map((point, index) => [points[index] ?? point, point]);
    for (const piece of pieces) {
      entities.push(dxfPath('地块线', piece));
      if (next<number>(spec.twice, 1) === 0) entities.push(dxfPath('地块线', [...piece].reverse()));
    }
  }
  return { content: dxfDrawing(entities), plots };
}

function distanceToRing([x, y]: Point, ring: readonly Point[]): number {
  let least = Number.POSITIVE_INFINITY;
  for (let index = 1; index < ring.length; index += 1) {
    const [ax, ay] = ring[index - 1] ?? [0, 0];
    const [bx, by] = ring[index] ?? [0, 0];
    const squared = (bx - ax) ** 2 + (by - ay) ** 2;
    const share = squared === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / squared));
    least = Math.min(least, Math.hypot(x - ax - share * (bx - ax), y - ay - share * (by - ay)));
  }
  return least;
}

describe('plots cut into loose lines, one border for two neighbours', () => {
  it('come back as the same plots within a millimetre, or what the hand slipped by', async () => {
    await fc.assert(
      fc.asyncProperty(quarter, async (spec) => {
        const { content, plots } = draw(spec);
        const { sources } = await openFiles([{ name: 'a.dxf', bytes: new TextEncoder().encode(content) }], {});
        const rows = (sources[0]?.features ?? []) as Row[];
        const found = new Map(rows.map((row) => [String(row.properties.地块编号), row.geometry.coordinates]));
        expect([...found.keys()].sort()).toEqual([...plots.keys()].sort());
        expect(rows).toHaveLength(plots.size);
        const tolerance = Math.max(0.001, 2 * spec.slipMetres);
        for (const [number, rings] of plots) {
          const read = found.get(number) ?? [];
          expect(read).toHaveLength(rings.length);
          for (const [index, ring] of rings.entries()) {
            const other = read[index] ?? [];
            for (const point of ring) expect(distanceToRing(point, other)).toBeLessThan(tolerance);
            for (const point of other) expect(distanceToRing(point, ring)).toBeLessThan(tolerance);
            const perimeter = 4 * 140;
            expect(Math.abs(polygonAreaOf([ring]) - polygonAreaOf([other]))).toBeLessThan(perimeter * tolerance);
          }
        }
      }),
      { numRuns: 150 },
    );
  });
});
