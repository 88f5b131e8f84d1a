/**
 * How the viewer lays itself out. wide, narrow: a desk, with panels around the map. phone: one sheet at a time. compact: a small
 * frame, with nothing but the map, its title and the legend.
 */
export type Layout = 'wide' | 'narrow' | 'phone' | 'compact';

const PHONE_WIDTH = 700;
/** A phone on its side is wide enough for the panels, but not high enough. */
const PHONE_HEIGHT = 480;
const NARROW_WIDTH = 1240;
const COMPACT_WIDTH = 480;
const COMPACT_HEIGHT = 420;

/** The layout that suits a box of this size, in CSS pixels. */
export function layoutOf(width: number, height: number): Layout {
  if (width < COMPACT_WIDTH && height < COMPACT_HEIGHT) return 'compact';
  if (width <= PHONE_WIDTH || height < PHONE_HEIGHT) return 'phone';
  return width <= NARROW_WIDTH ? 'narrow' : 'wide';
}
