import type { Diagnostic, Severity } from '../../core/plan/findings.ts';
import type { Store } from '../../state/store.ts';

/** How many findings there are of each severity. */
export type SeverityCounts = Record<Severity, number>;

/** Findings by what is always asked of them: how grave they are, and whether they were let stand. */
export interface SortedFindings {
  /** Worst first. */
  open: readonly Diagnostic[];
  accepted: readonly Diagnostic[];
  openCounts: SeverityCounts;
  acceptedCounts: SeverityCounts;
}

class Pile {
  readonly #of: Record<Severity, Diagnostic[]> = { error: [], warning: [], info: [] };
  #list: readonly Diagnostic[] | undefined;

  add(finding: Diagnostic): void {
    this.#of[finding.severity].push(finding);
    this.#list = undefined;
  }

  get list(): readonly Diagnostic[] {
    this.#list ??= [...this.#of.error, ...this.#of.warning, ...this.#of.info];
    return this.#list;
  }

  get counts(): SeverityCounts {
    const { error, warning, info } = this.#of;
    return { error: error.length, warning: warning.length, info: info.length };
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
      for (let at = this.#seen[index] ?? 0; at < list.length; at += 1) {
        const finding = list[at];
        if (!finding) continue;
        (finding.accepted === undefined ? this.#open : this.#accepted).add(finding);
        this.#sorted = undefined;
      }
      this.#seen[index] = list.length;
    }
    const [open, accepted] = [this.#open, this.#accepted];
    this.#sorted ??= {
      open: open.list,
      accepted: accepted.list,
      openCounts: open.counts,
      acceptedCounts: accepted.counts,
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
