import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import {
  is3d,
  isBuildingPlannedAt,
  isDimmed,
  isHovered,
  isLayerShown,
  isPlannedAt,
  isSelected,
  type StyleContext,
  visibleIf,
} from './context.ts';
import { mixColours } from './palette.ts';

/** What stands: opaque solids first, then the part above a limit, then what is only planned. Dimmed buildings lie flat. */
export function solidLayers(context: StyleContext): LayerSpecification[] {
  const { palette, view } = context;
  const isVisible = is3d(context) && isLayerShown(context, 'buildings');
  const planned = isBuildingPlannedAt(view.timelineStep);
  const height: ExpressionSpecification = ['coalesce', ['get', 'height'], 0];
  const solidTop: ExpressionSpecification = ['coalesce', ['get', 'solidTop'], 0];
  const colour = (own: string): ExpressionSpecification => [
    'case',
    isSelected,
    palette.selectionAccent,
    isHovered,
    mixColours(own, palette.selectionAccent, 0.35),
    isDimmed,
    mixColours(own, palette.paper, 0.8),
    own,
  ];
  const solid = (
    id: string,
    own: string,
    filter: ExpressionSpecification,
    base: ExpressionSpecification | number,
    top: ExpressionSpecification,
    opacity: number,
  ): LayerSpecification => ({
    id,
    type: 'fill-extrusion',
    source: 'buildings',
    filter,
    layout: visibleIf(isVisible),
    paint: {
      'fill-extrusion-color': colour(own),
      'fill-extrusion-base': base === 0 ? 0 : ['case', isDimmed, 0, base],
      'fill-extrusion-height': ['case', isDimmed, 0, top],
      'fill-extrusion-opacity': opacity,
      'fill-extrusion-vertical-gradient': true,
    },
  });
  const over: ExpressionSpecification = ['==', ['get', 'over'], true];
  const built: ExpressionSpecification = ['!', planned];
  return [
    solid('building-solid', palette.building3d, built, 0, solidTop, 1),
    solid('building-over', palette.over, ['all', built, over], solidTop, height, 1),
    solid('building-planned-solid', palette.proposed3d, planned, 0, solidTop, 0.55),
    solid('building-planned-over', palette.over, ['all', planned, over], solidTop, height, 0.6),
  ];
}

/** What may stand: the permitted height of each plot as a clear shell in the theme's colour. Dimmed plots lie flat. */
export function shellLayers(context: StyleContext): LayerSpecification[] {
  const { palette, view } = context;
  const planned = isPlannedAt(view.timelineStep);
  const shell = (id: string, filter: ExpressionSpecification, share: number): LayerSpecification => ({
    id,
    type: 'fill-extrusion',
    source: 'plots',
    filter: ['all', ['>', ['coalesce', ['get', 'heightMax'], 0], 0], filter],
    layout: visibleIf(is3d(context) && isLayerShown(context, 'plots') && view.shellOpacity > 0),
    paint: {
      'fill-extrusion-color': [
        'case',
        isSelected,
        palette.selectionAccent,
        isDimmed,
        ['to-color', ['feature-state', 'faded'], palette.plot],
        ['to-color', ['feature-state', 'colour'], palette.plot],
      ],
      'fill-extrusion-height': ['case', isDimmed, 0, ['coalesce', ['get', 'heightMax'], 0]],
      'fill-extrusion-opacity': view.shellOpacity * share,
      'fill-extrusion-vertical-gradient': false,
    },
  });
  return [shell('shell', ['!', planned], 1), shell('shell-planned', planned, 0.5)];
}
