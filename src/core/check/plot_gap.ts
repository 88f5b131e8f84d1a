import { boxesTouch } from '../measure/index.ts';
import type { Region } from '../measure/overlay.ts';
import {
  centrelinesOf,
  corridorPieces,
  createFeatureIndex,
  findGapRings,
  findStrips,
  type OpenEdges,
  SQUARE_UNITS_PER_SQUARE_METRE,
  type Strip,
  UNITS_PER_METRE,
} from '../measure/topology/index.ts';
import type { Finding } from '../plan/findings.ts';
import type { CheckContext, Overlay } from './rule.ts';

/**
 * Ground enclosed by plots that belongs to none of them, and is neither water nor green nor a road: a strip left between two
 * borders, or a plot that is missing. A hole of a single plot was drawn on purpose. And what is open to the street at its ends, and
 * so narrow that nobody laid it out.
 */
export function* checkPlotGap(context: CheckContext): Generator<Finding | undefined> {
  const { geometry, tolerances } = context;
  const toleranceSquareMetres = tolerances.gapSquareMetres;
  const leastSquareUnits = toleranceSquareMetres * SQUARE_UNITS_PER_SQUARE_METRE;
  const { features } = geometry.layer('plots');
  const open = yield* geometry.openEdges('plots');
  const rings = findGapRings(open, leastSquareUnits).filter((ring) => ring.features.length > 1);
  const strips = (yield* stripsOf(context, open)).filter((strip) => strip.areaSquareUnits > leastSquareUnits);
  if (rings.length + strips.length === 0) return;
  const uncovered = yield* createUncovered(context);
  for (const gap of rings) {
    yield undefined;
    const region = uncovered([gap.ring], []);
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
  const told = createFeatureIndex(Float64Array.from(rings.flatMap((gap) => boxOf([gap.ring]))));
  for (const strip of strips) {
    yield undefined;
    const enclosed = told.search(...boxOf(strip.pieces)).flatMap((place) => (rings[place] ? [rings[place].ring] : []));
    const region = uncovered(strip.pieces, enclosed);
    const areaSquareMetres = (region?.areaSquareUnits ?? 0) / SQUARE_UNITS_PER_SQUARE_METRE;
    const [one, other] = [features[strip.first], features[strip.second]];
    if (!region || !one || !other || areaSquareMetres <= toleranceSquareMetres) continue;
    yield {
      code: 'plot-strip',
      severity: 'warning',
      layer: 'plots',
      feature: one.id,
      related: [other.id],
      data: {
        areaSquareMetres,
        toleranceSquareMetres,
        widthMetres: strip.widthUnits / UNITS_PER_METRE,
        toleranceMetres: tolerances.gapWidthMetres,
      },
      evidence: region.geometry,
    };
  }
}

/** What is narrower than a near miss is told as such. */
function* stripsOf({ geometry, tolerances }: CheckContext, open: OpenEdges): Generator<undefined, Strip[]> {
  const unsound = yield* geometry.unsound('plots');
  const leastUnits = tolerances.nearMissMetres * UNITS_PER_METRE;
  const mostUnits = tolerances.gapWidthMetres * UNITS_PER_METRE;
  if (!(mostUnits > leastUnits)) return [];
  const strips = yield* findStrips(open, { leastUnits, mostUnits });
  return strips.filter(({ first, second }) => !unsound.has(first) && !unsound.has(second));
}

/** What of some rings is no plot, road, water or green, nor among other rings. */
function* createUncovered(
  context: CheckContext,
): Generator<undefined, (rings: readonly number[][], others: readonly number[][]) => Region | undefined> {
  const { plane, index } = context.geometry.layer('plots');
  const unsound = yield* context.geometry.unsound('plots');
  const overlay = yield* context.overlay();
  const roads = corridorsOf(context);
  return (rings, others) => {
    const box = boxOf(rings);
    const covering = index.search(...box).flatMap((place) => overlay.ringsOf(plane, place, unsound.has(place)));
    const crossing = roads.filter((road) => boxesTouch(boxOf([road]), box));
    return overlay.remainingRegion(plane, rings, [
      ...covering,
      ...crossing,
      ...others,
      ...openSpace(context, overlay, box),
    ]);
  };
}

type BoxOfUnits = [minX: number, minY: number, maxX: number, maxY: number];

function boxOf(rings: readonly (readonly number[])[]): BoxOfUnits {
  const box: BoxOfUnits = [
    Number.POSITIVE_INFINITY,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
  ];
  for (const ring of rings)
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
