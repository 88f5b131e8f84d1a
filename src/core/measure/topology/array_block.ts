/**
 * Typed arrays that live and die together, in one block of memory. V8 answers tens of megabytes of new array memory with a
 * collection of the whole heap; beside a plan of a million plots one takes seconds, and a layer needs a dozen such arrays.
 */
export class ArrayBlock {
  readonly #memory: ArrayBuffer;
  #used = 0;

  /** @param lengths of the arrays that will be asked for, in bytes */
  constructor(...lengths: readonly number[]) {
    this.#memory = new ArrayBuffer(lengths.reduce((sum, bytes) => sum + roundedUp(bytes), 0));
  }

  float64(length: number): Float64Array {
    return new Float64Array(this.#memory, this.#take(8 * length), length);
  }

  uint32(length: number): Uint32Array {
    return new Uint32Array(this.#memory, this.#take(4 * length), length);
  }

  int32(length: number): Int32Array {
    return new Int32Array(this.#memory, this.#take(4 * length), length);
  }

  #take(bytes: number): number {
    const at = this.#used;
    this.#used += roundedUp(bytes);
    return at;
  }
}

/** Every array begins where one of numbers of eight bytes may. */
function roundedUp(bytes: number): number {
  return 8 * Math.ceil(bytes / 8);
}
