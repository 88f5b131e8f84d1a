import type { DiagnosticLog } from '../../diagnostic_log.ts';

/** Units of $INSUNITS: sign and metres. The others (miles, angstroms …) are no drawing's. */
const UNITS: Readonly<Record<string, { sign: string; metres: number; isImperial?: true }>> = {
  '1': { sign: 'in', metres: 0.0254, isImperial: true },
  '2': { sign: 'ft', metres: 0.3048, isImperial: true },
  '3': { sign: 'mi', metres: 1609.344, isImperial: true },
  '4': { sign: 'mm', metres: 0.001 },
  '5': { sign: 'cm', metres: 0.01 },
  '6': { sign: 'm', metres: 1 },
  '7': { sign: 'km', metres: 1000 },
  '10': { sign: 'yd', metres: 0.9144, isImperial: true },
  '14': { sign: 'dm', metres: 0.1 },
  '21': { sign: 'US ft', metres: 1200 / 3937, isImperial: true },
};

/** Where a drawing lies and how large it is, in its own unit. */
export interface DrawingExtent {
  x: number;
  y: number;
  size: number;
}

/** A park is between these. */
const SMALLEST_PARK_METRES = 50;
const LARGEST_PARK_METRES = 200_000;

/** Whether a position in metres is one of the country's planes (Gauss–Krüger with or without zone, UTM), in either order of axes. */
function isOnPlane(x: number, y: number): boolean {
  const isEasting = (value: number) => {
    const zone = Math.floor(value / 1_000_000);
    const within = value - zone * 1_000_000;
    return (zone === 0 || (zone >= 13 && zone <= 45)) && within >= 150_000 && within <= 850_000;
  };
  const isNorthing = (value: number) => value >= 300_000 && value <= 6_200_000;
  return (isEasting(x) && isNorthing(y)) || (isEasting(y) && isNorthing(x));
}

/** Whether positions are longitude and latitude in or about the country: some GIS programs write them under their template's inches. */
export function isInDegrees({ x, y, size }: DrawingExtent): boolean {
  return x >= 70 && x <= 140 && y >= 15 && y <= 55 && size < 5;
}

/**
 * Metres of one unit of a drawing, and what it declares. Templates carry millimetres or inches into drawings made in metres, so the
 * declared unit is held against the numbers: what lies on one of the country's planes in metres is in metres. Undefined for a drawing
 * in feet or inches, which is refused; the log says what was decided.
 */
export function unitOfDrawing(
  header: ReadonlyMap<string, string>,
  extent: DrawingExtent | undefined,
  log: DiagnosticLog,
): { metres: number; declared?: string } | undefined {
  const code = header.get('$INSUNITS') ?? '0';
  const unit = Object.hasOwn(UNITS, code) ? UNITS[code] : undefined;
  const declared = unit && `${unit.sign} ($INSUNITS ${code})`;
  const told = declared === undefined ? {} : { declared };
  if (!extent || unit?.metres === 1 || isInDegrees(extent)) return { metres: 1, ...told };
  const fits = (metres: number) => isOnPlane(extent.x * metres, extent.y * metres);
  const isPark = (metres: number) =>
    extent.size * metres >= SMALLEST_PARK_METRES && extent.size * metres <= LARGEST_PARK_METRES;
  if (!unit) {
    const metres = !fits(1) && fits(0.001) ? 0.001 : 1;
    if (metres !== 1) log.add({ code: 'dxf-unit-recognised', severity: 'warning', data: { unit: 'mm' } });
    return { metres };
  }
  if (fits(1) || (!unit.isImperial && !fits(unit.metres) && isPark(1) && !isPark(unit.metres))) {
    log.add({ code: 'dxf-unit-contradicted', severity: 'warning', data: { unit: unit.sign } });
    return { metres: 1, ...told };
  }
  if (unit.isImperial) {
    log.add({ code: 'dxf-unit-imperial', severity: 'error', data: { unit: unit.sign } });
    return undefined;
  }
  log.add({ code: 'dxf-unit-scaled', severity: 'info', data: { unit: unit.sign } });
  return { metres: unit.metres, ...told };
}
