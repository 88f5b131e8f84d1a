import type { Diagnostic } from '../plan/findings.ts';
import type { Geometry, LayerId } from '../plan/types.ts';
import type { PlaneTransform } from './coordinates/plane_transform.ts';
import type { GarbledHandling, MissingFields, UnreadableHandling } from './types.ts';

/** Kinds of files that are read, told from their bytes. */
const SOURCE_FORMATS = [
  'geojson',
  'geojson-lines',
  'topojson',
  'shapefile',
  'kml',
  'geopackage',
  'flatgeobuf',
  'dxf',
  'csv',
  'xlsx',
  'boundary-points',
] as const;
export type SourceFormat = (typeof SOURCE_FORMATS)[number];

/**
 * One table of features as a file has it: a GeoJSON collection, a shapefile, a table of a GeoPackage, a sheet of a workbook.
 * Nothing in it is converted, mapped or judged yet.
 */
export interface SourceLayer {
  /** What a person calls it: the file's name, with `/table` behind it where the file holds several. Unique in one reading. */
  name: string;
  /** Name of the file a diagnostic about it names. */
  file: string;
  format: SourceFormat;
  /**
   * One GeoJSON feature each, not looked into: the structure check comes later. Its objects are the reader's own, so that they may
   * be changed in place. A row of a table without shapes is a feature whose geometry is null.
   */
  features: unknown[];
  /**
   * Of each feature how deep the arrays of its `coordinates` are nested, where the reader saw that all positions are pairs of
   * degrees and there is nothing to mend in them (`CoordinateReader.isTidy`), else 0. Absent: nothing of the kind was looked at.
   */
  tidyDepths?: readonly number[];
  /** Of each feature west, south, east and north of its coordinates as they stand in the file; NaN where that was not looked at. */
  boxes?: Float64Array;
  /**
   * What the format's reader found wrong with shapes, by the index of the feature, which then has none: told with its place, and passed
   * over like a shape the structure check refuses.
   */
  shapeFaults?: ShapeFaults;
  /** Place of a feature in its file: an RFC 6901 pointer for JSON, `/row/5` for a table (rows as a person counts them, from 1). */
  pointerOf: (index: number) => string;
  /** What the file says of its coordinates. */
  declaredCrs?: DeclaredCrs;
  /** Label of the encoding its text was read in, where it was not UTF-8. */
  encoding?: string;
  /** Attributes alone, to be joined to the plan's features by number. */
  isTable?: true;
  /**
   * One of several parts a drawing or a tree of folders falls into (a CAD layer, a folder of a KML). Drawings hold far more than a
   * plan: a part whose layer cannot be told is left out as long as another one is told. All parts of a file share its coordinates.
   */
  isPart?: true;
  /** Switched off or frozen in the drawing: left out unless a person says otherwise. */
  isHidden?: true;
  /** Of a drawing: what joining lines across its layers encloses, where that is more than each layer does by itself. */
  across?: AcrossLayers;
  /** Unit the file itself states for a field (for example from the heading `面积（亩）`). */
  fieldUnits?: Readonly<Record<string, string>>;
}

export type ShapeFaults = ReadonlyMap<number, readonly Diagnostic[]>;

/** What joining lines of several CAD layers encloses. */
export interface AcrossLayers {
  /** The layers of each group, that of the plots first. */
  layers: string[][];
  /** Areas that are enclosed when each layer is joined by itself, and together. */
  apartCount: number;
  togetherCount: number;
  isDone: boolean;
}

/** What a file says of its coordinates, as it says it. */
export interface DeclaredCrs {
  /** A name or code (`urn:ogc:def:crs:EPSG::4527`, `EPSG:4527`, `CRS84`), WKT, or words for a drawing's unit. */
  text: string;
  kind: 'name' | 'wkt' | 'drawing-unit' | 'specification';
  /** Where in the file it stands. */
  pointer?: string;
}

/** How one source was understood: shown before it is accepted, and changed by `SourceChoices`. */
export interface SourceReport {
  name: string;
  file: string;
  format: SourceFormat;
  featureCount: number;
  layer?: LayerId;
  /**
   * Why the source is not used. chosen: a person left it out. untold: one of many parts, and nothing tells its layer. hidden: it is
   * switched off in the drawing.
   */
  omitted?: 'chosen' | 'untold' | 'hidden';
  /** One of several parts of its file. */
  isPart?: true;
  /** Its rows were joined to features by number: these keep whatever the table says nothing of, in either mode. */
  isJoined?: true;
  encoding?: string;
  coordinates?: CoordinateReport;
  fields: FieldReport[];
  garbled?: GarbledReport;
  /** Fields that features of the present plan hold and the source has no field for, and what becomes of their values. */
  missing?: { handling: MissingFields; layers: MissingInLayer[] };
  /** Of a drawing: joining lines across its layers, done or offered. */
  across?: AcrossLayers;
  /** Single values and shapes that cannot be read, where there are some. */
  unreadable?: UnreadableReport;
}

/** Values and shapes of a source that cannot be read, and what stands in their place, or would if they were passed over. */
export interface UnreadableReport {
  handling: UnreadableHandling;
  /** Errors that are told of them. */
  faultCount: number;
  /** Words in a number's place (待定) that take a present value away unless they are passed over; among the values as well. */
  wordCount: number;
  /** Values for which the present plan's stands, and those that stay empty. */
  values: { keptCount: number; emptyCount: number; fields: string[] };
  /** Features for which the present plan's shape stands, and those that are left out. */
  shapes: { keptCount: number; leftOutCount: number };
}

/** Fields of a layer's features a source has no field for. */
export interface MissingInLayer {
  layer: LayerId;
  fields: string[];
  /** Features that hold one of them. */
  count: number;
}

/** Garbled text of a source, of which its fields' samples say more. */
export interface GarbledReport {
  /** Values and names that are garbled, and those of them that can be turned back without loss. */
  count: number;
  mendableCount: number;
  /** The first few that can be turned back: as they stand, and what they said. */
  samples: { found: string; meant: string }[];
  handling: GarbledHandling;
}

/**
 * How a source's coordinates were understood.
 * geographic: longitude and latitude as they are. converted: from `crs`. asked: two or more readings are possible and a person must
 * choose among `candidates`. unknown: no reading puts it anywhere near the plan; a person may still name a system.
 */
export interface CoordinateReport {
  state: 'geographic' | 'converted' | 'asked' | 'unknown';
  /** The system the coordinates were read in. */
  crs?: string;
  swapped: boolean;
  how: 'declared' | 'recognised' | 'chosen' | 'none';
  /** What the file declares, as it stands there. */
  declared?: string;
  /** Name of the part of the same file whose reading holds for this one too. */
  follows?: string;
  /** Possible readings, the likeliest first; the one in use is among them. */
  candidates: CoordinateCandidate[];
  /** The transform that was consented to or typed, and used. */
  transform?: PlaneTransform;
  /** A reading that is proposed but not used without consent. */
  proposal?: CoordinateProposal;
  /** Warnings that part of the source lies elsewhere than the rest: no reading of the whole mends that. */
  partly?: Diagnostic[];
  /** Parts of the source that were brought to their place on a person's word. */
  correctedParts?: CorrectedPart[];
}

/** Features of a source that lay beside the plan together and were corrected, the rest of it not. */
export interface CorrectedPart {
  /** Whose shifted coordinates they were; absent: the measured shift was taken back. */
  service?: 'GCJ-02' | 'BD-09';
  /** Where they lay, from the plan's features. */
  eastMetres: number;
  northMetres: number;
  count: number;
}

/** Where a source would lie if its coordinates were read in one system. */
export interface CoordinateCandidate {
  crs: string;
  swapped: boolean;
  /** Its outline in WGS84 degrees. */
  outline: Geometry;
  /** Between its middle and the nearest point of the present plan's bounds; 0 when it lies within. Absent without a plan. */
  distanceMetres?: number;
  /** From the plan's features to the source's matching ones, where there are some: the median. */
  eastMetres?: number;
  northMetres?: number;
  matchedCount?: number;
  /** What tells that they match. */
  matchedBy?: 'number' | 'shape';
  /** Where none match: share (0 to 1) of the source's features whose centre lies on the plan's plots. */
  onPlanShare?: number;
  /** Systems of older datums whose numbers cannot be told from these. */
  lookAlikes?: string[];
}

/** What is proposed of coordinates, with its evidence; used on consent only. */
export type CoordinateProposal = ShiftProposal | TransformProposal;

interface ProposalBase {
  /** Matched features that agree, and what tells that they match. */
  matchedCount: number;
  matchedBy: 'number' | 'shape';
  /** Where the source lies once the proposal is followed, in WGS84 degrees. */
  outline: Geometry;
}

/** Evidence that a source lies beside the plan as a map provider's shifted coordinates do. */
export interface ShiftProposal extends ProposalBase {
  kind: 'map-shift';
  service: 'GCJ-02' | 'BD-09';
  /** The service's degrees, or these as they were projected: `GCJ-02`, `GCJ-02@EPSG:4548`. */
  crs: string;
  swapped: boolean;
  /** The median shift from the plan's features to those of the source, and how far single features stray from it. */
  eastMetres: number;
  northMetres: number;
  spreadMetres: number;
  /** What the service's own formula gives here. */
  expectedEastMetres: number;
  expectedNorthMetres: number;
  /** Once it is undone three in four of the features lie this close to the plan's. */
  remainingMetres: number;
}

/**
 * A measured way onto the plan. constantShift: the source lies beside it by the same distance everywhere, after it was read in `crs`.
 * localGrid: no listed system fits, a turn and a shift of its numbers does.
 */
export interface TransformProposal extends ProposalBase {
  kind: 'constantShift' | 'localGrid';
  /** The system the source is read in first; absent for a local grid. */
  crs?: string;
  swapped: boolean;
  /** Where the source lies beside the plan now; 0 for a local grid, which lies nowhere. */
  eastMetres: number;
  northMetres: number;
  /** The shift is as large as those between CGCS2000 and the older datums. */
  isLikeOlderDatum: boolean;
  /** Features that match, of which `matchedCount` agree. */
  comparedCount: number;
  transform: PlaneTransform;
}

/** What became of one field of a source. */
export interface FieldReport {
  /** Name in the source. */
  from: string;
  /** Field of the dictionary; absent: kept under its own name and not used. */
  to?: string;
  /** canonical: the dictionary's own name. alias: a listed one. guessed: alike, to be looked at. chosen: by a person. kept: unknown. */
  how: 'canonical' | 'alias' | 'guessed' | 'chosen' | 'kept';
  /** Unit the values were read in, where it is not the dictionary's: `mu`, `hectares`, `squareKilometres`, `share` … */
  unit?: string;
  /** Features in which it holds something. */
  filledCount: number;
  /** Values that could not be read. */
  faultCount: number;
  /** Numbers that stand as text in a format that has numbers: how many, and the first few different ones. */
  asText?: { count: number; samples: string[] };
  /** The first few values, as they stand in the file. */
  samples: string[];
}
