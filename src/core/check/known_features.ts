import { sameValue } from '../compare/same_value.ts';
import type { Ledger } from '../control/types.ts';
import { type Box, boundsOf } from '../measure/index.ts';
import type { Finding } from '../plan/findings.ts';
import type { Geometry, LayerId, Plan } from '../plan/types.ts';
import { plotsOfBuildings } from './building_places.ts';

/** Layers of which only what changed is checked again; the others have few features, and are always checked whole. */
export const REMEMBERED = ['plots', 'buildings'] as const;
export type RememberedLayer = (typeof REMEMBERED)[number];
/** Layers the plots and buildings are held against. */
const AROUND = ['phases', 'roads', 'water', 'green'] as const satisfies readonly LayerId[];

/** Length of a degree of latitude, rounded down so that a reach in degrees is never too short. */
const METRES_PER_DEGREE = 110_000;

/** What a rule may have looked at of a feature: when it is the same, so is what was found. */
export interface Known {
  geometry: Geometry;
  /** West, south, east, north in degrees. */
  box: Box;
  /** Everything besides the geometry. */
  inputs: string;
}
export type KnownLayer = Map<string, Known>;

export interface Content {
  settings: string;
  layers: Record<RememberedLayer, KnownLayer>;
  around: Record<(typeof AROUND)[number], KnownLayer>;
  /** By the rule's code, as the rule told them. */
  findings: Map<string, readonly Finding[]>;
}

/** Undefined where features cannot be told apart: a number that is used twice. */
export function describe(plan: Plan, ledger: Ledger): Content | undefined {
  const { manifest, layers } = plan;
  const plotOf = plotsOfBuildings({ ledger });
  const plots = new Map<string, Known>();
  for (const { id, geometry, properties } of layers.plots) {
    const setback = ledger.plots.get(id)?.controls.setback.min;
    const { phase, landUseCode, landUseScheme } = properties;
    const inputs = [phase, landUseCode, landUseScheme, setback?.value, setback?.origin.binding];
    plots.set(id, knownOf(geometry, inputs));
  }
  const buildings = new Map<string, Known>();
  for (const { id, geometry } of layers.buildings) buildings.set(id, knownOf(geometry, [plotOf.get(id)]));
  if (plots.size < layers.plots.length || buildings.size < layers.buildings.length) return undefined;
  const around = Object.fromEntries(
    AROUND.map((layer) => [
      layer,
      new Map(
        layers[layer].map(({ id, geometry, properties }) => [
          id,
          knownOf(geometry, [(properties as { redLineWidthMetres?: number }).redLineWidthMetres]),
        ]),
      ),
    ]),
  ) as Content['around'];
  const { measuringCrs, tolerances, checks } = manifest;
  return {
    settings: JSON.stringify([measuringCrs, tolerances, checks]),
    layers: { plots, buildings },
    around,
    findings: new Map(),
  };
}

const NOWHERE: Box = [Infinity, Infinity, -Infinity, -Infinity];

function knownOf(geometry: Geometry, inputs: readonly unknown[]): Known {
  return { geometry, box: boundsOf([geometry]) ?? NOWHERE, inputs: JSON.stringify(inputs) };
}

/** Features that were added, removed or are no longer the same, with where they are and were. */
export interface Changed {
  ids: Record<RememberedLayer, Set<string>>;
  boxes: Box[];
  phases: Set<string>;
  /** Whether water, green or roads changed. */
  isAroundChanged: boolean;
}

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
    for (const { id, boxes, widthMetres } of differing(last.around[layer], present.around[layer])) {
      if (layer === 'phases') changed.phases.add(id);
      else changed.isAroundChanged = true;
      changed.boxes.push(...boxes.map((box) => widened(box, widthMetres)));
    }
  return changed;
}

function differing(before: KnownLayer, after: KnownLayer): { id: string; boxes: Box[]; widthMetres: number }[] {
  const found: { id: string; boxes: Box[]; widthMetres: number }[] = [];
  const widthOf = (known: Known | undefined) => Number((JSON.parse(known?.inputs ?? '[]') as unknown[])[0]) || 0;
  for (const [id, known] of after) {
    const old = before.get(id);
    if (old && old.inputs === known.inputs && isSameGeometry(old.geometry, known.geometry)) continue;
    const boxes = old ? [old.box, known.box] : [known.box];
    found.push({ id, boxes, widthMetres: Math.max(widthOf(old), widthOf(known)) });
  }
  for (const [id, known] of before)
    if (!after.has(id)) found.push({ id, boxes: [known.box], widthMetres: widthOf(known) });
  return found;
}

function isSameGeometry(a: Geometry, b: Geometry): boolean {
  return a === b || (a.type === b.type && sameValue(a.coordinates, b.coordinates));
}

export function widened([west, south, east, north]: Box, metres: number): Box {
  const latitude = (Math.max(Math.abs(south), Math.abs(north)) * Math.PI) / 180;
  const up = metres / METRES_PER_DEGREE;
  const aside = up / Math.max(0.01, Math.cos(latitude));
  return [west - aside, south - up, east + aside, north + up];
}
