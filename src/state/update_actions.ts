import { batch } from '@preact/signals-core';
import type { ChoicesBySource, SourceChoices, UpdateMode } from '../core/read/types.ts';
import type { OfferedFile } from '../core/service.ts';
import type { AcceptedStep } from './accepted_step.ts';
import { isCancelled, newStepId, type ShownPlan, type ViewerState } from './shown_plan.ts';
import type { Store } from './store.ts';

export type UpdateActions = Pick<Store, 'offerFiles' | 'reviseUpdate' | 'cancelUpdate' | 'acceptUpdate'> & {
  /** An update that was held against another plan is held against the one shown now. */
  reviewAgain(): Promise<void>;
  dispose(): void;
};

/** Reading an update, reviewing it against the plan, and accepting it. */
export function createUpdateActions(state: ViewerState, { show, analyse, keep }: ShownPlan): UpdateActions {
  const { plan, analysis, accepted, update, notice, service } = state;
  let reviewing: AbortController | undefined;
  let underReview: { files: OfferedFile[]; mode: UpdateMode; choices: ChoicesBySource } | undefined;

  async function runReview(files: OfferedFile[], mode: UpdateMode, choices: ChoicesBySource): Promise<void> {
    reviewing?.abort();
    const controller = new AbortController();
    reviewing = controller;
    underReview = { files, mode, choices };
    update.value = { step: 'working', files };
    try {
      const review = await service.review(
        plan.value,
        files,
        { mode, choices, present: analysis.value?.isChecking ? undefined : analysis.value },
        {
          signal: controller.signal,
          onProgress: (progress) => {
            if (reviewing === controller && update.value.step === 'working')
              update.value = { step: 'working', files, progress };
          },
        },
      );
      if (reviewing === controller) update.value = { step: 'review', files, mode, choices, review };
    } catch (error) {
      if (reviewing !== controller) return;
      update.value = isCancelled(error)
        ? { step: 'none' }
        : { step: 'failed', files, reason: 'crashed', detail: error instanceof Error ? error.message : String(error) };
    } finally {
      if (reviewing === controller) reviewing = undefined;
    }
  }

  async function reviewAgain(): Promise<void> {
    const { step } = update.value;
    if (underReview && (step === 'working' || step === 'review'))
      await runReview(underReview.files, underReview.mode, underReview.choices);
  }

  return {
    reviewAgain,
    async offerFiles(files, mode = 'replace') {
      if (files.length > 0) await runReview(files, mode, {});
    },
    async reviseUpdate(change) {
      const present = update.value;
      if (present.step !== 'review') return;
      const choices = mergeChoices(present.choices, change.choices ?? {});
      await runReview(present.files, change.mode ?? present.mode, choices);
    },
    cancelUpdate() {
      reviewing?.abort();
      reviewing = undefined;
      underReview = undefined;
      update.value = { step: 'none' };
    },
    async acceptUpdate() {
      const present = update.value;
      if (present.step !== 'review' || !present.review.reading.candidate) return;
      const { candidate, sources } = present.review.reading;
      const at = state.now();
      let next = candidate;
      let undescribed: string | undefined;
      try {
        // Loaded now: most visits only look at the map.
        const { describeUpdate, withHistory } = await import('./versions.ts');
        const entry = await describeUpdate(at, present.files, sources, service);
        next = withHistory(candidate, entry, plan.value.manifest.history ?? []);
      } catch (error) {
        // The update matters more than what is noted about it, but who reads the history later must not rely on it.
        undescribed = error instanceof Error ? error.message : String(error);
      }
      // Meanwhile the person may have done something else with it.
      if (update.value !== present) return;
      const names = present.files.map((file) => file.name);
      const step: AcceptedStep = { id: newStepId(at), plan: next, at, files: names };
      const steps = [...accepted.value, step];
      underReview = undefined;
      batch(() => {
        accepted.value = steps;
        show(step.plan, { kind: 'accepted', at: step.at, files: step.files }, present.review.analysis);
        update.value = { step: 'none' };
      });
      const kept = keep(steps);
      const analysed = analysis.value ? undefined : analyse();
      const told = { files: names.join(', ') };
      if (await kept)
        notice.value =
          undescribed === undefined
            ? { key: 'accepted', data: told }
            : { key: 'acceptedUndescribed', data: { ...told, detail: undescribed } };
      await analysed;
    },
    dispose() {
      reviewing?.abort();
    },
  };
}

/** What was said of each source, the later word over the earlier. Names are a person's words: `__proto__` is one like any other. */
function mergeChoices(earlier: ChoicesBySource, later: ChoicesBySource): ChoicesBySource {
  const merged = new Map<string, SourceChoices>(Object.entries(earlier));
  for (const [name, choice] of Object.entries(later)) merged.set(name, { ...merged.get(name), ...choice });
  return Object.fromEntries(merged);
}
