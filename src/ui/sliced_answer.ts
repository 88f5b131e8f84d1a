/** Some work: it yields often, and returns what comes of it. */
export type Steps<Answer> = Generator<undefined, Answer>;

/** Does all of a work at once. */
export function finish<Answer>(steps: Steps<Answer>): Answer {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** So long work may hold the page up at once, in milliseconds. */
const SLICE_MILLISECONDS = 25;

/** A small plan is answered at once on a slow machine, too: what it shows never lags behind what was asked. */
const STEPS_AT_LEAST = 10;

interface Clock {
  now(): number;
  nextTask(): Promise<void>;
}
const PAGE_CLOCK: Clock = {
  now: () => performance.now(),
  nextTask: () => new Promise((resolve) => setTimeout(resolve)),
};

/**
 * The answer to the last question. What takes no longer than a slice is answered when it is asked for; of a large plan the answer comes a
 * moment later, and the page does something else in between. A question that is asked meanwhile takes the place of the one before.
 */
export class SlicedAnswer<Inputs extends readonly unknown[], Answer extends object> {
  readonly #work: (...inputs: Inputs) => Steps<Answer>;
  readonly #changed: () => void;
  readonly #clock: Clock;
  #asked: { inputs: Inputs; answer?: Answer } | undefined;

  /** @param changed told when an answer has come that was not there when it was asked for */
  constructor(work: (...inputs: Inputs) => Steps<Answer>, changed: () => void, clock = PAGE_CLOCK) {
    this.#work = work;
    this.#changed = changed;
    this.#clock = clock;
  }

  /** The answer; undefined as long as it is to come. The same inputs are answered once. */
  ask(...inputs: Inputs): Answer | undefined {
    const last = this.#asked;
    if (last && inputs.every((input, index) => input === last.inputs[index])) return last.answer;
    const asked: { inputs: Inputs; answer?: Answer } = { inputs };
    this.#asked = asked;
    const steps = this.#work(...inputs);
    if (!this.#advance(asked, steps, STEPS_AT_LEAST)) void this.#goOn(asked, steps);
    return asked.answer;
  }

  async #goOn(asked: { answer?: Answer }, steps: Steps<Answer>): Promise<void> {
    do {
      await this.#clock.nextTask();
      if (this.#asked !== asked) return;
    } while (!this.#advance(asked, steps));
    this.#changed();
  }

  /** One slice. True when it was the last. */
  #advance(asked: { answer?: Answer }, steps: Steps<Answer>, leastSteps = 1): boolean {
    const end = this.#clock.now() + SLICE_MILLISECONDS;
    for (let taken = 0; taken < leastSteps || this.#clock.now() < end; taken += 1) {
      const step = steps.next();
      if (!step.done) continue;
      asked.answer = step.value;
      return true;
    }
    return false;
  }
}
