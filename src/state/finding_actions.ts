import { batch } from '@preact/signals-core';
import { acceptanceOf, acceptedWithout, applySettings } from '../core/check/rule_settings.ts';
import { type Finding, findingKey } from '../core/plan/findings.ts';
import type { AcceptedFinding, Plan } from '../core/plan/types.ts';
import type { AcceptedStep } from './accepted_step.ts';
import type { NoticeKey } from './notice.ts';
import { newStepId, originOf, type ShownPlan, type ViewerState } from './shown_plan.ts';
import type { Store } from './store.ts';

export type FindingActions = Pick<Store, 'letStand' | 'takeUp' | 'knownFindings'>;

/** Findings that may stand: noted in the plan with their reason, and taken up again. */
export function createFindingActions(
  state: ViewerState,
  { show, analyse, keep }: ShownPlan,
  reviewAgain: () => Promise<void>,
): FindingActions {
  const { published, plan, analysis, accepted, service } = state;

  /** The plan with other findings let stand: the version on the screen says so from now on, and the published plan becomes one. */
  async function note(
    change: (earlier: readonly AcceptedFinding[]) => AcceptedFinding[],
    done: NoticeKey,
  ): Promise<void> {
    const next = withAccepted(plan.value, change(plan.value.manifest.checks?.accepted ?? []));
    const present = analysis.value;
    const findings = present?.findings.map(({ accepted: _, ...finding }) => finding) ?? [];
    const at = state.now();
    const last = accepted.value.at(-1);
    const step: AcceptedStep = last ? { ...last, plan: next } : { id: newStepId(at), plan: next, at, files: [] };
    const steps = [...accepted.value.slice(0, -1), step];
    const spot = state.spotlight.value;
    batch(() => {
      accepted.value = steps;
      // What was computed of the plan still holds; only what is said of its findings changes.
      show(next, originOf(step), present && { ...present, findings: applySettings(next.manifest, findings) });
      state.spotlight.value = spot;
    });
    const kept = keep(steps);
    // What was still being computed was of the plan before.
    const analysed = !present || present.isChecking ? analyse() : undefined;
    // An update that is under review stands on the plan before, and would take the reason away.
    const reviewed = reviewAgain();
    if (await kept) state.notice.value = { key: done };
    await Promise.all([analysed, reviewed]);
  }

  const present = () => analysis.value?.findings ?? [];

  return {
    letStand(finding: Finding, { reason, who }) {
      const why = { reason, ...(who !== undefined && who !== '' && { who }), at: state.now() };
      return note((earlier) => [...acceptedWithout(earlier, finding, present()), acceptanceOf(finding, why)], 'stands');
    },
    takeUp(finding: Finding) {
      return note((earlier) => acceptedWithout(earlier, finding, present()), 'takenUp');
    },
    async knownFindings() {
      if (accepted.value.length === 0) return undefined;
      const before = accepted.value.at(-2)?.plan ?? published;
      const { findings } = await service.analyse(before);
      return new Set(findings.map(findingKey));
    },
  };
}

function withAccepted(plan: Plan, accepted: AcceptedFinding[]): Plan {
  const { checks, ...manifest } = plan.manifest;
  const { accepted: _, ...others } = checks ?? {};
  const next = { ...others, ...(accepted.length > 0 && { accepted }) };
  return { ...plan, manifest: { ...manifest, ...(Object.keys(next).length > 0 && { checks: next }) } };
}
