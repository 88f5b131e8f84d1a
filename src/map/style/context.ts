import type { ExpressionSpecification } from 'maplibre-gl';
import type { LayerId, Manifest } from '../../core/plan/types.ts';
import type { View } from '../../state/view.ts';
import type { MapPalette } from './palette.ts';

/** What the style is a function of, besides the features themselves. */
export interface StyleContext {
  manifest: Pick<Manifest, 'basemaps'>;
  view: Pick<
    View,
    'theme' | 'hiddenLayers' | 'labels' | 'language' | 'mode' | 'timelineStep' | 'basemap' | 'shellOpacity'
  >;
  palette: MapPalette;
  /** For print: at its resolution smaller writing is legible, and a sheet is read at smaller scales than a screen. */
  isPrint?: boolean;
  /** Latitude, in degrees, at which widths in metres are true. */
  latitude: number;
  /** Zone id → #rrggbb, in the plan's order. */
  zoneColours: ReadonlyMap<string, string>;
  phaseColours: ReadonlyMap<string, string>;
}

export type Visibility = { visibility: 'visible' | 'none' };

/** Layers are switched, never taken out: their order stays the same, and switching is one property. */
export function visibleIf(isVisible: boolean): Visibility {
  return { visibility: isVisible ? 'visible' : 'none' };
}

export function isLayerShown(context: StyleContext, layer: LayerId): boolean {
  return !context.view.hiddenLayers.includes(layer);
}

export const is3d = (context: StyleContext): boolean => context.view.mode === '3d';

/** The colour the theme gives a feature, or a fallback. */
export function themeColour(fallback: string): ExpressionSpecification {
  return ['to-color', ['feature-state', 'colour'], fallback];
}

export const isDimmed: ExpressionSpecification = ['boolean', ['feature-state', 'dimmed'], false];
export const isHovered: ExpressionSpecification = ['boolean', ['feature-state', 'hovered'], false];
export const isSelected: ExpressionSpecification = ['boolean', ['feature-state', 'selected'], false];

/** A colour by feature id. */
export function colourById(colours: ReadonlyMap<string, string>, fallback: string): ExpressionSpecification | string {
  const [first, ...rest] = [...colours];
  if (!first) return fallback;
  return ['match', ['get', 'id'], first[0], first[1], ...rest.flat(), fallback] as ExpressionSpecification;
}

/** Whether a feature belongs to a phase that opens after the timeline's step. Features of no phase are always there. */
export function isPlannedAt(timelineStep: number | undefined): ExpressionSpecification {
  return timelineStep === undefined ? ['literal', false] : ['>', ['coalesce', ['get', 'sequence'], -1], timelineStep];
}

/** Whether a building is drawn as planned: by its phase while the timeline is in use, else as the file says. */
export function isBuildingPlannedAt(timelineStep: number | undefined): ExpressionSpecification {
  return timelineStep === undefined
    ? ['==', ['get', 'proposed'], true]
    : ['any', isPlannedAt(timelineStep), ['all', ['!', ['has', 'sequence']], ['==', ['get', 'proposed'], true]]];
}
