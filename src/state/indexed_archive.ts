import { createStore, get, getMany, promisifyRequest } from 'idb-keyval';
import { hasLargeList } from '../core/packing/large_lists.ts';
import type { Packed } from '../core/packing/pack_large.ts';
import { LAYER_IDS, type Manifest, type Plan } from '../core/plan/types.ts';
import { isRecord } from '../core/value_kinds.ts';
import type { AcceptedStep } from './accepted_step.ts';
import type { ArchiveRecord, PlanArchive } from './archive.ts';
import { manifestOfBoth, type Version, withOthers } from './merged_versions.ts';

const DATABASE = 'park-plan-viewer';
const OBJECT_STORE = 'accepted-updates';

/** What stands under a plan's key: everything of its versions but their plans, which are records of their own. */
interface VersionIndex {
  publishedVersion: string;
  versions: Version[];
}

/**
 * Keeps accepted updates in the browser's IndexedDB: an index per plan folder and one record per version, so that accepting an
 * update writes that update only. What another page of the same plan accepted since this one loaded stays, and what it said of a version
 * and its findings is brought together with what this one says. Both calls reject when the
 * browser refuses storage (private windows, blocked site data, a full disk); what is not what was written is treated as absent, and
 * left alone. Earlier programs kept one record with everything: it is still read, and becomes an index with the next save.
 */
export function createIndexedArchive(): PlanArchive {
  // Opened on first use: where storage is blocked, opening throws, and that must reject the call and not stop the page.
  let database: ReturnType<typeof createStore> | undefined;
  function open(): ReturnType<typeof createStore> {
    database ??= createStore(DATABASE, OBJECT_STORE);
    return database;
  }
  /** Versions as this page last loaded or wrote them, by plan key and id: plans are never changed, so that the same object needs no writing. */
  const stored = new Map<string, Map<string, AcceptedStep>>();
  const recordKey = (planKey: string, id: string): IDBValidKey => [planKey, id];
  return {
    async load(planKey) {
      const value = await get<unknown>(planKey, open());
      stored.set(planKey, new Map());
      if (isArchiveRecord(value)) return { ...value, steps: value.steps.map(withId) };
      if (!isVersionIndex(value)) return undefined;
      const records = await getMany<unknown>(
        value.versions.map(({ id }) => recordKey(planKey, id)),
        open(),
      );
      // One whose bytes the browser has lost does not take the others with it.
      const plans = await Promise.all(records.map((record) => unpackedPlan(record).catch(() => undefined)));
      const steps = value.versions.flatMap((version, index): AcceptedStep[] => {
        const step = { ...version, plan: plans[index] };
        return isAcceptedStep(step) ? [step] : [];
      });
      stored.set(planKey, new Map(steps.map((step) => [step.id, step])));
      return { publishedVersion: value.publishedVersion, steps };
    },
    async save(planKey, { publishedVersion, steps }) {
      const known = stored.get(planKey) ?? new Map<string, AcceptedStep>();
      const there = new Set(versionsIn(await get<unknown>(planKey, open())).map(({ id }) => id));
      // A version that is shown here and was deleted by another page, or with the browser's data, is written again.
      const fresh = steps.filter(({ id, plan }) => known.get(id)?.plan !== plan || !there.has(id));
      const records = await Promise.all(
        fresh.map(async ({ id, plan }) => ({
          key: recordKey(planKey, id),
          record: await packedPlan(plan),
          before: known.get(id)?.plan.manifest,
        })),
      );
      const kept = new Map(steps.map((step) => [step.id, step]));
      const gone = [...known.keys()].filter((id) => !kept.has(id));
      // One transaction: the index never names a version that is not there, and no other page writes in between.
      await open()('readwrite', async (store) => {
        const present = versionsIn(await promisifyRequest<unknown>(store.get(planKey)));
        const own = steps.map(({ plan: _, ...version }) => version);
        const versions = withOthers(own, present, known);
        for (const { key, record, before } of records) {
          const theirs = before && (await promisifyRequest<unknown>(store.get(key)));
          store.put(before ? withReasonsOf(theirs, record, before) : record, key);
        }
        for (const id of gone) store.delete(recordKey(planKey, id));
        store.put({ publishedVersion, versions } satisfies VersionIndex, planKey);
        return promisifyRequest(store.transaction);
      });
      stored.set(planKey, kept);
    },
  };
}

/** The record of a version with what another page has said in its manifest since this one last saw it. */
function withReasonsOf(present: unknown, record: unknown, before: Manifest): unknown {
  const theirs = holderOfManifest(present)?.manifest;
  const own = holderOfManifest(record);
  if (!theirs || !own) return record;
  const holder = { ...own, manifest: manifestOfBoth(before, own.manifest, theirs) };
  return isRecord(record) && record.rest === own ? { ...record, rest: holder } : holder;
}

/** The plan itself, or what is left of a large one beside its columns. */
function holderOfManifest(stored: unknown): { manifest: Manifest } | undefined {
  const holder = isRecord(stored) && Array.isArray(stored.packs) ? stored.rest : stored;
  return isRecord(holder) && isRecord(holder.manifest) ? (holder as { manifest: Manifest }) : undefined;
}

function versionsIn(value: unknown): Version[] {
  return isVersionIndex(value) ? value.versions : [];
}

/** A large plan is stored as the columns it came in: as objects it would take seconds of the page's time. */
async function packedPlan(plan: Plan): Promise<unknown> {
  if (!hasLargeList(plan)) return plan;
  const [{ packLarge }, { withBlobs }] = await loadStoring();
  const { rest, packs } = packLarge(plan);
  return { rest, packs: await withBlobs(packs, nextTask) };
}

const loadStoring = () => Promise.all([import('../core/packing/pack_large.ts'), import('./stored_columns.ts')]);

async function unpackedPlan(stored: unknown): Promise<unknown> {
  if (!isRecord(stored) || !Array.isArray(stored.packs)) return stored;
  const [{ unpackAsRows }, { withoutBlobs }] = await loadStoring();
  const packs = (await withoutBlobs(stored.packs)) as Packed<unknown>['packs'];
  return unpackAsRows({ rest: stored.rest, packs }, nextTask);
}

const nextTask = () => new Promise<void>((resolve) => setTimeout(resolve));

/** A version of an earlier program had no name of its own; its time is one. */
function withId(step: AcceptedStep, index: number): AcceptedStep {
  return typeof step.id === 'string' ? step : { ...(step as AcceptedStep), id: `${step.at}-${index}` };
}

function isVersionIndex(value: unknown): value is VersionIndex {
  return (
    isRecord(value) &&
    typeof value.publishedVersion === 'string' &&
    Array.isArray(value.versions) &&
    value.versions.every((version) => isRecord(version) && typeof version.id === 'string')
  );
}

/**
 * Whether a stored value has the shape of a record. It looks only as deep as the interface relies on before it reads a
 * feature: records are written by this program, so what must be caught is another version's layout or a half-written record.
 */
export function isArchiveRecord(value: unknown): value is ArchiveRecord {
  return (
    isRecord(value) &&
    typeof value.publishedVersion === 'string' &&
    Array.isArray(value.steps) &&
    value.steps.every(isAcceptedStep)
  );
}

function isAcceptedStep(value: unknown): value is AcceptedStep {
  return (
    isRecord(value) &&
    typeof value.at === 'string' &&
    Array.isArray(value.files) &&
    value.files.every((file) => typeof file === 'string') &&
    isPlan(value.plan)
  );
}

function isPlan(value: unknown): boolean {
  if (!isRecord(value) || !isRecord(value.manifest) || !isRecord(value.layers)) return false;
  const { manifest, layers } = value;
  return (
    typeof manifest.id === 'string' &&
    typeof manifest.version === 'string' &&
    isRecord(manifest.title) &&
    isRecord(manifest.layers) &&
    LAYER_IDS.every((layer) => {
      const features = layers[layer];
      // A large layer is columns, alike for all its features: to look at each would make all of them.
      return Array.isArray(features) && (hasLargeList(features) ? isFeature(features[0]) : features.every(isFeature));
    })
  );
}

function isFeature(value: unknown): boolean {
  return (
    isRecord(value) &&
    typeof value.id === 'string' &&
    isRecord(value.geometry) &&
    Array.isArray(value.geometry.coordinates) &&
    isRecord(value.properties)
  );
}
