import { batch, type Signal } from '@preact/signals-core';
import { featureById } from '../core/plan/feature_by_id.ts';
import type { Finding } from '../core/plan/findings.ts';
import type { Plan } from '../core/plan/types.ts';
import type { CoreService, PlanAnalysis } from '../core/service.ts';
import type { AcceptedStep, PlanOrigin } from './accepted_step.ts';
import type { PlanArchive } from './archive.ts';
import type { Spotlight } from './map_port.ts';
import type { Notice } from './notice.ts';
import type { UpdateState } from './update_state.ts';
import type { FeatureRef, View } from './view.ts';

/** What updating and going back to versions work on: the state they change, and whom they ask. */
export interface ViewerState {
  readonly published: Plan;
  readonly plan: Signal<Plan>;
  readonly analysis: Signal<PlanAnalysis | undefined>;
  readonly origin: Signal<PlanOrigin>;
  readonly accepted: Signal<AcceptedStep[]>;
  readonly view: Signal<View>;
  readonly update: Signal<UpdateState>;
  readonly notice: Signal<Notice | undefined>;
  readonly spotlight: Signal<Spotlight | undefined>;
  readonly service: CoreService;
  readonly archive: PlanArchive;
  /** True while accepted steps are being written: closing the page now would lose them. */
  readonly isKeeping: Signal<boolean>;
  readonly planKey: string;
  readonly now: () => string;
  /** Settled once the first map is drawn, or right away where nobody waits for it. */
  readonly untilDrawn: Promise<void>;
  select(ref: FeatureRef | undefined): void;
}

/** Puts plans on the screen, has them analysed and keeps the accepted ones. */
export interface ShownPlan {
  /** Shows a plan with what is known of it. A selection that it does not have is dropped. */
  show(next: Plan, origin: PlanOrigin, analysis: PlanAnalysis | undefined): void;
  analyse(): Promise<void>;
  /** Writes the accepted steps, after those that are still being written. False, and the person told, when they could not be kept. */
  keep(steps: AcceptedStep[]): Promise<boolean>;
  dispose(): void;
}

export function createShownPlan(state: ViewerState): ShownPlan {
  const { published, plan, analysis, origin, view, notice, spotlight, service, archive, planKey, isKeeping } = state;
  let analysing: AbortController | undefined;
  let disposed = false;
  let lastSave: Promise<unknown> = Promise.resolve();
  let saveCount = 0;
  return {
    show(next, nextOrigin, nextAnalysis) {
      // What is still being computed is of the plan before.
      analysing?.abort();
      analysing = undefined;
      batch(() => {
        plan.value = next;
        origin.value = nextOrigin;
        analysis.value = nextAnalysis;
        spotlight.value = undefined;
        const selection = view.value.selection;
        if (selection && !featureById(next, selection.layer, selection.id)) state.select(undefined);
      });
    },
    async analyse() {
      analysing?.abort();
      const controller = new AbortController();
      analysing = controller;
      try {
        const { signal } = controller;
        const isWanted = () => analysing === controller && !disposed;
        const measured = await service.measure(plan.value, { signal });
        if (isWanted()) analysis.value = { ...measured, findings: [], isChecking: true };
        // The map is drawn with the figures; the checks do not take the machine from it.
        await state.untilDrawn;
        if (!isWanted()) return;
        const findings: Finding[] = [];
        const result = await service.analyse(plan.value, {
          signal,
          onFindings: (more) => {
            for (const finding of more) findings.push(finding);
            if (isWanted()) analysis.value = { ...measured, findings, isChecking: true };
          },
        });
        // The figures are those on the screen already: nothing that shows them is drawn again.
        if (isWanted()) analysis.value = { ...result, ...measured };
      } catch (error) {
        // The map needs no analysis: the plan stays on the screen, and the person knows why its figures are missing.
        if (!isCancelled(error) && !disposed)
          notice.value = {
            key: 'analysisFailed',
            data: { detail: error instanceof Error ? error.message : String(error) },
          };
      }
    },
    async keep(steps) {
      saveCount += 1;
      isKeeping.value = true;
      // One after the other: a save clears away what the one before it wrote.
      const save = lastSave.then(() =>
        archive.save(planKey, { publishedVersion: published.manifest.version, steps }).then(
          () => true,
          () => false,
        ),
      );
      lastSave = save;
      const isKept = await save;
      saveCount -= 1;
      isKeeping.value = saveCount > 0;
      if (!isKept) notice.value = { key: 'storageFailed' };
      return isKept;
    },
    dispose() {
      disposed = true;
      analysing?.abort();
    },
  };
}

export function isCancelled(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError';
}

export function originOf(step: AcceptedStep | undefined): PlanOrigin {
  return step ? { kind: 'accepted', at: step.at, files: step.files } : { kind: 'published' };
}

/** Unlike that of any other version: histories of several people are brought together. */
export function newStepId(at: string): string {
  return `${at}-${Math.random().toString(36).slice(2, 10)}`;
}
