import { BOOKKEEPING_FIELDS } from '../plan/fields.ts';
import type { AnyFeature, LayerId } from '../plan/types.ts';
import { Tally } from './compact_issues.ts';
import { type DiagnosticLog, excerptOf } from './diagnostic_log.ts';
import { holds, type IsOtherClass, OutdatedFields } from './outdated_fields.ts';
import type { FieldReport, MissingInLayer, SourceLayer, SourceReport } from './source.ts';
import type { MissingFields, UpdateMode } from './types.ts';

/** What a file says of itself, or need not: that a new file is silent on who made the old one is no loss. */
const OF_THE_FILE: ReadonlySet<string> = new Set(['source', 'confidence', 'status']);

type Properties = Record<string, unknown>;

/** A file that holds some of a layer's features is silent on what it has no field for; one that holds the layer is the layer. */
export function missingFieldsOf(mode: UpdateMode): MissingFields {
  return mode === 'merge' ? 'keep' : 'drop';
}

/**
 * What becomes of the present values of fields that a source has no field for, layer by layer. An empty cell of a field it has is
 * something else: the value is taken away, and that is told.
 */
export class MissingFieldsOfLayer {
  readonly #layer: LayerId;
  readonly #handling: MissingFields;
  readonly #columns: ReadonlySet<string> | undefined;
  #held = new Map<string, number>();
  #heldCount = 0;
  #cleared = new Map<string, Tally>();
  readonly #outdated: OutdatedFields;

  constructor(
    layer: LayerId,
    source: SourceLayer,
    fields: readonly FieldReport[],
    handling: MissingFields,
    isOtherClass: IsOtherClass | undefined,
  ) {
    this.#layer = layer;
    this.#handling = handling;
    this.#outdated = new OutdatedFields(isOtherClass);
    // A drawing has no columns: an outline without a lettering says nothing of it.
    if (source.format !== 'dxf') this.#columns = new Set(fields.map(({ from, to }) => to ?? from));
  }

  /**
   * Gives properties read for a feature what they do not speak of, from those it has in the present plan. Changes them in place.
   * @param pointer where the feature stands in its file
   */
  settle(feature: string, properties: Properties, present: AnyFeature | undefined, pointer: string): void {
    if (!present) return;
    const layer = this.#layer;
    const own = present.properties as Properties;
    let isHeld = false;
    for (const field in own) {
      if (!holds(own, field) || holds(properties, field) || BOOKKEEPING_FIELDS.includes(field)) continue;
      const isEmptied = Object.hasOwn(properties, field);
      if (!isEmptied && this.#outdated.take(field, own, properties, { feature, layer, pointer })) continue;
      if (isEmptied || this.#columns?.has(field)) {
        let cleared = this.#cleared.get(field);
        if (!cleared) {
          cleared = new Tally({ code: 'value-cleared', severity: 'warning', layer });
          this.#cleared.set(field, cleared);
        }
        cleared.add(feature, pointer, { field, found: excerptOf(own[field]) });
      } else {
        isHeld = true;
        this.#held.set(field, (this.#held.get(field) ?? 0) + 1);
        if (this.#handling === 'keep') Reflect.defineProperty(properties, field, asMember(own[field]));
      }
    }
    if (isHeld) this.#heldCount += 1;
  }

  report(log: DiagnosticLog): MissingInLayer | undefined {
    const layer = this.#layer;
    for (const [field, cleared] of this.#cleared)
      log.add(cleared.summary({ code: 'values-cleared', severity: 'warning', layer, data: { field } }));
    this.#outdated.report(layer, log);
    return this.#heldCount === 0 ? undefined : { layer, fields: [...this.#held.keys()], count: this.#heldCount };
  }
}

/**
 * Tells of each source what its file has no field for and what becomes of it, once it is known which of that the tables joined to it
 * give after all.
 */
export function reportMissingFields(sources: readonly SourceReport[], logOf: (file: string) => DiagnosticLog): void {
  const joined = sources.filter(({ isJoined }) => isJoined);
  for (const source of sources) {
    const { missing } = source;
    if (!missing) continue;
    missing.layers = missing.layers.flatMap((one) => {
      const given = new Set(
        joined.flatMap(({ layer, fields }) =>
          layer === one.layer
            ? fields.flatMap(({ from, to, filledCount }) => (filledCount > 0 ? [to ?? from] : []))
            : [],
        ),
      );
      const fields = one.fields.filter((field) => !given.has(field));
      return fields.length > 0 ? [{ ...one, fields }] : [];
    });
    if (missing.layers.length === 0) delete source.missing;
    for (const { layer, fields: all, count } of missing.layers) {
      const isKept = missing.handling === 'keep';
      const fields = isKept ? all : all.filter((field) => !OF_THE_FILE.has(field));
      if (fields.length === 0) continue;
      const [code, severity] = isKept
        ? (['fields-kept', 'info'] as const)
        : (['fields-not-in-file', 'warning'] as const);
      logOf(source.file).add({ code, severity, layer, data: { fields, count } });
    }
  }
}

/** A field may be named `__proto__`: an assignment would not make it a member. */
function asMember(value: unknown): PropertyDescriptor {
  return { value, writable: true, enumerable: true, configurable: true };
}
