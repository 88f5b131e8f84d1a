import { createProjection, measureEllipsoidDistanceMetres } from '../../src/core/measure/index.ts';
import type { Plan } from '../../src/core/plan/types.ts';
import { readUpdate } from '../../src/core/read/read_update.ts';
import type { SourceChoices } from '../../src/core/read/types.ts';
import { readFolderPlan } from './plans.ts';
import { file } from './sample_plan.ts';

export const PLAN = readFolderPlan('data/geojson');
export type Degrees = [number, number];
export type Change = (position: Degrees) => number[];

function mapped(coordinates: unknown, change: Change): unknown {
  if (!Array.isArray(coordinates)) return coordinates;
  if (typeof coordinates[0] === 'number') return change([coordinates[0], coordinates[1]]);
  return coordinates.map((part) => mapped(part, change));
}

interface ExportedFeature {
  type: 'Feature';
  id: string;
  properties: object;
  geometry: { type: string; coordinates: unknown };
}

/** The plan's plots as another program would have written their features. */
export function exportedFeatures(change: Change, rename = (id: string) => id): ExportedFeature[] {
  return PLAN.layers.plots.map(({ id, geometry, properties }) => ({
    type: 'Feature',
    id: rename(id),
    properties: { ...properties, layer: 'plots' },
    geometry: { type: geometry.type, coordinates: mapped(geometry.coordinates, change) },
  }));
}

export function exported(change: Change, extra: object = {}, rename = (id: string) => id) {
  return file('plots.geojson', { type: 'FeatureCollection', ...extra, features: exportedFeatures(change, rename) });
}

/** Every vertex a few metres off, each another way: no shape is the plan's any more. */
export const redrawn =
  (change: Change): Change =>
  ([x, y]) =>
    change([x + 4e-5 * Math.sin(x * 1e6 + y * 3e6), y + 4e-5 * Math.cos(x * 2e6 - y * 1e6)]);

export const project =
  (crs: string): Change =>
  (position) =>
    createProjection(crs)?.forward(position) ?? [];

/** A local grid: turned about a place, its origin shifted there, and scaled. */
export const localGrid =
  (degrees: number, scale = 1): Change =>
  (position) => {
    const [east = 0, north = 0] = project('EPSG:4548')(position);
    const [x, y] = [(east - 506_000) * scale, (north - 3_520_000) * scale];
    const turn = (degrees * Math.PI) / 180;
    return [x * Math.cos(turn) + y * Math.sin(turn), -x * Math.sin(turn) + y * Math.cos(turn)];
  };

export const named = (name: string) => ({ crs: { type: 'name', properties: { name } } });

export async function readPlots(input: ReturnType<typeof file>, choice: SourceChoices = {}, plan: Plan = PLAN) {
  const reading = await readUpdate(plan, [input], 'replace', { choices: { 'plots.geojson': choice } });
  return {
    ...reading,
    coordinates: reading.sources[0]?.coordinates,
    codes: reading.diagnostics.map(({ code }) => code),
  };
}

/** The farthest that any vertex lies from where the plan has it; infinite without a plan or where vertices are missing. */
export function farthestMetres(candidate: Plan | undefined): number {
  if (candidate?.layers.plots.length !== PLAN.layers.plots.length) return Number.POSITIVE_INFINITY;
  let farthest = 0;
  for (const [index, plot] of candidate.layers.plots.entries()) {
    const own: unknown = PLAN.layers.plots[index]?.geometry.coordinates;
    const flat = (value: unknown): number[] => (Array.isArray(value) ? value.flat(9) : []) as number[];
    const [a, b] = [flat(plot.geometry.coordinates), flat(own)];
    if (a.length !== b.length) return Number.POSITIVE_INFINITY;
    for (let k = 0; k < a.length; k += 2)
      farthest = Math.max(
        farthest,
        measureEllipsoidDistanceMetres([a[k] ?? 0, a[k + 1] ?? 0], [b[k] ?? 0, b[k + 1] ?? 0]),
      );
  }
  return farthest;
}
