import { describe, expect, test } from 'vitest';
import { fromBaiduMercator } from '../../../src/core/read/coordinates/baidu_mercator.ts';
import { consentTo } from '../../../src/core/read/coordinates/consent.ts';
import { toBd09, toGcj02 } from '../../../src/core/read/coordinates/map_shift.ts';
import { systemOf } from '../../../src/core/read/coordinates/systems.ts';
import { formatFinding } from '../../../src/messages/format_finding.ts';
import { loadReadingMessages } from '../../../src/messages/reading.ts';
import { toBaiduMercator } from '../../support/baidu_mercator.ts';
import {
  type Change,
  type Degrees,
  exported,
  exportedFeatures,
  farthestMetres,
  named,
  PLAN,
  project,
  readPlots,
} from '../../support/exported_plots.ts';
import { collection, file, planOf, plot, rectangle } from '../../support/sample_plan.ts';

const mercator: Change = ([x, y]) => [
  (x / 180) * Math.PI * 6_378_137,
  Math.log(Math.tan(Math.PI / 4 + (y / 360) * Math.PI)) * 6_378_137,
];
const projected = { 'EPSG:4548': project('EPSG:4548'), 'EPSG:4527': project('EPSG:4527'), 'EPSG:3857': mercator };
const services = { 'GCJ-02': toGcj02, 'BD-09': toBd09 };
const renamed = (id: string) => `new-${id}`;

describe('a map service’s degrees that were projected as if they were right', () => {
  const cases = (['GCJ-02', 'BD-09'] as const).flatMap((service) =>
    (['EPSG:4548', 'EPSG:4527', 'EPSG:3857'] as const).flatMap((crs) =>
      (['declared', 'undeclared', 'renumbered'] as const).map((how) => [service, crs, how] as const),
    ),
  );
  test.each(cases)(
    '%s in %s, %s, are proposed by name and undone on consent to a millimetre',
    async (service, crs, how) => {
      const change: Change = (at) => projected[crs](services[service](at) as Degrees);
      const input = exported(
        change,
        how === 'undeclared' ? {} : named(crs),
        how === 'renumbered' ? renamed : undefined,
      );
      const asIs = await readPlots(input);
      const proposal = asIs.coordinates?.proposal;
      expect(proposal).toMatchObject({ kind: 'map-shift', service, crs: `${service}@${crs}` });
      expect(proposal?.kind === 'map-shift' && proposal.remainingMetres).toBeLessThan(1);
      expect(asIs.codes).toContain('coordinates-shifted');
      // Nothing is corrected unasked.
      if (asIs.candidate) expect(farthestMetres(asIs.candidate)).toBeGreaterThan(400);
      if (!proposal) return;
      const corrected = await readPlots(input, consentTo(proposal));
      expect(farthestMetres(corrected.candidate)).toBeLessThan(0.001);
      expect(corrected.coordinates).toMatchObject({ crs: `${service}@${crs}`, how: 'chosen' });
      expect(corrected.coordinates?.proposal).toBeUndefined();
    },
  );

  test('is not seen in a shift that has its size by chance and not its form', async () => {
    // 12 m beside the service’s own shift: undone, nothing would lie in its place.
    const { coordinates } = await readPlots(
      exported((at) => {
        const [x = 0, y = 0] = project('EPSG:4548')(toGcj02(at));
        return [x + 12, y];
      }, named('EPSG:4548')),
    );
    expect(coordinates?.proposal?.kind).not.toBe('map-shift');
  });

  test.each(['GCJ-02@', 'GCJ-02@EPSG:4490', 'GCJ-02@BD-09', 'GCJ-02@GCJ-02@EPSG:4548', 'WGS@EPSG:4548', '@'])(
    'has no system called %s',
    (id) => {
      expect(systemOf(id)).toBeUndefined();
    },
  );
});

describe('Baidu’s own Mercator', () => {
  const change: Change = (at) => toBaiduMercator(toBd09(at));

  test('agrees with Baidu’s own place of Tiananmen, and comes back from its own way there', () => {
    // 116.404, 39.915 is 12958175, 4825923.77 in the documents of its map API.
    const [longitude, latitude] = fromBaiduMercator(12_958_175, 4_825_923.77);
    expect([longitude, latitude]).toEqual([expect.closeTo(116.404, 6), expect.closeTo(39.915, 6)]);
    const metresOff = (latitude: number) => {
      const [x, y] = fromBaiduMercator(...toBaiduMercator([117, latitude]));
      return Math.hypot((x - 117) * Math.cos((latitude * Math.PI) / 180), y - latitude) * 111_000;
    };
    const steps = Array.from({ length: 5100 }, (_, index) => 3 + index / 100);
    expect(Math.max(...steps.filter((one) => one < 45).map(metresOff))).toBeLessThan(0.04);
    expect(Math.max(...steps.map(metresOff))).toBeLessThan(0.3);
    expect(metresOff(31.8)).toBeLessThan(0.005);
  });

  test.each(['declared', 'undeclared', 'renumbered'] as const)(
    'is proposed by its shift and undone on consent to a centimetre (%s)',
    async (how) => {
      const extra = how === 'undeclared' ? {} : named('EPSG:3857');
      const input = exported(change, extra, how === 'renumbered' ? renamed : undefined);
      const asIs = await readPlots(input);
      const proposal = asIs.coordinates?.proposal;
      expect(proposal).toMatchObject({ kind: 'map-shift', service: 'BD-09', crs: 'BD-09@BD09MC' });
      // Nothing is taken for it unasked.
      if (how === 'undeclared') expect(asIs.coordinates?.state).toBe('asked');
      else expect(farthestMetres(asIs.candidate)).toBeGreaterThan(10_000);
      if (!proposal) return;
      const corrected = await readPlots(input, consentTo(proposal));
      expect(farthestMetres(corrected.candidate)).toBeLessThan(0.01);
      expect(corrected.coordinates?.proposal).toBeUndefined();
    },
  );

  test('is not thought of where the web’s Mercator has the features in place', async () => {
    const { candidate, coordinates } = await readPlots(exported(mercator));
    expect(coordinates).toMatchObject({ crs: 'EPSG:3857', how: 'recognised' });
    expect(farthestMetres(candidate)).toBeLessThan(0.001);
  });
});

describe('a file of which part is shifted', () => {
  const half = (change: Change, other: Change, isOther: (index: number) => boolean) => {
    const [straight, shifted] = [exportedFeatures(change), exportedFeatures(other)];
    return straight.map((feature, index) => (isOther(index) ? (shifted[index] ?? feature) : feature));
  };
  const read = (features: ReturnType<typeof exportedFeatures>, extra: object = {}) =>
    readPlots(file('plots.geojson', { type: 'FeatureCollection', ...extra, features }));
  const gk = project('EPSG:4548');

  test.each([
    ['degrees', (at: Degrees) => at as number[], {}],
    ['a declared plane', gk, named('EPSG:4548')],
    ['a plane nobody declared', gk, {}],
  ] as const)('as GCJ-02 is told, with which features, in %s', async (_, plane, extra) => {
    const other: Change = (at) => plane(toGcj02(at) as Degrees);
    for (const share of [2, 3]) {
      const isOther = (index: number) => index % share === 0;
      const features = half(plane, other, isOther);
      const ids = features.flatMap(({ id }, index) => (isOther(index) ? [id] : []));
      const { diagnostics, coordinates, candidate } = await read(features, extra);
      const [mixed] = diagnostics.filter(({ code }) => code.startsWith('coordinates-mixed'));
      expect(mixed?.code).toBe('coordinates-mixed-service');
      expect(mixed?.data).toMatchObject({
        crs: 'GCJ-02',
        count: ids.length,
        compared: features.length,
        others: features.length - ids.length,
      });
      expect(mixed?.data.features).toEqual([...ids.slice(0, 50), ...(ids.length > 50 ? ['…'] : [])]);
      expect(Math.hypot(Number(mixed?.data.east) - 531, Number(mixed?.data.north) + 204)).toBeLessThan(15);
      expect(coordinates?.partly?.map(({ code }) => code)).toEqual(['coordinates-mixed-service']);
      // What would mend one part would spoil the other.
      expect(coordinates?.proposal).toBeUndefined();
      expect(candidate).toBeDefined();
    }
  });

  test('by an older datum is told with how far', async () => {
    const other: Change = (at) => {
      const [x = 0, y = 0] = gk(at);
      return [x + 112, y - 15];
    };
    const { diagnostics, coordinates } = await read(
      half(gk, other, (index) => index % 2 === 1),
      named('EPSG:4548'),
    );
    const mixed = diagnostics.filter(({ code }) => code === 'coordinates-mixed');
    expect(mixed).toHaveLength(1);
    expect(mixed[0]?.data).toMatchObject({ count: Math.floor(PLAN.layers.plots.length / 2) });
    expect(Math.hypot(Number(mixed[0]?.data.east) - 112, Number(mixed[0]?.data.north) + 15)).toBeLessThan(0.3);
    expect(coordinates?.proposal).toBeUndefined();
  });

  test('in two ways, none of them the plan’s, is told as two groups', async () => {
    const bd: Change = (at) => toBd09(at);
    const { diagnostics } = await read(half(toGcj02, bd, (index) => index % 2 === 0));
    const mixed = diagnostics.filter(({ code }) => code === 'coordinates-mixed-service');
    expect(mixed.map(({ data }) => data.crs).sort()).toEqual(['BD-09', 'GCJ-02']);
  });

  test('is not told of a few plots that were moved', async () => {
    const moved: Change = ([x, y]) => [x + 0.0003, y];
    const { codes } = await read(
      half(
        (at) => at,
        moved,
        (index) => index % 60 === 0,
      ),
    );
    expect(codes.filter((code) => code.startsWith('coordinates-'))).toEqual([]);
  });

  test('is told in both languages', async () => {
    const { diagnostics } = await read(
      half(
        (at) => at,
        toGcj02,
        (index) => index % 40 === 0 || index < 30,
      ),
    );
    const mixed = diagnostics.find(({ code }) => code === 'coordinates-mixed-service');
    for (const language of ['zh-CN', 'en'] as const) {
      await loadReadingMessages(language);
      const said = mixed && formatFinding(mixed, language);
      expect(said?.text).toContain('GCJ-02');
      expect(said?.text).toContain(String(mixed?.data.count));
      expect(said?.message).not.toMatch(/[{}]/);
    }
  });
});

describe('a row of equal plots', () => {
  const row = Array.from({ length: 40 }, (_, index) => plot(`P${index}`, rectangle(60 * index, 0, 50, 50)));
  const given = (renumber: (index: number) => string) =>
    file('plots.geojson', collection(...row.map((one, index) => ({ ...one, id: renumber(index) }))));
  const plan = planOf({ plots: row });

  test.each([
    ['all', 0],
    ['half', 20],
  ])('of which %s took the next number is renumbered, not shifted', async (_, from) => {
    const reading = await readPlots(
      given((index) => (index >= from ? `P${index + 1}` : `P${index}`)),
      {},
      plan,
    );
    expect(reading.coordinates?.proposal).toBeUndefined();
    expect(reading.codes.filter((code) => code.startsWith('coordinates-'))).toEqual([]);
  });

  test('that lies off by a plot’s width and a half is shifted', async () => {
    const moved = row.map((one, index) => ({ ...one, ...plot(`P${index}`, rectangle(60 * index + 90, 0, 50, 50)) }));
    const { coordinates } = await readPlots(file('plots.geojson', collection(...moved)), {}, plan);
    expect(coordinates?.proposal).toMatchObject({ kind: 'constantShift' });
  });
});
