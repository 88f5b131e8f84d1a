import type { FeatureChange } from '../../core/compare/types.ts';
import { boundsOf, measureEllipsoidDistanceMetres } from '../../core/measure/index.ts';
import { fieldReader } from '../../core/packing/large_lists.ts';
import { LAYERS } from '../../core/plan/fields.ts';
import type { Diagnostic } from '../../core/plan/findings.ts';
import type { Geometry, LayerId, Plan, PlanFeature } from '../../core/plan/types.ts';
import type { UpdateReview } from '../../core/service.ts';
import { fill } from '../../messages/fill.ts';
import { formatNumber } from '../../messages/format.ts';
import { type Messages, messagesOf } from '../../messages/index.ts';
import type { Language } from '../../messages/language.ts';
import { listText } from '../../messages/list_text.ts';
import { type ValueContext, valueInWords } from '../../messages/value_words.ts';
import { oncePerList } from '../once_per_list.ts';

/** How many features of each layer come, go and change. */
export interface LayerCounts {
  layer: LayerId;
  added: number;
  removed: number;
  changed: number;
}

/** Counts by layer, in the order the layers are first met; layers without a change are left out. */
export const countByLayer = oncePerList((changes: readonly FeatureChange[]): LayerCounts[] => {
  const counts = new Map<LayerId, LayerCounts>();
  const layerAt = fieldReader(changes, 'layer') as (place: number) => LayerId;
  const kindAt = fieldReader(changes, 'kind') as (place: number) => FeatureChange['kind'];
  for (let place = 0; place < changes.length; place += 1) {
    const layer = layerAt(place);
    const count = counts.get(layer) ?? { layer, added: 0, removed: 0, changed: 0 };
    count[kindAt(place)] += 1;
    counts.set(layer, count);
  }
  return [...counts.values()];
});

/** How many of a list are errors. */
export const countErrorsOf = oncePerList((items: readonly Pick<Diagnostic, 'severity'>[]) => {
  const severityAt = fieldReader(items, 'severity');
  let errors = 0;
  for (let place = 0; place < items.length; place += 1) if (severityAt(place) === 'error') errors += 1;
  return errors;
});

/** How many errors a file has: those that are only counted and not listed, too. */
export function countErrors(diagnostics: readonly Diagnostic[]): number {
  let errors = 0;
  for (const { severity, code, data } of diagnostics) {
    if (severity !== 'error') continue;
    const { count, shown } = data;
    const isSummary = code === 'more-of-the-same' && typeof count === 'number' && typeof shown === 'number';
    errors += isSummary ? count - shown : 1;
  }
  return errors;
}

/** Why a review cannot be accepted, in words; undefined when it can. */
export function whyNotAcceptable(review: UpdateReview, language: Language): string | undefined {
  const words = messagesOf(language).update;
  const { reading, changes } = review;
  if (reading.undecided.length > 0) return words.reasons.undecided;
  if (reading.unplaced.length > 0) return words.reasons.unplaced;
  const errors = countErrors(reading.diagnostics);
  if (!reading.candidate)
    return errors > 0
      ? fill(words.reasons.errors, { errors: formatNumber(errors, language, 0) })
      : words.reasons.noCandidate;
  if (changes && changes.features.length === 0 && changes.manifest.length === 0) return words.reasons.noChanges;
  return undefined;
}

/** A field's title in a language; the field's own name where the dictionary has none. */
export function fieldTitle(field: string, language: Language): string {
  const titles: Readonly<Record<string, string>> = messagesOf(language).fields;
  // Own members only: a field named `constructor` in a file has no title.
  return (Object.hasOwn(titles, field) ? titles[field] : undefined) ?? field;
}

/** A property's value with the unit its field has, ids and choices by their names; a list, a word or nothing has no unit. */
export function valueWithUnit(
  value: unknown,
  context: ValueContext,
  words: Messages['update'],
  language: Language,
): string {
  const { layer, field } = context;
  // Bands are many words; cut short, the one that changed might be what is missing.
  if (field === 'heightBands') {
    const bands = valueInWords(value, context, language);
    if (typeof bands === 'string') return bands;
  }
  const unit = LAYERS[layer].fields.get(field)?.unit;
  // 12.5 mu are 8,333.333… m²: what is beyond a hundredth of a square metre is nobody's statement.
  const text =
    unit === 'squareMetres' && typeof value === 'number'
      ? formatNumber(value, language, 2)
      : valueText(valueInWords(value, context, language), words, language);
  return unit && typeof value === 'number' ? `${text}${words.units[unit]}` : text;
}

/** Below this many metres a centre that has moved is a matter of decimals. */
const LEAST_MOVE_METRES = 0.05;

/** How far the centre of a shape's extent has moved, in metres; undefined where it has stayed. */
export function movedMetres(before: Geometry | undefined, after: Geometry | undefined): number | undefined {
  const from = before && boundsOf([before]);
  const to = after && boundsOf([after]);
  if (!from || !to) return undefined;
  const centre = ([west, south, east, north]: typeof from): [number, number] => [
    (west + east) / 2,
    (south + north) / 2,
  ];
  const metres = measureEllipsoidDistanceMetres(centre(from), centre(to));
  return metres >= LEAST_MOVE_METRES ? metres : undefined;
}

const LONGEST_VALUE = 120;
/** More than a plan states of anything but coordinates; what lies beyond comes of reckoning in binary. */
const DECIMALS = 6;

/** A property's value as the table of changes shows it. */
export function valueText(value: unknown, words: Messages['update'], language: Language): string {
  if (value === undefined || value === null || value === '') return words.changes.empty;
  if (typeof value === 'boolean') return value ? words.changes.yes : words.changes.no;
  // Years, numbers and codes are read digit by digit: full precision here, no grouping of thousands below 10,000.
  if (typeof value === 'number')
    return Math.abs(value) < 10_000 ? String(Number(value.toFixed(DECIMALS))) : formatNumber(value, language, 3);
  if (typeof value === 'string') return shortened(value);
  if (Array.isArray(value) && value.every((item) => typeof item !== 'object'))
    return shortened(listText(value.map(String), language));
  return shortened(JSON.stringify(value));
}

function shortened(text: string): string {
  return text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE)}…` : text;
}

/** Features of two plans by layer and id, made once per review: thousands of rows look their shapes and names up in it. */
export class FeatureFinder {
  readonly #before: Plan;
  readonly #after: Plan | undefined;
  readonly #maps = new Map<readonly PlanFeature<object>[], Map<string, PlanFeature<object>>>();

  constructor(before: Plan, after: Plan | undefined) {
    this.#before = before;
    this.#after = after;
  }

  /** The feature as the update has it; as the present plan has it when it is removed. */
  find(layer: LayerId, id: string): PlanFeature<object> | undefined {
    return this.#in(this.#after?.layers[layer], id) ?? this.#in(this.#before.layers[layer], id);
  }

  /** How far the centre of a changed feature has moved, in metres; undefined where it has stayed. */
  movedMetres(layer: LayerId, id: string): number | undefined {
    const before = this.#in(this.#before.layers[layer], id);
    return movedMetres(before?.geometry, this.#in(this.#after?.layers[layer], id)?.geometry);
  }

  /** The plans, the newer first. */
  get plans(): readonly Plan[] {
    return this.#after ? [this.#after, this.#before] : [this.#before];
  }

  geometry(layer: LayerId | undefined, id: string | undefined): Geometry | undefined {
    return layer && id !== undefined ? this.find(layer, id)?.geometry : undefined;
  }

  #in(features: readonly PlanFeature<object>[] | undefined, id: string): PlanFeature<object> | undefined {
    if (!features) return undefined;
    let byId = this.#maps.get(features);
    if (!byId) {
      byId = new Map(features.map((feature) => [feature.id, feature]));
      this.#maps.set(features, byId);
    }
    return byId.get(id);
  }
}
