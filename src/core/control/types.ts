import type { Binding, LayerId, Stage } from '../plan/types.ts';

/** The controls that have a lower and an upper end. */
export const CONTROL_IDS = ['far', 'height', 'density', 'greenRatio', 'setback'] as const;
export type ControlId = (typeof CONTROL_IDS)[number];

/** Which feature set a limit. */
export interface LimitOrigin {
  layer: Extract<LayerId, 'plots' | 'zones'>;
  feature: string;
  /** Set when a zone's height band set it. */
  heightBand?: number;
  value: number;
  binding?: Binding;
}

/** One end of an effective control, with every limit that was considered; the governing one first. */
export interface EffectiveLimit {
  value: number;
  origin: LimitOrigin;
  considered: LimitOrigin[];
}

/**
 * A control as it holds for a plot: lower max and higher min of the plot's own and of every zone that covers it. Units: far is
 * a ratio, height and setback are metres, density and greenRatio are percent (0–100).
 */
export interface EffectiveControl {
  min?: EffectiveLimit;
  max?: EffectiveLimit;
  /** min > max: reported, never hidden. */
  contradictory: boolean;
}

/** A zone whose controls hold for a plot: it covers at least `zoneCoverSharePercent` of it. */
export interface ZoneCover {
  zone: string;
  /** Share of the plot's area the zone covers, 0–100. */
  sharePercent: number;
}

export interface PlotAreas {
  /** Net plot area on the CGCS2000 ellipsoid: the one that decides. */
  ellipsoidSquareMetres: number;
  /** On the measuring CRS's plane. */
  planeSquareMetres: number;
  /** On turf's sphere. */
  sphereSquareMetres: number;
  declaredSquareMetres?: number;
}

export type Compliance = 'within' | 'near' | 'over' | 'unknown';

/** How much of one limit is used. */
export interface Usage {
  control: Extract<ControlId, 'far' | 'height' | 'density'>;
  /** What stands or is proposed. Where some buildings lack the figure, what the others make at least; absent when all do. */
  actual?: number;
  /** The effective upper limit. */
  limit?: number;
  /** Number of the plot or id of the zone that sets it. */
  limitFrom?: string;
  /** limit − actual, in the control's unit. */
  headroom?: number;
  /** actual ÷ limit × 100. */
  usagePercent?: number;
  compliance: Compliance;
  /** Over guiding limits only: every compulsory one, and every one of unstated force, is kept. */
  isGuidingOnly?: true;
  /** Which data is missing, as field names: those of buildings, that of the limit, or `plot` for a building on none. */
  missing: string[];
}

/** Everything computed of one plot. */
export interface PlotLedger {
  plot: string;
  phase?: string;
  landUseCode?: string;
  stage?: Stage;
  areas: PlotAreas;
  /** In the plan's order. */
  covers: ZoneCover[];
  controls: Record<ControlId, EffectiveControl>;
  /** FAR max × net area (ellipsoid). Absent when there is no FAR max, as on open space that states none itself. */
  gfaCapacitySquareMetres?: number;
  /** FAR-counted floor area of its built buildings. */
  builtGfaSquareMetres: number;
  proposedGfaSquareMetres: number;
  buildings: string[];
  /** Height, FAR and density; empty when the plot has no buildings. */
  usages: Usage[];
  /** The worst of its usages; `unknown` beats `within` and `near`. Absent when the plot has no buildings. */
  compliance?: Compliance;
}

/** A sum over plots. FAR is ΣGFA ÷ Σarea over the plots that have a capacity; never a mean of FARs. */
export interface RollUp {
  /**
   * Id of the phase or zone, the stage, or the land-use key: the code, with its scheme before it unless that is the 2023 guide
   * (`0802`, `gb50137-2011:M1`). Empty for the plots that state none, listed last, and for the total.
   */
  key: string;
  plotCount: number;
  netAreaSquareMetres: number;
  gfaCapacitySquareMetres: number;
  /** Σ capacity ÷ Σ area of the plots that state a FAR max. */
  far?: number;
  /** Area of the plots that state a FAR max. */
  farAreaSquareMetres: number;
  builtGfaSquareMetres: number;
  proposedGfaSquareMetres: number;
}
export type RollUpBy = 'phase' | 'zone' | 'landUse' | 'stage';

export interface Ledger {
  /** By plot number. */
  plots: Map<string, PlotLedger>;
  /** Height usage of each building, by building id. */
  buildings: Map<string, Usage>;
  total: RollUp;
  rollUps: Record<RollUpBy, RollUp[]>;
}
