import { describe, expect, it } from 'vitest';
import { createProjection, measureEllipsoidAreaSquareMetres } from '../../../src/core/measure/index.ts';
import { plainLine, plainLines } from '../../../src/core/read/formats/dxf/drawing_text.ts';
import { openFiles } from '../../../src/core/read/open/open_files.ts';
import { readUpdate } from '../../../src/core/read/read_update.ts';
import type { ChoicesBySource } from '../../../src/core/read/types.ts';
import { type DrawnRing, type DrawnRow, formatFile, rowsOf } from '../../support/dxf_drawing.ts';
import { planOf, plot, rectangle } from '../../support/sample_plan.ts';

async function open(content: Uint8Array | string, choices: ChoicesBySource = {}) {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const { sources, logs } = await openFiles([{ name: 'a.dxf', bytes }], choices);
  return { sources, diagnostics: logs.flatMap((log) => log.list()) };
}

function areaOf([x0, y0]: [number, number], ring: DrawnRing): number {
  let twice = 0;
  for (const [index, [x, y]] of ring.entries()) {
    const [px, py] = ring[index - 1] ?? [x0, y0];
    twice += (px - x0) * (y - y0) - (x - x0) * (py - y0);
  }
  return Math.abs(twice / 2);
}
function areaOfRow({ geometry }: DrawnRow): number {
  const [outer = [], ...holes] = geometry.coordinates;
  const origin = outer[0] ?? [0, 0];
  return areaOf(origin, outer) - holes.reduce((sum, hole) => sum + areaOf(origin, hole), 0);
}

/** A drawing of these entities; every line of a template string is a code or a value. */
const drawing = (entities: string, header = '', blocks = '') =>
  [
    '0\nSECTION\n2\nHEADER',
    header,
    '0\nENDSEC',
    blocks === '' ? '' : `0\nSECTION\n2\nBLOCKS\n${blocks}\n0\nENDSEC`,
    `0\nSECTION\n2\nENTITIES\n${entities}\n0\nENDSEC\n0\nEOF\n`,
  ]
    .filter((part) => part !== '')
    .join('\n');
const square = (layer: string, x: number, y: number, size: number, handle: string) =>
  `0\nLWPOLYLINE\n5\n${handle}\n8\n${layer}\n90\n4\n70\n1\n${[
    [x, y],
    [x + size, y],
    [x + size, y + size],
    [x, y + size],
  ]
    .map(([px, py]) => `10\n${px}\n20\n${py}`)
    .join('\n')}`;
const text = (layer: string, x: number, y: number, content: string) =>
  `0\nTEXT\n8\n${layer}\n10\n${x}\n20\n${y}\n40\n2\n1\n${content}`;
const E = 508_956;
const N = 3_523_446;

describe('shapes ezdxf wrote', () => {
  // The fixtures name each layer after the area its shape must have by its formula.
  it.each(['drawing-shapes.dxf', 'drawing-shapes-binary.dxf'])('have the areas they should: %s', async (name) => {
    const { sources, diagnostics } = await open(formatFile(name));
    expect(diagnostics.map(({ code }) => code)).toEqual(['dxf-unit-scaled']);
    const areas = new Map<string, { expected: number; found: number; perimeter: number }>();
    for (const source of sources)
      for (const row of rowsOf(source)) {
        if (row.geometry.type !== 'Polygon') continue;
        const [kind = '', expected = ''] = source.name.slice('a.dxf/'.length).split(' ');
        const earlier = areas.get(kind)?.found ?? 0;
        const perimeter = row.geometry.coordinates.flat().length;
        areas.set(kind, { expected: Number(expected), found: earlier + areaOfRow(row), perimeter });
      }
    expect([...areas.keys()]).toEqual([
      ...['circle', 'ellipse', 'bulges', 'heavy', 'mirrored', 'edges', 'clockwise', 'spline', 'island', 'nested'],
      'solid',
    ]);
    // Chords within a millimetre of arcs of at most 320 m: less than 0.32 m².
    for (const { expected, found } of areas.values()) expect(Math.abs(found - expected)).toBeLessThan(0.32);
  });

  it('keep open arcs, splines and points what they are', async () => {
    const { sources } = await open(formatFile('drawing-shapes.dxf'));
    const kindOf = (layer: string) =>
      rowsOf(sources.find(({ name }) => name === `a.dxf/${layer}`)).map(({ geometry }) => geometry.type);
    expect(kindOf('arc')).toEqual(['LineString']);
    expect(kindOf('open spline')).toEqual(['LineString']);
    expect(kindOf('point')).toEqual(['Point']);
  });

  it('seen from below run the other way: they lie where they were drawn', async () => {
    const { sources } = await open(formatFile('drawing-shapes.dxf'));
    const [mirrored] = rowsOf(sources.find(({ name }) => name.startsWith('a.dxf/mirrored')));
    expect(mirrored?.geometry.coordinates[0]?.[0]).toEqual([E + 700, N]);
    const [nested] = rowsOf(sources.find(({ name }) => name.startsWith('a.dxf/nested')));
    const xs = nested?.geometry.coordinates[0]?.map(([x]) => x) ?? [];
    // The inner circle from 0 to 20, twice as long and turned by 30°.
    expect((Math.min(...xs) + Math.max(...xs)) / 2 - E).toBeCloseTo(1800 + 20 * Math.cos(Math.PI / 6), 2);
  });

  it('are placed in metres: millimetres are scaled', async () => {
    const { sources } = await open(formatFile('drawing-shapes.dxf'));
    const point = rowsOf(sources.find(({ name }) => name === 'a.dxf/point'))[0]?.geometry.coordinates as unknown;
    expect(point).toEqual([E + 2300, N]);
    expect(sources[0]?.declaredCrs).toMatchObject({ kind: 'drawing-unit', text: expect.stringContaining('mm') });
  });
});

describe('a control plan as a planning office draws it (GBK, a template in millimetres)', () => {
  const projection = createProjection('EPSG:4548');
  const present = planOf({ plots: [plot('A-00', rectangle(0, 500, 10, 10))] });
  const read = (choices: ChoicesBySource = {}) =>
    readUpdate(present, [{ name: 'a.dxf', bytes: formatFile('drawing-plan.dxf') }], 'replace', { choices });

  it('asks once where it lies, and becomes a candidate with one answer', async () => {
    const asked = await read();
    expect(asked.candidate).toBeUndefined();
    expect(asked.unplaced).toHaveLength(1);
    expect(asked.diagnostics.filter(({ code }) => code === 'crs-ambiguous')).toHaveLength(1);
    const [leading = ''] = asked.unplaced;
    const { candidate, sources, layers } = await read({ [leading]: { crs: 'EPSG:4548' } });
    expect(layers).toEqual(['roads', 'plots', 'buildings']);
    expect(sources.map(({ name, layer, omitted }) => [name.slice(6), layer ?? omitted])).toEqual([
      ['用地-M1', 'plots'],
      ['用地-R2', 'plots'],
      ['用地-B1', 'plots'],
      ['用地-B1 (line)', 'untold'],
      ['文字标注', 'untold'],
      ['建筑', 'buildings'],
      ['道路中心线', 'roads'],
      ['规划范围', 'untold'],
      ['图框', 'untold'],
      ['现状地形', 'hidden'],
    ]);
    const plots = new Map(candidate?.layers.plots.map((one) => [one.id, one.properties]));
    expect([...plots.keys()].sort()).toEqual(['A-01-01', 'A-01-02', 'A-01-03', 'A-01-04']);
    expect(plots.get('A-01-01')).toMatchObject({
      landUseCode: 'R2',
      farMax: 2.5,
      heightMaxMetres: 24,
      greenRatioMinPercent: 35,
      cadLayer: '用地-R2',
    });
    expect(plots.get('A-01-02')).toMatchObject({
      landUseCode: 'B1',
      farMax: 3,
      densityMaxPercent: 40,
      cadText: '商业综合体',
    });
    expect(plots.get('A-01-03')).toMatchObject({ landUseCode: 'M1', farMax: 1.2, densityMaxPercent: 45 });
    expect(candidate?.layers.buildings).toHaveLength(5);
    expect(candidate?.layers.buildings.find(({ properties }) => properties.floors === 18)).toBeDefined();
  });

  it('has the areas that were drawn, the pond cut out and the corner round', async () => {
    const [leading = ''] = (await read()).unplaced;
    const { candidate } = await read({ [leading]: { crs: 'EPSG:4548' } });
    const areaOfPlot = (id: string) => {
      const geometry = candidate?.layers.plots.find((one) => one.id === id)?.geometry;
      const rings = geometry?.type === 'Polygon' ? geometry.coordinates : [];
      const plane = rings.map((ring) => ring.map((at) => projection?.forward(at) as [number, number]));
      return areaOfRow({ id, properties: {}, geometry: { type: 'Polygon', coordinates: plane } });
    };
    expect(areaOfPlot('A-01-01')).toBeCloseTo(8000, 2);
    expect(Math.abs(areaOfPlot('A-01-02') - (8000 - 400 + Math.PI * 100))).toBeLessThan(0.04);
    expect(areaOfPlot('A-01-03')).toBeCloseTo(8000, 2);
    expect(areaOfPlot('A-01-04')).toBeCloseTo(7600, 2);
    const building = candidate?.layers.buildings[0];
    if (building) expect(Math.abs(measureEllipsoidAreaSquareMetres(building.geometry) - 200)).toBeLessThan(0.1);
  });

  it('says what was odd about it', async () => {
    const { diagnostics } = await read();
    const byCode = new Map(diagnostics.map((one) => [one.code, one]));
    expect(byCode.get('dxf-unit-contradicted')?.data).toEqual({ unit: 'mm' });
    expect(byCode.get('dxf-outline-open')?.data).toEqual({ found: '用地-B1', gap: 0.5 });
    expect(byCode.get('dxf-repeats')?.data).toEqual({ count: 1 });
    expect(byCode.get('dxf-texts-read')?.data).toMatchObject({ numbered: 4 });
    expect(byCode.get('parts-left-out')?.data).toMatchObject({ count: 5 });
  });
});

describe('what GDAL wrote as DXF', () => {
  it('is the plan’s plots within a millimetre, told by the layer, in degrees of their own system', async () => {
    const { features } = JSON.parse(new TextDecoder().decode(formatFile('containers-plots.geojson')));
    const present = planOf({
      plots: features.map((one: DrawnRow) => plot(one.properties.id as string, one.geometry as never)),
    });
    const { candidate, diagnostics } = await readUpdate(
      present,
      [{ name: 'a.dxf', bytes: formatFile('drawings-ogr.dxf') }],
      'replace',
    );
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    const projection = createProjection('EPSG:4548');
    for (const [index, row] of (candidate?.layers.plots ?? []).entries())
      for (const [at, position] of (row.geometry.coordinates[0] as number[][]).entries()) {
        const ring = features[index].geometry.coordinates[0];
        // GDAL does not repeat the first point, and turns the ring as it likes.
        const place = projection?.forward(position) as number[];
        const nearest = Math.min(
          ...ring.map((other: number[]) => {
            const [x = 0, y = 0] = projection?.forward(other) ?? [];
            return Math.hypot(x - (place[0] ?? 0), y - (place[1] ?? 0));
          }),
        );
        expect(nearest, `${row.id} ${at}`).toBeLessThan(0.001);
      }
    expect(candidate?.layers.plots).toHaveLength(8);
  });
});

describe('lettering', () => {
  it('is read without format codes', () => {
    expect(
      plainLines('{\\fSimSun|b0|i0;\\H2.5x;A-01}\\P\\C1;R2\\~\\S1^2;\\P\\pxqc;\\U+5BB9\\U+79EF\\U+7387 2.5'),
    ).toEqual(['A-01', 'R2 1/2', '容积率 2.5']);
    expect(plainLine('%%uA-01%%u %%d %%c %%p \\M+5B5D8')).toBe('A-01 ° Ø ± 地');
    expect(plainLines('a\\')).toEqual(['a']);
  });

  it('belongs to the smallest outline of each layer, and a frame around many plots gets no number', async () => {
    const { sources } = await open(
      drawing(
        [
          square('地块', E + 240, N + 60, 30, 'A4'),
          square('地块', E, N, 100, 'A1'),
          square('地块', E + 200, N, 100, 'A2'),
          square('范围', E - 50, N - 50, 500, 'A3'),
          text('字', E + 20, N + 50, 'A-01'),
          text('字', E + 220, N + 50, 'A-02'),
          text('字', E + 250, N + 70, 'A-03'),
          text('字', E + 220, N + 30, '保留'),
          text('字', E + 220, N + 20, '限高24米'),
        ].join('\n'),
        '9\n$INSUNITS\n70\n6',
      ),
    );
    expect(sources.map(({ name }) => name)).toEqual(['a.dxf/地块', 'a.dxf/范围']);
    expect(rowsOf(sources[0]).map(({ properties }) => [properties.地块编号, properties.cadText])).toEqual([
      ['A-03', undefined],
      ['A-01', undefined],
      ['A-02', '保留'],
    ]);
    expect(rowsOf(sources[0])[2]?.properties.限高).toBe('24米');
    // Neither a number nor the height of one of the plots.
    expect(rowsOf(sources[1])[0]?.properties).toEqual({ cadLayer: '范围', cadText: expect.stringContaining('A-01') });
  });

  it('that contradicts itself is told and not used', async () => {
    const { sources, diagnostics } = await open(
      drawing(
        [
          square('地块', E, N, 100, 'A1'),
          square('地块', E + 200, N, 100, 'A2'),
          text('字', E + 20, N + 50, 'A-01'),
          text('字', E + 20, N + 40, '容积率:2.5'),
          text('字', E + 20, N + 30, '容积率:3.5'),
          text('字', E + 220, N + 50, 'A-02'),
          text('字', E + 220, N + 40, 'A-03'),
        ].join('\n'),
      ),
    );
    expect(rowsOf(sources[0]).map(({ properties }) => properties)).toEqual([
      { 地块编号: 'A-01', cadLayer: '地块', cadText: '容积率 2.5 | 容积率 3.5' },
      { cadLayer: '地块', cadText: 'A-02 | A-03' },
    ]);
    expect(diagnostics.map(({ code, data }) => [code, data.values ?? data.numbers])).toEqual(
      expect.arrayContaining([
        ['dxf-values-several', ['2.5', '3.5']],
        ['dxf-numbers-several', ['A-02', 'A-03']],
      ]),
    );
  });

  it('such as B1 is a land use only where it cannot be a name', async () => {
    const two = (first: string, second: string) =>
      drawing(
        [
          square('地块', E, N, 100, 'A1'),
          square('地块', E + 200, N, 100, 'A2'),
          text('字', E + 20, N + 50, first),
          text('字', E + 220, N + 50, second),
        ].join('\n'),
      );
    const codes = async (first: string, second: string) =>
      rowsOf((await open(two(first, second))).sources[0]).map(({ properties }) => properties.用地代码);
    expect(await codes('B1', 'B1')).toEqual(['B1', 'B1']);
    expect(await codes('B1', 'B2')).toEqual([undefined, undefined]);
  });

  it('is UTF-8 from AutoCAD 2007 on, and in the encoding a person chose', async () => {
    const plain = drawing(square('地块', E, N, 100, 'A1'), '9\n$ACADVER\n1\nAC1021');
    expect((await open(plain)).sources[0]?.name).toBe('a.dxf/地块');
    const western = Uint8Array.from(drawing(square('\u00e9\u00e9', E, N, 100, 'A1')), (sign) => sign.charCodeAt(0));
    expect((await open(western, { 'a.dxf/x': { encoding: 'windows-1252' } })).sources[0]?.name).toBe('a.dxf/éé');
  });
});

describe('an outline that is drawn twice', () => {
  const hatch = (layer: string, x: number, y: number, size: number, handle: string) =>
    `0\nHATCH\n5\n${handle}\n8\n${layer}\n10\n0\n20\n0\n91\n1\n92\n2\n72\n0\n73\n1\n93\n4\n${[
      [x, y],
      [x + size, y],
      [x + size, y + size],
      [x, y + size],
    ]
      .map(([px, py]) => `10\n${px}\n20\n${py}`)
      .join('\n')}\n75\n0`;
  const layersOf = async (...entities: string[]) =>
    (await open(drawing(entities.join('\n')))).sources.map(({ name, features }) => [name.slice(6), features.length]);

  it('stays on the layer that says more: its land use, then its name', async () => {
    const boundary = [square('地块边界', E, N, 100, 'A1'), square('地块边界', E + 200, N, 100, 'A2')];
    expect(await layersOf(...boundary, hatch('用地-R2', E, N, 100, 'B1'))).toEqual([
      ['地块边界', 1],
      ['用地-R2', 1],
    ]);
    expect(await layersOf(hatch('填充', E, N, 100, 'B1'), ...boundary)).toEqual([['地块边界', 2]]);
    expect(await layersOf(...boundary, square('用地-R2', E, N, 100, 'B1'))).toEqual([
      ['地块边界', 1],
      ['用地-R2', 1],
    ]);
  });

  it('is two things where the layers are two of the plan’s, or nothing says what they are', async () => {
    const twice = [
      ['一期范围', '二期范围'],
      ['重点区', '建设分期'],
      ['地块', '绿地'],
    ] as const;
    for (const [first, second] of twice)
      expect(await layersOf(square(first, E, N, 100, 'A1'), square(second, E, N, 100, 'B1'))).toHaveLength(2);
    expect(await layersOf(square('地块', E, N, 100, 'A1'), hatch('绿地', E, N, 100, 'B1'))).toHaveLength(2);
  });

  it('with the same number on two layers is asked about by naming both', async () => {
    const content = drawing(
      [
        square('地块甲', E, N, 100, 'A1'),
        square('地块乙', E + 1, N, 100, 'B1'),
        text('字', E + 20, N + 50, 'A-01'),
      ].join('\n'),
    );
    const files = [{ name: 'a.dxf', bytes: new TextEncoder().encode(content) }];
    const crs = { crs: 'EPSG:4548' };
    const both = { 'a.dxf/地块甲': crs, 'a.dxf/地块乙': crs };
    const { diagnostics, candidate } = await readUpdate(planOf({}), files, 'replace', { choices: both });
    expect(diagnostics).toContainEqual(
      expect.objectContaining({ code: 'id-in-two-parts', data: { parts: ['a.dxf/地块甲', 'a.dxf/地块乙'] } }),
    );
    expect(candidate).toBeUndefined();
    const one = { ...both, 'a.dxf/地块乙': { omitted: true } };
    expect((await readUpdate(planOf({}), files, 'replace', { choices: one })).candidate?.layers.plots).toHaveLength(1);
  });
});

describe('a drawing’s unit', () => {
  const at = (factor: number, unit?: number) =>
    drawing(
      square('地块', E * factor, N * factor, 100 * factor, 'A1'),
      unit === undefined ? '' : `9\n$INSUNITS\n70\n${unit}`,
    );
  const east = async (content: string) =>
    rowsOf((await open(content)).sources[0])[0]?.geometry.coordinates[0]?.[0]?.[0];
  const codes = async (content: string) => (await open(content)).diagnostics.map(({ code }) => code);

  it('is held against the coordinates', async () => {
    expect([await east(at(1)), await codes(at(1))]).toEqual([E, []]);
    expect([await east(at(1, 6)), await codes(at(1, 6))]).toEqual([E, []]);
    expect([await east(at(1, 4)), await codes(at(1, 4))]).toEqual([E, ['dxf-unit-contradicted']]);
    expect([await east(at(1, 1)), await codes(at(1, 1))]).toEqual([E, ['dxf-unit-contradicted']]);
    expect(await codes(at(1000, 4))).toEqual(['dxf-unit-scaled']);
    expect(await east(at(1000, 4))).toBeCloseTo(E, 6);
    expect(await codes(at(1000))).toEqual(['dxf-unit-recognised']);
    expect(await east(at(1000))).toBeCloseTo(E, 6);
  });

  it('in feet or inches is refused where the coordinates do not say metres', async () => {
    const { sources, diagnostics } = await open(drawing(square('地块', 1000, 2000, 300, 'A1'), '9\n$INSUNITS\n70\n2'));
    expect(sources).toEqual([]);
    expect(diagnostics).toMatchObject([{ code: 'dxf-unit-imperial', severity: 'error', data: { unit: 'ft' } }]);
  });
});

describe('what is not read', () => {
  it('is counted: solids, regions, meshes and proxies as trouble, dimensions as a note', async () => {
    const solid = (type: string) => `0\n${type}\n8\n0`;
    const { diagnostics } = await open(
      drawing(
        [
          square('地块', E, N, 100, 'A1'),
          ...['3DSOLID', 'REGION', 'REGION', 'ACAD_PROXY_ENTITY', 'DIMENSION'].map(solid),
        ].join('\n'),
      ),
    );
    expect(diagnostics).toMatchObject([
      { code: 'dxf-layout-not-read', severity: 'info', data: { count: 1 } },
      { code: 'dxf-not-read', severity: 'warning', data: { count: 4, types: expect.arrayContaining(['REGION × 2']) } },
    ]);
  });

  it('is named where it lies in another drawing', async () => {
    const { diagnostics } = await open(
      drawing(
        `${square('地块', E, N, 100, 'A1')}\n0\nINSERT\n8\n0\n2\n底图\n10\n0\n20\n0`,
        '',
        '0\nBLOCK\n8\n0\n2\n底图\n70\n4\n10\n0\n20\n0\n1\nbase.dwg\n0\nENDBLK',
      ),
    );
    expect(diagnostics).toMatchObject([{ code: 'dxf-external', data: { drawings: ['底图'] } }]);
  });

  it.each([
    ['AC1032', 'AutoCAD 2018'],
    ['AC1099', 'AC1099'],
  ])('is a DWG: it is told how to save it (%s)', async (start, found) => {
    const { sources, diagnostics } = await open(`${start}\u0000\u0000`);
    expect([sources, diagnostics]).toMatchObject([[], [{ code: 'dwg-not-read', data: { found } }]]);
  });

  it('is a drawing that breaks off, is damaged or empty', async () => {
    const whole = drawing(square('地块', E, N, 100, 'A1'));
    const codes = async (content: string) => (await open(content)).diagnostics.map(({ code }) => code);
    expect(await codes(whole.slice(0, -30))).toEqual(['dxf-cut']);
    expect(await codes(whole.replace('\n90\n4\n', '\nninety\n4\n'))).toEqual(['dxf-broken']);
    expect(await codes(drawing(''))).toEqual(['dxf-empty']);
  });

  it('is a block that holds itself, or arrays that unfold without end', async () => {
    const inserts = (name: string) => `0\nINSERT\n8\n0\n2\n${name}\n10\n0\n20\n0\n70\n9999\n71\n9999\n44\n1\n45\n1`;
    const block = (name: string, inside: string) => `0\nBLOCK\n2\n${name}\n10\n0\n20\n0\n${inside}\n0\nENDBLK`;
    const self = drawing(inserts('X'), '', block('X', inserts('X')));
    const started = performance.now();
    expect((await open(self)).diagnostics.map(({ code }) => code)).toEqual(['dxf-too-large']);
    const nested = drawing(inserts('X'), '', `${block('X', inserts('Y'))}\n${block('Y', square('0', 0, 0, 1, 'B'))}`);
    expect((await open(nested)).diagnostics.map(({ code }) => code)).toEqual(['dxf-too-large']);
    expect(performance.now() - started).toBeLessThan(20_000);
  });
});
