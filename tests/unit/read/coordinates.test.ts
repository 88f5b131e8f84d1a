import { describe, expect, test } from 'vitest';
import { measureEllipsoidDistanceMetres } from '../../../src/core/measure/index.ts';
import { toBd09, toGcj02, undoShift } from '../../../src/core/read/coordinates/map_shift.ts';
import { parseDeclared } from '../../../src/core/read/coordinates/parse_declared.ts';
import { choosableSystems, systemOf } from '../../../src/core/read/coordinates/systems.ts';
import {
  type Degrees,
  exported,
  farthestMetres,
  named,
  PLAN,
  project,
  readPlots as read,
  redrawn,
} from '../../support/exported_plots.ts';
import { planOf } from '../../support/sample_plan.ts';

describe('coordinates that are declared', () => {
  test.each([
    ['EPSG:4527', 'urn:ogc:def:crs:EPSG::4527'],
    ['EPSG:4548', 'EPSG:4548'],
    ['EPSG:4498', 'http://www.opengis.net/def/crs/EPSG/0/4498'],
    ['EPSG:32650', 'urn:ogc:def:crs:EPSG:6.9:32650'],
  ])('%s come back within a millimetre', async (crs, name) => {
    const { candidate, coordinates, codes } = await read(exported(project(crs), named(name)));
    expect(coordinates).toMatchObject({ state: 'converted', crs, how: 'declared', swapped: false });
    expect(codes).toContain('coordinates-read-declared');
    expect(farthestMetres(candidate)).toBeLessThan(0.001);
  });

  test('northing first, as EPSG has it, are turned', async () => {
    const turned = exported((at) => project('EPSG:4527')(at).reverse(), named('EPSG:4527'));
    const { candidate, coordinates } = await read(turned);
    expect(coordinates).toMatchObject({ crs: 'EPSG:4527', swapped: true });
    expect(farthestMetres(candidate)).toBeLessThan(0.001);
  });

  test('and contradicted by the numbers are told, and judged by them', async () => {
    const { codes, coordinates } = await read(exported(project('EPSG:4527'), named('EPSG:4326')));
    expect(codes).toContain('crs-contradicted');
    expect(coordinates).toMatchObject({ state: 'converted', crs: 'EPSG:4527', how: 'recognised' });
  });

  test.each([
    [
      'PROJCS["CGCS2000_3_Degree_GK_Zone_39",GEOGCS["GCS_China_Geodetic_Coordinate_System_2000",DATUM["D_China_2000",SPHEROID["CGCS2000",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Gauss_Kruger"],PARAMETER["False_Easting",39500000.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",117.0],PARAMETER["Scale_Factor",1.0],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]',
      'EPSG:4527',
    ],
    [
      'PROJCS["CGCS2000_3_Degree_GK_CM_117E",GEOGCS["GCS_China_Geodetic_Coordinate_System_2000",DATUM["D_China_2000",SPHEROID["CGCS2000",6378137.0,298.257222101]]],PROJECTION["Gauss_Kruger"],PARAMETER["False_Easting",500000.0],PARAMETER["Central_Meridian",117.0],PARAMETER["Scale_Factor",1.0],UNIT["Meter",1.0]]',
      'EPSG:4548',
    ],
    [
      'PROJCS["Xian_1980_3_Degree_GK_Zone_39",GEOGCS["GCS_Xian_1980",DATUM["D_Xian_1980",SPHEROID["Xian_1980",6378140.0,298.257]]],PROJECTION["Gauss_Kruger"],PARAMETER["False_Easting",39500000.0],PARAMETER["Central_Meridian",117.0],PARAMETER["Scale_Factor",1.0],UNIT["Meter",1.0]]',
      'EPSG:2363',
    ],
    [
      'PROJCS["Beijing_1954_3_Degree_GK_CM_117E",GEOGCS["GCS_Beijing_1954",DATUM["D_Beijing_1954",SPHEROID["Krasovsky_1940",6378245.0,298.3]]],PROJECTION["Gauss_Kruger"],PARAMETER["False_Easting",500000.0],PARAMETER["Central_Meridian",117.0],PARAMETER["Scale_Factor",1.0],UNIT["Meter",1.0]]',
      'EPSG:2436',
    ],
    [
      'PROJCS["WGS_1984_UTM_Zone_50N",GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]]],PROJECTION["Transverse_Mercator"],PARAMETER["False_Easting",500000.0],PARAMETER["Central_Meridian",117.0],PARAMETER["Scale_Factor",0.9996],UNIT["Meter",1.0]]',
      'EPSG:32650',
    ],
    [
      'GEOGCS["GCS_China_Geodetic_Coordinate_System_2000",DATUM["D_China_2000",SPHEROID["CGCS2000",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]',
      'EPSG:4490',
    ],
    [
      'PROJCS["NAD_1983_StatePlane_Texas",PROJECTION["Lambert_Conformal_Conic"],UNIT["Foot_US",0.3048006096]]',
      'unknown',
    ],
  ])('as well-known text are understood by datum and parameters (%#)', (text, crs) => {
    expect(parseDeclared({ text, kind: 'wkt' })).toBe(crs);
  });
});

test.each([
  ['a false northing', 'PARAMETER["False_Northing",10000.0]'],
  ['another scale', 'PARAMETER["Scale_Factor",0.99995]'],
  ['another origin', 'PARAMETER["Latitude_Of_Origin",30.0]'],
])('a plane with %s is none of the listed ones, whatever its name', (_, parameter) => {
  const text = `PROJCS["CGCS2000_3_Degree_GK_CM_117E",GEOGCS["GCS_China_Geodetic_Coordinate_System_2000",DATUM["D_China_2000",SPHEROID["CGCS2000",6378137.0,298.257222101]]],PROJECTION["Gauss_Kruger"],PARAMETER["False_Easting",500000.0],PARAMETER["Central_Meridian",117.0],${parameter},UNIT["Meter",1.0]]`;
  expect(parseDeclared({ text, kind: 'wkt' })).toBe('unknown');
});

test('a broken position among projected ones is an error, not a place off the globe', async () => {
  let isFirst = true;
  const broken = exported((at) => {
    const place = isFirst ? [1e300, 0] : project('EPSG:4527')(at);
    isFirst = false;
    return place;
  }, named('EPSG:4527'));
  const { candidate, codes } = await read(broken);
  expect(candidate).toBeUndefined();
  expect(codes).toContain('coordinates-out-of-range');
});

describe('coordinates that nobody declares', () => {
  test.each(['EPSG:4527', 'EPSG:4498'])('with the zone before the easting are recognised: %s', async (crs) => {
    const { candidate, coordinates } = await read(exported(project(crs), {}, (id) => `new-${id}`));
    expect(coordinates).toMatchObject({ state: 'converted', crs, how: 'recognised' });
    expect(candidate?.layers.plots).toHaveLength(PLAN.layers.plots.length);
  });

  test('of a plane that may be Gauss–Krüger or UTM are asked for, with outlines and distances, and nothing is read', async () => {
    const { candidate, coordinates, unplaced, codes } = await read(
      exported(redrawn(project('EPSG:4548')), {}, (id) => `new-${id}`),
    );
    expect(coordinates?.state).toBe('asked');
    expect(unplaced).toEqual(['plots.geojson']);
    expect(codes).toContain('crs-ambiguous');
    expect(coordinates?.candidates.map(({ crs }) => crs)).toEqual(expect.arrayContaining(['EPSG:4548', 'EPSG:32650']));
    expect(coordinates?.candidates[0]?.outline.type).toBe('Polygon');
    const [first, second] = coordinates?.candidates ?? [];
    expect([first?.crs, first?.onPlanShare]).toEqual(['EPSG:4548', 1]);
    expect(second?.onPlanShare).toBeLessThan(0.5);
    expect(candidate).toBeUndefined();
  });

  test('of features the plan has too are settled by these', async () => {
    const { candidate, coordinates } = await read(exported(project('EPSG:4548')));
    expect(coordinates).toMatchObject({ crs: 'EPSG:4548', how: 'recognised' });
    expect(coordinates?.candidates.find(({ crs }) => crs === 'EPSG:32650')?.northMetres).toBeGreaterThan(1000);
    expect(farthestMetres(candidate)).toBeLessThan(0.001);
  });

  test('and latitude first are turned', async () => {
    const { candidate, coordinates } = await read(exported(([x, y]) => [y, x]));
    expect(coordinates).toMatchObject({ crs: 'EPSG:4490', swapped: true, how: 'recognised' });
    expect(farthestMetres(candidate)).toBe(0);
  });

  test('of features the plan has under other numbers are settled by their shapes', async () => {
    const { candidate, coordinates } = await read(exported(project('EPSG:4548'), {}, (id) => `new-${id}`));
    expect(coordinates).toMatchObject({ crs: 'EPSG:4548', how: 'recognised' });
    const own = coordinates?.candidates.find(({ crs }) => crs === 'EPSG:4548');
    expect(own).toMatchObject({ matchedBy: 'shape' });
    expect(own?.matchedCount).toBeGreaterThan(100);
    expect(farthestMetres(candidate)).toBeLessThan(0.001);
  });

  test('of no known system are refused where nothing tells how they lie', async () => {
    const { candidate, codes } = await read(
      exported(
        redrawn((at) => project('EPSG:4548')(at).map((metres) => metres % 10_000)),
        {},
        (id) => `new-${id}`,
      ),
    );
    expect(candidate).toBeUndefined();
    expect(codes).toContain('coordinates-out-of-range');
  });

  test('name the older systems whose numbers look the same', async () => {
    const { coordinates } = await read(exported(project('EPSG:4548')));
    expect(coordinates?.candidates.find(({ crs }) => crs === 'EPSG:4548')?.lookAlikes).toEqual([
      'EPSG:2384',
      'EPSG:2436',
    ]);
  });

  test('are what a person says they are', async () => {
    const input = exported(project('EPSG:4548'), {}, (id) => `new-${id}`);
    const { coordinates, candidate, codes } = await read(input, { crs: 'EPSG:2436' }, planOf({}));
    expect(coordinates).toMatchObject({ crs: 'EPSG:2436', how: 'chosen' });
    expect(codes).toContain('datum-not-shifted');
    expect(candidate).toBeDefined();
  });
});

describe('coordinates of a map service', () => {
  test.each([
    ['GCJ-02', toGcj02],
    ['BD-09', toBd09],
  ] as const)('%s are proposed with their evidence, and corrected only on consent', async (crs, shift) => {
    const input = exported(shift);
    const asIs = await read(input);
    expect(asIs.coordinates?.proposal).toMatchObject({ crs, matchedCount: PLAN.layers.plots.length });
    const { proposal } = asIs.coordinates ?? {};
    expect(proposal?.kind === 'map-shift' && proposal.spreadMetres).toBeLessThan(30);
    expect(farthestMetres(asIs.candidate)).toBeGreaterThan(500);
    const corrected = await read(input, { crs });
    expect(farthestMetres(corrected.candidate)).toBeLessThan(0.001);
  });

  test('lie off as far here as others measured: 531 m E and 204 m S, 1,142 m E and 488 m N', () => {
    const here: Degrees = [117.1, 31.83];
    for (const [shift, east, north] of [
      [toGcj02, 531, -204],
      [toBd09, 1142, 488],
    ] as const) {
      const there = shift(here);
      const metresEast = measureEllipsoidDistanceMetres(here, [there[0], here[1]]);
      const metresNorth = Math.sign(there[1] - here[1]) * measureEllipsoidDistanceMetres(here, [here[0], there[1]]);
      expect(Math.hypot(metresEast - east, metresNorth - north)).toBeLessThan(15);
      expect(undoShift(shift, there)[0]).toBeCloseTo(here[0], 10);
    }
  });
});

test('no offered system is one that cannot be read', () => {
  expect(choosableSystems(117.1).filter((id) => !systemOf(id))).toEqual([]);
  expect(choosableSystems(117.1).slice(3, 5)).toEqual(['EPSG:4548', 'EPSG:4527']);
});
