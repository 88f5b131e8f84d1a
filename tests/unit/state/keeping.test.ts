import { expect, it } from 'vitest';
import { createMemoryArchive, type PlanArchive } from '../../../src/state/archive.ts';
import { eventually } from '../../support/eventually.ts';
import { openStore } from '../../support/open_store.ts';

/** An archive that writes only when it is told to, and notes what is written at the same time. */
function slowArchive() {
  const waiting: (() => void)[] = [];
  const memory = createMemoryArchive();
  const archive: PlanArchive = {
    load: memory.load,
    save: async (key, record) => {
      await new Promise<void>((resolve) => waiting.push(resolve));
      await memory.save(key, record);
    },
  };
  return { archive, waiting };
}

async function openChecked(archive: PlanArchive) {
  const store = openStore({ archive });
  await eventually(() => expect(store.analysis.value && !store.analysis.value.isChecking).toBe(true));
  const [finding, other] = store.analysis.value?.findings ?? [];
  if (!finding || !other) throw new Error('The park has no findings.');
  return { store, finding, other };
}

it('a finding that is let stand is said to be only once the reason is kept, and until then the page should not close', async () => {
  const { archive, waiting } = slowArchive();
  const { store, finding } = await openChecked(archive);
  const done = store.letStand(finding, { reason: '已批复' });
  await eventually(() => expect(waiting).toHaveLength(1));
  expect(store.plan.value.manifest.checks?.accepted).toHaveLength(1);
  expect(store.isKeeping.value).toBe(true);
  expect(store.notice.value).toBeUndefined();
  waiting[0]?.();
  await done;
  expect(store.isKeeping.value).toBe(false);
  expect(store.notice.value).toEqual({ key: 'stands' });
  expect((await archive.load('park/'))?.steps).toHaveLength(1);
});

it('what is accepted while another save runs is written after it, and the page waits for both', async () => {
  const { archive, waiting } = slowArchive();
  const { store, finding, other } = await openChecked(archive);
  const both = [store.letStand(finding, { reason: '一' }), store.letStand(other, { reason: '二' })];
  await eventually(() => expect(waiting).toHaveLength(1));
  waiting[0]?.();
  await eventually(() => expect(waiting).toHaveLength(2));
  expect(store.isKeeping.value).toBe(true);
  waiting[1]?.();
  await Promise.all(both);
  expect(store.isKeeping.value).toBe(false);
  const kept = await archive.load('park/');
  expect(kept?.steps[0]?.plan.manifest.checks?.accepted?.map(({ reason }) => reason)).toEqual(['一', '二']);
});

it('a reason the browser refuses to keep is not said to be kept', async () => {
  const refused: PlanArchive = {
    load: () => Promise.resolve(undefined),
    save: () => Promise.reject(new Error('full')),
  };
  const { store, finding } = await openChecked(refused);
  await store.letStand(finding, { reason: '已批复' });
  expect(store.notice.value).toEqual({ key: 'storageFailed' });
  expect(store.isKeeping.value).toBe(false);
});
