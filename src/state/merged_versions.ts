import type { AcceptedFinding, HistoryEntry, Manifest } from '../core/plan/types.ts';
import type { AcceptedStep } from './accepted_step.ts';

/** A version without its plan, as the index of versions has it. */
export type Version = Omit<AcceptedStep, 'plan'>;

const WORDS = ['name', 'who', 'why'] as const;

/**
 * This page's versions with those of the index that it never knew: another page accepted them meanwhile. The version this page shows
 * stays the latest. What another page has said of a version since stays where this one has said nothing else.
 * @param known the versions this page has loaded or written, by id
 */
export function withOthers(
  own: readonly Version[],
  present: readonly Version[],
  known: ReadonlyMap<string, Version>,
): Version[] {
  const mine = new Map(own.map((version) => [version.id, version]));
  const there = new Map(present.map((version) => [version.id, version]));
  const revised = own.map((version) => wordsOfBoth(known.get(version.id), version, there.get(version.id)));
  const others = present.filter(({ id }) => !known.has(id) && !mine.has(id));
  if (others.length === 0) return revised;
  const earlier = [...revised.slice(0, -1), ...others].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  return [...earlier, ...revised.slice(-1)];
}

function wordsOfBoth(before: Version | undefined, own: Version, present: Version | undefined): Version {
  if (!before || !present) return own;
  const { name: _name, who: _who, why: _why, ...rest } = own;
  const words = WORDS.flatMap((key) => {
    const text = own[key] === before[key] ? present[key] : own[key];
    return text === undefined ? [] : [[key, text]];
  });
  return { ...rest, ...Object.fromEntries(words) };
}

/**
 * A version's manifest with what two pages have said in it: why findings stand, and who accepted the version and why.
 * @param before as this page last loaded or wrote it
 * @param own as this page has it now
 * @param present as it is kept now
 */
export function manifestOfBoth(before: Manifest, own: Manifest, present: Manifest): Manifest {
  const accepted = reasonsOfBoth(
    before.checks?.accepted ?? [],
    own.checks?.accepted ?? [],
    present.checks?.accepted ?? [],
  );
  const { checks, ...manifest } = own;
  const { accepted: _, ...settings } = checks ?? {};
  const nextChecks = { ...settings, ...(accepted.length > 0 && { accepted }) };
  const history = own.history?.map((entry, index) =>
    entryOfBoth(before.history?.[index], entry, present.history?.[index]),
  );
  return {
    ...manifest,
    ...(history && { history }),
    ...(Object.keys(nextChecks).length > 0 && { checks: nextChecks }),
  };
}

/** What is kept, with what this page has changed since it last saw it. */
function reasonsOfBoth(
  before: readonly AcceptedFinding[],
  own: readonly AcceptedFinding[],
  present: readonly AcceptedFinding[],
): AcceptedFinding[] {
  const earlier = new Map(before.map((one) => [findingOf(one), JSON.stringify(one)]));
  const changed = own.filter((one) => earlier.get(findingOf(one)) !== JSON.stringify(one));
  const settled = new Set(changed.map(findingOf));
  const mine = new Set(own.map(findingOf));
  for (const finding of earlier.keys()) if (!mine.has(finding)) settled.add(finding);
  return [...present.filter((one) => !settled.has(findingOf(one))), ...changed];
}

/** Two findings of one key are told apart by their figures. */
function findingOf({ key, figures = {} }: AcceptedFinding): string {
  return JSON.stringify([key, figures]);
}

function entryOfBoth(
  before: HistoryEntry | undefined,
  own: HistoryEntry,
  present: HistoryEntry | undefined,
): HistoryEntry {
  const isSame = before?.at === own.at && present?.at === own.at && before.who === own.who && before.why === own.why;
  return isSame ? present : own;
}
