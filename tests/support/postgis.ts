import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = '/usr/lib/postgresql';

/** Where PostgreSQL with PostGIS is installed, newest first; undefined where it is not. */
function programs(): string | undefined {
  if (!existsSync(ROOT)) return undefined;
  const version = readdirSync(ROOT)
    .sort((a, b) => Number(b) - Number(a))
    .find(
      (one) =>
        existsSync(join(ROOT, one, 'bin/initdb')) &&
        existsSync(`/usr/share/postgresql/${one}/extension/postgis.control`),
    );
  return version === undefined ? undefined : join(ROOT, version, 'bin');
}

export const POSTGIS_PROGRAMS = programs();

/** A database of its own in a temporary folder, reached through a socket there. */
export interface PostGis {
  /** For other programs, as libpq reads it. */
  connection: string;
  query(sql: string): string[][];
  /** Rows as text, tabs between the columns. */
  load(table: string, rows: readonly (readonly string[])[]): void;
  /** Processor's time of all sessions that have ended. */
  processorMilliseconds(): number;
  stop(): void;
}

/** Starts PostGIS for one test; throws where it is not installed. PostgreSQL will not run as root: it runs as its own user then. */
export function startPostGis(): PostGis {
  const bin = POSTGIS_PROGRAMS;
  if (!bin) throw new Error('PostGIS is not installed');
  const folder = mkdtempSync(join(tmpdir(), 'park-plan-postgis-'));
  const isRoot = process.getuid?.() === 0;
  if (isRoot) {
    const id = Number(execFileSync('id', ['-u', 'postgres'], { encoding: 'utf8' }));
    chownSync(folder, id, id);
    chmodSync(folder, 0o755);
  }
  const run = (program: string, args: readonly string[], input?: string): string => {
    const [command, ...all] = isRoot
      ? ['runuser', '-u', 'postgres', '--', join(bin, program), ...args]
      : [join(bin, program), ...args];
    return execFileSync(command as string, all, {
      encoding: 'utf8',
      cwd: folder,
      maxBuffer: 1 << 30,
      stdio: ['pipe', 'pipe', 'pipe'],
      ...(input !== undefined && { input }),
    });
  };
  const data = join(folder, 'data');
  run('initdb', ['-D', data, '-A', 'trust', '--no-sync', '-U', 'postgres', '-E', 'UTF8', '--locale=C']);
  const settings = `-c listen_addresses='' -k ${folder} -c fsync=off -c jit=off -c autovacuum=off`;
  run('pg_ctl', ['-D', data, '-w', '-l', join(folder, 'log'), '-o', settings, 'start']);
  const psql = (input: string) =>
    run('psql', ['-h', folder, '-U', 'postgres', '-X', '-q', '-A', '-t', '-F', '\t', '-v', 'ON_ERROR_STOP=1'], input);
  psql('create extension postgis;');
  return {
    connection: `host=${folder} user=postgres dbname=postgres`,
    query: (sql) =>
      psql(sql)
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => line.split('\t')),
    load: (table, rows) => {
      psql(`copy ${table} from stdin;\n${rows.map((row) => row.join('\t')).join('\n')}\n\\.\n`);
    },
    processorMilliseconds: () => {
      const [server = ''] = readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n');
      // A session is counted once the server has seen it end; until then it has no name. The server's own have other names.
      while (childrenOf(server).some((title) => /^(postgres: (postgres |parallel worker)|$)/.test(title)))
        execFileSync('sleep', ['0.05']);
      // proc(5): fields 16 and 17, the user and system time of children that were waited for, in hundredths of a second.
      const fields = readFileSync(`/proc/${server}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
      return 10 * (Number(fields[13]) + Number(fields[14]));
    },
    stop: () => {
      run('pg_ctl', ['-D', data, '-w', '-m', 'immediate', 'stop']);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** What the processes a process has started call themselves. */
function childrenOf(process: string): string[] {
  return readFileSync(`/proc/${process}/task/${process}/children`, 'utf8')
    .split(' ')
    .flatMap((child) => {
      try {
        return child === '' ? [] : [readFileSync(`/proc/${child}/cmdline`, 'utf8')];
      } catch {
        // It has ended since.
        return [];
      }
    });
}
