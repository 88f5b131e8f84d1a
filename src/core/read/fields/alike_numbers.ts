import { PLOT_NUMBER_FIELDS } from '../../plan/fields.ts';
import type { Plan } from '../../plan/types.ts';
import type { DiagnosticLog } from '../diagnostic_log.ts';
import { idOf, textOfId } from '../feature_id.ts';
import { NumberIndex } from '../tables/plain_number.ts';
import type { FieldMember } from './map_fields.ts';

const NUMBER_FIELDS = ['id', ...PLOT_NUMBER_FIELDS];

/**
 * Gives plots whose numbers differ from the present plan's in full-width signs, case, spaces or hyphens only the numbers as the plan
 * writes them, as rows of a table are joined, and tells each: as they stand they would be new plots on top of the old ones. Never
 * where the file has the plan's own spelling too, or two of its numbers are alike. Changes the features.
 */
export function settleAlikeNumbers(members: readonly FieldMember[], plan: Plan, log: DiagnosticLog): void {
  const index = new NumberIndex(plan.layers.plots.map(({ id }) => id));
  const taken = new Set<string>();
  const alike = new Map<string, { member: FieldMember; found: string }[]>();
  for (const member of members) {
    const found = idOf(member.feature, 'plots');
    if (found === undefined) continue;
    const match = index.find(found);
    if (match.kind === 'exact') taken.add(match.id);
    if (match.kind !== 'alike') continue;
    const known = alike.get(match.id);
    if (known) known.push({ member, found });
    else alike.set(match.id, [{ member, found }]);
  }
  for (const [id, [only, ...more]] of alike) {
    if (!only || more.length > 0 || taken.has(id)) continue;
    const { feature, pointer } = only.member;
    feature.id = id;
    const { properties } = feature;
    for (const field of NUMBER_FIELDS)
      if (Object.hasOwn(properties, field) && textOfId(properties[field]) === only.found) properties[field] = id;
    const data = { found: only.found };
    log.add({ code: 'number-alike', severity: 'warning', layer: 'plots', feature: id, pointer, data });
  }
}
