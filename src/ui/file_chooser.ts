import { withoutHidden } from './update/transfer.ts';

const ACCEPTED =
  '.geojson,.json,.topojson,.zip,.shp,.dbf,.prj,.cpg,.shx,.gpkg,.fgb,.kml,.kmz,.dxf,.dwg,.csv,.tsv,.xlsx,.txt,application/geo+json,application/json';

/** Whether the browser lets a person choose a whole folder; where it does not, nobody is offered to. */
export function canChooseFolder(): boolean {
  return 'webkitdirectory' in HTMLInputElement.prototype;
}

let last: HTMLInputElement | undefined;

/**
 * Opens the browser's chooser of files, or of a folder, and takes what is chosen. To be called while the press that asks for it is
 * being handled: browsers forget it within seconds, and a chooser that waits for code to load would never open.
 */
export function chooseFiles(what: 'files' | 'folder', take: (files: File[]) => void): void {
  // One that was never answered.
  last?.remove();
  const input = document.createElement('input');
  last = input;
  input.type = 'file';
  input.hidden = true;
  if (what === 'folder') input.webkitdirectory = true;
  else {
    input.multiple = true;
    input.accept = ACCEPTED;
  }
  input.addEventListener('change', () => {
    const chosen = [...(input.files ?? [])];
    input.remove();
    // Of a folder nothing may be left; that is said as of one that is dropped.
    if (chosen.length > 0) take(what === 'folder' ? withoutHidden(chosen) : chosen);
  });
  // Some browsers tell nothing of what is chosen in one that stands nowhere.
  document.body.append(input);
  input.click();
}
