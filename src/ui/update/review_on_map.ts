import type { Geometry } from '../../core/plan/types.ts';
import type { UpdateReview } from '../../core/service.ts';
import type { CandidateMark, DrawnPlan, ReviewDrawing } from '../../state/review_drawing.ts';
import { comparisonDrawing } from '../compare/comparison_drawing.ts';
import { letterOf } from './coordinate_words.ts';

/** What the map shows of an update under review: its changes, and the possible places of what must still be placed. */
export function drawingOfReview(review: UpdateReview, before: DrawnPlan): ReviewDrawing {
  const { reading, changes, comparison, analysis } = review;
  const candidates = candidateMarks(review);
  if (!reading.candidate || !changes)
    return { marks: [], kinds: new Set(), candidates, mode: 'changes', isBlinkAtNew: false };
  const after = { plan: reading.candidate, analysis };
  return { ...comparisonDrawing({ before, after, changes, comparison }), candidates };
}

/**
 * Outlines of the readings a person must choose from, and of what is proposed. Lettered through all sources, as the list beside the map
 * is.
 */
function candidateMarks({ reading: { sources, unplaced } }: UpdateReview): CandidateMark[] {
  let first = 0;
  return sources.flatMap(({ name, coordinates }) => {
    const { candidates = [], proposal } = coordinates ?? {};
    const start = first;
    first += candidates.length + (proposal ? 1 : 0);
    const markOf = (index: number, geometry: Geometry, words?: string): CandidateMark => ({
      index,
      label: [letterOf(index), ...(words ? [words] : [])].join(' · '),
      geometry,
    });
    return [
      ...(unplaced.includes(name) ? candidates.map(({ crs, outline }, at) => markOf(start + at, outline, crs)) : []),
      ...(proposal ? [markOf(start + candidates.length, proposal.outline)] : []),
    ];
  });
}
