import type { Finding, FindingValue } from '../plan/findings.ts';
import type { LayerId, Plan } from '../plan/types.ts';

/** Layers whose ids say nothing to a reader; plots and buildings go by their numbers. */
const NAMED_LAYERS = ['phases', 'zones', 'roads', 'water', 'green', 'metro'] as const satisfies readonly LayerId[];
/** Data that holds ids of phases and zones. */
const ID_DATA = ['phase', 'silent', 'limitFrom', 'minimumFrom', 'maximumFrom'];

/**
 * Puts the names of the phases, zones, roads and waters a finding speaks of into its data, so that it can be told without the plan:
 * `namedIds`, and in the same order `names` and `namesEn`. A phase and a zone of one id are told apart by the finding's own layer only.
 */
export function createNamer(plan: Plan): (finding: Finding) => Finding {
  const named = new Map<string, { name: string; nameEn: string }>();
  for (const layer of NAMED_LAYERS) {
    for (const { id, properties } of plan.layers[layer]) {
      const name = properties.name ?? properties.nameEn;
      const nameEn = properties.nameEn ?? properties.name;
      if (name !== undefined && nameEn !== undefined && !named.has(id)) named.set(id, { name, nameEn });
    }
  }
  return (finding) => {
    const ids = [...new Set([...featureIds(finding), ...ID_DATA.flatMap((name) => idsOf(finding.data[name]))])];
    const known = ids.flatMap((id) => {
      const names = named.get(id);
      return names ? [{ id, ...names }] : [];
    });
    if (known.length === 0) return finding;
    const data = {
      ...finding.data,
      namedIds: known.map(({ id }) => id),
      names: known.map(({ name }) => name),
      namesEn: known.map(({ nameEn }) => nameEn),
    };
    return { ...finding, data };
  };
}

function featureIds({ layer, feature, related }: Finding): string[] {
  const own = NAMED_LAYERS.some((one) => one === layer) && feature !== undefined ? [feature] : [];
  return [...own, ...(related ?? [])];
}

function idsOf(value: FindingValue | undefined): string[] {
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value : [];
}
