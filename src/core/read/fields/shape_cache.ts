/** Files whose features differ in their fields from one to the next would fill the memory with what is kept of each kind. */
const MOST_SHAPES = 1000;

/**
 * Works out once for each set of names in their order what would otherwise be worked out for every feature: the features of a file
 * mostly have the same fields.
 */
export class ShapeCache<T> {
  readonly #make: (names: readonly string[]) => T;
  readonly #known = new Map<string, { names: readonly string[]; made: T }>();
  #lastNames: readonly string[] | undefined;
  #last: T | undefined;

  constructor(make: (names: readonly string[]) => T) {
    this.#make = make;
  }

  of(properties: Readonly<Record<string, unknown>>): T {
    if (this.#lastNames && hasNames(properties, this.#lastNames)) return this.#last as T;
    const names = Object.keys(properties);
    const key = JSON.stringify(names);
    let entry = this.#known.get(key);
    if (!entry) {
      if (this.#known.size >= MOST_SHAPES) this.#known.clear();
      entry = { names, made: this.#make(names) };
      this.#known.set(key, entry);
    }
    this.#lastNames = entry.names;
    this.#last = entry.made;
    return entry.made;
  }
}

function hasNames(properties: Readonly<Record<string, unknown>>, names: readonly string[]): boolean {
  let count = 0;
  for (const name in properties) {
    if (names[count] !== name) return false;
    count += 1;
  }
  return count === names.length;
}
