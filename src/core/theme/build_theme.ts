import { landUseKeyOf } from '../control/roll_ups.ts';
import { townscapeOf } from '../control/townscape.ts';
import type { Compliance, Ledger } from '../control/types.ts';
import { measureEllipsoidAreaSquareMetres } from '../measure/ellipsoid.ts';
import { entryReader, fieldReader } from '../packing/large_lists.ts';
import { landUseClassOf } from '../plan/land_use.ts';
import type { LandUseScheme, Palette, Plan, Plot } from '../plan/types.ts';
import { areaColoursOf, legendOrderOf } from './area_colours.ts';
import { COMPLIANCE_COLOURS, NO_DATA_COLOUR, type NumericThemeId, rampOf } from './colours.ts';
import { classIndexOf, computeClassEnds } from './numeric_classes.ts';
import type { ClassLabel, Theme, ThemeClass, ThemeId, ThemeUnit } from './types.ts';

const NO_DATA_ID = 'no-data';

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
    const entry: ThemeClass = { id, label, colour, features: [] };
    this.classes.push(entry);
    this.#byId.set(id, entry);
    return entry;
  }

  get(id: string): ThemeClass | undefined {
    return this.#byId.get(id);
  }
}

function noData(list: ClassList): ThemeClass {
  return list.add(NO_DATA_ID, { kind: 'message', key: 'noData' }, NO_DATA_COLOUR);
}

function finish(
  theme: Pick<Theme, 'id' | 'layer' | 'unit'>,
  classes: ThemeClass[],
  areaSquareMetresOf: Map<string, number>,
): Theme {
  const classOf = new Map<string, number>();
  classes.forEach((entry, index) => {
    for (const feature of entry.features) classOf.set(feature, index);
  });
  return { ...theme, areaBasis: theme.layer === 'plots' ? 'net' : 'gross', classes, classOf, areaSquareMetresOf };
}

/** One class for each zone or phase. */
function featureTheme(id: 'zones' | 'phases', plan: Plan): Theme {
  const colours = areaColoursOf(plan, id);
  const list = new ClassList();
  const areas = new Map<string, number>();
  for (const feature of legendOrderOf(plan, id)) {
    const { name, nameEn } = feature.properties;
    const zh = name ?? nameEn ?? feature.id;
    const label: ClassLabel = { kind: 'text', text: { zh, en: nameEn ?? zh } };
    list.add(feature.id, label, colours.get(feature.id) ?? NO_DATA_COLOUR).features.push(feature.id);
    areas.set(feature.id, measureEllipsoidAreaSquareMetres(feature.geometry));
  }
  return finish({ id, layer: id, unit: 'none' }, list.classes, areas);
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
  const values = new Map<string, number>();
  const themeValue = themeValues(id, ledger);
  eachPlotNumber(plan, (plot, place) => {
    const value = themeValue(plot, place);
    if (value !== undefined) values.set(plot, value);
  });
  const stated = plan.manifest.palette?.[CLASS_ENDS[id]] as number[] | undefined;
  const ends = stated ? [...new Set(stated)].sort((a, b) => a - b) : computeClassEnds([...values.values()]);
  if (values.size > 0 || stated) {
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
  eachPlotNumber(plan, (plot) => {
    const value = values.get(plot);
    const entry = value === undefined ? noData(list) : ranges[classIndexOf(value, ends)];
    entry?.features.push(plot);
  });
}

/** A large plan's plots are not made for their numbers. */
function eachPlotNumber({ layers: { plots } }: Plan, visit: (plot: string, place: number) => void): void {
  const idAt = fieldReader(plots, 'id');
  for (let place = 0; place < plots.length; place += 1) visit(idAt(place) as string, place);
}

function fillLandUse(plan: Plan, list: ClassList): void {
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
  eachPlotNumber(plan, (plot, place) => {
    entryOf(place).features.push(plot);
  });
  // In the order of their codes, as a statutory legend lists them; what has none comes last.
  const rank = (entry: ThemeClass): string => (entry === unclassed ? '\uffff' : (keys.get(entry) ?? ''));
  list.classes.sort((a, b) => (rank(a) < rank(b) ? -1 : 1));
}

function fillTownscape(plan: Plan, ledger: Ledger, list: ClassList): void {
  for (const tone of plan.manifest.palette?.townscapeTones ?? [])
    list.add(tone.code, { kind: 'text', text: { zh: tone.name, en: tone.nameEn }, code: tone.code }, tone.colour);
  const toneOf = (plot: Plot): string | undefined =>
    townscapeOf(plan, plot, ledger.plots.get(plot.id)?.covers ?? []).tone?.value;
  const withoutTone: string[] = [];
  for (const plot of plan.layers.plots) {
    const tone = toneOf(plot);
    if (tone === undefined) withoutTone.push(plot.id);
    else list.add(tone, { kind: 'text', text: { zh: tone, en: tone } }, NO_DATA_COLOUR).features.push(plot.id);
  }
  if (withoutTone.length > 0) noData(list).features = [...noData(list).features, ...withoutTone];
}

function fillCompliance(plan: Plan, ledger: Ledger, list: ClassList): void {
  for (const key of ['within', 'near', 'over'] as const)
    list.add(key, { kind: 'message', key }, COMPLIANCE_COLOURS[key]);
  const members = { unknown: [] as string[], noBuildings: [] as string[] };
  const complianceOf = entryReader(ledger.plots, 'compliance') as (
    plot: string,
    place: number,
  ) => Compliance | undefined;
  eachPlotNumber(plan, (plot, place) => {
    const compliance = complianceOf(plot, place);
    if (compliance === undefined) members.noBuildings.push(plot);
    else if (compliance === 'unknown') members.unknown.push(plot);
    else list.get(compliance)?.features.push(plot);
  });
  for (const key of ['unknown', 'noBuildings'] as const) {
    if (members[key].length === 0) continue;
    const name = key === 'noBuildings' ? 'no-buildings' : key;
    list.add(name, { kind: 'message', key }, COMPLIANCE_COLOURS[key]).features = members[key];
  }
}

/**
 * What a theme colours, and its legend: classes in legend order, the features of each in the plan's order, and their areas on
 * the ellipsoid. Ranges come from the plan's palette or are computed; their classes are kept even when empty, so that a legend
 * does not jump while a plan is being edited. A class for missing data is there only when it has members.
 */
export function buildTheme(plan: Plan, ledger: Ledger, themeId: ThemeId): Theme {
  if (themeId === 'zones' || themeId === 'phases') return featureTheme(themeId, plan);
  const list = new ClassList();
  if (themeId === 'landUse') fillLandUse(plan, list);
  else if (themeId === 'townscape') fillTownscape(plan, ledger, list);
  else if (themeId === 'compliance') fillCompliance(plan, ledger, list);
  else fillNumeric(themeId, plan, ledger, list);
  const areas = new Map<string, number>();
  const { plots } = plan.layers;
  const areaOf = entryReader(ledger.plots, 'areas', 'ellipsoidSquareMetres');
  eachPlotNumber(plan, (plot, place) => {
    const area = areaOf(plot, place) as number | undefined;
    areas.set(plot, area ?? measureEllipsoidAreaSquareMetres((plots[place] as Plot).geometry));
  });
  const unit = themeId === 'landUse' || themeId === 'townscape' || themeId === 'compliance' ? 'none' : UNITS[themeId];
  return finish({ id: themeId, layer: 'plots', unit }, list.classes, areas);
}
