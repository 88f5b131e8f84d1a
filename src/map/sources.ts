import type { GeoJSONSourceSpecification } from 'maplibre-gl';
import { townscapeOf } from '../core/control/townscape.ts';
import type { Ledger } from '../core/control/types.ts';
import { featureById } from '../core/plan/feature_by_id.ts';
import { landUseClassOf } from '../core/plan/land_use.ts';
import type { AnyFeature, Areal, Geometry, LayerId, Plan, PlanFeature, Plot } from '../core/plan/types.ts';
import { phaseOf, plotNumberOf } from './belonging.ts';
import { rememberedLabelPoint } from './label_points.ts';
import { permittedHeightOf } from './permitted_height.ts';
import { SOURCE_IDS, type SourceId } from './source_ids.ts';

/** The properties a layer's style reads, flat and small: the whole record stays in the plan. */
export interface DrawnFeature {
  type: 'Feature';
  geometry: Geometry;
  properties: Record<string, string | number | boolean>;
}
export interface DrawnCollection {
  type: 'FeatureCollection';
  features: DrawnFeature[];
}

type Facts = Record<string, string | number | boolean | undefined>;

function drawn(geometry: Geometry, facts: Facts): DrawnFeature {
  const properties: DrawnFeature['properties'] = {};
  for (const [key, value] of Object.entries(facts)) if (value !== undefined) properties[key] = value;
  return { type: 'Feature', geometry, properties };
}

function named(feature: PlanFeature<object>): { id: string; name: string | undefined; nameEn: string | undefined } {
  const { name, nameEn } = feature.properties;
  return { id: feature.id, name, nameEn };
}

/** A long name breaks before its parenthesis: a Chinese one would else break within a word. */
function inLines(text: string | undefined): string | undefined {
  return text?.replace(/\s*(?=[（(])/, '\n');
}

/** Upper limits as a drawing writes them: the sign, the number as the plan states it, the unit. */
function limitText(value: number | undefined, sign: '≤' | '≥', unit: string): string | undefined {
  return value === undefined ? undefined : `${sign}${Number(value.toFixed(2))}${unit}`;
}

/** What governs a plot, or what it states itself while nothing has been computed. */
function limitsOf(plot: Plot, ledger: Ledger | undefined) {
  const controls = ledger?.plots.get(plot.id)?.controls;
  const { farMax, densityMaxPercent, greenRatioMinPercent, greenRatioMaxPercent } = plot.properties;
  return {
    height: permittedHeightOf(plot, ledger),
    far: controls ? controls.far.max?.value : farMax,
    density: controls ? controls.density.max?.value : densityMaxPercent,
    greenRatioMin: controls ? controls.greenRatio.min?.value : greenRatioMinPercent,
    greenRatioMax: controls ? controls.greenRatio.max?.value : greenRatioMaxPercent,
  };
}

/** The highest of a plot's known usages, as a drawing writes it. */
function usageText(plot: Plot, ledger: Ledger | undefined): string | undefined {
  const percents = (ledger?.plots.get(plot.id)?.usages ?? []).flatMap((usage) => usage.usagePercent ?? []);
  return percents.length > 0 ? `${Math.round(Math.max(...percents))}%` : undefined;
}

function plotFacts(plan: Plan, ledger: Ledger | undefined) {
  const sequenceOf = new Map(plan.layers.phases.map((phase) => [phase.id, phase.properties.sequence]));
  const tones = new Map((plan.manifest.palette?.townscapeTones ?? []).map((tone) => [tone.code, tone]));
  return (plot: Plot): Facts => {
    const { properties } = plot;
    const limits = limitsOf(plot, ledger);
    const toneCode = townscapeOf(plan, plot, ledger?.plots.get(plot.id)?.covers ?? []).tone?.value;
    const tone = toneCode === undefined ? undefined : tones.get(toneCode);
    const phase = phaseOf(plot, ledger);
    return {
      id: plot.id,
      phase,
      sequence: phase === undefined ? undefined : sequenceOf.get(phase),
      landUseClass: landUseClassOf(plan.manifest, properties.landUseScheme, properties.landUseCode)?.code,
      compliance: ledger?.plots.get(plot.id)?.compliance,
      heightMax: limits.height,
      landUseText: properties.landUseCode,
      heightText: limitText(limits.height, '≤', ' m'),
      farText: limitText(limits.far, '≤', ''),
      densityText: limitText(limits.density, '≤', '%'),
      // A green ratio is a minimum as a rule; where only a maximum is set, as for industry, that is what the theme shows.
      greenRatioText: limitText(limits.greenRatioMin, '≥', '%') ?? limitText(limits.greenRatioMax, '≤', '%'),
      townscapeText: tone?.name,
      townscapeTextEn: tone?.nameEn,
      complianceText: usageText(plot, ledger),
    };
  };
}

function buildingFacts(plan: Plan, ledger: Ledger | undefined) {
  const sequenceOf = new Map(plan.layers.phases.map((phase) => [phase.id, phase.properties.sequence]));
  return (building: Plan['layers']['buildings'][number]): Facts => {
    const { properties } = building;
    const plot = featureById(plan, 'plots', plotNumberOf(building, ledger) ?? '');
    const limit = plot && permittedHeightOf(plot, ledger);
    const phase = plot && phaseOf(plot, ledger);
    const height = properties.heightMetres;
    return {
      ...named(building),
      plot: plot?.id,
      sequence: phase === undefined ? undefined : sequenceOf.get(phase),
      // As its floor area is counted: what is not said to be built is proposed.
      proposed: properties.buildingStatus !== 'built',
      height,
      // Where the solid ends and the part above the limit begins.
      solidTop: height === undefined ? undefined : Math.min(height, limit ?? height),
      over: height !== undefined && limit !== undefined && height > limit,
    };
  };
}

/** How a source is made of a layer: from the features' shapes, or one point for each feature's label, and with which properties. */
export interface SourceRule {
  layer: LayerId;
  /** A polygon that is cut into tiles would be named in every one of them. */
  isLabel: boolean;
  facts(feature: AnyFeature, index: number): Facts;
}

/** How everything the map draws of a plan is made. */
export function sourceRules(plan: Plan, ledger: Ledger | undefined): Record<SourceId, SourceRule> {
  const { layers } = plan;
  const plot = plotFacts(plan, ledger);
  // A lake that is also a landmark is named once: on the water.
  const waterNames = new Set(layers.water.map((feature) => feature.properties.name));
  const areaOf = (id: string): number => ledger?.plots.get(id)?.areas.ellipsoidSquareMetres ?? 0;
  const rule = <Layer extends LayerId>(
    layer: Layer,
    facts: (feature: Plan['layers'][Layer][number], index: number) => Facts,
    isLabel = false,
  ): SourceRule => ({ layer, isLabel, facts: facts as SourceRule['facts'] });

  const phase = (feature: Plan['layers']['phases'][number]): Facts => ({
    ...named(feature),
    sequence: feature.properties.sequence,
    opens: feature.properties.opens,
    openingStatus: feature.properties.openingStatus,
  });
  return {
    zones: rule('zones', (feature, index) => ({ ...named(feature), index })),
    phases: rule('phases', phase),
    water: rule('water', named),
    green: rule('green', (feature) => ({ ...named(feature), kind: feature.properties.greenKind ?? 'park' })),
    roads: rule('roads', (feature) => ({
      ...named(feature),
      roadClass: feature.properties.roadClass ?? 'branch',
      width: feature.properties.redLineWidthMetres ?? DEFAULT_WIDTH_METRES[feature.properties.roadClass ?? 'branch'],
    })),
    metro: rule('metro', (feature) => ({
      ...named(feature),
      kind: feature.properties.metroKind ?? (feature.geometry.type === 'Point' ? 'station' : 'line'),
    })),
    plots: rule('plots', plot),
    buildings: rule('buildings', buildingFacts(plan, ledger)),
    landmarks: rule('landmarks', (feature) => {
      const { id, ...names } = named(feature);
      return { id, ...(names.name !== undefined && waterNames.has(names.name) ? {} : names) };
    }),
    'zone-labels': rule(
      'zones',
      (feature, index) => {
        const { id, name, nameEn } = named(feature);
        return { id, name: inLines(name), nameEn: inLines(nameEn), index };
      },
      true,
    ),
    'phase-labels': rule('phases', phase, true),
    'water-labels': rule('water', named, true),
    'green-labels': rule('green', named, true),
    // Larger plots are named first where there is not room for all.
    'plot-labels': rule('plots', (feature) => ({ ...plot(feature), rank: -areaOf(feature.id) }), true),
  };
}

/** A feature as a source has it; undefined where it has no place for a label. */
export function drawnOf({ isLabel, facts }: SourceRule, feature: AnyFeature, index: number): DrawnFeature | undefined {
  if (!isLabel) return drawn(feature.geometry, facts(feature, index));
  const point = rememberedLabelPoint(feature.geometry as Areal);
  return point && drawn({ type: 'Point', coordinates: point }, facts(feature, index));
}

const NONE: ReadonlySet<SourceId> = new Set();

/**
 * Everything the map draws of a plan, as GeoJSON. Computed anew only for another plan or another analysis.
 * @param others sources that are drawn by other means: they stay empty
 */
export function buildSources(
  plan: Plan,
  ledger: Ledger | undefined,
  others: ReadonlySet<SourceId> = NONE,
): Record<SourceId, DrawnCollection> {
  const rules = sourceRules(plan, ledger);
  const collectionOf = (rule: SourceRule): DrawnCollection => ({
    type: 'FeatureCollection',
    features: (plan.layers[rule.layer] as readonly AnyFeature[]).flatMap(
      (feature, index) => drawnOf(rule, feature, index) ?? [],
    ),
  });
  const nothing: DrawnCollection = { type: 'FeatureCollection', features: [] };
  return Object.fromEntries(SOURCE_IDS.map((id) => [id, others.has(id) ? nothing : collectionOf(rules[id])])) as Record<
    SourceId,
    DrawnCollection
  >;
}

/** Red-line widths of roads whose file states none, in metres: so that they are drawn at all. */
const DEFAULT_WIDTH_METRES = { expressway: 60, arterial: 45, secondary: 30, branch: 18 } as const;

/** How a source is cut into tiles. */
export function sourceOptions(id: SourceId): Omit<GeoJSONSourceSpecification, 'type' | 'data'> {
  // Fills need no margin around a tile (a fifth less work at 10,000 plots); wide lines and labels do.
  const buffer = id === 'plots' || id === 'buildings' ? 8 : 64;
  return { promoteId: 'id', buffer, tolerance: 0.2, maxzoom: 17 };
}
