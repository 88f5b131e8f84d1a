import { analysePlan } from '../../src/core/analyse.ts';
import { measurePlan } from '../../src/core/measure_plan.ts';
import type { Plan } from '../../src/core/plan/types.ts';
import { sourceOfBytes } from '../../src/core/read/byte_source.ts';
import { readPlan } from '../../src/core/read/read_plan.ts';
import { comparePlansWhole, reviewUpdate } from '../../src/core/review.ts';
import type { CoreService } from '../../src/core/service.ts';
import { hashOfSource } from '../../src/core/sha256.ts';
import { createMemoryArchive, type PlanArchive } from '../../src/state/archive.ts';
import { createStore, type Store } from '../../src/state/store.ts';
import { fetched } from './held_file.ts';
import { readFolderPlan } from './plans.ts';

/** The plan the stores of tests stand on. */
export const published = readFolderPlan('tests/data/harbour-park');

/** The core itself, on the test's own thread. */
export const service: CoreService = {
  readPlan: (files) => Promise.resolve(readPlan(files)),
  measure: (plan) => Promise.resolve(measurePlan(plan)),
  analyse: (plan) => Promise.resolve(analysePlan(plan)),
  review: (plan, files, { mode, choices }) => reviewUpdate(plan, files.map(fetched), mode, { choices }),
  hash: (file) => {
    const given = fetched(file);
    return Promise.resolve(hashOfSource('bytes' in given ? sourceOfBytes(given.bytes) : given.source));
  },
  compare: (before, after) => Promise.resolve(comparePlansWhole(before, after)),
};

/** A store over the plan of `published`, or another. */
export function openStore(change: { archive?: PlanArchive; service?: CoreService; plan?: Plan } = {}): Store {
  return createStore({
    plan: change.plan ?? published,
    service: change.service ?? service,
    archive: change.archive ?? createMemoryArchive(),
    planKey: 'park/',
    now: () => '2026-11-20T08:00:00Z',
  });
}
