import { expect, test } from 'vitest';
import { fitScaleBar } from '../../../src/ui/map/scale_bar.ts';

test('is the longest round length that fits', () => {
  // At 1:10,000 a CSS pixel is 2.6458 m: 110 px are 291 m.
  expect(fitScaleBar(10_000, 110)?.metres).toBe(200);
  expect(fitScaleBar(50_000, 110)?.metres).toBe(1000);
  expect(fitScaleBar(2000, 110)?.metres).toBe(50);
});

test('is drawn as long as the length is on the screen', () => {
  const bar = fitScaleBar(10_000, 110);
  expect(bar?.pixels).toBeCloseTo((200 / 10_000 / 0.0254) * 96, 9);
});

test('is not drawn where there is no scale', () => {
  expect(fitScaleBar(0, 110)).toBeUndefined();
  expect(fitScaleBar(Number.NaN, 110)).toBeUndefined();
});
