import { readFileSync } from 'node:fs';

type Point = [number, number];
interface PlotFeature {
  type: 'Feature';
  id: string;
  properties: Record<string, unknown>;
  geometry: { type: 'Polygon'; coordinates: Point[][] } | { type: 'MultiPolygon'; coordinates: Point[][][] };
}
export interface PlotsFile {
  type: 'FeatureCollection';
  features: PlotFeature[];
}

export function shippedPlots(): PlotsFile {
  return JSON.parse(readFileSync(new URL('../../data/geojson/plots.geojson', import.meta.url), 'utf8')) as PlotsFile;
}

/** An update of the plots that ship, and the numbers of the plots each kind of change befell. */
export interface EveryChange {
  file: PlotsFile;
  removed: string;
  added: string;
  reshaped: string;
  rerated: string;
  renumbered: { from: string; to: string };
  split: { from: string; to: [string, string] };
  merged: { from: [string, string]; to: string };
}

/** The part of a ring west or east of a meridian. */
function cut(ring: readonly Point[], longitude: number, side: 'west' | 'east'): Point[] {
  const isIn = ([x]: Point): boolean => (side === 'west' ? x <= longitude : x >= longitude);
  const kept: Point[] = [];
  for (const [index, end] of ring.slice(1).entries()) {
    const start = ring[index] as Point;
    if (isIn(start) !== isIn(end)) {
      const share = (longitude - start[0]) / (end[0] - start[0]);
      kept.push([longitude, start[1] + (end[1] - start[1]) * share]);
    }
    if (isIn(end)) kept.push(end);
  }
  return [...kept, kept[0] as Point];
}

/**
 * One change of every kind: a plot gone, one new, one reshaped, re-rated, under another number, split, and two merged. The new one lies
 * on land the reshaped one gives up; together they cover too little of it to be its parts.
 */
export function everyChange(phase = 'phase-4'): EveryChange {
  const file = shippedPlots();
  const own = file.features.filter(
    ({ properties, geometry }) =>
      properties.phase === phase && geometry.type === 'Polygon' && geometry.coordinates.length === 1,
  );
  const [gone, reshaped, rerated, renumbered, split, one, other] = own;
  if (!gone || !reshaped || !rerated || !renumbered || !split || !one || !other)
    throw new Error(`There are too few plots in ${phase}.`);
  const ringOf = ({ geometry }: PlotFeature): Point[] => (geometry.coordinates as Point[][])[0] ?? [];
  const halfOf = (plot: PlotFeature, share: number, side: 'west' | 'east'): Point[][] => {
    const eastings = ringOf(plot).map(([x]) => x);
    const [west, east] = [Math.min(...eastings), Math.max(...eastings)];
    return [cut(ringOf(plot), west + (east - west) * share, side)];
  };
  const asPlot = (plot: PlotFeature, id: string, geometry: PlotFeature['geometry']): PlotFeature => ({
    ...structuredClone(plot),
    id,
    geometry,
  });
  const polygon = (coordinates: Point[][]): PlotFeature['geometry'] => ({ type: 'Polygon', coordinates });
  const added = asPlot(reshaped, `${reshaped.id}-增`, polygon(halfOf(reshaped, 0.75, 'east')));
  const parts: [PlotFeature, PlotFeature] = [
    asPlot(split, `${split.id}-1`, polygon(halfOf(split, 0.5, 'west'))),
    asPlot(split, `${split.id}-2`, polygon(halfOf(split, 0.5, 'east'))),
  ];
  const merged = asPlot(one, `${one.id}-合`, { type: 'MultiPolygon', coordinates: [[ringOf(one)], [ringOf(other)]] });
  const renamed = asPlot(renumbered, `${renumbered.id}-新`, renumbered.geometry);
  reshaped.geometry = polygon(halfOf(reshaped, 0.6, 'west'));
  Object.assign(rerated.properties, { farMin: 0.5, farMax: 4.5, heightMaxMetres: 100 });
  const replaced = new Set([gone, renumbered, split, one, other]);
  file.features = [...file.features.filter((plot) => !replaced.has(plot)), added, ...parts, merged, renamed];
  return {
    file,
    removed: gone.id,
    added: added.id,
    reshaped: reshaped.id,
    rerated: rerated.id,
    renumbered: { from: renumbered.id, to: renamed.id },
    split: { from: split.id, to: [parts[0].id, parts[1].id] },
    merged: { from: [one.id, other.id], to: merged.id },
  };
}
