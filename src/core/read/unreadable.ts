import type { Diagnostic } from '../plan/findings.ts';
import type { AnyFeature, Geometry } from '../plan/types.ts';
import { type DiagnosticLog, excerptOf } from './diagnostic_log.ts';
import { holds } from './outdated_fields.ts';
import type { UnreadableReport } from './source.ts';
import type { UnreadableHandling } from './types.ts';

/** What stands in the place of what was passed over, as a diagnostic's `data.skipped` says it. */
type Instead = 'kept' | 'empty' | 'shape-kept' | 'left-out' | 'unknown';

type Properties = Record<string, unknown>;

interface Fault {
  /** Field of the dictionary. */
  field: string;
  diagnostics: readonly Diagnostic[];
}

/**
 * What single values and shapes of a source that cannot be read come to. refuse: each is an error that keeps the file out. skip: each is
 * told as the error it is, and the present plan's value or shape of the same feature stands; where there is none, the value stays empty
 * and the feature is left out. Words that say that there is no number (待定) are read as an empty cell by the one and passed over by the
 * other.
 */
export class Unreadable {
  readonly handling: UnreadableHandling;
  readonly #log: DiagnosticLog;
  /** Faults of values by the feature as it was read, until it is known which feature of the plan that is. */
  readonly #open = new Map<object, Fault[]>();
  readonly #report: UnreadableReport;

  constructor(handling: UnreadableHandling, log: DiagnosticLog) {
    this.handling = handling;
    this.#log = log;
    const values = { keptCount: 0, emptyCount: 0, fields: [] };
    this.#report = { handling, faultCount: 0, wordCount: 0, values, shapes: { keptCount: 0, leftOutCount: 0 } };
  }

  /** A value that cannot be read, and was not put among the feature's properties; a warning: words in its place. */
  addValue(feature: object, field: string, diagnostic: Diagnostic): void {
    const faults = this.#open.get(feature);
    if (faults) faults.push({ field, diagnostics: [diagnostic] });
    else this.#open.set(feature, [{ field, diagnostics: [diagnostic] }]);
  }

  /** Puts the present values in the place of those that could not be read, once the feature is known. Changes `properties`. */
  settleValues(feature: object, properties: Properties, present: AnyFeature | undefined): void {
    const faults = this.#open.get(feature);
    if (!faults) return;
    this.#open.delete(feature);
    for (const { field, diagnostics } of faults) {
      if (diagnostics.every(({ severity }) => severity !== 'error')) {
        this.#settleWords(field, diagnostics, properties, present?.properties as Properties | undefined);
        continue;
      }
      // Another column, or the other end of a range, may have told it.
      const isTold = holds(properties, field);
      const value = this.instead(field, diagnostics, isTold ? properties : (present?.properties as Properties));
      if (value !== undefined && !isTold) properties[field] = value;
    }
  }

  /** The cell is empty by what it says; of a joined table, that takes nothing away. */
  #settleWords(
    field: string,
    diagnostics: readonly Diagnostic[],
    properties: Properties,
    present: Properties | undefined,
  ): void {
    const value = present && holds(present, field) ? present[field] : undefined;
    const isLost = value !== undefined && properties[field] === null;
    if (isLost) {
      this.#report.wordCount += 1;
      this.#count(field, true);
    }
    const isKept = isLost && this.handling === 'skip';
    if (isKept) properties[field] = value;
    const data = isKept ? { skipped: 'kept', present: excerptOf(value) } : {};
    for (const one of diagnostics) this.#log.add({ ...one, data: { ...one.data, ...data } });
  }

  #count(field: string, isKept: boolean): void {
    const { values } = this.#report;
    if (isKept) values.keptCount += 1;
    else values.emptyCount += 1;
    if (!values.fields.includes(field)) values.fields.push(field);
  }

  /** Tells a fault of a field and gives the value that stands instead; undefined where there is none. */
  instead(field: string, diagnostics: readonly Diagnostic[], present: Properties | undefined): unknown {
    const value = present && holds(present, field) ? present[field] : undefined;
    const isKept = value !== undefined;
    this.#count(field, isKept);
    this.#tell(diagnostics, isKept ? 'kept' : 'empty', isKept ? { present: excerptOf(value) } : {});
    return value;
  }

  /**
   * Tells a feature whose shape cannot be read and gives the shape that stands instead; undefined: the feature is left out.
   * @param isNumbered whether it says which feature it is
   */
  insteadOfShape(
    diagnostics: readonly Diagnostic[],
    present: AnyFeature | undefined,
    isNumbered: boolean,
  ): Geometry | undefined {
    const { shapes } = this.#report;
    if (present) shapes.keptCount += 1;
    else shapes.leftOutCount += 1;
    this.#tell(diagnostics, present ? 'shape-kept' : isNumbered ? 'left-out' : 'unknown', {});
    return present?.geometry;
  }

  get report(): UnreadableReport | undefined {
    return this.#report.faultCount + this.#report.wordCount > 0 ? this.#report : undefined;
  }

  #tell(diagnostics: readonly Diagnostic[], instead: Instead, data: Diagnostic['data']): void {
    for (const diagnostic of diagnostics) {
      this.#report.faultCount += 1;
      this.#log.add(
        this.handling === 'refuse'
          ? diagnostic
          : { ...diagnostic, data: { ...diagnostic.data, skipped: instead, ...data } },
      );
    }
  }
}
