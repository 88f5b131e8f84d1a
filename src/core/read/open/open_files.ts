import { DiagnosticLog } from '../diagnostic_log.ts';
import { FORMATS } from '../formats/registry.ts';
import { isManifestFile } from '../read_plan.ts';
import type { SourceLayer } from '../source.ts';
import type { ChoicesBySource, GivenFile, InputFile } from '../types.ts';
import { groupFiles } from './group_files.ts';
import { holdFiles } from './large_files.ts';

/** Everything the files of one reading hold, not interpreted yet. */
export interface OpenedFiles {
  manifest?: InputFile;
  sources: SourceLayer[];
  /** One log per file, in the order the files came. */
  logs: DiagnosticLog[];
  logOf(file: string): DiagnosticLog;
}

/**
 * Opens files of any supported kind: archives are unpacked, the parts of a shapefile brought together, the kind told from the bytes.
 * Never rejects for what is in a file: the logs say what could not be read.
 */
export async function openFiles(
  given: readonly GivenFile[],
  choices: ChoicesBySource,
  onProgress?: (share: number) => void,
): Promise<OpenedFiles> {
  const logs = new Map<string, DiagnosticLog>();
  const logOf = (file: string): DiagnosticLog => {
    const known = logs.get(file);
    if (known) return known;
    const log = new DiagnosticLog(file);
    logs.set(file, log);
    return log;
  };
  const sources: SourceLayer[] = [];
  let manifest: InputFile | undefined;
  const { files, inParts } = holdFiles(given, logOf);
  const groups = await groupFiles(files, logOf);
  for (const [index, group] of groups.entries()) {
    const log = logOf(group.main.name);
    if (isManifestFile(group.main)) manifest = group.main;
    else {
      const format = FORMATS.find((one) => one.matches(group.main));
      const opened = await format?.open({
        ...group,
        log,
        choices,
        source: inParts.get(group.main.name),
        onProgress: (share) => onProgress?.((index + share) / groups.length),
      });
      for (const source of opened ?? []) sources.push(source);
    }
    onProgress?.((index + 1) / groups.length);
  }
  // What was left out one by one may have been all there was.
  const [first] = files;
  if (first && sources.length === 0 && !manifest && ![...logs.values()].some((log) => log.hasErrors))
    logOf(first.name).add({ code: 'nothing-to-read', severity: 'error', data: {} });
  return { sources, logs: [...logs.values()], logOf, ...(manifest && { manifest }) };
}
