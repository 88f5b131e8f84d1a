import type { Ledger } from '../control/types.ts';
import type { Finding, Severity } from '../plan/findings.ts';
import type { RuleLimits } from '../plan/rule_limits.ts';
import type { LayerId, Plan, Tolerances } from '../plan/types.ts';
import type { PlanGeometry } from './plan_geometry.ts';
import type { PlanPlaces } from './plan_places.ts';
import type { PlanShapes } from './plan_shapes.ts';

/** What makes shapes of shapes. It is heavy, and loaded only when a rule asks for it. */
export type Overlay = typeof import('../measure/overlay.ts');

/** What every rule is given. */
export interface CheckContext {
  plan: Plan;
  ledger: Ledger;
  tolerances: Tolerances;
  limits: RuleLimits;
  places: PlanPlaces;
  shapes: PlanShapes;
  /** The plan's layers on the measuring plane, and what was found of them. */
  geometry: PlanGeometry;
  /** Waits until the overlay is there: `const overlay = yield* context.overlay()`. */
  overlay: () => Generator<undefined, Overlay>;
}

/** What a rule is about, in the order the reference lists them. */
export const RULE_TOPICS = ['geometry', 'topology', 'attributes', 'controls', 'programme'] as const;
export type RuleTopic = (typeof RULE_TOPICS)[number];

/**
 * Where a rule comes from. simple-features: OGC 06-103r4, 6.1.11. rfc-7946: GeoJSON, 3.1.6. hefei-2013: 合肥市控制性详细规划通则（试行）. practice: the categories of
 * plan-data reviews (拓扑, 属性, 图数一致). plan: the plan's own targets and limits. own: nothing but our own judgement.
 */
export const RULE_SOURCES = ['simple-features', 'rfc-7946', 'hefei-2013', 'practice', 'plan', 'own'] as const;
export type RuleSource = (typeof RULE_SOURCES)[number];

/** One check. What it is called, why it matters and how to mend it stand in the message tables under its code. */
export interface Rule {
  /** Stable kebab-case word: the rule's file, its function and its message key. */
  code: string;
  /** Other codes it may tell, for example that a target is met. */
  alsoTells?: readonly string[];
  topic: RuleTopic;
  /** Of what it finds under its own code. */
  severity: Severity;
  source: RuleSource;
  /** The plan's settings that decide what it finds. */
  settings?: readonly (keyof Tolerances | keyof RuleLimits)[];
  /**
   * How far a change of a plot or building reaches, for rules that name in `feature` and `related` all the plots and buildings a
   * finding depends on: to its neighbours, or through the block of plots that touch each other. Absent: anywhere, and the rule is
   * applied to the whole plan again after each change.
   */
  reach?: 'neighbours' | 'block';
  /** The layer whose features `related` names, for rules that have a reach; plots where absent. */
  relatedLayer?: LayerId;
  /** What it finds, in any order: all at once, or one by one with `undefined` where the work may be paused. */
  check: (context: CheckContext) => Iterable<Finding | undefined>;
}
