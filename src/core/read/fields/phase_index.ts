import type { AnyFeature } from '../../plan/types.ts';

const CHINESE_DIGITS = '零一二三四五六七八九';
const ROMAN: Readonly<Record<string, number>> = {
  I: 1,
  II: 2,
  III: 3,
  IV: 4,
  V: 5,
  VI: 6,
  VII: 7,
  VIII: 8,
  IX: 9,
  X: 10,
};
const ENGLISH = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const NUMBER = String.raw`(\d{1,2}|[一二三四五六七八九十]{1,3}|[IVX]{1,4}|one|two|three|four|five|six|seven|eight|nine|ten)`;
const WRITTEN = [
  new RegExp(`^(?:第)?${NUMBER}(?:期|阶段)(?:工程|项目|用地|地块|建设)?$`, 'i'),
  new RegExp(String.raw`^(?:phase|stage|ph|p)\.?\s*-?${NUMBER}$`, 'i'),
  // In a column of phases a bare numeral is its place.
  /^(\d{1,2}|[一二三四五六七八九十]{1,3}|[IVX]{1,4})$/i,
];

/** What a phase's name in a file means among those of a plan. */
export type PhaseMatch =
  | { kind: 'exact' | 'alike'; id: string }
  | { kind: 'ambiguous'; ids: string[] }
  | { kind: 'none' };

/** The place in the order a phase's name states: 一期, 第1期, Ⅰ期, 首期, Phase 1, P1. Undefined where it states none. */
export function phaseSequenceOf(name: string): number | undefined {
  const text = name.normalize('NFKC').trim();
  if (/^首期/.test(text)) return 1;
  for (const pattern of WRITTEN) {
    const number = pattern.exec(text)?.[1];
    if (number !== undefined) return valueOfNumber(number);
  }
  return undefined;
}

function valueOfNumber(text: string): number | undefined {
  if (/^\d+$/.test(text)) return Number(text);
  const roman = ROMAN[text.toUpperCase()];
  if (roman !== undefined) return roman;
  const english = ENGLISH.indexOf(text.toLowerCase());
  if (english >= 0) return english + 1;
  const [, tens, units] = /^(?:([一二三四五六七八九])?十)?([一二三四五六七八九])?$/.exec(text) ?? [];
  const unit = units === undefined ? 0 : CHINESE_DIGITS.indexOf(units);
  if (!text.includes('十')) return unit > 0 ? unit : undefined;
  return (tens === undefined ? 1 : CHINESE_DIGITS.indexOf(tens)) * 10 + unit;
}

/** Finds a plan's phases by what files call them: id, name, English name, a part of a name in brackets, or place in the order. */
export class PhaseIndex {
  readonly #ids: ReadonlySet<string>;
  readonly #byName = new Map<string, Set<string>>();
  readonly #bySequence = new Map<number, Set<string>>();

  constructor(phases: readonly AnyFeature[]) {
    this.#ids = new Set(phases.map(({ id }) => id));
    for (const { id, properties } of phases) {
      const { name, nameEn, sequence } = properties as { name?: unknown; nameEn?: unknown; sequence?: unknown };
      for (const one of [id, name, nameEn])
        if (typeof one === 'string') for (const part of partsOf(one)) add(this.#byName, part, id);
      if (typeof sequence === 'number') add(this.#bySequence, sequence, id);
    }
  }

  /** Never one of several: a name and a place in the order that mean different phases are ambiguous too. */
  find(value: string): PhaseMatch {
    if (this.#ids.has(value)) return { kind: 'exact', id: value };
    const named = this.#byName.get(plain(value)) ?? new Set<string>();
    const sequence = phaseSequenceOf(value);
    const placed = (sequence === undefined ? undefined : this.#bySequence.get(sequence)) ?? new Set<string>();
    const ids = [...new Set([...named, ...placed])];
    const [id] = ids;
    if (id === undefined) return { kind: 'none' };
    return ids.length === 1 ? { kind: 'alike', id } : { kind: 'ambiguous', ids };
  }
}

/** 一期（起步区） is called 一期, 起步区, or both. */
function partsOf(name: string): string[] {
  const pieces = name
    .normalize('NFKC')
    .split(/[()[\]【】·:：—–-]/)
    .map(plain)
    .filter((piece) => piece !== '');
  return [...new Set([plain(name), ...pieces])];
}

function plain(name: string): string {
  return name
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s()[\]【】·:：_‐-―-]/g, '');
}

function add<K>(map: Map<K, Set<string>>, key: K, id: string): void {
  const set = map.get(key);
  if (set) set.add(id);
  else map.set(key, new Set([id]));
}
