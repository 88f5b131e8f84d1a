import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import { colourById, is3d, isHovered, isLayerShown, isPlannedAt, type StyleContext, visibleIf } from './context.ts';
import { plannedHatch, zoneHatch } from './patterns.ts';

/** Ground under the phases' plots: in the phases theme the gross area (roads and green included) is tinted too. */
export function phaseFillLayers(context: StyleContext): LayerSpecification[] {
  const { palette, view } = context;
  const isTheme = view.theme === 'phases' && isLayerShown(context, 'phases');
  const planned = isPlannedAt(view.timelineStep);
  return [
    {
      id: 'phase-fill',
      type: 'fill',
      source: 'phases',
      layout: visibleIf(isTheme),
      paint: {
        'fill-color': colourById(context.phaseColours, palette.plot),
        'fill-opacity': ['case', isHovered, 0.5, planned, 0.14, 0.34],
      },
    },
    {
      id: 'phase-planned-hatch',
      type: 'fill',
      source: 'phases',
      filter: planned,
      layout: visibleIf(isLayerShown(context, 'phases') && view.timelineStep !== undefined),
      paint: { 'fill-pattern': plannedHatch(palette.plannedHatch).id, 'fill-opacity': 0.5 },
    },
  ];
}

/** Phase boundaries: the dash-dot line of a planning drawing over a pale casing, so that it holds on any colour. */
export function phaseLineLayers(context: StyleContext): LayerSpecification[] {
  const { palette, view } = context;
  const isShown = isLayerShown(context, 'phases');
  const isTheme = view.theme === 'phases';
  const planned = isPlannedAt(view.timelineStep);
  const colour = isTheme ? colourById(context.phaseColours, palette.phaseEdge) : palette.phaseEdge;
  const width: ExpressionSpecification = isTheme
    ? ['interpolate', ['linear'], ['zoom'], 11, 1.4, 15, 3, 17, 4]
    : ['interpolate', ['linear'], ['zoom'], 11, 0.8, 15, 1.6, 17, 2.2];
  return [
    {
      id: 'phase-edge',
      type: 'line',
      source: 'phases',
      layout: { ...visibleIf(isShown), 'line-join': 'round' },
      paint: {
        'line-color': palette.halo,
        'line-width': ['interpolate', ['linear'], ['zoom'], 11, 2, 15, isTheme ? 5.5 : 3.6, 17, isTheme ? 7 : 5],
        'line-opacity': isTheme ? 0.9 : 0.6,
      },
    },
    {
      id: 'phase-line',
      type: 'line',
      source: 'phases',
      filter: ['!', planned],
      layout: { ...visibleIf(isShown), 'line-join': 'round' },
      paint: { 'line-color': colour, 'line-width': width, 'line-dasharray': [7, 2, 1.5, 2] },
    },
    {
      id: 'phase-planned-line',
      type: 'line',
      source: 'phases',
      filter: planned,
      layout: { ...visibleIf(isShown && view.timelineStep !== undefined), 'line-join': 'round' },
      paint: { 'line-color': colour, 'line-width': width, 'line-dasharray': [2, 2], 'line-opacity': 0.7 },
    },
  ];
}

/** Where zones are the theme: a tint, a hatch of its own direction for each, so that overlaps show every zone in them. */
export function zoneFillLayers(context: StyleContext): LayerSpecification[] {
  const { palette, view } = context;
  const isTheme = view.theme === 'zones' && isLayerShown(context, 'zones');
  const [first, ...rest] = [...context.zoneColours].map(
    ([id, colour], index) => [id, zoneHatch(index, colour).id] as const,
  );
  const hatch = first
    ? (['match', ['get', 'id'], first[0], first[1], ...rest.flat(), first[1]] as ExpressionSpecification)
    : undefined;
  return [
    {
      id: 'zone-fill',
      type: 'fill',
      source: 'zones',
      layout: visibleIf(isTheme),
      paint: {
        'fill-color': colourById(context.zoneColours, palette.mutedText),
        'fill-opacity': ['case', isHovered, 0.34, 0.2],
        'fill-antialias': false,
      },
    },
    {
      id: 'zone-hatch',
      type: 'fill',
      source: 'zones',
      layout: visibleIf(isTheme && hatch !== undefined && !is3d(context)),
      paint: { ...(hatch && { 'fill-pattern': hatch }), 'fill-opacity': 0.5, 'fill-antialias': false },
    },
  ];
}

/** Zone boundaries: a soft band inside the line says which side is the zone's. */
export function zoneLineLayers(context: StyleContext): LayerSpecification[] {
  const { palette, view } = context;
  const isTheme = view.theme === 'zones';
  const isShown = isLayerShown(context, 'zones');
  const colour = colourById(context.zoneColours, palette.mutedText);
  return [
    {
      id: 'zone-glow',
      type: 'line',
      source: 'zones',
      layout: { ...visibleIf(isShown), 'line-join': 'round' },
      paint: {
        'line-color': colour,
        'line-opacity': isTheme ? 0.45 : 0.22,
        'line-width': ['interpolate', ['linear'], ['zoom'], 11, 4, 14, 9, 17, 16],
        'line-blur': ['interpolate', ['linear'], ['zoom'], 11, 2, 14, 5, 17, 9],
        'line-offset': ['interpolate', ['linear'], ['zoom'], 11, 2, 14, 4.5, 17, 8],
      },
    },
    {
      id: 'zone-edge',
      type: 'line',
      source: 'zones',
      layout: { ...visibleIf(isShown && isTheme), 'line-join': 'round' },
      paint: { 'line-color': palette.halo, 'line-width': ['interpolate', ['linear'], ['zoom'], 11, 3, 15, 5.5] },
    },
    {
      id: 'zone-line',
      type: 'line',
      source: 'zones',
      layout: { ...visibleIf(isShown), 'line-join': 'round' },
      paint: {
        'line-color': colour,
        'line-width': isTheme
          ? ['interpolate', ['linear'], ['zoom'], 11, 1.6, 15, 3.2]
          : ['interpolate', ['linear'], ['zoom'], 11, 0.8, 15, 1.6],
        ...(!isTheme && { 'line-dasharray': [5, 2.5] }),
        'line-opacity': isTheme ? 1 : 0.85,
      },
    },
  ];
}
