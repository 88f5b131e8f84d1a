import { LAYER_IDS, type LayerId } from '../core/plan/types.ts';

/** Layers whose names stand on points of their own. */
const LABEL_SOURCE_IDS = ['zone-labels', 'phase-labels', 'water-labels', 'green-labels', 'plot-labels'] as const;
/** What the map draws: the plan's layers, and one point for each area's name. */
export const SOURCE_IDS = [...LAYER_IDS, ...LABEL_SOURCE_IDS] as const;
export type SourceId = LayerId | (typeof LABEL_SOURCE_IDS)[number];

/** What comes and goes with the person's doing: one small source each, so that a change is drawn at once. */
export const FOCUS_SOURCE_IDS = ['hover', 'selection', 'spotlight', 'measure'] as const;
export type FocusSourceId = (typeof FOCUS_SOURCE_IDS)[number];
