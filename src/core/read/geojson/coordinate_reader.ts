import { tightList } from '../../tight_list.ts';
import { DEEPEST_COORDINATES, LEAST_OF_LINE, LEAST_OF_RING } from './tidy_geometry.ts';

/** 10⁰ to 10²²: the powers of ten a double holds exactly. */
const POWERS_OF_TEN = Float64Array.from({ length: 23 }, (_, exponent) => Number(`1e${exponent}`));
/** Digits a double holds whatever they are. */
const EXACT_DIGITS = 15;
/** Splits a double into two halves of 26 bits whose products are exact (Veltkamp). */
const SPLITTER = 2 ** 27 + 1;
/** Far more than the error of the division below, far less than what mostly decides the last bit. */
const DOUBT = 2 ** -48;

/**
 * Builds the arrays of a geometry's `coordinates` from the bytes of their JSON text, and sees in passing whether anything in them has
 * to be looked at again. Whatever is not plainly a nesting of positions is left to the engine's parser. One reader reads many.
 */
export class CoordinateReader {
  /** Behind what was read last. */
  end = 0;
  /** How deep the arrays were nested: 1 for a position. */
  depth = 0;
  /**
   * Every position was a pair of degrees, none repeated the one before, and the lines are long enough; of three arrays and more,
   * every ring was closed and turned as RFC 7946 wants. There is then nothing to mend or to tell, whatever the geometry's type.
   */
  isTidy = false;
  /** Around all positions: west, south, east, north. */
  readonly box = new Float64Array(4);
  #area = 0;

  /** The value of the array that opens at an index; undefined when it is anything else than nested positions. */
  read(bytes: Uint8Array, at: number): unknown[] | undefined {
    this.isTidy = true;
    this.box[0] = this.box[1] = Number.POSITIVE_INFINITY;
    this.box[2] = this.box[3] = Number.NEGATIVE_INFINITY;
    const opened = skipBlanks(bytes, at + 1);
    if (bytes[opened] === 0x5b) return this.#nest(bytes, opened, 1);
    this.depth = 1;
    const position = this.#position(bytes, at);
    if (position)
      this.#widen(position[0] as number, position[1] as number, position[0] as number, position[1] as number);
    return position;
  }

  #widen(west: number, south: number, east: number, north: number): void {
    const { box } = this;
    if (west < (box[0] as number)) box[0] = west;
    if (south < (box[1] as number)) box[1] = south;
    if (east > (box[2] as number)) box[2] = east;
    if (north > (box[3] as number)) box[3] = north;
  }

  /** The list whose first member opens at an index. */
  #nest(bytes: Uint8Array, first: number, level: number): unknown[] | undefined {
    const next = bytes[skipBlanks(bytes, first + 1)];
    if (next !== 0x5b) {
      this.depth = level + 1;
      return this.#line(bytes, first);
    }
    if (level >= DEEPEST_COORDINATES - 1) return undefined;
    let list: unknown[] | undefined;
    let depth = 0;
    for (let i = first; ; ) {
      if (bytes[i] !== 0x5b) return undefined;
      const inner = skipBlanks(bytes, i + 1);
      if (bytes[inner] !== 0x5b) return undefined;
      const member = this.#nest(bytes, inner, level + 1);
      if (!member) return undefined;
      // Arrays that are not nested alike are no geometry's.
      if (depth === 0) depth = this.depth;
      else if (depth !== this.depth) return undefined;
      // The list of a line is a ring where it is a member of a polygon.
      if (depth === level + 2 && !this.#isRing(member, list === undefined)) this.isTidy = false;
      if (list) list.push(member);
      else list = [member];
      i = skipBlanks(bytes, this.end);
      const closing = bytes[i];
      if (closing === 0x5d) {
        this.end = i + 1;
        return list;
      }
      if (closing !== 0x2c) return undefined;
      i = skipBlanks(bytes, i + 1);
    }
  }

  #isRing(line: unknown[], isOuter: boolean): boolean {
    const first = line[0] as readonly number[];
    const last = line[line.length - 1] as readonly number[];
    const isTurned = isOuter ? this.#area < 0 : this.#area > 0;
    return line.length >= LEAST_OF_RING && first[0] === last[0] && first[1] === last[1] && !isTurned;
  }

  /** Positions, the first of which opens at an index. */
  #line(bytes: Uint8Array, first: number): number[][] | undefined {
    const line: number[][] = [];
    let x0 = 0;
    let y0 = 0;
    let lastX = Number.NaN;
    let lastY = Number.NaN;
    let area = 0;
    let west = Number.POSITIVE_INFINITY;
    let south = Number.POSITIVE_INFINITY;
    let east = Number.NEGATIVE_INFINITY;
    let north = Number.NEGATIVE_INFINITY;
    for (let i = first; ; ) {
      const position = this.#position(bytes, i);
      if (!position) return undefined;
      const x = position[0] as number;
      const y = position[1] as number;
      if (x === lastX && y === lastY) this.isTidy = false;
      if (x < west) west = x;
      if (x > east) east = x;
      if (y < south) south = y;
      if (y > north) north = y;
      if (line.length === 0) {
        x0 = x;
        y0 = y;
      } else if (line.length > 1) {
        // The very sum of `signedAreaOf`, so that both always agree on the sign.
        area += (lastX - x0) * (y - y0) - (x - x0) * (lastY - y0);
      }
      lastX = x;
      lastY = y;
      line.push(position);
      i = this.end;
      if (bytes[i] !== 0x2c && bytes[i] !== 0x5d) i = skipBlanks(bytes, i);
      const closing = bytes[i];
      i += 1;
      if (closing === 0x5d) {
        this.end = i;
        break;
      }
      if (closing !== 0x2c) return undefined;
      if (bytes[i] !== 0x5b) i = skipBlanks(bytes, i);
    }
    if (line.length < LEAST_OF_LINE) this.isTidy = false;
    this.#area = area;
    this.#widen(west, south, east, north);
    return tightList(line);
  }

  /** The position that opens at an index. */
  #position(bytes: Uint8Array, at: number): number[] | undefined {
    if (bytes[at] !== 0x5b) return undefined;
    const x = this.#number(bytes, at + 1);
    if (Number.isNaN(x)) return undefined;
    let i = this.end;
    if (bytes[i] !== 0x2c) i = skipBlanks(bytes, i);
    if (bytes[i] !== 0x2c) return undefined;
    const y = this.#number(bytes, i + 1);
    if (Number.isNaN(y)) return undefined;
    if (!(x <= 180 && x >= -180 && y <= 90 && y >= -90)) this.isTidy = false;
    let position = [x, y];
    for (i = this.end; ; ) {
      if (bytes[i] !== 0x5d) i = skipBlanks(bytes, i);
      const closing = bytes[i];
      if (closing === 0x5d) {
        this.end = i + 1;
        return position;
      }
      if (closing !== 0x2c) return undefined;
      const more = this.#number(bytes, i + 1);
      if (Number.isNaN(more)) return undefined;
      if (position.length === 2) position = [x, y, more];
      else position.push(more);
      this.isTidy = false;
      i = this.end;
    }
  }

  /** The JSON number that stands at an index, to the last bit what the engine makes of it; NaN when none does. */
  #number(bytes: Uint8Array, at: number): number {
    let i = at;
    let byte = bytes[i] as number;
    if (byte <= 0x20) {
      i = skipBlanks(bytes, i);
      byte = bytes[i] as number;
    }
    const start = i;
    const isNegative = byte === 0x2d;
    if (isNegative) {
      i += 1;
      byte = bytes[i] as number;
    }
    if (!(byte >= 0x30 && byte <= 0x39)) return Number.NaN;
    const firstDigit = i;
    // The first fifteen digits and those behind them, each a whole number that a double holds exactly.
    let leading = 0;
    let trailing = 0;
    let digits = 0;
    while (byte >= 0x30 && byte <= 0x39) {
      if (digits < EXACT_DIGITS) leading = leading * 10 + (byte - 0x30);
      else trailing = trailing * 10 + (byte - 0x30);
      digits += 1;
      i += 1;
      byte = bytes[i] as number;
    }
    if (digits > 1 && bytes[firstDigit] === 0x30) return Number.NaN;
    let decimals = 0;
    if (byte === 0x2e) {
      i += 1;
      byte = bytes[i] as number;
      const whole = digits;
      while (byte >= 0x30 && byte <= 0x39) {
        if (digits < EXACT_DIGITS) leading = leading * 10 + (byte - 0x30);
        else trailing = trailing * 10 + (byte - 0x30);
        digits += 1;
        i += 1;
        byte = bytes[i] as number;
      }
      decimals = digits - whole;
      if (decimals === 0) return Number.NaN;
    }
    if (byte === 0x65 || byte === 0x45) return this.#parsed(bytes, start, behindExponent(bytes, i));
    this.end = i;
    if (digits <= EXACT_DIGITS) {
      const value = leading / (POWERS_OF_TEN[decimals] as number);
      return isNegative ? -value : value;
    }
    if (digits > 2 * EXACT_DIGITS || decimals > 22) return this.#parsed(bytes, start, i);
    const value = quotientOf(
      leading,
      POWERS_OF_TEN[digits - EXACT_DIGITS] as number,
      trailing,
      POWERS_OF_TEN[decimals] as number,
    );
    if (Number.isNaN(value)) return this.#parsed(bytes, start, i);
    return isNegative ? -value : value;
  }

  #parsed(bytes: Uint8Array, start: number, end: number): number {
    this.end = end;
    return end < 0 ? Number.NaN : Number(String.fromCharCode(...bytes.subarray(start, end)));
  }
}

/**
 * (leading · shift + trailing) ÷ power, rounded once, all four whole numbers that doubles hold exactly; NaN where the quotient lies so
 * close to the middle of two doubles that this does not tell to which it goes. Twice the usual precision by Dekker's products
 * (Numerische Mathematik 18, 1971).
 */
function quotientOf(leading: number, shift: number, trailing: number, power: number): number {
  const product = leading * shift;
  const productError = errorOfProduct(leading, shift, product);
  const high = product + trailing;
  const back = high - product;
  const low = product - (high - back) + (trailing - back) + productError;
  const first = high / power;
  const used = first * power;
  const rest = high - used - errorOfProduct(first, power, used) + low;
  const second = rest / power;
  const value = first + second;
  const slack = Math.abs(second) * DOUBT + Math.abs(first) * DOUBT * DOUBT;
  return first + (second + slack) === value && first + (second - slack) === value ? value : Number.NaN;
}

/** What rounding took from a product: a · b = product + error, exactly. */
function errorOfProduct(a: number, b: number, product: number): number {
  const aSplit = SPLITTER * a;
  const aHigh = aSplit - (aSplit - a);
  const aLow = a - aHigh;
  const bSplit = SPLITTER * b;
  const bHigh = bSplit - (bSplit - b);
  const bLow = b - bHigh;
  return aLow * bLow - (product - aHigh * bHigh - aLow * bHigh - aHigh * bLow);
}

/** Behind the exponent whose `e` stands at an index; -1 when it is none. */
function behindExponent(bytes: Uint8Array, at: number): number {
  let i = at + 1;
  if (bytes[i] === 0x2b || bytes[i] === 0x2d) i += 1;
  const first = i;
  while ((bytes[i] as number) >= 0x30 && (bytes[i] as number) <= 0x39) i += 1;
  return i > first ? i : -1;
}

/** The first index from one on where no blank stands. */
function skipBlanks(bytes: Uint8Array, at: number): number {
  let i = at;
  for (let byte = bytes[i]; byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09; byte = bytes[i]) i += 1;
  return i;
}
