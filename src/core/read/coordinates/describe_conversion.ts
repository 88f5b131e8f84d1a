import type { CoordinateReport } from '../source.ts';
import { describeTransform } from './plane_transform.ts';

/**
 * What was done to a source's coordinates, in the signs a plan's history keeps and every language reads; undefined where they were taken
 * as they stood.
 */
export function describeConversion(report: CoordinateReport): string | undefined {
  const { crs, swapped, state, how, transform } = report;
  if (state !== 'converted' && !swapped) return undefined;
  const from = `${crs ?? (transform ? 'local grid' : '?')}${swapped ? ' (axes swapped)' : ''}`;
  if (!transform) return crs === undefined ? undefined : `${from} → WGS 84 (${how})`;
  const { scalePartsPerMillion, rotationDegrees } = describeTransform(transform);
  const { evidence, eastMetres, northMetres, plane } = transform;
  const isShift = transform.a === 1 && transform.b === 0;
  const steps = [
    ...(isShift ? [] : [`∠ ${rotationDegrees.toFixed(5)}°`, `${signed(scalePartsPerMillion, 1)} ppm`]),
    `E ${signed(eastMetres, 3)} m`,
    `N ${signed(northMetres, 3)} m`,
  ];
  const basis = evidence ? `${evidence.count} × ${evidence.by}, RMS ${evidence.rmsMetres.toFixed(3)} m` : how;
  return `${from} → ${plane} [${steps.join(', ')}] → WGS 84 (${how}; ${basis})`;
}

const signed = (value: number, decimals: number): string =>
  `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(decimals)}`;
