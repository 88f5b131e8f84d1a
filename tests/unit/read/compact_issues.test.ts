import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../../src/core/plan/findings.ts';
import type { Geometry } from '../../../src/core/plan/types.ts';
import { everyIssue, Tally } from '../../../src/core/read/compact_issues.ts';
import { DiagnosticLog } from '../../../src/core/read/diagnostic_log.ts';

const value = fc.oneof(
  fc.string(),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((one) => one + 0),
  fc.boolean(),
  fc.constant(null),
  fc.array(fc.string(), { maxLength: 2 }),
);
const pointer = fc.oneof(
  fc.constantFrom(
    '',
    '/',
    '/row/7',
    '/features/12/properties/a~1b',
    '/features/007/x',
    '/表/row/3',
    '/features/99999999999/x',
  ),
  fc.nat(2000).map((at) => `/features/${at}/geometry/coordinates/0/${at % 5}`),
);
/** Diagnostics as readers make them: most with the same members, some with others. */
const diagnostic: fc.Arbitrary<Diagnostic> = fc
  .record(
    {
      feature: fc.string(),
      pointer,
      data: fc.dictionary(fc.constantFrom('found', 'expected', '__proto__', 'count'), value, { noNullPrototype: true }),
      related: fc.array(fc.string(), { maxLength: 2 }),
      evidence: fc.constant<Geometry>({ type: 'Point', coordinates: [1, 2] }),
    },
    { requiredKeys: ['data'] },
  )
  .map((rest) => ({ code: 'c', severity: 'warning', layer: 'plots', ...rest }));

describe('the same trouble many times over', () => {
  test('comes back one by one as it was told, from a log that took it over too', () => {
    fc.assert(
      fc.property(fc.array(diagnostic, { minLength: 15, maxLength: 60 }), fc.boolean(), (given, isAbsorbed) => {
        const own = new DiagnosticLog('a.geojson');
        for (const one of given) own.add(one);
        const log = new DiagnosticLog('a.geojson');
        if (isAbsorbed) log.absorb(own);
        const every = [...everyIssue((isAbsorbed ? log : own).list())];
        expect(every).toEqual(given.map((one) => ({ ...one, file: 'a.geojson' })));
      }),
    );
  });

  test('is told one by one where a file has more summaries of it than are listed', () => {
    const log = new DiagnosticLog('a.dxf');
    for (let part = 0; part < 30; part += 1) {
      const each = new Tally({ code: 'one', severity: 'warning', layer: 'plots' });
      for (let at = 0; at < 3; at += 1) each.add(`${part}-${at}`, `/row/${at + 1}`, { field: 'name' });
      log.add(each.summary({ code: 'many', severity: 'warning', layer: 'plots', data: { field: 'name' } }));
    }
    const ids = [...everyIssue(log.list())].map(({ feature, code }) => `${code} ${feature}`);
    expect(new Set(ids)).toEqual(new Set(Array.from({ length: 90 }, (_, at) => `one ${Math.floor(at / 3)}-${at % 3}`)));
    expect(ids).toHaveLength(90);
  });

  test('crosses to the page as it is, and takes less than a fifth of what objects take', () => {
    const log = new DiagnosticLog('地块.geojson');
    const count = 100_000;
    for (let index = 0; index < count; index += 1)
      log.add({
        code: 'number-unreadable',
        severity: 'error',
        layer: 'plots',
        feature: `ZA-${index}`,
        pointer: `/features/${index}/properties/容积率`,
        data: { field: 'farMax', found: `"待定${index % 7}"`, source: '容积率' },
      });
    const list = structuredClone(log.list());
    expect(list).toHaveLength(21);
    expect([...everyIssue(list)]).toHaveLength(count);
    const [last] = [...everyIssue(list)].slice(-1);
    expect(last).toEqual({
      code: 'number-unreadable',
      severity: 'error',
      layer: 'plots',
      file: '地块.geojson',
      feature: 'ZA-99999',
      pointer: '/features/99999/properties/容积率',
      data: { field: 'farMax', found: `"待定${99_999 % 7}"`, source: '容积率' },
    });
    const whole = JSON.stringify([...everyIssue(list)]).length;
    expect(JSON.stringify(list).length).toBeLessThan(whole / 5);
  });
});
