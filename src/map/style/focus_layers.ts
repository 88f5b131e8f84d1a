import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import type { StyleContext } from './context.ts';
import { FONT_BOLD } from './text.ts';

const severityColour = (context: StyleContext): ExpressionSpecification => [
  'match',
  ['get', 'severity'],
  'error',
  context.palette.severity.error,
  'warning',
  context.palette.severity.warning,
  context.palette.severity.info,
];

const isPoint: ExpressionSpecification = ['==', ['geometry-type'], 'Point'];
const isFilled: ExpressionSpecification = ['all', ['==', ['geometry-type'], 'Polygon'], ['!', ['has', 'outlined']]];

/** Under the pointer: a thin line, no more. */
function hoverLayers({ palette }: StyleContext): LayerSpecification[] {
  return [
    {
      id: 'hover-line',
      type: 'line',
      source: 'hover',
      layout: { 'line-join': 'round' },
      paint: { 'line-color': palette.hover, 'line-width': 1.6, 'line-opacity': 0.75 },
    },
  ];
}

/** The selection: a dark line within a light one around an accent, so that it stands on any colour of any theme. */
function selectionLayers({ palette }: StyleContext): LayerSpecification[] {
  const line = (id: string, colour: string, width: number): LayerSpecification => ({
    id,
    type: 'line',
    source: 'selection',
    filter: ['!', isPoint],
    layout: { 'line-join': 'round', 'line-cap': 'round' },
    paint: { 'line-color': colour, 'line-width': width },
  });
  return [
    {
      id: 'selection-fill',
      type: 'fill',
      source: 'selection',
      filter: isFilled,
      paint: { 'fill-color': palette.selectionAccent, 'fill-opacity': 0.1 },
    },
    line('selection-outer', palette.selectionDark, 7.5),
    line('selection-middle', palette.selectionLight, 5.5),
    line('selection-inner', palette.selectionAccent, 2.6),
    {
      id: 'selection-point',
      type: 'circle',
      source: 'selection',
      filter: isPoint,
      paint: {
        'circle-radius': 10,
        'circle-opacity': 0,
        'circle-stroke-color': palette.selectionAccent,
        'circle-stroke-width': 3,
      },
    },
  ];
}

/** The very spot of a finding, in the colour of its severity: above all that stands, for it may be a sliver. */
export function spotlightLayers(context: StyleContext): LayerSpecification[] {
  const colour = severityColour(context);
  return [
    {
      id: 'spotlight-fill',
      type: 'fill',
      source: 'spotlight',
      filter: isFilled,
      paint: { 'fill-color': colour, 'fill-opacity': 0.45 },
    },
    {
      id: 'spotlight-edge',
      type: 'line',
      source: 'spotlight',
      filter: ['!', isPoint],
      layout: { 'line-join': 'round', 'line-cap': 'round' },
      paint: { 'line-color': context.palette.halo, 'line-width': 7 },
    },
    {
      id: 'spotlight-line',
      type: 'line',
      source: 'spotlight',
      filter: ['!', isPoint],
      layout: { 'line-join': 'round', 'line-cap': 'round' },
      paint: { 'line-color': colour, 'line-width': 4 },
    },
    {
      id: 'spotlight-point',
      type: 'circle',
      source: 'spotlight',
      filter: isPoint,
      paint: {
        'circle-radius': 14,
        'circle-color': colour,
        'circle-opacity': 0.15,
        'circle-stroke-color': colour,
        'circle-stroke-width': 3.5,
      },
    },
  ];
}

function measureLayers({ palette }: StyleContext): LayerSpecification[] {
  const role = (name: string): ExpressionSpecification => ['==', ['get', 'role'], name];
  return [
    {
      id: 'measure-fill',
      type: 'fill',
      source: 'measure',
      filter: role('area'),
      paint: { 'fill-color': palette.measure, 'fill-opacity': 0.16 },
    },
    {
      id: 'measure-edge',
      type: 'line',
      source: 'measure',
      filter: ['any', role('line'), role('band')],
      layout: { 'line-join': 'round', 'line-cap': 'round' },
      paint: { 'line-color': palette.halo, 'line-width': 5 },
    },
    {
      id: 'measure-line',
      type: 'line',
      source: 'measure',
      filter: role('line'),
      layout: { 'line-join': 'round', 'line-cap': 'round' },
      paint: { 'line-color': palette.measure, 'line-width': 2.4 },
    },
    {
      id: 'measure-band',
      type: 'line',
      source: 'measure',
      filter: role('band'),
      paint: { 'line-color': palette.measure, 'line-width': 1.8, 'line-dasharray': [2.5, 2] },
    },
    {
      id: 'measure-point',
      type: 'circle',
      source: 'measure',
      filter: role('point'),
      paint: {
        'circle-radius': 5,
        'circle-color': palette.halo,
        'circle-stroke-color': palette.measure,
        'circle-stroke-width': 2.4,
      },
    },
    {
      id: 'measure-number',
      type: 'symbol',
      source: 'measure',
      filter: role('point'),
      layout: {
        'text-field': ['get', 'number'],
        'text-font': FONT_BOLD,
        'text-size': 12,
        'text-offset': [0, -1.2],
        'text-allow-overlap': true,
        'text-ignore-placement': true,
      },
      paint: { 'text-color': palette.measure, 'text-halo-color': palette.halo, 'text-halo-width': 2 },
    },
  ];
}

/** What the person points at and has selected, on the ground: below what stands there. */
export function focusLayers(context: StyleContext): LayerSpecification[] {
  return [...hoverLayers(context), ...selectionLayers(context)];
}

/** The measuring tool: above the names, for its points are under the person's hand. */
export const toolLayers = measureLayers;
