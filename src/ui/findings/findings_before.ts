import type { Plan } from '../../core/plan/types.ts';
import type { Store } from '../../state/store.ts';

/** What the checks find in the version before the one shown, for a list of what is new since. */
export class FindingsBefore {
  readonly #changed: () => void;
  /** The plan the keys were computed for. */
  #plan: Plan | undefined;
  #known: ReadonlySet<string> | undefined;
  #isComparing = false;

  /** @param changed told when there are other keys, or they are being computed */
  constructor(changed: () => void) {
    this.#changed = changed;
  }

  /** Keys of those findings; undefined while nobody asks for what is new. */
  get known(): ReadonlySet<string> | undefined {
    return this.#known;
  }

  /** Whether the version before is being checked. */
  get isComparing(): boolean {
    return this.#isComparing;
  }

  /** Of another plan the keys say nothing. */
  follow(plan: Plan): void {
    if (this.#plan !== plan) this.#known = undefined;
  }

  /** Has the version before checked; where that fails the person is told. */
  async ask(store: Store): Promise<void> {
    this.#isComparing = true;
    this.#changed();
    const plan = store.plan.peek();
    try {
      const known = await store.knownFindings();
      // Meanwhile another plan may have come.
      if (store.plan.peek() !== plan) return;
      this.#plan = plan;
      this.#known = known;
    } catch (error) {
      const detail = error instanceof Error ? error.message : String(error);
      store.notify({ key: 'analysisFailed', data: { detail } });
    } finally {
      this.#isComparing = false;
      this.#changed();
    }
  }

  /** Everything is shown again. */
  drop(): void {
    this.#known = undefined;
    this.#changed();
  }
}
