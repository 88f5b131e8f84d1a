import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FindingList } from '../../../src/core/check/finding_list.ts';
import { PlanPlaces } from '../../../src/core/check/plan_places.ts';
import { IN_COLUMNS } from '../../../src/core/packing/keep_in_columns.ts';
import { IN_OBJECTS, type Keeper } from '../../../src/core/packing/keeper.ts';
import { columnOf, rowPlacesOf } from '../../../src/core/packing/large_lists.ts';
import { packLarge, transferablesOf, unpackAsObjects, unpackAsRows } from '../../../src/core/packing/pack_large.ts';
import type { Finding } from '../../../src/core/plan/findings.ts';
import { comparePlansWhole, reviewUpdate } from '../../../src/core/review.ts';
import { everyChange } from '../../support/every_change.ts';
import { readFolderPlan } from '../../support/plans.ts';
import { file, planOf, plot, rectangle } from '../../support/sample_plan.ts';

const SHIPPED = readFolderPlan('data/geojson');
const FILES = [file('plots.geojson', JSON.stringify(everyChange().file))];
const review = (keeper: Keeper) => reviewUpdate(SHIPPED, FILES, 'replace', { keeper });

describe('a review that is kept in columns', () => {
  test('says what one that is kept in objects says, figure by figure and in the same order', async () => {
    const inColumns = await review(IN_COLUMNS);
    const inObjects = await review(IN_OBJECTS);
    expect(inObjects.analysis?.findings.length).toBeGreaterThan(10);
    expect(inObjects.findingsNew.length).toBeGreaterThan(0);
    expect(inColumns).toEqual(inObjects);
    for (const list of [inColumns.analysis?.ledger.plots, inColumns.comparison?.plots, inColumns.changes?.features])
      expect(columnOf(list ?? [])).toBeDefined();
  });

  test('comes to another thread as it is, and each list in the columns it is in', async () => {
    const inColumns = await review(IN_COLUMNS);
    const packed = packLarge(inColumns);
    const ledger = packed.packs.find(({ paths }) => paths.some((path) => path.includes('ledger')));
    expect(ledger?.column).toBe(columnOf(inColumns.analysis?.ledger.plots ?? []));
    const sent = structuredClone(packed, { transfer: transferablesOf(packed) });
    expect(await unpackAsRows(sent, () => Promise.resolve())).toEqual(await review(IN_OBJECTS));
  });

  test('a plan that is in columns itself is held against another alike', async () => {
    const present = unpackAsObjects(
      packLarge({ plan: SHIPPED }, () => true),
      () => true,
    ).plan;
    expect(columnOf(present.layers.plots)).toBeDefined();
    for (const mode of ['replace', 'merge'] as const)
      expect(await reviewUpdate(present, FILES, mode, { keeper: IN_COLUMNS })).toEqual(
        await reviewUpdate(SHIPPED, FILES, mode, { keeper: IN_OBJECTS }),
      );
  });

  test('two versions are compared alike', () => {
    const without = { ...SHIPPED, layers: { ...SHIPPED.layers, plots: SHIPPED.layers.plots.slice(3) } };
    expect(comparePlansWhole(SHIPPED, without, undefined, IN_COLUMNS)).toEqual(comparePlansWhole(SHIPPED, without));
  });
});

const PLOTS = ['A', 'B', 'C'].map((id, index) => plot(id, rectangle(index * 60, 0, 50, 50)));
const PLAN = planOf({ plots: PLOTS });

test('records that are kept apart by their fields come back as they were, in no more room than each needs', () => {
  const records = Array.from({ length: 600 }, (_, index) => ({
    code: `c${index % 40}`,
    data: index % 7 === 0 ? undefined : { [`f${index % 40}`]: index, ...(index % 3 === 0 && { text: `t${index}` }) },
  }));
  const kept = (...apart: string[]) => {
    const list = IN_COLUMNS.list<object>(undefined, ...apart);
    for (const record of records) list.push(record);
    return list.finish();
  };
  const bytesOf = (list: object[]) =>
    transferablesOf(packLarge({ list })).reduce((sum, { byteLength }) => sum + byteLength, 0);
  expect(kept('data')).toEqual(records);
  expect(bytesOf(kept('data'))).toBeLessThan(bytesOf(kept()) / 4);
  // More kinds than a byte can tell.
  const many = Array.from({ length: 400 }, (_, index) => ({ data: { [`f${index}`]: index } }));
  const list = IN_COLUMNS.list<object>(undefined, 'data');
  for (const record of many) list.push(record);
  expect(list.finish()).toEqual(many);
});

describe('a list of findings', () => {
  const anyFinding = fc.record({
    code: fc.constantFrom('a', 'a-b', 'b'),
    severity: fc.constantFrom('error', 'warning', 'info'),
    layer: fc.constant('plots'),
    feature: fc.constantFrom('A', 'B', 'C', '没有'),
    data: fc.record({ squareMetres: fc.integer({ min: 0, max: 3 }) }),
    evidence: fc.constantFrom(undefined, ...PLOTS.map(({ geometry }) => geometry)),
  }) as fc.Arbitrary<Finding>;

  test('stands in one order, however it was found and wherever it is kept', () => {
    fc.assert(
      fc.property(fc.array(fc.array(anyFinding, { maxLength: 4 }), { maxLength: 8 }), (batches) => {
        const listOf = (keeper: Keeper, some: Finding[][]) => {
          keeper.prepare(PLAN);
          const list = new FindingList(keeper, PLAN, new PlanPlaces(PLAN));
          for (const batch of some) list.add(batch);
          return list.finish();
        };
        const expected = listOf(IN_OBJECTS, [batches.flat()]);
        const told = (findings: readonly Finding[]) =>
          findings.map(({ code, severity, feature, data }) => [code, severity, feature, data.squareMetres]);
        expect(listOf(IN_COLUMNS, [batches.flat()])).toEqual(expected);
        expect(told(listOf(IN_COLUMNS, batches))).toEqual(told(expected));
        expect(told(listOf(IN_OBJECTS, [...batches].reverse()))).toEqual(told(expected));
      }),
    );
  });

  test('refers to a plot’s shape instead of keeping it again, and keeps any other', () => {
    const many = Array.from({ length: 3000 }, (_, index) => plot(`P${index}`, rectangle(index, 0, 1, 1)));
    const plan = planOf({ plots: many });
    IN_COLUMNS.prepare(plan);
    const list = new FindingList(IN_COLUMNS, plan, new PlanPlaces(plan));
    const finding = (feature: string, evidence: Finding['evidence']): Finding =>
      ({ code: 'a', severity: 'error', layer: 'plots', feature, data: {}, evidence }) as Finding;
    const elsewhere = rectangle(7, 7, 1, 1);
    list.add([finding('P1', many[1]?.geometry), finding('P2', elsewhere), finding('P3', many[3]?.geometry)]);
    const findings = list.finish();
    expect(findings.map(({ evidence }) => evidence)).toEqual([many[1]?.geometry, elsewhere, many[3]?.geometry]);
    const evidence = rowPlacesOf(findings)?.column.fields.find(([name]) => name === 'evidence')?.[1];
    const shapes = columnOf(plan.layers.plots)?.fields.find(([name]) => name === 'geometry')?.[1];
    const shared = evidence?.kind === 'union' ? evidence.options.filter(({ kind }) => kind === 'shared') : [];
    expect(shared).toMatchObject([{ rows: { length: 2 } }]);
    expect(shared[0]?.kind === 'shared' && shared[0].of).toBe(shapes);
  });
});
