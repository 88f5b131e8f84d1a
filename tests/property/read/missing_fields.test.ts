import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BOOKKEEPING_FIELDS } from '../../../src/core/plan/fields.ts';
import type { Plan } from '../../../src/core/plan/types.ts';
import { readUpdate } from '../../../src/core/read/read_update.ts';
import { anyJson, anyText, arbitraryPlan } from '../../support/arbitrary_plan.ts';
import { file } from '../../support/sample_plan.ts';

type Properties = Record<string, unknown>;

/** Fields that say again what another says: they go where the file changes that one and has none of them. */
const LEADS: Readonly<Record<string, string>> = {
  landUseScheme: 'landUseCode',
  landUseName: 'landUseCode',
  landUseNameEn: 'landUseCode',
};
const leadsOf = (field: string): string[] => [
  ...(Object.hasOwn(LEADS, field) ? [LEADS[field] as string] : []),
  ...(field.endsWith('En') ? [field.slice(0, -2)] : []),
];

/** A plan, and of its plots some columns with the values of another plot each. */
const planAndColumns = arbitraryPlan({ shapes: 'drawn', text: anyText, foreign: anyJson }).chain((plan) => {
  const names = [...new Set(plan.layers.plots.flatMap(({ properties }) => Object.keys(properties)))];
  return fc.record({
    plan: fc.constant(plan),
    columns: fc.subarray(names.filter((name) => !BOOKKEEPING_FIELDS.includes(name))),
    shift: fc.nat(2),
    writesEmpty: fc.boolean(),
  });
});

function rowsOf(plan: Plan, columns: readonly string[], shift: number, writesEmpty: boolean): Properties[] {
  const { plots } = plan.layers;
  return plots.map((_, index) => {
    const other = plots[(index + shift) % plots.length]?.properties as Properties;
    const cells = columns.map((name) => [name, Object.hasOwn(other, name) ? other[name] : null] as const);
    return Object.fromEntries(writesEmpty ? cells : cells.filter(([, value]) => value !== null));
  });
}

test('merging a file with fewer columns changes nothing but its columns', { timeout: 60_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(planAndColumns, async ({ plan, columns, shift, writesEmpty }) => {
      const { plots } = plan.layers;
      const rows = rowsOf(plan, columns, shift, writesEmpty);
      const features = plots.map(({ id, geometry }, index) => ({
        type: 'Feature',
        id,
        geometry,
        properties: rows[index],
      }));
      const text = JSON.stringify({ type: 'FeatureCollection', features });
      const choices = { 'u.geojson': { layer: 'plots' as const } };
      const { candidate, diagnostics } = await readUpdate(plan, [file('u.geojson', text)], 'merge', { choices });
      expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
      const has = new Set(rows.flatMap((row) => Object.keys(row)));
      plots.forEach(({ properties }, index) => {
        const before = properties as Properties;
        const row = rows[index] as Properties;
        const after = candidate?.layers.plots[index]?.properties as Properties;
        const expected = new Map<string, unknown>();
        for (const [name, value] of Object.entries(before)) {
          const isSaidAnew = leadsOf(name).some(
            (lead) =>
              Object.hasOwn(before, lead) &&
              Object.hasOwn(row, lead) &&
              row[lead] !== null &&
              JSON.stringify(before[lead]) !== JSON.stringify(row[lead]),
          );
          if (!has.has(name) && !isSaidAnew) expected.set(name, value);
        }
        // A field no dictionary knows keeps its empty cell.
        for (const [name, value] of Object.entries(row)) if (value !== null) expected.set(name, value);
        const given = Object.entries(after).filter(([, value]) => value !== null);
        expect(Object.fromEntries(given)).toEqual(
          Object.fromEntries([...expected].filter(([, value]) => value !== null)),
        );
      });
      for (const layer of ['zones', 'phases', 'roads'] as const)
        expect(candidate?.layers[layer]).toEqual(plan.layers[layer]);
    }),
    { numRuns: 150 },
  );
});
