import { describe, expect, it } from 'vitest';
import { measureEllipsoidDistanceMetres } from '../../../src/core/measure/ellipsoid.ts';
import { altitudeLabelsOf, placeAltitudeLabels } from '../../../src/map/altitude_labels.ts';
import { captureCamera } from '../../../src/map/camera.ts';
import { heightScaleAt } from '../../../src/map/height_scale.ts';
import { measureFeatures } from '../../../src/map/measure_features.ts';
import type { ScreenBox } from '../../../src/map/name_places.ts';
import { projectToScreen, translateAndScale } from '../../../src/map/projection.ts';
import { metresPerPixelAt, scaleDenominatorAt, zoomAtScale } from '../../../src/map/scale.ts';
import { mapPalette } from '../../../src/map/style/palette.ts';
import { drawHatch, PATTERN_PIXEL_RATIO, zoneHatch } from '../../../src/map/style/patterns.ts';
import { buildWireframe, EDGE_STRIDE } from '../../../src/map/wireframe_edges.ts';
import { building, phase, planOf, plot, rectangle } from '../../support/sample_plan.ts';

describe('the scale of the map', () => {
  it('is the ground distance of a pixel on the ellipsoid, between its east–west and north–south ends', () => {
    const zoom = 15;
    for (const latitude of [0, 31.83, 45, 60]) {
      const degreesPerPixel = 360 / (512 * 2 ** zoom);
      const east = measureEllipsoidDistanceMetres([117, latitude], [117 + degreesPerPixel * 100, latitude]) / 100;
      const rise = degreesPerPixel * Math.cos((latitude * Math.PI) / 180) * 50;
      const north = measureEllipsoidDistanceMetres([117, latitude - rise], [117, latitude + rise]) / 100;
      expect(metresPerPixelAt(latitude, zoom)).toBeCloseTo(Math.sqrt(east * north), 5);
    }
  });

  it('finds the zoom of a scale and the scale of a zoom again', () => {
    expect(scaleDenominatorAt(31.83, zoomAtScale(31.83, 10_000))).toBeCloseTo(10_000, 6);
    // 1:10,000 at 96 pixels per inch: a pixel is 2.6458 m.
    expect(metresPerPixelAt(31.83, zoomAtScale(31.83, 10_000))).toBeCloseTo(2.645833, 6);
  });
});

describe('the camera of a picture', () => {
  const camera = { longitude: 117.1, latitude: 31.83, zoom: 14, bearing: 30, pitch: 40 };
  const screen = { camera, widthPixels: 1000, heightPixels: 500 };

  it('keeps all that is on the screen in a picture of another shape', () => {
    const twice = captureCamera({ widthPixels: 2000, heightPixels: 2000, pixelRatio: 1 }, screen);
    expect(twice).toEqual({ ...camera, zoom: 15 });
    const narrow = captureCamera({ widthPixels: 2000, heightPixels: 500, pixelRatio: 1 }, screen);
    expect(narrow.zoom).toBe(14);
  });

  it('counts in CSS pixels, so that print resolution does not zoom in', () => {
    expect(captureCamera({ widthPixels: 4000, heightPixels: 2000, pixelRatio: 4 }, screen).zoom).toBe(14);
  });

  it('draws at the scale asked for, whatever the size', () => {
    const { zoom } = captureCamera(
      { widthPixels: 10, heightPixels: 10, pixelRatio: 2, scaleDenominator: 5000 },
      screen,
    );
    expect(scaleDenominatorAt(camera.latitude, zoom)).toBeCloseTo(5000, 6);
  });
});

describe('the edges of the shells', () => {
  const plan = planOf({
    phases: [phase('late', rectangle(0, 0, 500, 500), { sequence: 4 })],
    plots: [
      plot('box', rectangle(0, 0, 40, 30), { heightMaxMetres: 60, phase: 'late' }),
      plot('flat', rectangle(60, 0, 40, 30)),
    ],
  });
  const { plots } = plan.layers;
  const input = {
    ...{ plan, plots, ledger: undefined, states: undefined },
    ...{ timelineStep: undefined, palette: mapPalette(false) },
  };

  it('are four edges around the top and four verticals of a box, and none where no height is permitted', () => {
    const { edges } = buildWireframe(input);
    expect(edges.length / EDGE_STRIDE).toBe(8);
    const heights = Array.from({ length: 8 }, (_, index) => [
      edges[index * EDGE_STRIDE + 2],
      edges[index * EDGE_STRIDE + 5],
    ]);
    expect(heights.filter(([from, to]) => from === 60 && to === 60)).toHaveLength(4);
    expect(heights.filter(([from, to]) => from === 0 && to === 60)).toHaveLength(4);
  });

  it('draw no vertical at a vertex on a straight side', () => {
    const [ring = []] = rectangle(0, 0, 40, 30).coordinates;
    const [first = [], second = [], ...rest] = ring;
    const middle = [((first[0] ?? 0) + (second[0] ?? 0)) / 2, ((first[1] ?? 0) + (second[1] ?? 0)) / 2];
    const shape = { type: 'Polygon' as const, coordinates: [[first, middle, second, ...rest]] };
    const bent = planOf({ plots: [plot('box', shape, { heightMaxMetres: 10 })] });
    expect(buildWireframe({ ...input, plan: bent, plots: bent.layers.plots }).edges.length / EDGE_STRIDE).toBe(5 + 4);
  });

  it('are fainter where the plot is planned or dimmed', () => {
    const opacityOf = (wireframe: ReturnType<typeof buildWireframe>): number => wireframe.edges[EDGE_STRIDE - 1] ?? 0;
    const full = opacityOf(buildWireframe(input));
    expect(opacityOf(buildWireframe({ ...input, timelineStep: 3 }))).toBeLessThan(full);
    expect(opacityOf(buildWireframe({ ...input, states: new Map([['box', { dimmed: true }]]) }))).toBeLessThan(full);
    expect(opacityOf(buildWireframe({ ...input, timelineStep: 4 }))).toBe(full);
  });
});

/** Looks straight down a unit square that fills the screen; higher is nearer and drawn further up. */
const OBLIQUE = [2, 0, 0, 0, 0, -2, 0, 0, 0, 1e6, 0, 0, -1, 1, 0, 1];

describe('heights written above what stands there', () => {
  it('projects a place to the screen and refuses what lies behind the camera', () => {
    expect(projectToScreen(OBLIQUE, [0.5, 0.5, 0], 200, 100)).toMatchObject({ x: 100, y: 50 });
    const behind = [...OBLIQUE];
    behind[15] = -1;
    expect(projectToScreen(behind, [0.5, 0.5, 0], 200, 100)).toBeUndefined();
  });

  it('gives the same place after the origin has been moved into the matrix', () => {
    const moved = translateAndScale(OBLIQUE, [0.25, 0.5, 0], 2);
    const direct = projectToScreen(OBLIQUE, [0.5, 0.75, 1e-7], 200, 100);
    const viaOrigin = projectToScreen(moved, [0.25, 0.25, 0.5e-7], 200, 100);
    expect(viaOrigin?.x).toBeCloseTo(direct?.x ?? Number.NaN, 3);
    expect(viaOrigin?.y).toBeCloseTo(direct?.y ?? Number.NaN, 3);
  });

  const plan = planOf({
    plots: [
      plot('A', rectangle(0, 0, 90, 90), { heightMaxMetres: 60 }),
      plot('B', rectangle(1, 1, 90, 90), { heightMaxMetres: 60 }),
    ],
    buildings: [building('tower', rectangle(300, 300, 50, 50), { heightMetres: 99.65, plot: 'A' })],
  });
  const labels = altitudeLabelsOf(plan, undefined);

  it('writes limits with their sign and buildings with their own height, and knows which are over', () => {
    expect(labels.map(({ text, isOver }) => [text, isOver])).toEqual([
      ['≤60 m', false],
      ['≤60 m', false],
      ['99.65 m', true],
    ]);
  });

  /** The unit square around the sample's ground, magnified so that every feature is wide enough for a label. */
  const magnify = (factor: number): number[] => {
    const origin = labels[0] ?? { x: 0, y: 0 };
    return [factor, 0, 0, 0, 0, -factor, 0, 0, 0, factor, 0, 0, -factor * origin.x, factor * origin.y, 0, 1];
  };
  const placing = {
    matrix: magnify(80_000),
    latitude: 31.83,
    widthPixels: 1000,
    heightPixels: 1000,
    textWidth: (text: string) => text.length * 7,
    isHidden: () => false,
    isMisplaced: () => false,
    taken: [] as ScreenBox[],
    isFirst: () => false,
  };
  const ids = (change: Partial<typeof placing>) =>
    placeAltitudeLabels(labels, { ...placing, ...change }).map(({ label }) => label.id);

  it('puts no label over another, and what exceeds its limit before the others', () => {
    expect(ids({})[0]).toBe('tower');
    expect(ids({}).filter((id) => id !== 'tower')).toHaveLength(1);
  });

  it('leaves names their room', () => {
    const [first] = placeAltitudeLabels(labels, placing);
    const name = { x: first?.x ?? 0, y: first?.y ?? 0, widthPixels: 60, heightPixels: 20 };
    expect(ids({ taken: [name] })).not.toContain(first?.label.id);
    expect(ids({ taken: [{ ...name, y: name.y - 500 }] })).toContain(first?.label.id);
  });

  it('lifts what the person looks at above a name that stands in its way', () => {
    const isFirst = ({ id }: { id: string }) => id === 'B';
    const [plain] = placeAltitudeLabels(labels, { ...placing, isFirst });
    const name = { x: plain?.x ?? 0, y: plain?.y ?? 0, widthPixels: 60, heightPixels: 20 };
    const [lifted] = placeAltitudeLabels(labels, { ...placing, isFirst, taken: [name] });
    expect(lifted?.label.id).toBe('B');
    expect(lifted?.topY).toBe(plain?.topY);
    expect((plain?.y ?? 0) - (lifted?.y ?? 0)).toBeGreaterThanOrEqual(18);
  });

  it('writes what the person looks at before everything else', () => {
    expect(ids({ isFirst: ({ id }: { id: string }) => id === 'B' } as Partial<typeof placing>)[0]).toBe('B');
  });

  it('leaves out what would read as the height of something else, unless the person looks at it', () => {
    expect(ids({ isMisplaced: () => true })).toEqual([]);
    expect(ids({ isMisplaced: () => true, isFirst: () => true }).length).toBeGreaterThan(0);
  });

  it('writes nothing on features too small to carry a label, and nothing that is hidden', () => {
    expect(ids({ matrix: magnify(3000) })).toEqual([]);
    expect(ids({ isHidden: () => true })).toEqual([]);
  });
});

describe('the height scale', () => {
  const size = { widthPixels: 1000, heightPixels: 500 };
  /** A metre at the middle of the screen is one pixel high. */
  const upright = [2, 0, 0, 0, 0, -2, 0, 0, 0, 2 / 500, 0, 0, -1, 1, 0, 1];

  it('marks metres at their true height on the screen, and reaches the tallest limit', () => {
    const scale = heightScaleAt(upright, [0.5, 0.5], 1, 100, size, 300);
    for (const tick of scale?.ticks ?? []) expect(tick.offsetPixels).toBeCloseTo(tick.metres, 6);
    expect(scale?.ticks.at(-1)?.metres).toBeGreaterThanOrEqual(100);
    const labelled = scale?.ticks.filter((tick) => tick.isLabelled) ?? [];
    labelled.slice(1).forEach((tick, index) => {
      expect(tick.offsetPixels - (labelled[index]?.offsetPixels ?? 0)).toBeGreaterThanOrEqual(20);
    });
  });

  it('is left out when the view is too flat or too far off to read heights from', () => {
    expect(heightScaleAt(upright, [0.5, 0.5], 0.001, 100, size, 300)).toBeUndefined();
    // 100 m are eight pixels: ticks there are, but only the ground would carry a figure.
    expect(heightScaleAt(upright, [0.5, 0.5], 0.08, 100, size, 300)).toBeUndefined();
  });
});

describe('a measurement on the map', () => {
  const points: [number, number][] = [
    [117, 31],
    [117.01, 31],
    [117.01, 31.01],
  ];
  const rolesOf = (collection: ReturnType<typeof measureFeatures>) =>
    collection.features.map((feature) => feature.properties.role);

  it('shows points and line, and a band to the pointer until it is finished', () => {
    expect(rolesOf(measureFeatures({ tool: 'distance', points, finished: false }, [117, 31.02]))).toEqual([
      'line',
      'band',
      'point',
      'point',
      'point',
    ]);
    expect(rolesOf(measureFeatures({ tool: 'distance', points, finished: true }, [117, 31.02]))).not.toContain('band');
  });

  it('closes an area', () => {
    const { features } = measureFeatures({ tool: 'area', points, finished: true }, undefined);
    const line = features.find((feature) => feature.properties.role === 'line');
    expect(line?.geometry).toEqual({ type: 'LineString', coordinates: [...points, points[0]] });
    expect(features.some((feature) => feature.properties.role === 'area')).toBe(true);
  });

  it('shows nothing without a tool', () => {
    expect(measureFeatures({ tool: 'none', points, finished: false }, [117, 31]).features).toEqual([]);
  });
});

describe('hatches', () => {
  it('repeat without a seam', () => {
    for (const index of [0, 1, 2, 3, 4, 5]) {
      const { width, height, data } = drawHatch(zoneHatch(index, '#204060'));
      const alpha = (x: number, y: number): number => data[(y * width + x) * 4 + 3] ?? 0;
      // A step over the seam is no larger than the largest step within the tile.
      let inside = 0;
      let across = 0;
      for (let at = 0; at < width; at += 1) {
        for (let x = 1; x < width; x += 1) inside = Math.max(inside, Math.abs(alpha(x, at) - alpha(x - 1, at)));
        across = Math.max(across, Math.abs(alpha(0, at) - alpha(width - 1, at)));
      }
      expect(across).toBeLessThanOrEqual(Math.max(inside, 1));
      expect(width).toBe(height);
      expect(width % PATTERN_PIXEL_RATIO).toBe(0);
    }
  });

  it('differ for neighbouring zones', () => {
    const ids = [0, 1, 2, 3].map((index) => zoneHatch(index, '#204060').id);
    expect(new Set(ids).size).toBe(4);
  });
});
