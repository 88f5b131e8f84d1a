import type { LayerId } from '../plan/types.ts';

export interface FieldChange {
  field: string;
  before: unknown;
  after: unknown;
}
/** What happened to one feature between two plans, matched by id within its layer. */
export type FeatureChange =
  | { kind: 'added'; layer: LayerId; feature: string; areaSquareMetres?: number }
  | { kind: 'removed'; layer: LayerId; feature: string; areaSquareMetres?: number }
  | {
      kind: 'changed';
      layer: LayerId;
      feature: string;
      fields: FieldChange[];
      geometryChanged: boolean;
      /** Ellipsoid area, new − old; present for areas whose geometry changed. */
      areaDifferenceSquareMetres?: number;
    };
export interface Changes {
  features: FeatureChange[];
  /** Changes of the manifest, fields as JSON pointers. */
  manifest: FieldChange[];
}

/**
 * A figure of both plans; absent where a plan has none. `difference` (new − old) of a limit is there when both are; of a sum (floor
 * area, land, a count) what is not there counts as nothing.
 */
export interface FigureChange {
  before?: number;
  after?: number;
  difference?: number;
}

/**
 * What became of a plot. Matched by number first, by shape for those left over: renumbered is the same land under another number,
 * split one plot that several now cover, merged several plots that one now covers. edited: neither shape nor limits changed.
 */
export const PLOT_CHANGE_KINDS = [
  'added',
  'removed',
  'reshaped',
  'rerated',
  'reshaped-and-rerated',
  'edited',
  'renumbered',
  'split',
  'merged',
] as const;
export type PlotChangeKind = (typeof PLOT_CHANGE_KINDS)[number];

export interface PlotChange {
  kind: PlotChangeKind;
  /** Numbers in the old plan, sorted; empty for an added plot. */
  before: string[];
  /** Numbers in the new plan, sorted; empty for a removed plot. */
  after: string[];
  /** Phase in the new plan, in the old one for a removed plot. */
  phase?: string;
  /** Key areas its land lies in, in either plan; sorted. */
  zones: string[];
  /** Effective upper limit; of several plots ΣGFA ÷ Σarea. */
  far: FigureChange;
  /** Effective upper limit in metres; of several plots the highest. */
  height: FigureChange;
  /** Capacity in m²; of several plots the sum. */
  gfa: FigureChange;
  /** Area on the CGCS2000 ellipsoid in m²; of several plots the sum. */
  area: FigureChange;
}

/** The plots of one phase or one key area, or all of them, in both plans. */
export interface RollUp {
  /** Id of the phase or zone; empty for the total and for plots of no phase. */
  id: string;
  plotCount: FigureChange;
  /** Changes per kind; a kind that does not occur is absent. */
  changeCounts: Partial<Record<PlotChangeKind, number>>;
  /** ΣGFA ÷ Σarea over the plots that have a capacity. */
  far: FigureChange;
  gfa: FigureChange;
  area: FigureChange;
}

export interface PlanComparison {
  changes: Changes;
  /** By their first number in either plan. Plots that stayed what they were are not listed. */
  plots: PlotChange[];
  rollUps: { phases: RollUp[]; zones: RollUp[]; total: RollUp };
}
