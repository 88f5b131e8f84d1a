import fc from 'fast-check';
import { expect, test } from 'vitest';
import { gatherPositions } from '../../../src/core/read/coordinates/gather.ts';
import type { SoundFeature } from '../../../src/core/read/geojson/check_structure.ts';

const place = fc.integer({ min: 0, max: 9000 }).map((thousandths) => thousandths / 1000);
const position = fc.tuple(place, place);
/** Few enough that no position counts as a stray. */
const feature = fc.array(position, { minLength: 1, maxLength: 4 }).map(
  (ring): SoundFeature => ({
    type: 'Feature',
    id: undefined,
    properties: {},
    geometry: { type: 'Polygon', coordinates: [ring] },
  }),
);

test('the gathered outline reaches as far as the positions do, and the boxes hold those of their feature', () => {
  fc.assert(
    fc.property(fc.array(feature, { minLength: 1, maxLength: 12 }), (features) => {
      const { outline, boxes } = gatherPositions(features);
      const all = features.map(({ geometry }) => (geometry.coordinates as number[][][]).flat());
      const boxOf = (positions: readonly (readonly number[])[]) => {
        const xs = positions.map(([x = 0]) => x);
        const ys = positions.map(([, y = 0]) => y);
        return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
      };
      expect(boxOf(outline)).toEqual(boxOf(all.flat()));
      expect([...boxes]).toEqual(all.flatMap(boxOf));
    }),
    { numRuns: 500 },
  );
});
