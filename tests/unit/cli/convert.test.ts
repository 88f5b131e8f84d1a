import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { openFiles } from '../../../src/core/read/open/open_files.ts';
import { writePlan } from '../../../src/core/read/write_plan.ts';
import { PARK, PLOTS, run } from '../../support/command_line.ts';
import { collection, plot, rectangle } from '../../support/sample_plan.ts';

describe('park-plan convert', () => {
  const FILE = JSON.stringify(collection(plot('N1', rectangle(0, 0, 50, 50), { farMax: 2, heightMaxMetres: 24 })));

  test('writes one GeoJSON file whose features say their layer, and it reads back as it was', async () => {
    const { status, written, out } = await run(['convert', 'park', '--out', 'all.geojson', '--lang', 'en']);
    const text = written.get('all.geojson') ?? '';
    expect([status, out]).toEqual([0, expect.stringContaining('Written: all.geojson')]);
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

  test('keeps present values of fields the files do not have in a merge, and as the options say', async () => {
    const present = JSON.stringify(
      collection(
        plot('A', rectangle(0, 0, 50, 50), { farMax: 1, setbackMinMetres: 5 }),
        plot('B', rectangle(60, 0, 50, 50), { farMax: 1, setbackMinMetres: 8 }),
      ),
    );
    const given = JSON.stringify(collection(plot('A', rectangle(0, 0, 50, 50), { farMax: 3 })));
    const setbacks = async (...options: string[]) => {
      const argv = ['convert', 'u.json', '--plan', 'park', '--out', 'new', ...options];
      const { written, error } = await run(argv, { 'u.json': given, 'park/plots.geojson': present });
      const text = written.get('new/plots.geojson');
      expect(text, error).toBeDefined();
      const { history } = JSON.parse(written.get('new/plan.json') ?? '{}');
      const read = JSON.parse(text ?? '').features.map((one: { properties: object }) => one.properties);
      return [
        read.map((one: Record<string, number>) => one.setbackMinMetres),
        history.at(-1).missingFields[0].handling,
      ];
    };
    expect(await setbacks('--merge')).toEqual([[5, 8], 'keep']);
    expect(await setbacks('--merge', '--drop-fields')).toEqual([[undefined, 8], 'drop']);
    expect(await setbacks('--replace')).toEqual([[undefined], 'drop']);
    expect(await setbacks('--replace', '--keep-fields')).toEqual([[5], 'keep']);
  });

  test('passes over what cannot be read when told to: written, listed, and the status is 1', async () => {
    const [a, b] = [rectangle(0, 0, 50, 50), rectangle(60, 0, 50, 50)];
    const present = JSON.stringify(collection(plot('A', a, { farMax: 1 }), plot('B', b, { farMax: 1 })));
    const features = [
      { type: 'Feature', geometry: a, properties: { DKBH: 'A', RJL: '2..5' } },
      { type: 'Feature', geometry: b, properties: { DKBH: 'B', RJL: 3 } },
    ];
    const files = { 'u.json': JSON.stringify({ type: 'FeatureCollection', features }), 'park/plots.geojson': present };
    const argv = ['convert', 'u.json', '--plan', 'park', '--out', 'new', '--lang', 'en'];
    const refused = await run(argv, files);
    expect([refused.status, refused.written.size]).toEqual([1, 0]);
    expect(refused.out).toContain('add --skip-unreadable to go on without (1 value stays as the present plan has it)');
    const { status, written, out } = await run([...argv, '--skip-unreadable'], files);
    expect(status).toBe(1);
    expect(out).toContain('the present plan’s 1 stays');
    const read = JSON.parse(written.get('new/plots.geojson') ?? '').features;
    expect(read.map((one: { properties: { farMax: number } }) => one.properties.farMax)).toEqual([1, 3]);
    expect(JSON.parse(written.get('new/plan.json') ?? '').history.at(-1).unreadable).toMatchObject([
      { source: 'u.json', fields: ['farMax'], keptValueCount: 1 },
    ]);
    const compared = await run(['compare', 'park', 'u.json', '--skip-unreadable', '--lang', 'en'], files);
    expect([compared.status, compared.out, compared.error]).toEqual([
      1,
      expect.stringContaining('1 → 3'),
      expect.stringContaining('number-unreadable'),
    ]);
  });

  test('writes a table with the ending .csv', async () => {
    const { written } = await run(['convert', 'plots.json', '--out', 'plots.csv'], { 'plots.json': FILE });
    expect(written.get('plots.csv')?.split('\r\n')).toEqual([
      '\ufefflayer,id,farMax,heightMaxMetres',
      'plots,N1,2,24',
      '',
    ]);
  });

  test('writes a workbook with the ending .xlsx, a sheet a layer in the words of --language', async () => {
    for (const [language, sheet, heading] of [
      ['zh-CN', '地块', { 地块编号: 'N1', 容积率上限: 2, 建筑高度上限: 24 }],
      ['en', 'Plots', { 'Plot number': 'N1', 'FAR, maximum': 2, 'Building height, maximum': 24 }],
    ] as const) {
      const argv = [
        'convert',
        'plots.json',
        '--plan',
        'park',
        '--replace',
        '--out',
        'plots.xlsx',
        '--language',
        language,
      ];
      const { status, bytesWritten, out } = await run(argv, { 'plots.json': FILE });
      expect([status, out]).toEqual([0, expect.stringContaining('plots.xlsx')]);
      const bytes = bytesWritten.get('plots.xlsx') ?? new Uint8Array();
      const { sources } = await openFiles([{ name: `${sheet}.xlsx`, bytes }], {});
      expect(sources.map(({ features }) => features)).toEqual([[expect.objectContaining({ properties: heading })]]);
    }
  });

  test('reads the standard input and writes the standard output, its report beside it', async () => {
    const { status, out, error } = await run(
      ['convert', '-', '--layer', 'plots', '--out', '-'],
      {},
      { standardInput: FILE },
    );
    expect([status, JSON.parse(out).features.length]).toEqual([0, 1]);
    expect(error).toContain('0 个错误');
  });

  test('reads a folder of files that is no plan', async () => {
    const { status, written } = await run(['convert', 'mixed', '--out', 'x.geojson'], {
      'mixed/a/plots.geojson': FILE,
      'mixed/zones.geojson': writePlan(PARK).find(({ name }) => name === 'zones.geojson')?.text ?? '',
    });
    expect([status, JSON.parse(written.get('x.geojson') ?? '').features.length]).toEqual([0, 2]);
  });

  test('lays files over a plan and writes the whole of it into a folder', async () => {
    const { written } = await run(['convert', 'plots.json', '--plan', 'park', '--merge', '--out', 'new'], {
      'plots.json': FILE,
    });
    expect([...written.keys()].length).toBe(5);
    expect(written.get('new/plots.geojson')).toContain('N1');
  });

  test('asks whether a part of a layer is meant to be the whole of it', async () => {
    const plots = JSON.stringify(collection(plot('B', rectangle(60, 0, 40, 50))));
    const argv = ['convert', 'plots.json', '--plan', 'park', '--out', 'new', '--language', 'en'];
    const asked = await run(argv, { 'plots.json': plots });
    expect([asked.status, asked.written.size]).toEqual([2, 0]);
    expect(asked.error).toMatch(/^park-plan: The files hold 1 of the plan’s 2 plots: add --merge/);
    expect(asked.error).toMatch(/ {2}park-plan convert plots\.json .* --merge\n$/);
    const ids = async (mode: string) =>
      [
        ...((await run([...argv, mode], { 'plots.json': plots })).written.get('new/plots.geojson') ?? '').matchAll(
          /"id":"(\w+)"/g,
        ),
      ].map(([, id]) => id);
    expect(await ids('--merge')).toEqual(['A', 'B']);
    expect(await ids('--replace')).toEqual(['B']);
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

  test('overwrites nothing unless told to, and knows before it reads', async () => {
    const there = { 'x.geojson': 'mine', 'plots.json': FILE };
    const refused = await run(['convert', 'plots.json', '--out', 'x.geojson', '--language', 'en'], there);
    expect([refused.status, refused.written.size]).toEqual([2, 0]);
    expect(refused.error).toBe('park-plan: x.geojson exists and was not overwritten: add --force to overwrite.\n');
    const forced = await run(['convert', 'plots.json', '--out', 'x.geojson', '--force'], there);
    expect([forced.status, [...forced.written.keys()]]).toEqual([0, ['x.geojson']]);
    const folder = await run(['convert', 'plots.json', '--out', 'park', '--language', 'en'], there);
    expect([folder.status, folder.error]).toEqual([2, expect.stringContaining('park/plan.json, park/plots.geojson')]);
    expect((await run(['convert', 'plots.json', '--out', 'park/'], there)).status).toBe(2);
    expect((await run(['convert', 'plots.json', '--out', 'x.geojson/', '--force'], there)).error).toContain('是文件');
    expect(
      (await run(['convert', 'plots.json', '--out', 'y.csv', '--force'], { ...there, 'y.csv/a': '' })).status,
    ).toBe(2);
  });

  test('says why where it cannot write', async () => {
    const full = { writeFails: 'ENOSPC: no space left on device' };
    const { status, error } = await run(['convert', 'plots.json', '--out', 'x.geojson'], { 'plots.json': FILE }, full);
    expect([status, error]).toEqual([2, 'park-plan: x.geojson 写不了：ENOSPC: no space left on device\n']);
  });

  test('keeps in the plan’s history what was read and what was done to its coordinates', async () => {
    const projected = JSON.stringify({
      crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::4527' } },
      ...JSON.parse(
        FILE.replace(
          /"coordinates":.*?\]\]\]/,
          '"coordinates":[[[39509000,3523000],[39509050,3523000],[39509050,3523050],[39509000,3523000]]]',
        ),
      ),
    });
    const { status, written } = await run(['convert', '地块.json', '--out', 'new', '--layer', 'plots'], {
      '地块.json': projected,
    });
    expect(status).toBe(0);
    const { history } = JSON.parse(written.get('new/plan.json') ?? '');
    expect(history).toEqual([
      {
        at: '2026-11-20T08:00:00.000Z',
        files: [{ name: '地块.json', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) }],
        coordinates: [{ source: '地块.json', crs: 'EPSG:4527', how: 'declared' }],
      },
    ]);
    const one = await run(['convert', '地块.json', '--out', 'a.geojson', '--json'], { '地块.json': projected });
    expect(JSON.parse(one.written.get('a.geojson') ?? '').history).toEqual(history);
    expect(JSON.parse(one.out).history).toEqual(history[0]);
  });

  test('lists the possible coordinate systems with their distances, and what to type', async () => {
    const metres = FILE.replace(
      /"coordinates":.*?\]\]\]/,
      '"coordinates":[[[509200,3523040],[509250,3523040],[509250,3523090],[509200,3523040]]]',
    );
    const argv = [
      'convert',
      '地 块.json',
      '--layer',
      'plots',
      '--out',
      'x.geojson',
      '--plan',
      'park',
      '--language',
      'en',
    ];
    const { status, error, written } = await run(argv, { '地 块.json': metres });
    expect([status, written.size]).toEqual([2, 0]);
    const lines = error.trimEnd().split('\n');
    expect(lines[0]).toMatch(
      /^park-plan: 地 块\.json does not state its coordinate system, and \d+ are possible; none is assumed:$/,
    );
    expect(lines[1]).toMatch(/^ {2}--crs EPSG:4548 +within the plan, 0% of its features lie on present plots$/);
    expect(lines).toContainEqual(
      expect.stringMatching(/^ {2}--crs EPSG:32650 +1,[34]\d\d m off the plan, .*1\.4\d* km from EPSG:4548$/),
    );
    expect(lines.at(-1)).toBe(
      `  park-plan convert '地 块.json' --layer plots --out x.geojson --plan park --language en --crs EPSG:4548`,
    );
    const json = JSON.parse((await run([...argv, '--json'], { '地 块.json': metres })).out);
    expect(json.error).toMatchObject({ code: 'coordinates-undecided', data: { source: '地 块.json' } });
    expect(json.error.candidates[0]).toMatchObject({ crs: 'EPSG:4548', swapped: false, distanceMetres: 0 });
    const told = await run([...argv, '--crs', '4548', '--replace'], { '地 块.json': metres });
    expect([told.status, [...told.written.keys()]]).toEqual([0, ['x.geojson']]);
  });

  test('without a plan shows the possible zones in rows and asks for the plan', async () => {
    const metres = FILE.replace(
      /"coordinates":.*?\]\]\]/,
      '"coordinates":[[[509200,3523040],[509250,3523040],[509250,3523090],[509200,3523040]]]',
    );
    const argv = ['convert', 'plots.json', '--out', 'x.geojson', '--language', 'en'];
    const { status, error } = await run(argv, { 'plots.json': metres });
    expect(status).toBe(2);
    expect(error.split('\n').slice(1, 3)).toEqual(['  --crs EPSG:4534 … EPSG:4554', '  --crs EPSG:32643 … EPSG:32653']);
    expect(error).toContain('  park-plan convert plots.json --out x.geojson --language en --plan PLAN\n');
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

  test('reads several files at once, and an archive of them', async () => {
    const zones = writePlan(PARK).find(({ name }) => name === 'zones.geojson')?.text ?? '';
    const files = { 'a/plots.json': FILE, 'b/zones.geojson': zones };
    const two = await run(['convert', 'a/plots.json', 'b/zones.geojson', '--out', 'x.geojson'], files);
    expect(JSON.parse(two.written.get('x.geojson') ?? '').features.length).toBe(2);
    const encode = (text: string) => new TextEncoder().encode(text);
    const archive = zipSync({ '规划/plots.json': encode(FILE), '规划/zones.geojson': encode(zones) });
    const packed = await run(['convert', '规划.zip', '--out', 'x.geojson'], { '规划.zip': archive });
    expect(packed.written.get('x.geojson')).toBe(two.written.get('x.geojson'));
    const whole = zipSync(Object.fromEntries(writePlan(PARK).map(({ name, text }) => [`park/${name}`, encode(text)])));
    const plan = await run(['convert', 'park.zip', '--out', 'new'], { 'park.zip': whole });
    expect(JSON.parse(plan.written.get('new/plan.json') ?? '').title).toEqual(PARK.manifest.title);
  });

  test('takes a field under the name the files give it, either way round', async () => {
    const strange = FILE.replace('"farMax"', '"GDRJL"');
    for (const mapping of ['farMax=GDRJL', 'GDRJL=farMax']) {
      const { written } = await run(['convert', 'plots.json', '--layer', 'plots', '--out', 'x.csv', '--map', mapping], {
        'plots.json': strange,
      });
      expect(written.get('x.csv')).toContain('layer,id,farMax');
    }
    const { status, error } = await run(
      ['convert', 'plots.json', '--out', 'x.csv', '--map', 'farMax=RJL9', '--language', 'en'],
      { 'plots.json': FILE },
    );
    expect([status, error]).toEqual([
      2,
      'park-plan: No file has a field RJL9 (--map farMax=RJL9); the fields are farMax, heightMaxMetres.\n',
    ]);
  });

  test('writes numbers into a table with all their decimals, for it is read again', async () => {
    const exact = FILE.replace('"farMax":2', '"farMax":2.123456789');
    const { written } = await run(['convert', 'plots.json', '--out', 'x.csv'], { 'plots.json': exact });
    expect(written.get('x.csv')).toContain('plots,N1,2.123456789,24');
  });
});
