import type { DiagnosticLog } from '../diagnostic_log.ts';
import { featureNameOf } from '../feature_id.ts';
import type { SoundFeature } from '../geojson/check_structure.ts';
import type { CorrectedPart } from '../source.ts';
import { convertInPlace, type Reading } from './convert.ts';
import { type MixedGroups, MOST_NAMED } from './mixed_groups.ts';

/**
 * Brings each group of a mixed source to its place and the rest of it where it was read. What the plan does not have as well may be of
 * either part: it stays as it was read, and is told. Changes the features' positions.
 * @param read of the rest; absent: its positions are degrees already
 */
export function correctParts(
  { groups, comparedIndices }: MixedGroups,
  features: readonly SoundFeature[],
  read: Reading | undefined,
  log: DiagnosticLog,
): CorrectedPart[] {
  const readings = new Map<number, Reading>();
  for (const { members, corrected } of groups) for (const { index } of members) readings.set(index, corrected);
  for (const [index, feature] of features.entries()) {
    const reading = readings.get(index) ?? read;
    if (reading) convertInPlace([feature], reading);
  }
  const parts = groups.map(({ service, eastMetres, northMetres, members }): CorrectedPart => {
    return { ...(service && { service }), eastMetres, northMetres, count: members.length };
  });
  for (const { service, eastMetres, northMetres, count } of parts)
    log.add({
      code: service ? 'coordinates-part-restored' : 'coordinates-part-moved',
      severity: 'info',
      data: {
        ...(service && { crs: service }),
        count,
        east: Math.round(eastMetres * 10) / 10,
        north: Math.round(northMetres * 10) / 10,
      },
    });
  const open = features.flatMap((feature, index) =>
    comparedIndices.has(index) ? [] : [featureNameOf(feature) ?? `#${index + 1}`],
  );
  if (open.length > 0) {
    const names = open.length > MOST_NAMED ? [...open.slice(0, MOST_NAMED), '…'] : open;
    log.add({
      code: 'coordinates-part-open',
      severity: 'warning',
      data: { count: open.length, features: names },
    });
  }
  return parts;
}
