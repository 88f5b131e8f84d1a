import type { Geometry } from '../../plan/types.ts';

/** A shape as text says it; `srid` where it says that too (EWKT). `geometry` is null for an empty one. */
export interface WktReading {
  geometry: Geometry | null;
  srid?: number;
}

const START = /^\s*(?:SRID\s*=\s*(\d+)\s*;)?\s*(MULTI)?(POINT|LINESTRING|POLYGON)(?:\s*(ZM|Z|M))?\s*(?=\(|EMPTY)/i;
const NUMBER = /[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?/iy;

/** Whether a text begins as well-known text of a shape does. */
export function looksLikeWkt(text: string): boolean {
  return START.test(text);
}

/**
 * Reads well-known text (OGC 06-103r4), also with an SRID before it as PostGIS writes. Heights are kept, measures (M) dropped.
 * Undefined where it is broken, a curve, a surface or a collection.
 */
export function readWkt(text: string): WktReading | undefined {
  const [start, sridText, multi, kind = '', dimension = ''] = START.exec(text) ?? [];
  if (start === undefined) return undefined;
  const srid = sridText === undefined ? {} : { srid: Number(sridText) };
  const reader = new WktReader(text, start.length, dimension.toUpperCase());
  const levels = { POINT: 0, LINESTRING: 1, POLYGON: 2 }[kind.toUpperCase()] ?? 0;
  const isMulti = multi !== undefined;
  if (reader.isEmpty()) return { geometry: null, ...srid };
  const coordinates = levels + Number(isMulti) === 0 ? reader.point() : reader.list(levels + Number(isMulti));
  if (coordinates === undefined || !reader.isAtEnd()) return undefined;
  const name = { POINT: 'Point', LINESTRING: 'LineString', POLYGON: 'Polygon' }[kind.toUpperCase()] ?? '';
  return { geometry: { type: `${isMulti ? 'Multi' : ''}${name}`, coordinates } as Geometry, ...srid };
}

class WktReader {
  readonly #text: string;
  readonly #dimension: string;
  #at: number;

  constructor(text: string, at: number, dimension: string) {
    this.#text = text;
    this.#at = at;
    this.#dimension = dimension;
  }

  isEmpty(): boolean {
    this.#skip();
    return /^EMPTY\s*;?\s*$/i.test(this.#text.slice(this.#at, this.#at + 20));
  }

  isAtEnd(): boolean {
    this.#skip();
    return this.#at >= this.#text.length || this.#text.slice(this.#at).trim() === ';';
  }

  point(): number[] | undefined {
    if (!this.#take('(')) return undefined;
    const position = this.#position();
    return position && this.#take(')') ? position : undefined;
  }

  /** A list of lists, so many levels above positions. */
  list(levels: number): unknown[] | undefined {
    if (!this.#take('(')) return undefined;
    const items: unknown[] = [];
    do {
      // A multipoint's points may stand in brackets of their own.
      const item = levels > 1 ? this.list(levels - 1) : this.#peek('(') ? this.point() : this.#position();
      if (item === undefined) return undefined;
      items.push(item);
    } while (this.#take(','));
    return this.#take(')') ? items : undefined;
  }

  #position(): number[] | undefined {
    const numbers: number[] = [];
    for (;;) {
      this.#skip();
      NUMBER.lastIndex = this.#at;
      const found = NUMBER.exec(this.#text)?.[0];
      if (found === undefined) break;
      numbers.push(Number(found));
      this.#at += found.length;
    }
    if (numbers.length < 2 || numbers.length > 4 || !numbers.every(Number.isFinite)) return undefined;
    return numbers.slice(0, this.#dimension === 'M' || numbers.length === 2 ? 2 : 3);
  }

  #skip(): void {
    while (/\s/.test(this.#text[this.#at] ?? '')) this.#at += 1;
  }

  #peek(sign: string): boolean {
    this.#skip();
    return this.#text[this.#at] === sign;
  }

  #take(sign: string): boolean {
    if (!this.#peek(sign)) return false;
    this.#at += 1;
    return true;
  }
}
