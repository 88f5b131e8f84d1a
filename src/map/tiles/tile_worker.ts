import { type Pack, unpackAsRows } from '../../core/packing/pack_large.ts';
import type { TileMessage, TileReply } from './tile_messages.ts';
import { TileSet } from './tile_set.ts';

/** The part of a worker's global scope used here. */
interface WorkerScope {
  addEventListener(type: 'message', listener: (event: MessageEvent<TileMessage>) => void): void;
  postMessage(message: TileReply, transfer?: ArrayBuffer[]): void;
}
const scope = self as unknown as WorkerScope;
const parts = new Map<number, Pack[]>();
const sets = new Map<number, Promise<TileSet>>();
const noPause = () => Promise.resolve();

scope.addEventListener('message', async ({ data }) => {
  if (data.kind === 'drop') {
    sets.delete(data.key);
    return;
  }
  if (data.kind === 'part') {
    parts.set(data.key, [...(parts.get(data.key) ?? []), data.pack]);
    return;
  }
  if (data.kind === 'hold') {
    const { key, rest } = data;
    const packs = parts.get(key) ?? [];
    sets.set(
      key,
      unpackAsRows({ rest, packs }, noPause).then((recipe) => new TileSet(recipe)),
    );
    parts.delete(key);
    return;
  }
  const { id, key, request } = data;
  try {
    const set = await sets.get(key);
    if (!set) throw new Error(`Tiles of ${key} are held no more`);
    const bytes = set.cut(request);
    scope.postMessage({ id, bytes }, [bytes.buffer as ArrayBuffer]);
  } catch (error) {
    scope.postMessage({ id, failure: error instanceof Error ? error.message : String(error) });
  }
});
