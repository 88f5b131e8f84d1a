import type { LayerId } from '../../plan/types.ts';
import { Tally } from '../compact_issues.ts';
import { type DiagnosticLog, excerptOf } from '../diagnostic_log.ts';

const LIMITS = [
  'farMax',
  'heightMaxMetres',
  'densityMaxPercent',
  'greenRatioMinPercent',
  'setbackMinMetres',
  'parkingSpacesMin',
];

type Properties = Readonly<Record<string, unknown>>;

/**
 * Limits of 0 in the place of another the present plan has. Shapefiles and many databases have no empty number and write 0 for what was
 * never filled in; read as it stands it forbids building, or asks for nothing. Which of the two was meant nobody can tell: the value
 * stands, and each is told.
 */
export class ZeroLimits {
  readonly #layer: LayerId;
  readonly #seen = new Map<string, Tally>();

  constructor(layer: LayerId) {
    this.#layer = layer;
  }

  /** Looks at what was read for a feature beside what the present plan has of it. */
  look(properties: Properties, present: Properties, feature: string, pointer: string): void {
    for (const field of LIMITS) {
      if (properties[field] !== 0) continue;
      const before = present[field];
      if (typeof before !== 'number' || before === 0) continue;
      let seen = this.#seen.get(field);
      if (!seen) {
        seen = new Tally({ code: 'limit-zero', severity: 'warning', layer: this.#layer });
        this.#seen.set(field, seen);
      }
      seen.add(feature, pointer, { field, found: '0', present: excerptOf(before) });
    }
  }

  report(log: DiagnosticLog): void {
    for (const [field, seen] of this.#seen)
      log.add(seen.summary({ code: 'limits-zero', severity: 'warning', layer: this.#layer, data: { field } }));
  }
}
