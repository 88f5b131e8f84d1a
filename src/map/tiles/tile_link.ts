import { addProtocol } from 'maplibre-gl';
import type { AddressOfTiles, TileRecipe, TileRequest } from './recipe.ts';
import type { TileMessage, TileReply } from './tile_messages.ts';

/** A page shows two plans and what changes between them. More would keep large plans in memory that nobody looks at. */
const MOST_HELD = 3;
/** MapLibre asks for many tiles at once and takes back what it asked when the map moves on. */
const MOST_UNDER_WAY = 2;
const PROTOCOL = 'park-tiles';

interface Held {
  key: number;
  recipe: TileRecipe;
  /** Settled once the worker has it. */
  sent?: Promise<void> | undefined;
}
interface Waiting {
  held: Held;
  request: TileRequest;
  signal: AbortSignal;
  resolve: (bytes: Uint8Array) => void;
  reject: (error: Error) => void;
}

/** Newest last. */
const held: Held[] = [];
const waiting: Waiting[] = [];
const underWay = new Map<number, Waiting>();
let worker: Worker | undefined;
let lastKey = 0;
let lastId = 0;

/** Tiles that a worker of their own cuts, each when MapLibre asks for it. */
export const tileAddress: AddressOfTiles = (recipe, source, look) => {
  const { key } = hold(recipe);
  const query = look ? `?look=${encodeURIComponent(JSON.stringify(look))}` : '';
  return `${PROTOCOL}://${key}/${source}/{z}/{x}/{y}${query}`;
};

const isSame = (first: TileRecipe, second: TileRecipe): boolean =>
  (first.kind === 'plan' && second.kind === 'plan' && first.plan === second.plan && first.ledger === second.ledger) ||
  (first.kind === 'review' && second.kind === 'review' && first.changes === second.changes);

function hold(recipe: TileRecipe): Held {
  if (lastKey === 0) addProtocol(PROTOCOL, async ({ url }, { signal }) => ({ data: await load(url, signal) }));
  let entry = held.find((one) => isSame(one.recipe, recipe));
  if (entry) held.splice(held.indexOf(entry), 1);
  else {
    lastKey += 1;
    entry = { key: lastKey, recipe };
  }
  held.push(entry);
  for (const old of held.splice(0, Math.max(0, held.length - MOST_HELD)))
    void old.sent?.then(() => post({ kind: 'drop', key: old.key }));
  return entry;
}

function load(url: string, signal: AbortSignal): Promise<Uint8Array> {
  const address = new URL(url);
  const key = Number(address.hostname);
  const [source = '', z, x, y] = address.pathname.slice(1).split('/');
  const look = address.searchParams.get('look');
  const entry = held.find((one) => one.key === key);
  if (!entry) return Promise.reject(new Error(`Tiles of ${key} are held no more`));
  const request: TileRequest = {
    source,
    look: look === null ? undefined : JSON.parse(look),
    z: Number(z),
    x: Number(x),
    y: Number(y),
  };
  return new Promise((resolve, reject) => {
    waiting.push({ held: entry, request, signal, resolve, reject });
    void sendNext();
  });
}

async function sendNext(): Promise<void> {
  while (waiting.length > 0 && underWay.size < MOST_UNDER_WAY) {
    const next = waiting.shift();
    if (!next) return;
    if (next.signal.aborted) {
      next.reject(abortError());
      continue;
    }
    lastId += 1;
    const id = lastId;
    underWay.set(id, next);
    try {
      await send(next.held);
      post({ kind: 'cut', id, key: next.held.key, request: next.request });
    } catch (error) {
      underWay.delete(id);
      next.reject(error instanceof Error ? error : new Error(String(error)));
    }
  }
}

/** Of a ledger: why a limit is what it is takes half of its room, and no map shows it. */
const NOT_DRAWN: ReadonlySet<string> = new Set(['considered', 'origin']);

function send(entry: Held): Promise<void> {
  entry.sent ??= sendParts(entry);
  return entry.sent;
}

async function sendParts({ key, recipe }: Held): Promise<void> {
  const [{ packLarge }, { withoutFields }] = await Promise.all([
    import('../../core/packing/pack_large.ts'),
    import('../../core/packing/column.ts'),
  ]);
  const { rest, packs } = packLarge(recipe, () => false);
  for (const pack of packs) {
    post({ kind: 'part', key, pack: { ...pack, column: withoutFields(pack.column, NOT_DRAWN) } });
    // Each is copied: the page does something else in between.
    await new Promise((resolve) => setTimeout(resolve));
  }
  post({ kind: 'hold', key, rest });
}

function post(message: TileMessage): void {
  if (!worker) {
    worker = new Worker(new URL('./tile_worker.ts', import.meta.url), { type: 'module' });
    worker.onmessage = ({ data }: MessageEvent<TileReply>) => receive(data);
    worker.onerror = (event) => restart(event.message || 'The worker stopped');
  }
  worker.postMessage(message);
}

function receive(reply: TileReply): void {
  const asked = underWay.get(reply.id);
  underWay.delete(reply.id);
  if ('bytes' in reply) asked?.resolve(reply.bytes);
  else asked?.reject(new Error(reply.failure));
  void sendNext();
}

/** A worker that ran out of memory answers nothing more: what it held goes to a new one when it is asked for again. */
function restart(reason: string): void {
  worker?.terminate();
  worker = undefined;
  for (const entry of held) entry.sent = undefined;
  for (const asked of underWay.values()) asked.reject(new Error(reason));
  underWay.clear();
  void sendNext();
}

function abortError(): Error {
  const error = new Error('The tile is not wanted any more');
  error.name = 'AbortError';
  return error;
}
