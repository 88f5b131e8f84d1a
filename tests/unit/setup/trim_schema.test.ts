import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Validator } from '@cfworker/json-schema';
import { expect, test } from 'vitest';
import { withoutExplanations } from '../../../scripts/vite/trim_schema.ts';

const ROOT = join(import.meta.dirname, '../../..');
const schema = JSON.parse(readFileSync(join(ROOT, 'data/schema/plan.schema.json'), 'utf8'));
const manifest = JSON.parse(readFileSync(join(ROOT, 'data/geojson/plan.json'), 'utf8'));

test('explanations go, properties of the same names stay', () => {
  expect(
    withoutExplanations({
      title: 'A park',
      properties: { title: { type: 'string', description: 'What it is called' } },
    }),
  ).toEqual({ properties: { title: { type: 'string' } } });
});

test('the plan’s schema finds the same faults without them, at little more than half the size', () => {
  const trimmed = withoutExplanations(schema);
  expect(JSON.stringify(trimmed).length).toBeLessThan(JSON.stringify(schema).length * 0.6);
  const faults = (rules: unknown, value: unknown) =>
    new Validator(rules as ConstructorParameters<typeof Validator>[0], '2020-12', false)
      .validate(value)
      .errors.map(({ keywordLocation, instanceLocation }) => `${instanceLocation} ${keywordLocation}`);
  expect(faults(trimmed, manifest)).toEqual([]);
  const broken = { ...manifest, title: 7, status: 'perhaps', layers: 'none', tolerances: { overlap: 'much' } };
  expect(faults(schema, broken).length).toBeGreaterThan(2);
  expect(faults(trimmed, broken)).toEqual(faults(schema, broken));
});
