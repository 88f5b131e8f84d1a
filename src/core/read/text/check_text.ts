import { LAYERS } from '../../plan/fields.ts';
import type { AnyFeature, LayerId, Plan } from '../../plan/types.ts';
import { isRecord } from '../../value_kinds.ts';
import { type DiagnosticLog, excerptOf, pointerStep } from '../diagnostic_log.ts';
import { ShapeCache } from '../fields/shape_cache.ts';
import type { ReadFeature } from '../interpret_source.ts';
import type { GarbledReport, SourceLayer } from '../source.ts';
import type { GarbledHandling } from '../types.ts';
import { findGarbled, type Garbled, type GarbledKind, isSuspicious } from './find_garbled.ts';

/** Values of a field that are shown. */
const SAMPLES = 3;
/** What was found garbled in one source. */
export interface TextCheck {
  report?: GarbledReport;
  /** Garbled texts that stand in the features, as they stand there. */
  garbled: ReadonlySet<string>;
}

interface Trouble {
  kind: GarbledKind;
  field: string;
  pointer: string;
  count: number;
  /** Of these so many can be turned back. */
  mendableCount: number;
  found: string[];
  meant: string[];
}

/**
 * Looks for garbled text among a source's values, the names of its fields and its own name, and tells it field by field. With `mend`
 * what can be turned back without loss is, in place; nothing else is changed.
 */
export function checkText(source: SourceLayer, log: DiagnosticLog, handling: GarbledHandling | undefined): TextCheck {
  const check = new SourceTextCheck(source, log, handling === 'mend');
  check.checkName();
  for (const [index, feature] of source.features.entries()) if (isRecord(feature)) check.checkFeature(feature, index);
  return check.result(handling);
}

class SourceTextCheck {
  readonly #source: SourceLayer;
  readonly #log: DiagnosticLog;
  readonly #mends: boolean;
  readonly #verdicts = new Map<string, Garbled | undefined>();
  readonly #troubles = new Map<string, Trouble>();
  readonly #fieldNames = new Map<string, string>();
  readonly #garbled = new Set<string>();
  /** The fields of a feature, and of each the last value nothing is wrong with. */
  readonly #shapes = new ShapeCache((names) => ({
    names,
    plain: names.map((): string | undefined => undefined),
    isRenamed: names.map((name) => this.#fieldName(name, this.#index) !== name).includes(true),
  }));
  /** Of the feature looked at. */
  #index = 0;
  readonly #samples: GarbledReport['samples'] = [];
  #count = 0;
  #mendableCount = 0;
  #mendedCount = 0;

  constructor(source: SourceLayer, log: DiagnosticLog, mends: boolean) {
    this.#source = source;
    this.#log = log;
    this.#mends = mends;
  }

  checkName(): void {
    const { name } = this.#source;
    const verdict = findGarbled(name);
    if (!verdict) return;
    this.#log.add({ code: 'name-garbled', severity: 'info', data: { found: name, meant: verdict.meant ?? '' } });
  }

  checkFeature(feature: Record<string, unknown>, index: number): void {
    const { id, properties } = feature;
    if (typeof id === 'string' && isSuspicious(id)) feature.id = this.#checkValue(id, 'id', index, '/id');
    if (!isRecord(properties)) return;
    this.#index = index;
    const { names, plain, isRenamed } = this.#shapes.of(properties);
    for (let column = 0; column < names.length; column += 1) {
      const field = names[column] as string;
      const value = properties[field];
      if (typeof value === 'string') {
        // Most fields say the same in one feature after the other.
        if (value === plain[column]) continue;
        if (!isSuspicious(value)) {
          plain[column] = value;
          continue;
        }
        const sound = this.#checkValue(value, field, index);
        if (sound === value && !this.#garbled.has(value)) plain[column] = value;
        if (sound !== value) properties[field] = sound;
      } else if (Array.isArray(value))
        for (const [place, one] of value.entries())
          if (typeof one === 'string' && isSuspicious(one)) value[place] = this.#checkValue(one, field, index);
    }
    if (!isRenamed) return;
    const entries = Object.entries(properties).map(([field, value]) => [this.#fieldNames.get(field) ?? field, value]);
    feature.properties = Object.fromEntries(entries);
  }

  #pointerTo(field: string, index: number): string {
    return `${this.#source.pointerOf(index)}/properties${pointerStep(field)}`;
  }

  /** The name a field is given: its own, or what it said where that is to be mended and is not taken. */
  #fieldName(field: string, index: number): string {
    const known = this.#fieldNames.get(field);
    if (known !== undefined) return known;
    const verdict = findGarbled(field);
    let name = field;
    if (verdict) {
      const { meant } = verdict;
      this.#count += 1;
      if (meant !== undefined) this.#noteMendable(field, meant);
      if (this.#mends && meant !== undefined && ![...this.#fieldNames.values()].includes(meant)) name = meant;
      if (name === field) {
        const data = { found: excerptOf(field), meant: meant ?? '' };
        const code = meant === undefined ? 'field-name-lost' : 'field-name-garbled';
        this.#log.add({ code, severity: 'warning', pointer: this.#pointerTo(field, index), data });
      } else this.#mendedCount += 1;
    }
    this.#fieldNames.set(field, name);
    return name;
  }

  /** The value as it is to be used. */
  #checkValue(value: string, field: string, index: number, place?: string): string {
    const verdict = this.#verdictOf(value);
    if (!verdict) return value;
    this.#count += 1;
    const { kind, meant } = verdict;
    if (meant !== undefined) this.#noteMendable(value, meant);
    if (meant !== undefined && this.#mends) {
      this.#mendedCount += 1;
      return meant;
    }
    this.#garbled.add(value);
    const key = `${kind}|${field}`;
    let trouble = this.#troubles.get(key);
    if (!trouble) {
      const pointer = place === undefined ? this.#pointerTo(field, index) : this.#source.pointerOf(index) + place;
      trouble = { kind, field, pointer, count: 0, mendableCount: 0, found: [], meant: [] };
      this.#troubles.set(key, trouble);
    }
    trouble.count += 1;
    if (meant !== undefined) trouble.mendableCount += 1;
    const sample = excerptOf(value);
    if (trouble.found.length < SAMPLES && !trouble.found.includes(sample)) {
      trouble.found.push(sample);
      if (meant !== undefined) trouble.meant.push(excerptOf(meant));
    }
    return value;
  }

  #noteMendable(found: string, meant: string): void {
    this.#mendableCount += 1;
    const isNew = !this.#samples.some((sample) => sample.found === excerptOf(found));
    if (this.#samples.length < SAMPLES && isNew)
      this.#samples.push({ found: excerptOf(found), meant: excerptOf(meant) });
  }

  #verdictOf(value: string): Garbled | undefined {
    if (this.#verdicts.has(value)) return this.#verdicts.get(value);
    const verdict = findGarbled(value);
    if (verdict) this.#verdicts.set(value, verdict);
    return verdict;
  }

  result(handling: GarbledHandling | undefined): TextCheck {
    for (const { kind, field, pointer, count, mendableCount, found, meant } of this.#troubles.values()) {
      const code = kind === 'lost' ? 'text-lost' : kind === 'private' ? 'text-private' : 'text-misread';
      const data = { field, count, found, ...(code === 'text-misread' && { meant, mendable: mendableCount }) };
      this.#log.add({ code, severity: 'warning', pointer, data });
    }
    if (this.#mendedCount > 0) {
      const found = this.#samples.map((sample) => sample.found);
      const meant = this.#samples.map((sample) => sample.meant);
      this.#log.add({ code: 'text-mended', severity: 'info', data: { count: this.#mendedCount, found, meant } });
    }
    if (this.#count === 0) return { garbled: this.#garbled };
    const report: GarbledReport = {
      count: this.#count,
      mendableCount: this.#mendableCount,
      samples: this.#samples,
      handling: handling ?? 'omit',
    };
    return { report, garbled: this.#garbled };
  }
}

/** Rows of a table without their garbled values: they must not go over what the plan has. */
export function withoutGarbledCells(source: SourceLayer, garbled: ReadonlySet<string>): void {
  for (const row of source.features) {
    if (!isRecord(row) || !isRecord(row.properties)) continue;
    for (const [field, value] of Object.entries(row.properties))
      if (typeof value === 'string' && garbled.has(value)) row.properties[field] = null;
  }
}

/**
 * Takes garbled values out of the fields the dictionary knows, so that they are not drawn: what the present plan has there stays.
 * Fields of others keep them as they are. A garbled number is an error: nothing can be matched by it.
 */
export function leaveOutGarbled(
  features: readonly ReadFeature[],
  garbled: ReadonlySet<string>,
  plan: Plan,
  log: DiagnosticLog,
): void {
  const present = new Map<LayerId, Map<string, AnyFeature>>();
  const presentOf = (layer: LayerId, id: string): AnyFeature | undefined => {
    if (!present.has(layer)) present.set(layer, new Map(plan.layers[layer].map((one) => [one.id, one])));
    return present.get(layer)?.get(id);
  };
  for (const { layer, feature, pointer } of features) {
    if (findGarbled(feature.id))
      log.add({ code: 'id-garbled', severity: 'error', layer, feature: feature.id, pointer, data: {} });
    const { fields } = LAYERS[layer];
    for (const [field, value] of Object.entries(feature.properties)) {
      const isGarbled = typeof value === 'string' && garbled.has(value);
      if (!isGarbled || fields.get(field)?.kind !== 'text') continue;
      const known = presentOf(layer, feature.id)?.properties as Record<string, unknown> | undefined;
      if (known && Object.hasOwn(known, field)) feature.properties[field] = known[field];
      else delete feature.properties[field];
    }
  }
}
