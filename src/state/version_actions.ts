import { batch } from '@preact/signals-core';
import type { Plan } from '../core/plan/types.ts';
import type { AcceptedStep } from './accepted_step.ts';
import type { PlanArchive } from './archive.ts';
import { newStepId, originOf, type ShownPlan, type ViewerState } from './shown_plan.ts';
import type { Store } from './store.ts';

export type VersionActions = Pick<
  Store,
  | 'undo'
  | 'returnToPublished'
  | 'reviseVersion'
  | 'goBackTo'
  | 'deleteVersion'
  | 'addVersions'
  | 'compareVersions'
  | 'analyseVersion'
  | 'readHistory'
> & {
  /** Brings back what was accepted in an earlier visit; whether there is something, and it is shown. */
  restore(): Promise<boolean>;
};

/** The versions that were accepted: going back, naming, comparing, bringing in and deleting them. */
export function createVersionActions(
  state: ViewerState,
  { show, analyse, keep }: ShownPlan,
  reviewAgain: () => Promise<void>,
): VersionActions {
  const { published, plan, accepted, notice, service, archive, planKey } = state;
  const planOf = (id: string | undefined): Plan => accepted.value.find((step) => step.id === id)?.plan ?? published;
  return {
    async reviseVersion(id, words) {
      const { reviseStep } = await import('./versions.ts');
      const steps = accepted.value.map((step) => (step.id === id ? reviseStep(step, words) : step));
      const last = steps.at(-1);
      batch(() => {
        accepted.value = steps;
        // The same plan with other words about it: what was computed of it still holds.
        if (last?.id === id) plan.value = last.plan;
      });
      await Promise.all([keep(steps), ...(last?.id === id ? [reviewAgain()] : [])]);
    },
    async goBackTo(id) {
      const from = accepted.value.find((step) => step.id === id);
      if (id !== undefined && !from) return;
      const at = state.now();
      const { name: _, who: _who, why: _why, ...rest } = from ?? { plan: published, files: [] as string[] };
      const step: AcceptedStep = {
        ...rest,
        id: newStepId(at),
        at,
        ...(from?.name !== undefined && { name: from.name }),
      };
      const steps = [...accepted.value, step];
      batch(() => {
        accepted.value = steps;
        show(step.plan, originOf(step), undefined);
      });
      await Promise.all([analyse(), keep(steps), reviewAgain()]);
    },
    async deleteVersion(id) {
      const wasShown = accepted.value.at(-1)?.id === id;
      const steps = accepted.value.filter((step) => step.id !== id);
      const last = steps.at(-1);
      batch(() => {
        accepted.value = steps;
        if (wasShown) show(last?.plan ?? published, originOf(last), undefined);
      });
      await Promise.all([keep(steps), ...(wasShown ? [analyse(), reviewAgain()] : [])]);
    },
    async addVersions(added) {
      const present = accepted.value;
      const known = new Set(present.map(({ id }) => id));
      const fresh = added.filter(({ id }) => !known.has(id) && known.add(id));
      if (fresh.length === 0) return 0;
      const shownStep = present.at(-1);
      const others = [...present.slice(0, -1), ...fresh].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
      const steps = shownStep ? [...others, shownStep] : others;
      const last = steps.at(-1);
      batch(() => {
        accepted.value = steps;
        if (!shownStep && last) show(last.plan, originOf(last), undefined);
      });
      await Promise.all([keep(steps), ...(shownStep ? [] : [analyse(), reviewAgain()])]);
      return fresh.length;
    },
    compareVersions: (before, after) => service.compare(planOf(before), planOf(after)),
    async analyseVersion(version) {
      return (version === plan.value && state.analysis.value) || service.analyse(version);
    },
    async readHistory(bytes) {
      const { readHistory } = await import('./versions.ts');
      return readHistory(bytes, service);
    },
    async undo() {
      if (accepted.value.length === 0) return;
      const steps = accepted.value.slice(0, -1);
      const last = steps.at(-1);
      batch(() => {
        accepted.value = steps;
        show(last?.plan ?? published, originOf(last), undefined);
      });
      const kept = keep(steps).then((isKept) => {
        if (isKept) notice.value = { key: 'undone' };
      });
      await Promise.all([kept, analyse(), reviewAgain()]);
    },
    async returnToPublished() {
      batch(() => {
        accepted.value = [];
        show(published, { kind: 'published' }, undefined);
      });
      await Promise.all([analyse(), keep([]), reviewAgain()]);
    },
    async restore(): Promise<boolean> {
      let record: Awaited<ReturnType<PlanArchive['load']>>;
      try {
        record = await archive.load(planKey);
      } catch {
        notice.value = { key: 'storageFailed' };
        return false;
      }
      const last = record?.steps.at(-1);
      if (!record || !last) return false;
      batch(() => {
        accepted.value = record.steps;
        show(last.plan, originOf(last), undefined);
        notice.value =
          record.publishedVersion === published.manifest.version
            ? last.files.length > 0
              ? { key: 'restored', data: { files: last.files.join(', ') } }
              : { key: 'restoredChanges' }
            : { key: 'publishedIsNewer', data: { version: published.manifest.version } };
      });
      // Not waited for: the checks wait for the map, and the map for what is shown here.
      void analyse();
      void reviewAgain();
      return true;
    },
  };
}
