import { expect, test } from 'vitest';
import { roomOf } from '../../../src/ui/compare/review_room.ts';

const DESK = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };

test('a review at the side takes the right of the page, one below takes the bottom, a folded one at the side nothing', () => {
  expect(roomOf({ left: 852, top: 56, width: 576, height: 800 }, DESK)).toEqual({ right: 588, bottom: 0 });
  expect(roomOf({ left: 852, top: 800, width: 576, height: 90 }, DESK)).toEqual({ right: 0, bottom: 0 });
  expect(roomOf({ left: 0, top: 400, width: 390, height: 444 }, PHONE)).toEqual({ right: 0, bottom: 444 });
  expect(roomOf({ left: 0, top: 740, width: 390, height: 104 }, PHONE)).toEqual({ right: 0, bottom: 104 });
});
