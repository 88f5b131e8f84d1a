import { boundsOf } from '../../measure/index.ts';
import type { LayerId, Plan, Polygon, Position } from '../../plan/types.ts';
import type { SoundFeature } from '../geojson/check_structure.ts';
import { evenly } from './match_features.ts';
import { centreOf } from './shape_signature.ts';

/** Layers that cover ground plots lie on, the most telling first. */
const GROUND: readonly LayerId[] = ['plots', 'phases', 'zones'];
const MOST_ASKED = 200;

/** Tells what share of a source's features a reading puts on the plan's own plots (or its phases, or zones): their centres are asked. */
export type ShareOnPlan = (read: (x: number, y: number) => readonly [number, number]) => number | undefined;

export function createShareOnPlan(features: readonly SoundFeature[], plan: Plan): ShareOnPlan {
  let ground: { box: readonly number[]; rings: Position[][] }[] | undefined;
  let centres: [number, number][] | undefined;
  const groundOf = () => {
    const layer = GROUND.find((one) => plan.layers[one].length > 0);
    return (layer ? plan.layers[layer] : []).flatMap(({ geometry }) => {
      const parts =
        geometry.type === 'Polygon'
          ? [geometry.coordinates]
          : geometry.type === 'MultiPolygon'
            ? geometry.coordinates
            : [];
      return parts.flatMap((rings) => {
        const box = boundsOf([{ type: 'Polygon', coordinates: rings } satisfies Polygon]);
        return box ? [{ box, rings }] : [];
      });
    });
  };
  return (read) => {
    // Gathered when the first reading near the plan asks: most sources never do.
    ground ??= groundOf();
    centres ??= evenly(features, MOST_ASKED).flatMap(({ geometry }) => {
      const centre = centreOf(geometry);
      return centre ? [centre] : [];
    });
    const asked = centres;
    if (ground.length === 0 || asked.length === 0) return undefined;
    let count = 0;
    for (const centre of asked) {
      const [x, y] = read(centre[0], centre[1]);
      const isOn = ground.some(
        ({ box: [west = 0, south = 0, east = 0, north = 0], rings }) =>
          x >= west && x <= east && y >= south && y <= north && isWithin(rings, x, y),
      );
      if (isOn) count += 1;
    }
    return count / asked.length;
  };
}

/** Whether a place lies within rings, by the parity of crossings to its right. */
function isWithin(rings: readonly (readonly Position[])[], x: number, y: number): boolean {
  let isInside = false;
  for (const ring of rings)
    for (let index = 1; index < ring.length; index += 1) {
      const [x1 = 0, y1 = 0] = ring[index - 1] ?? [];
      const [x2 = 0, y2 = 0] = ring[index] ?? [];
      if (y1 > y !== y2 > y && x < x1 + ((y - y1) / (y2 - y1)) * (x2 - x1)) isInside = !isInside;
    }
  return isInside;
}
