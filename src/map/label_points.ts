import { labelPointOf } from '../core/measure/label_point.ts';
import type { Areal } from '../core/plan/types.ts';

type Place = [longitude: number, latitude: number];

const known = new WeakMap<Areal, Place | undefined>();

/** Where a shape's label stands. Geometries are never changed, so what was found once is remembered with them. */
export function rememberedLabelPoint(geometry: Areal): Place | undefined {
  if (known.has(geometry)) return known.get(geometry);
  const place = labelPointOf(geometry);
  known.set(geometry, place);
  return place;
}
