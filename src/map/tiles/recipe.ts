import type { Changes, PlanComparison } from '../../core/compare/types.ts';
import type { Ledger } from '../../core/control/types.ts';
import type { Plan } from '../../core/plan/types.ts';
import type { Filters, ThemeId } from '../../core/theme/types.ts';

/** What tiles are cut from: a plan, or what changes between two. */
export type TileRecipe =
  | { kind: 'plan'; plan: Plan; ledger: Ledger | undefined }
  | { kind: 'review'; changes: Changes; comparison: PlanComparison | undefined; before: Plan; after: Plan };

/**
 * What colours the features of a plan. In small plans that is a state beside each feature; MapLibre goes through all states for every
 * tile that comes, so that those of a large plan are in its tiles.
 */
export interface TileLook {
  theme: ThemeId;
  filters: Filters;
  /** #rrggbb what is dimmed fades to. */
  paper: string;
}

export interface TileRequest {
  source: string;
  look: TileLook | undefined;
  z: number;
  x: number;
  y: number;
}

/** Gives the address of a source's tiles, with the places of MapLibre's `{z}`, `{x}` and `{y}`. The same recipe has the same address. */
export type AddressOfTiles = (recipe: TileRecipe, source: string, look?: TileLook) => string;

/** Name of the one layer every tile has. */
export const TILE_LAYER = 'features';
/** Tiles of this size in CSS pixels and finer units within. */
export const TILE_PIXELS = 512;
export const TILE_EXTENT = 8192;
