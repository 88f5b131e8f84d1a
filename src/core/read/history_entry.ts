import type { HistoryEntry, JoinedLayersEntry, Plan, UnreadableEntry } from '../plan/types.ts';
import { conversionOf } from './coordinates/conversion_entry.ts';
import type { SourceReport } from './source.ts';

/** What an accepted update leaves in the plan's history: when, from which files, what was done to coordinates, what was missing, what was passed over, what of a drawing was joined. */
export function historyEntryOf(
  at: string,
  files: HistoryEntry['files'],
  sources: readonly SourceReport[],
): HistoryEntry {
  const coordinates = sources.flatMap(({ name, coordinates: report }) => {
    const done = report && conversionOf(name, report);
    return done === undefined ? [] : [done];
  });
  const missingFields = sources.flatMap(({ name, missing }) =>
    (missing?.layers ?? []).map((one) => ({ source: name, ...one, handling: missing?.handling ?? 'keep' })),
  );
  const unreadable = sources.flatMap(({ name, unreadable: passedOver }): UnreadableEntry[] => {
    if (passedOver?.handling !== 'skip') return [];
    const { values, shapes } = passedOver;
    return [
      {
        source: name,
        fields: values.fields,
        keptValueCount: values.keptCount,
        emptyValueCount: values.emptyCount,
        keptShapeCount: shapes.keptCount,
        leftOutCount: shapes.leftOutCount,
      },
    ];
  });
  // All layers of a drawing say the same.
  const joined = new Map<string, JoinedLayersEntry>();
  for (const { file, across, omitted } of sources)
    if (across?.isDone && omitted === undefined) {
      const { layers, apartCount, togetherCount } = across;
      joined.set(file, { source: file, layers, apartCount, togetherCount });
    }
  return {
    at,
    files,
    ...(coordinates.length > 0 && { coordinates }),
    ...(missingFields.length > 0 && { missingFields }),
    ...(unreadable.length > 0 && { unreadable }),
    ...(joined.size > 0 && { joinedLayers: [...joined.values()] }),
  };
}

/** The plan with one more entry in its history. A manifest that came with the update may bring a history of its own. */
export function withHistory(plan: Plan, entry: HistoryEntry, earlier: readonly HistoryEntry[]): Plan {
  return { ...plan, manifest: { ...plan.manifest, history: [...(plan.manifest.history ?? earlier), entry] } };
}
