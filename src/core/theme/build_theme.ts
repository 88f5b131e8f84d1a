import { landUseKeyOf } from '../control/roll_ups.ts';
import { townscapeOf } from '../control/townscape.ts';
import type { Ledger, PlotLedger } from '../control/types.ts';
import { measureEllipsoidAreaSquareMetres } from '../measure/ellipsoid.ts';
import { landUseClassOf } from '../plan/land_use.ts';
import type { Palette, Plan, Plot } from '../plan/types.ts';
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
 * The number a numeric theme colours a plot by: the effective maximum of height, FAR and density. A green ratio is a minimum as
 * a rule; where only a maximum is set, as for industry, that is what is shown.
 */
function themeValueOf(theme: NumericThemeId, { controls }: PlotLedger): number | undefined {
  if (theme === 'greenRatio') return (controls.greenRatio.min ?? controls.greenRatio.max)?.value;
  return controls[theme].max?.value;
}

function fillNumeric(id: NumericThemeId, plan: Plan, ledger: Ledger, list: ClassList): void {
  const values = new Map<string, number>();
  for (const { id: plot } of plan.layers.plots) {
    const entry = ledger.plots.get(plot);
    const value = entry && themeValueOf(id, entry);
    if (value !== undefined) values.set(plot, value);
  }
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
  for (const { id: plot } of plan.layers.plots) {
    const value = values.get(plot);
    const entry = value === undefined ? noData(list) : ranges[classIndexOf(value, ends)];
    entry?.features.push(plot);
  }
}

function fillLandUse(plan: Plan, list: ClassList): void {
  const keys = new Map<ThemeClass, string>();
  let unclassed: ThemeClass | undefined;
  for (const plot of plan.layers.plots) {
    const { landUseCode: code, landUseScheme: scheme, landUseName, landUseNameEn } = plot.properties;
    const known = landUseClassOf(plan.manifest, scheme, code);
    if (known) {
      const key = landUseKeyOf({ landUseCode: known.code, landUseScheme: known.scheme });
      const text = { zh: known.name, en: known.nameEn };
      const entry = list.add(key, { kind: 'text', text, code: known.code }, known.colour);
      keys.set(entry, key);
      entry.features.push(plot.id);
    } else if (code) {
      const key = landUseKeyOf(plot.properties);
      const zh = landUseName ?? code;
      const entry = list.add(key, { kind: 'text', text: { zh, en: landUseNameEn ?? zh }, code }, NO_DATA_COLOUR);
      keys.set(entry, key);
      entry.features.push(plot.id);
    } else {
      unclassed = noData(list);
      unclassed.features.push(plot.id);
    }
  }
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
  for (const { id } of plan.layers.plots) {
    const compliance = ledger.plots.get(id)?.compliance;
    if (compliance === undefined) members.noBuildings.push(id);
    else if (compliance === 'unknown') members.unknown.push(id);
    else list.get(compliance)?.features.push(id);
  }
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
  for (const plot of plan.layers.plots) {
    const entry = ledger.plots.get(plot.id);
    areas.set(plot.id, entry?.areas.ellipsoidSquareMetres ?? measureEllipsoidAreaSquareMetres(plot.geometry));
  }
  const unit = themeId === 'landUse' || themeId === 'townscape' || themeId === 'compliance' ? 'none' : UNITS[themeId];
  return finish({ id: themeId, layer: 'plots', unit }, list.classes, areas);
}
