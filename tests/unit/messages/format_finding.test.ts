import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { RULE_SOURCES } from '../../../src/core/check/rule.ts';
import type { Diagnostic } from '../../../src/core/plan/findings.ts';
import { formatFinding } from '../../../src/messages/format_finding.ts';
import { messagesOf } from '../../../src/messages/index.ts';
import { readingMessagesOf } from '../../../src/messages/reading.ts';

const overlap: Diagnostic = {
  code: 'plot-overlap',
  severity: 'error',
  layer: 'plots',
  feature: 'ZA-07',
  related: ['ZA-08'],
  data: { areaSquareMetres: 12.4, toleranceSquareMetres: 1 },
};

/** Words of the sources that are written like a code and are none: encodings, formats, families, choices. */
const NO_CODES = new Set(
  'guide-2023 industry-base map-shift web-mercator utf-8 utf-16le utf-16be row-number geojson-lines boundary-points drawing-unit euc-kr windows-874 shape-kept left-out baidu-mercator'.split(
    ' ',
  ),
);

/** Codes as the sources write them: in the rules and in the reader. */
function codesIn(folder: string): string[] {
  const path = fileURLToPath(new URL(`../../../src/core/${folder}`, import.meta.url));
  const text = readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(`${path}/${name}`, 'utf8'))
    .join('\n');
  const written = [
    ...text.matchAll(/(?:code: |refuse\(|report\((?:log, [^']*)?|[?:] |'\w+', )'([a-z]+(?:-[a-z0-9]+)+)'/g),
  ];
  return [...new Set(written.map((match) => match[1] ?? ''))].filter(
    (word) => !NO_CODES.has(word) && !RULE_SOURCES.some((source) => source === word),
  );
}

describe('a finding in words', () => {
  test('says by how much a limit is exceeded, also a limit of nothing', () => {
    const data = {
      control: 'height',
      actual: 5,
      limit: 0,
      limitFrom: 'A-1',
      headroom: -5,
      excess: 5,
      usagePercent: null,
    };
    const over: Diagnostic = { code: 'building-over-limit', severity: 'error', layer: 'buildings', feature: 'b', data };
    expect(formatFinding(over, 'zh-CN').text).toBe('b 的建筑高度为 5 m，超过上限 0 m，超出 5 m；该上限来自“A-1”。');
    expect(formatFinding(over, 'en').text).toBe('Building height of b is 5 m, 5 m above the limit of 0 m, set by A-1.');
  });

  test('says what is wrong with its figures, and how to mend it', () => {
    expect(formatFinding(overlap, 'zh-CN')).toEqual({
      title: '地块重叠',
      text: '地块 ZA-07 与 ZA-08 重叠 12.4 m²（容差 1 m²），面积和建筑容量会被重复计算。',
      mend: '请修正边界，让相邻地块共用同一条边。',
      message:
        '地块 ZA-07 与 ZA-08 重叠 12.4 m²（容差 1 m²），面积和建筑容量会被重复计算。请修正边界，让相邻地块共用同一条边。',
    });
    expect(formatFinding(overlap, 'en').text).toMatch(/^Plots ZA-07 and ZA-08 share 12\.4 m² \(tolerance 1 m²\)/);
  });

  test('says which way a shift goes, and a ratio of units by its figures however small', () => {
    const shifted: Diagnostic = {
      code: 'coordinates-shifted',
      severity: 'warning',
      file: 'a.geojson',
      data: { crs: 'GCJ-02', east: 531, north: -204, count: 9 },
    };
    expect(formatFinding(shifted, 'zh-CN').text).toContain('整体偏东 531 m、偏南 204 m，');
    expect(formatFinding(shifted, 'en').text).toContain('lie 531 m to the east, 204 m to the south of them');
    const data = { source: 'YDMJ', ratio: 0.0015, count: 9, areaUnit: 'mu' };
    const mu: Diagnostic = { code: 'area-unit-recognised', severity: 'warning', file: 'a.shp', data };
    expect(formatFinding(mu, 'zh-CN').text).toContain('（约 0.0015）');
    expect(formatFinding({ ...mu, data: { ...data, ratio: 10_034.2 } }, 'en').text).toContain('(about 10,034)');
  });

  test('gives a figure the unit of its control and a field its title and name', () => {
    const over = { code: 'building-over-limit', severity: 'error', feature: 'B1' } as const;
    const data = { actual: 61.5, limit: 60, limitFrom: 'B1', headroom: -1.5, usagePercent: 102.5, excess: 1.5 };
    expect(formatFinding({ ...over, data: { control: 'height', ...data } }, 'zh-CN').text).toBe(
      'B1 的建筑高度为 61.5 m，超过上限 60 m，超出 1.5 m；该上限来自地块自身。',
    );
    expect(
      formatFinding({ ...over, data: { control: 'far', ...data, actual: 2.1, limit: 2, excess: 0.1 } }, 'en').text,
    ).toContain('FAR of B1 is 2.1, 0.1 above the limit of 2, set by the plot itself.');
    const range = {
      code: 'field-range',
      severity: 'error',
      file: 'x',
      data: { unit: 'metres', field: 'heightMaxMetres', found: '-1', minimum: 0, maximum: 1000 },
    } as const;
    expect(formatFinding(range, 'en').text).toContain('“Building height, maximum (heightMaxMetres)”');
    expect(formatFinding(range, 'en').text).toContain('must be at least 0 m and at most 1,000 m');
  });

  test('calls phases and zones by their names, and fields of a plan by their titles', () => {
    const data = { field: 'companies', sum: 30, target: 20, perHectare: 1.5, silent: ['p1'], namedIds: ['p1'] };
    const names = { names: ['起步区'], namesEn: ['Starter area'] };
    const met: Diagnostic = { code: 'phase-programme-met', severity: 'info', data: { ...data, ...names } };
    expect(formatFinding(met, 'zh-CN').text).toBe('各期“企业数”合计 30，目标 20，每公顷 1.5。未填写的分期：起步区。');
    expect(formatFinding(met, 'en').text).toMatch(/Phases that state none: Starter area\.$/);
    const overlapping: Diagnostic = {
      ...overlap,
      code: 'phase-overlap',
      feature: 'p1',
      data: { ...overlap.data, ...data, ...names },
    };
    expect(formatFinding(overlapping, 'zh-CN').text).toMatch(/^分期 起步区 与 ZA-08 重叠/);
    const twins = { silent: ['p1', 'p2'], namedIds: ['p1', 'p2'], names: ['起步区', '起步区'] };
    expect(formatFinding({ ...met, data: { ...data, ...twins } }, 'zh-CN').text).toMatch(
      /未填写的分期：起步区（p1）、起步区（p2）。$/,
    );
  });

  test('leaves out the phases that state nothing where there are none', () => {
    const data = { field: 'people', sum: 30, target: 20, perHectare: 1.5, silent: [] };
    const met: Diagnostic = { code: 'phase-programme-met', severity: 'info', data };
    expect(formatFinding(met, 'zh-CN').text).toMatch(/每公顷 1\.5。$/);
    expect(formatFinding(met, 'en').text).toMatch(/per hectare\.$/);
  });

  test('gives areas of square kilometres all their decimals, and lengths as many as their shares need', () => {
    const area = { measuredSquareMetres: 5_000_003, targetSquareMetres: 5_000_000, differenceSquareMetres: 3 };
    const { text } = formatFinding({ code: 'community-area-met', severity: 'info', data: area }, 'zh-CN');
    expect(text).toContain('5.0000 km²，目标 5.0000 km²，相差 3 m²');
    const near = (data: Diagnostic['data']): Diagnostic => ({
      code: 'building-near-limit',
      severity: 'info',
      feature: 'b',
      data,
    });
    const height = { control: 'height', actual: 99.65, limit: 100, headroom: 0.35, usagePercent: 99.65 };
    expect(formatFinding(near(height), 'zh-CN').text).toBe(
      'b 的建筑高度为 99.65 m，上限 100 m，已用 99.65%，剩余 0.35 m。',
    );
    const full = { control: 'far', actual: 1.93, limit: 1.93, headroom: 0, usagePercent: 100 };
    expect(formatFinding(near(full), 'zh-CN').text).toBe('b 的容积率为 1.93，上限 1.93，用足上限。');
    expect(formatFinding(near(full), 'en').text).toMatch(/the limit is 1\.93; it uses the limit in full\.$/);
  });

  test('says how many of several uses are full ones only where there are any', () => {
    const data = { control: 'far', phase: 'p2', count: 11, fullCount: 11, nearLimitPercent: 95 };
    const several: Diagnostic = { code: 'building-near-limits', severity: 'info', related: ['A', 'B'], data };
    expect(formatFinding(several, 'zh-CN').text).toBe(
      'p2有 11 处容积率用到上限的 95% 以上，均未超限，其中用足上限的 11 处。涉及地块：A、B。',
    );
    expect(formatFinding({ ...several, data: { ...data, fullCount: 0, phase: null } }, 'en').text).toBe(
      'Plots of no phase: FAR uses 95% of its limit or more in 11 places and keeps it. Plots: A, B.',
    );
  });

  test('parts the two ends of a range', () => {
    const data = { unit: 'percent', field: 'densityMaxPercent', found: '-1', minimum: 0, maximum: 100 };
    const range: Diagnostic = { code: 'field-range', severity: 'error', file: 'x', data };
    expect(formatFinding(range, 'zh-CN').text).toContain('应不小于 0%，且不大于 100%。');
  });

  test('tells a code it has no words for by its name, also one that is a prototype’s', () => {
    for (const code of ['brand-new', '__proto__', 'toString'])
      expect(formatFinding({ code, severity: 'info', data: {} }, 'en').message).toBe(`Something was found: ${code}`);
  });

  test('puts a file’s text in as it is', () => {
    const name = '{file}<b>$&';
    expect(formatFinding({ code: 'file-empty', severity: 'error', file: name, data: {} }, 'en').text).toContain(name);
  });

  test('writes no unit behind a figure that brings its own', () => {
    for (const language of ['zh-CN', 'en'] as const) {
      const sentences = JSON.stringify([
        messagesOf(language).diagnostics.codes,
        messagesOf(language).findings.codes,
        readingMessagesOf(language).codes,
      ]);
      expect(sentences.match(/\{\w*(?:Metres\} ?m\b|Degrees\} ?°|Percent\} ?%)/g)).toBeNull();
    }
  });

  test.each(['check', 'read'])('has sentences in both languages for every code in core/%s', (folder) => {
    const codes = codesIn(folder);
    expect(codes.length).toBeGreaterThan(15);
    for (const language of ['zh-CN', 'en'] as const) {
      const { diagnostics, findings } = messagesOf(language);
      const known = new Set(
        [diagnostics.codes, findings.codes, readingMessagesOf(language).codes].flatMap((table) => Object.keys(table)),
      );
      expect(codes.filter((code) => !known.has(code))).toEqual([]);
    }
  });
});
