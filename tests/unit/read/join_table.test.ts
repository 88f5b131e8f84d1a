import { describe, expect, it } from 'vitest';
import type { Plan } from '../../../src/core/plan/types.ts';
import { readUpdate } from '../../../src/core/read/read_update.ts';
import { building, planOf, plot, rectangle } from '../../support/sample_plan.ts';

const csv = (text: string, name = '指标.csv') => ({ name, bytes: new TextEncoder().encode(text) });
const PLAN = planOf({
  plots: [
    plot('A-01', rectangle(0, 0, 100, 100), { name: '一号', farMax: 1 }),
    plot('A-02', rectangle(100, 0, 100, 100), { farMax: 1 }),
  ],
  buildings: [building('B-1', rectangle(10, 10, 20, 20), { plot: 'A-01', floors: 3 })],
});

async function join(text: string, plan: Plan = PLAN, name?: string) {
  const { candidate, diagnostics, sources, layers } = await readUpdate(plan, [csv(text, name)], 'replace');
  const plots = Object.fromEntries((candidate?.layers.plots ?? []).map(({ id, properties }) => [id, properties]));
  return { candidate, plots, found: diagnostics, codes: diagnostics.map(({ code }) => code), sources, layers };
}

describe('a table joined by number', () => {
  it('changes what its rows say, keeps the rest, and says which plots it does not name', async () => {
    const { plots, found, sources } = await join('地块编号,容积率\nA-01,2.5\n');
    expect(sources).toMatchObject([{ isJoined: true }]);
    expect(plots).toEqual({ 'A-01': { name: '一号', farMax: 2.5 }, 'A-02': { farMax: 1 } });
    expect(found.find(({ code }) => code === 'table-features-left')).toMatchObject({
      severity: 'info',
      data: { count: 1, joined: 1, ids: ['A-02'] },
    });
  });

  it('says nothing of left-over plots where it names all', async () => {
    expect((await join('地块编号,容积率\nA-01,2.5\nA-02,3\n')).codes).not.toContain('table-features-left');
  });

  it('matches numbers that differ by habit only, and says which was taken for which', async () => {
    const { plots, found } = await join('地块编号,容积率\nａ－０１,2.5\nA02,3\n');
    expect(plots['A-01']).toMatchObject({ farMax: 2.5 });
    expect(plots['A-02']).toMatchObject({ farMax: 3 });
    const alike = found.filter(({ code }) => code === 'table-number-alike');
    expect(alike).toMatchObject([
      { feature: 'A-01', pointer: '/row/2', data: { found: 'ａ－０１' } },
      { feature: 'A-02', pointer: '/row/3', data: { found: 'A02' } },
    ]);
  });

  it('says nothing where the number is the same letter by letter', async () => {
    expect((await join('地块编号,容积率\nA-01,2.5\n')).codes).not.toContain('table-number-alike');
  });

  it('never chooses between plots that are alike, unless one is meant letter by letter', async () => {
    const plan = planOf({
      plots: [plot('A-01', rectangle(0, 0, 100, 100)), plot('A01', rectangle(100, 0, 100, 100))],
    });
    const unclear = await join('地块编号,容积率\na-0 1,2.5\n', plan);
    expect(unclear.candidate).toBeUndefined();
    expect(unclear.found).toMatchObject([
      { code: 'table-number-collides', severity: 'error', data: { found: 'a-0 1', ids: ['A-01', 'A01'] } },
      { code: 'table-features-left' },
    ]);
    const clear = await join('地块编号,容积率\nA01,2.5\n', plan);
    expect(clear.plots).toEqual({ 'A-01': {}, A01: { farMax: 2.5 } });
  });

  it('refuses two rows for one plot, also when they write it differently', async () => {
    const { candidate, found } = await join('地块编号,容积率\nA-01,2.5\na01,3\n');
    expect(candidate).toBeUndefined();
    expect(found.find(({ code }) => code === 'table-number-repeated')).toMatchObject({
      feature: 'A-01',
      pointer: '/row/3',
      data: { firstPointer: '/row/2' },
    });
  });

  it('lists rows without a plot', async () => {
    const { found, plots } = await join('地块编号,容积率\nA-01,2.5\nZ-99,3\n');
    expect(found).toContainEqual(
      expect.objectContaining({ code: 'table-row-unmatched', pointer: '/row/3', data: { found: 'Z-99' } }),
    );
    expect(plots['A-01']).toMatchObject({ farMax: 2.5 });
  });

  it('says that it has no column of numbers', async () => {
    const { codes, candidate } = await join('容积率,绿地率\n2.5,30\n');
    expect(codes).toEqual(['table-number-missing']);
    expect(candidate).toBeUndefined();
  });

  it('joins rows to the layer they name, and a table of buildings to buildings', async () => {
    const named = await join('layer,id,floors,farMax\nbuildings,B-1,9,\nplots,A-01,,2\n');
    expect(named.candidate?.layers.buildings[0]?.properties).toEqual({ plot: 'A-01', floors: 9 });
    expect(named.plots['A-01']).toMatchObject({ farMax: 2 });
    const told = await join('建筑编号,层数\nB-1,8\n');
    expect(told.candidate?.layers.buildings[0]?.properties.floors).toBe(8);
    expect(told.layers).toEqual(['buildings']);
  });

  it('leaves a list of the feature alone that the table holds as its text', async () => {
    const colours = ['#aabbcc', '#ddeeff'];
    const plan = planOf({ plots: [plot('A-01', rectangle(0, 0, 9, 9), { own: { a: 1 }, townscapeColours: colours })] });
    const text = '地块编号,own,townscapeColours\nA-01,"{""a"":1}","[""#aabbcc"",""#ddeeff""]"\n';
    expect((await join(text, plan)).plots['A-01']).toEqual({ own: { a: 1 }, townscapeColours: colours });
  });
});
