import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createProjection, measureOverlapSquareMetres, toPlane } from '../../../src/core/measure/index.ts';
import { remainingRegion, ringsOf, sharedRegion } from '../../../src/core/measure/overlay.ts';
import {
  createFeatureIndex,
  createPlaneLayer,
  EdgeStrips,
  featureAreaSquareUnits,
  findGapRings,
  findOpenEdges,
  findOverlapPairs,
  findRingCrossings,
  type PlaneLayer,
  SQUARE_UNITS_PER_SQUARE_METRE,
  sharedAreaSquareUnits,
} from '../../../src/core/measure/topology/index.ts';
import type { Polygon } from '../../../src/core/plan/types.ts';
import { drain } from '../../support/drain.ts';
import { polygon } from '../../support/sample_plan.ts';

const projection = createProjection('EPSG:4548');
if (!projection) throw new Error('The samples are drawn on EPSG:4548');
const plane = projection;

const step = fc.integer({ min: 0, max: 8 }).map((value) => 25 * value);
const box = fc
  .tuple(
    step,
    step,
    fc.integer({ min: 1, max: 4 }),
    fc.integer({ min: 1, max: 4 }),
    fc.constantFrom(0, 0, 0, 0.0004, 0.0011, 0.02, 3),
  )
  .map(([x, y, width, height, off]) =>
    polygon([x + off, y], [x + 25 * width, y], [x + 25 * width, y + 25 * height], [x + off, y + 25 * height]),
  );
/** Star-shaped about a middle, so that its ring is simple. */
const star = fc
  .tuple(step, step, fc.array(fc.integer({ min: 5, max: 60 }), { minLength: 3, maxLength: 200 }))
  .map(([x, y, radii]) =>
    polygon(
      ...radii.map((radius, index): [number, number] => {
        const angle = (2 * Math.PI * index) / radii.length;
        return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)];
      }),
    ),
  );
const shapes: fc.Arbitrary<Polygon[]> = fc.array(
  fc.oneof({ weight: 4, arbitrary: box }, { weight: 1, arbitrary: star }),
  {
    minLength: 2,
    maxLength: 16,
  },
);

function overlaps(layer: PlaneLayer): Map<string, number> {
  const unsound = new Set(drain(findRingCrossings(layer)).map(({ feature }) => feature));
  const { pairs } = drain(
    findOverlapPairs(layer, createFeatureIndex(layer.boxes), drain(findOpenEdges(layer)), {
      toleranceSquareUnits: SQUARE_UNITS_PER_SQUARE_METRE,
      mostPairs: 1000,
      mostMeasured: 1,
      unsound,
      measureShared: (first, second) => sharedAreaSquareUnits(layer, first, layer, second),
      copies: new Set(),
    }),
  );
  return new Map(pairs.map(({ first, second, areaSquareUnits }) => [`${first} ${second}`, areaSquareUnits]));
}

test('around open edges every overlap is found that holding all pairs against each other finds', {
  timeout: 120_000,
}, () => {
  fc.assert(
    fc.property(shapes, (some) => {
      const layer = createPlaneLayer(some, plane);
      const all: string[] = [];
      for (let first = 0; first < some.length; first += 1)
        for (let second = first + 1; second < some.length; second += 1)
          if (sharedAreaSquareUnits(layer, first, layer, second) > SQUARE_UNITS_PER_SQUARE_METRE)
            all.push(`${first} ${second}`);
      expect([...overlaps(layer).keys()].sort()).toEqual(all.sort());
    }),
    { numRuns: 300 },
  );
});

test('shared ground is what the sum over shapes in metres and the overlay say, also through strips', {
  timeout: 120_000,
}, () => {
  fc.assert(
    fc.property(shapes, ([a, b]) => {
      if (!a || !b) return;
      const layer = createPlaneLayer([a, b], plane);
      const ours = sharedAreaSquareUnits(layer, 0, layer, 1) / SQUARE_UNITS_PER_SQUARE_METRE;
      const strips = new EdgeStrips(layer, 1);
      expect(sharedAreaSquareUnits(layer, 0, layer, 1, strips) / SQUARE_UNITS_PER_SQUARE_METRE).toBeCloseTo(ours, 6);
      // Welding moves a vertex by up to a millimetre.
      expect(Math.abs(measureOverlapSquareMetres(toPlane(a, plane), toPlane(b, plane)) - ours)).toBeLessThan(1);
      const region = sharedRegion(layer, ringsOf(layer, 0), ringsOf(layer, 1));
      expect(Math.abs((region?.areaSquareUnits ?? 0) / SQUARE_UNITS_PER_SQUARE_METRE - ours)).toBeLessThan(0.2);
      const rest = remainingRegion(layer, ringsOf(layer, 0), ringsOf(layer, 1));
      const whole = featureAreaSquareUnits(layer, 0) / SQUARE_UNITS_PER_SQUARE_METRE;
      expect(Math.abs((rest?.areaSquareUnits ?? 0) / SQUARE_UNITS_PER_SQUARE_METRE + ours - whole)).toBeLessThan(0.2);
    }),
    { numRuns: 300 },
  );
});

/** Corners on a lattice of five metres, so that what is covered can be counted cell by cell. */
const CELL = 5;
const SIDE = 70;
const lattice = fc.integer({ min: 0, max: 40 });
const latticeBox = fc.tuple(lattice, lattice, fc.integer({ min: 1, max: 16 }), fc.integer({ min: 1, max: 16 }));

/** Cells that no box covers and that cannot be reached from outside across cells' sides. */
function enclosedCells(boxes: readonly (readonly [number, number, number, number])[]): number {
  const cells = new Uint8Array(SIDE * SIDE);
  for (const [x, y, width, height] of boxes)
    for (let row = y; row < y + height; row += 1)
      for (let column = x; column < x + width; column += 1) cells[(row + 1) * SIDE + column + 1] = 1;
  const queue = [0];
  cells[0] = 1;
  for (const cell of queue)
    for (const next of [cell - 1, cell + 1, cell - SIDE, cell + SIDE]) {
      const isBesideRow = Math.abs((next % SIDE) - (cell % SIDE)) > 1;
      if (next < 0 || next >= cells.length || isBesideRow || cells[next] === 1) continue;
      cells[next] = 1;
      queue.push(next);
    }
  return cells.filter((cell) => cell === 0).length;
}

test('the gaps that are walked are the ground that cannot be reached from outside', { timeout: 120_000 }, () => {
  let some = 0;
  fc.assert(
    fc.property(fc.array(latticeBox, { minLength: 4, maxLength: 24 }), (boxes) => {
      const drawn = boxes.map(([x, y, width, height]) => {
        const [left, low, right, high] = [x, y, x + width, y + height].map((value) => CELL * value) as [
          number,
          number,
          number,
          number,
        ];
        return polygon([left, low], [right, low], [right, high], [left, high]);
      });
      const layer = createPlaneLayer(drawn, plane);
      const all = drawn.flatMap((_, feature) => ringsOf(layer, feature));
      const rings = findGapRings(drain(findOpenEdges(layer)), 0);
      const walked = rings.map(({ ring }) => remainingRegion(layer, [ring], all)?.areaSquareUnits ?? 0);
      const area = walked.reduce((sum, one) => sum + one, 0) / SQUARE_UNITS_PER_SQUARE_METRE;
      const expected = CELL * CELL * enclosedCells(boxes);
      if (expected > 0) some += 1;
      expect(Math.abs(area - expected)).toBeLessThan(0.1);
    }),
    { numRuns: 1000 },
  );
  expect(some).toBeGreaterThan(15);
});

test('the order of features does not move a vertex', () => {
  fc.assert(
    fc.property(shapes, (some) => {
      const layer = createPlaneLayer(some, plane);
      const turned = createPlaneLayer([...some].reverse(), plane);
      const coordinates = (one: PlaneLayer, feature: number) => {
        const from = one.ringStart[one.featureRing[feature] ?? 0] ?? 0;
        const to = one.ringStart[one.featureRing[feature + 1] ?? 0] ?? 0;
        return [...one.x.subarray(from, to), ...one.y.subarray(from, to)];
      };
      for (let feature = 0; feature < some.length; feature += 1)
        expect(coordinates(turned, some.length - 1 - feature)).toEqual(coordinates(layer, feature));
    }),
    { numRuns: 200 },
  );
});

test('strips say of every point whether it is inside as the whole outline does', () => {
  fc.assert(
    fc.property(
      star,
      fc.double({ min: -80, max: 280, noNaN: true }),
      fc.double({ min: -80, max: 280, noNaN: true }),
      (shape, dx, dy) => {
        const layer = createPlaneLayer([shape], plane);
        const [px, py] = [(layer.boxes[0] ?? 0) + dx * 10_000 + 0.5, (layer.boxes[1] ?? 0) + dy * 10_000 + 0.5];
        let inside = false;
        for (let edge = 0; edge < layer.vertexCount; edge += 1) {
          const to = layer.next[edge] ?? 0;
          const [ax, ay] = [layer.x[edge] ?? 0, layer.y[edge] ?? 0];
          const [bx, by] = [layer.x[to] ?? 0, layer.y[to] ?? 0];
          if (ax > px !== bx > px && py < ay + ((px - ax) / (bx - ax)) * (by - ay)) inside = !inside;
        }
        expect(new EdgeStrips(layer, 0).contains(px, py)).toBe(inside);
      },
    ),
    { numRuns: 200 },
  );
});

test('vertices that a neighbour lacks are those within a common border that only one side has', {
  timeout: 120_000,
}, () => {
  type Corner = [number, number];
  const some = fc.array(fc.tuple(latticeBox, fc.boolean()), { minLength: 2, maxLength: 24 });
  let told = 0;
  fc.assert(
    fc.property(some, (drawn) => {
      const apart: { box: readonly [number, number, number, number]; isFine: boolean }[] = [];
      for (const [[east, north, width, height], isFine] of drawn) {
        // In a small field many lie side by side.
        const [x, y] = [east % 14, north % 14];
        const [columns, rows] = [Math.ceil(width / 3), Math.ceil(height / 3)];
        const isFree = apart.every(
          ({ box: [left, low, wide, high] }) =>
            x + columns <= left || left + wide <= x || y + rows <= low || low + high <= y,
        );
        if (isFree) apart.push({ box: [x, y, columns, rows], isFine });
      }
      /** The middle of each side in steps of a cell, between its corners. */
      const withinSides = ([x, y, width, height]: readonly [number, number, number, number]): Corner[] => [
        ...Array.from({ length: width - 1 }, (_, step): Corner[] => [
          [x + step + 1, y],
          [x + step + 1, y + height],
        ]).flat(),
        ...Array.from({ length: height - 1 }, (_, step): Corner[] => [
          [x, y + step + 1],
          [x + width, y + step + 1],
        ]).flat(),
      ];
      const expected: string[] = [];
      for (const [lacking, coarse] of apart.entries())
        for (const [having, fine] of apart.entries()) {
          if (lacking === having || coarse.isFine || !fine.isFine) continue;
          const border = new Set(withinSides(coarse.box).map(String));
          const count = withinSides(fine.box).filter((corner) => border.has(String(corner))).length;
          if (count > 0) expected.push(`${lacking} ${having} ${count}`);
        }
      told += expected.length;
      const outline = ({ box: [x, y, width, height], isFine }: (typeof apart)[number]): Polygon => {
        const sides: Corner[][] = [
          Array.from({ length: width }, (_, step) => [x + step, y]),
          Array.from({ length: height }, (_, step) => [x + width, y + step]),
          Array.from({ length: width }, (_, step) => [x + width - step, y + height]),
          Array.from({ length: height }, (_, step) => [x, y + height - step]),
        ];
        const corners = sides.flatMap((side) => (isFine ? side : side.slice(0, 1)));
        return polygon(...corners.map(([column, row]): Corner => [CELL * column, CELL * row]));
      };
      const { unmatched } = drain(findOpenEdges(createPlaneLayer(apart.map(outline), plane)));
      expect(
        unmatched.map(({ lacking, having, nodes }) => `${lacking} ${having} ${new Set(nodes).size}`).sort(),
      ).toEqual(expected.sort());
    }),
    { numRuns: 300 },
  );
  expect(told).toBeGreaterThan(50);
});
