import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import { isLayerShown, type StyleContext, visibleIf } from './context.ts';
import { groundWidth } from './metres.ts';

const byKind = (hill: string, belt: string, other: string): ExpressionSpecification => [
  'match',
  ['get', 'kind'],
  'hill',
  hill,
  'belt',
  belt,
  other,
];

/** Roads from the least to the most important: the more important are drawn on top. */
const ROAD_CLASSES = ['branch', 'secondary', 'arterial', 'expressway'] as const;
type RoadClass = (typeof ROAD_CLASSES)[number];
/** From which zoom a class is drawn, and how thin it may become, in CSS pixels. */
const ROAD_LIMITS: Record<RoadClass, { minzoom: number; minimumPixels: number }> = {
  branch: { minzoom: 12, minimumPixels: 0.8 },
  secondary: { minzoom: 10, minimumPixels: 1.2 },
  arterial: { minzoom: 0, minimumPixels: 2 },
  expressway: { minzoom: 0, minimumPixels: 2.6 },
};

/** Sources of this prefix come from the plan's basemaps: the only ones that may fail to load. */
export const BASEMAP_SOURCE_PREFIX = 'basemap-';

function basemapLayers(context: StyleContext): LayerSpecification[] {
  return (context.manifest.basemaps ?? []).map((basemap) => ({
    id: `${BASEMAP_SOURCE_PREFIX}${basemap.id}`,
    type: 'raster',
    source: `${BASEMAP_SOURCE_PREFIX}${basemap.id}`,
    layout: visibleIf(context.view.basemap === basemap.id),
    paint: { 'raster-opacity': 0.85, 'raster-saturation': -0.35 },
  }));
}

function greenAndWater(context: StyleContext): LayerSpecification[] {
  const { palette } = context;
  const green = visibleIf(isLayerShown(context, 'green'));
  const water = visibleIf(isLayerShown(context, 'water'));
  return [
    {
      id: 'green-fill',
      type: 'fill',
      source: 'green',
      layout: green,
      paint: { 'fill-color': byKind(palette.hill, palette.belt, palette.park), 'fill-antialias': true },
    },
    {
      id: 'green-line',
      type: 'line',
      source: 'green',
      layout: { ...green, 'line-join': 'round' },
      paint: { 'line-color': palette.greenEdge, 'line-width': ['interpolate', ['linear'], ['zoom'], 12, 0.4, 16, 1] },
    },
    {
      id: 'water-fill',
      type: 'fill',
      source: 'water',
      layout: water,
      paint: { 'fill-color': palette.water },
    },
    {
      // The engraver's waterline: a soft line that follows the shore inside the water.
      id: 'water-inner-line',
      type: 'line',
      source: 'water',
      minzoom: 13,
      layout: { ...water, 'line-join': 'round' },
      paint: {
        'line-color': palette.waterEdge,
        'line-opacity': 0.35,
        'line-width': ['interpolate', ['exponential', 2], ['zoom'], 13, 2, 17, 10],
        'line-blur': ['interpolate', ['exponential', 2], ['zoom'], 13, 2, 17, 10],
        'line-offset': ['interpolate', ['exponential', 2], ['zoom'], 13, 1.5, 17, 7],
      },
    },
    {
      id: 'water-line',
      type: 'line',
      source: 'water',
      layout: { ...water, 'line-join': 'round' },
      paint: { 'line-color': palette.waterEdge, 'line-width': ['interpolate', ['linear'], ['zoom'], 12, 0.6, 16, 1.4] },
    },
  ];
}

function roadLayers(context: StyleContext): LayerSpecification[] {
  const { palette, latitude } = context;
  const edge: Record<RoadClass, string> = {
    branch: palette.roadEdge,
    secondary: palette.roadEdge,
    arterial: palette.arterialEdge,
    expressway: palette.expresswayEdge,
  };
  const surface: Record<RoadClass, string> = {
    branch: palette.road,
    secondary: palette.road,
    arterial: palette.arterial,
    expressway: palette.expressway,
  };
  const road = (roadClass: RoadClass, part: 'edge' | 'surface'): LayerSpecification => ({
    id: `road-${roadClass}-${part}`,
    type: 'line',
    source: 'roads',
    minzoom: ROAD_LIMITS[roadClass].minzoom,
    filter: ['==', ['get', 'roadClass'], roadClass],
    layout: { ...visibleIf(isLayerShown(context, 'roads')), 'line-cap': 'round', 'line-join': 'round' },
    paint: {
      'line-color': (part === 'edge' ? edge : surface)[roadClass],
      'line-width': groundWidth(
        ['get', 'width'],
        latitude,
        ROAD_LIMITS[roadClass].minimumPixels,
        part === 'edge' ? 1.5 : 0,
      ),
    },
  });
  // All edges first: crossings of equal roads then open into each other.
  return [
    ...ROAD_CLASSES.map((roadClass) => road(roadClass, 'edge')),
    ...ROAD_CLASSES.map((roadClass) => road(roadClass, 'surface')),
  ];
}

function metroLayers(context: StyleContext): LayerSpecification[] {
  const { palette } = context;
  const metro = visibleIf(isLayerShown(context, 'metro'));
  const line: ExpressionSpecification = ['!=', ['geometry-type'], 'Point'];
  return [
    {
      id: 'metro-edge',
      type: 'line',
      source: 'metro',
      filter: line,
      layout: { ...metro, 'line-cap': 'round', 'line-join': 'round' },
      paint: { 'line-color': palette.metroPaper, 'line-width': ['interpolate', ['linear'], ['zoom'], 11, 3.4, 16, 7] },
    },
    {
      id: 'metro-line',
      type: 'line',
      source: 'metro',
      filter: line,
      layout: { ...metro, 'line-cap': 'round', 'line-join': 'round' },
      paint: { 'line-color': palette.metro, 'line-width': ['interpolate', ['linear'], ['zoom'], 11, 2, 16, 4] },
    },
  ];
}

function stationLayers(context: StyleContext): LayerSpecification[] {
  const { palette } = context;
  return [
    {
      id: 'metro-station',
      type: 'circle',
      source: 'metro',
      minzoom: 11.5,
      filter: ['==', ['geometry-type'], 'Point'],
      layout: visibleIf(isLayerShown(context, 'metro')),
      paint: {
        'circle-radius': ['interpolate', ['linear'], ['zoom'], 11.5, 2.4, 16, 6],
        'circle-color': palette.metroPaper,
        'circle-stroke-color': palette.metro,
        'circle-stroke-width': ['interpolate', ['linear'], ['zoom'], 11.5, 1.4, 16, 2.8],
      },
    },
    {
      id: 'landmark-dot',
      type: 'circle',
      source: 'landmarks',
      minzoom: 11,
      layout: visibleIf(isLayerShown(context, 'landmarks')),
      paint: {
        'circle-radius': ['interpolate', ['linear'], ['zoom'], 11, 2, 16, 4],
        'circle-color': palette.landmark,
        'circle-stroke-color': palette.halo,
        'circle-stroke-width': 1.2,
      },
    },
  ];
}

/** The ground: paper, basemaps, green, water, roads, the metro line. Everything the plan is drawn upon. */
export function groundLayers(context: StyleContext): LayerSpecification[] {
  return [
    { id: 'paper', type: 'background', paint: { 'background-color': context.palette.paper } },
    ...basemapLayers(context),
    ...greenAndWater(context),
    ...roadLayers(context),
  ];
}

/** The metro line and points of orientation: drawn above the plots. */
export function transitLayers(context: StyleContext): LayerSpecification[] {
  return [...metroLayers(context), ...stationLayers(context)];
}
