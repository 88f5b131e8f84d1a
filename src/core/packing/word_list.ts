import type { Dictionary } from './column.ts';

/** An engine's map holds 16.7 million; half of that is more than any plan's texts. */
const MOST_WORDS = 8_000_000;

/** Different texts in the order they came. All columns of one packing share one: a plot's number stands in many of them. */
export class WordList {
  readonly #codes = new Map<string, number>();
  #unitCount = 0;
  #dictionary: Dictionary | undefined;

  /** 1 + the text's place; 0 when there is no more room. */
  codeOf(text: string): number {
    const known = this.#codes.get(text);
    if (known !== undefined) return known;
    if (this.#codes.size >= MOST_WORDS) return 0;
    const code = this.#codes.size + 1;
    this.#codes.set(text, code);
    this.#unitCount += text.length;
    return code;
  }

  /** The texts, once all have come. */
  dictionary(): Dictionary {
    this.#dictionary ??= this.#packed();
    return this.#dictionary;
  }

  #packed(): Dictionary {
    let units: Uint8Array | Uint16Array = new Uint8Array(this.#unitCount);
    const ends = new Uint32Array(this.#codes.size + 1);
    let at = 0;
    let word = 0;
    for (const text of this.#codes.keys()) {
      for (let place = 0; place < text.length; place += 1) {
        const unit = text.charCodeAt(place);
        if (unit > 0xff && units instanceof Uint8Array) units = Uint16Array.from(units);
        units[at] = unit;
        at += 1;
      }
      word += 1;
      ends[word] = at;
    }
    return { units, ends };
  }
}
