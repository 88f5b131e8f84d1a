import { batch, computed, type ReadonlySignal, type Signal, signal } from '@preact/signals-core';
import type { PlanComparison } from '../core/compare/types.ts';
import type { Ledger } from '../core/control/types.ts';
import type { Diagnostic, Finding } from '../core/plan/findings.ts';
import type { LayerId, Plan } from '../core/plan/types.ts';
import type { ChoicesBySource, UpdateMode } from '../core/read/types.ts';
import type { CoreService, OfferedFile, PlanAnalysis } from '../core/service.ts';
import { buildTheme } from '../core/theme/build_theme.ts';
import { shownPlots } from '../core/theme/filter.ts';
import type { Filters, Theme, ThemeId } from '../core/theme/types.ts';
import type { AcceptedStep, PlanOrigin, StepWords } from './accepted_step.ts';
import type { PlanArchive } from './archive.ts';
import { createFindingActions } from './finding_actions.ts';
import type { MapPort, MeasureState, Spotlight } from './map_port.ts';
import type { Notice } from './notice.ts';
import { type DrawnPlan, type ReviewDrawing, sideOf } from './review_drawing.ts';
import { createShownPlan } from './shown_plan.ts';
import { createUpdateActions } from './update_actions.ts';
import type { UpdateState } from './update_state.ts';
import { createVersionActions } from './version_actions.ts';
import { type FeatureRef, INITIAL_VIEW, type View } from './view.ts';

export interface Store {
  readonly plan: Signal<Plan>;
  /** The plan as the site publishes it: version 0. */
  readonly published: Plan;
  /** Computed off the main thread; absent until the first analysis is there. */
  readonly analysis: Signal<PlanAnalysis | undefined>;
  /** The plan's figures. They do not change when its checks come to an end. */
  readonly ledger: ReadonlySignal<Ledger | undefined>;
  readonly origin: Signal<PlanOrigin>;
  readonly accepted: Signal<AcceptedStep[]>;
  readonly view: Signal<View>;
  readonly update: Signal<UpdateState>;
  readonly notice: Signal<Notice | undefined>;
  /** True while what was accepted is being written: closing the page now would lose it. */
  readonly isKeeping: ReadonlySignal<boolean>;
  readonly spotlight: Signal<Spotlight | undefined>;
  /** What the map shows of an update under review. */
  readonly reviewDrawing: Signal<ReviewDrawing | undefined>;
  /** The plan the map itself shows and a person points at: this viewer's, or in a review the one that is looked at. */
  readonly drawn: ReadonlySignal<DrawnPlan>;
  /** Share of the map's width, from the left, that shows the present plan while both are swiped. */
  readonly swipeShare: Signal<number>;
  /** What a review takes of the page's right and lower side, in CSS pixels: the shell leaves it free, so that the map stands beside it. */
  readonly reviewRoom: Signal<{ right: number; bottom: number }>;
  /** The map on the screen, once it is ready. */
  readonly map: Signal<MapPort | undefined>;
  /** Told by the map when it has drawn the plan with its figures for the first time. */
  markDrawn(): void;
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
  offerFiles(files: OfferedFile[], mode?: UpdateMode): Promise<void>;
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
  /** What is computed of a version's plan, whatever has become of the version meanwhile. */
  analyseVersion(plan: Plan): Promise<PlanAnalysis>;
  /** Reads a file with a history; undefined when it is none. */
  readHistory(bytes: Uint8Array): Promise<{ steps: AcceptedStep[]; unreadCount: number } | undefined>;
  /** Notes in the plan that a finding may stand, with the reason; `takeUp` takes that back. Settled, and said, once it is kept. */
  letStand(finding: Finding, why: { reason: string; who?: string }): Promise<void>;
  takeUp(finding: Finding): Promise<void>;
  /** Keys of what the checks find in the version before the one shown; undefined when there is none. */
  knownFindings(): Promise<ReadonlySet<string> | undefined>;
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
  /** `restore` is called next: nothing is computed of the published plan before it is known whether it is shown. */
  restores?: boolean;
  /** A map will call `markDrawn`: the checks wait for it, for a while. */
  waitsForMap?: boolean;
}

/** A map that is not drawn by then is not coming: the checks need none. */
const LONGEST_WAIT_MILLISECONDS = 10_000;
/** What a person does first with a map that has just come goes before the checks. */
const REST_MILLISECONDS = 500;

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
  const isKeeping = signal(false);
  const spotlight = signal<Spotlight | undefined>(undefined);
  const reviewDrawing = signal<ReviewDrawing | undefined>(undefined);
  const swipeShare = signal(0.5);
  const reviewRoom = signal({ right: 0, bottom: 0 });
  const map = signal<MapPort | undefined>(undefined);
  const pointer = signal<[number, number] | undefined>(undefined);
  const scaleDenominator = signal<number | undefined>(undefined);
  const measure = signal<MeasureState>({ tool: 'none', points: [], finished: false });

  const themeId = computed(() => view.value.theme);
  const filters = computed(() => view.value.filters);
  const ledger = computed(() => analysis.value?.ledger);
  const theme = computed(() => ledger.value && buildTheme(plan.value, ledger.value, themeId.value));
  const shown = computed(() => {
    const figures = ledger.value;
    const shownTheme = theme.value;
    return figures && shownTheme ? shownPlots(plan.value, figures, shownTheme, filters.value) : undefined;
  });

  const drawn = computed((): DrawnPlan => {
    const drawing = reviewDrawing.value;
    const other = drawing?.[sideOf(drawing)];
    return other && other.plan !== plan.value ? other : { plan: plan.value, analysis: analysis.value };
  });

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

  let markDrawn = (): void => {};
  const untilDrawn = new Promise<void>((resolve) => {
    markDrawn = () => setTimeout(resolve, REST_MILLISECONDS);
    if (options.waitsForMap) setTimeout(resolve, LONGEST_WAIT_MILLISECONDS);
    else resolve();
  });

  const state = {
    ...{ published, plan, analysis, origin, accepted, view, update, notice, spotlight, isKeeping },
    ...{ service, archive, planKey, now: options.now, select, untilDrawn },
  };
  const shownPlan = createShownPlan(state);
  const { reviewAgain, dispose: disposeUpdates, ...updates } = createUpdateActions(state, shownPlan);
  const versions = createVersionActions(state, shownPlan, reviewAgain);
  const findings = createFindingActions(state, shownPlan, reviewAgain);

  if (!options.restores) void shownPlan.analyse();

  return {
    plan,
    published,
    analysis,
    ledger,
    origin,
    accepted,
    view,
    update,
    notice,
    isKeeping,
    spotlight,
    reviewDrawing,
    drawn,
    swipeShare,
    reviewRoom,
    map,
    markDrawn: () => markDrawn(),
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

    ...updates,
    ...versions,
    async restore() {
      const isAnother = await versions.restore();
      if (options.restores && !isAnother) void shownPlan.analyse();
    },
    ...findings,
    notify(next) {
      notice.value = next;
    },
    dispose() {
      shownPlan.dispose();
      disposeUpdates();
    },
  };
}
