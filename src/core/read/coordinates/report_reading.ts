import { createProjection } from '../../measure/index.ts';
import type { DiagnosticLog } from '../diagnostic_log.ts';
import type { CoordinateProposal } from '../source.ts';
import { describeTransform, type PlaneTransform } from './plane_transform.ts';
import { natureOf } from './shift_nature.ts';
import { type CoordinateSystem, isOfOlderDatum } from './systems.ts';

/** How a source is read. */
export interface Decision {
  system?: CoordinateSystem | undefined;
  swapped: boolean;
  transform?: PlaneTransform | undefined;
  how: 'declared' | 'recognised' | 'chosen';
}

/** Says how a source's coordinates were read: what was converted and what was not. */
export function reportReading(
  { system, swapped, transform, how }: Decision,
  isPlain: boolean,
  count: number,
  log: DiagnosticLog,
): void {
  if (transform) {
    const { scalePartsPerMillion, rotationDegrees } = describeTransform(transform);
    log.add({
      code: system ? 'coordinates-shift-corrected' : 'coordinates-transformed',
      severity: 'info',
      data: {
        crs: system?.id ?? transform.plane,
        plane: transform.plane,
        eastMetres: transform.eastMetres,
        northMetres: transform.northMetres,
        rotationDegrees,
        partsPerMillion: Math.round(scalePartsPerMillion),
        swapped,
        count,
      },
    });
    return;
  }
  if (!system) return;
  const data = { crs: system.id, swapped, count };
  // Degrees of an older datum are taken as they stand: nothing was converted.
  const isOlderDegrees = isOfOlderDatum(system) && !createProjection(system.id);
  if (!isPlain && !isOlderDegrees)
    log.add({ code: `coordinates-read-${how}`, severity: how === 'recognised' ? 'warning' : 'info', data });
  if (isOfOlderDatum(system))
    log.add({ code: isOlderDegrees ? 'datum-not-shifted-degrees' : 'datum-not-shifted', severity: 'warning', data });
}

const CODES = {
  datumDifference: 'coordinates-datum-difference',
  likeOlderDatum: 'coordinates-older-datum',
  beside: 'coordinates-beside',
} as const;

/** Says what is proposed, with its evidence. */
export function reportProposal(proposal: CoordinateProposal, log: DiagnosticLog): void {
  const { matchedCount, eastMetres, northMetres } = proposal;
  const shift = { east: eastMetres, north: northMetres, count: matchedCount };
  if (proposal.kind === 'map-shift')
    log.add({
      code: 'coordinates-shifted',
      severity: 'warning',
      data: { crs: proposal.service, ...shift, remainingMetres: atMost(proposal.remainingMetres) },
    });
  else if (proposal.kind === 'constantShift')
    log.add({
      code: CODES[natureOf(proposal)],
      severity: 'warning',
      data: {
        crs: proposal.crs ?? '',
        ...shift,
        compared: proposal.comparedCount,
        spreadMetres: atMost(proposal.transform.evidence?.maxMetres ?? 0),
      },
    });
}

/** Up to the centimetre: what is said to hold for all is never less than it is. */
const atMost = (metres: number): number => Math.max(1, Math.ceil(metres * 100)) / 100;
