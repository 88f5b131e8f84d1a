import { describe, expect, it } from 'vitest';
import { createProjection, measureEllipsoidAreaSquareMetres } from '../../../src/core/measure/index.ts';
import type { Areal, Plan } from '../../../src/core/plan/types.ts';
import { readUpdate } from '../../../src/core/read/read_update.ts';
import { readWkt } from '../../../src/core/read/tables/wkt.ts';
import type { ChoicesBySource } from '../../../src/core/read/types.ts';
import { GdalFolder, HAS_GDAL } from '../../support/gdal.ts';
import { readFolderPlan } from '../../support/plans.ts';
import { planOf, plot, rectangle } from '../../support/sample_plan.ts';

const PLAN = planOf({ plots: [plot('A-01', rectangle(0, 0, 100, 100)), plot('A-02', rectangle(100, 0, 100, 100))] });

async function read(text: string, name: string, choices: ChoicesBySource = {}, plan: Plan = PLAN) {
  const bytes = new TextEncoder().encode(text);
  const reading = await readUpdate(plan, [{ name, bytes }], 'merge', { choices });
  return { ...reading, codes: reading.diagnostics.map(({ code }) => code) };
}

function plotOf(candidate: Plan | undefined, id: string) {
  const found = candidate?.layers.plots.find((one) => one.id === id);
  if (!found) throw new Error(`no plot ${id}`);
  return found;
}

function areaOf(geometry: Areal): number {
  return measureEllipsoidAreaSquareMetres(geometry);
}

describe('well-known text', () => {
  it.each([
    ['POINT (1 2)', { type: 'Point', coordinates: [1, 2] }],
    ['point z(1 2 3)', { type: 'Point', coordinates: [1, 2, 3] }],
    [
      'LINESTRING M (1 2 9, 3 4 9)',
      {
        type: 'LineString',
        coordinates: [
          [1, 2],
          [3, 4],
        ],
      },
    ],
    [
      'MULTIPOINT ((1 2), (3 4))',
      {
        type: 'MultiPoint',
        coordinates: [
          [1, 2],
          [3, 4],
        ],
      },
    ],
    [
      'MULTIPOINT (1 2, 3 4)',
      {
        type: 'MultiPoint',
        coordinates: [
          [1, 2],
          [3, 4],
        ],
      },
    ],
    [
      'POLYGON ((0 0,1e1 0,10 10,0 0),(1 1,2 1,2 2,1 1))',
      {
        type: 'Polygon',
        coordinates: [
          [
            [0, 0],
            [10, 0],
            [10, 10],
            [0, 0],
          ],
          [
            [1, 1],
            [2, 1],
            [2, 2],
            [1, 1],
          ],
        ],
      },
    ],
    [
      'MULTIPOLYGON (((0 0,1 0,1 1,0 0)))',
      {
        type: 'MultiPolygon',
        coordinates: [
          [
            [
              [0, 0],
              [1, 0],
              [1, 1],
              [0, 0],
            ],
          ],
        ],
      },
    ],
    ['POLYGON EMPTY', null],
  ])('%s', (text, geometry) => {
    expect(readWkt(text)?.geometry).toEqual(geometry);
  });

  it('tells its SRID', () => {
    expect(readWkt('SRID=4548;POINT(1 2)')).toEqual({ geometry: { type: 'Point', coordinates: [1, 2] }, srid: 4548 });
  });

  it.each(['POLYGON ((0 0, 1 0', 'POINT (1)', 'POINT (1 2) x', 'CURVEPOLYGON ((0 0))', 'POINT (1 2 3 4 5)', ''])(
    'refuses %s',
    (text) => {
      expect(readWkt(text)).toBeUndefined();
    },
  );
});

describe('a table with shapes as text', () => {
  it('is read as shapes in the system their SRID states', async () => {
    const projection = createProjection('EPSG:4548');
    const corners = [
      [0, 0],
      [30, 0],
      [30, 20],
      [0, 20],
      [0, 0],
    ].map(([x = 0, y = 0]) => `${509000 + x} ${3523000 + y}`);
    const text = `地块编号,容积率,WKT\nN-1,2,"SRID=4548;POLYGON ((${corners.join(',')}))"\n`;
    const { candidate, sources } = await read(text, 'plots.csv');
    expect(plotOf(candidate, 'N-1').properties).toEqual({ farMax: 2, 地块编号: 'N-1' });
    expect(sources[0]).toMatchObject({ layer: 'plots', coordinates: { crs: 'EPSG:4548', how: 'declared' } });
    const [[[x = 0, y = 0] = []] = []] = plotOf(candidate, 'N-1').geometry.coordinates as number[][][];
    const back = projection?.forward([x, y]) ?? [0, 0];
    expect(Math.hypot(back[0] - 509000, back[1] - 3523000)).toBeLessThan(0.001);
  });

  it('says which row is broken', async () => {
    const text = '地块编号,the_geom\nN-1,"POLYGON ((1 1,2 1,2 2,1 1))"\nN-2,"POLYGON ((1 1,2 1"\n';
    const { diagnostics, candidate } = await read(text, 'plots.csv');
    expect(candidate).toBeUndefined();
    expect(diagnostics).toContainEqual(expect.objectContaining({ code: 'wkt-unreadable', pointer: '/row/3' }));
  });

  it('is joined where the column of that name holds something else', async () => {
    const { candidate } = await read('地块编号,geometry,容积率\nA-01,Polygon,2\n', 'plots.csv');
    expect(plotOf(candidate, 'A-01').properties).toEqual({ farMax: 2, geometry: 'Polygon' });
  });
});

describe('a table of positions', () => {
  it.each([
    ['名称,经度,纬度\n会展中心,117.1,31.82\n', [117.1, 31.82]],
    ['名称,lat,lon\n会展中心,"31°49′12""",117°6′\n', [117.1, 31.82]],
  ])('makes points of a layer that has points: %#', async (text, position) => {
    const { candidate } = await read(text, '地标.csv');
    const [first] = candidate?.layers.landmarks ?? [];
    expect(first?.properties.name).toBe('会展中心');
    for (const [index, value] of position.entries()) expect(first?.geometry.coordinates[index]).toBeCloseTo(value, 9);
  });

  it('takes 东坐标 and 北坐标 in metres, and X and Y in either order', async () => {
    for (const head of ['东坐标,北坐标', 'Y,X']) {
      const { candidate, sources } = await read(`名称,${head}\n会展中心,509050,3523050\n`, '地标.csv', {
        '地标.csv': { crs: 'EPSG:4548', ...(head === 'Y,X' && { swapped: true }) },
      });
      const [x = 0, y = 0] = candidate?.layers.landmarks[0]?.geometry.coordinates ?? [];
      const [east = 0, north = 0] = createProjection('EPSG:4548')?.forward([x, y]) ?? [];
      expect([east.toFixed(3), north.toFixed(3)]).toEqual(['509050.000', '3523050.000']);
      expect(sources[0]?.coordinates?.crs).toBe('EPSG:4548');
    }
  });

  it('asks which layer it is where nothing tells', async () => {
    expect((await read('代号,经度,纬度\n甲,117.1,31.82\n', 'x.csv')).undecided).toEqual(['x.csv']);
  });

  it('is joined where its layer consists of areas, and says so', async () => {
    const { candidate, codes } = await read('地块编号,容积率,X,Y\nA-01,2,3523050,509050\n', 'plots.csv');
    expect(plotOf(candidate, 'A-01').properties).toMatchObject({ farMax: 2 });
    expect(plotOf(candidate, 'A-01').geometry).toBe(PLAN.layers.plots[0]?.geometry);
    expect(codes).toContain('table-positions-unused');
  });

  it('says which coordinate is no number', async () => {
    const { diagnostics } = await read('名称,经度,纬度\n甲,117.1,31.82\n乙,东经,31.82\n', '地标.csv');
    expect(diagnostics).toContainEqual(
      expect.objectContaining({ code: 'table-position-unreadable', pointer: '/row/3', data: { found: '"东经"' } }),
    );
  });
});

/** Corners of a rectangle as a boundary table has them: X to the north. */
function corners(x: number, y: number, width: number, height: number): [north: number, east: number][] {
  const [east, north] = [509_000 + x, 3_523_000 + y];
  return [
    [north, east],
    [north, east + width],
    [north + height, east + width],
    [north + height, east],
  ];
}

describe('a table of boundary points', () => {
  const CHOICE = { '界址点.csv': { crs: 'EPSG:4548', swapped: true } };

  it('makes a plot of the rows of each number, closed or not, with what all its rows say', async () => {
    const a = corners(300, 0, 100, 50).map(([x, y], index) => `N-1,一类,J${index + 1},${x},${y},12.3${index}`);
    const b = corners(300, 60, 100, 20).map(([x, y], index) => `N-2,二类,J${index + 1},${x},${y},4${index}`);
    const closed = [...b, b[0]?.replace(',40', ',')];
    const text = `地块编号,用地名称,点号,X,Y,边长\n${[...a, ...closed].join('\n')}\n`;
    const { candidate, codes } = await read(text, '界址点.csv', CHOICE);
    expect(codes).toContain('boundary-points-read');
    expect(areaOf(plotOf(candidate, 'N-1').geometry)).toBeCloseTo(5000, -1);
    expect(areaOf(plotOf(candidate, 'N-2').geometry)).toBeCloseTo(2000, -1);
    expect(plotOf(candidate, 'N-1').properties).toEqual({ landUseName: '一类', 地块编号: 'N-1' });
  });

  it('has its axes told by the numbers where a plan lies near', async () => {
    const rows = [
      ...corners(0, 0, 100, 100).map((one) => ['A-01', ...one]),
      ...corners(100, 0, 100, 100).map((one) => ['A-02', ...one]),
      ...corners(200, 0, 100, 100).map((one) => ['A-03', ...one]),
    ];
    const plan = planOf({
      plots: ['A-01', 'A-02', 'A-03'].map((id, index) => plot(id, rectangle(100 * index, 0, 100, 100))),
    });
    const text = `地块编号,X,Y\n${rows.map((row) => row.join(',')).join('\n')}\n`;
    const { candidate, sources } = await read(text, '界址点.csv', {}, plan);
    expect(sources[0]?.coordinates).toMatchObject({ crs: 'EPSG:4548', swapped: true, how: 'recognised' });
    expect(areaOf(plotOf(candidate, 'A-02').geometry)).toBeCloseTo(10_000, -2);
  });

  it('carries a number down that stands in the first row alone, and makes holes of inner rings', async () => {
    const outer = corners(300, 0, 100, 100).map(
      ([x, y], index) => `${index === 0 ? 'N-1' : ''},1,J${index + 1},${x},${y}`,
    );
    const inner = corners(320, 20, 10, 10).map(([x, y], index) => `,2,J${index + 5},${x},${y}`);
    const apart = corners(420, 0, 10, 10).map(([x, y], index) => `,3,J${index + 9},${x},${y}`);
    const text = `地块编号,圈号,点号,X,Y\n${[...outer, ...inner, ...apart].join('\n')}\n`;
    const { geometry } = plotOf((await read(text, '界址点.csv', CHOICE)).candidate, 'N-1');
    expect(geometry.type).toBe('MultiPolygon');
    expect(geometry.coordinates.map((part) => part.length)).toEqual([2, 1]);
    expect(areaOf(geometry)).toBeCloseTo(10_000 - 100 + 100, -2);
  });

  it('says which plot has too few points', async () => {
    const text = '地块编号,点号,X,Y\nN-1,J1,3523000,509000\nN-1,J2,3523000,509010\n';
    expect((await read(text, '界址点.csv', CHOICE)).diagnostics).toContainEqual(
      expect.objectContaining({ code: 'boundary-too-short', feature: 'N-1', data: { count: 2 } }),
    );
  });
});

describe('a boundary-point result file', () => {
  const HEAD = [
    '[属性描述]',
    '坐标系=2000国家大地坐标系',
    '几度分带=3',
    '投影类型=高斯克吕格',
    '计量单位=米',
    '带号=39',
    '[地块坐标]',
  ];
  const lines = (label: number, ring: number, points: [number, number][]) =>
    [...points, points[0] ?? [0, 0]].map(
      ([x, y], index) => `J${label + (index % points.length)},${ring},${x.toFixed(3)},${y.toFixed(3)}`,
    );

  it('is read with its system, its attributes and its holes, X to the north', async () => {
    const body = [
      '10,0.99,N-1,一号地块,面,I50,工业用地,,@',
      ...lines(1, 1, corners(300, 0, 100, 100)),
      ...lines(5, 2, corners(320, 20, 10, 10)),
      '5,0.5,N-2,二号地块,面,I50,工业用地,0601,@',
      ...lines(9, 1, corners(300, 110, 100, 50)),
    ];
    const { candidate, sources, diagnostics } = await read([...HEAD, ...body].join('\r\n'), '界址点.txt', {
      '界址点.txt': { layer: 'plots' },
    });
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(sources[0]).toMatchObject({
      format: 'boundary-points',
      coordinates: { crs: 'EPSG:4548', how: 'declared', swapped: false },
    });
    const first = plotOf(candidate, 'N-1');
    expect(first.properties).toMatchObject({ name: '一号地块', netAreaSquareMetres: 9900 });
    expect(first.geometry.coordinates).toHaveLength(2);
    expect(areaOf(first.geometry)).toBeCloseTo(9900, -2);
    expect(plotOf(candidate, 'N-2').properties).toMatchObject({ 地类编码: '0601' });
  });

  it('takes the zone from eastings that carry it, and says what is broken', async () => {
    const wide = corners(300, 0, 100, 100).map(([x, y]): [number, number] => [x, y + 39_000_000]);
    const body = ['7,1,N-1,,面,,,,@', ...lines(1, 1, wide), '5,1,N-2,,面,,,,@', 'J1,1,3523000,abc'];
    const { sources, diagnostics } = await read([...HEAD, ...body].join('\n'), '界址点.txt');
    expect(sources[0]?.coordinates?.crs).toBe('EPSG:4527');
    expect(diagnostics).toContainEqual(
      expect.objectContaining({ code: 'boundary-count-differs', feature: 'N-1', data: { count: 5, expectedCount: 7 } }),
    );
    expect(diagnostics).toContainEqual(
      expect.objectContaining({ code: 'boundary-line-broken', feature: 'N-2', pointer: '/line/15' }),
    );
  });
});

describe.skipIf(!HAS_GDAL)('a CSV with shapes that GDAL wrote (needs ogr2ogr)', () => {
  it('brings the plots that ship back where they were', async () => {
    const full = readFolderPlan('data/geojson');
    const gdal = new GdalFolder(full);
    try {
      const options = ['-f', 'CSV', '-lco', 'GEOMETRY=AS_WKT', '-lco', 'SEPARATOR=SEMICOLON'];
      const files = gdal.convert('plots.csv', options, ['plots']);
      const { candidate, sources } = await readUpdate(full, files, 'replace', { choices: {} });
      expect(sources.map(({ layer, featureCount }) => [layer, featureCount])).toEqual([
        ['plots', full.layers.plots.length],
      ]);
      for (const { id, geometry } of full.layers.plots) {
        const own = areaOf(plotOf(candidate, id).geometry);
        expect(Math.abs(own - areaOf(geometry)), id).toBeLessThan(0.01);
      }
    } finally {
      gdal.remove();
    }
  });
});
