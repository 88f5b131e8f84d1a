/**
 * What a plan is. A plan is a manifest and one list of GeoJSON features per layer; feature properties are flat, carry their unit
 * in the name and are kept exactly as they were read, so that a plan that is saved and read again is the same plan.
 */

import type { Severity } from './findings.ts';
import type { RuleLimits } from './rule_limits.ts';

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

export interface Text {
  zh: string;
  en: string;
}

/** `plan.json`; its JSON Schema is `data/schema/plan.schema.json`. */
export interface Manifest {
  $schema?: string;
  id: string;
  title: Text;
  subtitle?: Text;
  version: string;
  /** YYYY-MM-DD. */
  date: string;
  status: 'indicative' | 'draft' | 'approved';
  statusNote?: Text;
  /** Who draws the plan (编制单位). */
  organisation?: Text;
  /** 审图号, where the map is published. */
  mapApprovalNumber?: string;
  /** CRS areas and lengths are shown in, for example `EPSG:4548`. */
  measuringCrs: string;
  /** West, south, east, north in degrees: what the first view shows. */
  bounds?: [number, number, number, number];
  layers: Partial<Record<LayerId, string>>;
  /** The sci-tech community the phases tile. */
  community?: CommunityTargets;
  tolerances?: Partial<Tolerances>;
  checks?: CheckSettings;
  palette?: Palette;
  basemaps?: Basemap[];
  sources?: Source[];
  /** Updates that made the plan what it is, oldest first. */
  history?: HistoryEntry[];
}

/** One accepted update: it is written into the plan so that it is still known when the plan was saved and sent on. */
export interface HistoryEntry {
  /** ISO 8601. */
  at: string;
  /** What it was read from. */
  files: { name: string; sha256?: string }[];
  who?: string;
  why?: string;
  /** What was done to the coordinates, one entry a source. Plans saved earlier have lines of text. */
  coordinates?: (ConversionEntry | string)[];
  /** What became of present values of fields a source has no field for. */
  missingFields?: MissingFieldsEntry[];
  /** What was passed over because it could not be read. */
  unreadable?: UnreadableEntry[];
}

/** How the coordinates of one source became longitude and latitude. */
export interface ConversionEntry {
  source: string;
  /** The system they were read in, for example `EPSG:4527`, `GCJ-02`; absent for a local grid, and where only parts were corrected. */
  crs?: string;
  /** Northing (or latitude) came first. */
  swapped?: boolean;
  how: 'declared' | 'recognised' | 'chosen';
  /** A turn, a scale and a shift in a plane that was used after it: E = east + a·x − b·y, N = north + b·x + a·y. */
  transform?: {
    plane: string;
    a: number;
    b: number;
    eastMetres: number;
    northMetres: number;
    evidence?: { by: 'number' | 'shape' | 'control-points'; count: number; rmsMetres: number; maxMetres: number };
  };
  /** Parts of it that lay beside the plan, the rest of it not, and were brought to their place. */
  parts?: { service?: 'GCJ-02' | 'BD-09'; eastMetres: number; northMetres: number; count: number }[];
}

/** Present values of fields that an update's source had no field for: kept, or gone with what it replaced. */
export interface MissingFieldsEntry {
  source: string;
  layer: LayerId;
  fields: string[];
  /** Features that held one of them. */
  count: number;
  handling: 'keep' | 'drop';
}

/** Values and shapes of an update's source that could not be read and were passed over on a person's word. */
export interface UnreadableEntry {
  source: string;
  /** Fields the values are of. */
  fields: string[];
  /** Values for which what the plan had before stayed, and those that are empty. */
  keptValueCount: number;
  emptyValueCount: number;
  /** Features that kept the shape they had, and those that were left out. */
  keptShapeCount: number;
  leftOutCount: number;
}

export interface CommunityTargets {
  /** Id of the zone whose boundary is the community's. */
  zone: string;
  areaSquareMetres: number;
  areaTolerancePercent: number;
  phaseCount: number;
  people?: number;
  companies?: number;
  stages?: Stage[];
}

/** Every tolerance has a default in `tolerances.ts`; a plan may set its own. */
export interface Tolerances {
  /** Two polygons overlap when they share more than this. */
  overlapSquareMetres: number;
  /** A gap in the community, or between plots, counts when it is larger than this. */
  gapSquareMetres: number;
  /** A feature reaches outside when more than this lies outside. */
  outsideSquareMetres: number;
  /** A zone's controls hold for a plot when it covers at least this share of it. */
  zoneCoverSharePercent: number;
  /** Use of a limit from which a building counts as near it. */
  nearLimitPercent: number;
  /** How far a declared area may be off the measured one. */
  declaredAreaPercent: number;
  /** How far a phase may be off its own target area. */
  phaseAreaPercent: number;
  /** Borders that run this near to each other are meant to be one. */
  nearMissMetres: number;
  /** Two edges that enclose less than this are a spike. */
  spikeDegrees: number;
  /** What is thinner than this on the mean is a sliver. */
  sliverWidthMetres: number;
  /** A part or hole smaller than this is a remnant. */
  tinyPartSquareMetres: number;
  /** How far from where the plan lies a feature may lie. */
  planMarginMetres: number;
  /** A plot reaches over a road's red line when more than this of it does. */
  roadSquareMetres: number;
  /** How much nearer to the border than its setback a building may stand. */
  setbackMetres: number;
}

/** How a plan wants to be checked. */
export interface CheckSettings {
  /** By the code of what is found: `off`, or another severity. */
  rules?: Record<string, Severity | 'off'>;
  /** Figures of rules; what is not set has the default of `rule_limits.ts`. */
  limits?: Partial<RuleLimits>;
  /** Forms a plot's number may have: A stands for a Latin letter, 9 for a digit, 汉 for a Chinese character, anything else for itself. */
  plotNumberForms?: string[];
  /** Findings that were looked at and let stand, with the reason. */
  accepted?: AcceptedFinding[];
}

/** A finding that may stand. It is known again by what it says, not by its place in a list. */
export interface AcceptedFinding {
  /** `findingKey` of the finding. */
  key: string;
  /** What it measured when it was let stand: at other figures it is told again. */
  figures?: Record<string, number>;
  reason: string;
  who?: string;
  /** ISO 8601. */
  at?: string;
}

export interface LandUseClass {
  code: string;
  scheme: LandUseScheme;
  name: string;
  nameEn: string;
  /** #rrggbb. */
  colour: string;
}
export interface TownscapeTone {
  code: string;
  name: string;
  nameEn: string;
  /** #rrggbb, the tone's main colour on the map. */
  colour: string;
}
export interface Palette {
  landUse?: LandUseClass[];
  townscapeTones?: TownscapeTone[];
  /** Upper ends of the classes; the last class is open above. */
  heightClassesMetres?: number[];
  farClasses?: number[];
  densityClassesPercent?: number[];
  greenRatioClassesPercent?: number[];
  /** Feature id → #rrggbb. */
  zones?: Record<string, string>;
  phases?: Record<string, string>;
}
export interface Basemap {
  id: string;
  name: Text;
  /** Raster tile address with {z}/{x}/{y}. */
  tiles: string[];
  tileSize?: number;
  minZoom?: number;
  maxZoom?: number;
  attribution: string;
  /** Shown when the plan opens. */
  visible?: boolean;
}
export interface Source {
  id: string;
  title: Text;
  note?: Text;
  url?: string;
  confidence: Confidence;
}
