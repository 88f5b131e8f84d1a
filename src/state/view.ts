import type { LayerId } from '../core/plan/types.ts';
import type { Filters, ThemeId } from '../core/theme/types.ts';
import type { Language } from '../messages/language.ts';

export type { Language };
export type Appearance = 'auto' | 'light' | 'dark';

export interface Camera {
  longitude: number;
  latitude: number;
  zoom: number;
  bearing: number;
  pitch: number;
}

export interface FeatureRef {
  layer: LayerId;
  id: string;
}

/** Everything a person sets while browsing. A copied address carries all of it but `hover`. */
export interface View {
  theme: ThemeId;
  /** Layers switched off. */
  hiddenLayers: LayerId[];
  labels: boolean;
  filters: Filters;
  selection?: FeatureRef;
  hover?: FeatureRef;
  language: Language;
  appearance: Appearance;
  mode: '2d' | '3d';
  /** Absent until the map has shown the plan's bounds. */
  camera?: Camera;
  /** Phases up to this sequence are drawn as built up, later ones as planned. Absent: the plan as a whole. */
  timelineStep?: number;
  /** Id of the basemap shown. */
  basemap?: string;
  /** 0–1, of the permitted-height shells in 3D. */
  shellOpacity: number;
}

export const INITIAL_VIEW: View = {
  theme: 'landUse',
  hiddenLayers: [],
  labels: true,
  filters: { classes: [] },
  language: 'zh-CN',
  appearance: 'auto',
  mode: '2d',
  shellOpacity: 0.25,
};
