import { describe, expect, it } from 'vitest';
import { deriveLedger } from '../../../src/core/control/index.ts';
import type { Theme } from '../../../src/core/theme/types.ts';
import { dimmedAmong, plotStates, themeStates, withFocus } from '../../../src/map/feature_states.ts';
import { building, phase, planOf, plot, rectangle } from '../../support/sample_plan.ts';

const plan = planOf({
  phases: [phase('P1', rectangle(0, 0, 100, 100), { sequence: 1 })],
  plots: [plot('A', rectangle(0, 0, 10, 10), { phase: 'P1' }), plot('B', rectangle(20, 0, 10, 10))],
  buildings: [
    building('A1', rectangle(0, 0, 5, 5), { plot: 'A' }),
    building('B1', rectangle(20, 0, 5, 5), { plot: 'B' }),
    building('lone', rectangle(50, 0, 5, 5), {}),
  ],
});

const themeOn = (layer: Theme['layer'], features: string[]): Theme => ({
  id: layer === 'phases' ? 'phases' : 'height',
  layer,
  unit: 'none',
  areaBasis: 'net',
  classes: [{ id: 'c', label: { kind: 'message', key: 'noData' }, colour: '#336699', features, areasSquareMetres: [] }],
  classOf: new Map(features.map((id) => [id, 0])),
});

describe('the states of features', () => {
  it('colours what the theme classifies and nothing else', () => {
    const states = themeStates(plan, themeOn('plots', ['A']), undefined, '#ffffff');
    expect(states.get('plots')?.get('A')?.colour).toBe('#336699');
    expect(states.get('plots')?.has('B')).toBe(false);
  });

  it('lends a phase’s colour to its plots', () => {
    const states = themeStates(plan, themeOn('phases', ['P1']), undefined, '#ffffff');
    expect(states.get('phases')?.get('P1')?.colour).toBe('#336699');
    expect(states.get('plots')?.get('A')?.colour).toBe('#336699');
    expect(states.get('plots')?.has('B')).toBe(false);
  });

  it('dims plots that the filters do not show, with their labels and buildings', () => {
    const states = themeStates(plan, undefined, new Set(['A']), '#ffffff');
    expect([...(states.get('plots')?.keys() ?? [])]).toEqual(['B']);
    expect(states.get('plot-labels')?.get('B')).toEqual({ dimmed: true });
    expect([...(states.get('buildings')?.keys() ?? [])]).toEqual(['B1']);
  });

  it('dims a building that names no plot with the plot it stands on', () => {
    const standing = { ...plan, layers: { ...plan.layers, buildings: [building('B2', rectangle(22, 2, 5, 5), {})] } };
    const states = themeStates(standing, undefined, new Set(['A']), '#ffffff', deriveLedger(standing));
    expect([...(states.get('buildings')?.keys() ?? [])]).toEqual(['B2']);
  });

  it('tell of some plots and buildings which the filters dim, and of none without a filter', () => {
    const { plots, buildings } = plan.layers;
    const dimmed = dimmedAmong(plots.slice(1), buildings, new Set(['A']), undefined);
    expect([[...dimmed.plots], [...dimmed.buildings]]).toEqual([['B'], ['B1']]);
    const none = dimmedAmong(plots, buildings, undefined, undefined);
    expect([none.plots.size, none.buildings.size]).toEqual([0, 0]);
  });

  it('are told of single plots as of all', () => {
    const cases = [
      [themeOn('plots', ['A']), new Set(['A'])],
      [themeOn('phases', ['P1']), undefined],
      [undefined, new Set(['B'])],
    ] as const;
    for (const [theme, shown] of cases) {
      const all = themeStates(plan, theme, shown, '#ffffff').get('plots');
      const single = plotStates(plan.layers.plots, theme, shown, undefined);
      for (const id of ['A', 'B']) {
        const { faded: _, ...state } = all?.get(id) ?? {};
        expect(single.get(id)).toEqual(state);
      }
    }
  });

  it('dims nothing while no filter is set, and everything when none matches', () => {
    expect(themeStates(plan, undefined, undefined, '#ffffff').size).toBe(0);
    expect(themeStates(plan, undefined, new Set(), '#ffffff').get('plots')?.size).toBe(2);
  });

  it('adds hover and selection without touching what they are added to', () => {
    const themed = themeStates(plan, themeOn('plots', ['A', 'B']), undefined, '#ffffff');
    const both = withFocus(themed, { hover: { layer: 'plots', id: 'A' }, selection: { layer: 'plots', id: 'A' } });
    expect(both.get('plots')?.get('A')).toMatchObject({ colour: '#336699', hovered: true, selected: true });
    expect(both.get('plots')?.get('B')).toBe(themed.get('plots')?.get('B'));
    expect(themed.get('plots')?.get('A')).not.toHaveProperty('hovered');
  });
});
