import { isLayerId, PLOT_NUMBER_FIELDS } from '../../plan/fields.ts';
import type { LayerId, Plan, PlanFeature } from '../../plan/types.ts';
import { isRecord } from '../../value_kinds.ts';
import type { DiagnosticLog } from '../diagnostic_log.ts';
import { settleAreaUnit } from '../fields/area_unit.ts';
import { checkFields, FieldNotes } from '../fields/check_fields.ts';
import { layerNamedBy } from '../fields/layer_name.ts';
import { type FieldMember, mapFields } from '../fields/map_fields.ts';
import { isOtherClass } from '../fields/settle_land_use.ts';
import { tellTableLayer } from '../fields/tell_layer.ts';
import { ZeroLimits } from '../fields/zero_limits.ts';
import type { SoundFeature } from '../geojson/check_structure.ts';
import type { ReadFeature } from '../interpret_source.ts';
import { OutdatedFields } from '../outdated_fields.ts';
import type { FieldReport, SourceLayer, SourceReport } from '../source.ts';
import type { SourceChoices, UnreadableHandling } from '../types.ts';
import { Unreadable } from '../unreadable.ts';
import { NumberIndex } from './plain_number.ts';

export interface JoinContext {
  plan: Plan;
  /** Features of the same update. */
  read: readonly ReadFeature[];
  choices: SourceChoices;
  /** What becomes of values that cannot be read. */
  unreadable: UnreadableHandling;
}

/** Features without a row that are named. */
const NAMED_FEATURES = 8;

/**
 * Joins the rows of a table to features by their numbers: those of the same update, else those of the present plan. The features
 * given back carry the row's values over their own. Rows may name their layer; else the table tells it. How numbers were matched that
 * are not the same letter by letter, and what was left over on either side, goes into the log.
 */
export function joinTable(
  source: SourceLayer,
  log: DiagnosticLog,
  context: JoinContext,
): { report: SourceReport; features: ReadFeature[] } {
  const { name, file, format, encoding } = source;
  const unreadable = new Unreadable(context.unreadable, log);
  const rows = source.features.flatMap((value, index): FieldMember[] => {
    const faults = source.shapeFaults?.get(index);
    if (faults) unreadable.insteadOfShape(faults, undefined, false);
    return faults ? [] : [{ feature: value as SoundFeature, pointer: source.pointerOf(index), name: '' }];
  });
  const unnamed = rows.filter(({ feature }) => !layerNamedBy(feature)).map(({ feature }) => feature);
  const told = context.choices.layer ?? tellTableLayer(unnamed, name, context.plan) ?? 'plots';
  const byLayer = new Map<LayerId, FieldMember[]>();
  for (const row of rows) {
    const layer = layerNamedBy(row.feature) ?? told;
    const members = byLayer.get(layer);
    if (members) members.push(row);
    else byLayer.set(layer, [row]);
  }
  const features: ReadFeature[] = [];
  const fields: FieldReport[] = [];
  for (const [layer, members] of byLayer) {
    const { choices: choice, plan } = context;
    const own = mapFields({ source, layer, features: members, choice, plan, unreadable }, log);
    fields.push(...own);
    for (const feature of joinRows(source, layer, members, own, log, { ...context, unreadable }))
      features.push(feature);
  }
  const layer = byLayer.has(told) || byLayer.size === 0 ? told : [...byLayer.keys()][0];
  const report: SourceReport = {
    name,
    file,
    format,
    featureCount: rows.length,
    isJoined: true,
    fields,
    ...(layer && { layer }),
    ...(encoding !== undefined && { encoding }),
    ...(unreadable.report && { unreadable: unreadable.report }),
  };
  return { report, features };
}

function joinRows(
  source: SourceLayer,
  layer: LayerId,
  rows: readonly FieldMember[],
  fields: readonly FieldReport[],
  log: DiagnosticLog,
  { plan, read, unreadable }: Pick<JoinContext, 'plan' | 'read'> & { unreadable: Unreadable },
): ReadFeature[] {
  const partners = new Map<string, PlanFeature>();
  for (const feature of plan.layers[layer]) partners.set(feature.id, feature as PlanFeature);
  for (const one of read) if (one.layer === layer) partners.set(one.feature.id, one.feature);
  const index = new NumberIndex(partners.keys());
  if (rows.length > 0 && rows.every(({ feature }) => numberFieldOf(propertiesOf(feature)) === undefined)) {
    log.add({ code: 'table-number-missing', severity: 'error', layer, data: { count: rows.length } });
    return [];
  }
  const matched = rows.map(({ feature }) => {
    const number = numberOf(propertiesOf(feature));
    const match = index.find(number);
    const partner = match.kind === 'exact' || match.kind === 'alike' ? partners.get(match.id) : undefined;
    return { number, match, partner };
  });
  const areaAt = (at: number) => {
    const row = rows[at];
    const geometry = matched[at]?.partner?.geometry;
    return row && { properties: propertiesOf(row.feature), geometry: geometry ?? null };
  };
  if (layer === 'plots') settleAreaUnit(source, fields, rows.length, areaAt, log);
  const first = new Map<string, string>();
  const notes = new FieldNotes();
  const outdated = new OutdatedFields(isOtherClass);
  const zeroLimits = new ZeroLimits(layer);
  const joined: ReadFeature[] = [];
  for (const [at, { feature: row, pointer }] of rows.entries()) {
    const properties = propertiesOf(row);
    const numberField = numberFieldOf(properties);
    const { number, match, partner } = matched[at] ?? {
      number: '',
      match: { kind: 'none' } as const,
      partner: undefined,
    };
    const data = { found: number };
    // An empty cell of a table takes nothing away.
    const filled = Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== null));
    unreadable.settleValues(row, filled, partner);
    if (match.kind === 'collision') {
      log.add({ code: 'table-number-collides', severity: 'error', layer, pointer, data: { ...data, ids: match.ids } });
      continue;
    }
    if (!partner) {
      log.add({ code: 'table-row-unmatched', severity: 'warning', layer, pointer, data });
      continue;
    }
    const place = { layer, feature: partner.id, pointer };
    if (match.kind === 'alike') log.add({ code: 'table-number-alike', severity: 'info', ...place, data });
    const earlier = first.get(partner.id);
    if (earlier === undefined) first.set(partner.id, pointer);
    else
      log.add({
        code: 'table-number-repeated',
        severity: 'error',
        ...place,
        data: { ...data, firstPointer: earlier },
      });
    const values = Object.entries(properties).filter(
      ([field, value]) => field !== numberField && value !== null && !(field === 'layer' && isLayerId(value)),
    );
    const own = partner.properties;
    const given = Object.fromEntries(
      values.map(([field, value]) => [field, isWrittenFrom(own[field], value) ? own[field] : value]),
    );
    if (layer === 'plots') zeroLimits.look(given, own, partner.id, pointer);
    const kept = Object.entries(own).filter(
      ([field]) => Object.hasOwn(given, field) || !outdated.take(field, own, given, place),
    );
    const checked = checkFields({ ...Object.fromEntries(kept), ...given }, place, log, notes, (field, faults) =>
      unreadable.instead(field, faults, own),
    );
    joined.push({ layer, pointer, feature: { ...partner, properties: checked } as PlanFeature });
  }
  notes.report(log);
  outdated.report(layer, log);
  zeroLimits.report(log);
  reportLeft(
    layer,
    [...partners.keys()].filter((id) => !first.has(id)),
    first.size,
    log,
  );
  return joined;
}

function propertiesOf({ properties }: SoundFeature): Record<string, unknown> {
  return isRecord(properties) ? properties : {};
}

function numberOf(properties: Record<string, unknown>): string {
  const field = numberFieldOf(properties);
  return field === undefined ? '' : String(properties[field] ?? '').trim();
}

function numberFieldOf(properties: Record<string, unknown>): string | undefined {
  return ['id', ...PLOT_NUMBER_FIELDS].find((field) => Object.hasOwn(properties, field));
}

/** A table's cell holds no list: its text is what the feature has, where it was written from it. */
function isWrittenFrom(own: unknown, value: unknown): boolean {
  return typeof own === 'object' && own !== null && typeof value === 'string' && JSON.stringify(own) === value;
}

function reportLeft(layer: LayerId, left: readonly string[], joinedCount: number, log: DiagnosticLog): void {
  if (left.length === 0) return;
  const data = { count: left.length, joined: joinedCount, ids: left.slice(0, NAMED_FEATURES) };
  log.add({ code: 'table-features-left', severity: 'info', layer, data });
}
