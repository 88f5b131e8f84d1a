import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Schema, Validator } from '@cfworker/json-schema';
import { describe, expect, test } from 'vitest';
import { layerSchema } from '../../../scripts/data_format/layer_schema.ts';
import { generatedFiles } from '../../../scripts/generate_schema.ts';
import { LAYERS } from '../../../src/core/plan/fields.ts';
import { LAYER_IDS } from '../../../src/core/plan/types.ts';
import { readPlan } from '../../../src/core/read/read_plan.ts';
import { messagesOf } from '../../../src/messages/index.ts';
import { collection, file, MANIFEST, plot, rectangle } from '../../support/sample_plan.ts';

describe('the published data format', () => {
  test.each(generatedFiles().map(({ path, text }) => [path.split('/').at(-1), path, text] as const))(
    '%s is in step with the field dictionary (npx tsx scripts/generate_schema.ts writes it)',
    (_, path, text) => {
      expect(readFileSync(path, 'utf8')).toBe(text);
    },
  );

  test.each(LAYER_IDS)('the layer %s of the plan that ships satisfies its schema', (layer) => {
    const path = fileURLToPath(new URL(`../../../data/geojson/${layer}.geojson`, import.meta.url));
    const { errors } = new Validator(layerSchema(layer) as Schema, '2020-12').validate(
      JSON.parse(readFileSync(path, 'utf8')),
    );
    expect(errors).toEqual([]);
  });

  test.each([
    [{ farMax: 2 }],
    [{ farMax: '2' }],
    [{ farMax: -1 }],
    [{ farMax: null }],
    [{ netAreaSquareMetres: 0 }],
    [{ landUseScheme: 'other' }],
    [{ stage: 'research' }],
    [{ townscapeColours: ['red'] }],
    [{ parkingSpacesMin: 0.5 }],
    [{ anything: { at: 'all' } }],
  ])('its schema and the reader agree on %j', (properties) => {
    const value = collection(plot('A', rectangle(0, 0, 9, 9), properties as never));
    const { valid } = new Validator(layerSchema('plots') as Schema, '2020-12').validate(value);
    const manifest = { ...MANIFEST, layers: { plots: 'plots.geojson' } };
    const { plan } = readPlan([file('plan.json', manifest), file('plots.geojson', value)]);
    expect(plan !== undefined).toBe(valid);
  });

  test('gives every field a title in both languages', () => {
    const names = [...new Set(LAYER_IDS.flatMap((layer) => [...LAYERS[layer].fields.keys()]))];
    for (const language of ['zh-CN', 'en'] as const) {
      const titles: Record<string, string> = messagesOf(language).fields;
      expect(names.filter((name) => !titles[name])).toEqual([]);
    }
  });
});
