/** A feature's number without what differs by habit: full-width signs, case, spaces, hyphens of all kinds. */
function plainNumber(number: string): string {
  return number
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s‐-―−_-]/g, '');
}

/** What a number that stands in a file means among those there are. */
export type NumberMatch =
  | { kind: 'exact' | 'alike'; id: string }
  /** Several are the same but for habit. */
  | { kind: 'collision'; ids: string[] }
  | { kind: 'none' };

/** Finds numbers among those of features, exactly or but for habit; never one of several that are alike. */
export class NumberIndex {
  readonly #ids: ReadonlySet<string>;
  #alike: Map<string, string[]> | undefined;

  constructor(ids: Iterable<string>) {
    this.#ids = new Set(ids);
  }

  find(number: string): NumberMatch {
    if (this.#ids.has(number)) return { kind: 'exact', id: number };
    const plain = plainNumber(number);
    const ids = plain === '' ? [] : (this.#byPlainForm().get(plain) ?? []);
    const [id] = ids;
    if (id === undefined) return { kind: 'none' };
    return ids.length === 1 ? { kind: 'alike', id } : { kind: 'collision', ids };
  }

  /** Made when a number is first met that is none letter by letter: most files have no such number. */
  #byPlainForm(): Map<string, string[]> {
    if (this.#alike) return this.#alike;
    const alike = new Map<string, string[]>();
    for (const id of this.#ids) {
      const plain = plainNumber(id);
      const list = alike.get(plain);
      if (list) list.push(id);
      else alike.set(plain, [id]);
    }
    this.#alike = alike;
    return alike;
  }
}
