import { type LandUseCode, landUseCodesNamed, landUseNamesOf } from '../../plan/land_use_names.ts';
import type { LandUseScheme, Plan, Plot } from '../../plan/types.ts';
import { type DiagnosticLog, excerptOf, pointerStep } from '../diagnostic_log.ts';
import { textOfId } from '../feature_id.ts';
import type { SoundFeature } from '../geojson/check_structure.ts';
import type { FieldReport } from '../source.ts';
import { type LandUseText, landUseIn } from './land_use_text.ts';
import { isNothing } from './number_words.ts';

export interface LandUseInput {
  features: readonly Member[];
  /** The columns that hold codes and names, where the source has them and they are not a saved plan's own. */
  codes?: FieldReport | undefined;
  names?: FieldReport | undefined;
  plan?: Plan | undefined;
}

/** A plot and where it stands. */
interface Member {
  feature: SoundFeature;
  pointer: string;
}

/** One plot's two cells, read. */
interface Cells {
  member: Member;
  code: LandUseText;
  name: LandUseText;
}

/**
 * Settles what plots are used for from the columns of codes and of names, whichever of both each holds: `用地性质: R2`, `用地代码: 工业用地`,
 * `R2 二类居住用地`. A name gives its code where one scheme is certain: from the source's other rows, from what the plan says of
 * the same plot, or because the plan knows one scheme alone. What is doubtful stays empty and is told.
 */
export function settleLandUse({ features, codes, names, plan }: LandUseInput, log: DiagnosticLog): void {
  if (!codes && !names) return;
  const isSchemeStated = features.some(({ feature }) => isText(feature.properties.landUseScheme));
  const rows = readCells(features, codes !== undefined, names !== undefined);
  const telling = new Telling(log, { codes: codes?.from, names: names?.from });
  for (const row of rows) settleRow(row, telling);
  const present = new Map<string, Plot>(plan?.layers.plots.map((plot) => [plot.id, plot]));
  const scheme = schemeOf(rows) ?? onlySchemeOf(plan);
  for (const row of rows) codeFromName(row, scheme, present, telling);
  // A column that holds codes and nothing else is one of codes, whatever it is called.
  const hasNames = rows.some(({ name }) => name.name !== undefined);
  if (names && !codes && !hasNames && rows.some(({ name }) => name.code !== undefined)) names.to = 'landUseCode';
  if (!isSchemeStated) setSchemes(rows, log);
}

function readCells(features: readonly Member[], hasCodes: boolean, hasNames: boolean): Cells[] {
  const known = new Map<unknown, LandUseText>();
  const read = (value: unknown): LandUseText => {
    if (typeof value !== 'string') return {};
    let text = known.get(value);
    if (!text) {
      text = isNothing(value) ? {} : landUseIn(value);
      known.set(value, text);
    }
    return text;
  };
  const rows = features.map((member): Cells => {
    const { landUseCode, landUseName } = member.feature.properties;
    return { member, code: hasCodes ? read(landUseCode) : {}, name: hasNames ? read(landUseName) : {} };
  });
  // A lone letter in a column of names is a code only beside longer ones.
  const isOfCodes = rows.some(({ name }) => (name.code?.length ?? 0) > 1);
  if (isOfCodes) return rows;
  return rows.map((row) => {
    const { landUseName } = row.member.feature.properties;
    return row.name.code?.length === 1 && !row.name.name && typeof landUseName === 'string'
      ? { ...row, name: { name: landUseName } }
      : row;
  });
}

/** Puts what both cells say where it belongs. */
function settleRow({ member, code, name }: Cells, telling: Telling): void {
  const { properties } = member.feature;
  const own = code.code ?? name.code;
  const called = name.name ?? code.name;
  if (code.code !== undefined && name.code !== undefined && code.code !== name.code)
    telling.tell('land-use-contradicts', member, properties.landUseCode, properties.landUseName);
  else if (code.code === undefined && name.code !== undefined)
    telling.tell('land-use-code-in-name', member, properties.landUseName);
  if (code.code === undefined && code.name !== undefined && landUseCodesNamed(code.name).length > 0)
    telling.tell('land-use-name-in-code', member, properties.landUseCode);
  if (code.several ?? (code.code === undefined && name.several)) telling.tell('land-use-several', member, own);
  const given = own === undefined ? undefined : { code: own, scheme: code.scheme ?? name.scheme };
  if (given?.scheme && called !== undefined && isOtherClass(called, { code: given.code, scheme: given.scheme }))
    telling.tell('land-use-contradicts', member, given.code, called);
  if (own !== undefined) properties.landUseCode = own;
  // Text that is no code and no known name either may be a code of an office's own: it stays where it is.
  else if (code.name !== undefined && landUseCodesNamed(code.name).length > 0) properties.landUseCode = null;
  if (called !== undefined && (own !== undefined || properties.landUseCode === null)) properties.landUseName = called;
  else if (name.code !== undefined && name.name === undefined && (code.code ?? name.code) === name.code)
    delete properties.landUseName;
}

/** Whether a name is that of another class than a code is. A wider or a narrower class of the same branch is none. */
export function isOtherClass(name: string, given: LandUseCode): boolean {
  const meant = landUseCodesNamed(name).filter(({ scheme }) => scheme === given.scheme);
  if (meant.length === 0 || landUseNamesOf(given).length === 0) return false;
  return meant.every(({ code }) => !code.startsWith(given.code) && !given.code.startsWith(code));
}

/** The scheme all codes of a source, and all names only one scheme has, belong to; undefined where there are none or two. */
function schemeOf(rows: readonly Cells[]): LandUseScheme | undefined {
  const schemes = new Set<LandUseScheme>();
  for (const { code, name } of rows) {
    const told = code.scheme ?? name.scheme;
    if (told) schemes.add(told);
    else {
      const [only, ...others] = landUseCodesNamed(name.name ?? code.name ?? '');
      if (only && others.length === 0) schemes.add(only.scheme);
    }
  }
  // M0 is used beside either.
  schemes.delete('local');
  const [scheme, ...others] = schemes;
  return others.length === 0 ? scheme : undefined;
}

function onlySchemeOf(plan: Plan | undefined): LandUseScheme | undefined {
  const schemes = new Set(plan?.layers.plots.flatMap(({ properties }) => properties.landUseScheme ?? []));
  schemes.delete('local');
  const [scheme, ...others] = schemes;
  return others.length === 0 ? scheme : undefined;
}

/** Gives a plot that has a name alone the code of it, where that is certain. */
function codeFromName(
  { member, code, name }: Cells,
  scheme: LandUseScheme | undefined,
  present: ReadonlyMap<string, Plot>,
  telling: Telling,
): void {
  const { properties, id } = member.feature;
  const called = name.name ?? code.name;
  const isOpen = properties.landUseCode === undefined || properties.landUseCode === null;
  if (called === undefined || !isOpen || code.code !== undefined || name.code !== undefined) return;
  const own = present.get(textOfId(id) ?? '')?.properties;
  // That the plan knows no code either is no news.
  if (own && own.landUseName === called && own.landUseCode === undefined) return;
  const classes = landUseCodesNamed(called);
  const isTheSame =
    own?.landUseCode !== undefined &&
    (own.landUseName === called ||
      classes.some((one) => one.code === own.landUseCode && one.scheme === own.landUseScheme));
  if (isTheSame) {
    properties.landUseCode = own.landUseCode;
    if (own.landUseScheme) properties.landUseScheme = own.landUseScheme;
    return;
  }
  const stated = typeof properties.landUseScheme === 'string' ? properties.landUseScheme : scheme;
  const certain = classes.length === 1 ? classes[0] : classes.find((one) => one.scheme === stated);
  if (certain) {
    properties.landUseCode = certain.code;
    properties.landUseScheme = certain.scheme;
    telling.tell('land-use-code-of-name', member, called, certain.code);
  } else if (classes.length > 1) {
    telling.tell('land-use-scheme-open', member, called, classes.map((one) => one.code).join(' / '));
  } else telling.tell('land-use-name-unknown', member, called);
}

/** Names the scheme of codes where the source does not and all its codes are of one; tells where they are of two. */
function setSchemes(rows: readonly Cells[], log: DiagnosticLog): void {
  const first = new Map<LandUseScheme, string>();
  for (const { code, name } of rows) {
    const scheme = code.scheme ?? name.scheme;
    const said = code.code ?? name.code;
    if (scheme && said !== undefined && !first.has(scheme)) first.set(scheme, said);
  }
  const numbered = first.get('guide-2023');
  const lettered = first.get('gb50137-2011');
  if (numbered !== undefined && lettered !== undefined) {
    const data = { field: 'landUseCode', found: numbered, other: lettered };
    log.add({ code: 'land-use-mixed', severity: 'warning', layer: 'plots', data });
    return;
  }
  for (const { member, code, name } of rows) {
    const scheme = code.scheme ?? name.scheme;
    if (scheme) member.feature.properties.landUseScheme = scheme;
  }
}

function isText(value: unknown): boolean {
  return typeof value === 'string' && value !== '';
}

const SEVERITY = {
  'land-use-contradicts': 'warning',
  'land-use-code-in-name': 'info',
  'land-use-name-in-code': 'info',
  'land-use-several': 'warning',
  'land-use-code-of-name': 'info',
  'land-use-scheme-open': 'warning',
  'land-use-name-unknown': 'warning',
} as const;
type Code = keyof typeof SEVERITY;

/** Tells of each plot what was made of its cells, where that is more than they say. */
class Telling {
  readonly #log: DiagnosticLog;
  readonly #codes: string | undefined;
  readonly #names: string | undefined;

  /** @param columns what the source calls its columns of codes and of names */
  constructor(log: DiagnosticLog, columns: { codes: string | undefined; names: string | undefined }) {
    this.#log = log;
    this.#codes = columns.codes;
    this.#names = columns.names;
  }

  tell(code: Code, { feature, pointer }: Member, found: unknown, other?: unknown): void {
    const [codes, names] = [this.#codes, this.#names];
    const isOfNames = code === 'land-use-code-in-name' || (code !== 'land-use-name-in-code' && codes === undefined);
    const source = (isOfNames ? names : codes) ?? names ?? codes ?? '';
    const id = textOfId(feature.id);
    this.#log.add({
      code,
      severity: SEVERITY[code],
      layer: 'plots',
      pointer: `${pointer}/properties${pointerStep(source)}`,
      ...(id !== undefined && { feature: id }),
      data: {
        field: isOfNames ? 'landUseName' : 'landUseCode',
        source,
        found: excerptOf(found),
        ...(other !== undefined && { other: excerptOf(other) }),
      },
    });
  }
}
