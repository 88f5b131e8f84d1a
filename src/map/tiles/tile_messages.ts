import type { Pack } from '../../core/packing/pack_large.ts';
import type { TileRecipe, TileRequest } from './recipe.ts';

/** To the worker that cuts tiles: a recipe's large lists one by one, then the recipe; it is forgotten when the page says so. */
export type TileMessage =
  | { kind: 'part'; key: number; pack: Pack }
  | { kind: 'hold'; key: number; rest: TileRecipe }
  | { kind: 'drop'; key: number }
  | { kind: 'cut'; id: number; key: number; request: TileRequest };

export type TileReply = { id: number; bytes: Uint8Array } | { id: number; failure: string };
