import { findReference } from '../control/index.ts';
import { measureDistanceMetres, type PlaneShape, rememberedPlaneShape } from '../measure/index.ts';
import type { Finding } from '../plan/findings.ts';
import type { Building, Zone } from '../plan/types.ts';
import { waterName } from './height_rises_to_water.ts';
import { DISTANCE_NOISE_METRES } from './near_features.ts';
import type { CheckContext } from './rule.ts';
import { pathOfStretch, type Shore, type Stretch, shoreOf, stretchBefore, withoutViews } from './shore_cover.ts';

/** Buildings this close to the water stand in its first row where the zone's bands do not say how deep that is. */
const FIRST_ROW_METRES = 100;

interface Front extends Stretch {
  building: Building;
}

/**
 * 合肥市控规通则（试行）, 2013: views to the water at least 25 m wide and at most 75 m apart; a zone states its own figures. Of the first row
 * of buildings before a water's shore, no run without a gap of the least width is longer than the largest spacing.
 */
export function checkViewCorridorBlocked(context: CheckContext): Finding[] {
  return context.plan.layers.zones.flatMap((zone) =>
    watersOf(zone).flatMap((water) => blockedAt(zone, water, context)),
  );
}

/** The waters a zone's heights are measured from, with the depth of the first row before each. */
function watersOf(zone: Zone): { reference: string; depthMetres: number }[] {
  const depths = new Map<string, number>();
  for (const band of zone.properties.heightBands ?? [])
    if (band.measuredFrom.startsWith('water/') && band.fromMetres === 0)
      depths.set(band.measuredFrom, band.toMetres ?? FIRST_ROW_METRES);
  return [...depths].map(([reference, depthMetres]) => ({ reference, depthMetres }));
}

function blockedAt(
  zone: Zone,
  { reference, depthMetres }: { reference: string; depthMetres: number },
  { plan, shapes, ledger }: CheckContext,
): Finding[] {
  const { viewCorridorMinWidthMetres: widthMetres, viewCorridorMaxSpacingMetres: spacingMetres } = zone.properties;
  const geometry = findReference(plan, reference);
  if (widthMetres === undefined || spacingMetres === undefined || !geometry) return [];
  const water = rememberedPlaneShape(geometry, shapes.projection);
  const shore = shoreOf(water);
  if (!shore) return [];
  const inZone = new Set(
    [...ledger.plots.values()].flatMap(({ covers, buildings }) =>
      covers.some((cover) => cover.zone === zone.id) ? buildings : [],
    ),
  );
  const fronts = plan.layers.buildings.flatMap((building): Front[] => {
    if (!inZone.has(building.id)) return [];
    const stretch = frontOf(shapes.of(building), water, shore, depthMetres);
    return stretch ? [{ ...stretch, building }] : [];
  });
  return withoutViews(fronts, widthMetres - DISTANCE_NOISE_METRES, shore.lengthMetres).flatMap(
    ({ members, ...run }): Finding[] => {
      const lengthMetres = run.toMetres - run.fromMetres;
      if (lengthMetres <= spacingMetres + DISTANCE_NOISE_METRES) return [];
      const path = pathOfStretch(shore, run).map((place) => [...shapes.projection.inverse(place)]);
      return [
        {
          code: 'view-corridor-blocked',
          severity: zone.properties.viewCorridorBinding === 'compulsory' ? 'warning' : 'info',
          layer: 'zones',
          feature: zone.id,
          related: members.map(({ building }) => building.id).sort(),
          data: {
            value: waterName(plan, reference),
            lengthMetres,
            spacingMetres,
            widthMetres,
            count: members.length,
          },
          evidence: { type: 'LineString', coordinates: path },
        },
      ];
    },
  );
}

function frontOf(building: PlaneShape, water: PlaneShape, shore: Shore, depthMetres: number): Stretch | undefined {
  return measureDistanceMetres(building, water) < depthMetres ? stretchBefore(shore, building) : undefined;
}
