import { sameValue } from '../compare/same_value.ts';
import type { LandUseScheme, LayerId } from '../plan/types.ts';
import { Tally } from './compact_issues.ts';
import { type DiagnosticLog, excerptOf } from './diagnostic_log.ts';

const OF_LAND_USE_CODE = ['landUseScheme', 'landUseName', 'landUseNameEn'];

type Properties = Record<string, unknown>;
/** Whether a name is that of another class of land use than a code is: `isOtherClass` of `fields/settle_land_use.ts`. */
export type IsOtherClass = (name: string, given: { code: string; scheme: LandUseScheme }) => boolean;

/**
 * Present values that only say in other words what an update has changed: the name of the old land-use code, the code of the old name,
 * a translation. They go, and that is told once a field.
 */
export class OutdatedFields {
  readonly #isOtherClass: IsOtherClass | undefined;
  #seen = new Map<string, Tally>();

  constructor(isOtherClass: IsOtherClass | undefined) {
    this.#isOtherClass = isOtherClass;
  }

  /** Whether a value of `own` is outdated by what was read for the feature, which does not say it anew; counts it if so. */
  take(
    field: string,
    own: Properties,
    properties: Properties,
    { feature, layer, pointer }: { feature: string; layer: LayerId; pointer: string },
  ): boolean {
    if (!this.#isOutdated(field, own, properties)) return false;
    let seen = this.#seen.get(field);
    if (!seen) {
      seen = new Tally({ code: 'value-outdated-here', severity: severityOf(field), layer });
      this.#seen.set(field, seen);
    }
    seen.add(feature, pointer, { field, found: excerptOf(own[field]) });
    return true;
  }

  report(layer: LayerId, log: DiagnosticLog): void {
    for (const [field, seen] of this.#seen)
      log.add(seen.summary({ code: 'value-outdated', severity: severityOf(field), layer, data: { field } }));
  }

  #isOutdated(field: string, own: Properties, properties: Properties): boolean {
    const leads = [
      ...(OF_LAND_USE_CODE.includes(field) ? ['landUseCode'] : []),
      ...(field.endsWith('En') ? [field.slice(0, -2)] : []),
    ];
    const isChanged = (lead: string) =>
      holds(properties, lead) && holds(own, lead) && !sameValue(own[lead], properties[lead]);
    if (leads.some(isChanged)) return true;
    const isOfCode = field === 'landUseCode' || field === 'landUseScheme';
    return (
      isOfCode && !holds(properties, 'landUseCode') && isChanged('landUseName') && this.#isRenamed(own, properties)
    );
  }

  #isRenamed({ landUseCode: code, landUseScheme: scheme }: Properties, { landUseName: name }: Properties): boolean {
    if (typeof code !== 'string' || typeof scheme !== 'string' || typeof name !== 'string') return false;
    return this.#isOtherClass?.(name, { code, scheme: scheme as LandUseScheme }) === true;
  }
}

/** Without its code a plot has no use, no colour and no place in the sums. */
function severityOf(field: string): 'warning' | 'info' {
  return field === 'landUseCode' ? 'warning' : 'info';
}

/** Whether a field has a value of its own. */
export function holds(properties: Properties, field: string): boolean {
  return Object.hasOwn(properties, field) && properties[field] !== undefined && properties[field] !== null;
}
