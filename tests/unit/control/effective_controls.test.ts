import { describe, expect, it } from 'vitest';
import { deriveLedger, townscapeOf } from '../../../src/core/control/index.ts';
import type { PlotLedger } from '../../../src/core/control/types.ts';
import type { Manifest, PlanLayers, Plot } from '../../../src/core/plan/types.ts';
import { rectangle } from '../measure/park_shapes.ts';
import { hectareAt, plan, plot, water, zone } from './small_park.ts';

function ledgerOf(id: string, layers: Partial<PlanLayers>, manifest: Partial<Manifest> = {}): PlotLedger {
  const entry = deriveLedger(plan(layers, manifest)).plots.get(id);
  if (!entry) throw new Error(`${id} is not in the ledger`);
  return entry;
}

describe('zones that cover a plot', () => {
  const plots = [plot('P', hectareAt(0))];

  it('hold from half of its area on, with the share that is covered', () => {
    const zones = [
      zone('all', rectangle(-50, -50, 300, 300)),
      zone('most', rectangle(0, 0, 51, 100)),
      zone('less', rectangle(0, 0, 49, 100)),
      zone('none', rectangle(500, 0, 100, 100)),
    ];
    const { covers } = ledgerOf('P', { plots, zones });
    expect(covers.map((cover) => cover.zone)).toEqual(['all', 'most']);
    expect(covers[0]?.sharePercent).toBeCloseTo(100, 6);
    expect(covers[1]?.sharePercent).toBeCloseTo(51, 4);
  });

  it("hold from the plan's own threshold where it sets one", () => {
    const zones = [zone('less', rectangle(0, 0, 49, 100)), zone('none', rectangle(500, 0, 100, 100))];
    const manifest = { tolerances: { zoneCoverSharePercent: 10 } };
    expect(ledgerOf('P', { plots, zones }, manifest).covers.map((cover) => cover.zone)).toEqual(['less']);
    expect(ledgerOf('P', { plots, zones }, { tolerances: { zoneCoverSharePercent: 0 } }).covers).toHaveLength(1);
  });

  it('are measured alike where the measuring CRS is not one the program knows', () => {
    const zones = [zone('most', rectangle(0, 0, 51, 100))];
    expect(ledgerOf('P', { plots, zones }, { measuringCrs: 'EPSG:3857' }).covers[0]?.sharePercent).toBeCloseTo(51, 4);
  });
});

describe('effective controls', () => {
  const everywhere = rectangle(-500, -500, 2000, 2000);

  it('take the lower maximum and the higher minimum, and keep what was considered, the governing one first', () => {
    const { controls } = ledgerOf('P', {
      plots: [plot('P', hectareAt(0), { heightMaxMetres: 60, heightBinding: 'compulsory', farMin: 1, farMax: 2.5 })],
      zones: [
        zone('axis', everywhere, { heightMaxMetres: 50, heightBinding: 'guiding', farMin: 1.2, farMax: 3 }),
        zone('lake', everywhere, { heightMaxMetres: 80 }),
      ],
    });
    expect(controls.height.max).toEqual({
      value: 50,
      origin: { layer: 'zones', feature: 'axis', value: 50, binding: 'guiding' },
      considered: [
        { layer: 'zones', feature: 'axis', value: 50, binding: 'guiding' },
        { layer: 'plots', feature: 'P', value: 60, binding: 'compulsory' },
        { layer: 'zones', feature: 'lake', value: 80 },
      ],
    });
    expect(controls.far.max?.origin.feature).toBe('P');
    expect(controls.far.min?.value).toBe(1.2);
    expect(controls.far.min?.considered.map((limit) => limit.value)).toEqual([1.2, 1]);
    expect(controls.far.contradictory).toBe(false);
  });

  it("name the plot's own limit before an equal one of a zone, and zones by id", () => {
    const { controls } = ledgerOf('P', {
      plots: [plot('P', hectareAt(0), { farMax: 2 })],
      zones: [zone('b', everywhere, { farMax: 2 }), zone('a', everywhere, { farMax: 2 })],
    });
    expect(controls.far.max?.considered.map((limit) => limit.feature)).toEqual(['P', 'a', 'b']);
  });

  it('flag a minimum above the maximum and keep both', () => {
    const { controls } = ledgerOf('P', {
      plots: [plot('P', hectareAt(0), { greenRatioMinPercent: 35 })],
      zones: [zone('industry', everywhere, { greenRatioMaxPercent: 10 })],
    });
    expect(controls.greenRatio.contradictory).toBe(true);
    expect(controls.greenRatio.min?.value).toBe(35);
    expect(controls.greenRatio.max?.value).toBe(10);
    expect(controls.density).toEqual({ contradictory: false });
  });

  it('do not flag a minimum that equals the maximum', () => {
    const { controls } = ledgerOf('P', { plots: [plot('P', hectareAt(0), { farMin: 2, farMax: 2 })] });
    expect(controls.far.contradictory).toBe(false);
  });

  it('leave out values that are no numbers', () => {
    const bad = {
      farMax: 'two',
      heightMaxMetres: Number.NaN,
      densityMaxPercent: null,
    } as unknown as Plot['properties'];
    const { controls } = ledgerOf('P', { plots: [plot('P', hectareAt(0), bad)] });
    expect(controls.far.max).toBeUndefined();
    expect(controls.height.max).toBeUndefined();
    expect(controls.density.max).toBeUndefined();
  });

  it.each([
    ['1401', 'guide-2023'],
    ['1402', undefined],
    ['G1', 'gb50137-2011'],
  ] as const)(
    "give a park (%s) no intensity of a zone, only the zone's height and setback",
    (landUseCode, landUseScheme) => {
      const zones = [
        zone('axis', everywhere, {
          farMax: 3,
          densityMaxPercent: 40,
          greenRatioMinPercent: 30,
          heightMaxMetres: 60,
          setbackMinMetres: 10,
        }),
      ];
      const own = { landUseCode, ...(landUseScheme ? { landUseScheme } : {}) };
      const { controls, gfaCapacitySquareMetres } = ledgerOf('P', { plots: [plot('P', hectareAt(0), own)], zones });
      expect([controls.far.max, controls.density.max, controls.greenRatio.min]).toEqual([
        undefined,
        undefined,
        undefined,
      ]);
      expect(gfaCapacitySquareMetres).toBeUndefined();
      expect([controls.height.max?.value, controls.setback.min?.value]).toEqual([60, 10]);
      const kiosk = ledgerOf('P', { plots: [plot('P', hectareAt(0), { ...own, farMax: 0.05 })], zones });
      expect(kiosk.controls.far.max?.considered).toHaveLength(1);
      expect(kiosk.controls.far.max?.value).toBe(0.05);
    },
  );

  it('tell the codes of one scheme from those of another', () => {
    const zones = [zone('axis', everywhere, { farMax: 3 })];
    const far = (own: Plot['properties']) =>
      ledgerOf('P', { plots: [plot('P', hectareAt(0), own)], zones }).controls.far.max;
    expect(far({ landUseCode: '1401', landUseScheme: 'local' })?.value).toBe(3);
    expect(far({ landUseCode: '0802' })?.value).toBe(3);
    expect(far({})?.value).toBe(3);
  });

  it('have a setback with a lower end alone', () => {
    const { controls } = ledgerOf('P', {
      plots: [plot('P', hectareAt(0), { setbackMinMetres: 5 })],
      zones: [zone('axis', everywhere, { setbackMinMetres: 10, setbackBinding: 'guiding' })],
    });
    expect(controls.setback.min?.value).toBe(10);
    expect(controls.setback.max).toBeUndefined();
  });
});

describe('height bands', () => {
  const lake = water('lake', rectangle(-1000, 0, 500, 100));
  const bands = [
    { measuredFrom: 'water/lake', fromMetres: 0, toMetres: 100, heightMaxMetres: 24 },
    { measuredFrom: 'water/lake', fromMetres: 100, toMetres: 300, heightMaxMetres: 50, heightMinMetres: 18 },
    { measuredFrom: 'water/lake', fromMetres: 300, heightMaxMetres: 80 },
  ];
  const zones = [
    zone('lakeside', rectangle(-2000, -2000, 4000, 4000), {
      heightMaxMetres: 100,
      heightBinding: 'compulsory',
      heightBands: bands,
    }),
  ];
  const at = (x: number) => ledgerOf('P', { plots: [plot('P', hectareAt(x))], zones, water: [lake] }).controls.height;

  it('hold by the distance from the water to the nearest point of the plot', () => {
    expect(at(-450).max?.value).toBe(24);
    expect(at(-300).max?.value).toBe(50);
    expect(at(-300).min?.value).toBe(18);
    expect(at(100).max?.value).toBe(80);
  });

  it('begin at their nearer end and end before their farther one', () => {
    // Distances are good to far better than a millimetre, so the ends are tried from that close.
    expect(at(-400.001).max?.value).toBe(24);
    expect(at(-400.001).min).toBeUndefined();
    expect(at(-399.999).max?.value).toBe(50);
  });

  it('say in the trace which band it was, after the general limit of the zone', () => {
    expect(at(-300).max?.considered).toEqual([
      { layer: 'zones', feature: 'lakeside', value: 50, binding: 'compulsory', heightBand: 1 },
      { layer: 'zones', feature: 'lakeside', value: 100, binding: 'compulsory' },
    ]);
  });

  it('set nothing where the plan has no such thing to measure from, or the zone does not cover the plot', () => {
    const plots = [plot('P', hectareAt(-450))];
    expect(ledgerOf('P', { plots, zones }).controls.height.max?.value).toBe(100);
    const far = [zone('far', rectangle(5000, 0, 10, 10), { heightBands: bands })];
    expect(ledgerOf('P', { plots, zones: far, water: [lake] }).controls.height.max).toBeUndefined();
  });
});

describe('townscape', () => {
  it("is the plot's own, requirement by requirement, else of the zone that covers most of it", () => {
    const own = plot('P', hectareAt(0), { townscapeMaterial: '砖' });
    const zones = [
      zone('part', rectangle(0, 0, 60, 100), { townscapeTone: 'warm', townscapeNote: '沿街' }),
      zone('whole', rectangle(-10, -10, 200, 200), {
        townscapeTone: 'cool',
        townscapeMaterial: '玻璃',
        townscapeBinding: 'guiding',
      }),
    ];
    const whole = plan({ plots: [own], zones });
    const found = townscapeOf(whole, own, deriveLedger(whole).plots.get('P')?.covers ?? []);
    expect(found).toEqual({
      tone: { value: 'cool', layer: 'zones', feature: 'whole', binding: 'guiding' },
      material: { value: { zh: '砖', en: '砖' }, layer: 'plots', feature: 'P' },
      note: { value: { zh: '沿街', en: '沿街' }, layer: 'zones', feature: 'part' },
    });
  });
});
