import { readFileSync } from 'node:fs';
import type { Confidence, Position } from '../../../src/core/plan/types.ts';

/** A figure that somebody published, with where it comes from and how sure it is. */
export interface Fact<T> {
  value: T;
  /** Id of a source of the manifest. */
  source: string;
  confidence: Confidence;
}
const fact = <T>(value: T, source: string, confidence: Confidence): Fact<T> => ({ value, source, confidence });

export const MEASURING_CRS = 'EPSG:4548';

export const COMMUNITY = {
  /** About 5 km², gross: roads and green included. */
  grossAreaSquareMetres: fact(5_000_000, 'hitech-report', 'H'),
  phaseCount: fact(6, 'hitech-report', 'H'),
  people: fact(50_000, 'hitech-report', 'H'),
  companies: fact(2_000, 'hitech-report', 'H'),
};

export const PHASE_1_OPENS = fact('2020-04', 'hitech-report', 'H');

/** W of 火龙地路, N of 望江西路, E of 孔雀台路, S of 云飞路. */
export const PHASE_2 = {
  opens: fact('2023-02', 'hitech-report', 'H'),
  netSiteAreaSquareMetres: fact(192_700, 'phase-reports', 'H'),
  far: fact(1.82, 'phase-reports', 'H'),
  greenRatioPercent: fact(35, 'phase-reports', 'H'),
  gfaSquareMetres: fact(350_700, 'phase-reports', 'H'),
};

export const PHASE_3_TOWER_HEIGHT_METRES = fact(99.65, 'phase-reports', 'M');

/** 1 亩 is 2000/3 m². */
const MU = 2000 / 3;
export const BOYAN_LAKE = {
  centre: fact<Position>([117.129, 31.806], 'places', 'L'),
  waterSquareMetres: fact(533_000, 'lakes', 'L'),
  parkSquareMetres: fact(1_590_000, 'lakes', 'M'),
};
export const SHUXI_LAKE = {
  centre: fact<Position>([117.1175, 31.8415], 'places', 'L'),
  waterSquareMetres: fact(Math.round(1000 * MU), 'lakes', 'M'),
  parkSquareMetres: fact(Math.round(2115 * MU), 'lakes', 'M'),
};

/** Hefei 控规通则 (2013): at least this wide and at most this far apart. */
export const VIEW_CORRIDOR = {
  minWidthMetres: fact(25, 'hefei-rules-2013', 'H'),
  maxSpacingMetres: fact(75, 'hefei-rules-2013', 'H'),
};

interface Places {
  features: {
    properties: { name: string };
    geometry: { type: 'Point'; coordinates: Position } | { type: 'LineString'; coordinates: Position[] };
  }[];
}
const places = JSON.parse(readFileSync(new URL('./places.geojson', import.meta.url), 'utf8')) as Places;

/** The sourced place of that name, in WGS84 degrees. */
export function placeNamed(name: string): Position {
  for (const { properties, geometry } of places.features)
    if (properties.name === name && geometry.type === 'Point') return geometry.coordinates;
  throw new RangeError(`No sourced place is called ${name}`);
}

/** The sourced centreline of that name, in WGS84 degrees. */
export function centrelineNamed(name: string): Position[] {
  for (const { properties, geometry } of places.features)
    if (properties.name === name && geometry.type === 'LineString') return geometry.coordinates;
  throw new RangeError(`No sourced centreline is called ${name}`);
}
