import proj4, { type Converter } from 'proj4';
import { describe, expect, it } from 'vitest';
import { createProjection, nearestProjection, type Projection } from '../../../src/core/measure/index.ts';

function projectionOf(crs: string): Projection {
  const projection = createProjection(crs);
  if (!projection) throw new Error(`${crs} is not known`);
  return projection;
}

function oracleOf(code: number): Converter {
  const gaussKruger = (meridian: number, falseEasting: number) =>
    `+proj=tmerc +lat_0=0 +lon_0=${meridian} +k=1 +x_0=${falseEasting} +y_0=0 +ellps=GRS80 +units=m`;
  // Names and zones as the EPSG dataset lists them.
  if (code <= 4501) return proj4(gaussKruger(75 + (code - 4491) * 6, (code - 4491 + 13) * 1e6 + 5e5));
  if (code <= 4512) return proj4(gaussKruger(75 + (code - 4502) * 6, 5e5));
  if (code <= 4533) return proj4(gaussKruger(75 + (code - 4513) * 3, (code - 4513 + 25) * 1e6 + 5e5));
  if (code <= 4554) return proj4(gaussKruger(75 + (code - 4534) * 3, 5e5));
  return proj4(`+proj=utm +zone=${code - 32600} +ellps=WGS84 +units=m`);
}

const codes = [
  ...Array.from({ length: 4554 - 4491 + 1 }, (_, index) => 4491 + index),
  ...Array.from({ length: 60 }, (_, index) => 32601 + index),
];

describe('projection', () => {
  it('agrees with proj4 to less than a tenth of a millimetre in every zone', () => {
    for (const code of codes) {
      const projection = projectionOf(`EPSG:${code}`);
      const oracle = oracleOf(code);
      for (const [dLongitude, latitude] of [
        [0, 0],
        [0.09, 31.83],
        [-1.5, 18],
        [3, 53.5],
        [-3, 31.8],
      ] as const) {
        const position: [number, number] = [projection.centralMeridianDegrees + dLongitude, latitude];
        const [x, y] = projection.forward(position);
        const [expectedX = 0, expectedY = 0] = oracle.forward(position);
        expect(Math.hypot(x - expectedX, y - expectedY), `EPSG:${code} at ${position}`).toBeLessThan(1e-4);
      }
    }
  });

  // Independent figures for 中安创谷 (117.0946, 31.8340); the place is given to four decimals, so to some metres.
  it.each([
    ['EPSG:4548', 508956, 3523446],
    ['EPSG:4527', 39508956, 3523446],
    ['EPSG:4509', 508956, 3523446],
    ['EPSG:4498', 20508956, 3523446],
    ['EPSG:4547', 793009, 3527618],
    ['EPSG:4549', 224914, 3527123],
    ['EPSG:32650', 508952, 3522037],
  ])('places the community in %s', (crs, easting, northing) => {
    const [x, y] = projectionOf(crs).forward([117.0946, 31.834]);
    expect(Math.abs(x - easting)).toBeLessThan(5);
    expect(Math.abs(y - northing)).toBeLessThan(5);
  });

  it('knows a CRS by the forms old files write it in', () => {
    expect(createProjection('urn:ogc:def:crs:EPSG::4548')?.crs).toBe('EPSG:4548');
    expect(createProjection('epsg:4548 ')?.crs).toBe('EPSG:4548');
  });

  it.each([
    'EPSG:3857',
    'EPSG:4326',
    'EPSG:4490',
    'EPSG:4555',
    'EPSG:32661',
    'EPSG:32600',
    '4548',
    '',
    'EPSG:toString',
  ])('does not pretend to know %j', (crs) => {
    expect(createProjection(crs)).toBeUndefined();
  });

  it('takes the 3° zone in China and the UTM zone elsewhere', () => {
    expect(nearestProjection(117.09).crs).toBe('EPSG:4548');
    expect(nearestProjection(118.6).crs).toBe('EPSG:4549');
    expect(nearestProjection(9.2).crs).toBe('EPSG:32632');
    expect(nearestProjection(180).crs).toBe('EPSG:32660');
    expect(nearestProjection(-180).crs).toBe('EPSG:32601');
  });

  it('gives back what is not a number as not a number', () => {
    expect(projectionOf('EPSG:4548').forward([Number.NaN, 31])[0]).toBeNaN();
    expect(projectionOf('EPSG:4548').forward([])[1]).toBeNaN();
  });
});
