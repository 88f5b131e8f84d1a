import { followCoordinates } from './coordinates/follow_coordinates.ts';
import { resolveCoordinates } from './coordinates/resolve_coordinates.ts';
import { settleAlikeNumbers } from './fields/alike_numbers.ts';
import { settleAreaUnit } from './fields/area_unit.ts';
import { mapFields } from './fields/map_fields.ts';
import { isOtherClass } from './fields/settle_land_use.ts';
import { tellLayer, tellPartLayer } from './fields/tell_layer.ts';

/** How files that are not written in the plan's own words are understood: where they lie, which layer they are, what they say. */
export const UNDERSTANDING = {
  resolveCoordinates,
  followCoordinates,
  tellLayer,
  tellPartLayer,
  mapFields,
  settleAreaUnit,
  settleAlikeNumbers,
  isOtherClass,
} as const;
export type Understanding = typeof UNDERSTANDING;
