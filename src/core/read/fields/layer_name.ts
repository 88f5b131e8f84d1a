import { isLayerId } from '../../plan/fields.ts';
import type { LayerId } from '../../plan/types.ts';
import type { SoundFeature } from '../geojson/check_structure.ts';

/** The layer a feature itself names. A `layer` that is none of ours (a CAD layer's name) says nothing. */
export function layerNamedBy(feature: SoundFeature): LayerId | undefined {
  const named = Object.hasOwn(feature.properties, 'layer') ? feature.properties.layer : undefined;
  return isLayerId(named) ? named : undefined;
}

/** The last part of a path, whichever way its slashes lean. */
export function baseNameOf(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
}
