import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { nodeHost } from '../../../src/cli/node_host.ts';
import { runCommand } from '../../../src/cli/run.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const textOf = (path: string) => readFileSync(join(ROOT, path), 'utf8');

interface Documented {
  words: string[];
  /** File the standard input is read from, and the one the output goes into. */
  from?: string;
  into?: string;
  status: number;
}

/** The commands of a document's shell blocks, a list a block. */
function commandsIn(document: string): Documented[][] {
  const blocks = [...textOf(document).matchAll(/```sh\n([\s\S]*?)```/g)].map(([, block = '']) => block);
  return blocks.map((block) =>
    block.split('\n').flatMap((line): Documented[] => {
      const [command = '', comment = ''] = line.split(' #');
      const [, from, rest = '', into] =
        /^(?:cat (\S+) \| )?npx park-plan ([^>]*?)(?: > (\S+))?\s*$/.exec(command.trimEnd()) ?? [];
      if (rest === '') return [];
      const status = Number(/(?:退出码|exit) (\d)/.exec(comment)?.[1] ?? 0);
      return [{ words: rest.trim().split(/\s+/), status, ...(from && { from }), ...(into && { into }) }];
    }),
  );
}

let folder = '';
/** A planner's folder with the files the documents speak of. */
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'park-plan-docs-'));
  cpSync(join(ROOT, 'data/geojson'), join(folder, 'data/geojson'), { recursive: true });
  // The present plan has another height limit than the files, so that there is a change to tell.
  const plots = join(folder, 'data/geojson/plots.geojson');
  const present = JSON.parse(readFileSync(plots, 'utf8'));
  present.features[0].properties.heightMaxMetres += 3;
  writeFileSync(plots, JSON.stringify(present));
  const shapefile = join(ROOT, 'tests/data/formats/plots-GBK');
  const parts = readdirSync(shapefile).map(
    (name) => [name, new Uint8Array(readFileSync(join(shapefile, name)))] as const,
  );
  writeFileSync(join(folder, '地块.zip'), zipSync(Object.fromEntries(parts)));
  // Without its .prj, and without the zone in its numbers: 39 million off every easting.
  const unnamed = parts.filter(([name]) => !name.endsWith('.prj'));
  writeFileSync(
    join(folder, '无坐标系.zip'),
    zipSync(
      Object.fromEntries(unnamed.map(([name, bytes]) => [name, name.endsWith('.shp') ? withoutZone(bytes) : bytes])),
    ),
  );
  writeFileSync(join(folder, '道路.geojson'), textOf('data/geojson/roads.geojson'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A shapefile of polygons whose eastings have lost their zone prefix. */
function withoutZone(bytes: Uint8Array): Uint8Array {
  const copy = bytes.slice();
  const view = new DataView(copy.buffer);
  for (let at = 100; at < copy.length; at += 8 + 2 * view.getInt32(at + 4)) {
    const start = at + 8;
    const partCount = view.getInt32(start + 36, true);
    const pointCount = view.getInt32(start + 40, true);
    const points = start + 44 + 4 * partCount;
    for (let point = 0; point < pointCount; point += 1) {
      const place = points + 16 * point;
      view.setFloat64(place, view.getFloat64(place, true) - 39_000_000, true);
    }
  }
  return copy;
}

async function run({ words, from }: Documented) {
  let out = '';
  let error = '';
  const status = await runCommand(words, {
    ...nodeHost(folder),
    localeNames: () => ['zh_CN'],
    readStandardInput: () => new Uint8Array(readFileSync(join(folder, from ?? ''))),
    out: (text) => {
      out += text;
    },
    error: (text) => {
      error += text;
    },
  });
  return { status, out, error };
}

describe('the commands in the documents', () => {
  const [chinese = [], english = []] = commandsIn('docs/command-line.md');
  const others = ['README.md', 'docs/loading-data.md'].flatMap((document) => commandsIn(document).flat());

  test('are the same in both languages', () => {
    expect(chinese.length).toBeGreaterThan(10);
    expect(english).toEqual(chinese);
  });

  test('end with the status that is written beside them, and do what they say', { timeout: 120_000 }, async () => {
    for (const command of chinese) {
      const { status, out, error } = await run(command);
      expect(status, `${command.words.join(' ')}\n${out}\n${error}`).toBe(command.status);
      if (command.into) writeFileSync(join(folder, command.into), out);
    }
    const json = (name: string) => JSON.parse(readFileSync(join(folder, name), 'utf8'));
    expect(json('地块.geojson').features).toHaveLength(20);
    expect(json('管道.geojson')).toMatchObject({ features: json('地块.geojson').features });
    expect(json('甲.geojson').features[0].geometry).toEqual(json('地块.geojson').features[0].geometry);
    expect(json('乙.geojson').features[0].properties.name).toBe(
      json('地块.geojson').features[0].properties.landUseName,
    );
    expect(json('新规划/plan.json').history[0].files.map(({ name }: { name: string }) => name)).toEqual([
      '地块.zip',
      '道路.geojson',
    ]);
    expect(json('变化.json').plots.length).toBeGreaterThan(0);
    expect(readdirSync(folder).filter((name) => name.includes('.part'))).toEqual([]);
  });

  test('are short forms of those elsewhere', async () => {
    expect(others.length).toBeGreaterThan(3);
    const known = new Set(chinese.map(({ words }) => words.join(' ')));
    for (const { words } of others) expect(known, words.join(' ')).toContain(words.join(' '));
  });

  test('print JSON of no other members than are written down', { timeout: 60_000 }, async () => {
    const document = textOf('docs/command-line.md');
    const named = (names: readonly string[]) => {
      for (const name of names) expect(document.split(`\`${name}\``).length, name).toBeGreaterThan(2);
    };
    const of = async (...words: string[]) => JSON.parse((await run({ words, status: 0 })).out);
    const check = await of('check', '地块.zip', '--plan', 'data/geojson', '--merge', '--json');
    named([...Object.keys(check), ...Object.keys(check.summary)]);
    const convert = await of('convert', '地块.zip', '--out', 'json.csv', '--json');
    named(Object.keys(convert));
    const compare = await of('compare', 'data/geojson', '地块.zip', '--merge', '--json');
    named([
      ...Object.keys(compare),
      ...Object.keys(compare.plots[0]),
      ...Object.keys(compare.rollUps),
      ...Object.keys(compare.changes),
    ]);
    const wrong = await of('convert', '无坐标系.zip', '--out', 'x.csv', '--json');
    named([...Object.keys(wrong), ...Object.keys(wrong.error)]);
    const unreadable = await of('check', '道路.geojson', '--layr', 'roads', '--json');
    named(Object.keys(unreadable.error));
  });
});

describe('the command itself', () => {
  const command = join(ROOT, 'scripts/park_plan.mjs');

  test('is what npx park-plan starts, says what is wrong on the standard error and ends with 2', {
    timeout: 60_000,
  }, () => {
    const { bin } = JSON.parse(textOf('package.json')) as { bin: Record<string, string> };
    expect(join(ROOT, bin['park-plan'] ?? '')).toBe(command);
    const { status, stdout, stderr } = spawnSync(process.execPath, [command, 'check', '--language', 'en'], {
      encoding: 'utf8',
    });
    expect([status, stdout, stderr]).toEqual([2, '', 'park-plan: A folder or file to read is missing.\n']);
  });

  test('is quiet when nobody reads its output to the end', { timeout: 60_000 }, () => {
    const { status, stderr } = spawnSync(
      'sh',
      ['-c', `"${process.execPath}" "${command}" check data/geojson --json | head -c 100 >/dev/null`],
      { cwd: ROOT, encoding: 'utf8' },
    );
    expect([status, stderr]).toEqual([0, '']);
  });
});
