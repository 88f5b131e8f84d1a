import { batch } from '@preact/signals-core';
import { acceptanceOf, acceptedWithout, applySettings } from '../core/check/rule_settings.ts';
import { fieldReader } from '../core/packing/large_lists.ts';
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
    finding: Finding,
    change: (earlier: readonly AcceptedFinding[]) => AcceptedFinding[],
    done: NoticeKey,
  ): Promise<void> {
    const next = withAccepted(plan.value, change(plan.value.manifest.checks?.accepted ?? []));
    const present = analysis.value;
    const at = state.now();
    const last = accepted.value.at(-1);
    const step: AcceptedStep = last ? { ...last, plan: next } : { id: newStepId(at), plan: next, at, files: [] };
    const steps = [...accepted.value.slice(0, -1), step];
    const spot = state.spotlight.value;
    batch(() => {
      accepted.value = steps;
      // What was computed of the plan still holds; only what is said of its findings changes.
      show(next, originOf(step), present && { ...present, findings: markedAnew(present.findings, finding, next) });
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

  /** Those among which one of the same key can be. */
  function alikeOf(finding: Finding): Finding[] {
    const findings = analysis.value?.findings ?? [];
    const isAlike = alikeTo(finding, findings);
    return findings.filter((_, place) => isAlike(place));
  }

  return {
    letStand(finding: Finding, { reason, who }) {
      const why = { reason, ...(who !== undefined && who !== '' && { who }), at: state.now() };
      const noted = acceptanceOf(finding, why);
      return note(finding, (earlier) => [...acceptedWithout(earlier, finding, alikeOf(finding)), noted], 'stands');
    },
    takeUp(finding: Finding) {
      return note(finding, (earlier) => acceptedWithout(earlier, finding, alikeOf(finding)), 'takenUp');
    },
    async knownFindings() {
      if (accepted.value.length === 0) return undefined;
      const before = accepted.value.at(-2)?.plan ?? published;
      const { findings } = await service.analyse(before);
      const keys = new Set<string>();
      for (const [place, finding] of findings.entries()) {
        keys.add(findingKey(finding));
        // Of a large plan there are hundreds of thousands: the page does something else in between.
        if (place % KEYS_AT_ONCE === KEYS_AT_ONCE - 1) await new Promise((resolve) => setTimeout(resolve));
      }
      return keys;
    },
  };
}

const KEYS_AT_ONCE = 5000;

/** The findings after one of them was let stand or taken up. The others stay the same objects: of a large plan they are rows nobody may have looked at. */
function markedAnew(findings: readonly Finding[], changed: Finding, { manifest }: Plan): Finding[] {
  const key = findingKey(changed);
  const isAlike = alikeTo(changed, findings);
  return findings.flatMap((finding, place) => {
    if (!isAlike(place) || findingKey(finding) !== key) return finding;
    const { accepted: _, ...bare } = finding;
    return applySettings(manifest, [bare]);
  });
}

/** Whether the finding at a place is of the same kind and feature as another: told without making it. */
function alikeTo({ code, feature }: Finding, findings: readonly Finding[]): (place: number) => boolean {
  const codeAt = fieldReader(findings, 'code');
  const featureAt = fieldReader(findings, 'feature');
  return (place) => codeAt(place) === code && featureAt(place) === feature;
}

function withAccepted(plan: Plan, accepted: AcceptedFinding[]): Plan {
  const { checks, ...manifest } = plan.manifest;
  const { accepted: _, ...others } = checks ?? {};
  const next = { ...others, ...(accepted.length > 0 && { accepted }) };
  return { ...plan, manifest: { ...manifest, ...(Object.keys(next).length > 0 && { checks: next }) } };
}
