import { analysePlan } from '../../src/core/analyse.ts';
import type { Plan } from '../../src/core/plan/types.ts';
import { readPlan } from '../../src/core/read/read_plan.ts';
import { reviewUpdate } from '../../src/core/review.ts';
import { makePlots } from './many_plots.ts';

export interface ReviewTimes {
  plots: number;
  bytes: number;
  /** Of each run. */
  reviewMilliseconds: number[];
  /** Decoding and `JSON.parse` of the same bytes, of each run. */
  parseMilliseconds: number[];
}

const encode = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));

/** A plan of nothing but plots. Throws when the made-up files are not a plan. */
function planOfPlots(count: number): Plan {
  const manifest = {
    id: 'bench',
    title: { zh: '测速', en: 'Benchmark' },
    version: '1',
    date: '2026-01-01',
    status: 'indicative',
    measuringCrs: 'EPSG:4548',
    layers: { plots: 'plots.geojson' },
  };
  const { plan, diagnostics } = readPlan([
    { name: 'plan.json', bytes: encode(manifest) },
    { name: 'plots.geojson', bytes: encode(makePlots(count)) },
  ]);
  if (!plan) throw new Error(`The made-up plan is refused: ${JSON.stringify(diagnostics.slice(0, 5))}`);
  return plan;
}

/**
 * Times the way from a file's bytes to the reviewed update, as a person waits for it who has the plan open and so has its analysis
 * already. Throws when an update is refused or its changes are not found: a fast wrong answer would not count.
 */
export async function measureReview(plots: number, runs: number): Promise<ReviewTimes> {
  const plan = planOfPlots(plots);
  const bytes = encode(makePlots(plots, 1));
  const present = analysePlan(plan);
  const times: ReviewTimes = { plots, bytes: bytes.length, reviewMilliseconds: [], parseMilliseconds: [] };
  for (let run = 0; run < runs; run += 1) {
    let started = performance.now();
    JSON.parse(new TextDecoder().decode(bytes));
    times.parseMilliseconds.push(performance.now() - started);

    started = performance.now();
    const review = await reviewUpdate(plan, [{ name: 'plots.geojson', bytes }], 'replace', { present });
    times.reviewMilliseconds.push(performance.now() - started);
    const changed = review.changes?.features.filter(({ kind }) => kind === 'changed').length;
    if (changed !== Math.ceil(plots / 20)) throw new Error(`${changed} changes of ${plots} plots were found.`);
  }
  return times;
}
