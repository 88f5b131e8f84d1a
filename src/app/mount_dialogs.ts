import { browseMessagesOf } from '../messages/browse.ts';
import type { Store } from '../state/store.ts';
import { chooseFiles } from '../ui/file_chooser.ts';
import type { ShellAction } from '../ui/shell_actions.ts';
import type { ParkUpdate } from '../ui/update/park_update.ts';
import { carriesFiles, filesOfTransfer, pastedData } from '../ui/update/transfer.ts';

/**
 * Puts updating and taking away at a viewer's service. Their code loads when it is first needed: most visits only look at the
 * map. Until then this module takes the drop or the paste that asks for it, so that none is lost.
 */
export function mountDialogs(app: HTMLElement, store: Store): void {
  let update: Promise<ParkUpdate> | undefined;
  let isUpdateThere = false;

  function needUpdate(): Promise<ParkUpdate> {
    update ??= import('../ui/update/park_update.ts').then(async ({ ParkUpdate }) => {
      const element = new ParkUpdate();
      element.store = store;
      document.body.append(element);
      await element.updateComplete;
      isUpdateThere = true;
      return element;
    });
    // What did not load is tried again the next time.
    update.catch(() => {
      update = undefined;
    });
    return update;
  }

  async function open(action: ShellAction): Promise<void> {
    if (action === 'update' || action === 'folder') {
      // While its code is loading the person chooses.
      chooseFiles(action === 'update' ? 'files' : 'folder', (files) => {
        void needUpdate().then((element) => element.takeFiles(files));
      });
      await needUpdate();
    } else if (action === 'paste') (await needUpdate()).openPaste();
    else if (action === 'picture')
      await show((await import('../ui/take_away/park_picture_dialog.ts')).ParkPictureDialog);
    else if (action === 'embed') await show((await import('../ui/take_away/park_embed_dialog.ts')).ParkEmbedDialog);
    else if (action === 'save') await show((await import('../ui/take_away/park_save_dialog.ts')).ParkSaveDialog);
  }

  const shown = new Map<unknown, Dialog>();
  async function show(create: new () => Dialog): Promise<void> {
    let dialog = shown.get(create);
    if (!dialog) {
      dialog = new create();
      dialog.store = store;
      document.body.append(dialog);
      shown.set(create, dialog);
      await dialog.updateComplete;
    }
    dialog.show();
  }

  app.addEventListener('park-action', (event) => void open((event as CustomEvent<ShellAction>).detail));
  document.addEventListener('dragenter', (event) => {
    if (carriesFiles(event.dataTransfer)) void needUpdate();
  });
  document.addEventListener('dragover', (event) => {
    if (!isUpdateThere && carriesFiles(event.dataTransfer)) event.preventDefault();
  });
  document.addEventListener('drop', (event) => {
    if (isUpdateThere || !carriesFiles(event.dataTransfer)) return;
    event.preventDefault();
    const files = filesOfTransfer(event.dataTransfer);
    void needUpdate().then((element) => element.takeFiles(files));
  });
  document.addEventListener('paste', (event) => {
    if (isUpdateThere) return;
    const pasted = pastedData(event, browseMessagesOf(store.view.value.language).app.pastedFile);
    if (pasted) void needUpdate().then((element) => element.takeFiles(pasted));
  });
}

interface Dialog extends HTMLElement {
  store: Store;
  readonly updateComplete: Promise<boolean>;
  show(): void;
}
