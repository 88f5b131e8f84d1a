import { describe, expect, test } from 'vitest';
import { fitControlPoints, parseControlPoints } from '../../../src/core/read/coordinates/control_points.ts';
import {
  exported,
  farthestMetres,
  localGrid,
  PLAN,
  project,
  readPlots,
  redrawn,
} from '../../support/exported_plots.ts';

const CORNERS = PLAN.layers.plots.slice(0, 200).flatMap((plot, index) => {
  const [at] = plot.geometry.type === 'Polygon' ? (plot.geometry.coordinates[0] ?? []) : [];
  return at && index % 40 === 0 ? [[at[0] ?? 0, at[1] ?? 0] as [number, number]] : [];
});
/** Control points of a grid as a person types them: to a centimetre. */
const typed = (change: (at: [number, number]) => number[], target: (at: [number, number]) => number[], digits = 2) =>
  CORNERS.map((at) =>
    [...change(at).map((value) => value.toFixed(2)), ...target(at).map((value) => value.toFixed(digits))].join(', '),
  ).join('\n');

describe('control points as text', () => {
  test.each([
    ['commas', '1,2,117.1,31.8\n3,4,117.2,31.9'],
    ['a spreadsheet’s tabs, with a heading', 'x\ty\tlon\tlat\n1\t2\t117.1\t31.8\r\n3\t4\t117.2\t31.9\r\n'],
    [
      'names before the numbers, and a byte order mark',
      '\uFEFF点号,X,Y,经度,纬度\nA1,1,2,117.1,31.8\nA2,3,4,117.2,31.9',
    ],
    ['full-width signs and semicolons', '１，２；117.1；31.8\n\n3;4;117.2;31.9'],
  ])('may be parted by %s', (_, text) => {
    const { points, faultyLines } = parseControlPoints(text);
    expect(faultyLines).toEqual([]);
    expect(points.map(({ x, y, toX, toY }) => [x, y, toX, toY])).toEqual([
      [1, 2, 117.1, 31.8],
      [3, 4, 117.2, 31.9],
    ]);
  });

  test('tell the lines that are none', () => {
    expect(parseControlPoints('1,2,3,4\n5,6,7\nabc\n1,2,3,4').faultyLines).toEqual([2, 3]);
  });
});

describe('control points that place nothing', () => {
  test.each([
    ['too-few', '1,2,117.1,31.8', undefined],
    ['same-place', '1,2,117.1,31.8\n1,2,117.1,31.8', undefined],
    ['mixed-targets', '1,2,117.1,31.8\n3,4,508000,3523000', 'EPSG:4548'],
    ['plane-needed', '1,2,508000,3523000\n3,4,508100,3523000', undefined],
    ['plane-unknown', '1,2,508000,3523000\n3,4,508100,3523000', 'GCJ-02'],
  ])('say why: %s', (fault, text, plane) => {
    expect(fitControlPoints(parseControlPoints(text).points, plane)).toBe(fault);
  });
});

describe('a local grid that nothing in the plan matches', () => {
  const change = localGrid(23.5);
  const input = exported(redrawn(change), {}, (id) => `new-${id}`);
  /** What the redrawn plots would be in degrees. */
  const truth = exported(
    redrawn((at) => at),
    {},
    (id) => `new-${id}`,
  );

  test.each([
    ['degrees', (at: [number, number]) => at, undefined, 8],
    ['eastings and northings', project('EPSG:4548'), 'EPSG:4548', 3],
  ] as const)(
    'is placed by typed control points in %s to the centimetres they were typed in',
    async (_, target, plane, digits) => {
      expect((await readPlots(input)).coordinates?.state).toBe('unknown');
      const fit = fitControlPoints(parseControlPoints(typed(change, target, digits)).points, plane);
      if (typeof fit === 'string') throw new Error(fit);
      expect(fit.swapped).toBe(false);
      const placed = await readPlots(input, { transform: fit.transform, swapped: fit.swapped });
      expect(placed.coordinates).toMatchObject({
        state: 'converted',
        how: 'chosen',
        transform: { plane: 'EPSG:4548' },
      });
      expect(placed.codes).toContain('coordinates-transformed');
      const wanted = await readPlots(truth);
      const plots = (candidate: typeof placed.candidate) =>
        candidate && { ...PLAN, layers: { ...PLAN.layers, plots: candidate.layers.plots } };
      const [one, other] = [plots(placed.candidate)?.layers.plots, plots(wanted.candidate)?.layers.plots];
      const off = (one ?? []).map((plot, index) => {
        const [a, b] = [
          plot.geometry.coordinates.flat(9),
          (other?.[index]?.geometry.coordinates ?? []).flat(9),
        ] as number[][];
        return Math.max(...(a ?? []).map((value, place) => Math.abs(value - (b?.[place] ?? 0)) * 111_000));
      });
      expect(off).toHaveLength(PLAN.layers.plots.length);
      expect(Math.max(...off)).toBeLessThan(0.03);
      expect(farthestMetres(placed.candidate)).toBeLessThan(20);
    },
  );

  test('has its axes’ order told by three points or more', () => {
    const turned = typed(
      (at) => change(at).reverse(),
      (at) => at,
      8,
    );
    const fit = fitControlPoints(parseControlPoints(turned).points, undefined);
    expect(typeof fit !== 'string' && fit.swapped).toBe(true);
  });

  test('shows a mistyped point by its residual', () => {
    const lines = typed(change, (at) => at, 8).split('\n');
    lines[2] = lines[2]?.replace(/, 31\.8/, ', 31.9') ?? '';
    const fit = fitControlPoints(parseControlPoints(lines.join('\n')).points, undefined, false);
    if (typeof fit === 'string') throw new Error(fit);
    expect(fit.residualsMetres.indexOf(Math.max(...fit.residualsMetres))).toBe(2);
    expect(fit.transform.evidence?.maxMetres).toBeGreaterThan(100);
  });
});
