import { analysePlan } from './analyse.ts';
import type { CheckMemory } from './check/check_memory.ts';
import { comparePlansInDepth } from './compare/compare_in_depth.ts';
import { comparePlans } from './compare/compare_plans.ts';
import type { PlanComparison } from './compare/types.ts';
import { deriveLedger } from './control/index.ts';
import type { Keeper } from './packing/keeper.ts';
import { keeperFor } from './packing/keeper_for.ts';
import { type Finding, findingKey } from './plan/findings.ts';
import type { Plan } from './plan/types.ts';
import { readUpdate } from './read/read_update.ts';
import type { ChoicesBySource, GivenFile, UpdateMode } from './read/types.ts';
import type { PlanAnalysis, Progress, UpdateReview } from './service.ts';

type OnProgress = (progress: Progress) => void;

/**
 * Reads an update and holds what it would make of the plan against the plan as it is. A refused update has only its reading.
 * @param present the plan's analysis where it is known already
 */
export async function reviewUpdate(
  plan: Plan,
  files: readonly GivenFile[],
  mode: UpdateMode,
  options: {
    onProgress?: OnProgress | undefined;
    present?: PlanAnalysis | undefined;
    choices?: ChoicesBySource | undefined;
    /** Of the last check: of the candidate only what differs is looked at again. */
    memory?: CheckMemory | undefined;
    /** Where what is computed is kept; by the size of the candidate where absent. */
    keeper?: Keeper | undefined;
  } = {},
): Promise<UpdateReview> {
  const { onProgress } = options;
  onProgress?.({ step: 'reading', share: 0 });
  const reading = await readUpdate(plan, files, mode, {
    choices: options.choices,
    onProgress: (share) => onProgress?.({ step: 'reading', share }),
  });
  const { candidate } = reading;
  if (!candidate) return { reading, findingsNew: [], findingsGone: [] };
  const present = options.present ?? analysePlan(plan);
  const keeper = options.keeper ?? (await keeperFor(plan, candidate));
  keeper.prepare(candidate);
  const analysis = analysePlan(candidate, onProgress, options.memory, keeper);
  onProgress?.({ step: 'comparing' });
  const changes = comparePlans(plan, candidate, keeper);
  const ledgers = { before: present.ledger, after: analysis.ledger };
  return {
    reading,
    changes,
    comparison: comparePlansInDepth(plan, candidate, ledgers, changes, keeper),
    analysis,
    findingsNew: withoutKnown(analysis.findings, present.findings, keeper),
    findingsGone: withoutKnown(present.findings, analysis.findings, keeper),
  };
}

/**
 * Holds one plan against another, for example two versions that were kept.
 * @param keeper where it is kept; as objects where absent
 */
export function comparePlansWhole(before: Plan, after: Plan, onProgress?: OnProgress, keeper?: Keeper): PlanComparison {
  const onShare = (first: number) => (share: number) => onProgress?.({ step: 'measuring', share: first + share / 2 });
  const ledgers = {
    before: deriveLedger(before, { keeper, onProgress: onShare(0) }),
    after: deriveLedger(after, { keeper, onProgress: onShare(0.5) }),
  };
  onProgress?.({ step: 'comparing' });
  return comparePlansInDepth(before, after, ledgers, undefined, keeper);
}

function withoutKnown(findings: readonly Finding[], known: readonly Finding[], keeper: Keeper): Finding[] {
  const keys = new Set(known.map(findingKey));
  const places: number[] = [];
  for (const [place, finding] of findings.entries()) if (!keys.has(findingKey(finding))) places.push(place);
  return keeper.pick(findings, Uint32Array.from(places));
}
