import { isAreal } from '../core/plan/is_areal.ts';
import type { LayerId, Plan, PlanFeature, Position } from '../core/plan/types.ts';
import type { View } from '../state/view.ts';
import { rememberedLabelPoint } from './label_points.ts';
import { type Matrix, mercatorOf, projectToScreen } from './projection.ts';
import { ZONE_NAME_MAX_ZOOM } from './style/label_layers.ts';

/** A rectangle on the screen, by its middle, in CSS pixels. */
export interface ScreenBox {
  x: number;
  y: number;
  widthPixels: number;
  heightPixels: number;
}

/** About how large the names of a layer are written, in CSS pixels; and whether beside their point instead of on it. */
const WRITING: Partial<Record<LayerId, { sizePixels: number; isBeside: boolean }>> = {
  zones: { sizePixels: 21, isBeside: false },
  phases: { sizePixels: 17, isBeside: false },
  metro: { sizePixels: 12, isBeside: true },
  landmarks: { sizePixels: 12, isBeside: true },
};
/** Letter spacing and halo make a name this much wider than its letters. */
const SPACED = 1.3;
/** A Latin letter is about half as wide as a Chinese character. */
const LATIN_WIDTH = 0.55;

function placeOf(feature: PlanFeature<object>): Position | undefined {
  const { geometry } = feature;
  if (geometry.type === 'Point') return geometry.coordinates;
  return isAreal(geometry) ? rememberedLabelPoint(geometry) : undefined;
}

/** The layers whose names stand on a 3D map. */
function namedLayers(view: Pick<View, 'theme' | 'hiddenLayers'>, zoom: number): LayerId[] {
  const hasZones = view.theme === 'zones' || (view.theme !== 'phases' && zoom < ZONE_NAME_MAX_ZOOM);
  const areas: LayerId[] = hasZones ? ['zones'] : view.theme === 'phases' ? ['phases'] : [];
  return [...areas, 'metro' as const, 'landmarks' as const].filter((layer) => !view.hiddenLayers.includes(layer));
}

/**
 * Where MapLibre writes names on a standing map, estimated: heights are written around them, never over them. An estimate is
 * enough, for a height that gives way to a name that is not there is no loss.
 */
export function namePlaces(
  plan: Plan,
  view: Pick<View, 'theme' | 'hiddenLayers' | 'language'>,
  matrix: Matrix,
  screen: { widthPixels: number; heightPixels: number; zoom: number },
): ScreenBox[] {
  return namedLayers(view, screen.zoom).flatMap((layer) => {
    const writing = WRITING[layer];
    if (!writing) return [];
    return plan.layers[layer].flatMap((feature): ScreenBox[] => {
      const { name, nameEn } = feature.properties;
      const text = (view.language === 'en' ? (nameEn ?? name) : (name ?? nameEn)) ?? '';
      const [longitude, latitude] = placeOf(feature) ?? [];
      if (!text || longitude === undefined || latitude === undefined) return [];
      const at = projectToScreen(
        matrix,
        [...mercatorOf(longitude, latitude), 0],
        screen.widthPixels,
        screen.heightPixels,
      );
      if (!at) return [];
      const { sizePixels, isBeside } = writing;
      const letters = [...text].reduce((sum, letter) => sum + (letter < '\u2e80' ? LATIN_WIDTH : 1), 0);
      const widthPixels = letters * sizePixels * SPACED;
      return [
        {
          x: isBeside ? at.x + sizePixels * 0.75 + widthPixels / 2 : at.x,
          y: isBeside ? at.y + sizePixels : at.y,
          widthPixels,
          heightPixels: sizePixels * 1.8,
        },
      ];
    });
  });
}
