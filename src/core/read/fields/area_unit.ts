import { measureEllipsoidAreaSquareMetres } from '../../measure/index.ts';
import type { Geometry } from '../../plan/types.ts';
import type { DiagnosticLog } from '../diagnostic_log.ts';
import type { FieldReport, SourceLayer } from '../source.ts';
import { scaledExactly } from './read_number.ts';
import { statedUnit } from './read_value.ts';

/** A feature's declared area with the shape it is held against. */
export interface DeclaredArea {
  properties: Record<string, unknown>;
  geometry: Geometry | null;
}

const FIELD = 'netAreaSquareMetres';
/** Units a column without one may be in, with what one of them is in square metres. */
const UNITS: readonly (readonly [unit: string, squareMetres: number])[] = [
  ['mu', 2000 / 3],
  ['hectares', 10_000],
  ['squareKilometres', 1_000_000],
  ['squareCentimetres', 1 / 10_000],
];
/** Fewer features than these are no column: a single value is never reinterpreted. */
const FEWEST = 3;
const MOST_MEASURED = 200;
/** A net area is smaller than the shape it is declared of, and drawings are not exact. */
const MEDIAN_WITHIN = 1.4;
/** How closely most values must agree with the median, and how many are most. */
const SPREAD_WITHIN = 1.3;
const MOST_SHARE = 0.8;
/** Values farther off than this are no square metres, whatever was left out of them. */
const DOUBTFUL_FACTOR = 5;

/**
 * Holds a column of declared plot areas that states no unit against the shapes: where nearly all values are the same ratio off, and
 * that is a unit's, they are read in it; where many are far off without being so, or the heading states another unit, it is only told.
 */
export function settleAreaUnit(
  source: SourceLayer,
  fields: readonly FieldReport[],
  count: number,
  areaAt: (index: number) => DeclaredArea | undefined,
  log: DiagnosticLog,
): void {
  const report = fields.find(({ to }) => to === FIELD);
  if (!report || report.how === 'canonical' || report.unit !== undefined) return;
  const ratios: number[] = [];
  const step = Math.max(1, Math.floor(count / MOST_MEASURED));
  for (let index = 0; index < count; index += step) {
    const ratio = ratioOf(areaAt(index));
    if (ratio !== undefined) ratios.push(ratio);
  }
  if (ratios.length < FEWEST) return;
  ratios.sort((a, b) => a - b);
  const median = ratios[Math.floor(ratios.length / 2)] ?? 1;
  const shareWithin = (middle: number, factor: number) =>
    ratios.filter((ratio) => isWithin(ratio, middle, factor)).length / ratios.length;
  const found = UNITS.find(([, squareMetres]) => isWithin(median * squareMetres, 1, MEDIAN_WITHIN));
  const data = { field: FIELD, source: report.from, ratio: Number(median.toPrecision(3)), count: ratios.length };
  const isOneRatio = found !== undefined && shareWithin(median, SPREAD_WITHIN) >= MOST_SHARE;
  const isStated = statedUnit(source, report.from) !== undefined;
  if (isOneRatio && !isStated) {
    const [unit, squareMetres] = found;
    report.unit = unit;
    for (let index = 0; index < count; index += 1) {
      const properties = areaAt(index)?.properties;
      const value = properties?.[FIELD];
      if (properties && typeof value === 'number') properties[FIELD] = scaledExactly(value, squareMetres);
    }
    log.add({ code: 'area-unit-recognised', severity: 'warning', layer: 'plots', data: { ...data, areaUnit: unit } });
  } else if (isOneRatio || (!isStated && shareWithin(1, DOUBTFUL_FACTOR) < MOST_SHARE))
    log.add({ code: 'area-unit-doubtful', severity: 'warning', layer: 'plots', data });
}

function ratioOf(area: DeclaredArea | undefined): number | undefined {
  const declared = area?.properties[FIELD];
  const { geometry } = area ?? {};
  if (typeof declared !== 'number' || !(declared > 0) || !geometry) return undefined;
  if (geometry.type !== 'Polygon' && geometry.type !== 'MultiPolygon') return undefined;
  const measured = measureEllipsoidAreaSquareMetres(geometry);
  return measured > 0 && Number.isFinite(measured) ? declared / measured : undefined;
}

function isWithin(value: number, middle: number, factor: number): boolean {
  return value <= middle * factor && value >= middle / factor;
}
