import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import {
  is3d,
  isBuildingPlannedAt,
  isDimmed,
  isHovered,
  isLayerShown,
  isPlannedAt,
  type StyleContext,
  themeColour,
  visibleIf,
} from './context.ts';
import { nearHatch, overHatch, plannedHatch } from './patterns.ts';

/** Plots carry the theme's colour where the theme is about plots, and lend themselves to the phases. */
function plotFillOpacity(context: StyleContext): ExpressionSpecification {
  const { view, palette } = context;
  // In 3D the ground steps back behind the shells that stand on it.
  const full = is3d(context) ? 0.42 : view.theme === 'zones' ? 0.75 : palette.themeFillOpacity;
  const planned = isPlannedAt(view.timelineStep);
  return ['case', isDimmed, 0.1, isHovered, Math.min(1, full + 0.16), planned, full * 0.38, full];
}

/** Plots in two dimensions: fill, hatches for what is planned or exceeded, and thin paper-coloured edges. */
export function plotLayers(context: StyleContext): LayerSpecification[] {
  const { palette, view } = context;
  const plots = isLayerShown(context, 'plots');
  const planned = isPlannedAt(view.timelineStep);
  const isCompliance = view.theme === 'compliance';
  return [
    {
      id: 'plot-fill',
      type: 'fill',
      source: 'plots',
      layout: visibleIf(plots),
      paint: {
        'fill-color': themeColour(palette.plot),
        'fill-opacity': plotFillOpacity(context),
        // The edge is drawn as a line of its own.
        'fill-antialias': false,
      },
    },
    {
      id: 'plot-planned-hatch',
      type: 'fill',
      source: 'plots',
      filter: planned,
      layout: visibleIf(plots && view.timelineStep !== undefined),
      paint: {
        'fill-pattern': plannedHatch(palette.plannedHatch).id,
        'fill-opacity': ['case', isDimmed, 0.05, 0.8],
      },
    },
    {
      id: 'plot-near-hatch',
      type: 'fill',
      source: 'plots',
      filter: ['==', ['get', 'compliance'], 'near'],
      layout: visibleIf(plots && isCompliance),
      paint: { 'fill-pattern': nearHatch(palette.plotText).id, 'fill-opacity': ['case', isDimmed, 0.03, 0.28] },
    },
    {
      id: 'plot-over-hatch',
      type: 'fill',
      source: 'plots',
      filter: ['==', ['get', 'compliance'], 'over'],
      layout: visibleIf(plots && isCompliance),
      paint: { 'fill-pattern': overHatch(palette.plotText).id, 'fill-opacity': ['case', isDimmed, 0.06, 0.42] },
    },
    {
      id: 'plot-line',
      type: 'line',
      source: 'plots',
      filter: ['!', planned],
      layout: { ...visibleIf(plots), 'line-join': 'round' },
      paint: {
        'line-color': palette.plotEdge,
        'line-width': ['interpolate', ['linear'], ['zoom'], 12, 0.35, 14, 0.9, 17, 1.8],
        'line-opacity': ['case', isDimmed, 0.35, 1],
      },
    },
    {
      id: 'plot-planned-line',
      type: 'line',
      source: 'plots',
      minzoom: 13,
      filter: planned,
      layout: { ...visibleIf(plots && view.timelineStep !== undefined), 'line-join': 'round' },
      paint: {
        'line-color': themeColour(palette.mutedText),
        'line-width': ['interpolate', ['linear'], ['zoom'], 13, 0.7, 17, 1.6],
        'line-dasharray': [3, 2],
        'line-opacity': ['case', isDimmed, 0.2, 0.9],
      },
    },
  ];
}

/** Buildings in two dimensions: a quiet figure on the plots; the proposed ones only outlined. */
export function buildingLayers(context: StyleContext): LayerSpecification[] {
  const { palette, view } = context;
  const isVisible = visibleIf(isLayerShown(context, 'buildings') && !is3d(context));
  const planned = isBuildingPlannedAt(view.timelineStep);
  return [
    {
      id: 'building-fill',
      type: 'fill',
      source: 'buildings',
      minzoom: 13.5,
      layout: isVisible,
      paint: {
        'fill-color': palette.building,
        'fill-opacity': ['case', isDimmed, 0.04, isHovered, 0.6, planned, 0.1, 0.34],
      },
    },
    {
      id: 'building-line',
      type: 'line',
      source: 'buildings',
      minzoom: 14.5,
      filter: ['!', planned],
      layout: isVisible,
      paint: {
        'line-color': palette.buildingEdge,
        'line-width': ['interpolate', ['linear'], ['zoom'], 14.5, 0.3, 17, 1],
        'line-opacity': ['case', isDimmed, 0.1, 0.7],
      },
    },
    {
      id: 'building-planned-line',
      type: 'line',
      source: 'buildings',
      minzoom: 14.5,
      filter: planned,
      layout: isVisible,
      paint: {
        'line-color': palette.proposedEdge,
        'line-width': ['interpolate', ['linear'], ['zoom'], 14.5, 0.4, 17, 1],
        'line-dasharray': [2.5, 1.5],
        'line-opacity': ['case', isDimmed, 0.1, 0.75],
      },
    },
  ];
}
