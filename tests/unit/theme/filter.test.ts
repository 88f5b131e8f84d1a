import { describe, expect, it } from 'vitest';
import { deriveLedger } from '../../../src/core/control/index.ts';
import { buildTheme } from '../../../src/core/theme/build_theme.ts';
import { shownPlots } from '../../../src/core/theme/filter.ts';
import type { Filters, ThemeId } from '../../../src/core/theme/types.ts';
import { hectareAt, phase, plan, plot, zone } from '../control/small_park.ts';
import { rectangle } from '../measure/park_shapes.ts';

const whole = plan({
  zones: [zone('west', rectangle(-10, -10, 300, 200)), zone('middle', rectangle(140, -10, 300, 200))],
  phases: [phase('first', rectangle(-10, -10, 150, 200), { sequence: 1 })],
  plots: [
    plot('A', hectareAt(0), { heightMaxMetres: 24, farMax: 1.5, landUseCode: '0802' }),
    plot('B', hectareAt(150), { heightMaxMetres: 50, farMax: 2.5, landUseCode: '1001' }),
    plot('C', hectareAt(300), { heightMaxMetres: 80, landUseCode: '0802', phase: 'first' }),
    plot('D', hectareAt(600), { farMax: 3 }),
  ],
});
const ledger = deriveLedger(whole);

function shown(filters: Partial<Filters>, theme: ThemeId = 'landUse'): string[] | undefined {
  const found = shownPlots(whole, ledger, buildTheme(whole, ledger, theme), { classes: [], ...filters });
  return found && [...found];
}

describe('filters', () => {
  it('show everything while none is set', () => {
    expect(shown({})).toBeUndefined();
    expect(shown({ height: {}, far: {} })).toBeUndefined();
  });

  it('take a range with its ends, and leave out plots that state no limit', () => {
    expect(shown({ height: { from: 24, to: 50 } })).toEqual(['A', 'B']);
    expect(shown({ height: { from: 51 } })).toEqual(['C']);
    expect(shown({ height: { to: 1000 } })).toEqual(['A', 'B', 'C']);
    expect(shown({ far: { from: 2 } })).toEqual(['B', 'D']);
  });

  it('all have to be passed', () => {
    expect(shown({ height: { from: 30 }, far: { from: 2 } })).toEqual(['B']);
    expect(shown({ height: { from: 30 }, classes: ['0802'] })).toEqual(['C']);
    expect(shown({ height: { from: 60 }, far: { from: 2 } })).toEqual([]);
  });

  it('show the plots of the picked classes', () => {
    expect(shown({ classes: ['0802'] })).toEqual(['A', 'C']);
    expect(shown({ classes: ['0802', 'no-data'] })).toEqual(['A', 'C', 'D']);
  });

  it('show the plots a picked zone covers and those of a picked phase', () => {
    expect(shown({ classes: ['west'] }, 'zones')).toEqual(['A', 'B']);
    expect(shown({ classes: ['west', 'middle'] }, 'zones')).toEqual(['A', 'B', 'C']);
    expect(shown({ classes: ['first'] }, 'phases')).toEqual(['A', 'C']);
  });

  it('pass over classes the theme does not have', () => {
    expect(shown({ classes: ['gone'] })).toBeUndefined();
    expect(shown({ classes: ['gone', '1001'] })).toEqual(['B']);
  });
});
