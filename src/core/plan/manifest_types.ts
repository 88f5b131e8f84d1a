/** What `plan.json` says of a plan: what it is, what it aims at, how it is checked and shown, and what made it what it is. */

import type { Severity } from './findings.ts';
import type { RuleLimits } from './rule_limits.ts';
import type { Confidence, LandUseScheme, LayerId, Stage } from './types.ts';

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
  /** Drawings whose borders were joined across their layers. */
  joinedLayers?: JoinedLayersEntry[];
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

/** Borders of a drawing that are split between layers and were joined to areas on a person's word. */
export interface JoinedLayersEntry {
  /** The drawing. */
  source: string;
  /** The layers of each group whose lines were joined together, that of the plots first. */
  layers: string[][];
  /** Areas the lines enclose when each layer is joined by itself, and as they were joined. */
  apartCount: number;
  togetherCount: number;
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
  /** Ground between two plots that is open at its ends is a gap when it is narrower than this. */
  gapWidthMetres: number;
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
  /** What it measured when it was let stand, and words such as a date: at others it is told again. */
  figures?: Record<string, number | string>;
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
