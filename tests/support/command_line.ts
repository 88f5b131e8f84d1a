import { hashFile } from '../../src/cli/file_source.ts';
import { type CommandHost, runCommand } from '../../src/cli/run.ts';
import { writePlan } from '../../src/core/read/write_plan.ts';
import { planOf, plot, rectangle, soundCommunity } from './sample_plan.ts';

export const PLOTS = [plot('A', rectangle(0, 0, 50, 50)), plot('B', rectangle(60, 0, 50, 50))];
/** The plan that stands in the folder `park`. */
export const PARK = planOf({ ...soundCommunity().layers, plots: PLOTS }, soundCommunity().manifest);

export interface CommandRun {
  status: number;
  out: string;
  error: string;
  /** Text of what was written, by path. */
  written: Map<string, string>;
  bytesWritten: Map<string, Uint8Array>;
  /** Most bytes of a file that were asked for at once. */
  largestRead: number;
}

/** Runs a command on a machine of its own: `park` and the files given are all it has. */
export async function run(
  argv: string[],
  extra: Readonly<Record<string, string | Uint8Array>> = {},
  { standardInput = '', locale, writeFails }: { standardInput?: string; locale?: string; writeFails?: string } = {},
): Promise<CommandRun> {
  const folder = Object.fromEntries(writePlan(PARK).map(({ name, text }) => [`park/${name}`, text]));
  const files: Record<string, string | Uint8Array> = { ...folder, ...extra };
  const written = new Map<string, string>();
  const bytesWritten = new Map<string, Uint8Array>();
  let largestRead = 0;
  let out = '';
  let error = '';
  const host: CommandHost = {
    kindOf: (path) => {
      if (Object.hasOwn(files, path)) return 'file';
      return Object.keys(files).some((name) => name.startsWith(`${path}/`)) ? 'folder' : undefined;
    },
    openFile: (path) => {
      const content = files[path];
      if (content === undefined) throw new Error('ENOENT');
      const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
      return {
        sizeBytes: bytes.length,
        read: (start, end) => {
          largestRead = Math.max(largestRead, end - start);
          return bytes.slice(start, end);
        },
      };
    },
    readStandardInput: () => new TextEncoder().encode(standardInput),
    listFolder: (path) =>
      Object.keys(files).flatMap((name) => (name.startsWith(`${path}/`) ? [name.slice(path.length + 1)] : [])),
    writeFiles: (outputs) => {
      if (writeFails !== undefined) throw new Error(writeFails);
      for (const { path, bytes } of outputs) {
        bytesWritten.set(path, bytes);
        written.set(path, new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes));
      }
    },
    now: () => '2026-11-20T08:00:00.000Z',
    sha256: hashFile,
    localeNames: () => [locale],
    join: (parent, name) => `${parent}/${name}`,
    folderOf: (path) => path.slice(0, path.lastIndexOf('/')),
    out: (text) => {
      out += text;
    },
    error: (text) => {
      error += text;
    },
  };
  const status = await runCommand(argv, host);
  return { status, out, error, written, bytesWritten, largestRead };
}
