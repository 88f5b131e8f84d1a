/** A small server for static files: what `npm start` and the browser tests serve `dist` with. */
import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';

const CONTENT_TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.geojson': 'application/geo+json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
};

/**
 * The file an address means, or undefined when it means none inside the folder.
 * @param {string} folder
 * @param {string} pathname Begins with `/`, still percent-encoded.
 */
export function fileOfAddress(folder, pathname) {
  let decoded;
  try {
    decoded = decodeURIComponent(pathname);
  } catch {
    return undefined;
  }
  if (decoded.includes('\0')) return undefined;
  const root = normalize(folder).replace(/[\\/]+$/, '');
  const path = normalize(join(root, decoded.endsWith('/') ? `${decoded}index.html` : decoded));
  return path.startsWith(root + sep) ? path : undefined;
}

/**
 * Answers one request.
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 * @param {Map<string, string>} folders Address prefix without a closing slash → folder; the longest prefix wins.
 */
function answer(request, response, folders) {
  /** @param {number} status */
  const refuse = (status) =>
    response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(`${status}\n`);
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(405);
  const { pathname, search } = new URL(request.url ?? '/', 'http://localhost');
  const prefix = [...folders.keys()]
    .filter((candidate) => pathname === candidate || pathname.startsWith(`${candidate}/`))
    .sort((a, b) => b.length - a.length)[0];
  if (prefix === undefined) return refuse(404);
  const inside = pathname.slice(prefix.length);
  if (inside === '') return response.writeHead(301, { location: `${prefix}/${search}` }).end();
  const file = fileOfAddress(folders.get(prefix) ?? '', inside);
  const status = file ? statSync(file, { throwIfNoEntry: false }) : undefined;
  if (!file || !status?.isFile()) return refuse(404);
  const lastModified = status.mtime.toUTCString();
  const headers = {
    'content-type': CONTENT_TYPES[extname(file).toLowerCase()] ?? 'application/octet-stream',
    'x-content-type-options': 'nosniff',
    // A plan is published by copying a file: the browser has to ask each time whether it is still the same.
    'cache-control': 'no-cache',
    'last-modified': lastModified,
  };
  if (request.headers['if-modified-since'] === lastModified) return response.writeHead(304, headers).end();
  response.writeHead(200, { ...headers, 'content-length': status.size });
  if (request.method === 'HEAD') return response.end();
  createReadStream(file)
    .on('error', () => response.destroy())
    .pipe(response);
}

/**
 * Serves folders until it is closed.
 * @param {{ folders: Record<string, string>, host?: string, port: number, lastPort?: number }} options `folders`: address prefix
 * (`''` for the root) → folder. `port` 0 lets the system choose; the ports up to `lastPort` are tried when the first is taken.
 * @returns {Promise<{ port: number, close: () => Promise<void> }>}
 * @throws when none of the ports is free or the host cannot be listened on.
 */
export async function serve({ folders, host = '127.0.0.1', port, lastPort = port }) {
  const table = new Map(Object.entries(folders));
  for (let candidate = port; ; candidate += 1) {
    const server = createServer((request, response) => {
      try {
        answer(request, response, table);
      } catch {
        // A malformed address must not end the server.
        response.writeHead(400).end();
      }
    });
    try {
      await new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(candidate, host, () => resolve(undefined));
      });
      const address = server.address();
      return {
        port: typeof address === 'object' && address ? address.port : candidate,
        close: () =>
          new Promise((resolve) => {
            server.close(() => resolve());
            server.closeAllConnections();
          }),
      };
    } catch (error) {
      const isTaken =
        error instanceof Error && 'code' in error && (error.code === 'EADDRINUSE' || error.code === 'EACCES');
      if (!isTaken || candidate >= lastPort) throw error;
    }
  }
}
