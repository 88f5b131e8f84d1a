/**
 * Checks the shapes of one made-up park in a process of its own, so that the peak of its memory is its own, and writes the figures to
 * standard output as JSON. Arguments: how many plots; how many runs; and instead of all checks `overlaps` to look for overlaps on a
 * layer that is placed and indexed, `turf` to hold neighbours against each other with turf, or a path to write the park's GeoJSON to,
 * for other programs.
 */

import { writeFileSync } from 'node:fs';
import { intersect } from '@turf/turf';
import Flatbush from 'flatbush';
import { CheckMemory } from '../../src/core/check/check_memory.ts';
import { checkPlan } from '../../src/core/check/check_plan.ts';
import { GEOMETRY_RULES } from '../../src/core/check/geometry_rules.ts';
import { deriveLedger } from '../../src/core/control/index.ts';
import { type Box, boundsOf, createProjection } from '../../src/core/measure/index.ts';
import {
  createFeatureIndex,
  createPlaneLayer,
  findOpenEdges,
  findOverlapPairs,
  findRingCrossings,
  findSameShapes,
  SQUARE_UNITS_PER_SQUARE_METRE,
  sharedAreaSquareUnits,
} from '../../src/core/measure/topology/index.ts';
import type { Plan, Plot, Position } from '../../src/core/plan/types.ts';
import { drain } from '../support/drain.ts';
import { plantedPlots } from '../support/planted_plots.ts';
import { planOf } from '../support/sample_plan.ts';
import { onlyRules } from './only_rules.ts';

export interface CheckFigures {
  plots: number;
  planted: number;
  found: number;
  /** By the clock, and of the processor: the machine may be busy with other things. */
  milliseconds: number[];
  cpuMilliseconds: number[];
  /** Of the processor, after one plot was moved, with the memory of the check before. */
  againMilliseconds: number[];
  /** Bytes the process held with the plan, and at most during the first check. */
  idleBytes: number;
  peakBytes: number;
}
export interface OverlapFigures {
  /** Of the processor. */
  milliseconds: number;
  found: number;
}
export interface TurfFigures {
  /** Neighbouring pairs of the whole park, and those that were held against each other. */
  pairs: number;
  sampledPairs: number;
  cpuMilliseconds: number;
}

const MOST_TURF_PAIRS = 1500;
/** Blocks of 64 hectares, about what a park's streets leave. */
const BLOCK_COLUMNS = 8;

/** A plan that is checked for its shapes alone. */
function planOfShapes(plots: readonly Plot[]): Plan {
  return planOf({ plots: [...plots] }, { checks: onlyRules(GEOMETRY_RULES.map(({ code }) => code)) });
}

function measureChecks(count: number, runs: number): CheckFigures {
  const { plots, expected } = plantedPlots(count, { jitterDegrees: 1e-9, blockColumns: BLOCK_COLUMNS });
  const plan = planOfShapes(plots);
  // The ledger is not what is measured: rules of shapes ask it for setbacks and buildings, and this park has none.
  const ledger = deriveLedger(planOf({}));
  const figures: CheckFigures = {
    plots: count,
    planted: expected.length,
    found: 0,
    milliseconds: [],
    cpuMilliseconds: [],
    againMilliseconds: [],
    idleBytes: process.memoryUsage().rss,
    peakBytes: 0,
  };
  const moved = { ...plan, layers: { ...plan.layers, plots: withOneMoved(plots) } };
  for (let run = 0; run < runs; run += 1) {
    const memory = new CheckMemory();
    const started = performance.now();
    const startedCpu = process.cpuUsage();
    const findings = checkPlan(plan, ledger, undefined, memory);
    figures.cpuMilliseconds.push(cpuMillisecondsSince(startedCpu));
    figures.milliseconds.push(performance.now() - started);
    if (run === 0) figures.peakBytes = process.resourceUsage().maxRSS * 1024;
    figures.found = findings.length;
    const again = process.cpuUsage();
    checkPlan(moved, ledger, undefined, memory);
    figures.againMilliseconds.push(cpuMillisecondsSince(again));
  }
  return figures;
}

function cpuMillisecondsSince(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

function withOneMoved(plots: readonly Plot[]): Plot[] {
  const place = Math.floor(plots.length / 2);
  return plots.map((plot, index) => {
    if (index !== place || plot.geometry.type !== 'Polygon') return plot;
    const coordinates = plot.geometry.coordinates.map((ring) => ring.map(([x = 0, y = 0]) => [x + 2e-5, y]));
    return { ...plot, geometry: { type: 'Polygon', coordinates } };
  });
}

/** Looks for overlaps on a layer that is on the plane, sound and indexed, as a table in a database is before it is asked. */
function measureOverlaps(count: number): OverlapFigures {
  const { plots } = plantedPlots(count, { jitterDegrees: 1e-9, blockColumns: BLOCK_COLUMNS });
  const projection = createProjection('EPSG:4548');
  if (!projection) throw new Error('EPSG:4548 is the plane the plots are measured on');
  const shapes = plots.map(({ geometry }) => geometry);
  const layer = createPlaneLayer(shapes, projection);
  const index = createFeatureIndex(layer.boxes);
  const unsound = new Set(drain(findRingCrossings(layer)).map(({ feature }) => feature));
  const copies = new Set(findSameShapes(layer).flatMap(([, ...others]) => others));
  const started = process.cpuUsage();
  const { count: found } = drain(
    findOverlapPairs(layer, index, drain(findOpenEdges(layer)), {
      toleranceSquareUnits: SQUARE_UNITS_PER_SQUARE_METRE,
      mostPairs: count,
      mostMeasured: Number.POSITIVE_INFINITY,
      unsound,
      copies,
      measureShared: (first, second) => sharedAreaSquareUnits(layer, first, layer, second),
    }),
  );
  return { milliseconds: cpuMillisecondsSince(started), found };
}

/** Turf's own intersection of neighbouring pairs, found through an index: a sample of them, spread over the park. */
function measureTurf(count: number): TurfFigures {
  const { plots } = plantedPlots(count, { jitterDegrees: 1e-9, blockColumns: BLOCK_COLUMNS });
  const index = new Flatbush(plots.length);
  const boxes = plots.map((plot): Box => boundsOf([plot.geometry]) ?? [0, 0, 0, 0]);
  for (const box of boxes) index.add(...box);
  index.finish();
  const pairs: [number, number][] = [];
  for (const [place, box] of boxes.entries())
    for (const other of index.search(...box)) if (other > place) pairs.push([place, other]);
  const every = Math.max(1, Math.floor(pairs.length / MOST_TURF_PAIRS));
  const sample = pairs.filter((_, place) => place % every === 0);
  const started = process.cpuUsage();
  for (const [one, other] of sample) {
    const features = [one, other].map((place) => ({
      type: 'Feature' as const,
      properties: {},
      geometry: plots[place]?.geometry as GeoJSON.Polygon,
    }));
    intersect({ type: 'FeatureCollection', features });
  }
  return { pairs: pairs.length, sampledPairs: sample.length, cpuMilliseconds: cpuMillisecondsSince(started) };
}

/** Writes the park's plots as GeoJSON, and the same in well-known text beside it. */
function writePlots(count: number, path: string): void {
  const { plots } = plantedPlots(count, { jitterDegrees: 1e-9, blockColumns: BLOCK_COLUMNS });
  const features = plots.map((plot) => JSON.stringify({ ...plot, properties: { number: plot.id } }));
  writeFileSync(path, `{"type":"FeatureCollection","features":[${features.join(',')}]}`);
  const rows = plots.map(({ id, geometry }) => {
    const rings = (geometry.coordinates as Position[][]).map((ring) => `(${ring.map((at) => at.join(' ')).join(',')})`);
    return `${id}\tSRID=4326;POLYGON(${rings.join(',')})`;
  });
  writeFileSync(`${path}.txt`, `${rows.join('\n')}\n`);
}

const [count = '1000', runs = '1', what = 'checks'] = process.argv.slice(2);
if (what === 'checks') console.log(JSON.stringify(measureChecks(Number(count), Number(runs))));
else if (what === 'overlaps') console.log(JSON.stringify(measureOverlaps(Number(count))));
else if (what === 'turf') console.log(JSON.stringify(measureTurf(Number(count))));
else writePlots(Number(count), what);
