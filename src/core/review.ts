import { analysePlan } from './analyse.ts';
import type { CheckMemory } from './check/check_memory.ts';
import { comparePlansInDepth } from './compare/compare_in_depth.ts';
import { comparePlans } from './compare/compare_plans.ts';
import type { PlanComparison } from './compare/types.ts';
import { deriveLedger } from './control/index.ts';
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
  const analysis = analysePlan(candidate, onProgress, options.memory);
  onProgress?.({ step: 'comparing' });
  const changes = comparePlans(plan, candidate);
  return {
    reading,
    changes,
    comparison: comparePlansInDepth(plan, candidate, { before: present.ledger, after: analysis.ledger }, changes),
    analysis,
    findingsNew: withoutKnown(analysis.findings, present.findings),
    findingsGone: withoutKnown(present.findings, analysis.findings),
  };
}

/** Holds one plan against another, for example two versions that were kept. */
export function comparePlansWhole(before: Plan, after: Plan, onProgress?: OnProgress): PlanComparison {
  const ledgers = {
    before: deriveLedger(before, { onProgress: (share) => onProgress?.({ step: 'measuring', share: share / 2 }) }),
    after: deriveLedger(after, { onProgress: (share) => onProgress?.({ step: 'measuring', share: 0.5 + share / 2 }) }),
  };
  onProgress?.({ step: 'comparing' });
  return comparePlansInDepth(before, after, ledgers);
}

function withoutKnown(findings: readonly Finding[], known: readonly Finding[]): Finding[] {
  const keys = new Set(known.map(findingKey));
  return findings.filter((finding) => !keys.has(findingKey(finding)));
}
