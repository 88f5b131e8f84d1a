import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { type CommandHost, runCommand } from '../../../src/cli/run.ts';
import { openFiles } from '../../../src/core/read/open/open_files.ts';
import { writePlan } from '../../../src/core/read/write_plan.ts';
import { collection, planOf, plot, rectangle, soundCommunity } from '../../support/sample_plan.ts';

const PLOTS = [plot('A', rectangle(0, 0, 50, 50)), plot('B', rectangle(60, 0, 50, 50))];
const OVERLAPPING = JSON.stringify(collection(plot('A', rectangle(0, 0, 70, 50)), PLOTS[1]));
const PARK = planOf({ ...soundCommunity().layers, plots: PLOTS }, soundCommunity().manifest);

async function run(argv: string[], extra: Record<string, string> = {}, standardInput = '') {
  const folder = Object.fromEntries(writePlan(PARK).map(({ name, text }) => [`park/${name}`, text]));
  const files: Record<string, string> = { ...folder, ...extra };
  const written = new Map<string, string>();
  const bytesWritten = new Map<string, Uint8Array>();
  let out = '';
  let error = '';
  const host: CommandHost = {
    kindOf: (path) => {
      if (Object.hasOwn(files, path)) return 'file';
      return Object.keys(files).some((name) => name.startsWith(`${path}/`)) ? 'folder' : undefined;
    },
    readFile: (path) => {
      const text = files[path];
      if (text === undefined) throw new Error('ENOENT');
      return new TextEncoder().encode(text);
    },
    readStandardInput: () => new TextEncoder().encode(standardInput),
    listFolder: (path) =>
      Object.keys(files).flatMap((name) => (name.startsWith(`${path}/`) ? [name.slice(path.length + 1)] : [])),
    writeFile: (path, bytes) => {
      bytesWritten.set(path, bytes);
      written.set(path, new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes));
    },
    today: () => '2026-11-20',
    join: (parent, name) => `${parent}/${name}`,
    folderOf: (path) => path.slice(0, path.lastIndexOf('/')),
    out: (text) => {
      out += text;
    },
    error: (text) => {
      error += text;
    },
  };
  const status = await runCommand(argv, host);
  return { status, out, error, written, bytesWritten };
}

describe('park-plan check', () => {
  test('ends with 0 for a plan without errors, by its folder or its manifest', async () => {
    expect(await run(['check', 'park', '--lang', 'en'])).toMatchObject({ status: 0, error: '' });
    expect((await run(['check', 'park', '--lang=en'])).out).toBe(
      (await run(['check', 'park/plan.json', '--lang', 'en'])).out,
    );
  });

  test('prints one line per finding with file, pointer, severity and code, and ends with 1 for errors', async () => {
    const { status, out } = await run(['check', 'park', '--lang', 'en'], { 'park/plots.geojson': OVERLAPPING });
    expect(status).toBe(1);
    expect(out).toContain('plots.geojson#/features/0: error plot-overlap: Plots A and B share 500 m²');
    expect(out.trimEnd().split('\n').at(-1)).toBe('1 errors, 0 warnings, 3 infos, 5 features');
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

  test('checks a layer’s file alone by what it holds, and over a plan by what it makes of it', async () => {
    const far = JSON.stringify(collection(plot('A', rectangle(0, 0, 9, 9), { phase: 'P9' })));
    expect((await run(['check', 'new/plots.geojson'], { 'new/plots.geojson': far })).status).toBe(0);
    const over = await run(['check', 'new/plots.geojson', '--plan', 'park'], { 'new/plots.geojson': far });
    expect(over.status).toBe(1);
    expect(over.out).toContain('new/plots.geojson#/features/0/properties/phase: error reference-missing');
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
    expect(out).toContain('a.json#/features/1: error plot-overlap');
    const moved = JSON.stringify({ ...plot('C', rectangle(5, 5, 1, 0)), properties: { layer: 'plots' } });
    expect((await run(['check', 'b.json'], { 'b.json': moved })).out).toContain(
      'b.json#/geometry: error geometry-no-area',
    );
  });

  test('reports errors of a file’s fields with 1', async () => {
    const wrong = JSON.stringify(collection(plot('A', rectangle(0, 0, 9, 9), { farMax: '按规划' } as never)));
    const { status, out } = await run(['check', 'plots.geojson'], { 'plots.geojson': wrong });
    expect([status, out.split(':')[0]]).toEqual([1, 'plots.geojson#/features/0/properties/farMax']);
  });

  test.each([
    [[], 'A command is missing.'],
    [['draw', 'park'], 'There is no command draw.'],
    [['check'], 'A folder or file is missing.'],
    [['check', 'park', '--format', 'xml'], '--format is text or json, not xml.'],
    [['check', 'park', '--lang'], '--lang needs a value.'],
    [['check', 'park', '--colour', 'red'], 'There is no option --colour.'],
    [['check', 'nowhere'], 'nowhere does not exist or cannot be read.'],
    [['check', 'park/plots.geojson', '--plan', 'nowhere'], 'nowhere has no plan.json.'],
    [['check', 'park', 'park/plots.geojson'], 'park is a folder; give one folder, or files.'],
  ])('ends with 2 for %j', async (argv, reason) => {
    const { status, error, out } = await run(argv);
    expect([status, error.split('\n')[0], out]).toEqual([2, `park-plan: ${reason}`, '']);
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

  test('explains itself', async () => {
    expect(await run(['--help'])).toMatchObject({ status: 0, error: '' });
    expect((await run(['check', '--help'])).out).toContain('--plan FOLDER');
  });
});

describe('park-plan convert', () => {
  const FILE = JSON.stringify(collection(plot('N1', rectangle(0, 0, 50, 50), { farMax: 2, heightMaxMetres: 24 })));

  test('writes one GeoJSON file whose features say their layer, and it reads back as it was', async () => {
    const { status, written, out } = await run(['convert', 'park', '--out', 'all.geojson', '--lang', 'en']);
    const text = written.get('all.geojson') ?? '';
    expect([status, out]).toEqual([0, expect.stringContaining('→ all.geojson')]);
    expect(
      JSON.parse(text).features.map((one: { id: string; properties: { layer: string } }) => one.properties.layer),
    ).toEqual(['zones', 'phases', 'phases', 'plots', 'plots']);
    const again = await run(['convert', 'all.geojson', '--out', 'b.geojson'], { 'all.geojson': text });
    expect(again.written.get('b.geojson')).toBe(text);
  });

  test('makes a whole plan of a folder OUT, which then opens', async () => {
    const { status, written } = await run(['convert', 'plots.json', '--out', 'new'], { 'plots.json': FILE });
    expect([status, [...written.keys()]]).toEqual([0, ['new/plan.json', 'new/plots.geojson']]);
    expect((await run(['check', 'new'], Object.fromEntries(written))).status).toBe(0);
  });

  test('writes a table with the ending .csv', async () => {
    const { written } = await run(['convert', 'plots.json', '--out', 'plots.csv'], { 'plots.json': FILE });
    expect(written.get('plots.csv')?.split('\r\n')).toEqual([
      '\ufefflayer,id,farMax,heightMaxMetres',
      'plots,N1,2,24',
      '',
    ]);
  });

  test('writes a workbook with the ending .xlsx, a sheet a layer in the words of --lang', async () => {
    for (const [language, sheet, heading] of [
      ['zh-CN', '地块', { 地块编号: 'N1', 容积率上限: 2, 建筑高度上限: 24 }],
      ['en', 'Plots', { 'Plot number': 'N1', 'FAR, maximum': 2, 'Building height, maximum': 24 }],
    ] as const) {
      const argv = ['convert', 'plots.json', '--plan', 'park', '--out', 'plots.xlsx', '--lang', language];
      const { status, bytesWritten, out } = await run(argv, { 'plots.json': FILE });
      expect([status, out]).toEqual([0, expect.stringContaining('→ plots.xlsx')]);
      const bytes = bytesWritten.get('plots.xlsx') ?? new Uint8Array();
      const { sources } = await openFiles([{ name: `${sheet}.xlsx`, bytes }], {});
      expect(sources.map(({ features }) => features)).toEqual([[expect.objectContaining({ properties: heading })]]);
    }
  });

  test('reads the standard input and writes the standard output, its report beside it', async () => {
    const { status, out, error } = await run(['convert', '-', '--layer', 'plots', '--out', '-'], {}, FILE);
    expect([status, JSON.parse(out).features.length]).toEqual([0, 1]);
    expect(error).toContain('0 errors');
  });

  test('reads a folder of files that is no plan', async () => {
    const { status, written } = await run(['convert', 'mixed', '--out', 'x.geojson'], {
      'mixed/a/plots.geojson': FILE,
      'mixed/zones.geojson': writePlan(PARK).find(({ name }) => name === 'zones.geojson')?.text ?? '',
    });
    expect([status, JSON.parse(written.get('x.geojson') ?? '').features.length]).toEqual([0, 2]);
  });

  test('lays files over a plan and writes the whole of it into a folder', async () => {
    const { written } = await run(['convert', 'plots.json', '--plan', 'park', '--out', 'new'], { 'plots.json': FILE });
    expect([...written.keys()].length).toBe(5);
    expect(written.get('new/plots.geojson')).toContain('N1');
  });

  test('writes nothing when the input has errors', async () => {
    const wrong = JSON.stringify(collection(plot('A', rectangle(0, 0, 9, 9), { farMax: 'much' } as never)));
    const { status, written } = await run(['convert', 'plots.json', '--out', 'x.geojson'], { 'plots.json': wrong });
    expect([status, written.size]).toEqual([1, 0]);
    expect((await run(['convert', 'a.json', '--out', 'x.geojson'], { 'a.json': '{"type":' })).status).toBe(2);
  });

  test('tells as JSON what was written and how each source was understood', async () => {
    const { out } = await run(['convert', 'plots.json', '--out', 'x.geojson', '--json'], { 'plots.json': FILE });
    expect(JSON.parse(out)).toMatchObject({
      written: ['x.geojson'],
      sources: [{ name: 'plots.json', layer: 'plots' }],
    });
  });

  test('asks with 2 for a layer that cannot be told, and takes it from --layer', async () => {
    const unknown = JSON.stringify(
      collection({ type: 'Feature', id: 'x', properties: {}, geometry: PLOTS[0]?.geometry }),
    );
    const asked = await run(['convert', 'e.json', '--out', 'x.geojson'], { 'e.json': unknown });
    expect([asked.status, asked.written.size]).toEqual([2, 0]);
    expect(asked.error).toContain('--layer');
    const told = await run(['convert', 'e.json', '--out', 'x.geojson', '--layer', 'green'], { 'e.json': unknown });
    expect([told.status, told.written.get('x.geojson')]).toEqual([0, expect.stringContaining('"layer":"green"')]);
  });

  test('takes the layer of one source of many, and leaves one out', async () => {
    const ring = '117.1,31.83 117.101,31.83 117.101,31.831 117.1,31.83';
    const folder = (name: string) =>
      `<Folder><name>${name}</name><Placemark><name>${name}-1</name><Polygon><outerBoundaryIs><LinearRing><coordinates>${ring}</coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark></Folder>`;
    const files = { 'a.kml': `<kml><Document>${folder('甲')}${folder('水系')}${folder('绿地')}</Document></kml>` };
    const { status, written } = await run(
      ['convert', 'a.kml', '--out', 'x.geojson', '--layer', '甲=zones', '--leave-out', 'a.kml/水系'],
      files,
    );
    const { features } = JSON.parse(written.get('x.geojson') ?? '{}');
    expect(features.map(({ id }: { id: string }) => id)).toEqual(['甲-1', '绿地-1']);
    expect([status, features[0].properties.layer]).toEqual([0, 'zones']);
    const { status: wrong, error } = await run(['convert', 'a.kml', '--out', 'x', '--leave-out', '乙'], files);
    expect([wrong, error]).toEqual([2, expect.stringContaining('a.kml/甲, a.kml/水系, a.kml/绿地')]);
  });

  test.each([
    [['convert', 'park'], '--out is missing.'],
    [['convert', '--out', 'x'], 'A folder or file is missing.'],
    [['convert', 'park', '--out', 'x', '--layer', '__proto__'], 'There is no layer __proto__.'],
    [['convert', 'park', '--out', 'x', '--map', 'farMax'], '--map is field=alias, not farMax.'],
    [['convert', '-', '-', '--out', 'x'], 'The standard input can be read once only.'],
    [['compare', 'park'], 'compare needs OLD and NEW, one path each.'],
    [['compare', 'park', 'nowhere'], 'nowhere does not exist or cannot be read.'],
    [['check', 'park', '--out', 'x'], 'There is no option --out.'],
  ])('ends with 2 for %j', async (argv, reason) => {
    const { status, error } = await run(argv);
    expect([status, error.split('\n')[0]]).toEqual([2, `park-plan: ${reason}`]);
  });
});

describe('park-plan compare', () => {
  const NEW = JSON.stringify(
    collection(plot('A', rectangle(0, 0, 50, 50), { farMax: 2 }), plot('B2', rectangle(60, 0, 50, 50))),
  );

  test('tells for people what became of each plot', async () => {
    const { status, out } = await run(['compare', 'park', 'plots.json', '--lang', 'en'], { 'plots.json': NEW });
    expect(status).toBe(0);
    expect(out).toContain('A: re-rated: FAR limit – → 2;');
    expect(out).toContain('B → B2: renumbered');
  });

  test('tells it as JSON, and nothing of a plan compared with itself', async () => {
    const { out } = await run(['compare', 'park', 'plots.json', '--json'], { 'plots.json': NEW });
    expect(JSON.parse(out).plots.map(({ kind }: { kind: string }) => kind)).toEqual(['rerated', 'renumbered']);
    const same = await run(['compare', 'park', 'park', '--lang', 'en']);
    expect([same.status, same.out]).toEqual([0, expect.stringContaining('No plot has changed.')]);
  });

  test('ends with 1 for errors in an input and 2 for one that cannot be read', async () => {
    const wrong = NEW.replace('"farMax":2', '"farMax":"much"');
    expect((await run(['compare', 'park', 'plots.json'], { 'plots.json': wrong })).status).toBe(1);
    expect((await run(['compare', 'park', 'plots.json'], { 'plots.json': '<html>' })).status).toBe(2);
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
