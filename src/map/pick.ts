import { boundsOf } from '../core/measure/bounds.ts';
import { boxesOf } from '../core/packing/boxes.ts';
import type { AnyFeature, Geometry, LayerId, Plan, Position } from '../core/plan/types.ts';
import type { FeatureRef, View } from '../state/view.ts';

type Box = [west: number, south: number, east: number, north: number];

/** The layers a person can point at, the first one first. What the theme is about comes before what lies on it. */
export function pickOrder(view: Pick<View, 'theme' | 'mode' | 'hiddenLayers'>): LayerId[] {
  const areas: LayerId[] =
    view.theme === 'zones'
      ? ['zones', 'plots', 'buildings', 'phases']
      : view.theme === 'phases'
        ? ['phases', 'plots', 'buildings', 'zones']
        : view.mode === '3d'
          ? ['buildings', 'plots', 'phases', 'zones']
          : ['plots', 'buildings', 'phases', 'zones'];
  return (['landmarks', 'metro', ...areas] as LayerId[]).filter((layer) => !view.hiddenLayers.includes(layer));
}

function isInRing(x: number, y: number, ring: readonly Position[]): boolean {
  let inside = false;
  let [bx = 0, by = 0] = ring.at(-1) ?? [];
  for (const [ax = 0, ay = 0] of ring) {
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
    bx = ax;
    by = ay;
  }
  return inside;
}

const isInPolygon = (x: number, y: number, [outer, ...holes]: readonly Position[][]): boolean =>
  outer !== undefined && isInRing(x, y, outer) && !holes.some((hole) => isInRing(x, y, hole));

function isAt(geometry: Geometry, x: number, y: number, reach: number): boolean {
  switch (geometry.type) {
    case 'Polygon':
      return isInPolygon(x, y, geometry.coordinates);
    case 'MultiPolygon':
      return geometry.coordinates.some((polygon) => isInPolygon(x, y, polygon));
    case 'Point': {
      const [px = 0, py = 0] = geometry.coordinates;
      return Math.hypot((px - x) * Math.cos((y * Math.PI) / 180), py - y) <= reach;
    }
    default:
      return false;
  }
}

/** Finds what lies at a place, from the plan itself: the answer does not depend on what has been drawn yet. */
export class Picker {
  readonly #plan: Plan;
  readonly #boxes = new Map<LayerId, (Box | undefined)[]>();

  constructor(plan: Plan) {
    this.#plan = plan;
  }

  /** Everything at a place, in the order of the layers given; of zones that overlap, the smaller first. `reach` in degrees. */
  at(longitude: number, latitude: number, layers: readonly LayerId[], reach: number): FeatureRef[] {
    return layers.flatMap((layer) => {
      const boxes = this.#boxesOf(layer);
      const hits = this.#plan.layers[layer].flatMap((feature, index) => {
        const box = boxes[index];
        if (!box) return [];
        const [west, south, east, north] = box;
        if (
          longitude < west - reach ||
          longitude > east + reach ||
          latitude < south - reach ||
          latitude > north + reach
        )
          return [];
        const isHit = isAt(feature.geometry, longitude, latitude, reach);
        return isHit ? [{ ref: { layer, id: feature.id }, size: (east - west) * (north - south) }] : [];
      });
      return hits.sort((first, second) => first.size - second.size).map((hit) => hit.ref);
    });
  }

  #boxesOf(layer: LayerId): (Box | undefined)[] {
    let boxes = this.#boxes.get(layer);
    if (!boxes) {
      const features: readonly AnyFeature[] = this.#plan.layers[layer];
      const numbers = boxesOf(features);
      boxes = features.map((feature, index) =>
        numbers ? ([...numbers.subarray(index * 4, index * 4 + 4)] as Box) : boundsOf([feature.geometry]),
      );
      this.#boxes.set(layer, boxes);
    }
    return boxes;
  }
}

const isSame = (first: FeatureRef | undefined, second: FeatureRef): boolean =>
  first?.layer === second.layer && first.id === second.id;

/** What a click selects: the first hit; a further click at the same place walks on to what lies beneath, and round again. */
export function nextSelection(hits: readonly FeatureRef[], selected: FeatureRef | undefined, isSamePlace: boolean) {
  const present = isSamePlace ? hits.findIndex((hit) => isSame(selected, hit)) : -1;
  return hits[(present + 1) % Math.max(1, hits.length)];
}
