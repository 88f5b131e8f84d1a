import { findReference } from '../control/index.ts';
import type { Finding } from '../plan/findings.ts';
import { landUseClassOf } from '../plan/land_use.ts';
import { type AnyFeature, LAYER_IDS, type LayerId, type Plan } from '../plan/types.ts';
import type { CheckContext } from './rule.ts';

interface Reference {
  layer: LayerId;
  feature: AnyFeature;
  field: string;
  pointer: string;
  value: string;
}

/**
 * Every id and code a feature names exists: phases, plots, townscape tones, land-use codes and what height bands are measured
 * from. A layer the manifest has no file for cannot be referred to, and is passed over.
 */
export function checkReferenceMissing({ plan }: CheckContext): Finding[] {
  const { manifest, layers } = plan;
  const phases = idsOf(plan, 'phases');
  const plots = idsOf(plan, 'plots');
  const tones = new Set((manifest.palette?.townscapeTones ?? []).map((tone) => tone.code));
  const missing: Reference[] = [];
  const look = (
    layer: LayerId,
    feature: AnyFeature,
    field: string,
    value: string | undefined,
    exists: (value: string) => boolean,
    pointer = `./properties/${field}`,
  ) => {
    if (value !== undefined && !exists(value)) missing.push({ layer, feature, field, value, pointer });
  };

  for (const plot of layers.plots) {
    const { phase, landUseCode, landUseScheme, townscapeTone } = plot.properties;
    if (phases) look('plots', plot, 'phase', phase, (id) => phases.has(id));
    look(
      'plots',
      plot,
      'landUseCode',
      landUseCode,
      (code) => landUseClassOf(manifest, landUseScheme, code) !== undefined,
    );
    if (tones.size > 0) look('plots', plot, 'townscapeTone', townscapeTone, (code) => tones.has(code));
  }
  for (const zone of layers.zones) {
    if (tones.size > 0) look('zones', zone, 'townscapeTone', zone.properties.townscapeTone, (code) => tones.has(code));
    for (const [index, band] of (zone.properties.heightBands ?? []).entries()) {
      const pointer = `./properties/heightBands/${index}/measuredFrom`;
      const canExist = (reference: string) =>
        LAYER_IDS.some((id) => reference.startsWith(`${id}/`) && !manifest.layers[id]);
      look(
        'zones',
        zone,
        'measuredFrom',
        band.measuredFrom,
        (reference) => canExist(reference) || findReference(plan, reference) !== undefined,
        pointer,
      );
    }
  }
  if (plots)
    for (const building of layers.buildings)
      look('buildings', building, 'plot', building.properties.plot, (id) => plots.has(id));

  const findings = missing.map(
    ({ layer, feature, field, pointer, value }): Finding => ({
      code: 'reference-missing',
      severity: 'error',
      layer,
      feature: feature.id,
      pointer,
      data: { field, value },
      evidence: feature.geometry,
    }),
  );
  const zone = manifest.community?.zone;
  if (zone !== undefined && manifest.layers.zones && !layers.zones.some((one) => one.id === zone))
    findings.push({
      code: 'community-zone-missing',
      severity: 'error',
      pointer: '/community/zone',
      data: { value: zone },
    });
  return findings;
}

function idsOf(plan: Plan, layer: 'phases' | 'plots'): Set<string> | undefined {
  return plan.manifest.layers[layer] === undefined ? undefined : new Set(plan.layers[layer].map((one) => one.id));
}
