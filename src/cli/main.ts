import { loadMessages } from '../messages/index.ts';
import { loadReadingMessages } from '../messages/reading.ts';
import { nodeHost } from './node_host.ts';
import { runCommand } from './run.ts';

await loadMessages('en');
await loadReadingMessages('zh-CN');
await loadReadingMessages('en');
process.exitCode = await runCommand(process.argv.slice(2), nodeHost());
