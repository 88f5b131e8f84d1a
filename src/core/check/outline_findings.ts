import type { Finding, FindingValue, Severity } from '../plan/findings.ts';
import { spotEvidence } from './evidence.ts';
import type { OutlinedLayer } from './plan_geometry.ts';
import type { CheckContext } from './rule.ts';

/** Something wrong with the outline of one feature, at certain places of the measuring plane. */
export function outlineFinding(
  { geometry }: CheckContext,
  { code, severity }: { code: string; severity: Severity },
  layer: OutlinedLayer,
  place: number,
  { spots, data = {} }: { spots: readonly number[]; data?: Record<string, FindingValue> },
): Finding | undefined {
  const { plane, features } = geometry.layer(layer);
  const feature = features[place];
  if (!feature) return undefined;
  return {
    code,
    severity,
    layer,
    feature: feature.id,
    pointer: './geometry',
    data,
    evidence: spotEvidence(plane, spots),
  };
}
