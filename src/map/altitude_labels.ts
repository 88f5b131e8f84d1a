import type { Ledger } from '../core/control/types.ts';
import { boundsOf } from '../core/measure/bounds.ts';
import { featureById } from '../core/plan/feature_by_id.ts';
import type { Plan, PlanFeature } from '../core/plan/types.ts';
import { plotNumberOf } from './belonging.ts';
import { rememberedLabelPoint } from './label_points.ts';
import type { ScreenBox } from './name_places.ts';
import { permittedHeightOf } from './permitted_height.ts';
import { type Matrix, mercatorOf, mercatorPerMetre, projectToScreen, type ScreenPlace } from './projection.ts';

/** A height that can be written at the top of what stands there. */
export interface AltitudeLabel {
  layer: 'plots' | 'buildings';
  id: string;
  text: string;
  /** In the mercator unit square. */
  x: number;
  y: number;
  heightMetres: number;
  /** Half the feature's width, in the mercator unit square: a label is drawn only where its feature is large enough. */
  halfWidth: number;
  isOver: boolean;
}

export interface PlacedLabel {
  label: AltitudeLabel;
  /** Middle of the text, in CSS pixels. */
  x: number;
  y: number;
  /** The top itself: a hairline leads there. */
  topY: number;
  widthPixels: number;
}

/** As the plan states it: at most two decimals, none that say nothing. */
const metresText = (value: number): string => `${Number(value.toFixed(2))} m`;

function candidate(
  layer: AltitudeLabel['layer'],
  feature: PlanFeature<object>,
  heightMetres: number,
  text: string,
  isOver: boolean,
): AltitudeLabel[] {
  const { geometry } = feature;
  if (geometry.type !== 'Polygon' && geometry.type !== 'MultiPolygon') return [];
  const point = rememberedLabelPoint(geometry);
  const box = boundsOf([geometry]);
  if (!point || !box) return [];
  const [x, y] = mercatorOf(point[0], point[1]);
  const [west] = mercatorOf(box[0], box[1]);
  const [east] = mercatorOf(box[2], box[3]);
  return [{ layer, id: feature.id, text, x, y, heightMetres, halfWidth: (east - west) / 2, isOver }];
}

/** The features whose heights may be written. */
export type Standing = { readonly [Layer in 'plots' | 'buildings']: readonly Plan['layers'][Layer][number][] };

/** Every height of a plan that may be written in 3D: permitted heights of plots, heights of buildings. */
export function altitudeLabelsOf(
  plan: Plan,
  ledger: Ledger | undefined,
  standing: Standing = plan.layers,
): AltitudeLabel[] {
  return [
    ...standing.plots.flatMap((plot) => {
      const height = permittedHeightOf(plot, ledger);
      return height === undefined ? [] : candidate('plots', plot, height, `≤${metresText(height)}`, false);
    }),
    ...standing.buildings.flatMap((building) => {
      const height = building.properties.heightMetres;
      const number = plotNumberOf(building, ledger);
      const plot = number === undefined ? undefined : featureById(plan, 'plots', number);
      const limit = plot && permittedHeightOf(plot, ledger);
      if (height === undefined) return [];
      return candidate('buildings', building, height, metresText(height), limit !== undefined && height > limit);
    }),
  ];
}

export interface PlacementInput {
  matrix: Matrix;
  /** Latitude of the map's centre in degrees. */
  latitude: number;
  widthPixels: number;
  heightPixels: number;
  textWidth: (text: string) => number;
  isHidden: (label: AltitudeLabel) => boolean;
  /** Whether the top, at this place of the screen, would read as that of something else. */
  isMisplaced: (label: AltitudeLabel, at: ScreenPlace) => boolean;
  /** What stands on the screen already. */
  taken: readonly ScreenBox[];
  /** Drawn whatever their size, before all others. */
  isFirst: (label: AltitudeLabel) => boolean;
}

/** More labels than this are noise, however much room there is. */
const MAX_LABELS = 50;
/** A feature narrower than this on the screen gets no label of its own. */
const MIN_HALF_WIDTH_PIXELS = 20;
const LABEL_HEIGHT_PIXELS = 17;
/** How far above the top the text stands. */
const LIFT_PIXELS = 13;
/** What the person selected is written higher up, on a longer hairline, where a name stands in its way. */
const FIRST_LIFTS_PIXELS = [LIFT_PIXELS, 33, 53, 73, 93];
const GAP_PIXELS = 6;

function isOffNames(taken: readonly ScreenBox[], box: ScreenBox): boolean {
  return taken.every(
    (other) =>
      Math.abs(other.x - box.x) * 2 >= other.widthPixels + box.widthPixels ||
      Math.abs(other.y - box.y) * 2 >= other.heightPixels + box.heightPixels,
  );
}

/** Puts the labels on the screen: the first ones, then what exceeds its limit, then the nearer before the farther; none over another. */
export function placeAltitudeLabels(labels: readonly AltitudeLabel[], input: PlacementInput): PlacedLabel[] {
  const perMetre = mercatorPerMetre(input.latitude);
  const seen = labels.flatMap((label) => {
    if (input.isHidden(label)) return [];
    const z = label.heightMetres * perMetre;
    const at = projectToScreen(input.matrix, [label.x, label.y, z], input.widthPixels, input.heightPixels);
    if (!at || at.x < 0 || at.x > input.widthPixels || at.y < LABEL_HEIGHT_PIXELS || at.y > input.heightPixels)
      return [];
    const beside = projectToScreen(
      input.matrix,
      [label.x + label.halfWidth, label.y, z],
      input.widthPixels,
      input.heightPixels,
    );
    const halfWidth = beside ? Math.hypot(beside.x - at.x, beside.y - at.y) : 0;
    const isFirst = input.isFirst(label);
    return isFirst || halfWidth >= MIN_HALF_WIDTH_PIXELS ? [{ label, at, isFirst }] : [];
  });
  const rank = (entry: (typeof seen)[number]): number => (entry.isFirst ? 0 : entry.label.isOver ? 1 : 2);
  seen.sort((first, second) => rank(first) - rank(second) || first.at.depth - second.at.depth);

  const placed: PlacedLabel[] = [];
  for (const { label, at, isFirst } of seen) {
    if (placed.length >= MAX_LABELS) break;
    const widthPixels = input.textWidth(label.text) + 8;
    const isFree = (y: number): boolean =>
      y > LABEL_HEIGHT_PIXELS / 2 &&
      isOffNames(input.taken, { x: at.x, y, widthPixels, heightPixels: LABEL_HEIGHT_PIXELS }) &&
      placed.every(
        (other) =>
          Math.abs(other.x - at.x) * 2 >= other.widthPixels + widthPixels + GAP_PIXELS * 2 ||
          Math.abs(other.y - y) >= LABEL_HEIGHT_PIXELS + GAP_PIXELS,
      );
    const y = (isFirst ? FIRST_LIFTS_PIXELS : [LIFT_PIXELS]).map((lift) => at.y - lift).find(isFree);
    if (y !== undefined && (isFirst || !input.isMisplaced(label, at)))
      placed.push({ label, x: at.x, y, topY: at.y, widthPixels });
  }
  return placed;
}
