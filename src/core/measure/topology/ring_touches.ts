import { WELD_UNITS } from './grid.ts';

/** Touches nearer to each other than this are one. */
const ONE_TOUCH_UNITS = 5 * WELD_UNITS;

/**
 * Where rings of one polygon touch each other. In one point they may (OGC 06-103r4, 6.1.11.1), as long as the inside stays in one
 * piece: it does not where rings and touches close a circle, as two rings do that meet in two points or share an edge.
 */
export class RingTouches {
  readonly #places: { x: number; y: number }[] = [];
  readonly #links = new Set<string>();
  readonly #heads = new Map<string, string>();

  /** Notes that two rings touch at a place; the answer is whether that closes a circle. */
  closesCircle(ring: number, other: number, x: number, y: number): boolean {
    const touch = `touch ${this.#placeOf(x, y)}`;
    const closing = [ring, other].map((one) => this.#link(`ring ${one}`, touch));
    return closing.includes(true);
  }

  #placeOf(x: number, y: number): number {
    const known = this.#places.findIndex(
      (place) => Math.abs(place.x - x) <= ONE_TOUCH_UNITS && Math.abs(place.y - y) <= ONE_TOUCH_UNITS,
    );
    return known >= 0 ? known : this.#places.push({ x, y }) - 1;
  }

  #link(ring: string, touch: string): boolean {
    const link = `${ring} ${touch}`;
    if (this.#links.has(link)) return false;
    this.#links.add(link);
    const [one, other] = [this.#headOf(ring), this.#headOf(touch)];
    if (one === other) return true;
    this.#heads.set(one, other);
    return false;
  }

  #headOf(member: string): string {
    let head = member;
    for (let above = this.#heads.get(head); above !== undefined; above = this.#heads.get(head)) head = above;
    return head;
  }
}
