import type { SourceSpecification, StyleSpecification } from 'maplibre-gl';
import type { FeatureStates } from '../feature_states.ts';
import type { FocusSourceId, SourceId } from '../source_ids.ts';
import { FOCUS_SOURCE_IDS, SOURCE_IDS } from '../source_ids.ts';
import { type DrawnCollection, sourceOptions } from '../sources.ts';
import { phaseFillLayers, phaseLineLayers, zoneFillLayers, zoneLineLayers } from './area_layers.ts';
import type { StyleContext } from './context.ts';
import { shellLayers, solidLayers } from './extrusion_layers.ts';
import { focusLayers, spotlightLayers, toolLayers } from './focus_layers.ts';
import { BASEMAP_SOURCE_PREFIX, groundLayers, transitLayers } from './ground_layers.ts';
import { labelLayers } from './label_layers.ts';
import { type HatchSpec, nearHatch, overHatch, plannedHatch, zoneHatch } from './patterns.ts';
import { buildingLayers, plotLayers } from './plot_layers.ts';

/** Everything the map shows at a moment, as data. `sync` makes the map so. */
export interface MapScene {
  style: StyleSpecification;
  /** The images the style's patterns name. */
  hatches: HatchSpec[];
  states: FeatureStates;
  /** The states without hover and selection: the same object as long as theme and filters are the same. */
  themed: FeatureStates;
}

/** What a map starts with; everything else is put in by its differences. */
export const EMPTY_STYLE: StyleSpecification = { version: 8, sources: {}, layers: [] };

/** Where layers that draw themselves stand: below these layers of the style. */
export const BACK_EDGES_BELOW = 'shell';
export const FRONT_EDGES_BELOW = 'spotlight-fill';

/** The style: a pure function of what is drawn and how. Every layer is always there; themes and modes switch visibility. */
export function buildStyle(
  context: StyleContext,
  sources: Record<SourceId, DrawnCollection>,
  focus: Record<FocusSourceId, DrawnCollection>,
): StyleSpecification {
  const all: Record<string, SourceSpecification> = {};
  for (const basemap of context.manifest.basemaps ?? [])
    all[`${BASEMAP_SOURCE_PREFIX}${basemap.id}`] = {
      type: 'raster',
      tiles: basemap.tiles,
      tileSize: basemap.tileSize ?? 256,
      attribution: basemap.attribution,
      ...(basemap.minZoom !== undefined && { minzoom: basemap.minZoom }),
      ...(basemap.maxZoom !== undefined && { maxzoom: basemap.maxZoom }),
    };
  for (const id of SOURCE_IDS) all[id] = { type: 'geojson', data: sources[id], ...sourceOptions(id) };
  for (const id of FOCUS_SOURCE_IDS) all[id] = { type: 'geojson', data: focus[id], tolerance: 0, buffer: 64 };
  return {
    version: 8,
    sources: all,
    light: { anchor: 'viewport', color: '#ffffff', intensity: 0.32, position: [1.4, 210, 35] },
    sky: {
      'sky-color': context.palette.sky,
      'horizon-color': context.palette.paper,
      'fog-color': context.palette.paper,
      'sky-horizon-blend': 0.7,
      'horizon-fog-blend': 0.6,
      'fog-ground-blend': 0.85,
    },
    transition: { duration: 0, delay: 0 },
    layers: [
      ...groundLayers(context),
      ...phaseFillLayers(context),
      ...plotLayers(context),
      ...buildingLayers(context),
      ...zoneFillLayers(context),
      ...phaseLineLayers(context),
      ...zoneLineLayers(context),
      ...transitLayers(context),
      ...focusLayers(context),
      ...solidLayers(context),
      ...shellLayers(context),
      ...spotlightLayers(context),
      ...labelLayers(context),
      ...toolLayers(context),
    ],
  };
}

/** Every hatch the style may name. */
export function hatchesOf(context: Pick<StyleContext, 'palette' | 'zoneColours'>): HatchSpec[] {
  const { palette, zoneColours } = context;
  return [
    plannedHatch(palette.plannedHatch),
    overHatch(palette.plotText),
    nearHatch(palette.plotText),
    ...[...zoneColours.values()].map((colour, index) => zoneHatch(index, colour)),
  ];
}
