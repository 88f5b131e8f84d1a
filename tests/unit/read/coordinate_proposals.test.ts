import { describe, expect, test } from 'vitest';
import { consentTo } from '../../../src/core/read/coordinates/consent.ts';
import { conversionOf } from '../../../src/core/read/coordinates/conversion_entry.ts';
import { describeTransform } from '../../../src/core/read/coordinates/plane_transform.ts';
import type { CoordinateProposal } from '../../../src/core/read/source.ts';
import {
  type Change,
  exported,
  exportedFeatures,
  farthestMetres,
  localGrid,
  named,
  PLAN,
  project,
  readPlots,
  redrawn,
} from '../../support/exported_plots.ts';
import { file } from '../../support/sample_plan.ts';

const shifted =
  (crs: string, east: number, north: number): Change =>
  (at) => {
    const [x = 0, y = 0] = project(crs)(at);
    return [x + east, y + north];
  };
const renamed = (id: string) => `new-${id}`;

function consent(proposal: CoordinateProposal | undefined) {
  if (!proposal) throw new Error('nothing is proposed');
  return consentTo(proposal);
}

describe('a constant shift that is no map service’s', () => {
  test.each([
    ['by numbers', undefined, 'number'],
    ['by shapes where numbers changed', renamed, 'shape'],
  ] as const)('is proposed as an older datum %s, and corrected on consent to a centimetre', async (_, rename, by) => {
    const input = exported(shifted('EPSG:4527', 57.3, -42.1), {}, rename);
    const asIs = await readPlots(input);
    expect(asIs.codes).toContain('coordinates-older-datum');
    const proposal = asIs.coordinates?.proposal;
    expect(proposal).toMatchObject({ kind: 'constantShift', crs: 'EPSG:4527', matchedBy: by, isLikeOlderDatum: true });
    expect(proposal?.matchedCount).toBeGreaterThan(by === 'number' ? 290 : 100);
    expect(proposal?.eastMetres).toBeCloseTo(57.3, 0);
    expect(proposal?.northMetres).toBeCloseTo(-42.1, 0);
    expect(farthestMetres(asIs.candidate)).toBeGreaterThan(70);
    const corrected = await readPlots(input, consent(proposal));
    expect(farthestMetres(corrected.candidate)).toBeLessThan(0.01);
    expect(corrected.coordinates?.proposal).toBeUndefined();
    expect(corrected.codes).toContain('coordinates-shift-corrected');
    const entry = corrected.coordinates && conversionOf('plots.geojson', corrected.coordinates);
    expect(entry).toMatchObject({ source: 'plots.geojson', crs: 'EPSG:4527', how: 'chosen' });
    expect(entry?.transform).toMatchObject({ plane: 'EPSG:4527', evidence: { by } });
    expect(entry?.transform?.eastMetres).toBeCloseTo(-57.3, 1);
    expect(entry?.transform?.northMetres).toBeCloseTo(42.1, 1);
  });

  test('stands beside the question where the system is open too', async () => {
    const { coordinates } = await readPlots(exported(shifted('EPSG:4548', -80, 60)));
    expect(coordinates?.state).toBe('asked');
    expect(coordinates?.proposal).toMatchObject({ kind: 'constantShift', crs: 'EPSG:4548' });
  });

  test('of degrees is corrected in a plane', async () => {
    const input = exported(([x, y]) => [x + 0.0005, y + 0.0004]);
    const { coordinates } = await readPlots(input);
    expect(coordinates?.proposal).toMatchObject({ kind: 'constantShift', crs: 'EPSG:4490' });
    const corrected = await readPlots(input, consent(coordinates?.proposal));
    expect(farthestMetres(corrected.candidate)).toBeLessThan(0.05);
  });

  test('is left as it is when a person says so, and not proposed again', async () => {
    const input = exported(shifted('EPSG:4527', 57, -42));
    const kept = await readPlots(input, { crs: 'EPSG:4527', transform: null });
    expect(kept.coordinates?.proposal).toBeUndefined();
    expect(kept.candidate).toBeDefined();
  });

  test('is not seen where features moved each for itself', async () => {
    let index = 0;
    const scattered: Change = (at) => {
      index += 1;
      const [x = 0, y = 0] = project('EPSG:4527')(at);
      return [x + 30 * Math.sin(index), y + 30 * Math.cos(3 * index)];
    };
    const { coordinates } = await readPlots(exported(scattered));
    expect(coordinates?.proposal).toBeUndefined();
  });

  test('that nobody matched is not invented', async () => {
    const { coordinates } = await readPlots(exported(redrawn(shifted('EPSG:4527', 57, -42)), {}, renamed));
    expect(coordinates).toMatchObject({ state: 'converted', crs: 'EPSG:4527' });
    expect(coordinates?.proposal).toBeUndefined();
  });
});

describe('a local grid', () => {
  test.each([
    ['turned', localGrid(23.5), undefined, false],
    ['turned, its plots renumbered', localGrid(-71), renamed, false],
    ['turned and 80 ppm longer', localGrid(11, 1.00008), undefined, false],
    ['with north before east', ((at) => localGrid(5)(at).reverse()) as Change, undefined, true],
  ] as const)('%s is placed by the features the plan has too, on consent', async (_, change, rename, swapped) => {
    const input = exported(change, {}, rename);
    const asked = await readPlots(input);
    expect(asked.coordinates?.state).toBe('asked');
    expect(asked.candidate).toBeUndefined();
    expect(asked.codes).toContain('coordinates-local-grid');
    const proposal = asked.coordinates?.proposal;
    expect(proposal).toMatchObject({ kind: 'localGrid', swapped });
    if (proposal?.kind !== 'localGrid') return;
    expect(proposal.transform.evidence?.rmsMetres).toBeLessThan(0.05);
    const placed = await readPlots(input, consent(proposal));
    expect(placed.coordinates).toMatchObject({ state: 'converted', how: 'chosen' });
    expect(farthestMetres(placed.candidate)).toBeLessThan(0.05);
  });

  test('tells rotation and scale as they are', async () => {
    const { coordinates } = await readPlots(exported(localGrid(23.5, 1.00008)));
    const proposal = coordinates?.proposal;
    expect(proposal?.kind).toBe('localGrid');
    if (proposal?.kind !== 'localGrid') return;
    const { rotationDegrees, scalePartsPerMillion } = describeTransform(proposal.transform);
    expect(rotationDegrees).toBeCloseTo(23.5, 4);
    expect(scalePartsPerMillion).toBeCloseTo(-80, 0);
  });

  test('is placed though a tenth of the numbers belong to other plots by now', async () => {
    const features = exportedFeatures(localGrid(23.5));
    for (let index = 0; index + 10 < features.length; index += 20) {
      const [one, other] = [features[index], features[index + 10]];
      if (one && other) [one.id, other.id] = [other.id, one.id];
    }
    const { coordinates } = await readPlots(file('plots.geojson', { type: 'FeatureCollection', features }));
    const proposal = coordinates?.proposal;
    expect(proposal?.kind === 'localGrid' && proposal.transform.evidence?.rmsMetres).toBeLessThan(0.05);
  });
});

describe('degrees', () => {
  test('far from the plan are told to be, with how far', async () => {
    const { diagnostics, candidate } = await readPlots(exported(([x, y]) => [x - 3, y], {}, renamed));
    const far = diagnostics.find(({ code }) => code === 'coordinates-far-off');
    expect(far?.severity).toBe('warning');
    expect(Number(far?.data.distanceKilometres)).toBeGreaterThan(250);
    expect(candidate).toBeDefined();
  });

  test('that the other order would put near the plan are asked for', async () => {
    // A park near 60° E, 50° N: either order is on the globe.
    const moved = ([x, y]: readonly number[]): [number, number] => [(x ?? 0) - 57, (y ?? 0) + 18];
    const layers = {
      ...PLAN.layers,
      plots: PLAN.layers.plots.map((plot) => ({
        ...plot,
        geometry: {
          ...plot.geometry,
          coordinates: plot.geometry.coordinates.map((part) =>
            (part as number[][]).map((at) => (Array.isArray(at[0]) ? at : moved(at))),
          ),
        },
      })) as typeof PLAN.layers.plots,
      zones: [],
      phases: [],
    };
    const { bounds: _, ...manifest } = PLAN.manifest;
    const plan = {
      manifest,
      layers: { ...layers, water: [], green: [], roads: [], metro: [], buildings: [], landmarks: [] },
    };
    const turned = exported(
      redrawn((at) => moved(at).reverse()),
      {},
      renamed,
    );
    const { coordinates } = await readPlots(turned, {}, plan);
    expect(coordinates?.state).toBe('asked');
    expect(coordinates?.candidates.map(({ crs, swapped }) => [crs, swapped])).toEqual([
      ['EPSG:4490', true],
      ['EPSG:4490', false],
    ]);
  });

  const packed = (degrees: number): number => {
    const minutes = (degrees % 1) * 60;
    return Math.floor(degrees) + Math.floor(minutes) / 100 + ((minutes % 1) * 60) / 10_000;
  };
  test.each([
    ['DMS', ((at) => at.map(packed)) as Change, 0.01],
    ['DEGREES-E6', ((at) => at.map((degrees) => Math.round(degrees * 1e6))) as Change, 0.1],
    ['DEGREES-E7', ((at) => at.map((degrees) => Math.round(degrees * 1e7))) as Change, 0.01],
  ] as const)(
    'written as %s are recognised near the plan, asked for, and read as answered',
    async (crs, write, room) => {
      const input = exported(write);
      const asked = await readPlots(input);
      expect(asked.coordinates?.state).toBe('asked');
      // Its numbers are compared as lengths before the system is known: by the plots' numbers, and by their shapes where these changed.
      const [byNumber] = asked.coordinates?.candidates ?? [];
      expect(byNumber).toMatchObject({ crs, matchedBy: 'number' });
      // Packed degrees jump from 59 minutes to the next degree: a centroid of such numbers lies elsewhere.
      expect(byNumber?.matchedCount).toBeGreaterThan(crs === 'DMS' ? 200 : PLAN.layers.plots.length - 1);
      const [byShape] = (await readPlots(exported(write, {}, renamed))).coordinates?.candidates ?? [];
      expect(byShape).toMatchObject({ crs, matchedBy: 'shape' });
      expect(byShape?.matchedCount).toBeGreaterThan(100);
      expect(farthestMetres((await readPlots(input, { crs })).candidate)).toBeLessThan(room);
    },
  );

  test('of a plan are never taken for packed ones', async () => {
    const { coordinates } = await readPlots(exported((at) => at, {}, renamed));
    expect(coordinates).toMatchObject({ state: 'geographic', crs: 'EPSG:4490' });
  });
});

describe('single positions', () => {
  test.each([
    ['degrees', ((at) => at) as Change],
    ['metres', project('EPSG:4527')],
  ])('at 0, 0 among %s are told with their feature, as a place nobody gave', async (_, change) => {
    const features = exportedFeatures(change);
    const [first] = features;
    const ring = (first?.geometry.coordinates as number[][][] | undefined)?.[0];
    ring?.splice(2, 1, [0, 0]);
    const { diagnostics } = await readPlots(file('plots.geojson', { type: 'FeatureCollection', features }));
    const zero = diagnostics.filter(({ code }) => code === 'coordinates-zero');
    expect(zero.map(({ feature, data }) => [feature, data.vertices])).toEqual([[first?.id, 1]]);
    expect(diagnostics.filter(({ code }) => code === 'coordinates-stray')).toEqual([]);
  });

  test('far from the rest of their file are told', async () => {
    const features = exportedFeatures((at) => at);
    const ring = (features[3]?.geometry.coordinates as number[][][] | undefined)?.[0];
    ring?.splice(2, 1, [107.1, 31.8]);
    const { diagnostics } = await readPlots(file('plots.geojson', { type: 'FeatureCollection', features }));
    const stray = diagnostics.filter(({ code }) => code === 'coordinates-stray');
    expect(stray.map(({ feature }) => feature)).toEqual([features[3]?.id]);
    expect(Number(stray[0]?.data.distanceKilometres)).toBeGreaterThan(900);
  });
});

describe('a declared system that the plan contradicts', () => {
  test.each([
    ['UTM that is Gauss–Krüger', 'EPSG:32650', 'EPSG:4548'],
    ['Gauss–Krüger that is UTM', 'EPSG:4548', 'EPSG:32650'],
    ['the wrong zone', 'EPSG:4547', 'EPSG:4548'],
  ])('is asked about: %s', async (_, declared, true_) => {
    const { coordinates, codes, candidate } = await readPlots(exported(project(true_), named(declared)));
    expect(candidate).toBeUndefined();
    expect(codes).toContain('crs-doubtful');
    expect(coordinates?.state).toBe('asked');
    expect(coordinates?.candidates.map(({ crs }) => crs)).toEqual([true_, declared]);
  });

  test('is believed where no other reading has the features in place', async () => {
    const { coordinates } = await readPlots(exported(shifted('EPSG:4548', 400, 300), named('EPSG:4548')));
    expect(coordinates).toMatchObject({ state: 'converted', crs: 'EPSG:4548', how: 'declared' });
  });

  test('is believed where nothing matches', async () => {
    const { coordinates } = await readPlots(exported(redrawn(project('EPSG:4548')), named('EPSG:32650'), renamed));
    expect(coordinates).toMatchObject({ state: 'converted', crs: 'EPSG:32650', how: 'declared' });
  });
});

test('a choice from elsewhere that is no sound transform is not used', async () => {
  const transform = { plane: 'EPSG:4548', a: Number.NaN, b: 0, eastMetres: 0, northMetres: 0 };
  const { coordinates } = await readPlots(exported(project('EPSG:4527')), { transform });
  expect(coordinates).toMatchObject({ crs: 'EPSG:4527', how: 'recognised' });
});
