import type { Ledger } from '../core/control/types.ts';
import type { Building, Plan, Plot } from '../core/plan/types.ts';
import type { Theme } from '../core/theme/types.ts';
import type { View } from '../state/view.ts';
import { phaseOf, plotNumberOf } from './belonging.ts';
import { mixColours } from './style/palette.ts';

/** What MapLibre keeps beside a feature and its style reads: changing it needs no new tiles. */
export interface FeatureState {
  /** #rrggbb of the theme. */
  colour?: string;
  /** The theme's colour, faded towards the paper: for shells, whose opacity is one for all. */
  faded?: string;
  dimmed?: boolean;
  hovered?: boolean;
  selected?: boolean;
}
/** By source, then by feature id. Features without any state are absent. */
export type FeatureStates = ReadonlyMap<string, ReadonlyMap<string, Readonly<FeatureState>>>;

const NONE: ReadonlySet<string> = new Set();

/** How far a dimmed colour has gone to the paper. */
const FADE = 0.85;

/**
 * How the theme colours the features, and which of them the filters dim.
 * @param others sources whose states are not wanted
 */
export function themeStates(
  plan: Plan,
  theme: Theme | undefined,
  shown: ReadonlySet<string> | undefined,
  paper: string,
  ledger?: Ledger,
  others: ReadonlySet<string> = NONE,
): FeatureStates {
  const states = new Map<string, Map<string, FeatureState>>();
  const stateOf = (source: string, id: string): FeatureState => {
    const ofSource = states.get(source) ?? new Map<string, FeatureState>();
    states.set(source, ofSource);
    const state = ofSource.get(id) ?? {};
    ofSource.set(id, state);
    return state;
  };
  if (theme) {
    const colours = theme.classes.map(({ colour }) => ({ colour, faded: mixColours(colour, paper, FADE) }));
    const paint = (source: string, id: string, index: number | undefined): void => {
      const pair = index === undefined ? undefined : colours[index];
      if (pair) Object.assign(stateOf(source, id), pair);
    };
    if (!others.has(theme.layer)) for (const [id, index] of theme.classOf) paint(theme.layer, id, index);
    // A phase lends its plots its colour: the net site stands out from the roads and green around it.
    if (theme.layer === 'phases' && !others.has('plots'))
      for (const plot of plan.layers.plots) paint('plots', plot.id, theme.classOf.get(phaseOf(plot, ledger) ?? ''));
  }
  const dimmed = dimmedAmong(
    others.has('plots') ? [] : plan.layers.plots,
    others.has('buildings') ? [] : plan.layers.buildings,
    shown,
    ledger,
  );
  for (const id of dimmed.plots) {
    stateOf('plots', id).dimmed = true;
    stateOf('plot-labels', id).dimmed = true;
  }
  for (const id of dimmed.buildings) stateOf('buildings', id).dimmed = true;
  return states;
}

/** Which of these the filters dim: plots that they do not show, and what stands on such plots. */
export function dimmedAmong(
  plots: readonly Plot[],
  buildings: readonly Building[],
  shown: ReadonlySet<string> | undefined,
  ledger: Ledger | undefined,
): Record<'plots' | 'buildings', ReadonlySet<string>> {
  const dimmed = { plots: new Set<string>(), buildings: new Set<string>() };
  if (!shown) return dimmed;
  for (const { id } of plots) if (!shown.has(id)) dimmed.plots.add(id);
  for (const building of buildings) {
    const plot = plotNumberOf(building, ledger);
    if (plot !== undefined && !shown.has(plot)) dimmed.buildings.add(building.id);
  }
  return dimmed;
}

/** The states of single plots, where a plan is too large to tell of all. */
export function plotStates(
  plots: readonly Plot[],
  theme: Theme | undefined,
  shown: ReadonlySet<string> | undefined,
  ledger: Ledger | undefined,
): ReadonlyMap<string, FeatureState> {
  const classOf = (plot: Plot): number | undefined => {
    if (theme?.layer === 'phases') return theme.classOf.get(phaseOf(plot, ledger) ?? '');
    return theme?.layer === 'plots' ? theme.classOf.get(plot.id) : undefined;
  };
  return new Map(
    plots.map((plot): [string, FeatureState] => {
      const index = classOf(plot);
      const colour = index === undefined ? undefined : theme?.classes[index]?.colour;
      return [
        plot.id,
        { ...(colour !== undefined && { colour }), ...(shown && !shown.has(plot.id) && { dimmed: true }) },
      ];
    }),
  );
}

/** The same states with what is hovered and selected; what did not change is the same object. */
export function withFocus(states: FeatureStates, view: Pick<View, 'hover' | 'selection'>): FeatureStates {
  const result = new Map(states);
  const add = (ref: View['hover'], change: FeatureState): void => {
    if (!ref) return;
    const ofSource = new Map(result.get(ref.layer));
    ofSource.set(ref.id, { ...ofSource.get(ref.id), ...change });
    result.set(ref.layer, ofSource);
  };
  add(view.hover, { hovered: true });
  add(view.selection, { selected: true });
  return result;
}
