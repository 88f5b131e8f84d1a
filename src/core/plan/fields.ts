import {
  type BuildingProperties,
  type ControlProperties,
  type Geometry,
  type GreenProperties,
  type HeightBand,
  LAYER_IDS,
  type LandmarkProperties,
  type LayerId,
  type MetroProperties,
  type PhaseProperties,
  type PlotProperties,
  type Provenance,
  type RoadProperties,
  STAGES,
  type ZoneProperties,
} from './types.ts';

export type FieldUnit = 'metres' | 'squareMetres' | 'percent' | 'ratio' | 'people' | 'companies' | 'floors' | 'spaces';

/**
 * What a field holds. text: any text. number, integer: JSON numbers, never digits in quotes. choice: one of `values`; choices: a
 * list of them. month: YYYY-MM. colours: a list of #rrggbb. heightBands: a list of objects described by `HEIGHT_BAND_FIELDS`.
 */
export type FieldKind = 'text' | 'number' | 'integer' | 'choice' | 'choices' | 'month' | 'colours' | 'heightBands';

/** What the value of a field must be the id or code of. */
export type FieldReference = 'phases' | 'plots' | 'townscapeTones' | 'landUse' | 'feature';

export interface FieldSpec {
  kind: FieldKind;
  unit?: FieldUnit;
  /** Smallest value allowed. */
  minimum?: number;
  /** The value must be above this. */
  above?: number;
  /** Largest value allowed. */
  maximum?: number;
  required?: true;
  values?: readonly string[];
  refersTo?: FieldReference;
}

const text = { kind: 'text' } as const;
const far = { kind: 'number', unit: 'ratio', minimum: 0, maximum: 50 } as const;
const height = { kind: 'number', unit: 'metres', minimum: 0, maximum: 1000 } as const;
const percent = { kind: 'number', unit: 'percent', minimum: 0, maximum: 100 } as const;
const distance = { kind: 'number', unit: 'metres', minimum: 0 } as const;
const area = { kind: 'number', unit: 'squareMetres', minimum: 0 } as const;
const positiveArea = { kind: 'number', unit: 'squareMetres', above: 0 } as const;
const binding = { kind: 'choice', values: ['compulsory', 'guiding'] } as const;

const PROVENANCE_FIELDS = {
  name: text,
  nameEn: text,
  source: text,
  confidence: { kind: 'choice', values: ['H', 'M', 'L'] },
  status: { kind: 'choice', values: ['indicative', 'draft', 'approved'] },
  note: text,
  noteEn: text,
} as const satisfies Record<keyof Provenance, FieldSpec>;

const CONTROL_FIELDS = {
  farMin: far,
  farMax: far,
  farBinding: binding,
  heightMinMetres: height,
  heightMaxMetres: height,
  heightBinding: binding,
  densityMinPercent: percent,
  densityMaxPercent: percent,
  densityBinding: binding,
  greenRatioMinPercent: percent,
  greenRatioMaxPercent: percent,
  greenRatioBinding: binding,
  setbackMinMetres: distance,
  setbackBinding: binding,
  townscapeTone: { kind: 'text', refersTo: 'townscapeTones' },
  townscapeColours: { kind: 'colours' },
  townscapeMaterial: text,
  townscapeMaterialEn: text,
  townscapeNote: text,
  townscapeNoteEn: text,
  townscapeBinding: binding,
} as const satisfies Record<keyof ControlProperties, FieldSpec>;

/** The members of one height band of a zone. */
export const HEIGHT_BAND_FIELDS = {
  name: text,
  nameEn: text,
  measuredFrom: { kind: 'text', required: true, refersTo: 'feature' },
  fromMetres: { kind: 'number', unit: 'metres', minimum: 0, required: true },
  toMetres: { kind: 'number', unit: 'metres', above: 0 },
  heightMinMetres: height,
  heightMaxMetres: height,
} as const satisfies Record<keyof HeightBand, FieldSpec>;

const ZONE_FIELDS = {
  ...PROVENANCE_FIELDS,
  kind: text,
  ...CONTROL_FIELDS,
  heightBands: { kind: 'heightBands' },
  viewCorridorMinWidthMetres: distance,
  viewCorridorMaxSpacingMetres: distance,
  viewCorridorBinding: binding,
} as const satisfies Record<keyof (ZoneProperties & Provenance), FieldSpec>;

const PHASE_FIELDS = {
  ...PROVENANCE_FIELDS,
  sequence: { kind: 'integer', minimum: 1, required: true },
  opens: { kind: 'month' },
  openingStatus: { kind: 'choice', values: ['open', 'planned'] },
  stages: { kind: 'choices', values: STAGES },
  targetGrossAreaSquareMetres: positiveArea,
  netSiteAreaSquareMetres: positiveArea,
  far,
  greenRatioPercent: percent,
  gfaSquareMetres: area,
  people: { kind: 'integer', unit: 'people', minimum: 0 },
  companies: { kind: 'integer', unit: 'companies', minimum: 0 },
} as const satisfies Record<keyof (PhaseProperties & Provenance), FieldSpec>;

const PLOT_FIELDS = {
  ...PROVENANCE_FIELDS,
  phase: { kind: 'text', refersTo: 'phases' },
  landUseCode: { kind: 'text', refersTo: 'landUse' },
  landUseScheme: { kind: 'choice', values: ['guide-2023', 'gb50137-2011', 'local'] },
  landUseName: text,
  landUseNameEn: text,
  netAreaSquareMetres: positiveArea,
  gfaSquareMetres: area,
  ...CONTROL_FIELDS,
  parkingSpacesMin: { kind: 'integer', unit: 'spaces', minimum: 0 },
  stage: { kind: 'choice', values: STAGES },
} as const satisfies Record<keyof (PlotProperties & Provenance), FieldSpec>;

const BUILDING_FIELDS = {
  ...PROVENANCE_FIELDS,
  plot: { kind: 'text', refersTo: 'plots' },
  buildingStatus: { kind: 'choice', values: ['built', 'proposed'] },
  heightMetres: height,
  floors: { kind: 'integer', unit: 'floors', minimum: 0, maximum: 300 },
  gfaSquareMetres: area,
  use: text,
  useEn: text,
} as const satisfies Record<keyof (BuildingProperties & Provenance), FieldSpec>;

const ROAD_FIELDS = {
  ...PROVENANCE_FIELDS,
  roadClass: { kind: 'choice', values: ['expressway', 'arterial', 'secondary', 'branch'] },
  redLineWidthMetres: { kind: 'number', unit: 'metres', above: 0, maximum: 300 },
} as const satisfies Record<keyof (RoadProperties & Provenance), FieldSpec>;

const GREEN_FIELDS = {
  ...PROVENANCE_FIELDS,
  greenKind: { kind: 'choice', values: ['park', 'belt', 'hill'] },
} as const satisfies Record<keyof (GreenProperties & Provenance), FieldSpec>;

const METRO_FIELDS = {
  ...PROVENANCE_FIELDS,
  metroKind: { kind: 'choice', values: ['line', 'station'] },
} as const satisfies Record<keyof (MetroProperties & Provenance), FieldSpec>;

const LANDMARK_FIELDS = {
  ...PROVENANCE_FIELDS,
  landmarkKind: text,
} as const satisfies Record<keyof (LandmarkProperties & Provenance), FieldSpec>;

/** Every name a field of a plan may have. */
export type FieldName =
  | keyof typeof ZONE_FIELDS
  | keyof typeof PHASE_FIELDS
  | keyof typeof PLOT_FIELDS
  | keyof typeof BUILDING_FIELDS
  | keyof typeof ROAD_FIELDS
  | keyof typeof GREEN_FIELDS
  | keyof typeof METRO_FIELDS
  | keyof typeof LANDMARK_FIELDS
  | keyof typeof HEIGHT_BAND_FIELDS;

/** What one layer's features may be and carry. */
export interface LayerDescription {
  geometryTypes: readonly Geometry['type'][];
  /** By field name, in the order a sheet shows them. */
  fields: ReadonlyMap<string, FieldSpec>;
}

function describe(geometryTypes: readonly Geometry['type'][], fields: Record<string, FieldSpec>): LayerDescription {
  return { geometryTypes, fields: new Map(Object.entries(fields)) };
}

const AREAL = ['Polygon', 'MultiPolygon'] as const;
const LINEAR = ['LineString', 'MultiLineString'] as const;

/** The field dictionary: adding a field is one line here, its name in `types.ts` and its words in the message tables. */
export const LAYERS: Readonly<Record<LayerId, LayerDescription>> = {
  zones: describe(AREAL, ZONE_FIELDS),
  phases: describe(AREAL, PHASE_FIELDS),
  water: describe(AREAL, PROVENANCE_FIELDS),
  green: describe(AREAL, GREEN_FIELDS),
  roads: describe(LINEAR, ROAD_FIELDS),
  metro: describe([...LINEAR, 'Point'], METRO_FIELDS),
  plots: describe(AREAL, PLOT_FIELDS),
  buildings: describe(AREAL, BUILDING_FIELDS),
  landmarks: describe(['Point'], LANDMARK_FIELDS),
};

/** Properties that name the feature or its layer rather than describe it; `地块编号` is how planners' files title a plot's number. */
export const PLOT_NUMBER_FIELDS = ['number', 'plotNumber', '地块编号'] as const;
/** They, and what a drawing's outline carries of its drawing: the CAD layer, and lettering that is no field. */
export const BOOKKEEPING_FIELDS: readonly string[] = ['id', 'layer', ...PLOT_NUMBER_FIELDS, 'cadLayer', 'cadText'];

/** The two ends of each control, as fields of plots and zones. */
export const CONTROL_RANGES = [
  { minimum: 'farMin', maximum: 'farMax' },
  { minimum: 'heightMinMetres', maximum: 'heightMaxMetres' },
  { minimum: 'densityMinPercent', maximum: 'densityMaxPercent' },
  { minimum: 'greenRatioMinPercent', maximum: 'greenRatioMaxPercent' },
] as const;

/** Whether a word is the id of a layer. */
export function isLayerId(value: unknown): value is LayerId {
  return LAYER_IDS.some((layer) => layer === value);
}
