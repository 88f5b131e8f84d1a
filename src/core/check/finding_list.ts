import { sameValue } from '../compare/same_value.ts';
import { compareText } from '../compare_text.ts';
import type { RecordColumn } from '../packing/column.ts';
import type { Keeper, KeptList } from '../packing/keeper.ts';
import { columnOf } from '../packing/large_lists.ts';
import type { Finding, Severity } from '../plan/findings.ts';
import type { Plan } from '../plan/types.ts';
import type { PlanPlaces } from './plan_places.ts';

const SEVERITY_ORDER: Record<Severity, number> = { error: 0, warning: 1, info: 2 };

/** Findings of one severity and code, as stretches of what was kept, each in order in itself. */
interface Group {
  severity: Severity;
  code: string;
  lastKey: string;
  stretches: { start: number; end: number }[];
}

/** What a check finds: errors first, then by code, layer and feature, whatever the order it was found in. */
export class FindingList {
  readonly #keeper: Keeper;
  readonly #plan: Plan;
  readonly #places: PlanPlaces;
  readonly #kept: KeptList<Finding>;
  readonly #groups = new Map<string, Group>();
  #current: Finding | undefined;

  constructor(keeper: Keeper, plan: Plan, places: PlanPlaces) {
    this.#keeper = keeper;
    this.#plan = plan;
    this.#places = places;
    this.#kept = keeper.list((record) => this.#placeOf(record), 'data');
  }

  add(findings: readonly Finding[]): void {
    const keyed = findings.map((finding) => ({ finding, key: sortKey(finding) }));
    keyed.sort((a, b) => compareText(a.key, b.key));
    for (const { finding, key } of keyed) {
      const { severity, code } = finding;
      const at = this.#kept.length;
      this.#current = finding;
      this.#kept.push(finding);
      const name = `${severity} ${code}`;
      let group = this.#groups.get(name);
      if (!group) {
        group = { severity, code, lastKey: key, stretches: [] };
        this.#groups.set(name, group);
      }
      const last = group.stretches.at(-1);
      // Most rules go through the features in the order of their ids.
      if (last && last.end === at && group.lastKey <= key) last.end = at + 1;
      else group.stretches.push({ start: at, end: at + 1 });
      group.lastKey = key;
    }
    this.#current = undefined;
  }

  finish(): Finding[] {
    const list = this.#kept.finish();
    const order = new Uint32Array(list.length);
    let at = 0;
    const groups = [...this.#groups.values()].sort(
      (a, b) => SEVERITY_ORDER[a.severity] - SEVERITY_ORDER[b.severity] || compareText(a.code, b.code),
    );
    for (const { stretches } of groups) {
      const places = stretches.flatMap(({ start, end }) =>
        Array.from({ length: end - start }, (_, index) => start + index),
      );
      for (const place of stretches.length > 1 ? inOrder(list, places) : places) {
        order[at] = place;
        at += 1;
      }
    }
    return this.#keeper.pick(list, order);
  }

  /** A finding's evidence is mostly its feature's whole shape, which need not be kept twice. */
  #placeOf(record: object): { column: RecordColumn; row: number } | undefined {
    const { layer, feature, evidence } = this.#current ?? {};
    if (record !== evidence || !layer || feature === undefined) return undefined;
    const features = this.#plan.layers[layer];
    const shapes = columnOf(features)?.fields.find(([name]) => name === 'geometry')?.[1];
    const row = this.#places.byId(layer).get(feature);
    if (shapes?.kind !== 'record' || row === undefined) return undefined;
    const geometry = features[row]?.geometry;
    return geometry === evidence || sameValue(geometry, evidence) ? { column: shapes, row } : undefined;
  }
}

function inOrder(list: readonly Finding[], places: readonly number[]): number[] {
  return places
    .map((place) => ({ place, key: sortKey(list[place] as Finding) }))
    .sort((a, b) => compareText(a.key, b.key))
    .map(({ place }) => place);
}

/** Data goes in last, so that two findings of one rule about one feature stand in the same order every time. */
function sortKey(finding: Finding): string {
  const data = Object.entries(finding.data).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([finding.code, finding.layer ?? '', finding.feature ?? '', finding.related ?? [], data]);
}
