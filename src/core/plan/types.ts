/**
 * What a plan is. A plan is a manifest (`manifest_types.ts`) and one list of GeoJSON features per layer; feature properties are
 * flat, carry their unit in the name and are kept exactly as they were read, so that a plan that is saved and read again is the
 * same plan.
 */

import type { Manifest } from './manifest_types.ts';

export type * from './manifest_types.ts';

export type Position = [longitude: number, latitude: number] | number[];
export interface Point {
  type: 'Point';
  coordinates: Position;
}
export interface MultiPoint {
  type: 'MultiPoint';
  coordinates: Position[];
}
export interface LineString {
  type: 'LineString';
  coordinates: Position[];
}
export interface MultiLineString {
  type: 'MultiLineString';
  coordinates: Position[][];
}
export interface Polygon {
  type: 'Polygon';
  coordinates: Position[][];
}
export interface MultiPolygon {
  type: 'MultiPolygon';
  coordinates: Position[][][];
}
export type Areal = Polygon | MultiPolygon;
export type Linear = LineString | MultiLineString;
export type Geometry = Point | MultiPoint | LineString | MultiLineString | Polygon | MultiPolygon;

/** The layers a plan may have, in drawing order from the ground up. */
export const LAYER_IDS = [
  'zones',
  'phases',
  'water',
  'green',
  'roads',
  'metro',
  'plots',
  'buildings',
  'landmarks',
] as const;
export type LayerId = (typeof LAYER_IDS)[number];

/** How sure a value is: H read and cross-checked, M one decent source or a sound inference, L weak. */
export type Confidence = 'H' | 'M' | 'L';
/** 强制性 compulsory or 指导性 guiding: a property of each control, never of its name. */
export type Binding = 'compulsory' | 'guiding';
/** Life-cycle stages of a sci-tech community: 科创 → 孵化 → 加速器 → 产业基地. */
export const STAGES = ['research', 'incubator', 'accelerator', 'industry-base'] as const;
export type Stage = (typeof STAGES)[number];

/** One feature of a plan. `id` is unique in its layer; a plot's id is its number (地块编号). */
export interface PlanFeature<P extends object = Record<string, unknown>, G extends Geometry = Geometry> {
  type: 'Feature';
  id: string;
  geometry: G;
  properties: P & Provenance & Record<string, unknown>;
}

/** A feature of whichever layer. */
export type AnyFeature = PlanFeature<object>;

/** Carried by every feature. */
export interface Provenance {
  name?: string;
  nameEn?: string;
  /** Id of one of the manifest's sources, or free text. */
  source?: string;
  confidence?: Confidence;
  status?: 'indicative' | 'draft' | 'approved';
  note?: string;
  noteEn?: string;
}

/** Limits of height and intensity, as a plot or a zone states them. Absent means: nothing is said. */
export interface ControlProperties {
  farMin?: number;
  farMax?: number;
  farBinding?: Binding;
  heightMinMetres?: number;
  heightMaxMetres?: number;
  heightBinding?: Binding;
  densityMinPercent?: number;
  densityMaxPercent?: number;
  densityBinding?: Binding;
  greenRatioMinPercent?: number;
  greenRatioMaxPercent?: number;
  greenRatioBinding?: Binding;
  setbackMinMetres?: number;
  setbackBinding?: Binding;
  /** Code of a townscape tone of the manifest (色彩风貌). */
  townscapeTone?: string;
  /** At most three colours, as #rrggbb. */
  townscapeColours?: string[];
  townscapeMaterial?: string;
  townscapeMaterialEn?: string;
  townscapeNote?: string;
  townscapeNoteEn?: string;
  townscapeBinding?: Binding;
}

/**
 * One height band of a zone: where the distance from `measuredFrom` (layer/feature id, for example `water/boyan-lake`) to the
 * nearest point of a plot lies in [from, to), this height governs.
 */
export interface HeightBand {
  name?: string;
  nameEn?: string;
  measuredFrom: string;
  fromMetres: number;
  /** Absent: no outer end. */
  toMetres?: number;
  heightMinMetres?: number;
  heightMaxMetres?: number;
}

/** A key area (重点区域): its controls hold for every plot it covers. */
export interface ZoneProperties extends ControlProperties {
  /** axis, corridor, core, lake … free, used for nothing but naming. */
  kind?: string;
  heightBands?: HeightBand[];
  viewCorridorMinWidthMetres?: number;
  viewCorridorMaxSpacingMetres?: number;
  viewCorridorBinding?: Binding;
}
export type Zone = PlanFeature<ZoneProperties, Areal>;

export interface PhaseProperties {
  /** Its place in the order, from 1. */
  sequence: number;
  /** YYYY-MM. */
  opens?: string;
  openingStatus?: 'open' | 'planned';
  stages?: Stage[];
  /** What the phase's gross area (roads and green included) is to be. */
  targetGrossAreaSquareMetres?: number;
  /** Declared net site area (roads and green excluded). */
  netSiteAreaSquareMetres?: number;
  far?: number;
  greenRatioPercent?: number;
  /** FAR-counted floor area (计容建筑面积). */
  gfaSquareMetres?: number;
  people?: number;
  companies?: number;
}
export type Phase = PlanFeature<PhaseProperties, Areal>;

export type LandUseScheme = 'guide-2023' | 'gb50137-2011' | 'local';

export interface PlotProperties extends ControlProperties {
  /** Id of the phase it belongs to, if any. */
  phase?: string;
  landUseCode?: string;
  landUseScheme?: LandUseScheme;
  landUseName?: string;
  landUseNameEn?: string;
  /** Declared net area; the measured one is computed. */
  netAreaSquareMetres?: number;
  /** Stated FAR-counted floor area (计容建筑面积) of the plot's line in the table. */
  gfaSquareMetres?: number;
  parkingSpacesMin?: number;
  stage?: Stage;
}
export type Plot = PlanFeature<PlotProperties, Areal>;

export interface BuildingProperties {
  /** Number of the plot it stands on. */
  plot?: string;
  buildingStatus?: 'built' | 'proposed';
  heightMetres?: number;
  floors?: number;
  /** FAR-counted floor area (计容建筑面积). */
  gfaSquareMetres?: number;
  use?: string;
  useEn?: string;
}
export type Building = PlanFeature<BuildingProperties, Areal>;

export interface RoadProperties {
  roadClass?: 'expressway' | 'arterial' | 'secondary' | 'branch';
  /** Full width between the red lines (红线宽度). */
  redLineWidthMetres?: number;
}
export type Road = PlanFeature<RoadProperties, Linear>;
export interface GreenProperties {
  greenKind?: 'park' | 'belt' | 'hill';
}
export type Water = PlanFeature<object, Areal>;
export type Green = PlanFeature<GreenProperties, Areal>;
export interface MetroProperties {
  metroKind?: 'line' | 'station';
}
export type Metro = PlanFeature<MetroProperties, Linear | Point>;
export interface LandmarkProperties {
  landmarkKind?: string;
}
export type Landmark = PlanFeature<LandmarkProperties, Point>;

export interface PlanLayers {
  zones: Zone[];
  phases: Phase[];
  water: Water[];
  green: Green[];
  roads: Road[];
  metro: Metro[];
  plots: Plot[];
  buildings: Building[];
  landmarks: Landmark[];
}

/** A whole plan. Never mutated: an update makes a new one. */
export interface Plan {
  manifest: Manifest;
  layers: PlanLayers;
}
