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
