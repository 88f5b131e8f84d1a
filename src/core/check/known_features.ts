import type { Ledger } from '../control/types.ts';
import type { Box } from '../measure/index.ts';
import type { Finding } from '../plan/findings.ts';
import type { Geometry, LayerId, Plan } from '../plan/types.ts';
import { plotsOfBuildings } from './building_places.ts';
import type { PlanPlaces } from './plan_places.ts';

/** Layers of which only what changed is checked again; the others have few features, and are always checked whole. */
export const REMEMBERED = ['plots', 'buildings'] as const;
export type RememberedLayer = (typeof REMEMBERED)[number];
/** Layers the plots and buildings are held against. */
const AROUND = ['phases', 'roads', 'water', 'green'] as const satisfies readonly LayerId[];

/** Length of a degree of latitude, rounded down so that a reach in degrees is never too short. */
const METRES_PER_DEGREE = 110_000;

/** What a rule may have looked at of a layer's features: where all of it is the same for one, so is what was found. */
export interface KnownLayer {
  features: readonly { id: string; geometry: Geometry }[];
  placeOf: ReadonlyMap<string, number>;
  /** West, south, east, north in degrees, four numbers a feature. */
  boxes: Float64Array;
  /** Everything besides the geometry: a list for each input, with one entry a feature. */
  inputs: readonly (readonly unknown[])[];
}

export interface Content {
  settings: string;
  layers: Record<RememberedLayer, KnownLayer>;
  around: Record<(typeof AROUND)[number], KnownLayer>;
  /** By the rule's code, as the rule told them. */
  findings: Map<string, readonly Finding[]>;
}

/** Undefined where features cannot be told apart: an id that is used twice. */
export function describe(plan: Plan, ledger: Ledger, places: PlanPlaces): Content | undefined {
  const { manifest, layers } = plan;
  const known = (layer: LayerId, inputs: readonly (readonly unknown[])[]): KnownLayer => ({
    features: layers[layer],
    placeOf: places.byId(layer),
    boxes: places.boxes(layer),
    inputs,
  });
  if ([...REMEMBERED, ...AROUND].some((layer) => places.byId(layer).size < layers[layer].length)) return undefined;
  const plotOf = plotsOfBuildings({ ledger });
  const setbacks = layers.plots.map(({ id }) => ledger.plots.get(id)?.controls.setback.min);
  const { measuringCrs, tolerances, checks } = manifest;
  // What was let stand is marked when findings are told; it decides nothing of what is found.
  const { accepted: _, ...settings } = checks ?? {};
  return {
    settings: JSON.stringify([measuringCrs, tolerances, settings]),
    layers: {
      plots: known('plots', [
        layers.plots.map(({ properties }) => properties.phase),
        layers.plots.map(({ properties }) => properties.landUseCode),
        layers.plots.map(({ properties }) => properties.landUseScheme),
        setbacks.map((setback) => setback?.value),
        setbacks.map((setback) => setback?.origin.binding),
      ]),
      buildings: known('buildings', [layers.buildings.map(({ id }) => plotOf.get(id))]),
    },
    around: {
      phases: known('phases', []),
      roads: known('roads', [layers.roads.map(({ properties }) => properties.redLineWidthMetres)]),
      water: known('water', []),
      green: known('green', []),
    },
    findings: new Map(),
  };
}

/** Box of a feature in degrees. */
export function boxAt({ boxes }: KnownLayer, place: number): Box {
  return [
    boxes[4 * place] as number,
    boxes[4 * place + 1] as number,
    boxes[4 * place + 2] as number,
    boxes[4 * place + 3] as number,
  ];
}

/** Features that were added, removed or are no longer the same, with where they are and were. */
export interface Changed {
  ids: Record<RememberedLayer, Set<string>>;
  boxes: Box[];
  phases: Set<string>;
  /** Whether water, green or roads changed. */
  isAroundChanged: boolean;
}

/** What differs of a plan's present content from the last one that was checked: ids, ground in degrees, phases. */
export function changedSince(last: Content, present: Content): Changed {
  const changed: Changed = {
    ids: { plots: new Set(), buildings: new Set() },
    boxes: [],
    phases: new Set(),
    isAroundChanged: false,
  };
  for (const layer of REMEMBERED)
    for (const { id, boxes } of differing(last.layers[layer], present.layers[layer])) {
      changed.ids[layer].add(id);
      changed.boxes.push(...boxes);
    }
  for (const layer of AROUND)
    for (const { id, boxes } of differing(last.around[layer], present.around[layer], layer === 'roads')) {
      if (layer === 'phases') changed.phases.add(id);
      else changed.isAroundChanged = true;
      changed.boxes.push(...boxes);
    }
  return changed;
}

/** @param isWide the features' only input is the width of the ground along them, in metres */
function differing(before: KnownLayer, after: KnownLayer, isWide = false): { id: string; boxes: Box[] }[] {
  const found: { id: string; boxes: Box[] }[] = [];
  const boxOf = (known: KnownLayer, place: number): Box =>
    isWide ? widened(boxAt(known, place), Number(known.inputs[0]?.[place]) || 0) : boxAt(known, place);
  let shared = 0;
  for (const [place, { id, geometry }] of after.features.entries()) {
    // Mostly a feature stands where it stood.
    const old = before.features[place]?.id === id ? place : before.placeOf.get(id);
    if (old === undefined) {
      found.push({ id, boxes: [boxOf(after, place)] });
      continue;
    }
    shared += 1;
    const isSame =
      after.inputs.every((input, index) => input[place] === before.inputs[index]?.[old]) &&
      isSameGeometry(before.features[old]?.geometry, geometry);
    if (!isSame) found.push({ id, boxes: [boxOf(before, old), boxOf(after, place)] });
  }
  if (shared < before.features.length)
    for (const [place, { id }] of before.features.entries())
      if (!after.placeOf.has(id)) found.push({ id, boxes: [boxOf(before, place)] });
  return found;
}

function isSameGeometry(a: Geometry | undefined, b: Geometry): boolean {
  return a === b || (a?.type === b.type && areSameCoordinates(a.coordinates, b.coordinates));
}

/** A layer that was read anew has millions of coordinates: a plain loop takes a fifth of the time of comparing any two values. */
function areSameCoordinates(a: unknown, b: unknown): boolean {
  if (!Array.isArray(a) || !Array.isArray(b)) return a === b;
  if (a.length !== b.length) return false;
  for (let index = 0; index < a.length; index += 1)
    if (a[index] !== b[index] && !areSameCoordinates(a[index], b[index])) return false;
  return true;
}

/** A box of degrees, widened by metres on every side. METRES_PER_DEGREE is of latitude; a degree of longitude is shorter by the cosine. */
export function widened([west, south, east, north]: Box, metres: number): Box {
  const latitude = (Math.max(Math.abs(south), Math.abs(north)) * Math.PI) / 180;
  const up = metres / METRES_PER_DEGREE;
  const aside = up / Math.max(0.01, Math.cos(latitude));
  return [west - aside, south - up, east + aside, north + up];
}
