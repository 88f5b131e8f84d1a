import { describe, expect, it } from 'vitest';
import { colourOfOklab, linearOf, type Oklab, oklabOf, oklabOfLinear } from '../../../src/core/theme/colour_space.ts';
import {
  CATEGORY_COLOURS,
  COMPLIANCE_COLOURS,
  categoryColour,
  NO_DATA_COLOUR,
  type NumericThemeId,
  rampOf,
} from '../../../src/core/theme/colours.ts';

type Matrix = readonly [number, number, number, number, number, number, number, number, number];

/** Full dichromacy in linear light: G. M. Machado et al. 2009, "A physiologically-based model", severity 1.0. */
const EYES: Record<string, Matrix> = {
  normal: [1, 0, 0, 0, 1, 0, 0, 0, 1],
  protanopia: [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
  deuteranopia: [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
  tritanopia: [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039],
};

function seenBy(eye: Matrix, colour: string): Oklab {
  const [r, g, b] = linearOf(colour);
  const clip = (value: number) => Math.min(1, Math.max(0, value));
  return oklabOfLinear([
    clip(eye[0] * r + eye[1] * g + eye[2] * b),
    clip(eye[3] * r + eye[4] * g + eye[5] * b),
    clip(eye[6] * r + eye[7] * g + eye[8] * b),
  ]);
}

/** Difference two colours make to an eye, on the scale where black and white are 100 apart. */
function difference(eye: Matrix, one: string, other: string): number {
  const a = seenBy(eye, one);
  const b = seenBy(eye, other);
  return 100 * Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

/** Lightness in a greyscale print: CIE L* of the relative luminance. */
function greyLightness(colour: string): number {
  const [r, g, b] = linearOf(colour);
  const luminance = 0.2126 * r + 0.7152 * g + 0.0722 * b;
  return luminance > 0.008856 ? 116 * Math.cbrt(luminance) - 16 : 903.3 * luminance;
}

const RAMPS: NumericThemeId[] = ['height', 'far', 'density', 'greenRatio'];

describe('colour space', () => {
  it('knows white, black and red, and comes back to the same colour', () => {
    expect(oklabOf('#ffffff')[0]).toBeCloseTo(1, 3);
    expect(oklabOf('#000000')[0]).toBeCloseTo(0, 6);
    expect(oklabOf('#ff0000')).toEqual([
      expect.closeTo(0.628, 3),
      expect.closeTo(0.2249, 3),
      expect.closeTo(0.1258, 3),
    ]);
    for (const colour of ['#000000', '#ffffff', '#3b7fb8', '#961a1e', '#0a0b0c'])
      expect(colourOfOklab(oklabOf(colour))).toBe(colour);
  });
});

describe('ramps', () => {
  it.each(RAMPS)('grow darker from class to class in a greyscale print: %s', (theme) => {
    for (let count = 2; count <= 9; count += 1) {
      const grey = rampOf(theme, count).map(greyLightness);
      for (let index = 1; index < count; index += 1)
        expect((grey[index - 1] ?? 0) - (grey[index] ?? 0), `${count} classes, class ${index}`).toBeGreaterThan(5);
    }
  });

  it.each(RAMPS)('keep neighbouring classes apart for every kind of colour blindness: %s', (theme) => {
    for (let count = 2; count <= 8; count += 1) {
      const ramp = rampOf(theme, count);
      for (const [eye, matrix] of Object.entries(EYES)) {
        for (let index = 1; index < count; index += 1)
          expect(difference(matrix, ramp[index - 1] ?? '', ramp[index] ?? ''), `${eye}, ${count}`).toBeGreaterThan(5);
      }
    }
  });

  it('have a family of hues of their own', () => {
    const middles = RAMPS.map((theme) => rampOf(theme, 1)[0] ?? '');
    for (const [index, one] of middles.entries())
      for (const other of middles.slice(index + 1))
        expect(difference(EYES.normal as Matrix, one, other)).toBeGreaterThan(10);
  });

  it('have as many colours as asked for', () => {
    for (let count = 0; count <= 12; count += 1) {
      const ramp = rampOf('far', count);
      expect(ramp).toHaveLength(count);
      expect(new Set(ramp).size).toBe(count);
      for (const colour of ramp) expect(colour).toMatch(/^#[0-9a-f]{6}$/);
    }
  });
});

describe('colours of compliance', () => {
  it('differ for every eye and in a greyscale print', () => {
    const colours = Object.values(COMPLIANCE_COLOURS);
    for (const [index, one] of colours.entries()) {
      for (const other of colours.slice(index + 1)) {
        for (const [eye, matrix] of Object.entries(EYES))
          expect(difference(matrix, one, other), `${one} ${other} to ${eye}`).toBeGreaterThan(10);
        expect(Math.abs(greyLightness(one) - greyLightness(other)), `${one} ${other} in grey`).toBeGreaterThan(8);
      }
    }
  });
});

describe('colours of categories', () => {
  it('differ for every eye, and from the grey of missing data', () => {
    const colours: readonly string[] = CATEGORY_COLOURS;
    for (const [index, one] of colours.entries())
      for (const other of [...colours.slice(index + 1), NO_DATA_COLOUR])
        for (const [eye, matrix] of Object.entries(EYES))
          expect(difference(matrix, one, other), `${one} ${other} to ${eye}`).toBeGreaterThan(5);
  });

  it('start again where the list ends', () => {
    expect(categoryColour(CATEGORY_COLOURS.length)).toBe(CATEGORY_COLOURS[0]);
  });
});
