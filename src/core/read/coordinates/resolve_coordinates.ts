import { boundsOfPlan } from '../../measure/index.ts';
import type { Plan } from '../../plan/types.ts';
import type { DiagnosticLog } from '../diagnostic_log.ts';
import type { OffEarth, SoundFeature } from '../geojson/check_structure.ts';
import type { CoordinateCandidate, CoordinateProposal, CoordinateReport, SourceLayer } from '../source.ts';
import type { SourceChoices } from '../types.ts';
import { convertInPlace, readingOf } from './convert.ts';
import { correctParts } from './correct_parts.ts';
import { gatherPositions } from './gather.ts';
import { matchFeatures } from './match_features.ts';
import { mixedGroupsOf, warningsOf } from './mixed_groups.ts';
import { createShareOnPlan } from './on_plan.ts';
import { reportOffEarth } from './own_coordinates.ts';
import { parseDeclared } from './parse_declared.ts';
import { describeTransform, isUsableTransform } from './plane_transform.ts';
import { proposeLocalGrid, proposeShift } from './propose.ts';
import {
  describeReading,
  distanceToBounds,
  findCandidates,
  isInPlace,
  NEAR_METRES,
  type SourceFacts,
  settle,
} from './recognise.ts';
import { type Decision, reportProposal, reportReading } from './report_reading.ts';
import { reportStrayPositions, reportZeroPositions } from './stray_positions.ts';
import { BD_09_MERCATOR, type CoordinateSystem, systemOf } from './systems.ts';

export interface CoordinateInput {
  source: SourceLayer;
  /** Features whose structure is sound. Their positions are converted in place. */
  features: readonly SoundFeature[];
  /** The first position that cannot be degrees, and how many there are. */
  offEarth: OffEarth | undefined;
  offEarthCount: number;
  choice: Pick<SourceChoices, 'crs' | 'swapped' | 'transform' | 'correctParts'>;
  plan: Plan | undefined;
}

/** Matched features this far off under the declared system contradict it where another system has them in place. */
const CONTRADICTED_METRES = 100;

/** Tells which system a source's coordinates are in and brings them to longitude and latitude (WGS84 degrees). Never throws. */
export function resolveCoordinates(input: CoordinateInput, log: DiagnosticLog): CoordinateReport {
  const { features, plan, choice, source } = input;
  const declared = source.declaredCrs?.text;
  const report: CoordinateReport = {
    state: 'geographic',
    swapped: false,
    how: 'none',
    candidates: [],
    ...(declared !== undefined && { declared }),
  };
  if (features.length === 0) return report;
  // Where a feature was refused, the others have moved up.
  const known = features.length === source.features.length ? source.boxes : undefined;
  const gathered = gatherPositions(features, known);
  const chosen = choice.crs === undefined ? undefined : systemOf(choice.crs);
  if (choice.crs !== undefined && !chosen)
    log.add({ code: 'crs-unsupported', severity: 'error', data: { found: choice.crs } });
  const transform = choice.transform && isUsableTransform(choice.transform) ? choice.transform : undefined;
  // A person who has chosen is asked nothing more that shapes could tell, but whether an older datum was meant.
  const isOpen = !transform && choice.transform !== null;
  const matched = plan && matchFeatures(features, plan, gathered, isOpen);
  const facts: SourceFacts = {
    gathered,
    matched,
    bounds: plan && boundsOfPlan(plan),
    shareOnPlan: plan && createShareOnPlan(features, plan),
  };
  if (chosen || transform)
    return readIn(
      { system: chosen, transform, swapped: choice.swapped ?? false, how: 'chosen' },
      facts,
      input,
      report,
      log,
    );

  const stated = parseDeclared(source.declaredCrs);
  if (stated === 'unknown')
    log.add({ code: 'crs-unsupported', severity: 'warning', data: { found: (declared ?? '').slice(0, 100) } });
  const system = stated === undefined || stated === 'unknown' ? undefined : systemOf(stated);
  if (system) {
    const swapped = choice.swapped ?? isTurned(system, facts);
    const isImpossible = system.family === 'degrees' && !swapped && input.offEarth !== undefined;
    const isJudged = choice.swapped === undefined && !isImpossible;
    const rival = isJudged ? contradicting(system, swapped, facts) : undefined;
    if (rival) {
      const own = describeReading(system, swapped, facts);
      const offMetres = Math.hypot(rival.eastMetres ?? 0, rival.northMetres ?? 0);
      log.add({
        code: 'crs-doubtful',
        severity: 'warning',
        data: {
          found: system.id,
          candidate: rival.crs,
          count: rival.matchedCount ?? 0,
          distanceMetres: Math.round(offMetres),
          offMetres: Math.round(Math.hypot(own.eastMetres ?? 0, own.northMetres ?? 0)),
        },
      });
      return { ...report, state: 'asked', candidates: [rival, own] };
    }
    if (!isImpossible || !input.offEarth)
      return readIn({ system, swapped, how: 'declared' }, facts, input, report, log);
    log.add({
      code: 'crs-contradicted',
      severity: 'warning',
      pointer: input.offEarth.pointer,
      data: { found: system.id, x: String(input.offEarth.x), y: String(input.offEarth.y) },
    });
  }
  return recognise(facts, input, report, log);
}

/** Undeclared coordinates: the one reading that can be meant, else a question, else what they look like. */
function recognise(
  facts: SourceFacts,
  input: CoordinateInput,
  report: CoordinateReport,
  log: DiagnosticLog,
): CoordinateReport {
  const { swapped } = input.choice;
  const found = findCandidates(facts).filter((one) => swapped === undefined || one.swapped === swapped);
  const baidu = found.flatMap((one) => baiduInsteadOf(one, facts) ?? []);
  const candidates = [...baidu, ...found];
  // What is shifted is undone on a person's word only, in whatever plane it is written.
  const settled = baidu.length > 0 ? undefined : settle(found);
  const only = settled && systemOf(settled.crs);
  const local = candidates.some(isInPlace) ? undefined : proposeLocalGrid(facts);
  const isLocal = local !== undefined && candidates.every((one) => (one.distanceMetres ?? 0) > NEAR_METRES);
  if (settled && only && !isLocal)
    return readIn(
      { system: only, swapped: settled.swapped, how: 'recognised' },
      facts,
      input,
      { ...report, candidates },
      log,
    );
  if (isLocal) {
    const { scalePartsPerMillion, rotationDegrees } = describeTransform(local.transform);
    log.add({
      code: 'coordinates-local-grid',
      severity: 'warning',
      data: {
        count: local.matchedCount,
        rmsMetres: local.transform.evidence?.rmsMetres ?? 0,
        rotationDegrees,
        partsPerMillion: Math.round(scalePartsPerMillion),
      },
    });
    return { ...report, state: 'asked', candidates, proposal: local };
  }
  if (candidates.length > 0) {
    const names = candidates.map(({ crs, swapped }) => (swapped ? `${crs} ⇄` : crs));
    log.add({ code: 'crs-ambiguous', severity: 'warning', data: { candidates: names, count: candidates.length } });
    const proposal = shiftAmong(candidates, facts);
    if (proposal) reportProposal(proposal, log);
    return { ...report, state: 'asked', candidates, ...(proposal && { proposal }) };
  }
  if (!input.offEarth) return report;
  reportOffEarth(input.offEarth, input.offEarthCount, log);
  return { ...report, state: 'unknown' };
}

/** Baidu's Mercator where the features show that numbers that look like the web's are Baidu's. */
function baiduInsteadOf({ crs, swapped }: CoordinateCandidate, facts: SourceFacts): CoordinateCandidate | undefined {
  const system = systemOf(crs);
  const baidu = systemOf(BD_09_MERCATOR);
  if (system?.family !== 'web-mercator' || !baidu) return undefined;
  const proposal = proposeShift(system, swapped, facts);
  const isBaidu = proposal?.kind === 'map-shift' && proposal.crs === BD_09_MERCATOR;
  return isBaidu ? describeReading(baidu, swapped, facts) : undefined;
}

/**
 * One of the readings may lie beside the matched features by a map service's shift, or the nearest by an older datum's: that is evidence
 * for the question.
 */
function shiftAmong(candidates: readonly CoordinateCandidate[], facts: SourceFacts): CoordinateProposal | undefined {
  for (const { crs, swapped } of candidates) {
    const read = systemOf(crs);
    const proposal = read && proposeShift(read, swapped, facts);
    if (proposal?.kind === 'map-shift') return proposal;
  }
  const [nearest] = candidates;
  const system = nearest && systemOf(nearest.crs);
  const proposal = system && proposeShift(system, nearest.swapped, facts);
  return proposal?.kind === 'constantShift' && proposal.isLikeOlderDatum ? proposal : undefined;
}

/** Whether declared coordinates come northing (or latitude) first: only the other order puts them near the plan. */
function isTurned(system: CoordinateSystem, facts: SourceFacts): boolean {
  if (!facts.bounds) return false;
  const distance = (swapped: boolean) => describeReading(system, swapped, facts).distanceMetres ?? 0;
  return distance(false) > NEAR_METRES && distance(true) <= NEAR_METRES;
}

/** The one other reading that has the matched features in place, where the declared one puts them far off. */
function contradicting(
  system: CoordinateSystem,
  swapped: boolean,
  facts: SourceFacts,
): CoordinateCandidate | undefined {
  if (!facts.matched?.isAgreed) return undefined;
  const own = describeReading(system, swapped, facts);
  const isOff =
    (own.distanceMetres ?? 0) > NEAR_METRES ||
    Math.hypot(own.eastMetres ?? 0, own.northMetres ?? 0) > CONTRADICTED_METRES;
  if (!isOff) return undefined;
  const others = findCandidates(facts).filter((one) => isInPlace(one) && one.crs !== system.id);
  return others.length === 1 ? others[0] : undefined;
}

function readIn(
  { system, swapped, transform, how }: Decision,
  facts: SourceFacts,
  input: CoordinateInput,
  report: CoordinateReport,
  log: DiagnosticLog,
): CoordinateReport {
  const { features, source, choice } = input;
  const read = readingOf(system, swapped, transform);
  if (!read) return { ...report, state: 'unknown' };
  const { gathered, bounds } = facts;
  const outline = gathered.outline.map(([x, y]) => read(x, y));
  const distanceMetres = bounds ? distanceToBounds(read(...gathered.middle), bounds) : 0;
  if (distanceMetres > NEAR_METRES)
    log.add({
      code: 'coordinates-far-off',
      severity: 'warning',
      data: { found: system?.id ?? transform?.plane ?? '', distanceKilometres: Math.round(distanceMetres / 1000) },
    });
  const isPlain = system?.family === 'degrees' && !swapped && !transform;
  const zeros = reportZeroPositions(source, features, gathered, log);
  const isOpen = system && !transform && choice.transform !== null;
  const mixed = isOpen && facts.matched ? mixedGroupsOf(system, swapped, facts.matched) : undefined;
  const warnings = mixed ? warningsOf(mixed, features) : [];
  const parts =
    mixed && choice.correctParts ? correctParts(mixed, features, isPlain ? undefined : read, log) : undefined;
  if (!isPlain && !parts) convertInPlace(features, read);
  reportStrayPositions(source, features, outline, zeros, log, isPlain && !parts ? gathered.boxes : undefined);
  const result: CoordinateReport = {
    ...report,
    state: isPlain ? 'geographic' : 'converted',
    swapped,
    how,
    candidates: report.candidates.length > 0 || !system ? report.candidates : [describeReading(system, swapped, facts)],
    ...(system && { crs: system.id }),
    ...(transform && { transform }),
  };
  reportReading({ system, swapped, transform, how }, isPlain, features.length, log);
  if (parts) result.correctedParts = parts;
  else for (const warning of warnings) log.add(warning);
  if (warnings.length > 0 && !parts) result.partly = warnings;
  // What would bring one part of it into its place would take the other out of it.
  const proposal = isOpen && !mixed ? proposeShift(system, swapped, facts) : undefined;
  if (proposal && !(how === 'chosen' && system?.family === 'map-shift')) {
    reportProposal(proposal, log);
    result.proposal = proposal;
  }
  return result;
}
