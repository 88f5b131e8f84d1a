/** A typed array that grows at its end. */
export class GrowingArray<A extends Float64Array | Uint32Array | Uint8Array> {
  #values: A;
  #length = 0;

  /** @param first what it begins with: its kind, and room for as many */
  constructor(first: A) {
    this.#values = first;
  }

  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    if (this.#length === this.#values.length) this.#grow(this.#length + 1);
    this.#values[this.#length] = value;
    this.#length += 1;
  }

  /** So many times the same. */
  fill(value: number, count: number): void {
    const end = this.#length + count;
    if (end > this.#values.length) this.#grow(end);
    this.#values.fill(value, this.#length, end);
    this.#length = end;
  }

  /** What it holds, in bytes of its own. */
  toArray(): A {
    return this.#values.slice(0, this.#length) as A;
  }

  #grow(least: number): void {
    const Kind = this.#values.constructor as new (length: number) => A;
    const longer = new Kind(Math.max(least, 2 * this.#values.length, 16));
    longer.set(this.#values);
    this.#values = longer;
  }
}
