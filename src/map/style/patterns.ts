/**
 * Hatches, drawn as arithmetic so that they are the same on every machine and need no canvas. A hatch repeats without a seam
 * because its direction is a pair of whole numbers: the stripes' phase is (across·x + down·y) ÷ size.
 */
export interface HatchSpec {
  id: string;
  /** #rrggbb of the stripes; between them the pattern is clear. */
  colour: string;
  /** Whole repeats across and down the tile: (1, 1) leans left, (1, −1) right, (1, 0) stands, (0, 1) lies. */
  across: number;
  down: number;
  /** Side of the tile in CSS pixels. */
  sizePixels: number;
  /** Thickness of a stripe in CSS pixels. */
  strokePixels: number;
  /** A second set of stripes at a right angle. */
  crossed?: boolean;
}

export interface PatternImage {
  width: number;
  height: number;
  data: Uint8ClampedArray;
}

/** Device pixels per CSS pixel in the images: crisp on dense screens and in print. */
export const PATTERN_PIXEL_RATIO = 4;

/** Cover of the stripe at a point, 0–1, softened over one device pixel. */
function stripeCover(x: number, y: number, across: number, down: number, size: number, stroke: number): number {
  const frequency = Math.hypot(across, down) / size;
  const phase = (across * x + down * y) / size;
  const distance = Math.abs(phase - Math.round(phase)) / frequency;
  return Math.min(1, Math.max(0, stroke / 2 - distance + 0.5));
}

/** The pixels of a hatch, not premultiplied. */
export function drawHatch(spec: HatchSpec): PatternImage {
  const size = Math.round(spec.sizePixels * PATTERN_PIXEL_RATIO);
  const stroke = spec.strokePixels * PATTERN_PIXEL_RATIO;
  const data = new Uint8ClampedArray(size * size * 4);
  const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(spec.colour.slice(at, at + 2), 16));
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      const first = stripeCover(x + 0.5, y + 0.5, spec.across, spec.down, size, stroke);
      const second = spec.crossed ? stripeCover(x + 0.5, y + 0.5, -spec.down, spec.across, size, stroke) : 0;
      data.set([red ?? 0, green ?? 0, blue ?? 0, Math.round(Math.max(first, second) * 255)], (y * size + x) * 4);
    }
  }
  return { width: size, height: size, data };
}

/** Directions told apart at a glance, one for each overlapping zone. */
const DIRECTIONS: readonly (readonly [number, number])[] = [
  [1, 1],
  [1, -1],
  [0, 1],
  [1, 0],
  [2, 1],
  [1, -2],
];

/** The hatch of the zone at this place in the plan's order. */
export function zoneHatch(index: number, colour: string): HatchSpec {
  const [across, down] = DIRECTIONS[index % DIRECTIONS.length] ?? [1, 1];
  const slant = Math.hypot(across, down);
  return {
    id: `hatch-${across}-${down}-${colour}`,
    colour,
    across,
    down,
    // The gap between stripes is the same in every direction.
    sizePixels: Math.round(9 * slant),
    strokePixels: 1,
  };
}

export const plannedHatch = (colour: string): HatchSpec => ({
  id: `planned-${colour}`,
  colour,
  across: 1,
  down: 1,
  sizePixels: 7,
  strokePixels: 2,
});

export const overHatch = (colour: string): HatchSpec => ({
  id: `over-${colour}`,
  colour,
  across: 1,
  down: 1,
  sizePixels: 10,
  strokePixels: 1.6,
  crossed: true,
});

export const nearHatch = (colour: string): HatchSpec => ({
  id: `near-${colour}`,
  colour,
  across: 1,
  down: -1,
  sizePixels: 9,
  strokePixels: 1.2,
});
