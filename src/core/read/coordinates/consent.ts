import type { CoordinateProposal } from '../source.ts';
import type { SourceChoices } from '../types.ts';

/** The answer that follows a proposal. Earlier answers about coordinates are taken back by it. */
export function consentTo(proposal: CoordinateProposal): Pick<SourceChoices, 'crs' | 'swapped' | 'transform'> {
  if (proposal.kind === 'map-shift') return { crs: proposal.crs, swapped: proposal.swapped, transform: undefined };
  const { crs, swapped, transform } = proposal;
  return { crs, swapped, transform };
}
