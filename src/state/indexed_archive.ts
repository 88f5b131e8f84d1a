import { createStore, get, set } from 'idb-keyval';
import { LAYER_IDS } from '../core/plan/types.ts';
import type { ArchiveRecord, PlanArchive } from './archive.ts';

const DATABASE = 'park-plan-viewer';
const OBJECT_STORE = 'accepted-updates';

/**
 * Keeps accepted updates in the browser's IndexedDB, one record per plan folder. Both calls reject when the browser refuses
 * storage (private windows, blocked site data, a full disk); a record that is not what was written is treated as absent.
 */
export function createIndexedArchive(): PlanArchive {
  // Opened on first use: where storage is blocked, opening throws, and that must reject the call and not stop the page.
  let database: ReturnType<typeof createStore> | undefined;
  function open(): ReturnType<typeof createStore> {
    database ??= createStore(DATABASE, OBJECT_STORE);
    return database;
  }
  return {
    async load(planKey) {
      const record = await get<unknown>(planKey, open());
      return isArchiveRecord(record) ? record : undefined;
    },
    async save(planKey, record) {
      await set(planKey, record, open());
    },
  };
}

/**
 * Whether a stored value has the shape of a record. It looks only as deep as the interface relies on before it reads a
 * feature: records are written by this program, so what must be caught is another version's layout or a half-written record.
 */
export function isArchiveRecord(value: unknown): value is ArchiveRecord {
  return (
    isObject(value) &&
    typeof value.publishedVersion === 'string' &&
    Array.isArray(value.steps) &&
    value.steps.every(isAcceptedStep)
  );
}

function isAcceptedStep(value: unknown): boolean {
  return (
    isObject(value) &&
    typeof value.at === 'string' &&
    Array.isArray(value.files) &&
    value.files.every((file) => typeof file === 'string') &&
    isPlan(value.plan)
  );
}

function isPlan(value: unknown): boolean {
  if (!isObject(value) || !isObject(value.manifest) || !isObject(value.layers)) return false;
  const { manifest, layers } = value;
  return (
    typeof manifest.id === 'string' &&
    typeof manifest.version === 'string' &&
    isObject(manifest.title) &&
    isObject(manifest.layers) &&
    LAYER_IDS.every((layer) => {
      const features = layers[layer];
      return Array.isArray(features) && features.every(isFeature);
    })
  );
}

function isFeature(value: unknown): boolean {
  return (
    isObject(value) &&
    typeof value.id === 'string' &&
    isObject(value.geometry) &&
    Array.isArray(value.geometry.coordinates) &&
    isObject(value.properties)
  );
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
