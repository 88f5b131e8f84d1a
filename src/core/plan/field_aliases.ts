import { FIELD_TITLES } from './field_titles.ts';
import { LAYERS } from './fields.ts';
import type { LayerId } from './types.ts';

/** `id` stands for a feature's own number: a plot's 地块编号. */
export type FieldTarget = string;

const NAMES: Record<FieldTarget, readonly string[]> = {
  name: ['名称', '项目名称', 'MC', 'XMMC'],
  note: ['备注', '说明', 'BZ', 'REMARK'],
  source: ['来源', '数据来源', 'LY', 'SJLY'],
};

/** Limits as control plans title them. A bare 容积率 states the upper limit: a control plan's indicators are limits (控规指标). */
const CONTROLS: Record<FieldTarget, readonly string[]> = {
  farMax: ['容积率上限', '最大容积率', '容积率', 'RJL', 'RJLSX', 'ZDRJL', 'FAR', 'MAX_FAR', 'FAR_MAX'],
  farMin: ['容积率下限', '最小容积率', 'RJLXX', 'MIN_FAR', 'FAR_MIN'],
  heightMaxMetres: [
    '建筑限高',
    '限高',
    '建筑高度',
    '建筑高度上限',
    '高度上限',
    '控制高度',
    'XG',
    'JZXG',
    'JZGD',
    'JZGDSX',
    'HEIGHT',
    'MAX_HEIGHT',
  ],
  heightMinMetres: ['建筑高度下限', '高度下限', 'JZGDXX', 'MIN_HEIGHT'],
  densityMaxPercent: ['建筑密度', '建筑密度上限', '最大建筑密度', 'JZMD', 'JZMDSX', 'DENSITY', 'BUILDING_DENSITY'],
  densityMinPercent: ['建筑密度下限', 'JZMDXX'],
  greenRatioMinPercent: ['绿地率', '绿地率下限', '最小绿地率', 'LDL', 'LDLXX', 'GREEN_RATIO'],
  greenRatioMaxPercent: ['绿地率上限', 'LDLSX'],
  setbackMinMetres: ['退线', '退界', '建筑退线', '建筑退界', 'TX', 'JZTX', 'SETBACK'],
};

/** Names that mean nearly the same and are used for it by habit: a person should look at the match. */
const GUESSES: Record<FieldTarget, readonly string[]> = {
  greenRatioMinPercent: ['绿化率', 'LHL'],
  densityMinPercent: ['建筑系数', 'JZXS'],
};

/**
 * Other names of the dictionary's fields in planners' files: Chinese, pinyin initials, English. To teach the reader a name, add a word
 * here. Upper and lower case, spaces, hyphens, underscores, full-width signs and a unit in brackets make no difference, and the
 * dictionary's own names are known without being listed, also cut to a shapefile's ten characters.
 */
const ALIASES: Partial<Record<LayerId, Record<FieldTarget, readonly string[]>>> = {
  plots: {
    id: [
      '地块编号',
      '地块编码',
      '地块号',
      '地块代码',
      '宗地编号',
      'DKBH',
      'DKBM',
      'DKH',
      'ZDBH',
      'PLOT_NO',
      'PLOT_ID',
      'PLOTNUMBER',
      'PARCEL_ID',
    ],
    ...NAMES,
    name: ['地块名称', 'DKMC', ...(NAMES.name ?? [])],
    ...CONTROLS,
    landUseCode: [
      '用地代码',
      '用地性质代码',
      '用地用海代码',
      '用地分类代码',
      'YDDM',
      'YDXZDM',
      'YDYHDM',
      'LANDUSE',
      'LAND_USE',
    ],
    landUseName: ['用地性质', '用地名称', '用地类型', '用地性质名称', 'YDXZ', 'YDMC', 'YDXZMC', 'LANDUSE_NAME'],
    netAreaSquareMetres: ['用地面积', '净用地面积', '地块面积', '面积', 'YDMJ', 'DKMJ', 'MJ', 'AREA', 'SITE_AREA'],
    gfaSquareMetres: ['计容建筑面积', '计容面积', 'JRMJ'],
    phase: ['分期', '期次', '建设分期', 'FQ', 'JSFQ', 'PHASE'],
    parkingSpacesMin: ['停车位', '停车泊位', '机动车停车位', 'TCW', 'TCBW', 'PARKING'],
  },
  zones: { id: ['编号', '片区编号', 'BH', 'PQBH', 'NUMBER'], ...NAMES, ...CONTROLS },
  phases: {
    id: ['编号', '分期编号', 'FQBH', 'NUMBER'],
    ...NAMES,
    sequence: ['期数', '序号', 'XH'],
    people: ['人口', '规划人口', 'RK'],
    companies: ['企业数', 'QYS'],
    gfaSquareMetres: ['计容建筑面积', '建筑面积', 'JRMJ', 'JZMJ'],
  },
  buildings: {
    id: ['建筑编号', '楼号', 'JZBH', 'LH', 'BUILDING_ID', 'BUILDING_NUMBER'],
    ...NAMES,
    plot: ['地块编号', '所在地块', 'DKBH', 'PLOT_NO'],
    heightMetres: ['建筑高度', '高度', 'JZGD', 'GD', 'HEIGHT'],
    floors: ['层数', '楼层', 'CS', 'LC', 'FLOORS', 'STOREYS'],
    gfaSquareMetres: ['计容建筑面积', '建筑面积', 'JRMJ', 'JZMJ', 'GFA'],
    use: ['用途', '建筑功能', '功能', 'YT', 'JZGN'],
    buildingStatus: ['状态', '建设状态', 'ZT', 'STATUS'],
  },
  roads: {
    id: ['道路编号', 'DLBH', 'ROAD_NUMBER'],
    ...NAMES,
    name: ['道路名称', '路名', 'DLMC', ...(NAMES.name ?? [])],
    roadClass: ['道路等级', '等级', 'DLDJ', 'DJ'],
    redLineWidthMetres: ['红线宽度', '道路红线宽度', '宽度', 'HXKD', 'DLKD', 'KD', 'WIDTH'],
  },
  water: { id: ['编号', 'BH', 'NUMBER'], ...NAMES },
  green: { id: ['编号', 'BH', 'NUMBER'], ...NAMES },
  metro: { id: ['编号', 'BH', 'NUMBER'], ...NAMES },
  landmarks: { id: ['编号', 'BH', 'NUMBER'], ...NAMES },
};

const BRACKETED = /[([【]([^()[\]【】]*)[)\]】]/g;
const UNIT =
  /^(?:亩|mu|公顷|ha|hectares?|km2|平方公里|平方千米|万m2|万平方米|万平米|万方|万平|m2|平方米|平米|平方|sqm|方|m|米|metres?|meters?|%|百分比|层|个|辆|泊位|车位|人|家|ft|feet|foot|英尺|'|′|sqft|平方英尺)$/i;
const UPPER_END = /^(?:上限|最大值?|max)$/i;
const LOWER_END = /^(?:下限|最小值?|min)$/i;
/** What stands is not what is allowed. */
const AS_BUILT = /现状|已建|实际|建成/;

/** What stands in a name's brackets. */
function bracketsOf(name: string): string[] {
  return [...name.normalize('NFKC').matchAll(BRACKETED)].map(([, inner = '']) =>
    inner.trim().replace(/^单位\s*[::]?\s*/, ''),
  );
}

/** The unit a field's name states in brackets, as it stands there; what is no known unit is none: `容积率(FAR)`. */
export function unitInFieldName(name: string): string | undefined {
  return bracketsOf(name).find((inner) => UNIT.test(inner));
}

/** A field's name without what differs by habit: full-width signs, case, spaces, hyphens, underscores, what stands in brackets. */
export function plainFieldName(name: string): string {
  return name
    .normalize('NFKC')
    .replace(BRACKETED, (_, inner: string) => {
      if (UPPER_END.test(inner.trim())) return '上限';
      return LOWER_END.test(inner.trim()) ? '下限' : '';
    })
    .replace(/[\s_\-.,:：]/g, '')
    .toUpperCase();
}

/** How a field's name was told. */
export interface FieldMatch {
  to: FieldTarget;
  how: 'canonical' | 'alias' | 'guessed';
}

const SHAPEFILE_NAME_LENGTH = 10;
interface NameTable {
  matches: Map<string, FieldMatch>;
  /** Upper-case forms several fields have in common when cut to ten characters. */
  ambiguous: Set<string>;
  /** Plain forms of titles this program writes: several layers share them, they tell none. */
  titles: Set<string>;
}
const tables = new Map<LayerId, NameTable>();

function tableOf(layer: LayerId): NameTable {
  const known = tables.get(layer);
  if (known) return known;
  const table = new Map<string, FieldMatch>();
  const cut = new Map<string, FieldTarget | undefined>();
  const whole = new Set([...LAYERS[layer].fields.keys()].map(plainFieldName));
  const isWholeName = (short: string) => whole.has(short);
  for (const field of LAYERS[layer].fields.keys()) {
    table.set(plainFieldName(field), { to: field, how: 'guessed' });
    const short = plainFieldName(field.slice(0, SHAPEFILE_NAME_LENGTH));
    // Two fields that are the same when cut are not told apart.
    cut.set(short, cut.has(short) ? undefined : field);
  }
  for (const [short, field] of cut) if (field && !table.has(short)) table.set(short, { to: field, how: 'guessed' });
  for (const [field, aliases] of Object.entries(ALIASES[layer] ?? {}))
    for (const alias of aliases) {
      const plain = plainFieldName(alias);
      if (table.get(plain)?.how !== 'alias') table.set(plain, { to: field, how: 'alias' });
    }
  const own = new Set<string>();
  for (const [field, titles] of Object.entries(FIELD_TITLES))
    if (LAYERS[layer].fields.has(field))
      for (const title of titles) {
        const plain = plainFieldName(title);
        if (table.get(plain)?.how === 'alias') continue;
        table.set(plain, { to: field, how: 'alias' });
        own.add(plain);
      }
  for (const [field, guesses] of Object.entries(GUESSES))
    if (LAYERS[layer].fields.has(field))
      for (const guess of guesses) {
        const plain = plainFieldName(guess);
        if (!table.has(plain)) table.set(plain, { to: field, how: 'guessed' });
      }
  const ambiguous = new Set([...cut].filter(([short, field]) => !field && !isWholeName(short)).map(([short]) => short));
  const made = { matches: table, ambiguous, titles: own };
  tables.set(layer, made);
  return made;
}

/** The dictionary's field a name stands for in a layer; undefined where none is known. */
export function matchField(layer: LayerId, name: string): FieldMatch | undefined {
  if (LAYERS[layer].fields.has(name)) return { to: name, how: 'canonical' };
  const { matches, ambiguous } = tableOf(layer);
  // `greenRatio` is either end cut short, `GREEN_RATIO` is a planner's word.
  if (ambiguous.has(name.toUpperCase())) return undefined;
  const match = matches.get(plainFieldName(name));
  if (!match || match.how === 'guessed') return match;
  for (const inner of bracketsOf(name)) {
    if (AS_BUILT.test(inner)) return undefined;
    const isUnderstood = UNIT.test(inner) || UPPER_END.test(inner) || LOWER_END.test(inner);
    if (!isUnderstood && matches.get(plainFieldName(inner))?.to !== match.to) return { to: match.to, how: 'guessed' };
  }
  return match;
}

/**
 * Fields a name can be that was cut to a shapefile's ten characters, where several are the same when cut: GIS programs then number
 * them within the ten (`greenRatio`, `greenRat_1`). Empty for any other name.
 */
export function cutNameCandidates(layer: LayerId, name: string): string[] {
  const [suffix = ''] = /_\d{1,2}$/.exec(name) ?? [];
  const length = SHAPEFILE_NAME_LENGTH - suffix.length;
  if (name.length !== SHAPEFILE_NAME_LENGTH) return [];
  const start = name.slice(0, length).toUpperCase();
  return [...LAYERS[layer].fields.keys()].filter(
    (field) => field.length > SHAPEFILE_NAME_LENGTH && field.slice(0, length).toUpperCase() === start,
  );
}

/** Whether a name says itself which end of a control it is; 容积率 does not, its values' signs may. */
export function namesAnEnd(name: string): boolean {
  return /上限|下限|最大|最小|MAX|MIN|SX$|XX$|^ZD/.test(plainFieldName(name));
}

/** Whether a name is an alias that says what layer its feature belongs to. */
export function isAliasOf(layer: LayerId, name: string): boolean {
  return matchField(layer, name)?.how === 'alias' && !tableOf(layer).titles.has(plainFieldName(name));
}
