import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
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
  query(sql: string): string[][];
  /** Rows as text, tabs between the columns. */
  load(table: string, rows: readonly (readonly string[])[]): void;
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
  const settings = `-c listen_addresses='' -k ${folder} -c fsync=off -c jit=off`;
  run('pg_ctl', ['-D', data, '-w', '-l', join(folder, 'log'), '-o', settings, 'start']);
  const psql = (input: string) =>
    run('psql', ['-h', folder, '-U', 'postgres', '-X', '-q', '-A', '-t', '-F', '\t', '-v', 'ON_ERROR_STOP=1'], input);
  psql('create extension postgis;');
  return {
    query: (sql) =>
      psql(sql)
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => line.split('\t')),
    load: (table, rows) => {
      psql(`copy ${table} from stdin;\n${rows.map((row) => row.join('\t')).join('\n')}\n\\.\n`);
    },
    stop: () => {
      run('pg_ctl', ['-D', data, '-w', '-m', 'immediate', 'stop']);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
