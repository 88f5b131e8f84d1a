import { describe, expect, test } from 'vitest';
import { analysePlan } from '../../../src/core/analyse.ts';
import { readUpdate } from '../../../src/core/read/read_update.ts';
import { file, planOf } from '../../support/sample_plan.ts';

/**
 * What RFC 7946 demands (MUST, MUST NOT, SHOULD, and what its grammar says is so), section by section, each with texts that keep it and
 * texts that do not; what it merely allows (MAY) with texts that do so. fine: nothing is said. mended: accepted, and listed with what
 * was mended. told: accepted with a warning, the member is not read. found: accepted, and the check of the plan finds it as an error.
 * refused: no candidate. Where it is not refused or fine, the code that tells it is named.
 */
type Outcome = 'fine' | 'refused' | `mended ${string}` | `told ${string}` | `found ${string}`;
type Case = readonly [rule: string, text: string, outcome: Outcome];

const RING = '[[117,31],[117.01,31],[117.01,31.01],[117,31]]';
const HOLE = '[[117.005,31.002],[117.006,31.003],[117.006,31.002],[117.005,31.002]]';
const POLYGON = `{"type":"Polygon","coordinates":[${RING}]}`;
const featureOf = (geometry: string, more = '') =>
  `{"type":"Feature","id":"A","properties":{"layer":"LAYER"},"geometry":${geometry}${more}}`;
const plot = (geometry: string, more = '') => featureOf(geometry, more).replace('LAYER', 'plots');
const mark = (geometry: string, more = '') => featureOf(geometry, more).replace('LAYER', 'landmarks');
const road = (geometry: string, more = '') => featureOf(geometry, more).replace('LAYER', 'roads');
const point = (coordinates: string, more = '') => mark(`{"type":"Point","coordinates":${coordinates}${more}}`);
const line = (coordinates: string) => road(`{"type":"LineString","coordinates":${coordinates}}`);
const lines = (coordinates: string) => road(`{"type":"MultiLineString","coordinates":${coordinates}}`);
const area = (coordinates: string) => plot(`{"type":"Polygon","coordinates":${coordinates}}`);
const areas = (coordinates: string) => plot(`{"type":"MultiPolygon","coordinates":${coordinates}}`);
const collectionOf = (features: string, more = '') => `{"type":"FeatureCollection","features":${features}${more}}`;

const CASES: readonly Case[] = [
  ['2: a text is JSON', plot(POLYGON), 'fine'],
  ['2: a text is JSON', plot(POLYGON).slice(0, -1), 'refused'],
  ['2: a text is JSON', `${plot(POLYGON)},`, 'refused'],
  ['2: a text is JSON', plot(POLYGON).replaceAll('"', "'"), 'refused'],
  ['2: a text is JSON', '', 'refused'],
  ['2: a text is JSON', plot(POLYGON).replace(/}$/, ',}'), 'refused'],
  ['2: a text is JSON', `/* plots */${plot(POLYGON)}`, 'refused'],
  ['2: a text is JSON', point('[NaN,31]'), 'refused'],
  ['2: a text is JSON', point('[0117,31]'), 'refused'],
  ['3: a text is one object', plot(POLYGON), 'fine'],
  ['3: a text is one object', collectionOf(`[${plot(POLYGON)}]`), 'fine'],
  // A geometry alone is called after its file.
  ['3: a text is one object', POLYGON, 'mended geometry-named-after-file'],
  ['3: a text is one object', plot(POLYGON) + plot(POLYGON).replace('"A"', '"B"'), 'refused'],
  ['3: a text is an object', ` ${plot(POLYGON)}\n`, 'fine'],
  ['3: a text is an object', `[${plot(POLYGON)}]`, 'refused'],
  ['3: a text is an object', '"Feature"', 'refused'],
  ['3: a text is an object', 'null', 'refused'],
  ['3: a text is an object', '7', 'refused'],
  ['3: it has a member "type"', plot(POLYGON), 'fine'],
  ['3: it has a member "type"', '{}', 'refused'],
  ['3: it has a member "type"', `{"features":[${plot(POLYGON)}]}`, 'refused'],
  ['3: the type is one of nine', collectionOf(`[${plot(POLYGON)}]`), 'fine'],
  ['3: the type is one of nine', '{"type":"Circle","coordinates":[1,2]}', 'refused'],
  ['3: the type is one of nine', '{"type":"featurecollection","features":[]}', 'refused'],
  ['3: the type is one of nine', '{"type":"__proto__","features":[]}', 'refused'],
  ['3: the type is one of nine', '{"type":"toString","coordinates":[]}', 'refused'],
  ['3: the type is one of nine', '{"type":"hasOwnProperty"}', 'refused'],
  ['3: the type is one of nine', '{"type":["Feature"]}', 'refused'],
  ['3: the type is one of nine', '{"type":null}', 'refused'],
  [
    '3: members may stand in any order',
    `{"geometry":${POLYGON},"id":"A","properties":{"layer":"plots"},"type":"Feature"}`,
    'fine',
  ],

  ['3.1: a geometry is of a known type', line('[[117,31],[117.1,31]]'), 'fine'],
  ['3.1: a geometry is of a known type', plot('{"type":"polygon","coordinates":[]}'), 'refused'],
  ['3.1: a geometry is of a known type', plot('{"type":"__proto__","coordinates":[]}'), 'refused'],
  ['3.1: a geometry is of a known type', plot('{"type":"constructor","coordinates":[]}'), 'refused'],
  ['3.1: a geometry is of a known type', plot('{"type":"hasOwnProperty","coordinates":[]}'), 'refused'],
  ['3.1: a geometry is of a known type', plot('{"coordinates":[]}'), 'refused'],
  ['3.1: a geometry is of a known type', plot('"POLYGON((117 31))"'), 'refused'],
  ['3.1: a geometry is of a known type', plot('[117,31]'), 'refused'],
  ['3.1: a geometry has coordinates, a list', plot(POLYGON), 'fine'],
  ['3.1: a geometry has coordinates, a list', plot('{"type":"Polygon"}'), 'refused'],
  // Empty coordinates MAY be read as no geometry: a plan cannot place that.
  ['3.1: empty coordinates may mean no geometry', area('[]'), 'refused'],
  ['3.1: empty coordinates may mean no geometry', areas('[]'), 'refused'],
  ['3.1: empty coordinates may mean no geometry', lines('[]'), 'refused'],
  ['3.1: a geometry has coordinates, a list', plot('{"type":"Polygon","coordinates":null}'), 'refused'],
  ['3.1: a geometry has coordinates, a list', plot('{"type":"Polygon","coordinates":{"0":1}}'), 'refused'],
  ['3.1: a geometry has coordinates, a list', plot('{"type":"Polygon","coordinates":"117,31"}'), 'refused'],

  ['3.1.1: a position has two numbers or more', point('[117,31]'), 'fine'],
  ['3.1.1: a position has two numbers or more', point('[117]'), 'refused'],
  ['3.1.1: a position has two numbers or more', point('[]'), 'refused'],
  ['3.1.1: a position has two numbers or more', point('["117","31"]'), 'refused'],
  ['3.1.1: a position has two numbers or more', point('[117,null]'), 'refused'],
  ['3.1.1: a position has two numbers or more', point('[117,true]'), 'refused'],
  ['3.1.1: a position has two numbers or more', point('[117,[31]]'), 'refused'],
  ['3.1.1: a position has two numbers or more', point('{"lng":117,"lat":31}'), 'refused'],
  ['3.1.1: a position has two numbers or more', point('[1e999,31]'), 'refused'],
  ['3.1.1: a position has two numbers or more', point('[117,31,"5"]'), 'refused'],
  ['3.1.1: the third is a height', point('[117,31,20.5]'), 'mended heights-dropped'],
  ['3.1.1: more than three may be ignored', point('[117,31,20.5,1]'), 'mended heights-dropped'],

  ['3.1.2: a point is one position', point('[117.123456789012345678,31]'), 'fine'],
  ['3.1.2: a point is one position', point('[[117,31]]'), 'refused'],
  // Sound GeoJSON that no layer of a plan can hold.
  ['3.1.3: points are a list of positions', mark('{"type":"MultiPoint","coordinates":[[117,31]]}'), 'refused'],
  ['3.1.3: points are a list of positions', mark('{"type":"MultiPoint","coordinates":[117,31]}'), 'refused'],
  ['3.1.4: a line has two positions or more', line('[[117,31],[117.1,31]]'), 'fine'],
  ['3.1.4: a line has two positions or more', line('[[117,31]]'), 'refused'],
  ['3.1.4: a line has two positions or more', line('[]'), 'refused'],
  ['3.1.4: a line has two positions or more', line('[117,31]'), 'refused'],
  ['3.1.5: lines are a list of such', lines('[[[117,31],[117.1,31]],[[117,31],[117,31.1]]]'), 'fine'],
  ['3.1.5: lines are a list of such', lines('[[[117,31],[117.1,31]],[[117,31]]]'), 'refused'],
  ['3.1.5: lines are a list of such', lines('[[117,31],[117.1,31]]'), 'refused'],

  ['3.1.6: a ring has four positions or more', area(`[${RING}]`), 'fine'],
  ['3.1.6: a ring has four positions or more', area('[[[117,31],[117.1,31],[117,31]]]'), 'refused'],
  ['3.1.6: a ring has four positions or more', area('[[[117,31],[117.1,31]]]'), 'refused'],
  ['3.1.6: a ring has four positions or more', area('[[]]'), 'refused'],
  ['3.1.6: a ring is closed', area(`[${RING}]`), 'fine'],
  ['3.1.6: a ring is closed', area('[[[117,31],[117.01,31],[117.01,31.01]]]'), 'mended ring-closed'],
  ['3.1.6: a ring is closed', area('[[[117,31],[117.01,31],[117.01,31.01],[117,31.01]]]'), 'mended ring-closed'],
  ['3.1.6: first and last are identical', area(`[${RING}]`), 'fine'],
  [
    '3.1.6: first and last are identical',
    area('[[[117,31],[117.01,31],[117.01,31.01],[117,31.0000001]]]'),
    'mended ring-closed',
  ],
  [
    '3.1.6: first and last are identical',
    area('[[[117,31,1],[117.01,31,1],[117.01,31.01,1],[117,31,1]]]'),
    'mended heights-dropped',
  ],
  ['3.1.6: the outer ring runs counter-clockwise', area(`[${RING}]`), 'fine'],
  [
    '3.1.6: the outer ring runs counter-clockwise',
    area('[[[117,31],[117.01,31.01],[117.01,31],[117,31]]]'),
    'mended rings-turned',
  ],
  ['3.1.6: a hole runs clockwise', area(`[${RING},${HOLE}]`), 'fine'],
  [
    '3.1.6: a hole runs clockwise',
    area(`[${RING},${JSON.stringify(JSON.parse(HOLE).reverse())}]`),
    'mended rings-turned',
  ],
  ['3.1.6: a polygon is a list of rings', area(`[${RING},${HOLE}]`), 'fine'],
  ['3.1.6: a polygon is a list of rings', area(RING), 'refused'],
  ['3.1.6: a polygon is a list of rings', area(`[${RING},null]`), 'refused'],
  ['3.1.6: a polygon is a list of rings', area('[]'), 'refused'],
  ['3.1.7: polygons are a list of such', areas(`[[${RING}],[${RING.replaceAll('117', '118')}]]`), 'fine'],
  ['3.1.7: polygons are a list of such', areas(`[${RING}]`), 'refused'],
  ['3.1.7: polygons are a list of such', areas(`[[${RING}],[]]`), 'refused'],
  ['3.1.7: polygons are a list of such', areas(`[[${RING}],[[[117,31],[117.1,31],[117,31]]]]`), 'refused'],
  // Sound GeoJSON that no layer of a plan can hold.
  ['3.1.8: a geometry collection', plot(`{"type":"GeometryCollection","geometries":[${POLYGON}]}`), 'refused'],
  ['3.1.8: a geometry collection', plot('{"type":"GeometryCollection","geometries":{}}'), 'refused'],
  ['3.1.8: a geometry collection', plot('{"type":"GeometryCollection"}'), 'refused'],

  [
    '3.1.6: the first ring bounds, the others are holes in it',
    area(
      `[[[117,31],[117.01,31],[117.01,31.01],[117,31.01],[117,31]],[[117.002,31.002],[117.002,31.003],[117.003,31.003],[117.002,31.002]]]`,
    ),
    'fine',
  ],
  [
    '3.1.6: the first ring bounds, the others are holes in it',
    area(`[${RING},${JSON.stringify(JSON.parse(HOLE)).replaceAll('117.00', '118.00')}]`),
    'found geometry-hole-outside',
  ],
  ['3.1.6: a ring bounds a surface', area(`[${RING}]`), 'fine'],
  [
    '3.1.6: a ring bounds a surface',
    area('[[[117,31],[117.01,31.01],[117.01,31],[117,31.01],[117,31]]]'),
    'found geometry-self-crossing',
  ],
  ['3.1.6: a ring bounds a surface', area('[[[117,31],[117,31],[117,31],[117,31]]]'), 'found geometry-no-area'],
  [
    '3.1.9: what crosses the antimeridian is cut there',
    areas('[[[[179,31],[180,31],[180,32],[179,31]]],[[[-180,31],[-179,31],[-180,32],[-180,31]]]]'),
    'fine',
  ],
  ['3.1.9: what crosses the antimeridian is cut there', area('[[[179,31],[181,31],[181,32],[179,31]]]'), 'refused'],

  ['3.2: a feature has a geometry', plot(POLYGON), 'fine'],
  ['3.2: a feature has a geometry', `{"type":"Feature","id":"A","properties":{"layer":"plots"}}`, 'refused'],
  [
    '3.2: a feature has a geometry',
    `{"type":"Feature","id":"A","properties":{"layer":"plots"},"geometry":${plot(POLYGON)}}`,
    'refused',
  ],
  // Sound GeoJSON, an unlocated feature; a plan cannot place it.
  ['3.2: a feature has a geometry', plot('null'), 'refused'],
  ['3.2: a feature has properties, an object or null', `{"type":"Feature","id":"A","geometry":${POLYGON}}`, 'refused'],
  ['3.2: a feature has properties, an object or null', plot(POLYGON).replace('{"layer":"plots"}', 'null'), 'fine'],
  ['3.2: a feature has properties, an object or null', plot(POLYGON).replace('{"layer":"plots"}', '[]'), 'refused'],
  [
    '3.2: a feature has properties, an object or null',
    plot(POLYGON).replace('{"layer":"plots"}', '"plots"'),
    'refused',
  ],
  ['3.2: an id is text or a number', plot(POLYGON).replace('"A"', '7'), 'fine'],
  ['3.2: a feature should have an id', plot(POLYGON), 'fine'],
  ['3.2: a feature should have an id', plot(POLYGON).replace('"id":"A",', ''), 'refused'],
  ['3.2: a feature should have an id', plot(POLYGON).replace('"A"', 'null'), 'refused'],
  ['3.2: a feature should have an id', plot(POLYGON).replace('"A"', '""'), 'refused'],
  ['3.2: an id is text or a number', plot(POLYGON).replace('"A"', '{"n":7}'), 'refused'],
  ['3.2: an id is text or a number', plot(POLYGON).replace('"A"', '["A"]'), 'refused'],
  ['3.2: an id is text or a number', plot(POLYGON).replace('"A"', 'true'), 'refused'],
  ['3.3: a collection has a list of features', collectionOf(`[${plot(POLYGON)}]`), 'fine'],
  ['3.3: a collection has a list of features', collectionOf('[]'), 'fine'],
  ['3.3: a collection has a list of features', '{"type":"FeatureCollection"}', 'refused'],
  ['3.3: a collection has a list of features', collectionOf('null'), 'refused'],
  ['3.3: a collection has a list of features', collectionOf(plot(POLYGON)), 'refused'],
  ['3.3: each is a feature', collectionOf(`[${plot(POLYGON)},${plot(POLYGON).replace('"A"', '"B"')}]`), 'fine'],
  ['3.3: each is a feature', collectionOf(`[${plot(POLYGON)},${POLYGON}]`), 'refused'],
  ['3.3: each is a feature', collectionOf(`[${plot(POLYGON)},null]`), 'refused'],
  ['3.3: each is a feature', collectionOf(`[${collectionOf('[]')}]`), 'refused'],
  ['3.3: each is a feature', collectionOf(`[${plot(POLYGON).replace('"Feature"', '"__proto__"')}]`), 'refused'],

  ['4: coordinates are degrees', point('[117,91]'), 'refused'],
  [
    '4: coordinates are degrees',
    collectionOf(`[${plot(POLYGON)}]`, ',"crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:OGC:1.3:CRS84"}}'),
    'fine',
  ],
  ['4: coordinates are degrees', collectionOf(`[${plot(POLYGON)}]`, ',"crs":null'), 'fine'],
  ['4: coordinates are degrees', point('[-180.5,31]'), 'refused'],
  ['4: coordinates are degrees', point('[180,-90]'), 'fine'],

  ['5: a bbox has 2n numbers', plot(POLYGON, ',"bbox":[117,31,117.01,31.01]'), 'fine'],
  ['5: a bbox has 2n numbers', plot(POLYGON, ',"bbox":[117,31,0,117.01,31.01,9]'), 'fine'],
  ['5: a bbox has 2n numbers', plot(POLYGON, ',"bbox":[177,31,-178,31.01]'), 'fine'],
  ['5: a bbox has 2n numbers', plot(POLYGON, ',"bbox":[117,31,117.01]'), 'mended bbox-ignored'],
  ['5: a bbox has 2n numbers', plot(POLYGON, ',"bbox":"117,31,117.01,31.01"'), 'mended bbox-ignored'],
  ['5: a bbox has 2n numbers', plot(POLYGON, ',"bbox":[117,31,117.01,null]'), 'mended bbox-ignored'],
  ['5: a bbox has 2n numbers', plot(POLYGON, ',"bbox":null'), 'mended bbox-ignored'],
  ['5: a bbox has 2n numbers', plot(POLYGON.replace('{', '{"bbox":{},')), 'mended bbox-ignored'],
  ['5: a bbox has 2n numbers', collectionOf(`[${plot(POLYGON)}]`, ',"bbox":[1,2,3]'), 'mended bbox-ignored'],

  [
    '6.1: foreign members are allowed',
    plot(POLYGON, ',"title":"x","centroid":{"type":"Point","coordinates":"x"}'),
    'fine',
  ],
  [
    '6.1: foreign members are allowed',
    collectionOf(`[${plot(POLYGON)}]`, ',"name":"x","__proto__":{"features":1}'),
    'fine',
  ],
  [
    '6.1: foreign members are allowed',
    plot(POLYGON, ',"toString":1,"hasOwnProperty":null,"__proto__":{"type":"x"}'),
    'fine',
  ],
  ['7.1: a feature defines no geometry or collection', plot(POLYGON), 'fine'],
  ['7.1: a feature defines no geometry or collection', plot(POLYGON, ',"coordinates":[1,2]'), 'told member-misplaced'],
  ['7.1: a feature defines no geometry or collection', plot(POLYGON, ',"geometries":[]'), 'told member-misplaced'],
  ['7.1: a feature defines no geometry or collection', plot(POLYGON, ',"features":[]'), 'told member-misplaced'],
  ['7.1: a collection defines no geometry or feature', collectionOf(`[${plot(POLYGON)}]`), 'fine'],
  [
    '7.1: a collection defines no geometry or feature',
    collectionOf(`[${plot(POLYGON)}]`, ',"properties":{}'),
    'told member-misplaced',
  ],
  [
    '7.1: a collection defines no geometry or feature',
    collectionOf(`[${plot(POLYGON)}]`, ',"geometry":null'),
    'told member-misplaced',
  ],
  [
    '7.1: a collection defines no geometry or feature',
    collectionOf(`[${plot(POLYGON)}]`, ',"coordinates":[]'),
    'told member-misplaced',
  ],
  ['7.1: a geometry defines no feature', plot(POLYGON), 'fine'],
  ['7.1: a geometry defines no feature', plot(POLYGON.replace('{', '{"properties":{},')), 'told member-misplaced'],
  ['7.1: a geometry defines no feature', plot(POLYGON.replace('{', '{"geometry":null,')), 'told member-misplaced'],
  ['7.1: a geometry defines no feature', plot(POLYGON.replace('{', '{"features":[],')), 'told member-misplaced'],
  ['11 (RFC 8259, 8.1): a text is UTF-8 without a mark', plot(POLYGON), 'fine'],
  ['11 (RFC 8259, 8.1): a text is UTF-8 without a mark', `\ufeff${plot(POLYGON)}`, 'mended file-byte-order-mark'],
];

const PLAN = planOf({});

/** Codes that say something of a plan's fields, not of the file's structure. */
const OF_FIELDS = /^(?:field|landmark|road|source|coordinates|crs)-/;

describe('RFC 7946', () => {
  test.each(CASES)('%s: %s is %s', async (_, text, outcome) => {
    const { candidate, diagnostics } = await readUpdate(PLAN, [file('plots.geojson', text)], 'replace');
    const told = diagnostics.filter(({ code }) => !OF_FIELDS.test(code));
    if (outcome === 'refused') {
      expect(candidate).toBeUndefined();
      expect(diagnostics.some(({ severity }) => severity !== 'info')).toBe(true);
      return;
    }
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(candidate).toBeDefined();
    const [how, code = ''] = outcome.split(' ');
    if (how === 'found') {
      const found = candidate && analysePlan(candidate).findings.filter(({ severity }) => severity === 'error');
      expect(found?.map((one) => one.code)).toContain(code);
      return;
    }
    const expected = how === 'fine' ? [] : [[how === 'told' ? 'warning' : 'info', code]];
    expect(told.map((one) => [one.severity, one.code])).toEqual(expected);
  });

  /** What the RFC leaves to whoever reads or writes: there is nothing to keep or to break. */
  const FREEDOMS = [
    '3: members may stand in any order',
    '3.1: empty coordinates may mean no geometry',
    '3.1.1: the third is a height',
    '3.1.1: more than three may be ignored',
    '6.1: foreign members are allowed',
  ];
  /** Sound GeoJSON, but nothing a plan of plots, roads and places can hold. */
  const NOT_A_PLANS = ['3.1.3: points are a list of positions', '3.1.8: a geometry collection'];

  test('is held demand by demand: each is kept by one text and broken by another', () => {
    const rules = new Set(CASES.map(([rule]) => rule));
    expect(rules.size).toBeGreaterThan(35);
    for (const rule of rules) {
      if (FREEDOMS.includes(rule) || NOT_A_PLANS.includes(rule)) continue;
      const outcomes = CASES.filter(([one]) => one === rule).map(([, , outcome]) => outcome);
      expect(outcomes, rule).toContain('fine');
      expect(
        outcomes.some((outcome) => outcome !== 'fine'),
        rule,
      ).toBe(true);
    }
  });

  test('is held section by section', () => {
    const sections = new Set(CASES.map(([rule]) => rule.split(/[: ]/)[0]));
    const named = ['2', '3', '3.1', '3.1.1', '3.1.2', '3.1.3', '3.1.4', '3.1.5', '3.1.6', '3.1.7', '3.1.8', '3.1.9'];
    for (const section of [...named, '3.2', '3.3', '4', '5', '6.1', '7.1', '11']) expect(sections).toContain(section);
  });
});
