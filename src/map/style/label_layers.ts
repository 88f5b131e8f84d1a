import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import type { ThemeId } from '../../core/theme/types.ts';
import type { Language } from '../../state/view.ts';
import { colourById, is3d, isDimmed, isLayerShown, type StyleContext, visibleIf } from './context.ts';
import { mixColours } from './palette.ts';
import { FONT_BOLD, FONT_MEDIUM, FONT_REGULAR, nameExpression } from './text.ts';

/** The property that holds what a theme writes on a plot. */
function plotValue(theme: ThemeId, language: Language): ExpressionSpecification | undefined {
  switch (theme) {
    case 'landUse':
      return ['get', 'landUseText'];
    case 'height':
      return ['get', 'heightText'];
    case 'far':
      return ['get', 'farText'];
    case 'density':
      return ['get', 'densityText'];
    case 'greenRatio':
      return ['get', 'greenRatioText'];
    case 'townscape':
      return ['get', language === 'en' ? 'townscapeTextEn' : 'townscapeText'];
    case 'compliance':
      return ['get', 'complianceText'];
    case 'zones':
    case 'phases':
      return undefined;
  }
}

/** From where plots carry their number, and from where also the theme's value. */
const ON_SCREEN = { numberZoom: 14.75, valueZoom: 15.3, sizes: [14.75, 11, 16, 13, 18, 17], numberScale: 0.8 };
/** In print from 1:20,000 and 1:15,000. The smallest number is 7 CSS pixels, 1.85 mm, high. */
const IN_PRINT = { numberZoom: 13.5, valueZoom: 14, sizes: [13.5, 8.2, 14.6, 8.6, 16, 12, 18, 17], numberScale: 0.86 };

function plotLabels(context: StyleContext): LayerSpecification[] {
  const { palette, view } = context;
  const isShown = view.labels && isLayerShown(context, 'plots') && !is3d(context);
  const value = plotValue(view.theme, view.language);
  const writing = context.isPrint ? IN_PRINT : ON_SCREEN;
  const number: ExpressionSpecification = ['get', 'id'];
  const numberOnly: ExpressionSpecification = ['format', number, { 'font-scale': 0.86 }];
  const withValue: ExpressionSpecification = value
    ? [
        'case',
        ['!=', ['coalesce', value, ''], ''],
        [
          'format',
          ['coalesce', value, ''],
          { 'text-font': ['literal', FONT_BOLD], 'font-scale': 1.12 },
          '\n',
          {},
          number,
          { 'text-font': ['literal', FONT_REGULAR], 'font-scale': writing.numberScale },
        ],
        numberOnly,
      ]
    : numberOnly;
  const layer = (id: string, field: ExpressionSpecification, minzoom: number, maxzoom: number): LayerSpecification => ({
    id,
    type: 'symbol',
    source: 'plot-labels',
    minzoom,
    maxzoom,
    layout: {
      ...visibleIf(isShown),
      'text-field': field,
      'text-font': FONT_MEDIUM,
      'text-size': ['interpolate', ['linear'], ['zoom'], ...writing.sizes] as ExpressionSpecification,
      // Where a road's name or a phase's already stands, a plot's number moves aside.
      // A little only: a limit must not stand on the plot next to its own.
      'text-variable-anchor-offset': [
        ...['center', [0, 0], 'top', [0, -0.2], 'bottom', [0, 0.2]],
        ...['left', [-0.9, 0], 'right', [0.9, 0]],
      ] as (string | [number, number])[],
      'text-line-height': 1.15,
      'text-padding': 1.5,
      'text-max-width': 12,
      'symbol-sort-key': ['coalesce', ['get', 'rank'], 0],
    },
    paint: {
      'text-color': palette.plotText,
      'text-halo-color': palette.halo,
      'text-halo-width': 1.4,
      'text-halo-blur': 0.3,
      'text-opacity': ['case', isDimmed, 0.25, 1],
    },
  });
  // Two layers, because a text cannot change in the middle of a tile's zoom.
  return [
    layer('plot-number', numberOnly, writing.numberZoom, writing.valueZoom),
    layer('plot-label', withValue, writing.valueZoom, 24),
  ];
}

function roadLabels(context: StyleContext): LayerSpecification[] {
  const { palette, view } = context;
  const names = (id: string, classes: string[], minzoom: number, spacing: number): LayerSpecification => ({
    id,
    type: 'symbol',
    source: 'roads',
    minzoom,
    filter: ['in', ['get', 'roadClass'], ['literal', classes]],
    layout: {
      ...visibleIf(view.labels && isLayerShown(context, 'roads')),
      'symbol-placement': 'line',
      'symbol-spacing': spacing,
      'text-field': nameExpression(view.language),
      'text-font': FONT_MEDIUM,
      'text-size': ['interpolate', ['linear'], ['zoom'], 12, 9.5, 15, 12, 18, 16],
      'text-letter-spacing': view.language === 'en' ? 0.04 : 0.28,
      'text-max-angle': 35,
      'text-padding': 6,
      'symbol-sort-key': ['*', -1, ['coalesce', ['get', 'width'], 0]],
    },
    paint: {
      'text-color': palette.roadText,
      'text-halo-color': palette.road,
      'text-halo-width': 1.5,
    },
  });
  return [
    names('road-label-minor', ['branch', 'secondary'], 14.5, 320),
    names('road-label-major', ['arterial', 'expressway'], 12, 380),
  ];
}

function natureLabels(context: StyleContext): LayerSpecification[] {
  const { palette, view } = context;
  const names = (layer: 'water' | 'green', colour: string, minzoom: number): LayerSpecification => ({
    id: `${layer}-label`,
    type: 'symbol',
    source: `${layer}-labels`,
    minzoom,
    layout: {
      // In 3D only water: the room belongs to the heights.
      ...visibleIf(view.labels && isLayerShown(context, layer) && (layer === 'water' || !is3d(context))),
      'text-field': nameExpression(view.language),
      'text-font': FONT_MEDIUM,
      'text-size': ['interpolate', ['linear'], ['zoom'], 11.5, 10.5, 16, 15],
      'text-letter-spacing': view.language === 'en' ? 0.06 : 0.3,
      'text-max-width': 7,
      'text-padding': 4,
    },
    paint: { 'text-color': colour, 'text-halo-color': palette.halo, 'text-halo-width': 1.2, 'text-halo-blur': 0.4 },
  });
  return [names('green', palette.greenText, 12.5), names('water', palette.waterText, 11)];
}

function pointLabels(context: StyleContext): LayerSpecification[] {
  const { palette, view } = context;
  const names = (
    id: string,
    layer: 'metro' | 'landmarks',
    minzoom: number,
    colour: string,
    filter?: ExpressionSpecification,
  ): LayerSpecification => ({
    id,
    type: 'symbol',
    source: layer,
    minzoom,
    ...(filter && { filter }),
    layout: {
      ...visibleIf(view.labels && isLayerShown(context, layer)),
      'text-field': nameExpression(view.language),
      'text-font': FONT_MEDIUM,
      'text-size': ['interpolate', ['linear'], ['zoom'], 11.5, 10, 16, 13],
      // Beside and off the line that runs through a station.
      'text-variable-anchor': ['top-left', 'bottom-left', 'top-right', 'bottom-right'],
      'text-radial-offset': 0.75,
      'text-justify': 'auto',
      'text-max-width': 10,
      'text-padding': 3,
    },
    paint: { 'text-color': colour, 'text-halo-color': palette.halo, 'text-halo-width': 1.6 },
  });
  return [
    names('metro-label', 'metro', 12.5, palette.metro, ['==', ['geometry-type'], 'Point']),
    names('landmark-label', 'landmarks', 11.5, palette.landmark),
  ];
}

/** From where phases that are always named have room for their date too. */
const PHASE_DATE_ZOOM = 13;

function phaseLabels(context: StyleContext): LayerSpecification[] {
  const { palette, view } = context;
  const isTheme = view.theme === 'phases';
  const nameOnly: ExpressionSpecification = [
    'format',
    nameExpression(view.language),
    { 'text-font': ['literal', FONT_BOLD] },
  ];
  const withDate: ExpressionSpecification = [
    'case',
    ['has', 'opens'],
    [
      'format',
      nameExpression(view.language),
      { 'text-font': ['literal', FONT_BOLD] },
      '\n',
      {},
      ['get', 'opens'],
      { 'text-font': ['literal', FONT_REGULAR], 'font-scale': 0.75 },
    ],
    nameOnly,
  ];
  return [
    {
      id: 'phase-label',
      type: 'symbol',
      source: 'phase-labels',
      minzoom: isTheme ? 0 : view.theme === 'zones' ? 14 : 12,
      maxzoom: isTheme ? 24 : 16.5,
      layout: {
        // In 3D the heights need the room, unless phases are what the map is about.
        ...visibleIf(view.labels && isLayerShown(context, 'phases') && (isTheme || !is3d(context))),
        'text-field': isTheme ? ['step', ['zoom'], nameOnly, PHASE_DATE_ZOOM, withDate] : withDate,
        'text-font': FONT_BOLD,
        'text-size': ['interpolate', ['linear'], ['zoom'], 11.5, isTheme ? 12 : 10.5, 16, isTheme ? 19 : 15],
        'text-letter-spacing': 0.08,
        'text-line-height': 1.25,
        'text-max-width': 8,
        'text-padding': 4,
        // What the theme is about is named at every scale.
        'text-overlap': isTheme ? 'always' : 'never',
        'symbol-sort-key': ['get', 'sequence'],
      },
      paint: {
        'text-color': palette.phaseText,
        'text-halo-color': palette.halo,
        'text-halo-width': 1.8,
      },
    },
  ];
}

/** Nearer than this the map is about less than zones; where they are its theme they are always named. */
export const ZONE_NAME_MAX_ZOOM = 13.8;

function zoneLabels(context: StyleContext): LayerSpecification[] {
  const { palette, view } = context;
  const isTheme = view.theme === 'zones';
  // A zone's colour is made for areas; its name needs more contrast with the paper.
  const readable = new Map([...context.zoneColours].map(([id, colour]) => [id, mixColours(colour, palette.text, 0.4)]));
  return [
    {
      id: 'zone-label',
      type: 'symbol',
      source: 'zone-labels',
      minzoom: 10,
      maxzoom: isTheme ? 24 : ZONE_NAME_MAX_ZOOM,
      layout: {
        ...visibleIf(view.labels && isLayerShown(context, 'zones') && view.theme !== 'phases'),
        'text-field': nameExpression(view.language),
        'text-font': FONT_BOLD,
        'text-size': ['interpolate', ['linear'], ['zoom'], 10, 11, 12.5, isTheme ? 16 : 13, 15, isTheme ? 24 : 18],
        // On a map as small as a phone's a long English name spaced or set wider would run off its edge.
        'text-letter-spacing': view.language === 'en' ? 0.04 : 0.32,
        'text-line-height': 1.3,
        'text-max-width': view.language === 'en' ? 10 : 14,
        'text-padding': 8,
        'symbol-sort-key': ['get', 'index'],
      },
      paint: {
        'text-color': colourById(readable, palette.text),
        'text-opacity': isTheme ? 1 : 0.9,
        'text-halo-color': palette.halo,
        'text-halo-width': 2,
        'text-halo-blur': 0.4,
      },
    },
  ];
}

/** Every name on the map; the later in this list, the earlier it gets its room. */
export function labelLayers(context: StyleContext): LayerSpecification[] {
  return [
    ...natureLabels(context),
    ...plotLabels(context),
    ...roadLabels(context),
    ...pointLabels(context),
    ...phaseLabels(context),
    ...zoneLabels(context),
  ];
}
