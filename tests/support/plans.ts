import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plan } from '../../src/core/plan/types.ts';
import { readPlan } from '../../src/core/read/read_plan.ts';
import type { InputFile } from '../../src/core/read/types.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** The files of a plan's folder, given from the repository's root. */
function folderFiles(folder: string): InputFile[] {
  return readdirSync(join(ROOT, folder))
    .filter((name) => /\.(geo)?json$/.test(name))
    .sort()
    .map((name) => ({ name, bytes: new Uint8Array(readFileSync(join(ROOT, folder, name))) }));
}

/** The plan in a folder; throws when it cannot be read. */
export function readFolderPlan(folder: string): Plan {
  const { plan, diagnostics } = readPlan(folderFiles(folder));
  if (!plan) throw new Error(JSON.stringify(diagnostics.slice(0, 3)));
  return plan;
}
