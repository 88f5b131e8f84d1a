import { expect, test } from 'vitest';
import { type Finding, findingKey } from '../../../src/core/plan/findings.ts';
import { stepInList } from '../../../src/ui/panels/step_list.ts';

const gap = (areaSquareMetres: number): Finding => ({
  code: 'phase-gap',
  severity: 'error',
  layer: 'zones',
  feature: 'core',
  related: ['P1', 'P2'],
  data: { areaSquareMetres },
});

test('comes by every finding, also by those no key tells apart, and round again', () => {
  const findings = [gap(20), gap(30), { ...gap(40), related: ['P3'] }];
  const [first, second] = findings as [Finding, Finding];
  expect(findingKey(first)).toBe(findingKey(second));
  let present: Finding | undefined;
  const seen = findings.map(() => {
    present = stepInList(findings, present, 1);
    return present;
  });
  expect(seen).toEqual(findings);
  expect(stepInList(findings, present, 1)).toBe(first);
});

test('begins at the last when going back, and finds nothing in an empty list', () => {
  expect(stepInList(['a', 'b', 'c'], undefined, -1)).toBe('c');
  expect(stepInList(['a', 'b', 'c'], 'a', -1)).toBe('c');
  expect(stepInList([], undefined, 1)).toBeUndefined();
});
