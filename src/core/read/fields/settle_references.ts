import type { AnyFeature, LayerId, Plan } from '../../plan/types.ts';
import type { DiagnosticLog } from '../diagnostic_log.ts';
import type { ReadFeature } from '../interpret_source.ts';
import { NumberIndex } from '../tables/plain_number.ts';
import type { UpdateMode } from '../types.ts';
import { PhaseIndex } from './phase_index.ts';

/** What one source gave, with the log of its file. */
export interface ReadBatch {
  features: readonly ReadFeature[];
  log: DiagnosticLog;
}

type Match = { kind: 'exact' | 'alike'; id: string } | { kind: 'ambiguous'; ids: string[] } | { kind: 'none' };
interface Told {
  match: Match;
  read: ReadFeature;
  count: number;
}

/** Phases that are named where none fits. */
const NAMED_PHASES = 12;

/**
 * Gives the phase of plots and the plot of buildings, as files call them (一期, Phase 1, full-width numbers), the ids they have in the
 * plan with its update. What means several or none stays as it is and is told, once for each way it is written.
 */
export function settleReferences(batches: readonly ReadBatch[], plan: Plan, mode: UpdateMode): void {
  const phases = featuresAfter('phases', batches, plan, mode);
  const phaseIndex = new PhaseIndex(phases);
  // A million plots are looked up only where a building names one.
  let plots: NumberIndex | undefined;
  const plotIndex = () => {
    plots ??= new NumberIndex(featuresAfter('plots', batches, plan, mode).map(({ id }) => id));
    return plots;
  };
  const named = phases.slice(0, NAMED_PHASES).map(({ id, properties }) => {
    const { name } = properties as { name?: unknown };
    return typeof name === 'string' && name !== '' && name !== id ? `${id} ${name}` : id;
  });
  for (const batch of batches) {
    if (phases.length > 0) settle(batch, plan, 'plots', 'phase', (value) => phaseIndex.find(value), named);
    settle(batch, plan, 'buildings', 'plot', (value) => plotMatch(plotIndex(), value), undefined);
  }
}

function settle(
  { features, log }: ReadBatch,
  plan: Plan,
  layer: LayerId,
  field: 'phase' | 'plot',
  find: (value: string) => Match,
  choices: readonly string[] | undefined,
): void {
  const seen = new Map<string, Told>();
  let present: Map<string, unknown> | undefined;
  const isInPlan = (id: string, value: string) => {
    present ??= new Map(
      plan.layers[layer].map(({ id: own, properties }) => [
        own,
        Object.entries(properties).find(([name]) => name === field)?.[1],
      ]),
    );
    return present.get(id) === value;
  };
  for (const read of features) {
    if (read.layer !== layer) continue;
    const value: unknown = read.feature.properties[field];
    if (typeof value !== 'string' || value.trim() === '') continue;
    const told = seen.get(value) ?? { match: find(value), read, count: 0 };
    // What the plan says itself comes back as it was; judging it is the check's part.
    if (told.match.kind !== 'exact' && isInPlan(read.feature.id, value)) continue;
    seen.set(value, told);
    told.count += 1;
    if (told.match.kind === 'alike') read.feature.properties = { ...read.feature.properties, [field]: told.match.id };
  }
  for (const [found, { match, read, count }] of seen) {
    const place = { layer, feature: read.feature.id, pointer: read.pointer };
    const data = { field, found, count };
    if (match.kind === 'alike')
      log.add({ code: 'reference-matched', severity: 'info', ...place, data: { ...data, id: match.id } });
    else if (match.kind === 'ambiguous')
      log.add({ code: 'reference-ambiguous', severity: 'warning', ...place, data: { ...data, ids: match.ids } });
    else if (match.kind === 'none' && choices)
      log.add({ code: 'phase-unknown', severity: 'warning', ...place, data: { ...data, ids: [...choices] } });
  }
}

/** A plot's number in a building's words: `A-01地块` too. */
function plotMatch(index: NumberIndex, value: string): Match {
  const match = index.find(value);
  const bare = value.trim().replace(/^地块|(?:号)?地块$/g, '');
  const found = match.kind === 'none' && bare !== value ? index.find(bare) : match;
  if (found.kind === 'collision') return { kind: 'ambiguous', ids: found.ids };
  return found.kind === 'exact' && found !== match ? { kind: 'alike', id: found.id } : found;
}

/** A layer's features as they will be: those of the update, with the plan's where the update does not replace them all. */
function featuresAfter(layer: LayerId, batches: readonly ReadBatch[], plan: Plan, mode: UpdateMode): AnyFeature[] {
  const read = new Map<string, AnyFeature>();
  for (const { features } of batches)
    for (const one of features) if (one.layer === layer) read.set(one.feature.id, one.feature);
  const present: readonly AnyFeature[] = mode === 'replace' && read.size > 0 ? [] : plan.layers[layer];
  return [...present.filter(({ id }) => !read.has(id)), ...read.values()];
}
