import { type Diagnostic, findingKey } from '../../core/plan/findings.ts';
import { formatFinding } from '../../messages/format_finding.ts';
import type { Language } from '../../messages/language.ts';
import { type FindingFilter, matcherOf, matchInSlices } from './finding_groups.ts';

/** Of more findings than these a filter is answered in slices. */
const FILTERED_AT_ONCE = 2000;
const NONE: readonly Diagnostic[] = [];

interface Asked extends FindingFilter {
  of: readonly Diagnostic[];
  language: Language;
}

const isSame = (first: Asked | undefined, second: Asked): boolean =>
  first !== undefined &&
  first.of === second.of &&
  first.text === second.text &&
  first.known === second.known &&
  first.language === second.language;

/** What a filter by words or against the version before lets through; of many findings a moment later, so that the page answers meanwhile. */
export class FindingMatches {
  readonly #changed: () => void;
  #last: { asked: Asked; list: readonly Diagnostic[] } | undefined;
  #underWay: Asked | undefined;
  /** What is said of each finding, for a filter that is asked at every key: thousands are not put in words each time. */
  #said = new WeakMap<Diagnostic, string>();
  #saidIn: Language | undefined;

  /** @param changed told when an answer has come that was not there when it was asked for */
  constructor(changed: () => void) {
    this.#changed = changed;
  }

  /** Whether the answer to the last question is still to come. */
  get isPending(): boolean {
    return this.#underWay !== undefined;
  }

  /** The answer, or the one before where it is still to come. Without a filter the list itself. */
  ask(of: readonly Diagnostic[], filter: FindingFilter, language: Language): readonly Diagnostic[] {
    const asked = { of, ...filter, language };
    const matches = matcherOf(filter, { saidOf: this.#saidOf(language), keyOf: findingKey });
    if (!matches) {
      this.#underWay = undefined;
      return of;
    }
    if (this.#last && isSame(this.#last.asked, asked)) return this.#last.list;
    if (of.length <= FILTERED_AT_ONCE) {
      this.#last = { asked, list: of.filter(matches) };
      return this.#last.list;
    }
    if (!isSame(this.#underWay, asked)) void this.#answer(asked, matches);
    return this.#last?.asked.of === of ? this.#last.list : NONE;
  }

  async #answer(asked: Asked, matches: (finding: Diagnostic) => boolean): Promise<void> {
    this.#underWay = asked;
    const list = await matchInSlices(asked.of, matches, {
      isWanted: () => this.#underWay === asked,
      nextTask: () => new Promise((resolve) => setTimeout(resolve)),
      now: () => performance.now(),
    });
    if (!list) return;
    this.#underWay = undefined;
    this.#last = { asked, list };
    this.#changed();
  }

  #saidOf(language: Language): (finding: Diagnostic) => string {
    if (this.#saidIn !== language) this.#said = new WeakMap();
    this.#saidIn = language;
    return (finding) => {
      const known = this.#said.get(finding);
      if (known !== undefined) return known;
      const { title, text } = formatFinding(finding, language);
      const said = `${title} ${text}`;
      this.#said.set(finding, said);
      return said;
    };
  }
}
