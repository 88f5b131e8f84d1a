import { describe, expect, test } from 'vitest';
import { languageOf } from '../../../src/cli/arguments.ts';
import { nearestName } from '../../../src/cli/problem.ts';
import { type CommandHost, runCommand } from '../../../src/cli/run.ts';
import { run } from '../../support/command_line.ts';

describe('a command line that cannot be understood ends with 2, says why, and what may be meant', () => {
  test.each([
    [[], 'A command is missing: check, convert or compare.'],
    [['draw', 'park'], 'There is no command draw.'],
    [['convrt', 'park'], 'There is no command convrt. Is convert meant?'],
    [['check'], 'A folder or file to read is missing.'],
    [['check', 'park', '--format', 'xml'], '--format is one of text, json, sarif, junit, geojson, not xml.'],
    [['check', 'park', '--plan'], '--plan needs a value.'],
    [['convert', 'park', '--out', '--force'], '--out needs a value.'],
    [['check', 'park', '--colour', 'red'], 'There is no option --colour.'],
    [['check', 'park', '--jsn'], 'There is no option --jsn. Is --json meant?'],
    [['check', 'park', '-x'], 'There is no option -x.'],
    [['check', 'park', '--json=yes'], '--json takes no value.'],
    [['check', 'nowhere'], 'nowhere does not exist or cannot be read.'],
    [['check', 'park/plots.geojson', '--plan', 'nowhere'], 'nowhere has no plan.json.'],
    [['check', 'park', 'park/plots.geojson'], 'park is a plan’s folder: give one folder, or files.'],
    [['check', 'park', '--out', 'x'], 'There is no option --out.'],
    [['check', 'park', '--crs', 'EPSG:27700'], /^EPSG:27700 is no coordinate system known here/],
    [['convert', 'park'], '--out is missing.'],
    [['convert', '--out', 'x'], 'A folder or file to read is missing.'],
    [['convert', 'park', '--out', 'x', '--layer', '__proto__'], /^There is no layer __proto__: the layers are zones, /],
    [['convert', 'park', '--out', 'x', '--map', 'farMax'], '--map is field=alias, not farMax.'],
    [
      ['convert', 'park', '--out', 'x', '--map', 'farMx=GDRJL'],
      'A plan has no field farMx (--map farMx=GDRJL). Is farMax meant?',
    ],
    [['convert', '-', '-', '--out', 'x'], 'The standard input can be read once only.'],
    [['convert', 'park', '--out', 'new.shp'], /^\.shp cannot be written: end in \.geojson/],
    [['compare', 'park'], 'compare needs OLD and NEW, one path each.'],
    [['compare', 'park', 'nowhere'], 'nowhere does not exist or cannot be read.'],
  ])('%j', async (argv, reason) => {
    const { status, error, out } = await run(argv, {}, { locale: 'en' });
    const [first = ''] = error.split('\n');
    expect([status, out]).toEqual([2, '']);
    expect(first.replace('park-plan: ', '')).toEqual(
      typeof reason === 'string' ? reason : expect.stringMatching(reason),
    );
  });

  test('in JSON says it as one object on the standard output, with a code that stays', async () => {
    const { status, out, error } = await run(['convert', 'park', '--json', '--otu', 'x']);
    expect([status, error]).toEqual([2, '']);
    expect(JSON.parse(out)).toEqual({
      error: {
        code: 'option-unknown',
        message: '没有选项 --otu。是不是 --out？',
        data: { option: '--otu' },
        near: '--out',
      },
    });
  });
});

test('near names are those a slip of the finger makes', () => {
  const names = ['--crs', '--layer', '--map', '--plan'];
  expect(nearestName('--csr', names)).toBe('--crs');
  expect(nearestName('--LAYER', names)).toBe('--layer');
  expect(nearestName('--out', names)).toBeUndefined();
});

describe('the language', () => {
  test.each([
    [['zh_CN.UTF-8'], 'zh-CN'],
    [[undefined, '', 'en_GB.UTF-8'], 'en'],
    [['fr_FR'], 'en'],
    [['C.UTF-8'], 'zh-CN'],
    [['POSIX'], 'zh-CN'],
    [['ca_ES'], 'en'],
    [[], 'zh-CN'],
  ] as const)('of a system that says %j is %s', (names, language) => {
    expect(languageOf(names)).toBe(language);
  });

  test('is the one asked for, else the system’s, also for what is wrong', async () => {
    expect((await run(['check'], {}, { locale: 'en_US.UTF-8' })).error).toContain('is missing');
    expect((await run(['check', '--language=zh-CN'], {}, { locale: 'en_US.UTF-8' })).error).toContain('没有写');
    expect((await run(['check', '--lang', 'en'])).error).toContain('is missing');
    expect((await run(['check', 'park'], {}, { locale: 'de_DE' })).out).toContain('0 errors');
    expect((await run(['check', 'park'])).out).toContain('0 个错误');
  });
});

describe('help', () => {
  test.each(['check', 'convert', 'compare'])(
    'of %s names its options and the exit status, in both languages',
    async (command) => {
      for (const [language, words] of [
        ['en', 'Exit status'],
        ['zh-CN', '退出码'],
      ] as const) {
        const { status, out, error } = await run([command, '--help', '--language', language]);
        expect([status, error]).toEqual([0, '']);
        for (const word of [words, '--plan', '--crs', '--map', '--json', '--language']) expect(out).toContain(word);
        expect(out.includes('--out')).toBe(command === 'convert');
        expect(out).not.toMatch(/\{\w+\}/);
        expect((await run(['help', command, '--language', language])).out).toBe(out);
      }
    },
  );

  test('of all names the commands', async () => {
    for (const word of ['help', '--help', '-h']) expect((await run([word])).out).toMatch(/check.*convert.*compare/s);
  });
});

test.each(['text', 'json'])(
  'a fault of the program itself ends with 2 and says where it was, in %s',
  async (format) => {
    const said: string[] = [];
    const say = (text: string) => said.push(text);
    const host: Partial<CommandHost> = {
      localeNames: () => ['en'],
      out: say,
      error: say,
      kindOf() {
        throw new TypeError('nobody thought of this');
      },
    };
    const status = await runCommand(['check', 'park', '--format', format], host as CommandHost);
    expect(status).toBe(2);
    expect(said.join('')).toContain('TypeError: nobody thought of this');
    expect(said.join('')).toContain(format === 'json' ? '"crashed"' : 'The program itself failed');
  },
);
