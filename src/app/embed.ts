import { effect } from '@preact/signals-core';
import { loadMessages } from '../messages/browse.ts';
import { textOf } from '../messages/in_language.ts';
import { createMemoryArchive } from '../state/archive.ts';
import { decodeEmbedOptions } from '../state/embed_options.ts';
import { createStore } from '../state/store.ts';
import { encodeView } from '../state/url_codec.ts';
import { INITIAL_VIEW } from '../state/view.ts';
import { prepareFirstMap } from '../ui/map/park_map.ts';
import { ParkEmbedded } from '../ui/park_embedded.ts';
import { createWorkerService } from '../worker/client.ts';
import { loadPlan, planFolderOf } from './load_plan.ts';
import { ParkStart } from './park_start.ts';

/**
 * The embedding page. It reads its address once and never writes it: the history belongs to the page around it. It takes no
 * updates and keeps nothing.
 */
async function start(): Promise<void> {
  const page = document.getElementById('page') ?? document.body;
  const options = decodeEmbedOptions(location.search, location.hash);
  await loadMessages(options.language).catch(() => undefined);
  document.documentElement.lang = options.language;
  const state = new ParkStart();
  state.language = options.language;
  state.appearance = options.appearance;
  state.retry = () => location.reload();
  page.replaceChildren(state);

  const folder = planFolderOf(location.href);
  if (!folder) {
    await state.fail({ kind: 'foreign', file: options.plan ?? '' });
    return;
  }
  void prepareFirstMap();
  try {
    const service = createWorkerService();
    service.start();
    const result = await loadPlan(folder, service, (name) => {
      state.file = name;
    });
    if (!result.ok) {
      await state.fail(result.failure);
      return;
    }
    const { theme, mode, language, appearance, camera } = options;
    const store = createStore({
      plan: result.plan,
      service,
      archive: createMemoryArchive(),
      planKey: result.folder,
      view: { theme, mode, language, appearance, ...(camera && { camera }) },
      now: () => new Date().toISOString(),
      diagnostics: result.diagnostics,
      waitsForMap: true,
    });
    const viewer = new ParkEmbedded();
    viewer.store = store;
    viewer.noTitle = !options.title;
    viewer.noLegend = !options.legend;
    viewer.noControls = !options.controls;
    page.replaceChildren(viewer);
    effect(() => {
      viewer.fullAddress = fullAddress(options.plan, encodeView({ ...INITIAL_VIEW, ...store.view.value }));
      document.title = textOf(store.plan.value.manifest.title, store.view.value.language);
    });
  } catch (error) {
    await state.fail({ kind: 'crashed', detail: error instanceof Error ? error.message : String(error) });
  }
}

/** The full page beside this one, with the same plan and the view as it is now. */
function fullAddress(plan: string | undefined, hash: string): string {
  const address = new URL('index.html', location.href);
  if (plan !== undefined) address.searchParams.set('plan', plan);
  address.hash = hash;
  return address.href;
}

void start();
