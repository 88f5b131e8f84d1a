import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { type FieldSpec, LAYERS } from '../../../src/core/plan/fields.ts';
import { LAYER_IDS, type Plan, type PlanFeature, type PlanLayers } from '../../../src/core/plan/types.ts';
import { readSheetCells } from '../../../src/core/read/formats/workbook/sheet_cells.ts';
import { emptyLayers, setLayer } from '../../../src/core/read/read_plan.ts';
import { readUpdate } from '../../../src/core/read/read_update.ts';
import { planSheets } from '../../../src/sheet/plan_workbook.ts';
import { writeWorkbook } from '../../../src/sheet/workbook.ts';
import { readFolderPlan } from '../../support/plans.ts';
import { planOf, rectangle } from '../../support/sample_plan.ts';

const text = fc
  .oneof(
    fc.string({ unit: 'grapheme', minLength: 1 }),
    fc.constantFrom('0902', '一期', '=1+1', '35%', 'a\nb', '_x000A_'),
  )
  .map((value) => value.trim())
  // A mark that keeps a spreadsheet from reading text as a number is taken off, as a person means it.
  // Text with a replaced character is garbled, and is not taken.
  .filter((value) => value !== '' && !/^['’=]|\ufffd/.test(value));

function fieldValue(spec: FieldSpec): fc.Arbitrary<unknown> {
  const from = Math.max(spec.minimum ?? spec.above ?? 0, spec.unit === 'percent' ? 2 : 0) + 0.5;
  const to = spec.maximum ?? 1e7;
  switch (spec.kind) {
    case 'text':
      return text;
    case 'number':
      return fc.double({ min: from, max: to, noNaN: true });
    case 'integer':
      return fc.integer({ min: Math.ceil(from), max: Math.floor(to) });
    case 'choice':
      return fc.constantFrom(...(spec.values ?? []));
    case 'choices':
      return fc.subarray([...(spec.values ?? [])], { minLength: 1 });
    case 'month':
      return fc.constantFrom('2020-04', '2023-12');
    case 'colours':
      return fc.array(fc.constantFrom('#a0b1c2', '#FFFFFF'), { minLength: 1, maxLength: 3 });
    case 'heightBands':
      return fc.array(fc.record({ measuredFrom: text, fromMetres: fc.nat() }), { minLength: 1, maxLength: 2 });
  }
}

const foreign = fc.dictionary(
  fc.nat().map((number) => `own${number}`),
  fc.oneof(
    text,
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0),
    fc.boolean(),
  ),
  { maxKeys: 2 },
);

/** Fields whose values are looked up in, or held against, the rest of the plan. */
const SETTLED = ['landUseCode', 'landUseScheme', 'landUseName', 'phase', 'plot', 'netAreaSquareMetres'];

/** Layers with shapes that do not matter. */
const plan: fc.Arbitrary<Plan> = fc
  .record(
    Object.fromEntries(
      LAYER_IDS.map((layer) => {
        const { fields, geometryTypes } = LAYERS[layer];
        const names = [...fields].filter(([name]) => !SETTLED.includes(name));
        const required = names.filter(([, spec]) => spec.required).map(([name]) => name);
        const own = fc.record(Object.fromEntries(names.map(([name, spec]) => [name, fieldValue(spec)])), {
          requiredKeys: required,
        });
        const square = rectangle(0, 0, 10, 10);
        const [ring = []] = square.coordinates;
        const geometry = geometryTypes.includes('Polygon')
          ? square
          : geometryTypes.includes('LineString')
            ? { type: 'LineString' as const, coordinates: ring.slice(0, 3) }
            : { type: 'Point' as const, coordinates: ring[0] ?? [] };
        const feature = fc.record({ number: fc.integer({ min: 1, max: 99 }), own, foreign }).map(
          (made): PlanFeature => ({
            type: 'Feature',
            id: `${layer}-${made.number}`,
            geometry,
            properties: { ...made.own, ...made.foreign },
          }),
        );
        return [layer, fc.uniqueArray(feature, { selector: ({ id }) => id, maxLength: 3 })];
      }),
    ),
  )
  .map((made) => {
    const layers = emptyLayers();
    for (const layer of LAYER_IDS) setLayer(layers, layer, made[layer] ?? []);
    return planOf(layers as PlanLayers);
  });

/** The plan's shapes without what the workbook is to bring; what every feature must have stays. */
function stripped(full: Plan): Plan {
  const layers = emptyLayers();
  for (const layer of LAYER_IDS)
    setLayer(
      layers,
      layer,
      full.layers[layer].map((feature) => {
        const { sequence } = feature.properties as { sequence?: number };
        return { ...feature, properties: sequence === undefined ? {} : { sequence: 99 } };
      }),
    );
  return { ...full, layers };
}

async function throughWorkbook(full: Plan, language: 'zh-CN' | 'en') {
  const filled = LAYER_IDS.filter((layer) => full.layers[layer].length > 0);
  const bytes = await writeWorkbook(planSheets(full, filled, language));
  return await readUpdate(stripped(full), [{ name: '规划.xlsx', bytes }], 'merge');
}

describe('a workbook that is written and read again', () => {
  test.each(['zh-CN', 'en'] as const)('brings every value of a plan back to its feature (%s)', async (language) => {
    await fc.assert(
      fc.asyncProperty(plan, async (full) => {
        fc.pre(LAYER_IDS.some((layer) => full.layers[layer].length > 0));
        const { candidate, diagnostics } = await throughWorkbook(full, language);
        // Random text is the name of no class, and that is told.
        const told = diagnostics.filter(
          ({ severity, code }) => severity !== 'info' && code !== 'land-use-name-unknown',
        );
        expect(told).toEqual([]);
        expect(candidate?.layers).toEqual(full.layers);
      }),
      { numRuns: 60 },
    );
  });

  test.each(['zh-CN', 'en'] as const)('brings the plan that ships back (%s)', async (language) => {
    const full = readFolderPlan('data/geojson');
    const { candidate } = await throughWorkbook(full, language);
    for (const layer of LAYER_IDS) expect(candidate?.layers[layer]).toEqual(full.layers[layer]);
  });

  test('keeps any cell as it is, text with any characters and numbers with all their digits', async () => {
    const cell = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.boolean(),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(cell, { minLength: 1, maxLength: 30 }), async (cells) => {
        const files = unzipSync(await writeWorkbook([{ name: 'a', heading: ['h'], rows: [cells] }]));
        const sheet = files['xl/worksheets/sheet1.xml'];
        if (!sheet) throw new Error('no sheet');
        const read = readSheetCells(sheet, { strings: [], formats: [], from1904: false }).rows[1]?.cells ?? [];
        expect(cells.map((_, index) => read[index] ?? null)).toEqual(
          cells.map((value) => (value === '' ? null : typeof value === 'number' ? value + 0 : value)),
        );
      }),
      { numRuns: 200 },
    );
  });

  test('has tabs Excel allows, none twice', async () => {
    const names = ['a/b', 'A b', `${'长'.repeat(40)}`, `${'长'.repeat(40)}`, ''];
    const bytes = await writeWorkbook(names.map((name) => ({ name, heading: ['h'], rows: [] })));
    const xml = new TextDecoder().decode(unzipSync(bytes)['xl/workbook.xml']);
    const tabs = [...xml.matchAll(/<sheet name="([^"]*)"/g)].map(([, name = '']) => name);
    expect(tabs).toEqual(['a b', 'A b (2)', '长'.repeat(31), `${'长'.repeat(27)} (2)`, 'Sheet']);
  });
});
