import { ALIASES, type FieldTarget, GUESSES } from './field_aliases.ts';
import { FIELD_TITLES } from './field_titles.ts';
import { LAYERS } from './fields.ts';
import { cutForms, pinyinOf } from './shortened_names.ts';
import type { LayerId } from './types.ts';

/** No field is called by more; of a longer text, a cell among the headings, the patterns would try every way to take it apart. */
const LONGEST_NAME = 200;
const BRACKETED = /[([【]([^()[\]【】]*)[)\]】]/g;
const UNIT =
  /^(?:亩|市亩|mu|公顷|ha|hm2|hectares?|km2|平方公里|平方千米|万m2|万平方米|万平米|万方|万平|m2|平方米|平米|平方|sqm|方|m|米|metres?|meters?|km|公里|千米|cm|厘米|mm|毫米|%|百分比|层|个|辆|泊位|车位|人|万人|千人|家|ft|feet|foot|英尺|'|′|sqft|平方英尺)$/i;
/** A unit behind the name without brackets: 绿地率%, 用地面积/公顷, 用地面积_亩; one that could be part of a word only behind a sign. */
const UNIT_BEHIND = [
  /^(.*\p{Script=Han}.*?)[\s/_-]*(%|m2|hm2|km2|万m2|公顷|ha|亩|平方米|万平方米)$/iu,
  /^(.*\p{Script=Han}.*?)[/_-]\s*(m|米|cm|mm|层|个|辆|人|万人)$/iu,
];
/** `容积率≤` is its upper end. */
const SIGN_BEHIND = /(?:(≤=?|≦|<=?|不大于|不高于|不超过)|≥=?|≧|>=?|不小于|不低于|不少于)$/;
/** `容积率FAR` */
const IN_TWO_LANGUAGES = /^([^A-Z]+)([A-Z]+)$/;
/** So many for each of something: no count of the plot's. */
const RATE = /^(?:个|辆|泊位|车位|停车位|人|户|m2|平方米)?\s*(?:\/|每)/;
/** What is planned is what the dictionary means; its initials may be of other words. */
const PLANNED = '规划';
const PLANNED_INITIALS = 'GH';
const UPPER_END = /^(?:上限|最大值?|max|不大于|不高于|不超过|[≤≦]=?|<=?)$/i;
const LOWER_END = /^(?:下限|最小值?|min|不小于|不低于|不少于|[≥≧]=?|>=?)$/i;
const SIGN_IN_BRACKETS = /^(?:[≤≦≥≧]=?|[<>]=?)/;
/** What stands is not what is allowed. */
const AS_BUILT = /现状|已建|实际|建成/;

/** What stands in a name's brackets. */
function bracketsOf(name: string): string[] {
  if (name.length > LONGEST_NAME) return [];
  return [...name.normalize('NFKC').matchAll(BRACKETED)].map(([, inner = '']) =>
    inner
      .trim()
      .replace(/^单位\s*[::]?\s*/, '')
      .replace(SIGN_IN_BRACKETS, '')
      .trim(),
  );
}

/** The unit a field's name states in brackets, as it stands there; what is no known unit is none: `容积率(FAR)`. */
export function unitInFieldName(name: string): string | undefined {
  return bracketsOf(name).find((inner) => UNIT.test(inner)) ?? unitBehind(name)?.unit;
}

/** A name with a unit behind it, taken apart. */
export function unitBehind(name: string): { name: string; unit: string } | undefined {
  if (name.length > LONGEST_NAME) return undefined;
  const plain = name.normalize('NFKC').trim();
  for (const pattern of UNIT_BEHIND) {
    const [, before = '', unit = ''] = pattern.exec(plain) ?? [];
    if (before !== '') return { name: before, unit };
  }
  return undefined;
}

/** A field's name without what differs by habit: full-width signs, case, spaces, hyphens, underscores, what stands in brackets. */
export function plainFieldName(name: string): string {
  if (name.length > LONGEST_NAME) return name.toUpperCase();
  return name
    .normalize('NFKC')
    .replace(BRACKETED, (_, inner: string, at: number, whole: string) => {
      // 绿地率下限（≥%） says it twice.
      if (/上限|下限/.test(whole.slice(0, at))) return '';
      const said = SIGN_IN_BRACKETS.exec(inner.trim())?.[0] ?? inner.trim();
      if (UPPER_END.test(said)) return '上限';
      return LOWER_END.test(said) ? '下限' : '';
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
  addShortened(table, layer);
  const ambiguous = new Set([...cut].filter(([short, field]) => !field && !isWholeName(short)).map(([short]) => short));
  const made = { matches: table, ambiguous, titles: own };
  tables.set(layer, made);
  return made;
}

/**
 * Chinese names in pinyin, and what a shapefile's ten bytes leave of them: of fields that are alike then the one with the shortest name,
 * for the more is missing of the others.
 */
function addShortened(table: Map<string, FieldMatch>, layer: LayerId): void {
  const names = Object.entries(ALIASES[layer] ?? {}).flatMap(([to, aliases]) => aliases.map((name) => ({ to, name })));
  names.sort((a, b) => a.name.length - b.name.length);
  for (const { to, name } of names)
    for (const spelled of pinyinOf(name)) if (!table.has(spelled)) table.set(spelled, { to, how: 'alias' });
  const cut = new Map<string, { to: FieldTarget; length: number } | 'several'>();
  for (const { to, name } of names)
    for (const short of cutForms(name)) {
      const known = cut.get(short);
      if (known === undefined) cut.set(short, { to, length: name.length });
      else if (known !== 'several' && known.to !== to && known.length === name.length) cut.set(short, 'several');
    }
  for (const [short, known] of cut)
    if (known !== 'several' && !table.has(short)) table.set(short, { to: known.to, how: 'guessed' });
}

/** The dictionary's field a name stands for in a layer; undefined where none is known. */
export function matchField(layer: LayerId, name: string): FieldMatch | undefined {
  if (LAYERS[layer].fields.has(name)) return { to: name, how: 'canonical' };
  const { matches, ambiguous } = tableOf(layer);
  // `greenRatio` is either end cut short, `GREEN_RATIO` is a planner's word.
  if (ambiguous.has(name.toUpperCase())) return undefined;
  const match = matchOf(matches, name);
  if (!match) return undefined;
  const brackets = bracketsOf(name);
  if (brackets.some((inner) => AS_BUILT.test(inner) || RATE.test(inner))) return undefined;
  if (match.how === 'guessed') return match;
  for (const inner of brackets) {
    const isUnderstood = inner === '' || UNIT.test(inner) || UPPER_END.test(inner) || LOWER_END.test(inner);
    if (!isUnderstood && matches.get(plainFieldName(inner))?.to !== match.to) return { to: match.to, how: 'guessed' };
  }
  return match;
}

function matchOf(matches: ReadonlyMap<string, FieldMatch>, name: string): FieldMatch | undefined {
  const plain = plainFieldName(name);
  const whole = matches.get(plain);
  if (whole) return whole;
  const [sign, atMost] = SIGN_BEHIND.exec(plain) ?? [];
  if (sign !== undefined) {
    const bare = plain.slice(0, -sign.length);
    return (
      matches.get(`${bare}${atMost === undefined ? '下限' : '上限'}`) ??
      (namesAnEnd(bare) ? matches.get(bare) : undefined)
    );
  }
  const [, own = '', foreign = ''] = IN_TWO_LANGUAGES.exec(plain) ?? [];
  const [first, second] = [matches.get(own), matches.get(foreign)];
  if (first && first.to === second?.to) return first;
  const bare = unitBehind(name);
  if (bare) return matchOf(matches, bare.name);
  if (plain.startsWith(PLANNED)) return matches.get(plain.slice(PLANNED.length));
  const initials = plain.startsWith(PLANNED_INITIALS) ? matches.get(plain.slice(PLANNED_INITIALS.length)) : undefined;
  // Of initials as short as MC and BH nobody knows.
  return initials?.how === 'alias' && plain.length > 4 ? { to: initials.to, how: 'guessed' } : undefined;
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
  return /上限|下限|最大|最小|最高|最低|MAX|MIN|SX$|XX$|^ZD|[≤≥≦≧<>]/.test(plainFieldName(name));
}

/** Whether a name is an alias that says what layer its feature belongs to. */
export function isAliasOf(layer: LayerId, name: string): boolean {
  return matchField(layer, name)?.how === 'alias' && !tableOf(layer).titles.has(plainFieldName(name));
}
