import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createProjection, measureEllipsoidDistanceMetres } from '../../../src/core/measure/index.ts';
import { parseDeclared } from '../../../src/core/read/coordinates/parse_declared.ts';
import { systemOf } from '../../../src/core/read/coordinates/systems.ts';

type Row = [longitude: number, latitude: number, easting: number, northing: number];
const committed = (name: string) =>
  JSON.parse(readFileSync(new URL(`../../data/coordinates/${name}.json`, import.meta.url), 'utf8'));
const FIGURES = committed('figures') as Record<string, Row[]>;
const DECLARATIONS = committed('declarations') as Record<string, Record<string, string>>;

/** The farthest that a system puts PROJ's own figures from where PROJ has them, there and back. */
function farthestMetres(id: string, rows: readonly Row[]): number {
  const system = systemOf(id);
  const projection = createProjection(id);
  return rows.reduce((most, [longitude, latitude, easting, northing]) => {
    const back = system?.toWgs84(easting, northing) ?? [Number.NaN, Number.NaN];
    const there = projection?.forward([longitude, latitude]) ?? [easting, northing];
    const off = [
      measureEllipsoidDistanceMetres(back, [longitude, latitude]),
      Math.hypot(there[0] - easting, there[1] - northing),
    ];
    return Math.max(most, ...off.map((metres) => (Number.isNaN(metres) ? Number.POSITIVE_INFINITY : metres)));
  }, 0);
}

describe('against PROJ', () => {
  test('every plane agrees with PROJ’s committed figures within a millimetre, all over its zone', () => {
    expect(Object.keys(FIGURES).length).toBeGreaterThan(200);
    const off = Object.entries(FIGURES).map(([id, rows]) => [id, farthestMetres(id, rows)] as const);
    expect(off.filter(([, metres]) => metres > 0.001)).toEqual([]);
  });

  test('every plane that is read has committed figures', () => {
    const known = Array.from({ length: 40_000 }, (_, code) => `EPSG:${code}`).filter((id) => createProjection(id));
    const ofChina = known.filter((id) => !/^EPSG:326(?:[0-3]\d|4[0-2]|5[4-9]|60)$/.test(id));
    expect(ofChina.filter((id) => !Object.hasOwn(FIGURES, id))).toEqual([]);
  });

  const hasProj = spawnSync('cs2cs', [], { input: '' }).error === undefined;
  test.skipIf(!hasProj)('PROJ as it is installed agrees too (needs cs2cs: Debian proj-bin)', () => {
    const places = Array.from({ length: 60 }, (_, index): [number, number] => [
      115.6 + (index % 10) * 0.31,
      20 + index * 0.55,
    ]);
    const input = places.map(([longitude, latitude]) => `${latitude} ${longitude}`).join('\n');
    for (const [base, id] of [
      ['EPSG:4490', 'EPSG:4527'],
      ['EPSG:4490', 'EPSG:4548'],
      ['EPSG:4490', 'EPSG:4498'],
      ['EPSG:4610', 'EPSG:2363'],
      ['EPSG:4214', 'EPSG:2436'],
      ['EPSG:4326', 'EPSG:32650'],
    ] as const) {
      const out = execFileSync('cs2cs', ['-f', '%.6f', base, id], { input, encoding: 'utf8' });
      const rows = out
        .trim()
        .split('\n')
        .map((line, index): Row => {
          const [one = 0, other = 0] = line.split(/\s+/).map(Number);
          const place = places[index] ?? [0, 0];
          return id === 'EPSG:32650' ? [...place, one, other] : [...place, other, one];
        });
      expect(rows).toHaveLength(places.length);
      expect([id, farthestMetres(id, rows) < 0.001]).toEqual([id, true]);
    }
  });
});

/** The same numbers under another code: a 6° zone without its number is the 3° zone of the same meridian. */
function sameNumbers(one: string, other: string): boolean {
  const at = (id: string) => createProjection(id)?.inverse([512_345, 3_456_789]).join();
  return one === other || (at(one) !== undefined && at(one) === at(other));
}

describe('declarations as GDAL writes them', () => {
  const cases = Object.entries(DECLARATIONS).flatMap(([id, forms]) =>
    Object.entries(forms).map(([form, text]) => ({ id, form, text })),
  );

  test('mean the system they were written of', () => {
    expect(cases.length).toBeGreaterThan(240);
    const wrong = cases.filter(({ id, form, text }) => {
      const found = parseDeclared({ text, kind: form === 'projjson' ? 'name' : 'wkt' });
      return found === undefined || !sameNumbers(found, id);
    });
    expect(wrong.map(({ id, form }) => `${id} ${form}`)).toEqual([]);
  });

  test('mean it without their codes too, by datum and parameters', () => {
    const bare = cases.filter(({ form }) => form !== 'projjson');
    const wrong = bare.filter(({ id, text }) => {
      const nameless = text
        .replace(/,\s*(?:AUTHORITY|ID)\["EPSG",\s*"?\d+"?\]/g, '')
        .replace(/^(\w+)\["[^"]*"/, '$1["unnamed"');
      const found = parseDeclared({ text: nameless, kind: 'wkt' });
      return found === undefined || !sameNumbers(found, id);
    });
    expect(wrong.map(({ id, form }) => `${id} ${form}`)).toEqual([]);
  });

  test('mean it by their name alone', () => {
    const named = cases.flatMap(({ id, text, form }) => {
      const name = form === 'projjson' ? JSON.parse(text).name : /^\w+\["([^"]*)"/.exec(text)?.[1];
      return [{ id, name: String(name) }];
    });
    const wrong = named.filter(({ id, name }) => {
      const found = parseDeclared({ text: name, kind: 'name' });
      return found === undefined || !sameNumbers(found, id);
    });
    expect(wrong.map(({ id, name }) => `${id} ${name}`)).toEqual([]);
  });
});

test.each([
  ['urn:ogc:def:crs:EPSG::4527', 'EPSG:4527'],
  ['urn:ogc:def:crs:EPSG:6.9:4490', 'EPSG:4490'],
  ['urn:x-ogc:def:crs:EPSG:4527', 'EPSG:4527'],
  ['http://www.opengis.net/def/crs/EPSG/0/4527', 'EPSG:4527'],
  ['https://www.opengis.net/def/crs/EPSG/9.9.1/4548', 'EPSG:4548'],
  ['http://www.opengis.net/gml/srs/epsg.xml#4548', 'EPSG:4548'],
  ['EPSG:4527', 'EPSG:4527'],
  ['epsg:4527', 'EPSG:4527'],
  ['4527', 'EPSG:4527'],
  ['CRS84', 'CRS84'],
  ['OGC:CRS84', 'CRS84'],
  ['urn:ogc:def:crs:OGC:1.3:CRS84', 'CRS84'],
  ['http://www.opengis.net/def/crs/OGC/1.3/CRS84', 'CRS84'],
  ['GCS_China_Geodetic_Coordinate_System_2000', 'EPSG:4490'],
  ['GCS_WGS_1984', 'EPSG:4326'],
  ['CGCS2000_3_Degree_GK_Zone_39', 'EPSG:4527'],
  ['CGCS2000_3_Degree_GK_CM_117E', 'EPSG:4548'],
  ['CGCS_2000_3_Degree_GK_CM_117E', 'EPSG:4548'],
  ['CGCS2000_GK_Zone_20', 'EPSG:4498'],
  ['CGCS2000_GK_CM_117E', 'EPSG:4509'],
  ['Xian_1980_3_Degree_GK_Zone_39', 'EPSG:2363'],
  ['Xian_1980_3_Degree_GK_CM_117E', 'EPSG:2384'],
  ['Xian_1980_GK_Zone_20', 'EPSG:2334'],
  ['Beijing_1954_3_Degree_GK_Zone_39', 'EPSG:2415'],
  ['Beijing_1954_GK_Zone_20', 'EPSG:21420'],
  ['Beijing_1954_GK_Zone_20N', 'EPSG:21460'],
  ['WGS_1984_UTM_Zone_50N', 'EPSG:32650'],
  ['CGCS2000 / UTM zone 50N', 'EPSG:32650'],
  ['WGS 84 / Pseudo-Mercator', 'EPSG:3857'],
  ['CGCS2000 3度带 第39带', 'EPSG:4527'],
  ['2000国家大地坐标系 3度带 中央经线117', 'EPSG:4548'],
  ['西安80 3度带 中央子午线117', 'EPSG:2384'],
  ['Hefei local grid', 'unknown'],
  ['EPSG:99999', 'unknown'],
  ['__proto__', 'unknown'],
  ['{"type":"ProjectedCRS"', 'unknown'],
  ['{"type":"ProjectedCRS","name":"CGCS2000 / 3-degree Gauss-Kruger CM 117E"}', 'EPSG:4548'],
])('the name %s means %s', (text, id) => {
  expect(parseDeclared({ text, kind: 'name' })).toBe(id);
});

test('a compound or bound system is that of its plane', () => {
  const plane = DECLARATIONS['EPSG:4527']?.wkt1 ?? '';
  const compound = `COMPD_CS["with heights",${plane},VERT_CS["Yellow Sea 1985",VERT_DATUM["Yellow Sea 1985",2005],UNIT["metre",1]],AUTHORITY["EPSG","5778"]]`;
  expect(parseDeclared({ text: compound, kind: 'wkt' })).toBe('EPSG:4527');
  const bound = `BOUNDCRS[SOURCECRS[${DECLARATIONS['EPSG:4548']?.wkt2_2019}],TARGETCRS[${DECLARATIONS['EPSG:4326']?.wkt2_2019}]]`;
  expect(parseDeclared({ text: bound, kind: 'wkt' })).toBe('EPSG:4548');
});

test('a plane in feet is none of the listed ones', () => {
  const feet = (DECLARATIONS['EPSG:4548']?.wkt_esri ?? '').replace('UNIT["Meter",1', 'UNIT["Foot",0.3048');
  expect(parseDeclared({ text: feet, kind: 'wkt' })).toBe('unknown');
});
