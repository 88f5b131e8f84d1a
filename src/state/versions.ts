import type { HistoryEntry } from '../core/plan/types.ts';
import { historyEntryOf } from '../core/read/history_entry.ts';
import { MANIFEST_NAME } from '../core/read/read_manifest.ts';
import type { SourceReport } from '../core/read/source.ts';
import type { InputFile } from '../core/read/types.ts';
import { writePlan } from '../core/read/write_plan.ts';
import type { CoreService, OfferedFile } from '../core/service.ts';
import { sha256 } from './sha256.ts';
import type { AcceptedStep } from './store.ts';

/** What an accepted update leaves in the plan's history. */
export async function describeUpdate(
  at: string,
  files: readonly OfferedFile[],
  sources: readonly SourceReport[],
  service: Pick<CoreService, 'hash'>,
): Promise<HistoryEntry> {
  const hashed: HistoryEntry['files'] = [];
  for (const file of files)
    hashed.push({ name: file.name, sha256: await ('bytes' in file ? sha256(file.bytes) : service.hash(file)) });
  return historyEntryOf(at, hashed, sources);
}

export { withHistory } from '../core/read/history_entry.ts';

/** The version with other words; who and why are written into its plan too. */
export function reviseStep(step: AcceptedStep, words: { name?: string; who?: string; why?: string }): AcceptedStep {
  const { name: _name, who: _who, why: _why, ...rest } = step;
  const given = Object.fromEntries(
    Object.entries({ name: step.name, who: step.who, why: step.why, ...words }).filter(([, text]) => text?.trim()),
  );
  const { history } = step.plan.manifest;
  const { name: _, ...said } = given;
  const revised = history?.map((entry) => {
    if (entry.at !== step.at) return entry;
    const { who: _entryWho, why: _entryWhy, ...kept } = entry;
    return { ...kept, ...said };
  });
  const plan = revised ? { ...step.plan, manifest: { ...step.plan.manifest, history: revised } } : step.plan;
  return { ...rest, ...given, plan };
}

const HISTORY_FORMAT = 'park-plan-history';

/** The whole history as one file, in pieces: together they may be longer than a text can be. */
export function writeHistory(publishedVersion: string, steps: readonly AcceptedStep[]): string[] {
  const parts = [`{"format":"${HISTORY_FORMAT}","publishedVersion":${JSON.stringify(publishedVersion)},"versions":[\n`];
  steps.forEach(({ plan, ...step }, index) => {
    parts.push(`${index > 0 ? ',\n' : ''}${JSON.stringify({ ...step, planFiles: writePlan(plan) })}`);
  });
  parts.push('\n]}\n');
  return parts;
}

/**
 * Reads what `writeHistory` wrote. Every plan goes through the reader like any other. Gives undefined for another kind of file, and
 * the number of versions that could not be read.
 */
export async function readHistory(
  bytes: Uint8Array,
  service: Pick<CoreService, 'readPlan'>,
): Promise<{ steps: AcceptedStep[]; unreadCount: number } | undefined> {
  let content: unknown;
  try {
    content = JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
  if (!isRecord(content) || content.format !== HISTORY_FORMAT || !Array.isArray(content.versions)) return undefined;
  const steps: AcceptedStep[] = [];
  for (const version of content.versions as unknown[]) {
    if (!isRecord(version) || typeof version.at !== 'string' || typeof version.id !== 'string') continue;
    const { planFiles } = version;
    if (!Array.isArray(planFiles)) continue;
    const files = planFiles.flatMap((file: unknown): InputFile[] =>
      isRecord(file) && typeof file.name === 'string' && typeof file.text === 'string'
        ? [{ name: file.name, bytes: new TextEncoder().encode(file.text) }]
        : [],
    );
    if (!files.some(({ name }) => name === MANIFEST_NAME)) continue;
    const { plan } = await service.readPlan(files);
    if (!plan) continue;
    const texts = ['name', 'who', 'why'].flatMap((key) =>
      typeof version[key] === 'string' ? [[key, version[key]]] : [],
    );
    const names = Array.isArray(version.files) ? version.files.filter((name) => typeof name === 'string') : [];
    const step = { id: version.id, at: version.at, files: names, plan };
    steps.push({ ...step, ...Object.fromEntries(texts) });
  }
  return { steps, unreadCount: content.versions.length - steps.length };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
