import { boundsOf } from '../../measure/bounds.ts';
import { measureEllipsoidDistanceMetres } from '../../measure/ellipsoid.ts';
import type { CoordinateCandidate } from '../source.ts';

/** Metres between the middles of two readings' outlines. */
export function metresBetween(one: CoordinateCandidate, other: CoordinateCandidate): number {
  const middle = ({ outline }: CoordinateCandidate): [number, number] => {
    const [west, south, east, north] = boundsOf([outline]) ?? [0, 0, 0, 0];
    return [(west + east) / 2, (south + north) / 2];
  };
  return measureEllipsoidDistanceMetres(middle(one), middle(other));
}
