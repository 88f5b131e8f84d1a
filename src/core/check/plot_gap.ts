import {
  centrelinesOf,
  corridorPieces,
  findGapRings,
  type GapRing,
  SQUARE_UNITS_PER_SQUARE_METRE,
  UNITS_PER_METRE,
} from '../measure/topology/index.ts';
import type { Finding } from '../plan/findings.ts';
import type { CheckContext, Overlay } from './rule.ts';

/**
 * Ground enclosed by plots that belongs to none of them, and is neither water nor green nor a road: a strip left between two
 * borders, or a plot that is missing. A hole of a single plot was drawn on purpose.
 */
export function* checkPlotGap(context: CheckContext): Generator<Finding | undefined> {
  const { geometry, tolerances } = context;
  const toleranceSquareMetres = tolerances.gapSquareMetres;
  const { plane, features, index } = geometry.layer('plots');
  const unsound = yield* geometry.unsound('plots');
  const open = yield* geometry.openEdges('plots');
  const rings = findGapRings(open, toleranceSquareMetres * SQUARE_UNITS_PER_SQUARE_METRE).filter(
    (ring) => ring.features.length > 1,
  );
  if (rings.length === 0) return;
  const overlay = yield* context.overlay();
  const roads = corridorsOf(context);
  for (const gap of rings) {
    yield undefined;
    const box = boxOf(gap);
    const covering = index.search(...box).flatMap((place) => overlay.ringsOf(plane, place, unsound.has(place)));
    const others = roads.filter((road) => touches(boxOf({ ring: road }), box));
    const region = overlay.remainingRegion(
      plane,
      [gap.ring],
      [...covering, ...others, ...openSpace(context, overlay, box)],
    );
    const areaSquareMetres = (region?.areaSquareUnits ?? 0) / SQUARE_UNITS_PER_SQUARE_METRE;
    if (!region || areaSquareMetres <= toleranceSquareMetres) continue;
    const [first, ...related] = gap.features.flatMap((place) => features[place]?.id ?? []);
    if (first === undefined) continue;
    yield {
      code: 'plot-gap',
      severity: 'warning',
      layer: 'plots',
      feature: first,
      related,
      data: { areaSquareMetres, toleranceSquareMetres },
      evidence: region.geometry,
    };
  }
}

type BoxOfUnits = [minX: number, minY: number, maxX: number, maxY: number];

function boxOf({ ring }: Pick<GapRing, 'ring'>): BoxOfUnits {
  const box: BoxOfUnits = [
    Number.POSITIVE_INFINITY,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
  ];
  for (let place = 0; place < ring.length; place += 2) {
    const x = ring[place] as number;
    const y = ring[place + 1] as number;
    box[0] = Math.min(box[0], x);
    box[1] = Math.min(box[1], y);
    box[2] = Math.max(box[2], x);
    box[3] = Math.max(box[3], y);
  }
  return box;
}

function touches(a: BoxOfUnits, b: BoxOfUnits): boolean {
  return a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3];
}

function corridorsOf({ plan, geometry }: CheckContext): number[][] {
  return plan.layers.roads.flatMap(({ geometry: road, properties }) => {
    const halfWidth = ((properties.redLineWidthMetres ?? 0) / 2) * UNITS_PER_METRE;
    if (!(halfWidth > 0)) return [];
    return centrelinesOf(road, geometry.projection).flatMap((path) => corridorPieces(path, halfWidth));
  });
}

function openSpace({ geometry }: CheckContext, overlay: Overlay, box: BoxOfUnits): (readonly number[])[] {
  return (['water', 'green'] as const).flatMap((id) => {
    const { plane, index } = geometry.layer(id);
    return index.search(...box).flatMap((place) => overlay.ringsOf(plane, place, true));
  });
}
