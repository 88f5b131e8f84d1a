import { fieldReader } from '../../core/packing/large_lists.ts';
import { type Diagnostic, findingKey, type Severity } from '../../core/plan/findings.ts';
import type { Store } from '../../state/store.ts';

/** How many findings there are of each severity. */
export type SeverityCounts = Record<Severity, number>;

/** Findings of every severity together. */
export const sumOf = ({ error, warning, info }: SeverityCounts): number => error + warning + info;

/** Findings by what is always asked of them: how grave they are, and whether they were let stand. */
export interface SortedFindings {
  /** Worst first. */
  open: readonly Diagnostic[];
  accepted: readonly Diagnostic[];
  openCounts: SeverityCounts;
  acceptedCounts: SeverityCounts;
}

export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];

/** Findings by severity, as the places where they stand: findings in columns are made when somebody lists them. */
class Pile {
  readonly counts: SeverityCounts = { error: 0, warning: 0, info: 0 };
  readonly #of: Record<Severity, { list: readonly Diagnostic[]; place: number }[]> = {
    error: [],
    warning: [],
    info: [],
  };
  #made: readonly Diagnostic[] | undefined;

  add(severity: Severity, list: readonly Diagnostic[], place: number): void {
    this.#of[severity].push({ list, place });
    this.counts[severity] += 1;
    this.#made = undefined;
  }

  get list(): readonly Diagnostic[] {
    this.#made ??= SEVERITIES.flatMap((severity) => this.#of[severity].flatMap(({ list, place }) => list[place] ?? []));
    return this.#made;
  }
}

/**
 * Sorts the findings of a plan once, and those that are added to the same lists while the checks run as they come: of a hundred
 * thousand findings going through all for every redraw took a second.
 */
export class FindingIndex {
  #lists: readonly (readonly Diagnostic[])[] = [];
  #seen: number[] = [];
  #open = new Pile();
  #accepted = new Pile();
  #sorted: SortedFindings | undefined;

  /** The lists one after the other. The result is the same object as long as nothing was added. */
  sort(...lists: readonly (readonly Diagnostic[])[]): SortedFindings {
    const isSame = lists.length === this.#lists.length && lists.every((list, index) => list === this.#lists[index]);
    const isGrown = isSame && lists.every((list, index) => list.length >= (this.#seen[index] ?? 0));
    if (!isGrown) {
      this.#lists = lists;
      this.#seen = lists.map(() => 0);
      this.#open = new Pile();
      this.#accepted = new Pile();
      this.#sorted = undefined;
    }
    for (const [index, list] of lists.entries()) {
      const severityAt = fieldReader(list, 'severity') as (place: number) => Severity;
      const acceptedAt = fieldReader(list, 'accepted');
      for (let place = this.#seen[index] ?? 0; place < list.length; place += 1) {
        const pile = acceptedAt(place) === undefined ? this.#open : this.#accepted;
        pile.add(severityAt(place), list, place);
        this.#sorted = undefined;
      }
      this.#seen[index] = list.length;
    }
    const [open, accepted] = [this.#open, this.#accepted];
    this.#sorted ??= {
      openCounts: { ...open.counts },
      acceptedCounts: { ...accepted.counts },
      get open() {
        return open.list;
      },
      get accepted() {
        return accepted.list;
      },
    };
    return this.#sorted;
  }
}

const NONE: readonly Diagnostic[] = [];
const indexes = new WeakMap<Store, FindingIndex>();

/** What the checks have found so far of a viewer's plan, and what was found when its files were read: sorted once for all who show it. */
export function sortedFindingsOf(store: Store): SortedFindings {
  let index = indexes.get(store);
  if (!index) {
    index = new FindingIndex();
    indexes.set(store, index);
  }
  return index.sort(store.diagnostics, store.analysis.value?.findings ?? NONE);
}

/** The same finding among those there are now. */
export function sameFinding(finding: Diagnostic, { open, accepted }: SortedFindings): Diagnostic | undefined {
  if (open.includes(finding) || accepted.includes(finding)) return finding;
  const key = findingKey(finding);
  const alike = [...open, ...accepted].filter((one) => findingKey(one) === key);
  const data = JSON.stringify(finding.data);
  return alike.find((one) => JSON.stringify(one.data) === data) ?? alike[0];
}

/** A key of each finding that is its own in the list: two gaps between the same phases have one, and are counted. */
export function keysInList(findings: readonly Diagnostic[]): string[] {
  const counts = new Map<string, number>();
  return findings.map((finding) => {
    const key = findingKey(finding);
    const count = counts.get(key) ?? 0;
    counts.set(key, count + 1);
    return `${key} ${count}`;
  });
}
