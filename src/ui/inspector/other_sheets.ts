import { html, nothing, type TemplateResult } from 'lit';
import { measureEllipsoidAreaSquareMetres, measureEllipsoidLengthMetres } from '../../core/measure/ellipsoid.ts';
import type { Building, Geometry, PlanFeature, Road } from '../../core/plan/types.ts';
import { formatArea, formatFloorArea, formatLength, formatNumber } from '../../messages/format.ts';
import { inLanguage } from '../../messages/in_language.ts';
import type { FeatureRef } from '../../state/view.ts';
import { facts, linkTo, type SheetContext, section } from './sheet_parts.ts';
import { usageBar } from './usage_bars.ts';

/** A building's sheet, with its height against the limit of its plot. */
export function buildingSheet(context: SheetContext, building: Building): TemplateResult {
  const { language, words, ledger } = context;
  const w = words.inspector;
  const p = building.properties;
  const usage = ledger?.buildings.get(building.id);
  return html`
    ${facts([
      [w.buildingStatus, p.buildingStatus && w[p.buildingStatus]],
      [w.use, inLanguage(p.use, p.useEn, language)],
      [w.heightMetres, p.heightMetres === undefined ? w.none : `${formatNumber(p.heightMetres, language, 2)} m`],
      [w.floors, p.floors === undefined ? undefined : `${formatNumber(p.floors, language)} ${w.floorsUnit}`],
      [w.gfa, p.gfaSquareMetres === undefined ? w.none : formatFloorArea(p.gfaSquareMetres, language)],
      [w.plot, p.plot === undefined ? undefined : linkTo(context, { layer: 'plots', id: p.plot })],
      [w.footprint, formatArea(measureEllipsoidAreaSquareMetres(building.geometry), language), w.ellipsoid],
    ])}
    ${usage ? section(w.compliance, usageBar(context, usage)) : nothing}
  `;
}

/** What is known of a road, water, green, metro or landmark. */
export function contextSheet(context: SheetContext, ref: FeatureRef, feature: PlanFeature): TemplateResult {
  const { words } = context;
  const w = words.inspector;
  const p = feature.properties;
  const kind = [p.greenKind, p.metroKind].find(
    (value): value is keyof typeof w.kinds => typeof value === 'string' && value in w.kinds,
  );
  const road = ref.layer === 'roads' ? (feature as Road).properties : undefined;
  return facts([
    [w.kind, kind && w.kinds[kind]],
    [w.roadClass, road?.roadClass && w.roadClasses[road.roadClass]],
    [
      w.redLine,
      road?.redLineWidthMetres === undefined
        ? undefined
        : `${formatNumber(road.redLineWidthMetres, context.language, 1)} m`,
    ],
    ...size(context, feature.geometry),
  ]);
}

function size(context: SheetContext, geometry: Geometry): [string, string, string][] {
  const { language, words } = context;
  const w = words.inspector;
  switch (geometry.type) {
    case 'Polygon':
    case 'MultiPolygon':
      return [[w.area, formatArea(measureEllipsoidAreaSquareMetres(geometry), language), w.ellipsoid]];
    case 'LineString':
    case 'MultiLineString':
      return [[w.length, formatLength(measureEllipsoidLengthMetres(geometry), language), w.ellipsoid]];
    default:
      return [];
  }
}
