/** `npm start`: installs what is missing, builds, serves the app on this machine and prints its address. */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { requireNode } from './setup/node_version.mjs';
import { giveUp, ROOT } from './setup/run.mjs';

requireNode();

const USAGE = 'npm start -- [--port 4173] [--host 127.0.0.1]';

function readOptions() {
  try {
    const { values } = parseArgs({
      options: { port: { type: 'string' }, host: { type: 'string', default: '127.0.0.1' } },
    });
    const port = values.port === undefined ? undefined : Number(values.port);
    if (port !== undefined && !(Number.isInteger(port) && port >= 0 && port <= 65535)) throw new Error(values.port);
    return { port, host: values.host };
  } catch {
    return giveUp(`参数有误。用法：${USAGE}`, `Unknown or wrong option. Usage: ${USAGE}`);
  }
}

const { port, host } = readOptions();
const { installPackages } = await import('./setup/packages.mjs');
await installPackages();
const { build, isBuildFresh } = await import('./setup/build.mjs');
if (!isBuildFresh()) {
  console.log('正在构建… / Building …');
  if ((await build()) !== 0) giveUp('构建失败（见上面的输出）。', 'The build failed (see the output above).');
}

const { serve } = await import('./setup/serve.mjs');
try {
  const server = await serve({
    folders: { '': join(ROOT, 'dist') },
    host,
    port: port ?? 4173,
    lastPort: port ?? 4273,
  });
  const shownHost = host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  console.log(`\n  规划图 / Plan:  http://${shownHost}:${server.port}/\n\n  按 Ctrl+C 结束 / Press Ctrl+C to stop\n`);
  const stop = () => server.close().then(() => process.exit(0));
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
} catch (error) {
  const detail = error instanceof Error ? error.message : String(error);
  giveUp(`无法启动本机服务：${detail}`, `The local server could not be started: ${detail}`);
}
