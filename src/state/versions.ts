import type { HistoryEntry } from '../core/plan/types.ts';
import { historyEntryOf } from '../core/read/history_entry.ts';
import { MANIFEST_NAME } from '../core/read/read_manifest.ts';
import type { SourceReport } from '../core/read/source.ts';
import type { InputFile } from '../core/read/types.ts';
import { planPieces } from '../core/read/write_plan.ts';
import type { CoreService, OfferedFile } from '../core/service.ts';
import { isRecord } from '../core/value_kinds.ts';
import type { AcceptedStep } from './accepted_step.ts';
import { sha256 } from './sha256.ts';

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

/** Longer files are read version by version, each a line of its own: as one text they may be longer than an engine can make. */
const WHOLE_BYTES = 200_000_000;

/** The whole history as one file, a version a line, in pieces: together they may be longer than a text can be. */
export function* writeHistory(publishedVersion: string, steps: readonly AcceptedStep[]): Generator<string> {
  yield `{"format":"${HISTORY_FORMAT}","publishedVersion":${JSON.stringify(publishedVersion)},"versions":[\n`;
  for (const [index, { plan, ...step }] of steps.entries()) {
    yield `${index > 0 ? ',\n' : ''}${JSON.stringify(step).slice(0, -1)},"planFiles":[`;
    for (const [place, { name, pieces }] of planPieces(plan).entries()) {
      yield `${place > 0 ? ',' : ''}{"name":${JSON.stringify(name)},"text":"`;
      for (const piece of pieces) yield JSON.stringify(piece).slice(1, -1);
      yield '"}';
    }
    yield ']}';
  }
  yield '\n]}\n';
}

/**
 * Reads what `writeHistory` wrote. Every plan goes through the reader like any other. Gives undefined for another kind of file, and
 * the number of versions that could not be read.
 * @param wholeBytes up to this size a file is read as one text, whatever lines it has
 */
export async function readHistory(
  bytes: Uint8Array,
  service: Pick<CoreService, 'readPlan'>,
  wholeBytes = WHOLE_BYTES,
): Promise<{ steps: AcceptedStep[]; unreadCount: number } | undefined> {
  const versions = bytes.length > wholeBytes ? versionsByLine(bytes) : versionsOf(parsed(bytes));
  if (!versions) return undefined;
  const steps: AcceptedStep[] = [];
  let count = 0;
  for (const version of versions) {
    count += 1;
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
  return { steps, unreadCount: count - steps.length };
}

function versionsOf(content: unknown): unknown[] | undefined {
  const isHistory = isRecord(content) && content.format === HISTORY_FORMAT && Array.isArray(content.versions);
  return isHistory ? (content.versions as unknown[]) : undefined;
}

/** The versions of a file as it was written, one after the other; undefined for any other file. */
function versionsByLine(bytes: Uint8Array): Generator<unknown> | undefined {
  const headEnd = bytes.indexOf(LINE_FEED);
  const head = new TextDecoder().decode(bytes.subarray(0, LONGEST_HEAD_BYTES));
  return headEnd > 0 && head.startsWith(`{"format":"${HISTORY_FORMAT}"`) ? linesFrom(headEnd + 1) : undefined;

  function* linesFrom(first: number): Generator<unknown> {
    for (let start = first; start < bytes.length; ) {
      const end = bytes.indexOf(LINE_FEED, start);
      const line = bytes.subarray(start, end < 0 ? bytes.length : end);
      // The last line closes the list.
      if (line[0] !== OPENING_BRACE) return;
      yield parsed(line.at(-1) === COMMA ? line.subarray(0, -1) : line);
      start += line.length + 1;
    }
  }
}

const LONGEST_HEAD_BYTES = 1000;
const LINE_FEED = 0x0a;
const COMMA = 0x2c;
const OPENING_BRACE = 0x7b;

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}
