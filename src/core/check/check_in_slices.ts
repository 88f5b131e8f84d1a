import type { Ledger } from '../control/types.ts';
import { IN_OBJECTS, type Keeper } from '../packing/keeper.ts';
import type { Finding } from '../plan/findings.ts';
import { ruleLimitsOf } from '../plan/rule_limits.ts';
import { tolerancesOf } from '../plan/tolerances.ts';
import type { Plan } from '../plan/types.ts';
import type { CheckMemory } from './check_memory.ts';
import { FindingList } from './finding_list.ts';
import { createNamer } from './name_findings.ts';
import { PlanGeometry } from './plan_geometry.ts';
import { PlanPlaces } from './plan_places.ts';
import { PlanShapes } from './plan_shapes.ts';
import { createPointer } from './point_findings.ts';
import type { CheckContext, Overlay, Rule } from './rule.ts';
import { applySettings, isWanted } from './rule_settings.ts';
import { RULES } from './rules.ts';

/** So many findings at most are held back between two pauses: a rule may have something to say of every plot. */
const MOST_UNTOLD = 20_000;

/** What is handed over each time a check pauses. */
export interface CheckSlice {
  /** Share of rules done, 0–1. */
  share: number;
  /** What was found since the last pause, as it will stand in the end. */
  findings: Finding[];
  /** The check goes on only when its `overlay` is set: a shape is wanted. */
  wantsOverlay: boolean;
}

/**
 * The check of one plan, slice by slice: whoever runs it decides when to go on, and may stop for good. With a memory of an
 * earlier check, only what changed since and what lies around it is looked at by the rules that allow it; what is found is the same.
 */
export class PlanCheck {
  readonly #plan: Plan;
  readonly #ledger: Ledger;
  readonly #memory: CheckMemory | undefined;
  readonly #keeper: Keeper;
  overlay: Overlay | undefined;

  /** Where memory is short (`keeper.isSparing`) nothing is remembered for the next check. */
  constructor(
    plan: Plan,
    ledger: Ledger,
    options: { memory?: CheckMemory | undefined; overlay?: Overlay; keeper?: Keeper | undefined } = {},
  ) {
    this.#plan = plan;
    this.#ledger = ledger;
    this.#keeper = options.keeper ?? IN_OBJECTS;
    this.#memory = this.#keeper.isSparing ? undefined : options.memory;
    this.overlay = options.overlay;
  }

  /** Returns everything found: errors first, then by code, layer and feature, whatever the order of the plan's features. */
  *run(): Generator<CheckSlice, Finding[]> {
    const plan = this.#plan;
    const context = this.#contextOf(plan);
    const changes = this.#memory?.changesIn(plan, this.#ledger, context);
    const point = createPointer(context.places);
    const name = createNamer(plan);
    const all = new FindingList(this.#keeper, plan, context.places);
    const rules: readonly Rule[] = RULES;
    for (const [index, rule] of rules.entries()) {
      const share = index / rules.length;
      const raw: Finding[] = [];
      let told = 0;
      const tell = (): Finding[] => {
        const findings = this.#tell(raw.slice(told), point, name);
        all.add(findings);
        // Only what is remembered needs it as the rule said it.
        if (!changes) raw.length = 0;
        told = raw.length;
        return findings;
      };
      if (isWanted(rule, plan.manifest)) {
        const part = changes?.partFor(rule);
        const steps = rule.check(part ? this.#contextOf(part.plan, context) : context);
        for (const finding of steps) {
          if (finding && (!part || part.isOfPart(finding))) raw.push(finding);
          if (finding && raw.length - told < MOST_UNTOLD) continue;
          yield { share, findings: tell(), wantsOverlay: this.#isWaiting };
        }
        if (part) raw.push(...part.kept);
        yield { share: (index + 1) / rules.length, findings: tell(), wantsOverlay: false };
      }
      changes?.remember(rule, raw);
    }
    changes?.finish();
    return all.finish();
  }

  #isWaiting = false;
  readonly #contexts = new Map<Plan, CheckContext>();

  /** The context of the plan, or of a part of it that is checked in its place. */
  #contextOf(plan: Plan, whole?: CheckContext): CheckContext {
    const known = this.#contexts.get(plan);
    if (known) return known;
    const shapes = whole?.shapes ?? new PlanShapes(this.#plan);
    const context: CheckContext = {
      plan,
      ledger: this.#ledger,
      tolerances: tolerancesOf(plan.manifest),
      limits: ruleLimitsOf(plan.manifest),
      places: new PlanPlaces(plan),
      shapes,
      geometry: new PlanGeometry(plan, shapes.projection),
      overlay: () => this.#waitForOverlay(),
    };
    this.#contexts.set(plan, context);
    return context;
  }

  *#waitForOverlay(): Generator<undefined, Overlay> {
    while (!this.overlay) {
      this.#isWaiting = true;
      yield undefined;
    }
    this.#isWaiting = false;
    return this.overlay;
  }

  #tell(raw: readonly Finding[], point: (one: Finding) => Finding, name: (one: Finding) => Finding): Finding[] {
    return raw.length === 0
      ? []
      : applySettings(
          this.#plan.manifest,
          raw.map((finding) => name(point(finding))),
        );
  }
}
