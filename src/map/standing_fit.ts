import type { Ledger } from '../core/control/types.ts';
import { featureById } from '../core/plan/feature_by_id.ts';
import type { Plan } from '../core/plan/types.ts';
import type { FeatureRef } from '../state/view.ts';
import { permittedHeightOf } from './permitted_height.ts';
import { mercatorOf, mercatorPerMetre } from './projection.ts';

/** How high what stands on a feature reaches, in metres: its shell or its buildings; 0 for what lies flat. */
export function standingHeightOf(plan: Plan, ledger: Ledger | undefined, ref: FeatureRef | undefined): number {
  const { buildings } = plan.layers;
  if (ref?.layer === 'buildings') return featureById(plan, 'buildings', ref.id)?.properties.heightMetres ?? 0;
  const plot = ref?.layer === 'plots' ? featureById(plan, 'plots', ref.id) : undefined;
  if (!plot) return 0;
  const own = new Set(ledger?.plots.get(plot.id)?.buildings);
  const heights = buildings.flatMap(({ id, properties }) => (own.has(id) ? (properties.heightMetres ?? []) : []));
  return Math.max(permittedHeightOf(plot, ledger) ?? 0, ...heights);
}

export interface StandingFitInput {
  /** West, south, east, north in degrees. */
  box: readonly [number, number, number, number];
  heightMetres: number;
  bearing: number;
  pitch: number;
  /** Vertical field of view in degrees. */
  fieldOfView: number;
  widthPixels: number;
  heightPixels: number;
  padding: { top: number; right: number; bottom: number; left: number };
  minZoom: number;
  maxZoom: number;
}

const WORLD_PIXELS = 512;
/** Moving the camera over the ground also changes the perspective: a few steps bring the block to the middle. */
const CENTRING_STEPS = 16;
const ZOOM_STEPS = 18;
/** The camera stays this share of its distance away from the block. */
const NEAREST_SHARE = 0.15;

const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** The camera that shows a whole block of ground box × height within the padding of a leaning map: the largest there is. */
export function standingFit(input: StandingFitInput): { center: [longitude: number, latitude: number]; zoom: number } {
  const { box, padding, widthPixels, heightPixels } = input;
  const [west, south, east, north] = box;
  const [left, bottom] = mercatorOf(west, south);
  const [right, top] = mercatorOf(east, north);
  const middle = { x: (left + right) / 2, y: (top + bottom) / 2 };
  const turn = radians(input.bearing);
  const lean = radians(input.pitch);
  const height = input.heightMetres * mercatorPerMetre((south + north) / 2);
  // Across and ahead as the camera looks, and up.
  const corners = [left, right].flatMap((x) =>
    [top, bottom].flatMap((y) =>
      [0, height].map((up) => ({
        across: (x - middle.x) * Math.cos(turn) + (y - middle.y) * Math.sin(turn),
        ahead: (x - middle.x) * Math.sin(turn) - (y - middle.y) * Math.cos(turn),
        up,
      })),
    ),
  );
  const distance = heightPixels / 2 / Math.tan(radians(input.fieldOfView) / 2);
  const clear = {
    width: Math.max(1, widthPixels - padding.left - padding.right),
    height: Math.max(1, heightPixels - padding.top - padding.bottom),
    x: (padding.left - padding.right) / 2,
    y: (padding.bottom - padding.top) / 2,
  };

  /** Where the camera must aim at a zoom, from the block's middle; undefined where the block is not whole. */
  const aimAt = (zoom: number): { across: number; ahead: number } | undefined => {
    const world = WORLD_PIXELS * 2 ** zoom;
    const aim = { across: 0, ahead: 0 };
    let isWhole = false;
    for (let step = 0; step < CENTRING_STEPS; step += 1) {
      const xs: number[] = [];
      const ys: number[] = [];
      for (const corner of corners) {
        const ahead = (corner.ahead - aim.ahead) * world;
        const up = corner.up * world;
        const depth = distance + ahead * Math.sin(lean) - up * Math.cos(lean);
        if (depth < distance * NEAREST_SHARE) return undefined;
        xs.push(((corner.across - aim.across) * world * distance) / depth);
        ys.push(((ahead * Math.cos(lean) + up * Math.sin(lean)) * distance) / depth);
      }
      const [minX, maxX, minY, maxY] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
      isWhole = maxX - minX <= clear.width && maxY - minY <= clear.height;
      aim.across += ((minX + maxX) / 2 - clear.x) / world;
      aim.ahead += ((minY + maxY) / 2 - clear.y) / (world * Math.max(0.2, Math.cos(lean)));
    }
    return isWhole ? aim : undefined;
  };

  let low = input.minZoom;
  let high = input.maxZoom;
  let best = aimAt(high);
  if (best) low = high;
  for (let step = 0; step < ZOOM_STEPS && low < high; step += 1) {
    const zoom = (low + high) / 2;
    const aim = aimAt(zoom);
    if (aim) {
      best = aim;
      low = zoom;
    } else high = zoom;
  }
  const { across, ahead } = best ?? { across: 0, ahead: 0 };
  const x = middle.x + across * Math.cos(turn) + ahead * Math.sin(turn);
  const y = middle.y + across * Math.sin(turn) - ahead * Math.cos(turn);
  const latitude = (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI;
  return { center: [x * 360 - 180, latitude], zoom: low };
}
