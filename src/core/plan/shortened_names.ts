/** Syllables of the characters the dictionary's Chinese names are written with. */
const SYLLABLES: ReadonlyMap<string, string> = new Map(
  (
    '地di 块kuai 编bian 号hao 码ma 代dai 宗zong 用yong 名ming 称cheng 项xiang 目mu 备bei 注zhu 说shuo 明ming 来lai 源yuan 数shu 据ju ' +
    '容rong 积ji 率lv 上shang 限xian 最zui 大da 高gao 控kong 制zhi 指zhi 标biao 下xia 小xiao 低di 建jian 筑zhu 度du 密mi 覆fu 盖gai ' +
    '绿lv 退tui 线xian 界jie 距ju 离li 让rang 后hou 红hong 性xing 质zhi 海hai 分fen 类lei 别bie 型xing 主zhu 导dao 面mian 净jing 设she ' +
    '计ji 总zong 期qi 次ci 开kai 发fa 停ting 车che 位wei 泊bo 机ji 动dong 配pei 片pian 区qu 序xu 人ren 口kou 规gui 划hua 企qi 业ye ' +
    '楼lou 所suo 在zai 层ceng 途tu 功gong 能neng 状zhuang 态tai 道dao 路lu 等deng 级ji 宽kuan 化hua 系xi 占zhan 土tu 时shi 边bian 启qi 投tou 入ru ' +
    '使shi 间jian 年nian 月yue 园yuan 成cheng'
  )
    .split(' ')
    .map((entry) => [entry.slice(0, 1), entry.slice(1).toUpperCase()]),
);
const HAN_NAME = /^\p{Script=Han}{2,}$/u;
/** A shapefile's ten bytes hold three of them in UTF-8, five in GBK, ten letters. */
const BYTES_OF_A_NAME = 10;
const HAN_KEPT = [Math.floor(BYTES_OF_A_NAME / 3), BYTES_OF_A_NAME / 2];

/** A Chinese name in pinyin without tones, as file names and fields have it: ü is written V or U. Empty where a syllable is not known. */
export function pinyinOf(name: string): string[] {
  if (!HAN_NAME.test(name)) return [];
  const syllables = [...name].map((character) => SYLLABLES.get(character));
  if (syllables.includes(undefined)) return [];
  const spelled = syllables.join('');
  return [...new Set([spelled, spelled.replaceAll('LV', 'LU')])];
}

/** What is left of a name, or of its pinyin, that was cut to a shapefile's ten bytes; empty where all of it fits. */
export function cutForms(name: string): string[] {
  if (/^[A-Z_]+$/.test(name)) return cutForeign(name);
  if (!HAN_NAME.test(name)) return [];
  const ofHan = HAN_KEPT.filter((kept) => name.length > kept).map((kept) => name.slice(0, kept));
  const ofPinyin = pinyinOf(name).flatMap((spelled) =>
    spelled.length > BYTES_OF_A_NAME ? [spelled.slice(0, BYTES_OF_A_NAME)] : [],
  );
  return [...ofHan, ...ofPinyin];
}

/** BUILDING_H and BUILDINGHE of BUILDING_HEIGHT; not FLOOR_AREA of FLOOR_AREA_RATIO, which is a name of its own. */
function cutForeign(name: string): string[] {
  return [name, name.replaceAll('_', '')].flatMap((one) => {
    const isWord = one[BYTES_OF_A_NAME] === '_' || one[BYTES_OF_A_NAME - 1] === '_';
    return one.length > BYTES_OF_A_NAME && !isWord ? [one.slice(0, BYTES_OF_A_NAME).replaceAll('_', '')] : [];
  });
}
