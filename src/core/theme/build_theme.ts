import { landUseKeyOf } from '../control/roll_ups.ts';
import type { Compliance, Ledger, ZoneCover } from '../control/types.ts';
import { measureEllipsoidAreaSquareMetres } from '../measure/ellipsoid.ts';
import { entryReader, fieldReader } from '../packing/large_lists.ts';
import { landUseClassOf } from '../plan/land_use.ts';
import type { LandUseScheme, Palette, Plan, Plot } from '../plan/types.ts';
import { areaColoursOf, legendOrderOf } from './area_colours.ts';
import { COMPLIANCE_COLOURS, NO_DATA_COLOUR, type NumericThemeId, rampOf } from './colours.ts';
import { classIndexOf, computeClassEnds } from './numeric_classes.ts';
import type { ClassLabel, Theme, ThemeClass, ThemeId, ThemeUnit } from './types.ts';

const NO_DATA_ID = 'no-data';
const NO_BUILDINGS_ID = 'no-buildings';

const UNITS: Record<NumericThemeId, ThemeUnit> = {
  height: 'metres',
  far: 'ratio',
  density: 'percent',
  greenRatio: 'percent',
};
const CLASS_ENDS: Record<NumericThemeId, keyof Palette> = {
  height: 'heightClassesMetres',
  far: 'farClasses',
  density: 'densityClassesPercent',
  greenRatio: 'greenRatioClassesPercent',
};

/** Classes while they are being filled, each found by its id. */
class ClassList {
  readonly classes: ThemeClass[] = [];
  readonly #byId = new Map<string, ThemeClass>();

  /** Puts a class at the end of the legend unless it is there already. */
  add(id: string, label: ClassLabel, colour: string): ThemeClass {
    const present = this.#byId.get(id);
    if (present) return present;
    const entry: ThemeClass = { id, label, colour, features: [], areasSquareMetres: [] };
    this.classes.push(entry);
    this.#byId.set(id, entry);
    return entry;
  }

  get(id: string): ThemeClass | undefined {
    return this.#byId.get(id);
  }

  remove(id: string): void {
    const entry = this.#byId.get(id);
    if (entry) this.classes.splice(this.classes.indexOf(entry), 1);
    this.#byId.delete(id);
  }
}

function noData(list: ClassList): ThemeClass {
  return list.add(NO_DATA_ID, { kind: 'message', key: 'noData' }, NO_DATA_COLOUR);
}

/** Adds a feature to a class. */
function put(entry: ThemeClass, feature: string, areaSquareMetres: number): void {
  entry.features.push(feature);
  entry.areasSquareMetres.push(areaSquareMetres);
}

function finish(theme: Pick<Theme, 'id' | 'layer' | 'unit'>, classes: ThemeClass[]): Theme {
  let classOf: Map<string, number> | undefined;
  return {
    ...theme,
    areaBasis: theme.layer === 'plots' ? 'net' : 'gross',
    classes,
    get classOf() {
      if (classOf) return classOf;
      classOf = new Map();
      for (const [index, entry] of classes.entries()) for (const feature of entry.features) classOf.set(feature, index);
      return classOf;
    },
  };
}

/** One class for each zone or phase. */
function featureTheme(id: 'zones' | 'phases', plan: Plan): Theme {
  const colours = areaColoursOf(plan, id);
  const list = new ClassList();
  for (const feature of legendOrderOf(plan, id)) {
    const { name, nameEn } = feature.properties;
    const zh = name ?? nameEn ?? feature.id;
    const label: ClassLabel = { kind: 'text', text: { zh, en: nameEn ?? zh } };
    const entry = list.add(feature.id, label, colours.get(feature.id) ?? NO_DATA_COLOUR);
    put(entry, feature.id, measureEllipsoidAreaSquareMetres(feature.geometry));
  }
  return finish({ id, layer: id, unit: 'none' }, list.classes);
}

/**
 * Reads the number a numeric theme colours a plot by: the effective maximum of height, FAR and density. A green ratio is a minimum as
 * a rule; where only a maximum is set, as for industry, that is what is shown.
 */
function themeValues(theme: NumericThemeId, { plots }: Ledger): PlotValue {
  const read = (end: 'min' | 'max') => entryReader(plots, 'controls', theme, end, 'value') as PlotValue;
  const most = read('max');
  if (theme !== 'greenRatio') return most;
  const least = read('min');
  return (plot, place) => least(plot, place) ?? most(plot, place);
}

type PlotValue = (plot: string, place: number) => number | undefined;

function fillNumeric(id: NumericThemeId, plan: Plan, ledger: Ledger, list: ClassList): void {
  const themeValue = themeValues(id, ledger);
  const valueByPlace: (number | undefined)[] = [];
  eachPlot(plan, ledger, (plot, place) => {
    valueByPlace.push(themeValue(plot, place));
  });
  const values = valueByPlace.filter((value) => value !== undefined);
  const stated = plan.manifest.palette?.[CLASS_ENDS[id]] as number[] | undefined;
  const ends = stated ? [...new Set(stated)].sort((a, b) => a - b) : computeClassEnds(values);
  if (values.length > 0 || stated) {
    rampOf(id, ends.length + 1).forEach((colour, index) => {
      const from = ends[index - 1];
      const to = ends[index];
      const name = to !== undefined ? `to-${to}` : from !== undefined ? `over-${from}` : 'all';
      list.add(
        name,
        { kind: 'range', ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) },
        colour,
      );
    });
  }
  const ranges = [...list.classes];
  eachPlot(plan, ledger, (plot, place, area) => {
    const value = valueByPlace[place];
    const entry = value === undefined ? noData(list) : ranges[classIndexOf(value, ends)];
    if (entry) put(entry, plot, area());
  });
}

/** A large plan's plots are not made for their numbers and areas. */
function eachPlot(
  { layers: { plots } }: Plan,
  ledger: Ledger,
  visit: (plot: string, place: number, areaSquareMetres: () => number) => void,
): void {
  const idAt = fieldReader(plots, 'id') as (place: number) => string;
  const areaOf = entryReader(ledger.plots, 'areas', 'ellipsoidSquareMetres') as PlotValue;
  for (let place = 0; place < plots.length; place += 1) {
    const id = idAt(place);
    visit(id, place, () => areaOf(id, place) ?? measureEllipsoidAreaSquareMetres((plots[place] as Plot).geometry));
  }
}

function fillLandUse(plan: Plan, ledger: Ledger, list: ClassList): void {
  const keys = new Map<ThemeClass, string>();
  let unclassed: ThemeClass | undefined;
  const { plots } = plan.layers;
  const codeAt = fieldReader(plots, 'properties', 'landUseCode') as (place: number) => string | undefined;
  const schemeAt = fieldReader(plots, 'properties', 'landUseScheme') as (place: number) => LandUseScheme | undefined;
  // Thousands of plots share a few uses.
  const entries = new Map<string, ThemeClass>();
  const entryOf = (place: number): ThemeClass => {
    const code = codeAt(place);
    const scheme = schemeAt(place);
    const name = `${scheme}:${code}`;
    let entry = entries.get(name);
    if (!entry) {
      entry = classOfUse(code, scheme, place);
      entries.set(name, entry);
    }
    return entry;
  };
  const classOfUse = (code: string | undefined, scheme: LandUseScheme | undefined, place: number): ThemeClass => {
    const known = landUseClassOf(plan.manifest, scheme, code);
    if (!known && !code) {
      unclassed = noData(list);
      return unclassed;
    }
    const { landUseName, landUseNameEn } = plots[place]?.properties ?? {};
    const key = landUseKeyOf(
      known
        ? { landUseCode: known.code, landUseScheme: known.scheme }
        : { ...(code && { landUseCode: code }), ...(scheme && { landUseScheme: scheme }) },
    );
    const zh = known?.name ?? landUseName ?? code ?? '';
    const text = { zh, en: known?.nameEn ?? landUseNameEn ?? zh };
    const label: ClassLabel = { kind: 'text', text, code: known?.code ?? code ?? '' };
    const entry = list.add(key, label, known?.colour ?? NO_DATA_COLOUR);
    keys.set(entry, key);
    return entry;
  };
  eachPlot(plan, ledger, (plot, place, area) => put(entryOf(place), plot, area()));
  // In the order of their codes, as a statutory legend lists them; what has none comes last.
  const rank = (entry: ThemeClass): string => (entry === unclassed ? '\uffff' : (keys.get(entry) ?? ''));
  list.classes.sort((a, b) => (rank(a) < rank(b) ? -1 : 1));
}

function fillTownscape(plan: Plan, ledger: Ledger, list: ClassList): void {
  for (const tone of plan.manifest.palette?.townscapeTones ?? [])
    list.add(tone.code, { kind: 'text', text: { zh: tone.name, en: tone.nameEn }, code: tone.code }, tone.colour);
  const ownTone = fieldReader(plan.layers.plots, 'properties', 'townscapeTone') as (
    place: number,
  ) => string | undefined;
  const zoneTone = zoneTones(plan, ledger);
  const withoutTone: { plot: string; area: number }[] = [];
  eachPlot(plan, ledger, (plot, place, area) => {
    const tone = ownTone(place) ?? zoneTone(plot, place);
    if (tone === undefined) withoutTone.push({ plot, area: area() });
    else put(list.add(tone, { kind: 'text', text: { zh: tone, en: tone } }, NO_DATA_COLOUR), plot, area());
  });
  for (const { plot, area } of withoutTone) put(noData(list), plot, area);
}

/** The tone of the zone that covers the largest share of a plot, of those that ask for one: as `townscapeOf` has it, without making the plot. */
function zoneTones(plan: Plan, ledger: Ledger): (plot: string, place: number) => string | undefined {
  const tones = new Map<string, string>();
  for (const { id, properties } of plan.layers.zones)
    if (properties.townscapeTone !== undefined && !tones.has(id)) tones.set(id, properties.townscapeTone);
  if (tones.size === 0) return () => undefined;
  const coversOf = entryReader(ledger.plots, 'covers') as (plot: string, place: number) => ZoneCover[] | undefined;
  return (plot, place) => {
    let largest: ZoneCover | undefined;
    for (const cover of coversOf(plot, place) ?? [])
      if (tones.has(cover.zone) && (!largest || cover.sharePercent > largest.sharePercent)) largest = cover;
    return largest && tones.get(largest.zone);
  };
}

function fillCompliance(plan: Plan, ledger: Ledger, list: ClassList): void {
  for (const key of ['within', 'near', 'over', 'unknown', 'noBuildings'] as const)
    list.add(key === 'noBuildings' ? NO_BUILDINGS_ID : key, { kind: 'message', key }, COMPLIANCE_COLOURS[key]);
  const complianceOf = entryReader(ledger.plots, 'compliance') as (
    plot: string,
    place: number,
  ) => Compliance | undefined;
  eachPlot(plan, ledger, (plot, place, area) => {
    const entry = list.get(complianceOf(plot, place) ?? NO_BUILDINGS_ID);
    if (entry) put(entry, plot, area());
  });
  for (const id of ['unknown', NO_BUILDINGS_ID]) if (list.get(id)?.features.length === 0) list.remove(id);
}

/**
 * What a theme colours, and its legend: classes in legend order, the features of each in the plan's order, and their areas on
 * the ellipsoid. Ranges come from the plan's palette or are computed; their classes are kept even when empty, so that a legend
 * does not jump while a plan is being edited. A class for missing data is there only when it has members.
 */
export function buildTheme(plan: Plan, ledger: Ledger, themeId: ThemeId): Theme {
  if (themeId === 'zones' || themeId === 'phases') return featureTheme(themeId, plan);
  const list = new ClassList();
  if (themeId === 'landUse') fillLandUse(plan, ledger, list);
  else if (themeId === 'townscape') fillTownscape(plan, ledger, list);
  else if (themeId === 'compliance') fillCompliance(plan, ledger, list);
  else fillNumeric(themeId, plan, ledger, list);
  const unit = themeId === 'landUse' || themeId === 'townscape' || themeId === 'compliance' ? 'none' : UNITS[themeId];
  return finish({ id: themeId, layer: 'plots', unit }, list.classes);
}
