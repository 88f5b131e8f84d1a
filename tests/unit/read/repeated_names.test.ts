import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { repeatedNamesOf } from '../../../src/core/read/geojson/repeated_names.ts';
import { readUpdate } from '../../../src/core/read/read_update.ts';
import { collection, file, planOf, plot, rectangle } from '../../support/sample_plan.ts';

const TEXT = JSON.stringify(
  collection(...['A', 'B', 'C'].map((id, index) => plot(id, rectangle(index * 60, 0, 50, 50), { farMax: 2 }))),
);
const told = async (text: string) => {
  const { candidate, diagnostics } = await readUpdate(planOf({}), [file('plots.geojson', text)], 'replace');
  const repeated = diagnostics.filter(({ code }) => code === 'json-name-repeated');
  return { candidate, repeated: repeated.map(({ pointer, data }) => [pointer, data.found, data.count]) };
};

describe('a name that stands twice in one object', () => {
  test('of a feature’s properties is told with its place, and the later value counts', async () => {
    const text = TEXT.replaceAll('"farMax":2', '"farMax":9,"farMax":2.5');
    const { candidate, repeated } = await told(text);
    expect(repeated).toEqual([['/features/0/properties/farMax', 'farMax', 3]]);
    expect(candidate?.layers.plots[0]?.properties.farMax).toBe(2.5);
  });

  test('of a feature, of its geometry and of the collection is told', async () => {
    const text = TEXT.replace('"id":"B"', '"id":"X","id":"B"')
      .replace('"type":"Polygon"', '"type":"Point","type":"Polygon"')
      .replace('{"type":"FeatureCollection"', '{"name":"a","name":"b","type":"FeatureCollection"');
    expect((await told(text)).repeated).toEqual([
      ['/name', 'name', 1],
      ['/features/0/geometry/type', 'type', 1],
      ['/features/1/id', 'id', 1],
    ]);
    const lists = TEXT.replace('"features":', '"features":[],"features":');
    expect((await told(lists)).repeated).toEqual([['/features', 'features', 1]]);
  });

  test('is none where objects of one list have the same names, or a text looks like one', async () => {
    expect((await told(TEXT)).repeated).toEqual([]);
    const odd = TEXT.replace('"farMax":2', '"note":"\\"farMax\\":1,{\\"","list":[{"a":1},{"a":2}],"farMax":2');
    expect((await told(odd)).repeated).toEqual([]);
  });

  test('is found however it is spelled, and only then', () => {
    expect(repeatedNamesOf('{"a":1,"\\u0061":2}', 9)).toEqual([{ pointer: '/a', name: 'a' }]);
    expect(repeatedNamesOf('{"a":1,"a":2,"a":3,"a":4}', 2)).toHaveLength(2);
    expect(repeatedNamesOf('{"a":1,"a":2}', 0)).toEqual([]);
    expect(repeatedNamesOf('[{"a/b":[0,{"c":1,"c":2}]}]', 9)).toEqual([{ pointer: '/0/a~1b/1/c', name: 'c' }]);
    expect(repeatedNamesOf('{"a":["b","b",{},"b"],"b":{},"c":[],"b":1}', 9)).toEqual([{ pointer: '/b', name: 'b' }]);
    fc.assert(fc.property(fc.jsonValue(), (value) => repeatedNamesOf(JSON.stringify(value, null, 1), 9).length === 0));
  });
});
