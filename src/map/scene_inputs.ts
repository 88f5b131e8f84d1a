import type { Plan } from '../core/plan/types.ts';
import { areaColoursOf } from '../core/theme/area_colours.ts';
import { buildTheme } from '../core/theme/build_theme.ts';
import { shownPlots } from '../core/theme/filter.ts';
import { sideOf } from '../state/review_drawing.ts';
import type { Store } from '../state/store.ts';
import type { View } from '../state/view.ts';
import { remember } from './remember.ts';
import type { SceneInput } from './scene.ts';

/** What a scene needs that the store does not know. */
interface MapFacts {
  /** Whether a view is drawn in the dark colours. */
  isDark: (view: View) => boolean;
  /** Where the pointer measures. */
  measurePointer: () => SceneInput['measurePointer'];
}

/** What is drawn of a store. Called in an effect, each follows the store. */
interface SceneInputs {
  /** The map on the screen: the plan, or in a review the one that is looked at. */
  ofScreen(): SceneInput;
  /** The same view of one of two plans that are held against each other; of the plan on the screen where there is none. */
  ofSide(side: 'before' | 'after'): SceneInput;
  /** A picture of the plan in a view of its own. */
  ofView(view: View): SceneInput;
}

/** Brings together what is drawn. Themes of plans that are compared are computed once a plan, as the store does for its own. */
export function createSceneInputs(store: Store, { isDark, measurePointer }: MapFacts): SceneInputs {
  const coloursOf = (plan: Plan) => ({ zones: areaColoursOf(plan, 'zones'), phases: areaColoursOf(plan, 'phases') });
  const presentColours = remember(coloursOf);
  const rememberedOf = () => ({
    themeOf: remember(buildTheme),
    shownOf: remember(shownPlots),
    coloursOf: remember(coloursOf),
  });
  const compared = { before: rememberedOf(), after: rememberedOf() };

  function sceneInput(other?: View): SceneInput {
    const plan = store.plan.value;
    const present = store.view.value;
    const view = other ?? present;
    const ledger = store.ledger.value;
    const isOwnTheme = view.theme === present.theme && view.filters === present.filters;
    const theme = isOwnTheme ? store.theme.value : ledger && buildTheme(plan, ledger, view.theme);
    const shown = isOwnTheme ? store.shown.value : ledger && theme && shownPlots(plan, ledger, theme, view.filters);
    const { zones, phases } = presentColours(plan);
    return {
      plan,
      ledger,
      theme,
      zoneColours: zones,
      phaseColours: phases,
      shown,
      view,
      dark: isDark(view),
      spotlight: store.spotlight.value,
      // A picture is of the plan, not of a review.
      review: other ? undefined : store.reviewDrawing.value,
      measure: store.measure.value,
      measurePointer: other ? undefined : measurePointer(),
    };
  }

  function ofSide(side: 'before' | 'after'): SceneInput {
    const input = sceneInput();
    const drawn = store.reviewDrawing.value?.[side];
    if (!drawn) return input;
    const { plan, analysis } = drawn;
    const { theme: id, filters } = input.view;
    const ledger = analysis?.ledger;
    const { themeOf, shownOf, coloursOf } = compared[side];
    const theme = ledger && themeOf(plan, ledger, id);
    const shown = ledger && theme && shownOf(plan, ledger, theme, filters);
    const { zones, phases } = coloursOf(plan);
    return { ...input, plan, ledger, theme, shown, zoneColours: zones, phaseColours: phases };
  }

  return {
    ofScreen() {
      const drawing = store.reviewDrawing.value;
      return drawing ? ofSide(sideOf(drawing)) : sceneInput();
    },
    ofSide,
    ofView: sceneInput,
  };
}
