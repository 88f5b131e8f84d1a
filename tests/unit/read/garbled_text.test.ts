import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LAND_USE_CLASSES } from '../../../src/core/plan/land_use.ts';
import { readUpdate } from '../../../src/core/read/read_update.ts';
import { findGarbled } from '../../../src/core/read/text/find_garbled.ts';
import type { SourceChoices } from '../../../src/core/read/types.ts';
import { diagnostics } from '../../../src/messages/zh-CN/diagnostics.ts';
import { fields } from '../../../src/messages/zh-CN/fields.ts';
import { findings } from '../../../src/messages/zh-CN/findings.ts';
import { reading } from '../../../src/messages/zh-CN/reading.ts';
import { GARBLINGS, LOSSLESS } from '../../support/garble.ts';
import { collection, file, planOf, plot, rectangle } from '../../support/sample_plan.ts';
import { dbfOf, gbk, pointRecord, shpOf } from '../../support/table_files.ts';

function textsOf(value: unknown, found = new Set<string>()): Set<string> {
  if (typeof value === 'string') found.add(value);
  else if (typeof value === 'object' && value !== null)
    for (const [key, one] of Object.entries(value)) {
      found.add(key);
      textsOf(one, found);
    }
  return found;
}

/** Names of places and planners' words with characters that are rare, that GB 2312 does not have, or that mojibake is made of. */
const RARE =
  '亳州 濉溪 黟县 歙县 砀山 淠河 瀍河 漯河 涡阳 枞阳 鄱阳 婺源 衢州 丽水 睢宁 邳州 盱眙 沭阳 泗洪 溧阳 甪直 厍头 鼍江 滆湖 洮湖 巢湖 柏堰湖 王咀湖 ' +
  '岱山 嵊泗 洞头 婺城 鄞州 暨阳 诸暨 衡阳 郴州 浏阳 沅江 澧县 汨罗 桡头 閤门 娴雅 娴静 鐘楼 鍾山 绾线 瀹水 锟铻路 昆锟桥 屯溪 屯昌 屯屯 烫金 涓滴归公 涓涓细流 ' +
  '妗子 鏖战 璺口 缁衣 閬水 姹紫嫣红 璇玑 琅琊 瑶海 蜀山 庐阳 包河 肥东 堃园 喆里 垚鑫 淼水 犇牛 𠮷野 㙦头 〇八一厂 ' +
  '容积率≤2.5 限高24米 绿地率≥35% 二类工业用地（M2） 商务/商业混合 “中轴线”·北段 A-01～A-15 №3 ㎡ ㎡/人 5km² 35℃ ①号地块 Ⅱ期 α区 Ω形广场 第1–6期 ——';

const OTHER_WORDS = [
  ...['Café', 'créée', 'Île-de-France', 'naïve', 'Zürich', 'smörgåsbord', 'Größe über 5 m²', '××路', '×××', '±0.00'],
  ...[
    'What?',
    'really??',
    'http://x/?a=1',
    '待定？？',
    'm²·d',
    '人/m²·d',
    '°C',
    '5′30″',
    'Москва',
    'Αθήνα',
    '東京',
    '서울',
  ],
  ...['‘a’ “b” — c…', '屯屯'],
];
const CHINESE_WORDS = [
  ...textsOf([diagnostics, fields, findings, reading, LAND_USE_CLASSES]),
  ...readdirSync('data/geojson').flatMap((name) => [
    ...textsOf(JSON.parse(readFileSync(`data/geojson/${name}`, 'utf8'))),
  ]),
  ...RARE.split(' '),
];
const SOUND = [...CHINESE_WORDS, ...OTHER_WORDS];
/** Sensible texts to spoil: two characters and more that GBK has. */
const CHINESE = CHINESE_WORDS.filter((text) => /[\u4e00-\u9fff]{2}/.test(text) && isInGbk(text));

function isInGbk(text: string): boolean {
  return new TextDecoder('gb18030').decode(gbk(text)) === text;
}

describe('text as it should be', () => {
  test('may hold characters of two halves', () => {
    expect(findGarbled('𠮷祥路')).toBeUndefined();
  });

  test('is never taken for garbled: thousands of names, words and sentences, rare characters, other languages', () => {
    expect(SOUND.length).toBeGreaterThan(2500);
    expect(SOUND.flatMap((text) => (findGarbled(text) ? [text] : []))).toEqual([]);
  });

  test('is never taken for garbled when its words are put together', () => {
    const words = CHINESE.filter((text) => text.length < 30);
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 4 }), (parts) => {
        expect(findGarbled(parts.join(''))).toBeUndefined();
        expect(findGarbled(parts.join('，'))).toBeUndefined();
      }),
      { numRuns: 3000 },
    );
  });
});

describe('Chinese text that went wrong', () => {
  test.each(Object.keys(GARBLINGS) as (keyof typeof GARBLINGS)[])('by %s is spotted', (way) => {
    expect(CHINESE.length).toBeGreaterThan(1200);
    const missed = CHINESE.filter((text) => !findGarbled(GARBLINGS[way](text)));
    // Where every other character loses a byte, two are too few to tell.
    const isTooShort = (text: string) => way.includes('question marks for') && !/[\u4e00-\u9fff]{3}/.test(text);
    expect(missed.filter((text) => !isTooShort(text))).toEqual([]);
  });

  test.each(LOSSLESS)('by %s is turned back to the letter', (way) => {
    for (const text of CHINESE) {
      const spoilt = GARBLINGS[way](text);
      // E8 B4 BF DA is 璺口, or 贿 and a character cut in two: nothing is proposed then.
      if (text !== '璺口') expect([text, findGarbled(spoilt)?.meant]).toEqual([text, text]);
    }
  });

  test('is turned back only where nothing was lost, and then rightly', () => {
    let turned = 0;
    for (const way of Object.keys(GARBLINGS) as (keyof typeof GARBLINGS)[])
      for (const text of CHINESE) {
        const meant = findGarbled(GARBLINGS[way](text))?.meant;
        if (meant === undefined) continue;
        expect([way, meant]).toEqual([way, text]);
        turned += 1;
      }
    expect(turned).toBeGreaterThan(CHINESE.length * 4);
  });

  test.each([
    ['锟斤拷锟斤拷', 'lost', undefined],
    ['锟侥憋拷', 'lost', undefined],
    ['烫烫烫烫', 'lost', undefined],
    ['屯屯屯', 'lost', undefined],
    ['????', 'lost', undefined],
    ['??路', 'lost', undefined],
    ['\ufffd\ufffd大道', 'lost', undefined],
    // Half of a character that JSON wrote as two escapes.
    ['\ud842路', 'lost', undefined],
    ['路\udfb7', 'lost', undefined],
    ['\ue000路', 'private', undefined],
    ['娴嬭瘯', 'utf8AsGbk', '测试'],
    ['涓€鏈?', 'utf8AsGbk', undefined],
    ['锘縄D', 'utf8AsGbk', 'ID'],
    ['²âÊÔ', 'gbkAsLatin', '测试'],
    ['Â·', 'gbkAsLatin', '路'],
    ['æµ‹è¯•', 'utf8AsLatin', '测试'],
    ['ï»¿id', 'utf8AsLatin', 'id'],
    ['5 kmÂ²', 'utf8AsLatin', '5 km²'],
  ])('%s is %s', (text, kind, meant) => {
    expect(findGarbled(text)).toEqual({ kind, ...(meant !== undefined && { meant }) });
  });
});

const PLAN = planOf({ plots: [plot('甲-01', rectangle(0, 0, 50, 50), { farMax: 2, name: '原名' })] });
const spoilt = GARBLINGS['UTF-8 read as GBK'];

async function read(properties: Record<string, unknown>[], choice: SourceChoices = {}, name = 'plots.geojson') {
  const features = properties.map(({ id, ...rest }, index) => ({
    ...plot(String(id ?? `甲-0${index + 1}`), rectangle(60 * index, 0, 50, 50), { farMax: 2 }),
    properties: { farMax: 2, ...rest },
  }));
  const {
    candidate,
    diagnostics: told,
    sources,
  } = await readUpdate(PLAN, [file(name, collection(...features))], 'replace', {
    choices: { [name]: choice },
  });
  const garbled = told.filter(({ code }) => /garbled|^text-|field-name/.test(code));
  return { candidate, told: garbled, report: sources[0]?.garbled, plots: candidate?.layers.plots ?? [] };
}

describe('a file with garbled text', () => {
  test('is told field by field, with what it said, and not drawn', async () => {
    const { told, plots, report } = await read([
      { name: spoilt('中安创谷'), 甲方意见: spoilt('待定用地') },
      { name: spoilt('望江西路'), 甲方意见: '锟斤拷' },
      { name: '柏堰湖' },
    ]);
    expect(told).toMatchObject([
      {
        code: 'text-misread',
        severity: 'warning',
        pointer: '/features/0/properties/name',
        data: { field: 'name', count: 2, meant: ['"中安创谷"', '"望江西路"'], mendable: 2 },
      },
      { code: 'text-misread', data: { field: '甲方意见', count: 1, meant: ['"待定用地"'] } },
      { code: 'text-lost', data: { field: '甲方意见', count: 1, found: ['"锟斤拷"'] } },
    ]);
    expect(plots.map(({ properties }) => properties.name)).toEqual(['原名', undefined, '柏堰湖']);
    // What the plan does not draw is kept as the file has it.
    expect(plots.map(({ properties }) => properties.甲方意见)).toEqual([spoilt('待定用地'), '锟斤拷', undefined]);
    expect(report).toMatchObject({ count: 4, mendableCount: 3, handling: 'omit' });
  });

  test('is mended when a person says so, and only where nothing was lost', async () => {
    const rows = [{ name: spoilt('中安创谷'), [spoilt('限高')]: 24, [spoilt('甲方意见')]: '??路' }];
    const { told, plots, report } = await read(rows, { garbled: 'mend' });
    expect(plots[0]?.properties).toMatchObject({ name: '中安创谷', 甲方意见: '??路' });
    expect(told.map(({ code }) => code)).toEqual(['text-lost', 'text-mended']);
    expect(report?.handling).toBe('mend');
  });

  test('stays as it is when a person says so', async () => {
    const { plots, told } = await read([{ name: spoilt('中安创谷') }], { garbled: 'keep' });
    expect(plots[0]?.properties.name).toBe(spoilt('中安创谷'));
    expect(told.map(({ code }) => code)).toEqual(['text-misread']);
  });

  test('whose numbers are garbled is refused, and read once they are mended', async () => {
    const rows = [{ id: spoilt('创谷-01') }];
    const refused = await read(rows);
    expect(refused.candidate).toBeUndefined();
    expect(refused.told.map(({ code }) => code)).toContain('id-garbled');
    expect((await read(rows, { garbled: 'mend' })).plots.map(({ id }) => id)).toEqual(['创谷-01']);
  });

  test('names a garbled field, a lost one and its own garbled name', async () => {
    const { told } = await read([{ [spoilt('建筑密度')]: 35, '����': 1 }], {}, `${spoilt('地块')}plots.geojson`);
    expect(told).toMatchObject([
      { code: 'name-garbled', severity: 'info' },
      { code: 'field-name-garbled', data: { meant: '建筑密度' } },
      { code: 'field-name-lost' },
    ]);
  });

  test('read in the wrong encoding by choice says so, and is right in the other', async () => {
    const utf8 = (text: string) => new TextEncoder().encode(text);
    const dbf = dbfOf(
      [
        { name: utf8('DKBH'), type: 'C', length: 10 },
        { name: utf8('MC'), type: 'C', length: 40 },
      ],
      [{ cells: [utf8('A-01'), utf8('创新大道')] }],
    );
    const files = [
      { name: 'landmarks.shp', bytes: shpOf([pointRecord(117.1, 31.8)]).shp },
      { name: 'landmarks.dbf', bytes: dbf },
    ];
    const told = async (encoding: string) => {
      const choices = { 'landmarks.shp': { encoding } };
      const { diagnostics: all } = await readUpdate(PLAN, files, 'merge', { choices });
      return all.filter(({ code }) => code.startsWith('text-')).map(({ code, data }) => [code, data.meant]);
    };
    expect(await told('gb18030')).toEqual([['text-misread', ['"创新大道"']]]);
    expect(await told('windows-1252')).toEqual([['text-misread', ['"创新大道"']]]);
    expect(await told('utf-8')).toEqual([]);
  });

  test('that is a table does not go over the plan’s own text', async () => {
    const csv = `地块编号,名称,容积率\n甲-01,${spoilt('中安创谷')},3\n`;
    const { candidate } = await readUpdate(PLAN, [{ name: '表.csv', bytes: new TextEncoder().encode(csv) }], 'merge');
    expect(candidate?.layers.plots[0]?.properties).toMatchObject({ name: '原名', farMax: 3 });
  });
});
