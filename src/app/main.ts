import { effect } from '@preact/signals-core';
import { loadMessages } from '../messages/browse.ts';
import { textOf } from '../messages/in_language.ts';
import { loadedAhead } from '../state/archive.ts';
import { createIndexedArchive } from '../state/indexed_archive.ts';
import { isCancelled } from '../state/shown_plan.ts';
import { createStore } from '../state/store.ts';
import { decodeView } from '../state/url_codec.ts';
import { prepareFirstMap } from '../ui/map/park_map.ts';
import { ParkApp } from '../ui/park_app.ts';
import { carriesFiles } from '../ui/update/transfer.ts';
import { createWorkerService } from '../worker/client.ts';
import { loadPlan, planFolderOf } from './load_plan.ts';
import { mountDialogs } from './mount_dialogs.ts';
import { ParkStart } from './park_start.ts';
import { syncAddress } from './url_sync.ts';

/** As long as there is no plan to update: the browser would open what is dropped in place of the page. */
function refuseFiles(event: DragEvent): void {
  if (!carriesFiles(event.dataTransfer)) return;
  event.preventDefault();
  event.dataTransfer.dropEffect = 'none';
}

async function start(): Promise<void> {
  document.addEventListener('dragover', refuseFiles);
  const page = document.getElementById('page') ?? document.body;
  const view = decodeView(location.hash);
  await loadMessages(view.language).catch(() => undefined);
  document.documentElement.lang = view.language;
  const state = new ParkStart();
  state.language = view.language;
  state.appearance = view.appearance;
  state.retry = () => location.reload();
  page.replaceChildren(state);

  const folder = planFolderOf(location.href);
  if (!folder) {
    const file = new URLSearchParams(location.search).get('plan') ?? '';
    await state.fail({ kind: 'foreign', file });
    return;
  }
  void prepareFirstMap();
  try {
    const service = createWorkerService();
    service.start();
    const archive = loadedAhead(createIndexedArchive(), folder);
    const result = await loadPlan(folder, service, (name) => {
      state.file = name;
    });
    if (!result.ok) {
      await state.fail(result.failure);
      return;
    }
    const store = createStore({
      plan: result.plan,
      service,
      archive,
      planKey: result.folder,
      view,
      now: () => new Date().toISOString(),
      diagnostics: result.diagnostics,
      restores: true,
      waitsForMap: true,
    });
    await store.restore();
    const app = new ParkApp();
    app.store = store;
    app.wholePage = true;
    page.replaceChildren(app);
    document.removeEventListener('dragover', refuseFiles);
    mountDialogs(app, store);
    syncAddress(store, window);
    // Parts of the page load when they are asked for: one that does not come must not fail in silence.
    window.addEventListener('unhandledrejection', ({ reason }) => {
      if (!isCancelled(reason))
        store.notify(
          isMissingPart(reason)
            ? { key: 'partNotLoaded' }
            : { key: 'actionFailed', data: { detail: reason instanceof Error ? reason.message : String(reason) } },
        );
    });
    // The browser asks before it closes a page whose latest acceptance is not written yet.
    window.addEventListener('beforeunload', (event) => {
      if (store.isKeeping.value) event.preventDefault();
    });
    effect(() => {
      const { language } = store.view.value;
      document.documentElement.lang = language;
      document.title = textOf(store.plan.value.manifest.title, language);
    });
  } catch (error) {
    await state.fail({ kind: 'crashed', detail: error instanceof Error ? error.message : String(error) });
  }
}

void start();

/** Whether it is a file of the program itself that did not come, in the words of Chromium, Firefox and Safari. */
function isMissingPart(reason: unknown): boolean {
  return reason instanceof TypeError && /dynamically imported module|module script failed/i.test(reason.message);
}
