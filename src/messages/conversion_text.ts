import { createProjection } from '../core/measure/gauss_kruger.ts';
import type { ConversionEntry } from '../core/plan/types.ts';
import { describeTransform } from '../core/read/coordinates/plane_transform.ts';
import { isOfOlderDatum, serviceOf, systemOf } from '../core/read/coordinates/systems.ts';
import { fill } from './fill.ts';
import { formatFixed, formatNumber } from './format.ts';
import type { Language } from './language.ts';
import { readingMessagesOf } from './reading.ts';
import { shiftText } from './shift_text.ts';
import { systemName } from './system_names.ts';

/** An entry of a plan's history about coordinates, with its source. What an earlier program wrote as text stays as it is. */
export function conversionLine(entry: ConversionEntry | string, language: Language): string {
  if (typeof entry === 'string') return entry;
  const { history } = readingMessagesOf(language).coordinates;
  return fill(history.line, { source: entry.source, done: conversionText(entry, language) });
}

/** What was done to a source's coordinates, in words. The words about files must be loaded. */
export function conversionText(entry: ConversionEntry, language: Language): string {
  const { crs, swapped, how, transform } = entry;
  const { review, coordinates } = readingMessagesOf(language);
  const { history: words } = coordinates;
  const corrected = partsInWords(entry, language);
  // Nothing was done to the rest of it.
  if (crs === undefined && !transform && corrected.length > 0) return corrected.join(words.separator);
  const system = crs === undefined ? undefined : systemOf(crs);
  const isOlder = system !== undefined && isOfOlderDatum(system);
  const sentence =
    crs === undefined
      ? words.localGrid
      : serviceOf(crs)
        ? words.restored
        : isOlder && !createProjection(crs)
          ? words.asIs
          : words.converted;
  const parts = [
    fill(sentence, {
      system: crs === undefined ? '' : systemName(crs, review.systems),
      how: review.coordinates.how[how],
    }),
  ];
  if (swapped) parts.push(words.swapped);
  if (isOlder && !transform) parts.push(words.notShifted);
  if (transform)
    parts.push(
      ...transformParts(
        transform,
        transform.plane === crs ? crs : systemName(transform.plane, review.systems),
        language,
      ),
    );
  return [...parts, ...corrected].join(words.separator);
}

function partsInWords({ parts = [] }: ConversionEntry, language: Language): string[] {
  const { history: words } = readingMessagesOf(language).coordinates;
  return parts.map(({ service, eastMetres, northMetres, count }) =>
    fill(service ? words.partRestored : words.partMoved, {
      count: formatNumber(count, language),
      shift: shiftText(eastMetres, northMetres, language),
      ...(service && { service }),
    }),
  );
}

function transformParts(
  transform: NonNullable<ConversionEntry['transform']>,
  plane: string,
  language: Language,
): string[] {
  const { history: words, matched } = readingMessagesOf(language).coordinates;
  const { evidence } = transform;
  const { scalePartsPerMillion, rotationDegrees } = describeTransform(transform);
  const isShift = transform.a === 1 && transform.b === 0;
  const metres = (value: number) => formatFixed(value, language, 3);
  const done = fill(isShift ? words.shifted : words.transformed, {
    plane,
    east: signed(transform.eastMetres, 3, language),
    north: signed(transform.northMetres, 3, language),
    rotation: formatFixed(rotationDegrees, language, 5),
    ppm: signed(scalePartsPerMillion, 1, language),
  });
  if (!evidence) return [done];
  const basis = evidence.by === 'control-points' ? words.controlPoints : matched[evidence.by];
  return [
    done,
    fill(words.evidence, {
      basis: fill(basis, { count: formatNumber(evidence.count, language) }),
      rms: metres(evidence.rmsMetres),
      max: metres(evidence.maxMetres),
    }),
  ];
}

function signed(value: number, decimals: number, language: Language): string {
  return `${value < 0 ? '−' : '+'}${formatFixed(Math.abs(value), language, decimals)}`;
}
