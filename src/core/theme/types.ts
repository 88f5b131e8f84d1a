import type { LayerId, Text } from '../plan/types.ts';

/** What the map's colours say. */
export const THEME_IDS = [
  'zones',
  'phases',
  'landUse',
  'height',
  'far',
  'density',
  'greenRatio',
  'townscape',
  'compliance',
] as const;
export type ThemeId = (typeof THEME_IDS)[number];

export type ThemeUnit = 'none' | 'metres' | 'ratio' | 'percent';

/** A class's words: its own text, a range of the theme's unit, or a word of the message table. */
export type ClassLabel =
  | { kind: 'text'; text: Text; code?: string }
  /** value ≤ to and > from; an absent end is open. */
  | { kind: 'range'; from?: number; to?: number }
  | { kind: 'message'; key: 'noData' | 'within' | 'near' | 'over' | 'unknown' | 'noBuildings' };

export interface ThemeClass {
  /** Stable within the theme: what the address bar and the filters name. */
  id: string;
  label: ClassLabel;
  /** #rrggbb. */
  colour: string;
  /** Ids of its features, in plan order. */
  features: string[];
  /** Their areas on the ellipsoid. */
  areasSquareMetres: number[];
}

export interface Theme {
  id: ThemeId;
  /** The layer its colours are on. */
  layer: Extract<LayerId, 'zones' | 'phases' | 'plots'>;
  unit: ThemeUnit;
  /** Areas in its legend: gross for zones and phases, net for plots; on the ellipsoid. */
  areaBasis: 'gross' | 'net';
  classes: ThemeClass[];
  /** Feature id → index into `classes`. Made when it is first asked for. */
  readonly classOf: ReadonlyMap<string, number>;
}

/** Inclusive range; an absent end is open. */
export interface Range {
  from?: number;
  to?: number;
}
/** What is shown in full; everything else is dimmed. Empty filters show everything. */
export interface Filters {
  /** On the effective maximum height in metres. */
  height?: Range;
  /** On the effective maximum FAR. */
  far?: Range;
  /** Ids of the legend classes picked, of the theme they belong to. Empty: all. */
  classes: string[];
}
