import type { Pack } from '../../core/packing/pack_large.ts';
import type { TileRecipe, TileRequest } from './recipe.ts';

/** To the worker that cuts tiles. What is held is forgotten when the page says so. */
export type TileMessage =
  | { kind: 'hold'; key: number; rest: TileRecipe; packs: Pack[] }
  | { kind: 'drop'; key: number }
  | { kind: 'cut'; id: number; key: number; request: TileRequest };

export type TileReply = { id: number; bytes: Uint8Array } | { id: number; failure: string };
