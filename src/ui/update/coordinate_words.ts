import { metresBetween } from '../../core/read/coordinates/between_candidates.ts';
import type { CoordinateCandidate } from '../../core/read/source.ts';
import { fill } from '../../messages/fill.ts';
import { formatLength, formatNumber } from '../../messages/format.ts';
import type { Language } from '../../messages/language.ts';
import { readingMessagesOf } from '../../messages/reading.ts';
import { shiftText } from '../../messages/shift_text.ts';

/** A, B, C …, as the map names the outlines. */
export function letterOf(place: number): string {
  return String.fromCharCode(65 + (place % 26));
}

/** How far a reading lies off, in words, with its matched features where there are some, and how far it is from the first one listed. */
export function whereText(
  candidate: CoordinateCandidate,
  language: Language,
  first?: CoordinateCandidate,
  firstLetter = 'A',
): string {
  const { review, coordinates: words } = readingMessagesOf(language);
  const { coordinates } = review;
  const { distanceMetres, eastMetres, northMetres, matchedCount, matchedBy = 'number' } = candidate;
  const parts: string[] = [];
  if (distanceMetres !== undefined)
    parts.push(
      distanceMetres < 1
        ? coordinates.within
        : fill(coordinates.off, { distance: formatLength(rounded(distanceMetres), language) }),
    );
  if (candidate.onPlanShare !== undefined)
    parts.push(fill(words.onPlan, { share: formatNumber(Math.round(candidate.onPlanShare * 100), language) }));
  if (first && first !== candidate) {
    const between = metresBetween(first, candidate);
    if (between >= 1)
      parts.push(fill(words.fromFirst, { distance: formatLength(rounded(between), language), first: firstLetter }));
  }
  if (matchedCount && eastMetres !== undefined && northMetres !== undefined)
    parts.push(
      fill(words.matchedShift, {
        matched: fill(words.matched[matchedBy], { count: matchedCount }),
        shift: shiftText(eastMetres, northMetres, language),
      }),
    );
  return parts.join(language === 'en' ? '; ' : '；');
}

/** Two figures are enough to tell readings apart. */
function rounded(metres: number): number {
  const step = metres >= 10_000 ? 1000 : metres >= 1000 ? 100 : 1;
  return Math.round(metres / step) * step;
}
