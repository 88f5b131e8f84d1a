import { describe, expect, it } from 'vitest';
import { deriveLedger } from '../../../src/core/control/index.ts';
import { buildSources } from '../../../src/map/sources.ts';
import { building, phase, planOf, plot, rectangle, zone } from '../../support/sample_plan.ts';

const PLAN = planOf(
  {
    zones: [zone('corridor', rectangle(0, 0, 200, 100), { heightMaxMetres: 24, townscapeTone: 'grey', farMax: 2 })],
    phases: [phase('P1', rectangle(0, 0, 200, 100), { sequence: 3 })],
    plots: [plot('A', rectangle(10, 10, 80, 80), { landUseCode: '100101', greenRatioMaxPercent: 20 })],
    // Nobody wrote down which plot it stands on, nor whether it is built.
    buildings: [building('tower', rectangle(20, 20, 20, 20), { heightMetres: 30 })],
  },
  { palette: { townscapeTones: [{ code: 'grey', name: '灰', nameEn: 'Grey', colour: '#888888' }] } },
);

describe('what the map draws, once the plan is analysed', () => {
  const sources = buildSources(PLAN, deriveLedger(PLAN));
  const [tower] = sources.buildings.features;
  const [drawnPlot] = sources.plots.features;

  it('shows a building over the limit of the plot it stands on, also when it names none', () => {
    expect(tower?.properties).toMatchObject({ over: true, solidTop: 24, plot: 'A', sequence: 3 });
  });

  it('draws a building of unknown status as proposed, as its floor area is counted', () => {
    expect(tower?.properties.proposed).toBe(true);
  });

  it('puts a plot that names no phase into the one that covers it, as the running totals do', () => {
    expect(drawnPlot?.properties).toMatchObject({ phase: 'P1', sequence: 3 });
  });

  it('writes on a plot what its colour says, also where a zone or an upper limit sets it', () => {
    expect(drawnPlot?.properties).toMatchObject({
      townscapeText: '灰',
      townscapeTextEn: 'Grey',
      greenRatioText: '≤20%',
    });
  });
});
