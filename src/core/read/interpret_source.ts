import type { Diagnostic } from '../plan/findings.ts';
import type { AnyFeature, LayerId, Plan, PlanFeature } from '../plan/types.ts';
import type { LeadingPart } from './coordinates/follow_coordinates.ts';
import { checkOwnCoordinates } from './coordinates/own_coordinates.ts';
import { DiagnosticLog } from './diagnostic_log.ts';
import { featureNameOf, idOf, isTableFormat, rowIdOf, textOfId, withoutBookkeeping } from './feature_id.ts';
import { checkFields, FieldNotes, type InsteadOf } from './fields/check_fields.ts';
import { layerNamedBy } from './fields/layer_name.ts';
import { ZeroLimits } from './fields/zero_limits.ts';
import { checkStructure, isLibraryAsked, type OffEarth } from './geojson/check_structure.ts';
import { isToldEach, MendNotes } from './geojson/mend_notes.ts';
import { plainFeature } from './geojson/plain_feature.ts';
import { turnRings } from './geojson/tidy_geometry.ts';
import { MissingFieldsOfLayer } from './missing_fields.ts';
import type { SourceLayer, SourceReport } from './source.ts';
import { closeLine, problemsOf, SourceMember, shapeFaultsOf, withoutShape } from './source_member.ts';
import type { MissingFields, SourceChoices, UnreadableHandling } from './types.ts';
import type { Understanding } from './understanding.ts';
import { Unreadable } from './unreadable.ts';

/** A feature of a file, with the layer it belongs to. */
export interface ReadFeature {
  readonly layer: LayerId;
  readonly feature: PlanFeature;
  readonly pointer: string;
}

export interface SourceReading {
  features: ReadFeature[];
  /** Layers the source speaks for, also when it has no feature of them. */
  layers: LayerId[];
  /** The layer could not be told and must be asked for. */
  undecided: boolean;
  report: SourceReport;
}

export interface InterpretContext {
  /** The layer all features belong to, where a manifest names the file; otherwise the features tell it. */
  fixedLayer?: LayerId | undefined;
  plan?: Plan | undefined;
  choices?: SourceChoices | undefined;
  /**
   * How files of others are understood. Absent for a plan's own folder, which is written in the dictionary's words and in degrees:
   * nothing is guessed or mended in it, and the first view need not load what would.
   */
  understanding?: Understanding | undefined;
  /** What becomes of present values of fields the source has no field for, where its choices do not say. */
  missingFields?: MissingFields | undefined;
  /** What becomes of values and shapes that cannot be read, where its choices do not say. */
  unreadable?: UnreadableHandling | undefined;
  /** The part of the same file that was read first: its coordinates hold for this one. */
  leading?: LeadingPart | undefined;
}

/**
 * Makes a plan's features of what a source holds: structure, coordinates, layer, field names, values. Whatever is wrong goes into
 * the log; nothing is thrown.
 */
export function interpretSource(source: SourceLayer, log: DiagnosticLog, context: InterpretContext): SourceReading {
  const { layer, omitted } = context.choices ?? {};
  if (omitted === true) return leftOut(source, 'chosen');
  if (source.isHidden && layer === undefined && omitted === undefined) return leftOut(source, 'hidden');
  if (!source.isPart) return interpret(source, log, context);
  // What is wrong with a part that turns out to be none of the plan's is nobody's trouble.
  const own = new DiagnosticLog(source.file);
  const reading = interpret(source, own, context);
  if (reading.report.omitted === undefined) log.absorb(own);
  return reading;
}

/** A source as it is reported before anything in it was looked at. */
export function reportOf(source: SourceLayer): SourceReport {
  return {
    name: source.name,
    file: source.file,
    format: source.format,
    featureCount: source.features.length,
    fields: [],
    ...(source.isPart && { isPart: true }),
    ...(source.across && { across: source.across }),
    ...(source.encoding !== undefined && { encoding: source.encoding }),
  };
}

function leftOut(source: SourceLayer, omitted: NonNullable<SourceReport['omitted']>): SourceReading {
  return { features: [], layers: [], undecided: false, report: { ...reportOf(source), omitted } };
}

function interpret(source: SourceLayer, log: DiagnosticLog, context: InterpretContext): SourceReading {
  const { choices = {}, understanding, plan, leading } = context;
  const report = reportOf(source);
  const reading: SourceReading = { features: [], layers: [], undecided: false, report };

  const sound: SourceMember[] = [];
  const shapeless: SourceMember[] = [];
  const mends = new MendNotes();
  let offEarth: OffEarth | undefined;
  let offEarthCount = 0;
  for (const [index, value] of source.features.entries()) {
    const askLibrary = isLibraryAsked(index);
    const plain = askLibrary ? undefined : plainFeature(value, source.tidyDepths?.[index] ?? 0);
    if (plain) {
      sound.push(new SourceMember(plain, source, index));
      continue;
    }
    const pointer = source.pointerOf(index);
    const check = checkStructure(value, pointer, { mend: understanding !== undefined, askLibrary });
    const problems = problemsOf(check.problems, source.shapeFaults?.get(index));
    const name = problems.length > 0 ? featureNameOf(value) : undefined;
    const rest = check.feature || !understanding ? undefined : withoutShape(value, pointer, check.problems);
    const shapeFaults: Diagnostic[] = [];
    for (const problem of problems) {
      const named = name === undefined ? problem : { ...problem, feature: name };
      if (rest && problem.severity === 'error') shapeFaults.push(named);
      else if (isToldEach(problem)) log.add(named);
      else mends.add(named);
    }
    offEarth ??= check.offEarth;
    offEarthCount += check.offEarthCount;
    if (check.feature) sound.push(new SourceMember(check.feature, source, index));
    else if (rest) shapeless.push(new SourceMember(rest, source, index, shapeFaults));
  }
  const features = sound.map(({ feature }) => feature);
  const unnamed = context.fixedLayer ? [] : features.filter((feature) => !layerNamedBy(feature));
  const isUntold = unnamed.length > 0 || features.length === 0;
  let told = context.fixedLayer ?? (isUntold ? choices.layer : undefined);
  if (source.isPart && isUntold && !told) {
    told = understanding?.tellPartLayer(unnamed, source, plan);
    if (!told) return leftOut(source, 'untold');
  }
  report.coordinates =
    (leading && isAlike(choices, leading)
      ? understanding?.followCoordinates(leading, source, features, log)
      : undefined) ??
    understanding?.resolveCoordinates({ source, features, offEarth, offEarthCount, choice: choices, plan }, log) ??
    checkOwnCoordinates(source, offEarth, offEarthCount, log);
  // Only now: axes that came in the other order have been turned, and rings with them.
  const isAsRead = source.tidyDepths !== undefined && report.coordinates.state === 'geographic';
  if (understanding)
    for (const member of sound) {
      if (isAsRead && member.isTidy) continue;
      if (!turnRings(member.feature.geometry) || !source.format.startsWith('geojson')) continue;
      const { pointer, name } = member;
      mends.add({ code: 'rings-turned', severity: 'info', pointer, ...(name && { feature: name }), data: {} });
    }
  mends.report(log);

  if (!told && isUntold) {
    told = understanding?.tellLayer(unnamed, source.name, plan);
    // Without a layer nothing is known of what stands in their place.
    if (!told) for (const { shapeFaults } of shapeless.splice(0)) for (const fault of shapeFaults) log.add(fault);
    if (!told && source.features.length === 0) {
      log.add({ code: 'source-empty', severity: 'warning', data: {} });
      return reading;
    }
    if (!told && !log.hasErrors) {
      reading.undecided = true;
      log.add({ code: 'layer-undecided', severity: 'warning', data: { count: unnamed.length } });
      return reading;
    }
  }
  if (told) report.layer = told;
  if (source.features.length === 0) {
    if (told) reading.layers.push(told);
    return reading;
  }

  const notes = new FieldNotes();
  let rowIds = 0;
  const known = new Map<LayerId, Map<string, AnyFeature>>();
  const present = (layer: LayerId, id: string): AnyFeature | undefined => {
    if (!known.has(layer)) known.set(layer, new Map(plan?.layers[layer].map((feature) => [feature.id, feature])));
    return known.get(layer)?.get(id);
  };
  const handling = choices.missingFields ?? context.missingFields ?? 'drop';
  const missing = new Map<LayerId, MissingFieldsOfLayer>();
  const closed = new MendNotes();
  const zeroLimits = new ZeroLimits('plots');
  const unreadable = new Unreadable(choices.unreadable ?? context.unreadable ?? 'refuse', log);
  const all = shapeless.length === 0 ? sound : [...sound, ...shapeless].sort((a, b) => a.index - b.index);
  for (const [layer, members] of byLayer(all, context.fixedLayer, told)) {
    reading.layers.push(layer);
    report.layer ??= layer;
    const fields = understanding?.mapFields(
      { source, layer, features: members, choice: choices, plan, unreadable },
      log,
    );
    if (!fields) continue;
    report.fields.push(...fields);
    if (plan && layer === 'plots' && plan.layers.plots.length > 0)
      understanding?.settleAlikeNumbers(members, plan, log);
    if (plan?.layers[layer].length)
      missing.set(layer, new MissingFieldsOfLayer(layer, source, fields, handling, understanding?.isOtherClass));
    if (layer === 'plots')
      understanding?.settleAreaUnit(source, fields, members.length, (at) => members[at]?.feature, log);
  }
  for (const member of all) {
    const { layer, feature } = member;
    if (!layer) continue;
    let id = idOf(feature, layer);
    const isNumbered = id !== undefined;
    if (id === undefined && understanding && isTableFormat(source)) {
      id = rowIdOf(source, member.pointer);
      rowIds += 1;
    }
    feature.id = id;
    const partner = understanding && id !== undefined ? present(layer, id) : undefined;
    unreadable.settleValues(feature, feature.properties, partner);
    if (id !== undefined && partner && layer === 'plots')
      zeroLimits.look(feature.properties, partner.properties as Record<string, unknown>, id, member.pointer);
    if (id !== undefined) missing.get(layer)?.settle(id, feature.properties, partner, member.pointer);
    if (understanding && closeLine(feature, layer))
      closed.add({
        code: 'lines-closed',
        severity: 'warning',
        layer,
        pointer: member.pointer,
        feature: id ?? '',
        data: {},
      });
    if (!isRead(member, log, notes, understanding && { unreadable, partner, isNumbered })) continue;
    if (understanding) feature.properties = withoutBookkeeping(member.feature, layer, partner);
    reading.features.push(member);
  }
  if (rowIds > 0) log.add({ code: 'ids-from-rows', severity: 'warning', ...layerOf(report), data: { count: rowIds } });
  notes.report(log);
  closed.report(log);
  zeroLimits.report(log);
  const inLayers = [...missing.values()].flatMap((one) => one.report(log) ?? []);
  if (inLayers.length > 0) report.missing = { handling, layers: inLayers };
  if (unreadable.report) report.unreadable = unreadable.report;
  return reading;
}

/** Whether a person said nothing of a part's coordinates, or the same as of the first part's. */
function isAlike({ crs, swapped = false }: SourceChoices, { coordinates }: LeadingPart): boolean {
  return crs === undefined || (crs === coordinates.crs && swapped === coordinates.swapped);
}

/** Tells each member its layer; the members of each. */
function byLayer(
  sound: readonly SourceMember[],
  fixedLayer: LayerId | undefined,
  told: LayerId | undefined,
): Map<LayerId, SourceMember[]> {
  const layers = new Map<LayerId, SourceMember[]>();
  for (const member of sound) {
    const layer = fixedLayer ?? layerNamedBy(member.feature) ?? told;
    if (!layer) continue;
    member.layer = layer;
    const members = layers.get(layer);
    if (members) members.push(member);
    else layers.set(layer, [member]);
  }
  return layers;
}

/** Makes a member's feature the plan's in place; whether it has become one. */
function isRead(
  member: SourceMember,
  log: DiagnosticLog,
  notes: FieldNotes,
  instead: { unreadable: Unreadable; partner: AnyFeature | undefined; isNumbered: boolean } | undefined,
): member is SourceMember & ReadFeature {
  const { layer, feature } = member;
  if (!layer) return false;
  const id = textOfId(feature.id);
  const name = id ?? '';
  const faults = shapeFaultsOf(member, layer, name);
  if (faults.length > 0 && instead) {
    const shape = instead.unreadable.insteadOfShape(faults, instead.partner, instead.isNumbered);
    if (!shape) return false;
    feature.geometry = shape;
  } else for (const fault of faults) log.add(fault);
  if (id === undefined) log.add({ code: 'id-missing', severity: 'error', layer, pointer: member.pointer, data: {} });
  const place = {
    layer,
    feature: name,
    get pointer() {
      return `${member.pointer}/properties`;
    },
  };
  const insteadOf: InsteadOf | undefined =
    instead && ((field, found) => instead.unreadable.instead(field, found, instead.partner?.properties));
  feature.properties = checkFields(feature.properties, place, log, notes, insteadOf);
  return id !== undefined;
}

function layerOf({ layer }: SourceReport): { layer?: LayerId } {
  return layer === undefined ? {} : { layer };
}
