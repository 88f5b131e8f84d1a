import { describe, expect, it } from 'vitest';
import { deriveLedger, townscapeOf } from '../../../src/core/control/index.ts';
import { measureEllipsoidAreaSquareMetres } from '../../../src/core/measure/ellipsoid.ts';
import type { Plan, Plot } from '../../../src/core/plan/types.ts';
import { areaColoursOf } from '../../../src/core/theme/area_colours.ts';
import { buildTheme } from '../../../src/core/theme/build_theme.ts';
import { COMPLIANCE_COLOURS, NO_DATA_COLOUR } from '../../../src/core/theme/colours.ts';
import { THEME_IDS, type Theme, type ThemeId } from '../../../src/core/theme/types.ts';
import { building, hectareAt, phase, plan, plot, zone } from '../control/small_park.ts';
import { rectangle } from '../measure/park_shapes.ts';

const themeOf = (whole: Plan, id: ThemeId): Theme => buildTheme(whole, deriveLedger(whole), id);
const members = (theme: Theme) => theme.classes.map((entry) => [entry.id, entry.features]);
const row = (properties: Plot['properties'][]): Plot[] =>
  properties.map((own, index) => plot(`P${index}`, hectareAt(index * 150), own));

describe('a theme of ranges', () => {
  const heights = [18, 24, 24.1, 60, 200, undefined];
  const plots = row(heights.map((heightMaxMetres) => (heightMaxMetres === undefined ? {} : { heightMaxMetres })));

  it("takes its classes from the plan's palette, ends included, and keeps empty ones", () => {
    const theme = themeOf(plan({ plots }, { palette: { heightClassesMetres: [80, 24, 36, 100] } }), 'height');
    expect(members(theme)).toEqual([
      ['to-24', ['P0', 'P1']],
      ['to-36', ['P2']],
      ['to-80', ['P3']],
      ['to-100', []],
      ['over-100', ['P4']],
      ['no-data', ['P5']],
    ]);
    expect(theme.classes.map((entry) => entry.label)).toEqual([
      { kind: 'range', to: 24 },
      { kind: 'range', from: 24, to: 36 },
      { kind: 'range', from: 36, to: 80 },
      { kind: 'range', from: 80, to: 100 },
      { kind: 'range', from: 100 },
      { kind: 'message', key: 'noData' },
    ]);
    expect(theme).toMatchObject({ id: 'height', layer: 'plots', unit: 'metres', areaBasis: 'net' });
  });

  it('computes a class for each value where there are few', () => {
    const theme = themeOf(plan({ plots: plots.slice(0, 5) }), 'height');
    expect(theme.classes.map((entry) => entry.features.length)).toEqual([1, 1, 1, 1, 1]);
  });

  it('computes round ends that share many values out', () => {
    const many = row(Array.from({ length: 60 }, (_, index) => ({ farMax: 0.5 + index * 0.053 })));
    const theme = themeOf(plan({ plots: many }), 'far');
    expect(theme.classes.map((entry) => entry.id)).toEqual(['to-1', 'to-1.5', 'to-2', 'to-2.5', 'to-3', 'over-3']);
    for (const { features } of theme.classes) expect(features.length).toBeGreaterThan(6);
  });

  it('leaves no class empty above when most plots state the greatest value', () => {
    const many = row([1, 2, 3, 4, 5, 6, ...new Array<number>(20).fill(7)].map((farMax) => ({ farMax })));
    for (const { features } of themeOf(plan({ plots: many }), 'far').classes) expect(features).not.toEqual([]);
  });

  it('has one class where all values are equal, and none but missing data where there is no value', () => {
    expect(members(themeOf(plan({ plots: row([{ farMax: 2 }, { farMax: 2 }]) }), 'far'))).toEqual([
      ['all', ['P0', 'P1']],
    ]);
    expect(members(themeOf(plan({ plots: row([{}]) }), 'far'))).toEqual([['no-data', ['P0']]]);
  });

  it('has no class for missing data when none is missing', () => {
    const theme = themeOf(plan({ plots: row([{ farMax: 2 }]) }, { palette: { farClasses: [1, 3] } }), 'far');
    expect(theme.classes.map((entry) => entry.id)).toEqual(['to-1', 'to-3', 'over-3']);
  });

  it('colours by what holds, not by what the plot alone states', () => {
    const zones = [zone('lake', rectangle(-10, -10, 400, 400), { heightMaxMetres: 20 })];
    const theme = themeOf(
      plan({ plots: row([{ heightMaxMetres: 60 }]), zones }, { palette: { heightClassesMetres: [24] } }),
      'height',
    );
    expect(theme.classOf.get('P0')).toBe(0);
  });

  it('shows the least green ratio, and the greatest where only that is set', () => {
    const plots2 = row([{ greenRatioMinPercent: 35, greenRatioMaxPercent: 60 }, { greenRatioMaxPercent: 10 }]);
    const theme = themeOf(plan({ plots: plots2 }, { palette: { greenRatioClassesPercent: [10, 35] } }), 'greenRatio');
    expect(members(theme)).toEqual([
      ['to-10', ['P1']],
      ['to-35', ['P0']],
      ['over-35', []],
    ]);
  });
});

describe('the land-use theme', () => {
  it('gathers plots by the class of their code, in the order of codes, unknown ones and missing ones after', () => {
    const plots = row([
      { landUseCode: '1001', landUseScheme: 'guide-2023' },
      {},
      { landUseCode: '0802' },
      { landUseCode: 'M1', landUseScheme: 'gb50137-2011' },
      { landUseCode: '100199', landUseScheme: 'guide-2023' },
      { landUseCode: 'X9', landUseScheme: 'local', landUseName: '试验', landUseNameEn: 'Trial' },
    ]);
    const theme = themeOf(plan({ plots }), 'landUse');
    expect(members(theme)).toEqual([
      ['0802', ['P2']],
      ['1001', ['P0', 'P4']],
      ['gb50137-2011:M1', ['P3']],
      ['local:X9', ['P5']],
      ['no-data', ['P1']],
    ]);
    expect(theme.classes[0]).toMatchObject({ colour: '#e6005c', label: { kind: 'text', code: '0802' } });
    expect(theme.classes[3]).toMatchObject({ colour: NO_DATA_COLOUR, label: { text: { zh: '试验', en: 'Trial' } } });
    expect(theme.classOf.get('P1')).toBe(4);
  });

  it("draws in the plan's own colours", () => {
    const own = { code: '0802', scheme: 'guide-2023', name: '研发', nameEn: 'R&D', colour: '#123456' } as const;
    const theme = themeOf(plan({ plots: row([{ landUseCode: '0802' }]) }, { palette: { landUse: [own] } }), 'landUse');
    expect(theme.classes[0]).toMatchObject({ colour: '#123456', label: { text: { zh: '研发', en: 'R&D' } } });
  });
});

describe('zones and phases', () => {
  const phases = [
    phase('two', hectareAt(0), { sequence: 2, name: '二期', nameEn: 'Phase 2' } as never),
    phase('one', rectangle(200, 0, 300, 100), { sequence: 1, name: '一期' } as never),
  ];

  it('have a class each, phases in sequence, with gross areas', () => {
    const theme = themeOf(plan({ phases }, { palette: { phases: { one: '#abcdef' } } }), 'phases');
    expect(members(theme)).toEqual([
      ['one', ['one']],
      ['two', ['two']],
    ]);
    expect(theme).toMatchObject({ layer: 'phases', unit: 'none', areaBasis: 'gross' });
    expect(theme.classes[0]).toMatchObject({ colour: '#abcdef', label: { text: { zh: '一期', en: '一期' } } });
    expect(theme.classes[1]?.label).toEqual({ kind: 'text', text: { zh: '二期', en: 'Phase 2' } });
    expect(Math.abs((theme.classes[0]?.areasSquareMetres[0] ?? 0) - 30_000)).toBeLessThan(1);
  });

  it('have a colour even when called by a word that every object knows', () => {
    const theme = themeOf(plan({ zones: [zone('constructor', hectareAt(0))] }, { palette: { zones: {} } }), 'zones');
    expect(theme.classes[0]?.colour).toMatch(/^#/);
  });

  it('are called by their id when they have no name', () => {
    const theme = themeOf(plan({ zones: [zone('z', hectareAt(0))] }), 'zones');
    expect(theme.classes[0]?.label).toEqual({ kind: 'text', text: { zh: 'z', en: 'z' } });
  });
});

describe('the townscape theme', () => {
  const tones = [
    { code: 'cool', name: '冷灰', nameEn: 'Cool grey', colour: '#8899aa' },
    { code: 'warm', name: '暖白', nameEn: 'Warm white', colour: '#ffeedd' },
  ];

  it("shows the manifest's tones, a tone it does not know by its code, and missing ones only when there are", () => {
    const zones = [zone('lake', rectangle(-10, -10, 120, 120), { townscapeTone: 'warm' })];
    const plots = row([{}, { townscapeTone: 'cool' }, { townscapeTone: 'neon' }, {}]);
    const theme = themeOf(plan({ plots, zones }, { palette: { townscapeTones: tones } }), 'townscape');
    expect(members(theme)).toEqual([
      ['cool', ['P1']],
      ['warm', ['P0']],
      ['neon', ['P2']],
      ['no-data', ['P3']],
    ]);
    expect(
      themeOf(plan({ plots: plots.slice(1, 2) }, { palette: { townscapeTones: tones } }), 'townscape').classes,
    ).toHaveLength(2);
  });

  it('goes by the zone that covers most of a plot, of those that ask for a tone, as its sheet does', () => {
    const zones = [
      zone('silent', rectangle(-10, -10, 500, 500)),
      zone('small', rectangle(-10, -10, 40, 200), { townscapeTone: 'cool' }),
      zone('large', rectangle(30, -10, 400, 200), { townscapeTone: 'warm' }),
      zone('again', rectangle(30, -10, 400, 200), { townscapeTone: 'neon' }),
    ];
    const whole = plan({ plots: row([{}, {}, {}]), zones }, { palette: { townscapeTones: tones } });
    const ledger = deriveLedger(whole);
    const theme = buildTheme(whole, ledger, 'townscape');
    for (const one of whole.layers.plots) {
      const told = townscapeOf(whole, one, ledger.plots.get(one.id)?.covers ?? []).tone?.value;
      expect(theme.classes[theme.classOf.get(one.id) ?? -1]?.id).toBe(told);
    }
    expect(theme.classOf.get('P0')).toBe(1);
  });
});

describe('the compliance theme', () => {
  it('always lists within, near and over, and unknown and empty plots when there are', () => {
    const plots = row([
      { heightMaxMetres: 50, farMax: 2, densityMaxPercent: 40 },
      { heightMaxMetres: 20, farMax: 2, densityMaxPercent: 40 },
      { heightMaxMetres: 50 },
      {},
    ]);
    const on = (index: number) =>
      building(`b${index}`, rectangle(index * 150 + 10, 10, 20, 20), { heightMetres: 30, gfaSquareMetres: 2000 });
    const theme = themeOf(plan({ plots, buildings: [on(0), on(1), on(2)] }), 'compliance');
    expect(members(theme)).toEqual([
      ['within', ['P0']],
      ['near', []],
      ['over', ['P1']],
      ['unknown', ['P2']],
      ['no-buildings', ['P3']],
    ]);
    expect(theme.classes.map((entry) => entry.colour)).toEqual([
      COMPLIANCE_COLOURS.within,
      COMPLIANCE_COLOURS.near,
      COMPLIANCE_COLOURS.over,
      COMPLIANCE_COLOURS.unknown,
      COMPLIANCE_COLOURS.noBuildings,
    ]);
    expect(themeOf(plan({}), 'compliance').classes).toHaveLength(3);
  });
});

describe('every theme', () => {
  it('puts every feature of its layer into exactly one class, and knows its area', () => {
    const plots = row([
      { farMax: 1, landUseCode: '0802' },
      { heightMaxMetres: 30 },
      { townscapeTone: 'x', densityMaxPercent: 40 },
    ]);
    const whole = plan({
      plots,
      zones: [zone('z', rectangle(0, 0, 500, 500))],
      phases: [phase('p', rectangle(0, 0, 500, 500), { sequence: 1 })],
    });
    for (const id of THEME_IDS) {
      const theme = themeOf(whole, id);
      const inClasses = theme.classes.flatMap((entry) => entry.features);
      const all = whole.layers[theme.layer].map((feature) => feature.id);
      expect([...inClasses].sort(), id).toEqual([...all].sort());
      for (const [feature, index] of theme.classOf) expect(theme.classes[index]?.features).toContain(feature);
      const shapeOf = new Map(whole.layers[theme.layer].map((feature) => [feature.id, feature.geometry]));
      for (const { features, areasSquareMetres } of theme.classes) {
        const measured = features.map((one) => measureEllipsoidAreaSquareMetres(shapeOf.get(one) ?? hectareAt(0)));
        expect(areasSquareMetres, id).toEqual(measured);
      }
      expect(new Set(theme.classes.map((entry) => entry.id)).size, id).toBe(theme.classes.length);
    }
  });
});

describe('the colours of zones and phases', () => {
  it('are the same on the map and in the legend, whatever the order of the file', () => {
    const phases = [
      phase('second', rectangle(0, 0, 100, 100), { sequence: 2 }),
      phase('first', rectangle(100, 0, 100, 100), { sequence: 1 }),
    ];
    const zones = [zone('constructor', hectareAt(0)), zone('lake', hectareAt(150))];
    const whole = plan({ phases, zones }, { palette: { zones: { lake: '#123456' } } });
    for (const layer of ['zones', 'phases'] as const)
      expect([...areaColoursOf(whole, layer)]).toEqual(
        themeOf(whole, layer).classes.map(({ id, colour }) => [id, colour]),
      );
    expect([...areaColoursOf(whole, 'phases').keys()]).toEqual(['first', 'second']);
    expect(areaColoursOf(whole, 'zones').get('constructor')).toMatch(/^#[0-9a-f]{6}$/);
  });
});
