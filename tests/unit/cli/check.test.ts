import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { PARK, PLOTS, run } from '../../support/command_line.ts';
import { collection, plot, rectangle } from '../../support/sample_plan.ts';
import { gbk } from '../../support/table_files.ts';

const OVERLAPPING = JSON.stringify(collection(plot('A', rectangle(0, 0, 70, 50)), PLOTS[1]));

describe('park-plan check', () => {
  test('ends with 0 for a plan without errors, by its folder or its manifest', async () => {
    expect(await run(['check', 'park', '--lang', 'en'])).toMatchObject({ status: 0, error: '' });
    expect((await run(['check', 'park', '--lang=en'])).out).toBe(
      (await run(['check', 'park/plan.json', '--lang', 'en'])).out,
    );
  });

  test('never holds a large file as a whole', async () => {
    const note = 'x'.repeat(900_000);
    const plots = Array.from({ length: 20 }, (_, index) =>
      plot(`P-${index}`, rectangle(60 * index, 0, 50, 50), { note }),
    );
    const large = JSON.stringify(collection(...plots));
    const { status, out, largestRead } = await run(['check', 'plots.geojson', '--lang', 'en'], {
      'plots.geojson': large,
    });
    expect(status).toBe(0);
    expect(out).toContain('20 features');
    expect(largestRead).toBeLessThan(10_000_000);
  });

  test('prints one line per finding with file, pointer, severity and code, and ends with 1 for errors', async () => {
    const { status, out } = await run(['check', 'park', '--lang', 'en'], { 'park/plots.geojson': OVERLAPPING });
    expect(status).toBe(1);
    expect(out).toContain('plots.geojson#/features/0: error plot-overlap: Plots A and B share 500 m²');
    expect(out.trimEnd().split('\n').at(-1)).toBe('1 error, 0 warnings, 3 infos, 5 features');
  });

  test('lists some of the same trouble in text, every single one in JSON', async () => {
    const features = Array.from({ length: 70 }, (_, index) =>
      plot(`P-${index}`, rectangle(60 * index, 0, 50, 50), { 容积率: `约？${index}`, 建筑高度: ' 24米' } as never),
    );
    const files = { 'a.geojson': JSON.stringify(collection(...features)) };
    const { out } = await run(['check', 'a.geojson', '--lang', 'en'], files);
    expect(out.match(/error number-unreadable/g)).toHaveLength(20);
    expect(out.match(/info number-as-text/g)).toHaveLength(1);
    expect(out).toContain('holds 70 values as text (such as " 24米")');
    expect(out.trimEnd().split('\n').at(-1)).toMatch(/^70 errors,/);
    const { findings, summary } = JSON.parse((await run(['check', 'a.geojson', '--json'], files)).out);
    const told = findings.filter(({ code }: { code: string }) => code === 'number-unreadable');
    expect(told).toHaveLength(70);
    expect(told[69]).toMatchObject({ feature: 'P-69', pointer: '/features/69/properties/容积率', layer: 'plots' });
    expect(told[69].message).not.toBe('');
    expect(findings.some(({ code }: { code: string }) => code === 'more-of-the-same')).toBe(false);
    expect(summary.errors).toBe(70);
  });

  test('prints JSON with plan, summary and findings with their messages', async () => {
    const { status, out } = await run(['check', 'park', '--format', 'json'], { 'park/plots.geojson': OVERLAPPING });
    const report = JSON.parse(out);
    expect(status).toBe(1);
    expect(report.plan).toMatchObject({ id: 'sample', version: '1' });
    expect(report.summary).toEqual({ errors: 1, warnings: 0, infos: 3, features: 5 });
    expect(report.findings[0]).toMatchObject({
      file: 'plots.geojson',
      code: 'plot-overlap',
      title: '地块重叠',
      data: { toleranceSquareMetres: 1 },
    });
  });

  test('writes SARIF with the line and column of what is wrong in the file, and keeps the line of text as it is', async () => {
    const file = `{"type": "FeatureCollection", "features": [
  ${JSON.stringify(plot('A', rectangle(0, 0, 70, 50)))},
  {
    "type": "Feature", "id": "B", "geometry": ${JSON.stringify(rectangle(50, 0, 50, 50))},
    "properties": {
      "farMin": 3, "farMax": 2
    }
  }
]}`;
    const files = { 'park/plots.geojson': file };
    const { runs } = JSON.parse((await run(['check', 'park', '--format', 'sarif'], files)).out);
    const regionOf = (code: string) =>
      runs[0].results.find(({ ruleId }: { ruleId: string }) => ruleId === code).locations[0].physicalLocation;
    expect(regionOf('plot-overlap')).toEqual({
      artifactLocation: { uri: 'park/plots.geojson' },
      region: { startLine: 2, startColumn: 3 },
    });
    expect(regionOf('control-range').region).toEqual({ startLine: 6, startColumn: 7 });
    const { out } = await run(['check', 'park', '--lang', 'en'], files);
    expect(out).toContain('plots.geojson#/features/0: error plot-overlap: Plots A and B share');

    const broken = await run(['check', 'a.json', '--format', 'sarif'], { 'a.json': '{"type":\n  oops}' });
    expect(JSON.parse(broken.out).runs[0].results[0].locations[0].physicalLocation.region).toEqual({
      startLine: 2,
      startColumn: 3,
    });
  });

  test('checks a layer’s file alone by what it holds, and over a plan by what it makes of it', async () => {
    const far = JSON.stringify(collection(plot('A', rectangle(0, 0, 9, 9), { phase: 'P9' })));
    expect((await run(['check', 'new/plots.geojson'], { 'new/plots.geojson': far })).status).toBe(0);
    const over = await run(['check', 'new/plots.geojson', '--plan', 'park', '--replace'], { 'new/plots.geojson': far });
    expect(over.status).toBe(1);
    expect(over.out).toContain('new/plots.geojson#/features/0/properties/phase: 错误 reference-missing');
  });

  test('points at what is found in the plan that files are laid over in the plan’s own folder', async () => {
    const wrong = { farMin: 3, farMax: 2 };
    const zone = { ...PARK.layers.zones[0], properties: wrong };
    const own = collection(plot('A', rectangle(0, 0, 50, 50)), plot('B', rectangle(60, 0, 50, 50), wrong));
    const files = {
      'park/plots.geojson': JSON.stringify(own, null, 1),
      'park/zones.geojson': JSON.stringify(collection(zone), null, 1),
      'new/plots.geojson': JSON.stringify(collection(plot('A', rectangle(0, 0, 50, 50), wrong)), null, 1),
      // What stands under the same name where the command was given is something else.
      'plots.geojson': '{}',
      'zones.geojson': '{}',
    };
    const argv = ['check', 'new/plots.geojson', '--plan', 'park', '--merge', '--rules', 'control-range'];
    const { out } = await run([...argv, '--language', 'en'], files);
    expect(out).toContain(
      'new/plots.geojson#/features/0/properties/farMin: error control-range: “FAR, minimum (farMin)” of A',
    );
    expect(out).toContain(
      'park/plots.geojson#/features/1/properties/farMin: error control-range: “FAR, minimum (farMin)” of B',
    );
    const sarif = JSON.parse((await run([...argv, '--format', 'sarif'], files)).out);
    for (const { locations } of sarif.runs[0].results) {
      const { artifactLocation, region } = locations[0].physicalLocation;
      expect(artifactLocation.uri).toMatch(/^(?:park|new)\//);
      expect(region).toBeDefined();
    }
  });

  test.each([
    ['GBK', gbk],
    [
      'UTF-16',
      (text: string) => new Uint8Array(Uint16Array.from(`\ufeff${text}`, (sign) => sign.charCodeAt(0)).buffer),
    ],
  ])('finds line and column in a text in %s as an editor shows them', async (_, encoded) => {
    // 乗 ends in the byte of a backslash in GBK.
    const named = plot('A', rectangle(0, 0, 9, 9), { name: '创谷乗', farMin: 3, farMax: 2 });
    const text = JSON.stringify(collection(named)).replace('"farMin"', '\n  "farMin"');
    const { out } = await run(['check', 'plots.geojson', '--format', 'sarif'], { 'plots.geojson': encoded(text) });
    const found = JSON.parse(out).runs[0].results.find(({ ruleId }: { ruleId: string }) => ruleId === 'control-range');
    expect(found.locations[0].physicalLocation.region).toEqual({ startLine: 2, startColumn: 3 });
  });

  test('names files of a folder in SARIF from where the command was given', async () => {
    const text = JSON.stringify(collection(plot('A', rectangle(0, 0, 9, 9), { farMin: 3, farMax: 2 })), null, 1);
    const { out } = await run(['check', 'new', '--format', 'sarif'], {
      'new/plots.geojson': text,
      'plots.geojson': '{}',
    });
    const [{ locations }] = JSON.parse(out).runs[0].results;
    expect(locations[0].physicalLocation.artifactLocation.uri).toBe('new/plots.geojson');
    expect(locations[0].physicalLocation.region.startLine).toBeGreaterThan(1);
  });

  test('points at a feature where it stands in its own file, also in one of several layers and in one of several files', async () => {
    const named = (layer: string, feature: object) => ({ ...feature, properties: { layer } });
    const mixed = JSON.stringify(
      collection(
        named('phases', { ...PARK.layers.phases[0], properties: {} }),
        ...PLOTS.map((one) => named('plots', one)),
      ),
    ).replace('"layer":"phases"', '"layer":"phases","sequence":1');
    const more = JSON.stringify({ ...plot('C', rectangle(0, 0, 20, 20)), properties: { layer: 'plots' } });
    const { out } = await run(['check', 'a.json', 'b.json'], { 'a.json': mixed, 'b.json': more });
    expect(out).toContain('a.json#/features/1: 错误 plot-overlap');
    const moved = JSON.stringify({ ...plot('C', rectangle(5, 5, 1, 0)), properties: { layer: 'plots' } });
    expect((await run(['check', 'b.json'], { 'b.json': moved })).out).toContain(
      'b.json#/geometry: 错误 geometry-no-area',
    );
  });

  test('reports errors of a file’s fields with 1', async () => {
    const wrong = JSON.stringify(collection(plot('A', rectangle(0, 0, 9, 9), { farMax: '按规划' } as never)));
    const { status, out } = await run(['check', 'plots.geojson'], { 'plots.geojson': wrong });
    expect([status, out.split(':')[0]]).toEqual([1, 'plots.geojson#/features/0/properties/farMax']);
  });

  test.each([
    ['park/plots.geojson', '{"type":'],
    ['park/plan.json', '{}'],
    [
      'new/export.json',
      JSON.stringify(collection({ type: 'Feature', id: 'x', properties: {}, geometry: PLOTS[0]?.geometry })),
    ],
  ])('ends with 2 when %s cannot be read, and says why', async (path, text) => {
    const { status, out, error } = await run(['check', path.startsWith('park') ? 'park' : path], { [path]: text });
    expect(status).toBe(2);
    expect((out + error).length).toBeGreaterThan(20);
  });

  test('lets no control character of a file reach the terminal', async () => {
    const sneaky = JSON.stringify(collection(plot('A\u001b[31m', rectangle(0, 0, 9, 9), { farMax: 'x' } as never)));
    expect((await run(['check', 'plots.geojson'], { 'plots.geojson': sneaky })).out).not.toContain('\u001b');
  });
});

test('the plan that ships is checked by the command and has no errors', { timeout: 60_000 }, () => {
  const { status, stdout } = spawnSync(
    'npm',
    ['run', '-s', 'park-plan', '--', 'check', 'data/geojson', '--format', 'json'],
    {
      cwd: fileURLToPath(new URL('../../..', import.meta.url)),
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
      shell: process.platform === 'win32',
    },
  );
  const report = JSON.parse(stdout);
  expect(report.findings.filter((finding: { severity: string }) => finding.severity === 'error')).toEqual([]);
  expect([status, report.plan.id.length > 0, report.summary.features > 300]).toEqual([0, true, true]);
});
