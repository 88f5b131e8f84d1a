import { describe, expect, it } from 'vitest';
import { deriveLedger } from '../../../src/core/control/index.ts';
import type { Compliance, Usage } from '../../../src/core/control/types.ts';
import type { Building, Plot } from '../../../src/core/plan/types.ts';
import { rectangle } from '../measure/park_shapes.ts';
import { building, hectareAt, phase, plan, plot, zone } from './small_park.ts';

/** Net areas of a drawn hectare differ from 10,000 m² by the plane's scale: a few parts in a million. */
const HECTARE_TOLERANCE = 0.2;

describe('capacity and sums', () => {
  const everywhere = rectangle(-500, -500, 3000, 3000);
  const whole = plan({
    zones: [zone('core', everywhere, { farMax: 3 }), zone('west', rectangle(-10, -10, 250, 300))],
    phases: [
      phase('second', rectangle(400, 0, 500, 300), { sequence: 2 }),
      phase('first', rectangle(0, 0, 350, 300), { sequence: 1 }),
    ],
    plots: [
      plot('A', hectareAt(0), {
        farMax: 2,
        landUseCode: '0802',
        landUseScheme: 'guide-2023',
        stage: 'incubator',
        netAreaSquareMetres: 9990,
      }),
      plot('B', rectangle(120, 0, 200, 150), {
        farMax: 4,
        landUseCode: 'M1',
        landUseScheme: 'gb50137-2011',
        stage: 'research',
      }),
      plot('C', hectareAt(450), { phase: 'second', landUseCode: '0802' }),
      plot('D', hectareAt(2000), { phase: 'third' }),
      plot('E', hectareAt(1500)),
    ],
    buildings: [
      building('a1', rectangle(10, 10, 50, 50), { plot: 'A', buildingStatus: 'built', gfaSquareMetres: 9000 }),
      building('a2', rectangle(70, 10, 20, 50), { plot: 'A', buildingStatus: 'proposed', gfaSquareMetres: 4000 }),
      building('a3', rectangle(70, 70, 20, 20), { plot: 'A', buildingStatus: 'built' }),
    ],
  });
  const ledger = deriveLedger(whole);

  it('measures each plot on the ellipsoid, the plane and the sphere, beside what is declared', () => {
    const areas = ledger.plots.get('A')?.areas;
    expect(Math.abs((areas?.ellipsoidSquareMetres ?? 0) - 10_000)).toBeLessThan(HECTARE_TOLERANCE);
    expect(areas?.planeSquareMetres).toBeCloseTo(10_000, 3);
    expect((areas?.sphereSquareMetres ?? 0) / 10_000).toBeCloseTo(1.00076, 4);
    expect(areas?.declaredSquareMetres).toBe(9990);
    expect(ledger.plots.get('B')?.areas.declaredSquareMetres).toBeUndefined();
  });

  it('has a capacity of the governing FAR times the measured net area, not the declared one', () => {
    const capacity = (id: string) => ledger.plots.get(id)?.gfaCapacitySquareMetres ?? Number.NaN;
    expect(Math.abs(capacity('A') - 20_000)).toBeLessThan(1);
    // The zone's 3 governs over the plot's own 4.
    expect(Math.abs(capacity('B') - 90_000)).toBeLessThan(1);
  });

  it('adds built and proposed floor area apart', () => {
    expect(ledger.plots.get('A')?.builtGfaSquareMetres).toBe(9000);
    expect(ledger.plots.get('A')?.proposedGfaSquareMetres).toBe(4000);
    expect(ledger.total.builtGfaSquareMetres).toBe(9000);
  });

  it('gives a group the FAR of its sums, never the mean of FARs', () => {
    const bare = deriveLedger({ ...whole, layers: { ...whole.layers, zones: [] } });
    const first = bare.rollUps.phase.find((entry) => entry.key === 'first');
    // 2 × 1 ha and 4 × 3 ha: 14 over 4 ha, where the mean would be 3.
    expect(first?.far).toBeCloseTo(3.5, 6);
    expect(first?.plotCount).toBe(2);
    expect(first?.farAreaSquareMetres).toBeCloseTo(first?.netAreaSquareMetres ?? 0, 6);
    const second = bare.rollUps.phase.find((entry) => entry.key === 'second');
    expect(second?.plotCount).toBe(1);
    expect(second?.far).toBeUndefined();
    expect(second?.farAreaSquareMetres).toBe(0);
    // Plots that state no FAR lend no area to it.
    expect(bare.total.far).toBeCloseTo(3.5, 6);
    expect(bare.total.plotCount).toBe(5);
  });

  it('gathers by phase in sequence, a plot that names none by where it lies, unknown names and none last', () => {
    expect(ledger.rollUps.phase.map((entry) => entry.key)).toEqual(['first', 'second', 'third', '']);
    expect(ledger.plots.get('A')?.phase).toBe('first');
    expect(ledger.plots.get('E')?.phase).toBeUndefined();
    const parts = ledger.rollUps.phase.reduce((sum, entry) => sum + entry.netAreaSquareMetres, 0);
    expect(parts).toBeCloseTo(ledger.total.netAreaSquareMetres, 6);
  });

  it('puts a plot that lies in two phases into the one that covers more of it', () => {
    const phases = [
      phase('more', rectangle(0, 0, 60, 100), { sequence: 1 }),
      phase('less', rectangle(60, 0, 60, 100), { sequence: 2 }),
    ];
    const split = plan({ plots: [plot('P', hectareAt(0))], phases }, { tolerances: { zoneCoverSharePercent: 20 } });
    expect(deriveLedger(split).plots.get('P')?.phase).toBe('more');
  });

  it('counts a plot in every key area that covers it', () => {
    expect(ledger.rollUps.zone.map((entry) => [entry.key, entry.plotCount])).toEqual([
      ['core', 5],
      ['west', 2],
    ]);
  });

  it('keeps land-use codes of different schemes apart and takes a bare code for the 2023 guide', () => {
    expect(ledger.rollUps.landUse.map((entry) => [entry.key, entry.plotCount])).toEqual([
      ['0802', 2],
      ['gb50137-2011:M1', 1],
      ['', 2],
    ]);
  });

  it("lists stages in the life cycle's order", () => {
    expect(ledger.rollUps.stage.map((entry) => entry.key)).toEqual(['research', 'incubator', '']);
  });

  it('tells its progress up to the end, and what the listener throws ends it', () => {
    const shares: number[] = [];
    deriveLedger(whole, { onProgress: (share) => shares.push(share) });
    expect(shares).toEqual([0, 1]);
    const stop = new Error('stop');
    expect(() =>
      deriveLedger(whole, {
        onProgress: () => {
          throw stop;
        },
      }),
    ).toThrow(stop);
  });

  it('is empty for an empty plan', () => {
    const empty = deriveLedger(plan({}));
    expect(empty.plots.size).toBe(0);
    expect(empty.total).toMatchObject({ plotCount: 0, netAreaSquareMetres: 0 });
    expect(empty.total.far).toBeUndefined();
  });
});

describe('compliance', () => {
  const limits: Plot['properties'] = { heightMaxMetres: 50, farMax: 2, densityMaxPercent: 40 };
  const tower = (properties: Building['properties'], id = 'tower', x = 10): Building =>
    building(id, rectangle(x, 10, 30, 50), { plot: 'P', heightMetres: 30, gfaSquareMetres: 10_000, ...properties });

  function check(
    own: Plot['properties'],
    buildings: Building[],
  ): { usage: (control: Usage['control']) => Usage; compliance: Compliance | undefined } {
    const ledger = deriveLedger(plan({ plots: [plot('P', hectareAt(0), own)], buildings }));
    const entry = ledger.plots.get('P');
    return {
      usage: (control) => {
        const found = entry?.usages.find((candidate) => candidate.control === control);
        if (!found) throw new Error(`no usage of ${control}`);
        return found;
      },
      compliance: entry?.compliance,
    };
  }

  it('is within when every limit is, with headroom and use', () => {
    const { usage, compliance } = check(limits, [tower({})]);
    expect(compliance).toBe('within');
    expect(usage('height')).toEqual({
      control: 'height',
      actual: 30,
      limit: 50,
      limitFrom: 'P',
      headroom: 20,
      usagePercent: 60,
      compliance: 'within',
      missing: [],
    });
    expect(usage('far').actual).toBeCloseTo(1, 4);
    expect(usage('far').headroom).toBeCloseTo(1, 4);
    expect(usage('density').actual).toBeCloseTo(15, 4);
    expect(usage('density').usagePercent).toBeCloseTo(37.5, 3);
  });

  it('takes the tallest building, the sum of floor areas and the sum of footprints', () => {
    const { usage } = check(limits, [tower({}), tower({ heightMetres: 44 }, 'second', 50)]);
    expect(usage('height').actual).toBe(44);
    expect(usage('far').actual).toBeCloseTo(2, 4);
    expect(usage('density').actual).toBeCloseTo(30, 4);
  });

  it.each([
    [47.4, 'within'],
    [47.5, 'near'],
    [50, 'near'],
    [50.01, 'over'],
  ])('calls %d m of 50 m %s', (heightMetres, expected) => {
    expect(check(limits, [tower({ heightMetres })]).usage('height').compliance).toBe(expected);
  });

  it('does not call over what only the measuring of areas puts above the limit', () => {
    expect(check(limits, [tower({ gfaSquareMetres: 20_000 })]).usage('far').compliance).toBe('near');
    expect(check(limits, [tower({ gfaSquareMetres: 20_010 })]).usage('far').compliance).toBe('over');
  });

  it('is unknown, never compliant, when a building lacks its height or floor area', () => {
    const { heightMetres: _h, gfaSquareMetres: _g, ...bare } = tower({}).properties;
    const { usage, compliance } = check(limits, [tower({}), building('bare', rectangle(50, 10, 10, 10), bare)]);
    expect(usage('height')).toMatchObject({ compliance: 'unknown', missing: ['heightMetres'], actual: 30 });
    expect(usage('far')).toMatchObject({ compliance: 'unknown', missing: ['gfaSquareMetres'] });
    expect(usage('density').compliance).toBe('within');
    expect(compliance).toBe('unknown');
  });

  it('has no actual figure when no building states one', () => {
    const { usage } = check(limits, [building('bare', rectangle(50, 10, 10, 10), { plot: 'P' })]);
    expect(usage('height').actual).toBeUndefined();
    expect(usage('height').headroom).toBeUndefined();
  });

  it('stays over when something else is missing', () => {
    const bare = building('bare', rectangle(50, 10, 10, 10), { plot: 'P' });
    const { usage, compliance } = check(limits, [tower({ heightMetres: 60 }), bare]);
    expect(usage('height')).toMatchObject({ compliance: 'over', missing: ['heightMetres'] });
    expect(compliance).toBe('over');
  });

  it('is unknown where there is no limit, and names the field that would set it', () => {
    const { usage } = check({ farMax: 2 }, [tower({})]);
    expect(usage('height')).toMatchObject({ compliance: 'unknown', missing: ['heightMaxMetres'] });
    expect(usage('height').limit).toBeUndefined();
    expect(usage('density').missing).toEqual(['densityMaxPercent']);
  });

  it('allows nothing where the limit is zero', () => {
    const { usage } = check({ ...limits, farMax: 0 }, [tower({})]);
    expect(usage('far')).toMatchObject({ compliance: 'over' });
    expect(usage('far').usagePercent).toBeUndefined();
  });

  it('says nothing of a plot that has no buildings', () => {
    const entry = deriveLedger(plan({ plots: [plot('P', hectareAt(0), limits)] })).plots.get('P');
    expect(entry?.compliance).toBeUndefined();
    expect(entry?.usages).toEqual([]);
  });
});

describe('buildings and their plots', () => {
  const plots = [plot('P', hectareAt(0), { heightMaxMetres: 20 }), plot('Q', hectareAt(100), { heightMaxMetres: 80 })];
  const link = (geometry: Building['geometry'], named?: string) =>
    deriveLedger(
      plan({
        plots,
        buildings: [building('b', geometry as never, { heightMetres: 30, ...(named ? { plot: named } : {}) })],
      }),
    );

  it('belong to the plot they name, wherever they stand', () => {
    const ledger = link(rectangle(10, 10, 20, 20), 'Q');
    expect(ledger.plots.get('Q')?.buildings).toEqual(['b']);
    expect(ledger.buildings.get('b')).toMatchObject({ limit: 80, compliance: 'within' });
  });

  it('belong to the plot they stand on when they name none or one that is not there', () => {
    for (const named of [undefined, 'no such plot']) {
      const ledger = link(rectangle(90, 10, 40, 20), named);
      expect(ledger.plots.get('Q')?.buildings).toEqual(['b']);
      expect(ledger.plots.get('P')?.buildings).toEqual([]);
    }
    expect(link(rectangle(60, 10, 20, 20)).buildings.get('b')).toMatchObject({ limit: 20, compliance: 'over' });
  });

  it('have no known limit on no plot', () => {
    const usage = link(rectangle(500, 500, 20, 20)).buildings.get('b');
    expect(usage).toMatchObject({ actual: 30, compliance: 'unknown', missing: ['plot'] });
  });
});
