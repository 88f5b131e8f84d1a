import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Geometry } from '../../../src/core/plan/types.ts';
import { sourceOfBytes } from '../../../src/core/read/byte_source.ts';
import { checkStructure } from '../../../src/core/read/geojson/check_structure.ts';
import { CoordinateReader } from '../../../src/core/read/geojson/coordinate_reader.ts';
import { plainFeature } from '../../../src/core/read/geojson/plain_feature.ts';
import { readDocument, scanToFeatures } from '../../../src/core/read/geojson/read_document.ts';
import { turnRings } from '../../../src/core/read/geojson/tidy_geometry.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const read = (text: string, windowBytes?: number, textBytes?: number) => {
  const source = sourceOfBytes(bytesOf(text));
  const sizes = { ...(windowBytes && { windowBytes }), ...(textBytes && { textBytes }) };
  return readDocument(source, scanToFeatures(source, windowBytes), sizes);
};

const parsed = (...given: Parameters<typeof read>) => {
  const result = read(...given);
  return typeof result === 'string' ? result : result.value;
};

/** What the reader makes of a number's text, to be held against the engine's own. */
function numberOf(text: string): number | undefined {
  const position = new CoordinateReader().read(bytesOf(`[${text},0]`), 0);
  return position?.[0] as number | undefined;
}

const digits = (least: number, most: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: least, maxLength: most }).map((list) => list.join(''));
const whole = digits(1, 22).map((text) => text.replace(/^0+(?=\d)/, ''));
const decimal = fc
  .tuple(fc.constantFrom('', '-'), whole, digits(0, 26))
  .map(([sign, before, behind]) => `${sign}${before}${behind === '' ? '' : `.${behind}`}`);

/** The decimal text of a number that lies on the middle of two doubles, or beside it by one in the last digit. */
const nearMiddle = fc
  .tuple(fc.integer({ min: 1, max: 180 }), fc.integer({ min: 1, max: 2 ** 20 }), fc.constantFrom(-1n, 0n, 1n))
  .map(([degrees, part, off]) => {
    const low = degrees + part / 2 ** 20;
    // Both doubles and their middle are whole numbers of 2⁻⁵³, and so have at most 53 decimals; 22 of them are enough to be near.
    const middle = BigInt(low * 2 ** 44) * 2n ** 9n + 2n ** (BigInt(Math.floor(Math.log2(low))) + 0n);
    const scaled = (middle * 10n ** 22n) / 2n ** 53n + off;
    const text = scaled.toString().padStart(23, '0');
    return `${text.slice(0, -22)}.${text.slice(-22)}`;
  });

describe('a number read from bytes', () => {
  test('is to the last bit what the engine makes of it', { timeout: 60_000 }, () => {
    const degrees = fc.double({ min: -180, max: 180, noNaN: true }).map(String);
    const exponent = fc
      .tuple(decimal, fc.constantFrom('e', 'E', 'e+', 'e-'), digits(1, 3))
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.oneof(decimal, degrees, nearMiddle, exponent), (text) => {
        expect(numberOf(text)).toBe(JSON.parse(text));
      }),
      { numRuns: 20_000 },
    );
  });

  test.each(['9007199254740993', '0.1', '-0', '117.05000000000000426', '31.999999999999999999999', '1e999', '5e-324'])(
    'is the same for %s',
    (text) => {
      expect(numberOf(text)).toBe(JSON.parse(text));
    },
  );

  test.each(['01', '-', '+1', '.5', '1.', '1e', '1e+', '0x1', 'NaN', 'null', '"1"', '- 1', '1 2'])(
    'is none where JSON has none: %s',
    (text) => {
      expect(numberOf(text)).toBeUndefined();
    },
  );
});

const degree = (limit: number) => fc.double({ min: -limit, max: limit, noNaN: true }).map((value) => value + 0);
const position = fc.oneof(
  { weight: 12, arbitrary: fc.tuple(degree(180), degree(90)).map((pair): number[] => pair) },
  { weight: 1, arbitrary: fc.array(degree(400), { maxLength: 4 }) },
);
/** Mostly what a file should have: closed, turned the right way; the rest is anything. */
const ring = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .tuple(degree(170), degree(80), fc.integer({ min: 1, max: 9 }), fc.boolean(), fc.boolean())
      .map(([x, y, size, isTurned, isRepeated]) => {
        const around = [
          [x, y],
          [x + size, y],
          [x + size, y + size],
          [x, y],
        ];
        if (isRepeated) around.splice(1, 0, [x, y]);
        return isTurned ? around.reverse() : around;
      }),
  },
  { weight: 1, arbitrary: fc.array(position, { maxLength: 5 }) },
);
const geometry = fc.oneof(
  position.map((coordinates) => ({ type: 'Point', coordinates })),
  fc.array(position, { maxLength: 4 }).map((coordinates) => ({ type: 'LineString', coordinates })),
  fc.array(position, { maxLength: 4 }).map((coordinates) => ({ type: 'MultiPoint', coordinates })),
  fc.array(fc.array(position, { maxLength: 3 }), { maxLength: 3 }).map((coordinates) => ({
    type: 'MultiLineString',
    coordinates,
  })),
  fc.array(ring, { maxLength: 3 }).map((coordinates) => ({ type: 'Polygon', coordinates })),
  fc.array(fc.array(ring, { maxLength: 2 }), { maxLength: 2 }).map((coordinates) => ({
    type: 'MultiPolygon',
    coordinates,
  })),
  fc.jsonValue().map((coordinates) => ({ type: 'Polygon', coordinates })),
);
const feature = fc.record(
  {
    type: fc.constantFrom('Feature', 'Feature', 'Feature', 'feature'),
    id: fc.oneof(fc.string(), fc.integer(), fc.constant(null)),
    properties: fc.oneof(fc.dictionary(fc.string(), fc.jsonValue(), { maxKeys: 3 }), fc.constant(null)),
    geometry: fc.oneof(geometry, fc.constant(null)),
    bbox: fc.array(degree(180)),
  },
  { requiredKeys: ['type', 'geometry'] },
);

describe('features read from bytes', () => {
  test('are what the engine makes of the text, wherever it is cut', { timeout: 60_000 }, () => {
    const size = fc.integer({ min: 1, max: 300 });
    fc.assert(
      fc.property(
        fc.array(feature, { maxLength: 5 }),
        size,
        size,
        fc.constantFrom(0, 1),
        (features, window, text, indent) => {
          const document = JSON.stringify({ type: 'FeatureCollection', features }, null, indent);
          expect(parsed(document, window, text)).toEqual(JSON.parse(document));
        },
      ),
      { numRuns: 2000 },
    );
  });

  test('need no second look only where that would find and change nothing', { timeout: 60_000 }, () => {
    let tidyCount = 0;
    const wellMade = fc.record({ type: fc.constant('Feature'), properties: fc.constant({}), geometry });
    fc.assert(
      fc.property(fc.array(fc.oneof(feature, wellMade), { minLength: 1, maxLength: 4 }), (features) => {
        const document = JSON.stringify({ type: 'FeatureCollection', features });
        const result = read(document);
        if (typeof result === 'string') throw new Error(result);
        const built = (result.value as { features: unknown[] }).features;
        for (const [index, one] of built.entries()) {
          if (!plainFeature(one, result.tidyDepths?.[index] ?? 0)) continue;
          tidyCount += 1;
          const before = structuredClone(one) as { geometry: Geometry };
          const check = checkStructure(one, '', { mend: true, askLibrary: true });
          expect(check.problems).toEqual([]);
          expect(check.offEarthCount).toBe(0);
          expect(check.feature).toEqual({ id: undefined, ...before });
          expect(turnRings(before.geometry)).toBe(false);
        }
      }),
      { numRuns: 2000 },
    );
    expect(tidyCount).toBeGreaterThan(200);
  });

  const point = '{"type":"Point","coordinates":[1,2]}';
  test.each([
    ['two lists of coordinates', `{"geometry":{"coordinates":[1,2],"coordinates":[3,4]}}`],
    ['a list of coordinates and null', `{"geometry":{"coordinates":[1,2],"coordinates":null}}`],
    ['two geometries', `{"geometry":${point},"geometry":{"coordinates":[3,4]}}`],
    ['a geometry and none', `{"geometry":${point},"geometry":null}`],
    ['a geometry and one without coordinates', `{"geometry":${point},"geometry":{"type":"Point"}}`],
    ['a name with an escape', `{"geometry":{"coordinates":[1,2],"coordin\\u0061tes":[3,4]}}`],
    ['a name with an escape and null', `{"geometry":{"coordinates":[1,2],"coordin\\u0061tes":null}}`],
    ['a geometry whose name has an escape', `{"geometry":${point},"g\\u0065ometry":{"coordinates":[3,4]}}`],
    [
      'coordinates among the properties',
      `{"properties":{"geometry":{"coordinates":[5,6]},"coordinates":[7,8]},"geometry":${point}}`,
    ],
    ['coordinates of a feature', `{"coordinates":[1,2],"geometry":${point}}`],
    ['coordinates of a geometry within one', `{"geometry":{"a":{"coordinates":[1,2]},"coordinates":[3,4]}}`],
    ['arrays not nested alike', `{"geometry":{"coordinates":[[1,2],[[3,4]]]}}`],
    ['what is no position', `{"geometry":{"coordinates":[[1,"2"],[true,{}],[]]}}`],
    ['a prototype as a name', `{"__proto__":{"geometry":1},"geometry":{"__proto__":[1],"coordinates":[3,4]}}`],
    ['members that are no objects', `[1],"a",null,{"geometry":[{"coordinates":[1,2]}]}`],
  ])('are the same with %s', (_, text) => {
    for (const document of [`{"features":[${text}]}`, `{"features":[${text},{"geometry":${point}}],"name":"x"}`])
      for (const size of [undefined, 1, 30]) expect(parsed(document, size, size)).toEqual(JSON.parse(document));
  });

  test.each([
    ['a second list', `{"features":[1],"features":[2,3]}`],
    ['a second list that is empty', `{"features":[1],"features":[]}`],
    ['a second list whose name has an escape', `{"features":[1],"featur\\u0065s":[]}`],
    ['something else of the name before it', `{"features":{"features":[0]},"features":[2,3]}`],
    ['a list of the name further within', `{"a":{"features":[9]},"features":[2,3],"b":{"features":[9]}}`],
    ['a list in an array', `["features",[1,2]]`],
  ])('of a document are the same with %s', (_, document) => {
    expect(parsed(document)).toEqual(JSON.parse(document));
  });

  test.each([
    `{"features":[,1]}`,
    `{"features":[1,]}`,
    `{"features":[1,,2]}`,
    `{"features":[{"geometry":{"coordinates":[1,2]3}}]}`,
    `{"features":[{"geometry":{"coordinates":-[1,2]}}]}`,
    `{"features":[{"geometry":{"coordinates":[1,2}}]}`,
    `{"features":[{"geometry":{"coordinates":[01,2]}}]}`,
    `{"features":[1}]`,
    `{"features":[{]}]}`,
    `{"features":[]`,
    `{"features":[]}}`,
    `{"features":[1`,
  ])('are none where the text is no JSON: %s', (document) => {
    for (const size of [undefined, 1, 7]) expect(read(document, size, size)).toBe('broken');
  });
});
