import {
  areaInsideRingSquareUnits,
  centrelinesOf,
  corridorPieces,
  SQUARE_UNITS_PER_SQUARE_METRE,
  UNITS_PER_METRE,
} from '../measure/topology/index.ts';
import type { Finding } from '../plan/findings.ts';
import type { Plot, Road } from '../plan/types.ts';
import type { CheckContext } from './rule.ts';

/** A plot that reaches over a road's red line (红线): the ground is counted and sold, and is the road's. */
export function* checkPlotAcrossRoad(context: CheckContext): Generator<Finding | undefined> {
  const { geometry, plan, tolerances } = context;
  const toleranceSquareMetres = tolerances.roadSquareMetres;
  const { plane, index, features } = geometry.layer('plots');
  const unsound = yield* geometry.unsound('plots');
  const outlineOf = yield* geometry.outlines('plots', context.overlay);
  for (const road of plan.layers.roads) {
    yield undefined;
    const { pieces, inside } = areaByPlot(context, road);
    for (const [place, squareUnits] of inside) {
      const plot = features[place] as Plot | undefined;
      // The pieces of a corridor overlap at bends: their sum may be too large, never too small.
      if (!plot || isTransport(plot) || squareUnits <= toleranceSquareMetres * SQUARE_UNITS_PER_SQUARE_METRE) continue;
      const overlay = yield* context.overlay();
      const region = overlay.sharedRegion(plane, overlay.ringsOf(plane, place, unsound.has(place)), pieces);
      const areaSquareMetres = (region?.areaSquareUnits ?? 0) / SQUARE_UNITS_PER_SQUARE_METRE;
      if (!region || areaSquareMetres <= toleranceSquareMetres) continue;
      yield {
        code: 'plot-across-road',
        severity: 'error',
        layer: 'plots',
        feature: plot.id,
        related: [road.id],
        data: { areaSquareMetres, toleranceSquareMetres, redLineWidthMetres: road.properties.redLineWidthMetres ?? 0 },
        evidence: region.geometry,
      };
    }
  }

  function areaByPlot({ geometry: { projection } }: CheckContext, { geometry: line, properties }: Road) {
    const halfWidth = ((properties.redLineWidthMetres ?? 0) / 2) * UNITS_PER_METRE;
    const pieces =
      halfWidth > 0 ? centrelinesOf(line, projection).flatMap((path) => corridorPieces(path, halfWidth)) : [];
    const inside = new Map<number, number>();
    for (const piece of pieces) {
      const xs = piece.filter((_, place) => place % 2 === 0);
      const ys = piece.filter((_, place) => place % 2 === 1);
      for (const place of index.search(Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys))) {
        const outline = outlineOf(place);
        const area = areaInsideRingSquareUnits(outline.layer, outline.place, piece);
        if (area > 0) inside.set(place, (inside.get(place) ?? 0) + area);
      }
    }
    return { pieces, inside };
  }
}

/** Land for transport (12 of the 2023 guide, S of GB 50137) is the road itself, or belongs to it. */
function isTransport({ properties: { landUseCode, landUseScheme } }: Plot): boolean {
  if (landUseCode === undefined || landUseScheme === 'local') return false;
  return landUseScheme === 'gb50137-2011' ? landUseCode.startsWith('S') : landUseCode.startsWith('12');
}
