import { describe, expect, test } from 'vitest';
import { SHOWN_OF_A_KIND } from '../../../src/core/read/diagnostic_log.ts';
import { readPlan } from '../../../src/core/read/read_plan.ts';
import { readUpdate } from '../../../src/core/read/read_update.ts';
import { collection, file, MANIFEST, phase, planOf, plot, rectangle, zone } from '../../support/sample_plan.ts';

const PLAN = planOf({
  zones: [zone('Z', rectangle(0, 0, 500, 500))],
  plots: [plot('A', rectangle(0, 0, 50, 50)), plot('B', rectangle(60, 0, 50, 50))],
});
const SQUARE = rectangle(0, 0, 9, 9);

function read(name: string, content: unknown) {
  return readUpdate(PLAN, [file(name, content)], 'replace');
}
async function diagnose(feature: unknown) {
  return (await read('plots.geojson', collection(feature))).diagnostics.map(({ code, pointer, data }) => ({
    code,
    pointer,
    data,
  }));
}

test('a file of more features than a call takes arguments is read', async () => {
  const geometry = { type: 'Point', coordinates: [117, 31] };
  const features = Array.from({ length: 150_000 }, (_, index) => ({
    type: 'Feature',
    id: `L${index}`,
    properties: {},
    geometry,
  }));
  const whole = { type: 'FeatureCollection', features };
  expect((await read('landmarks.geojson', whole)).candidate?.layers.landmarks).toHaveLength(features.length);
});

test('features that an update does not redraw keep the very geometry they had', async () => {
  const [a, b] = PLAN.layers.plots;
  if (!a || !b) throw new Error('The plan has two plots');
  const moved = { ...b, geometry: rectangle(70, 0, 50, 50) };
  const changed = { ...a, properties: { farMax: 2 } };
  const plots = (await read('plots.geojson', collection(changed, moved))).candidate?.layers.plots;
  expect(plots?.[0]?.geometry).toBe(a.geometry);
  expect(plots?.[0]?.properties).toEqual({ farMax: 2 });
  expect(plots?.[1]?.geometry).toEqual(moved.geometry);
});

describe('the structure of a feature', () => {
  const ring = SQUARE.coordinates[0] ?? [];
  const shaped = (geometry: unknown) => ({ type: 'Feature', id: 'A', properties: {}, geometry });
  test.each([
    ['no feature', null, 'feature-invalid', '/features/0'],
    ['another type', { type: 'Polygon' }, 'feature-invalid', '/features/0/type'],
    ['a prototype’s name as type', { type: 'toString', properties: {} }, 'feature-invalid', '/features/0/type'],
    ['an object as id', { ...shaped(SQUARE), id: {} }, 'id-invalid', '/features/0/id'],
    ['a list as properties', { ...shaped(SQUARE), properties: [] }, 'properties-invalid', '/features/0/properties'],
    ['no geometry', shaped(null), 'geometry-missing', '/features/0/geometry'],
    [
      'a prototype’s name as geometry',
      shaped({ type: '__proto__', coordinates: [] }),
      'geometry-type-unknown',
      '/features/0/geometry/type',
    ],
    [
      'a geometry collection',
      shaped({ type: 'GeometryCollection', geometries: [] }),
      'geometry-collection',
      '/features/0/geometry/type',
    ],
    [
      'an empty polygon',
      shaped({ type: 'Polygon', coordinates: [] }),
      'coordinates-empty',
      '/features/0/geometry/coordinates',
    ],
    [
      'an empty ring',
      shaped({ type: 'Polygon', coordinates: [[]] }),
      'coordinates-empty',
      '/features/0/geometry/coordinates/0',
    ],
    [
      'a ring of three points',
      shaped({ type: 'Polygon', coordinates: [[ring[0], ring[1], ring[0]]] }),
      'ring-too-short',
      '/features/0/geometry/coordinates/0',
    ],
    [
      'text as a number',
      shaped({ type: 'Polygon', coordinates: [[['117', 31], ...ring.slice(1)]] }),
      'position-invalid',
      '/features/0/geometry/coordinates/0/0',
    ],
    [
      'a line as a plot',
      shaped({
        type: 'LineString',
        coordinates: [
          [1, 2],
          [3, 4],
        ],
      }),
      'geometry-type-not-allowed',
      '/features/0/geometry/type',
    ],
  ])('is refused with %s', async (_, feature, code, pointer) => {
    expect(await diagnose(feature)).toContainEqual(expect.objectContaining({ code, pointer }));
    expect((await read('plots.geojson', collection(feature))).candidate).toBeUndefined();
  });

  const mended = async (geometry: unknown, more: object = {}) => {
    const feature = { ...shaped(geometry), id: 'N', ...more };
    const { candidate, diagnostics } = await read('plots.geojson', collection(feature));
    expect(diagnostics.every(({ severity }) => severity === 'info')).toBe(true);
    expect(candidate?.layers.plots[0]?.geometry).toEqual(SQUARE);
    return diagnostics.map(({ code, data }) => [code, data.count]);
  };
  test('is mended and told where that changes nothing: ring, repeats, heights, direction, box', async () => {
    const again = () => structuredClone(ring) as number[][];
    expect(await mended({ type: 'Polygon', coordinates: [again().slice(0, -1)] })).toEqual([
      ['ring-closed', undefined],
    ]);
    const repeated = again().flatMap((position) => [position, [...position], [...position]]);
    expect(await mended({ type: 'Polygon', coordinates: [repeated] })).toEqual([['vertices-repeated', 1]]);
    const high = again().map((position) => [...position, 21.5]);
    expect(await mended({ type: 'Polygon', coordinates: [high] })).toEqual([['heights-dropped', 1]]);
    expect(await mended({ type: 'Polygon', coordinates: [again().reverse()] })).toEqual([['rings-turned', 1]]);
    expect(await mended(structuredClone(SQUARE), { bbox: '1,2,3,4' })).toEqual([['bbox-ignored', 1]]);
    expect(await mended(structuredClone(SQUARE), { id: null, properties: { id: 'N' } })).toEqual([]);
  });

  test('mended the same way in ten thousand features is told once', async () => {
    const turned = { ...SQUARE, coordinates: [[...ring].reverse()] };
    const many = Array.from({ length: 300 }, (_, index) => plot(`${index}`, turned));
    const { diagnostics } = await read('plots.geojson', collection(...many));
    expect(diagnostics).toMatchObject([{ code: 'rings-turned', feature: '0', data: { count: 300 } }]);
  });

  test('of a plan’s own folder is not mended', () => {
    const open = plot('A', { ...SQUARE, coordinates: [ring.slice(0, -1)] });
    const { diagnostics } = readPlan([
      file('plan.json', { ...MANIFEST, layers: { plots: 'plots.geojson' } }),
      file('plots.geojson', collection(open)),
    ]);
    expect(diagnostics.map(({ code }) => code)).toEqual(['ring-not-closed']);
  });

  test('stays what the plan has where a shape differs only by what is mended', async () => {
    const turned = plot('T', { ...SQUARE, coordinates: [[...ring].reverse()] });
    const plan = planOf({ plots: [turned] });
    const { candidate } = await readUpdate(plan, [file('plots.geojson', collection(turned))], 'replace');
    expect(candidate?.layers.plots[0]?.geometry).toBe(turned.geometry);
  });
});

describe('the fields of a feature', () => {
  const having = (properties: Record<string, unknown>) => diagnose(plot('A', SQUARE, properties as never));
  test.each([
    [{ heightMaxMetres: true }, 'field-type', { field: 'heightMaxMetres', found: 'true', expected: 'number' }],
    [{ heightMaxMetres: 1001 }, 'field-range', { found: '1001', maximum: 1000, minimum: 0 }],
    [{ netAreaSquareMetres: 0 }, 'field-range', { above: 0 }],
    [{ parkingSpacesMin: 1.5 }, 'field-type', { expected: 'integer' }],
    [{ landUseCode: true }, 'field-type', { expected: 'text' }],
    [{ farBinding: 'strict' }, 'field-choice', { found: '"strict"', allowed: ['compulsory', 'guiding'] }],
    [{ townscapeColours: ['#ABC'] }, 'field-type', { expected: 'colour', found: '"#ABC"' }],
  ])('%j is refused', async (properties, code, data) => {
    expect(await having(properties)).toEqual([expect.objectContaining({ code, data: expect.objectContaining(data) })]);
  });

  test('point at the value that is wrong, also inside a height band', async () => {
    const bands = zone('Z', SQUARE, { heightBands: [{ fromMetres: -1 } as never] });
    const { diagnostics } = await read('zones.geojson', collection(bands));
    expect(diagnostics.map(({ code, pointer, data }) => [code, pointer, data.field])).toEqual([
      ['field-range', '/features/0/properties/heightBands/0/fromMetres', 'fromMetres'],
      ['field-missing', '/features/0/properties/heightBands/0', 'measuredFrom'],
    ]);
  });

  test('that are null say nothing and are left out, once told', async () => {
    const { candidate, diagnostics } = await read(
      'plots.geojson',
      collection(plot('A', SQUARE, { farMax: null } as never), plot('B', SQUARE, { farMax: null } as never)),
    );
    expect(candidate?.layers.plots[0]?.properties).toEqual({});
    expect(diagnostics).toEqual([
      expect.objectContaining({ code: 'field-null', severity: 'info', data: { field: 'farMax', count: 2 } }),
    ]);
  });

  test('the dictionary does not know are kept and told once with their count', async () => {
    const { candidate, diagnostics } = await read(
      'plots.geojson',
      collection(plot('A', SQUARE, { ZXBZ: 2 }), plot('B', SQUARE, { ZXBZ: 3 })),
    );
    expect(candidate?.layers.plots.map(({ properties }) => properties.ZXBZ)).toEqual([2, 3]);
    expect(diagnostics.map(({ code, data }) => [code, data.count])).toEqual([['field-unknown', 2]]);
  });

  test('wrong a thousand times are listed a few times and counted', async () => {
    const many = Array.from({ length: 1000 }, (_, index) => plot(`${index}`, SQUARE, { farMax: 'x' } as never));
    const { diagnostics } = await read('plots.geojson', collection(...many));
    expect(diagnostics).toHaveLength(SHOWN_OF_A_KIND + 1);
    expect(diagnostics.at(-1)).toMatchObject({
      code: 'more-of-the-same',
      severity: 'error',
      data: { of: 'number-unreadable', field: 'farMax', count: 1000, shown: SHOWN_OF_A_KIND },
    });
  });
});

describe('the id of a feature', () => {
  const { id: _, ...nameless } = plot('A', SQUARE);
  test.each([
    [{ ...nameless, id: 7 }, '7'],
    [{ ...nameless, properties: { 地块编号: 'ZA-07' } }, 'ZA-07'],
    [{ ...nameless, properties: { plotNumber: 12 } }, '12'],
  ])('of %j is %s, and its properties stay as they are', async (feature, id) => {
    const { candidate } = await read('plots.geojson', collection(feature));
    expect(candidate?.layers.plots[0]).toMatchObject({ id, properties: feature.properties });
  });

  test('is not kept as a property too, unless the present plan has it there', async () => {
    const named = { ...nameless, properties: { id: 'X', layer: 'plots', farMax: 2 } };
    const { candidate } = await read('plots.geojson', collection(named));
    expect(candidate?.layers.plots[0]).toMatchObject({ id: 'X', properties: { farMax: 2 } });
    expect(Object.keys(candidate?.layers.plots[0]?.properties ?? {})).toEqual(['farMax']);
    const present = planOf({ plots: [plot('X', SQUARE, { id: 'X' } as never)] });
    const again = await readUpdate(present, [file('plots.geojson', collection(named))], 'replace');
    expect(again.candidate?.layers.plots[0]?.properties).toEqual({ id: 'X', farMax: 2 });
  });

  test('must be there', async () => {
    expect((await diagnose({ ...nameless, id: ' ' })).map(({ code }) => code)).toEqual(['id-missing']);
  });

  test('is reported when two features have it, also across files', async () => {
    expect(await diagnoseTwo('A', 'A')).toEqual(['plot-number-repeated']);
    const one = file('plots-1.geojson', collection(plot('A', SQUARE)));
    const two = file('plots-2.geojson', collection(plot('A', SQUARE)));
    expect((await readUpdate(PLAN, [one, two], 'replace')).diagnostics.map(({ code }) => code)).toEqual([
      'id-in-two-files',
    ]);
  });

  async function diagnoseTwo(first: string, second: string) {
    const { diagnostics } = await read('plots.geojson', collection(plot(first, SQUARE), plot(second, SQUARE)));
    return diagnostics.map(({ code }) => code);
  }
});

describe('the layer of a file', () => {
  const bare = { type: 'Feature', id: 'new', properties: {}, geometry: SQUARE };
  const layersOf = async (name: string, ...features: unknown[]) => (await read(name, collection(...features))).layers;

  test('is what each feature says', async () => {
    const mixed = [
      { ...bare, properties: { layer: 'plots' } },
      { ...bare, properties: { layer: 'zones' } },
    ];
    expect(await layersOf('data.json', ...mixed)).toEqual(['zones', 'plots']);
  });

  test('is told by fields only one layer has, before the file’s name', async () => {
    expect(await layersOf('zones.geojson', { ...bare, properties: { landUseCode: '0802' } })).toEqual(['plots']);
  });

  test('is told by the file’s name where the fields are silent', async () => {
    expect(await layersOf('2026年地块.geojson', bare)).toEqual(['plots']);
    expect(await layersOf('my_zones (2).json', bare)).toEqual(['zones']);
  });

  test('is told by ids the plan has', async () => {
    expect(await layersOf('export.json', { ...bare, id: 'A' })).toEqual(['plots']);
  });

  test('is asked for when nothing tells it, and is what was answered', async () => {
    const reading = await read('export.json', collection(bare));
    expect(reading).toMatchObject({ undecided: ['export.json'], layers: [] });
    expect(reading.candidate).toBeUndefined();
    const choices = { 'export.json': { layer: 'zones' as const } };
    const answered = file('export.json', collection(bare));
    expect(
      (await readUpdate(PLAN, [answered], 'replace', { choices })).candidate?.layers.zones.map(({ id }) => id),
    ).toEqual(['new']);
  });

  test('named by a CAD program says nothing', async () => {
    expect(
      (await read('export.json', collection({ ...bare, properties: { layer: '建筑轮廓' } }))).undecided,
    ).toHaveLength(1);
  });
});

describe('an update', () => {
  const update = file('plots.geojson', collection(plot('B', SQUARE, { farMax: 3 }), plot('C', SQUARE)));

  test('replaces the layer, or merges into it by id', async () => {
    expect((await readUpdate(PLAN, [update], 'replace')).candidate?.layers.plots.map(({ id }) => id)).toEqual([
      'B',
      'C',
    ]);
    const merged = (await readUpdate(PLAN, [update], 'merge')).candidate?.layers.plots;
    expect(merged?.map(({ id, properties }) => [id, properties.farMax])).toEqual([
      ['A', undefined],
      ['B', 3],
      ['C', undefined],
    ]);
  });

  test('may bring a new manifest', async () => {
    const { candidate } = await readUpdate(PLAN, [file('plan.json', { ...MANIFEST, version: '2' }), update], 'merge');
    expect([candidate?.manifest.version, candidate?.layers.plots.length]).toEqual(['2', 3]);
  });

  test('without features is refused where it would empty a layer, and deletes nothing when merged', async () => {
    const { candidate, diagnostics } = await read('plots.geojson', collection());
    expect(candidate).toBeUndefined();
    expect(diagnostics).toMatchObject([{ code: 'layer-empty', severity: 'error', layer: 'plots', data: { count: 2 } }]);
    const merged = await readUpdate(PLAN, [file('plots.geojson', collection())], 'merge');
    expect(merged.candidate?.layers.plots).toHaveLength(2);
    expect(merged.diagnostics.map(({ severity }) => severity)).toEqual(['warning']);
  });

  test('without features of a layer that has none is nothing to speak of', async () => {
    const { candidate, diagnostics } = await read('buildings.geojson', collection());
    expect([candidate?.layers.buildings, diagnostics]).toEqual([[], []]);
  });
});

describe('a plan', () => {
  const phases = file('phases.geojson', collection(phase('P1', SQUARE, { sequence: 1 })));
  const only = { ...MANIFEST, layers: { phases: 'phases.geojson' } };

  test('is read with the files its manifest names, from any folder', () => {
    const { plan, diagnostics } = readPlan([file('park/plan.json', only), { ...phases, name: 'park/phases.geojson' }]);
    expect(plan?.layers.phases.map(({ id }) => id)).toEqual(['P1']);
    expect(diagnostics).toEqual([]);
  });

  test('is refused without its manifest or a layer’s file', () => {
    expect(readPlan([phases]).diagnostics[0]?.code).toBe('manifest-missing');
    const { plan, diagnostics } = readPlan([file('plan.json', only)]);
    expect(plan).toBeUndefined();
    expect(diagnostics[0]).toMatchObject({ code: 'layer-file-missing', data: { path: 'phases.geojson' } });
  });

  test.each([
    [{ date: '1 May' }, 'manifest-member-value', '/date'],
    [{ title: { zh: '名' } }, 'manifest-member-missing', '/title/en'],
    [{ measuringCrs: 4548 }, 'manifest-member-type', '/measuringCrs'],
    [{ layers: { plots: '../secret.json' } }, 'manifest-member-value', '/layers/plots'],
    [{ tolerances: { overlapSquareMetres: -1 } }, 'manifest-member-value', '/tolerances/overlapSquareMetres'],
    [{ layers: { phases: 'phases.geojson', plots: './Phases.geojson' } }, 'manifest-file-repeated', '/layers/plots'],
    [{ layers: { phases: 'plan.json' } }, 'manifest-file-repeated', '/layers/phases'],
  ])('is refused when its manifest has %j', (change, code, member) => {
    const { plan, diagnostics } = readPlan([file('plan.json', { ...only, ...change }), phases]);
    expect(plan).toBeUndefined();
    expect(diagnostics[0]).toMatchObject({ code, data: { member } });
  });

  test('keeps what its schema has no name for, and tells', () => {
    const { plan, diagnostics } = readPlan([file('plan.json', { ...only, tolerance: {} }), phases]);
    expect(plan?.manifest).toHaveProperty('tolerance');
    expect(diagnostics.map(({ code, severity }) => [code, severity])).toEqual([['manifest-member-unknown', 'warning']]);
  });
});
