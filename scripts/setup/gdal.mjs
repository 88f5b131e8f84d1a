import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { canInstallDebianPackages, installDebianPackages } from './debian.mjs';

/** @param {string} program */
function isOnPath(program) {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return folders.some((folder) => folder !== '' && existsSync(join(folder, program)));
}

/**
 * Brings GDAL and PROJ where that can be done without asking. They are the tests' independent witnesses: files they write now are
 * read back, and their figures compared. Elsewhere the tests make do with the files and figures that are committed.
 */
export async function offerGdal() {
  const missing = [];
  if (!isOnPath('ogr2ogr')) missing.push('gdal-bin');
  if (!isOnPath('cs2cs')) missing.push('proj-bin');
  if (missing.length === 0 || !canInstallDebianPackages()) return;
  console.log(`正在安装 / Installing: ${missing.join(', ')}`);
  await installDebianPackages(missing);
}
