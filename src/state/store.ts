import { batch, computed, type ReadonlySignal, type Signal, signal } from '@preact/signals-core';
import type { PlanComparison } from '../core/compare/types.ts';
import type { Diagnostic, Finding } from '../core/plan/findings.ts';
import type { Geometry, LayerId, Plan } from '../core/plan/types.ts';
import type { ChoicesBySource, InputFile, SourceChoices, UpdateMode } from '../core/read/types.ts';
import type { CoreService, PlanAnalysis, Progress, UpdateReview } from '../core/service.ts';
import { buildTheme } from '../core/theme/build_theme.ts';
import { shownPlots } from '../core/theme/filter.ts';
import type { Filters, Theme, ThemeId } from '../core/theme/types.ts';
import type { PlanArchive } from './archive.ts';
import type { MapPort, MeasureState } from './map_port.ts';
import type { ReviewDrawing } from './review_drawing.ts';
import { type FeatureRef, INITIAL_VIEW, type View } from './view.ts';

/** Where the plan on the screen came from. */
export type PlanOrigin = { kind: 'published' } | { kind: 'accepted'; at: string; files: string[] };

/** One accepted step, newest last; the published plan is step 0 and is not kept. */
export interface AcceptedStep {
  id: string;
  /** Its manifest's history says what it was read from, with hashes, and what was done to the coordinates. */
  plan: Plan;
  at: string;
  files: string[];
  /** What people call it, who accepted it and why. */
  name?: string;
  who?: string;
  why?: string;
}
export type StepWords = Partial<Pick<AcceptedStep, 'name' | 'who' | 'why'>>;

/** What the person is doing with an update. */
export type UpdateState =
  | { step: 'none' }
  | { step: 'working'; files: InputFile[]; progress?: Progress }
  | { step: 'review'; files: InputFile[]; mode: UpdateMode; choices: ChoicesBySource; review: UpdateReview }
  | { step: 'failed'; files: InputFile[]; reason: 'cancelled' | 'crashed'; detail: string };

/** A sentence for the person that goes away by itself or by a click: a key of the message table `notices`. */
export interface Notice {
  key: NoticeKey;
  data?: Record<string, string | number>;
}
export type NoticeKey =
  | 'accepted'
  | 'undone'
  | 'storageFailed'
  | 'copied'
  | 'copyFailed'
  | 'saved'
  | 'publishedIsNewer'
  | 'restored'
  | 'pictureFailed'
  | 'webglLost'
  | 'basemapBlocked'
  | 'analysisFailed'
  | 'languageFailed';

/** The shape the map puts on a finding's or a change's spot. */
export interface Spotlight {
  geometry: Geometry;
  severity: 'error' | 'warning' | 'info';
  /** What stands over the map where the spot was asked for, in page pixels: the spot is brought into sight beside it. */
  cover?: PageBox;
}

/** A box on the page, in CSS pixels from its top left corner. */
export interface PageBox {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export interface Store {
  readonly plan: Signal<Plan>;
  /** The plan as the site publishes it: version 0. */
  readonly published: Plan;
  /** Computed off the main thread; absent until the first analysis is there. */
  readonly analysis: Signal<PlanAnalysis | undefined>;
  readonly origin: Signal<PlanOrigin>;
  readonly accepted: Signal<AcceptedStep[]>;
  readonly view: Signal<View>;
  readonly update: Signal<UpdateState>;
  readonly notice: Signal<Notice | undefined>;
  readonly spotlight: Signal<Spotlight | undefined>;
  /** What the map shows of an update under review. */
  readonly reviewDrawing: Signal<ReviewDrawing | undefined>;
  /** Share of the map's width, from the left, that shows the present plan while both are swiped. */
  readonly swipeShare: Signal<number>;
  /** The map on the screen, once it is ready. */
  readonly map: Signal<MapPort | undefined>;
  /** Where the pointer is on the ground, in WGS84 degrees. */
  readonly pointer: Signal<[longitude: number, latitude: number] | undefined>;
  /** N of 1:N at the map's centre, at 96 CSS pixels per inch. */
  readonly scaleDenominator: Signal<number | undefined>;
  readonly measure: Signal<MeasureState>;
  /** Diagnostics of the published plan. */
  readonly diagnostics: Diagnostic[];
  readonly theme: ReadonlySignal<Theme | undefined>;
  /** Numbers of the plots the filters and legend picks show in full; undefined: all. */
  readonly shown: ReadonlySignal<ReadonlySet<string> | undefined>;

  setView(change: Partial<View>): void;
  setTheme(theme: ThemeId): void;
  setFilters(change: Partial<Filters>): void;
  toggleClass(id: string): void;
  clearFilters(): void;
  toggleLayer(layer: LayerId): void;
  select(ref: FeatureRef | undefined): void;
  hover(ref: FeatureRef | undefined): void;
  showFinding(finding: Finding): void;
  setTimelineStep(step: number | undefined): void;

  /** Reads and reviews files against the present plan; nothing changes until `acceptUpdate`. */
  offerFiles(files: InputFile[], mode?: UpdateMode): Promise<void>;
  /** Reads the same files again, with another mode or with what the person has said of a source (by its name). */
  reviseUpdate(change: { mode?: UpdateMode; choices?: ChoicesBySource }): Promise<void>;
  cancelUpdate(): void;
  acceptUpdate(): Promise<void>;
  undo(): Promise<void>;
  /** Forgets every accepted step and shows the published plan. */
  returnToPublished(): Promise<void>;
  /** Names a version, or says who accepted it and why; an empty text takes the words back. */
  reviseVersion(id: string, words: StepWords): Promise<void>;
  /** Shows an earlier version again, as a new one: nothing that came after it is lost. Undefined: the published plan. */
  goBackTo(id: string | undefined): Promise<void>;
  /** Forgets a version; when it is the one shown, the one before it is shown. */
  deleteVersion(id: string): Promise<void>;
  /** Adds versions of another history. The plan shown stays, unless it is the published one. Gives how many were new. */
  addVersions(steps: AcceptedStep[]): Promise<number>;
  /** Holds two versions against each other; undefined is the published plan. */
  compareVersions(before: string | undefined, after: string | undefined): Promise<PlanComparison>;
  /** Reads a file with a history; undefined when it is none. */
  readHistory(bytes: Uint8Array): Promise<{ steps: AcceptedStep[]; unreadCount: number } | undefined>;
  /** Brings back what was accepted in an earlier visit. */
  restore(): Promise<void>;
  notify(notice: Notice | undefined): void;
  dispose(): void;
}

export interface StoreOptions {
  plan: Plan;
  service: CoreService;
  archive: PlanArchive;
  /** Address of the plan's folder: what its accepted updates are kept under. */
  planKey: string;
  view?: Partial<View>;
  /** Gives the time of an acceptance as an ISO string. */
  now: () => string;
  /** Diagnostics of the published plan, shown beside its findings. */
  diagnostics?: Diagnostic[];
}

/** Makes the state of one viewer. A page that shows several maps makes several. */
export function createStore(options: StoreOptions): Store {
  const { service, archive, planKey } = options;
  const published = options.plan;
  const plan = signal(published);
  const analysis = signal<PlanAnalysis | undefined>(undefined);
  const origin = signal<PlanOrigin>({ kind: 'published' });
  const accepted = signal<AcceptedStep[]>([]);
  const view = signal<View>({ ...INITIAL_VIEW, ...options.view });
  const update = signal<UpdateState>({ step: 'none' });
  const notice = signal<Notice | undefined>(undefined);
  const spotlight = signal<Spotlight | undefined>(undefined);
  const reviewDrawing = signal<ReviewDrawing | undefined>(undefined);
  const swipeShare = signal(0.5);
  const map = signal<MapPort | undefined>(undefined);
  const pointer = signal<[number, number] | undefined>(undefined);
  const scaleDenominator = signal<number | undefined>(undefined);
  const measure = signal<MeasureState>({ tool: 'none', points: [], finished: false });

  const themeId = computed(() => view.value.theme);
  const filters = computed(() => view.value.filters);
  const theme = computed(() => {
    const present = analysis.value;
    return present && buildTheme(plan.value, present.ledger, themeId.value);
  });
  const shown = computed(() => {
    const present = analysis.value;
    const shownTheme = theme.value;
    return present && shownTheme ? shownPlots(plan.value, present.ledger, shownTheme, filters.value) : undefined;
  });

  let reviewing: AbortController | undefined;
  let underReview: { files: InputFile[]; mode: UpdateMode; choices: ChoicesBySource } | undefined;
  let analysing: AbortController | undefined;
  let disposed = false;

  function isCancelled(error: unknown): boolean {
    return error instanceof Error && error.name === 'AbortError';
  }

  async function analyse(): Promise<void> {
    analysing?.abort();
    const controller = new AbortController();
    analysing = controller;
    try {
      const result = await service.analyse(plan.value, { signal: controller.signal });
      if (analysing === controller && !disposed) analysis.value = result;
    } catch (error) {
      // The map needs no analysis: the plan stays on the screen, and the person knows why its figures are missing.
      if (!isCancelled(error) && !disposed)
        notice.value = {
          key: 'analysisFailed',
          data: { detail: error instanceof Error ? error.message : String(error) },
        };
    }
  }

  /** Puts a plan on the screen with what is known of it. A selection that it does not have is dropped. */
  function show(next: Plan, nextOrigin: PlanOrigin, nextAnalysis: PlanAnalysis | undefined): void {
    // What is still being computed is of the plan before.
    analysing?.abort();
    analysing = undefined;
    batch(() => {
      plan.value = next;
      origin.value = nextOrigin;
      analysis.value = nextAnalysis;
      spotlight.value = undefined;
      const selection = view.value.selection;
      if (selection && !next.layers[selection.layer].some((feature) => feature.id === selection.id)) select(undefined);
    });
  }

  async function keep(steps: AcceptedStep[]): Promise<void> {
    try {
      await archive.save(planKey, { publishedVersion: published.manifest.version, steps });
    } catch {
      notice.value = { key: 'storageFailed' };
    }
  }

  function setView(change: Partial<View>): void {
    view.value = { ...view.value, ...change };
  }

  function setSelection(ref: FeatureRef | undefined): void {
    const { selection: _, ...rest } = view.value;
    view.value = ref ? { ...rest, selection: ref } : rest;
  }

  /** Whoever looks at something else has done with the spot of a finding. */
  function select(ref: FeatureRef | undefined): void {
    batch(() => {
      spotlight.value = undefined;
      setSelection(ref);
    });
  }

  async function runReview(files: InputFile[], mode: UpdateMode, choices: ChoicesBySource): Promise<void> {
    reviewing?.abort();
    const controller = new AbortController();
    reviewing = controller;
    underReview = { files, mode, choices };
    update.value = { step: 'working', files };
    try {
      const review = await service.review(
        plan.value,
        files,
        { mode, choices },
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

  /** An update that was held against another plan is held against the one shown now. */
  async function reviewAgain(): Promise<void> {
    const { step } = update.value;
    if (underReview && (step === 'working' || step === 'review'))
      await runReview(underReview.files, underReview.mode, underReview.choices);
  }

  void analyse();

  return {
    plan,
    published,
    analysis,
    origin,
    accepted,
    view,
    update,
    notice,
    spotlight,
    reviewDrawing,
    swipeShare,
    map,
    pointer,
    scaleDenominator,
    measure,
    diagnostics: options.diagnostics ?? [],
    theme,
    shown,

    setView,
    setTheme(next) {
      // Picked classes belong to the theme they were picked in.
      if (next !== view.value.theme) setView({ theme: next, filters: { ...view.value.filters, classes: [] } });
    },
    setFilters(change) {
      setView({ filters: { ...view.value.filters, ...change } });
    },
    toggleClass(id) {
      const { classes } = view.value.filters;
      const next = classes.includes(id) ? classes.filter((other) => other !== id) : [...classes, id];
      setView({ filters: { ...view.value.filters, classes: next } });
    },
    clearFilters() {
      setView({ filters: { classes: [] } });
    },
    toggleLayer(layer) {
      const { hiddenLayers } = view.value;
      setView({
        hiddenLayers: hiddenLayers.includes(layer)
          ? hiddenLayers.filter((other) => other !== layer)
          : [...hiddenLayers, layer],
      });
    },
    select,
    hover(ref) {
      const { hover: _, ...rest } = view.value;
      view.value = ref ? { ...rest, hover: ref } : rest;
    },
    showFinding(finding) {
      batch(() => {
        spotlight.value = finding.evidence && { geometry: finding.evidence, severity: finding.severity };
        if (finding.layer && finding.feature) setSelection({ layer: finding.layer, id: finding.feature });
      });
    },
    setTimelineStep(step) {
      const { timelineStep: _, ...rest } = view.value;
      view.value = step === undefined ? rest : { ...rest, timelineStep: step };
    },

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
      const at = options.now();
      let next = candidate;
      try {
        // Loaded now: most visits only look at the map.
        const { describeUpdate, withHistory } = await import('./versions.ts');
        const entry = await describeUpdate(at, present.files, sources);
        next = withHistory(candidate, entry, plan.value.manifest.history ?? []);
      } catch {
        // The update matters more than what is noted about it.
      }
      // Meanwhile the person may have done something else with it.
      if (update.value !== present) return;
      const names = present.files.map((file) => file.name);
      const step: AcceptedStep = { id: newId(at), plan: next, at, files: names };
      const steps = [...accepted.value, step];
      underReview = undefined;
      batch(() => {
        accepted.value = steps;
        show(step.plan, { kind: 'accepted', at: step.at, files: step.files }, present.review.analysis);
        update.value = { step: 'none' };
        notice.value = { key: 'accepted', data: { files: names.join(', ') } };
      });
      if (!analysis.value) await analyse();
      await keep(steps);
    },
    async reviseVersion(id, words) {
      const { reviseStep } = await import('./versions.ts');
      const steps = accepted.value.map((step) => (step.id === id ? reviseStep(step, words) : step));
      const last = steps.at(-1);
      batch(() => {
        accepted.value = steps;
        // The same plan with other words about it: what was computed of it still holds.
        if (last?.id === id) plan.value = last.plan;
      });
      await keep(steps);
    },
    async goBackTo(id) {
      const from = accepted.value.find((step) => step.id === id);
      if (id !== undefined && !from) return;
      const at = options.now();
      const { name: _, who: _who, why: _why, ...rest } = from ?? { plan: published, files: [] as string[] };
      const step: AcceptedStep = { ...rest, id: newId(at), at, ...(from?.name !== undefined && { name: from.name }) };
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
    compareVersions(before, after) {
      const planOf = (id: string | undefined): Plan => accepted.value.find((step) => step.id === id)?.plan ?? published;
      return service.compare(planOf(before), planOf(after));
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
        show(
          last?.plan ?? published,
          last ? { kind: 'accepted', at: last.at, files: last.files } : { kind: 'published' },
          undefined,
        );
        notice.value = { key: 'undone' };
      });
      await Promise.all([analyse(), keep(steps), reviewAgain()]);
    },
    async returnToPublished() {
      batch(() => {
        accepted.value = [];
        show(published, { kind: 'published' }, undefined);
      });
      await Promise.all([analyse(), keep([]), reviewAgain()]);
    },
    async restore() {
      let record: Awaited<ReturnType<PlanArchive['load']>>;
      try {
        record = await archive.load(planKey);
      } catch {
        notice.value = { key: 'storageFailed' };
        return;
      }
      const last = record?.steps.at(-1);
      if (!record || !last) return;
      batch(() => {
        accepted.value = record.steps;
        show(last.plan, { kind: 'accepted', at: last.at, files: last.files }, undefined);
        notice.value =
          record.publishedVersion === published.manifest.version
            ? { key: 'restored', data: { files: last.files.join(', ') } }
            : { key: 'publishedIsNewer', data: { version: published.manifest.version } };
      });
      await Promise.all([analyse(), reviewAgain()]);
    },
    notify(next) {
      notice.value = next;
    },
    dispose() {
      disposed = true;
      reviewing?.abort();
      analysing?.abort();
    },
  };
}

/** Unlike that of any other version: histories of several people are brought together. */
function newId(at: string): string {
  return `${at}-${Math.random().toString(36).slice(2, 10)}`;
}

function originOf(step: AcceptedStep | undefined): PlanOrigin {
  return step ? { kind: 'accepted', at: step.at, files: step.files } : { kind: 'published' };
}

/** What was said of each source, the later word over the earlier. Names are a person's words: `__proto__` is one like any other. */
function mergeChoices(earlier: ChoicesBySource, later: ChoicesBySource): ChoicesBySource {
  const merged = new Map<string, SourceChoices>(Object.entries(earlier));
  for (const [name, choice] of Object.entries(later)) merged.set(name, { ...merged.get(name), ...choice });
  return Object.fromEntries(merged);
}
