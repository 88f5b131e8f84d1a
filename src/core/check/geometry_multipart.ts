import type { Finding } from '../plan/findings.ts';
import type { CheckContext } from './rule.ts';

const EXPECTED_WHOLE = ['plots', 'buildings'] as const;

/** A plot or building drawn in several parts: it is granted, and stands, as one. */
export function* checkGeometryMultipart({ plan }: CheckContext): Generator<Finding> {
  for (const layer of EXPECTED_WHOLE)
    for (const { id, geometry } of plan.layers[layer]) {
      if (geometry.type !== 'MultiPolygon' || geometry.coordinates.length < 2) continue;
      yield {
        code: 'geometry-multipart',
        severity: 'warning',
        layer,
        feature: id,
        pointer: './geometry',
        data: { count: geometry.coordinates.length },
        evidence: geometry,
      };
    }
}
