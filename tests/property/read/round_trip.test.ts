import fc from 'fast-check';
import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { tableOf, writeOneGeojson } from '../../../src/cli/write_out.ts';
import { type AnyFeature, LAYER_IDS, type Plan } from '../../../src/core/plan/types.ts';
import { emptyLayers, readPlan, setLayer } from '../../../src/core/read/read_plan.ts';
import { readUpdate } from '../../../src/core/read/read_update.ts';
import { findGarbled } from '../../../src/core/read/text/find_garbled.ts';
import type { InputFile } from '../../../src/core/read/types.ts';
import { writeLayer, writePlan } from '../../../src/core/read/write_plan.ts';
import { writeCsv } from '../../../src/sheet/plot_csv.ts';
import { anyJson, anyText, arbitraryPlan } from '../../support/arbitrary_plan.ts';
import { file, MANIFEST } from '../../support/sample_plan.ts';

/** Any plan at all: every sign there is, any value. */
const wildPlan = arbitraryPlan({ shapes: 'wild', text: fc.string({ unit: 'binary' }), foreign: fc.jsonValue() });
const drawnPlan = arbitraryPlan({ shapes: 'drawn', text: anyText, foreign: anyJson });
/** Any shapes, of which the plan already knows. */
const knownPlan = arbitraryPlan({ shapes: 'wild', text: anyText, foreign: anyJson });

const NOTHING: Plan = { manifest: MANIFEST, layers: emptyLayers() };
const NO_NEWS = { at: '2026-01-01T00:00:00Z', files: [] };
const filesOf = (plan: Plan): InputFile[] => writePlan(plan).map(({ name, text }) => file(name, text));
const touched = (plan: Plan) => LAYER_IDS.filter((layer) => plan.layers[layer].length > 0);

/** Reads files over a plan and gives what became of the layers. */
async function layersRead(files: readonly InputFile[], base: Plan) {
  const { candidate, diagnostics } = await readUpdate(base, files, 'replace');
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  return candidate?.layers;
}

describe('a plan that is saved and read again', () => {
  test('is the same plan, and is written the same again', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(wildPlan, (before) => {
        const files = filesOf(before);
        const { plan: after, diagnostics } = readPlan(files);
        expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
        expect(after).toEqual(before);
        expect(after && filesOf(after)).toEqual(files);
      }),
      { numRuns: 80 },
    );
  });

  test('gives the same plan when a layer is saved and dropped on it, replaced or merged', {
    timeout: 60_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(knownPlan, fc.constantFrom('replace' as const, 'merge' as const), async (before, mode) => {
        const saved = file('用地.geojson', writeLayer(before, 'plots'));
        const choices = { [saved.name]: { layer: 'plots' as const } };
        const { candidate } = await readUpdate(before, [saved], mode, { choices });
        expect(candidate).toEqual(before);
      }),
      { numRuns: 60 },
    );
  });

  test('is the same plan where nothing is known of it: its folder, loose or packed', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(drawnPlan, fc.boolean(), async (before, isPacked) => {
        const files = filesOf(before);
        const entries = Object.fromEntries(files.map(({ name, bytes }) => [`规划/${name}`, bytes]));
        const given = isPacked ? [{ name: '规划.zip', bytes: zipSync(entries, { level: 1 }) }] : files;
        expect(await layersRead(given, NOTHING)).toEqual(before.layers);
      }),
      { numRuns: 60 },
    );
  });

  test('is the same plan as one GeoJSON file whose features name their layers', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(drawnPlan, async (before) => {
        const one = file('全部.geojson', writeOneGeojson(before, touched(before), NO_NEWS));
        expect(await layersRead([one], NOTHING)).toEqual(before.layers);
      }),
      { numRuns: 60 },
    );
  });

  test('is the same plan as one table of attributes, joined to shapes that had none', { timeout: 60_000 }, async () => {
    // A cell is a line of text without blanks around it; what no dictionary knows comes back as text.
    const cell = fc
      .string({ unit: 'grapheme', maxLength: 12 })
      .map((text) => text.trim())
      // A mark that keeps a spreadsheet from reading text as a number is taken off, as a person means it.
      .filter((text) => text !== '' && !/^['’=]/.test(text) && findGarbled(text) === undefined);
    // A table's land-use codes are told their scheme.
    const without = ['landUseCode', 'landUseScheme'];
    const plan = arbitraryPlan({ shapes: 'drawn', text: cell, foreign: cell, without });
    await fc.assert(
      fc.asyncProperty(plan, async (before) => {
        const bare: Plan = { manifest: before.manifest, layers: emptyLayers() };
        for (const layer of LAYER_IDS)
          setLayer(
            bare.layers,
            layer,
            (before.layers[layer] as AnyFeature[]).map((feature) => ({
              ...feature,
              properties: 'sequence' in feature.properties ? { sequence: feature.properties.sequence } : {},
            })),
          );
        const table = file('指标.csv', writeCsv(tableOf(before, touched(before)), 'exact'));
        expect(await layersRead([table], bare)).toEqual(before.layers);
      }),
      { numRuns: 60 },
    );
  });
});
