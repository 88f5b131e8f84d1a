import type { Theme } from '../core/theme/types.ts';
import type { View } from '../state/view.ts';
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
export type FeatureStates = Map<string, Map<string, FeatureState>>;

export interface FeatureStateInput {
  view: Pick<View, 'selection' | 'hover'>;
  theme: Theme | undefined;
  shown: ReadonlySet<string> | undefined;
  plotIds: readonly string[];
  /** Plot number → id of its phase. */
  plotPhases: ReadonlyMap<string, string>;
  buildings: readonly { id: string; plot?: string }[];
  paper: string;
}

/** Which features are coloured, dimmed, hovered or selected; by source, then by id. Features without any are absent. */
export function buildFeatureStates(input: FeatureStateInput): FeatureStates {
  const { view, theme, shown } = input;
  const states: FeatureStates = new Map();
  const stateOf = (source: string, id: string): FeatureState => {
    let ofSource = states.get(source);
    if (!ofSource) {
      ofSource = new Map();
      states.set(source, ofSource);
    }
    let state = ofSource.get(id);
    if (!state) {
      state = {};
      ofSource.set(id, state);
    }
    return state;
  };

  const paint = (source: string, id: string, colour: string | undefined): void => {
    if (colour === undefined) return;
    const state = stateOf(source, id);
    state.colour = colour;
    state.faded = mixColours(colour, input.paper, 0.85);
  };
  if (theme) {
    const colourOf = (id: string): string | undefined => theme.classes[theme.classOf.get(id) ?? -1]?.colour;
    for (const id of theme.classOf.keys()) paint(theme.layer, id, colourOf(id));
    // A phase lends its plots its colour: the net site stands out from the roads and green around it.
    if (theme.layer === 'phases') for (const [plot, phase] of input.plotPhases) paint('plots', plot, colourOf(phase));
  }
  if (shown) {
    for (const id of input.plotIds)
      if (!shown.has(id)) {
        stateOf('plots', id).dimmed = true;
        stateOf('plot-labels', id).dimmed = true;
      }
    for (const { id, plot } of input.buildings)
      if (plot !== undefined && !shown.has(plot)) stateOf('buildings', id).dimmed = true;
  }
  if (view.hover) stateOf(view.hover.layer, view.hover.id).hovered = true;
  if (view.selection) stateOf(view.selection.layer, view.selection.id).selected = true;
  return states;
}
