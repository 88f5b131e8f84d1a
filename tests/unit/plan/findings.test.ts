import { expect, test } from 'vitest';
import { type Finding, findingKey } from '../../../src/core/plan/findings.ts';

const OVERLAP: Finding = {
  code: 'plot-overlap',
  severity: 'error',
  layer: 'plots',
  feature: 'A',
  related: ['B', 'C'],
  data: { areaSquareMetres: 12 },
};

test('a finding is the same whatever its figures, its place in the file and the order of what it relates to', () => {
  const moved = { ...OVERLAP, related: ['C', 'B'], pointer: '/features/9', data: { areaSquareMetres: 13 } };
  expect(findingKey(moved)).toBe(findingKey(OVERLAP));
});

test.each([
  [{ code: 'phase-overlap' }],
  [{ layer: 'phases' as const }],
  [{ feature: 'D' }],
  [{ related: ['B'] }],
  [{ data: { control: 'far' } }],
  [{ data: { field: 'people' } }],
  [{ data: { value: 'P9' } }],
])('a finding with %j is another one', (change) => {
  expect(findingKey({ ...OVERLAP, ...change })).not.toBe(findingKey(OVERLAP));
});
