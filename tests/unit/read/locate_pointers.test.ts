import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { locatePointers } from '../../../src/core/read/geojson/locate_pointers.ts';

const encode = (text: string) => new TextEncoder().encode(text);
const placeOf = (text: string, pointer: string) => locatePointers(encode(text), [pointer]).get(pointer);

const TEXT = `{
  "type": "FeatureCollection",
  "note": "{\\"features\\": [1, 2]}",
  "features": [
    {"type": "Feature", "id": "甲", "properties": {"farMax": 2.5, "名称": "创谷"}},
    {
      "type": "Feature",
      "properties": {
        "farMax": 3, "a/b": {"~": true},
        "\\u9650\\u9ad8": 24
      }
    }
  ]
}
`;

describe('the place of a JSON pointer in a text', () => {
  test.each([
    ['', 1, 1],
    ['/features', 4, 3],
    ['/features/0', 5, 5],
    ['/features/0/properties/farMax', 5, 51],
    ['/features/0/properties/名称', 5, 66],
    ['/features/1', 6, 5],
    ['/features/1/properties/farMax', 9, 9],
    ['/features/1/properties/a~1b/~0', 9, 30],
    ['/features/1/properties/限高', 10, 9],
  ])('%j is line %i, column %i', (pointer, line, column) => {
    expect(placeOf(TEXT, pointer)).toEqual({ line, column });
  });

  test('of a member that is not there is that of what it is missing from', () => {
    expect(placeOf(TEXT, '/features/1/properties/landUseCode')).toEqual({ line: 8, column: 7 });
    expect(placeOf(TEXT, '/features/1/geometry/coordinates')).toEqual({ line: 6, column: 5 });
  });

  test.each(['/features/2', '/features/2/properties/farMax', '/nothing'])('%j is nowhere', (pointer) => {
    expect(placeOf(TEXT, pointer)).toBeUndefined();
  });

  test('counts no byte order mark, and a column in UTF-16 units', () => {
    expect(placeOf('\uFEFF{"🏭园": 1, "b": 2}', '/b')).toEqual({ line: 1, column: 12 });
  });

  test('is the last one’s of a name that is there twice, as it is read', () => {
    expect(placeOf('{"a": 1,\n"a": 2}', '/a')).toEqual({ line: 2, column: 1 });
  });

  test('stands before where the text is cut off', () => {
    const cut = TEXT.slice(0, TEXT.indexOf('"a/b"'));
    expect(placeOf(cut, '/features/1/properties/farMax')).toEqual({ line: 9, column: 9 });
    expect(placeOf(cut, '/features/1/properties/限高')).toEqual({ line: 8, column: 7 });
  });
});

/** Every pointer of a value with the text of what it names. */
function* namedIn(value: unknown, pointer = ''): Generator<[pointer: string, begins: string]> {
  if (typeof value !== 'object' || value === null) return;
  for (const [name, inner] of Object.entries(value)) {
    const at = `${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    yield [at, Array.isArray(value) ? JSON.stringify(inner).charAt(0) : JSON.stringify(name)];
    yield* namedIn(inner, at);
  }
}

test('every pointer into any JSON leads to where its name or item begins, and no bytes make it fail', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 4 }), fc.constantFrom(undefined, 1, 2), (value, indent) => {
      const text = JSON.stringify(value, null, indent);
      const named = [...namedIn(value)].filter(([pointer]) => !pointer.includes('__proto__'));
      const places = locatePointers(
        encode(text),
        named.map(([pointer]) => pointer),
      );
      const lines = text.split('\n');
      for (const [pointer, begins] of named) {
        const { line = 0, column = 0 } = places.get(pointer) ?? {};
        expect(lines[line - 1]?.slice(column - 1).startsWith(begins)).toBe(true);
      }
    }),
  );
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 60 }), fc.string(), (bytes, pointer) => {
      locatePointers(bytes, ['/features/0/properties/a', `/${pointer}`]);
    }),
  );
});
