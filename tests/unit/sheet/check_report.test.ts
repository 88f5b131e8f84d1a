import { type Schema, Validator } from '@cfworker/json-schema';
import { beforeAll, describe, expect, test } from 'vitest';
import { RULES } from '../../../src/core/check/rules.ts';
import type { Diagnostic } from '../../../src/core/plan/findings.ts';
import { loadRuleMessages, type RuleMessages } from '../../../src/messages/rules.ts';
import { writeFindingsGeojson } from '../../../src/sheet/check_report/geojson.ts';
import { writeFindingsJunit } from '../../../src/sheet/check_report/junit.ts';
import { checkReportPage } from '../../../src/sheet/check_report/page.ts';
import { writeFindingsSarif } from '../../../src/sheet/check_report/sarif.ts';
import { MANIFEST } from '../../support/sample_plan.ts';

const overlap: Diagnostic = {
  code: 'plot-overlap',
  severity: 'error',
  layer: 'plots',
  feature: '<A&"1">',
  related: ['B'],
  file: '用地/地块 1.geojson',
  pointer: '/features/0',
  data: { areaSquareMetres: 12.5, toleranceSquareMetres: 1 },
  evidence: { type: 'Point', coordinates: [117, 31] },
};
const accepted: Diagnostic = { ...overlap, feature: 'C', accepted: { reason: '地下通道' } };
const across: Diagnostic = {
  ...overlap,
  code: 'plot-across-road',
  feature: 'D',
  related: ['yunfei-road'],
  data: { ...overlap.data, namedIds: ['yunfei-road'], names: ['云飞路'], namesEn: ['Yunfei Road'] },
};
const mild: Diagnostic = { ...overlap, code: 'land-use-missing', severity: 'warning', data: { field: 'landUseCode' } };

const closed = (properties: Record<string, object>, required: string[] = []) => ({
  type: 'object',
  additionalProperties: false,
  properties,
  required,
});
const TEXT = { type: 'string', minLength: 1 };
const LEVEL = { enum: ['none', 'note', 'warning', 'error'] };
const WORDS = closed({ text: TEXT }, ['text']);
const COUNTED = { type: 'integer', minimum: 1 };

/** What SARIF 2.1.0 (OASIS) asks of the objects that are written, from its clauses: 3.13 log, 3.14 run, 3.27 result and so on. */
const SARIF_WE_WRITE = closed(
  {
    $schema: { type: 'string', format: 'uri' },
    version: { const: '2.1.0' },
    runs: {
      type: 'array',
      items: closed(
        {
          columnKind: { enum: ['utf16CodeUnits', 'unicodeCodePoints'] },
          tool: closed(
            {
              driver: closed(
                {
                  name: TEXT,
                  rules: {
                    type: 'array',
                    uniqueItems: true,
                    items: closed(
                      {
                        id: TEXT,
                        shortDescription: WORDS,
                        fullDescription: WORDS,
                        help: WORDS,
                        defaultConfiguration: closed({ level: LEVEL }),
                      },
                      ['id'],
                    ),
                  },
                },
                ['name'],
              ),
            },
            ['driver'],
          ),
          results: {
            type: 'array',
            items: closed(
              {
                ruleId: TEXT,
                ruleIndex: { type: 'integer', minimum: 0 },
                level: LEVEL,
                message: WORDS,
                partialFingerprints: { type: 'object', additionalProperties: { type: 'string' } },
                suppressions: {
                  type: 'array',
                  uniqueItems: true,
                  items: closed({ kind: { enum: ['inSource', 'external'] }, justification: TEXT }, ['kind']),
                },
                locations: {
                  type: 'array',
                  items: closed({
                    physicalLocation: closed(
                      {
                        artifactLocation: closed({ uri: { type: 'string', format: 'uri-reference' } }),
                        region: closed({ startLine: COUNTED, startColumn: COUNTED }, ['startLine']),
                      },
                      ['artifactLocation'],
                    ),
                    logicalLocations: {
                      type: 'array',
                      uniqueItems: true,
                      items: closed({
                        name: TEXT,
                        fullyQualifiedName: { type: 'string' },
                        kind: { enum: ['object', 'property'] },
                      }),
                    },
                  }),
                },
              },
              ['message'],
            ),
          },
        },
        ['tool'],
      ),
    },
  },
  ['version', 'runs'],
);

describe('a report of the check in SARIF', () => {
  let words: RuleMessages;
  beforeAll(async () => {
    words = await loadRuleMessages('zh-CN');
  });

  test('names the rule, the level, the file and the pointer of each finding', () => {
    const { version, runs } = JSON.parse(writeFindingsSarif([overlap, mild], 'zh-CN', words));
    expect(version).toBe('2.1.0');
    const [{ tool, results }] = runs;
    expect(tool.driver.rules.map(({ id }: { id: string }) => id)).toEqual(['land-use-missing', 'plot-overlap']);
    expect(tool.driver.rules[1].fullDescription.text).toBe(words.codes['plot-overlap'].finds);
    expect(results[0]).toMatchObject({ ruleId: 'plot-overlap', ruleIndex: 1, level: 'error' });
    expect(results[0].message.text).toContain('12.5 m²');
    expect(results[0].locations[0].physicalLocation.artifactLocation.uri).toBe(
      '%E7%94%A8%E5%9C%B0/%E5%9C%B0%E5%9D%97%201.geojson',
    );
    expect(results[0].locations[0].logicalLocations[0].fullyQualifiedName).toBe('/features/0');
    expect(results[0].locations[0].logicalLocations[0].kind).toBe('object');
    expect(results[1].level).toBe('warning');
    expect(results[0]).not.toHaveProperty('suppressions');
  });

  test('calls a field of a feature a property, and gives a finding of the whole plan no place it has not', () => {
    const ofField: Diagnostic = { ...mild, pointer: '/features/0/properties/landUseCode' };
    const ofPlan: Diagnostic = { code: 'phase-count', severity: 'error', data: { count: 5, target: 6 } };
    const [{ results }] = JSON.parse(writeFindingsSarif([ofField, ofPlan], 'en', words)).runs;
    expect(results[0].locations[0].logicalLocations[0].kind).toBe('property');
    expect(results[1].locations).toEqual([]);
  });

  test.each([
    ['用地/地块 1.geojson', '%E7%94%A8%E5%9C%B0/%E5%9C%B0%E5%9D%97%201.geojson'],
    ['../park/plots.geojson', '../park/plots.geojson'],
    ['/home/园区/plots.geojson', 'file:///home/%E5%9B%AD%E5%8C%BA/plots.geojson'],
    ['D:\\plans\\plots.geojson', 'file:///D:/plans/plots.geojson'],
    ['\\\\server\\plans\\plots.geojson', 'file://server/plans/plots.geojson'],
  ])('names the file %s as %s: no relative reference may begin with a stroke', (file, uri) => {
    const [{ results }] = JSON.parse(writeFindingsSarif([{ ...mild, file }], 'en', words)).runs;
    expect(results[0].locations[0].physicalLocation.artifactLocation.uri).toBe(uri);
  });

  test('has only members the standard knows, each of its kind', () => {
    const placed = { ...mild, pointer: '/features/0/properties/landUseCode', place: { line: 3, column: 7 } };
    const ofLine: Diagnostic = {
      code: 'line-broken',
      severity: 'error',
      file: 'a.geojsonl',
      place: { line: 2 },
      data: {},
    };
    const ofPlan: Diagnostic = { code: 'phase-count', severity: 'info', data: { count: 5, target: 6 } };
    const text = writeFindingsSarif([overlap, accepted, placed, ofLine, ofPlan], 'zh-CN', words);
    const { valid, errors } = new Validator(SARIF_WE_WRITE as Schema, '7').validate(JSON.parse(text));
    expect(errors.map(({ instanceLocation, error }) => `${instanceLocation}: ${error}`)).toEqual([]);
    expect(valid).toBe(true);
    const [{ results }] = JSON.parse(text).runs;
    expect(results[2].locations[0].physicalLocation.region).toEqual({ startLine: 3, startColumn: 7 });
    expect(results[3].locations[0].physicalLocation.region).toEqual({ startLine: 2 });
  });

  test('suppresses what was let stand, with its reason, and then says of all others that they are not', () => {
    const [{ results }] = JSON.parse(writeFindingsSarif([accepted, overlap], 'zh-CN', words)).runs;
    expect(results[0].suppressions).toEqual([{ kind: 'external', justification: '地下通道' }]);
    expect(results[1].suppressions).toEqual([]);
  });

  test('describes a code that is no rule, such as a file’s own trouble', () => {
    const broken: Diagnostic = { code: 'file-empty', severity: 'error', file: 'a.json', data: {} };
    const [{ tool }] = JSON.parse(writeFindingsSarif([broken], 'en', words)).runs;
    expect(tool.driver.rules[0].shortDescription.text).not.toBe('');
  });
});

describe('a report of the check for a build server', () => {
  test('fails the rules that found something bad enough, and escapes what a file says', () => {
    const text = writeFindingsJunit([overlap, mild], 'error', 'en');
    expect(text).toContain('failures="1"');
    expect(text).toContain('&lt;A&amp;&quot;1&quot;&gt;');
    expect(text).toMatch(/name="land-use-missing"><system-out>/);
    expect(writeFindingsJunit([overlap, mild], 'warning', 'en')).toContain('failures="2"');
  });

  test('does not fail for what was let stand, nor for nothing', () => {
    expect(writeFindingsJunit([accepted], 'error', 'en')).not.toContain('<failure');
    expect(writeFindingsJunit([], 'error', 'en')).toMatch(/tests="[1-9]\d*" failures="0"/);
  });

  test('holds no character XML has no place for', () => {
    const text = writeFindingsJunit([{ ...overlap, feature: 'A\u0000\u001b\uffff' }], 'error', 'en');
    expect(text).not.toMatch(/[^\P{Cc}\t\n\r]|[\ufffe\uffff]/u);
  });
});

describe('a report of the check as GeoJSON', () => {
  test('holds the spot of each finding with its words and figures', () => {
    const { features } = JSON.parse(
      writeFindingsGeojson([overlap, { ...mild, evidence: undefined } as never], 'zh-CN'),
    );
    expect(features[0]).toMatchObject({
      type: 'Feature',
      geometry: overlap.evidence,
      properties: { code: 'plot-overlap', areaSquareMetres: 12.5, related: 'B' },
    });
    expect(features[1].geometry).toBeNull();
    expect(JSON.parse(writeFindingsGeojson([], 'en')).features).toEqual([]);
  });
});

describe('a report of the check as a page', () => {
  test('lists every rule topic by topic, names each setting with its unit, and leaves room to sign', async () => {
    const words = await loadRuleMessages('zh-CN');
    const manifest = { ...MANIFEST, tolerances: { overlapSquareMetres: 2 } };
    const { body } = checkReportPage({
      manifest,
      findings: [overlap, accepted, across],
      checkedAt: '2026-01-02',
      nameOf: (layer, id) => (layer === 'plots' && id === 'B' ? '乙 & 丙' : id),
      language: 'zh-CN',
      words,
    });
    expect(body).toContain('地块 D 云飞路</td>');
    expect(body).toContain('待处理（2）');
    expect(body).toContain('地块 &lt;A&amp;&quot;1&quot;&gt; 乙 &amp; 丙</td>');
    const topics = [...body.matchAll(/<tr><td>([^<]*)<\/td><td>[^<]*<\/td><td>([a-z-]+)<\/td>/g)]
      .filter(([, , code]) => RULES.some((rule) => rule.code === code))
      .map(([, topic = '']) => topic);
    expect(topics).toHaveLength(RULES.length);
    expect(topics.filter((topic, index) => topic !== topics[index - 1])).toEqual(Object.values(words.topics));
    expect(body).toContain('<td>重叠面积</td><td>overlapSquareMetres</td><td>2 m²</td><td>本规划设定</td>');
    expect(body).toContain('<td>尖刺夹角</td><td>spikeDegrees</td><td>1°</td><td>默认</td>');
    expect(body).toContain(words.report.approvedBy);
  });
});
