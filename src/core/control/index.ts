/** Height and intensity: what holds for each plot, what it may carry, and what stands on it. */

export { AREA_NOISE_SHARE } from './compliance.ts';
export { deriveLedger, type LedgerOptions, measuringProjectionOf } from './derive_ledger.ts';
export { CONTROL_FIELDS } from './effective_controls.ts';
export { findReference } from './height_bands.ts';
export { isOpenSpace } from './open_space.ts';
export { landUseKeyOf } from './roll_ups.ts';
export { type Townscape, type TownscapeRequirement, townscapeOf } from './townscape.ts';
