import type { AcceptedStep } from './accepted_step.ts';

/** What is kept of a plan's accepted updates between visits. */
export interface ArchiveRecord {
  /** Version of the published plan the updates were accepted over. */
  publishedVersion: string;
  steps: AcceptedStep[];
}

/** Where accepted updates are kept. Both calls reject when the browser refuses storage. */
export interface PlanArchive {
  load(planKey: string): Promise<ArchiveRecord | undefined>;
  /** Versions that are kept already are not written again; those the record no longer has are forgotten. */
  save(planKey: string, record: ArchiveRecord): Promise<void>;
}

/** An archive that has begun to load one plan's updates: the database is opened while the plan is being fetched. */
export function loadedAhead(archive: PlanArchive, planKey: string): PlanArchive {
  let ahead: ReturnType<PlanArchive['load']> | undefined = archive.load(planKey);
  // Whoever asks is told.
  ahead.catch(() => undefined);
  return {
    load(key) {
      const first = key === planKey ? ahead : undefined;
      ahead = undefined;
      return first ?? archive.load(key);
    },
    save: (key, record) => archive.save(key, record),
  };
}

/** Keeps updates for the life of the page only: for tests and for embedded maps. */
export function createMemoryArchive(): PlanArchive {
  const records = new Map<string, ArchiveRecord>();
  return {
    load: (planKey) => Promise.resolve(records.get(planKey)),
    save: (planKey, record) => {
      records.set(planKey, record);
      return Promise.resolve();
    },
  };
}
