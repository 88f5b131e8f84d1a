import type { TransformProposal } from '../source.ts';
import { isOfOlderDatum, systemOf } from './systems.ts';

/**
 * What a measured shift most likely is. datumDifference: the source is in an older datum, and this is how that differs here from the
 * plan's. likeOlderDatum: it was read as CGCS2000, and is off by as much as an older datum would be. beside: anything else.
 */
export type ShiftNature = 'datumDifference' | 'likeOlderDatum' | 'beside';

/** What a measured shift is most likely due to: an older datum that the file states, one that it looks like, or neither. */
export function natureOf({ crs, isLikeOlderDatum }: Pick<TransformProposal, 'crs' | 'isLikeOlderDatum'>): ShiftNature {
  if (!isLikeOlderDatum) return 'beside';
  const system = crs === undefined ? undefined : systemOf(crs);
  return system && isOfOlderDatum(system) ? 'datumDifference' : 'likeOlderDatum';
}
