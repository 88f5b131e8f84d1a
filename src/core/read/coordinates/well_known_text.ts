import { datumIn, gaussKrugerCode, parseProjectedName } from './projected_names.ts';
import { systemOf } from './systems.ts';

/**
 * ESRI's and OGC's well-known text, first and second edition: by its authority, else by its datum and parameters, for names differ from
 * program to program. Undefined for a plane that is none of the listed ones.
 */
export function parseWkt(text: string): string | undefined {
  const projected = nodeOf(text, ['PROJCS', 'PROJCRS', 'PROJECTEDCRS']);
  const wkt = projected ?? nodeOf(text, ['GEOGCS', 'GEOGCRS', 'GEOGRAPHICCRS', 'GEODCRS']);
  if (wkt === undefined) return undefined;
  const code = /(?:AUTHORITY|ID)\s*\[\s*"EPSG"\s*,\s*"?(\d+)"?[^[\]]*\]\s*\]$/i.exec(wkt)?.[1];
  if (code !== undefined && systemOf(`EPSG:${code}`)) return `EPSG:${code}`;
  if (projected === undefined) return degreesOf(wkt);
  if (/Mercator_Auxiliary_Sphere|Pseudo-?\s?Mercator|Popular_Visualisation|\+proj=merc [^"]*\+b=6378137/i.test(wkt))
    return 'EPSG:3857';
  return planeOf(wkt);
}

/** The first node of one of these names, with all within it: a compound or bound system holds it inside. */
function nodeOf(text: string, names: readonly string[]): string | undefined {
  const start = new RegExp(`\\b(?:${names.join('|')})\\s*\\[`, 'i').exec(text);
  if (!start) return undefined;
  let depth = 0;
  let isQuoted = false;
  for (let index = start.index; index < text.length; index += 1) {
    const character = text[index];
    if (character === '"') isQuoted = !isQuoted;
    else if (isQuoted) continue;
    else if (character === '[') depth += 1;
    else if (character === ']') {
      depth -= 1;
      if (depth === 0) return text.slice(start.index, index + 1);
    }
  }
  // Cut short by somebody: what there is may do.
  return text.slice(start.index);
}

function degreesOf(wkt: string): string | undefined {
  const datum = datumIn(wkt);
  if (datum) return { cgcs2000: 'EPSG:4490', xian80: 'EPSG:4610', beijing54: 'EPSG:4214' }[datum];
  return /WGS[_ ]?(?:19)?84|World Geodetic System 1984/i.test(wkt) ? 'EPSG:4326' : undefined;
}

function planeOf(wkt: string): string | undefined {
  const parameter = (...names: string[]): number | undefined => {
    for (const name of names) {
      const pattern = name.replaceAll('_', '[_ ]');
      const found = new RegExp(
        `PARAMETER\\s*\\[\\s*"${pattern}(?: of natural origin)?"\\s*,\\s*(-?[\\d.eE+-]+)`,
        'i',
      ).exec(wkt);
      if (found) return Number(found[1]);
    }
    return undefined;
  };
  if (!/Gauss|Transverse[_ ]Mercator/i.test(wkt)) return undefined;
  const meridian = parameter('Central_Meridian', 'Longitude');
  const falseEasting = parameter('False_Easting');
  if (meridian === undefined || falseEasting === undefined || !isInMetres(wkt)) return undefined;
  // A plane of one's own (another scale, a shifted origin) is none of the listed ones, however it is called.
  const northing = parameter('False_Northing') ?? 0;
  const origin = parameter('Latitude_Of_Origin', 'Latitude') ?? 0;
  const scale = parameter('Scale_Factor', 'Scale factor at natural origin', 'Scale') ?? 1;
  if (northing !== 0 || origin !== 0) return undefined;
  if (scale === 0.9996 && falseEasting === 500_000) {
    const zone = (meridian + 183) / 6;
    return /WGS|CGCS|China/i.test(wkt) && Number.isInteger(zone) ? `EPSG:${32_600 + zone}` : undefined;
  }
  const datum = datumIn(wkt);
  if (scale !== 1 || falseEasting % 1_000_000 !== 500_000 || datum === undefined) return undefined;
  const zone = Math.round((falseEasting - 500_000) / 1_000_000);
  if (zone === 0) {
    // Both widths have this meridian: the same numbers, and the name may tell which is meant.
    const named = parseProjectedName(/^\w+\s*\[\s*"([^"]*)"/.exec(wkt)?.[1] ?? '');
    const isSix = named !== undefined && named === gaussKrugerCode(datum, 6, meridian, false);
    return isSix ? named : gaussKrugerCode(datum, 3, meridian, false);
  }
  const width = zone >= 25 ? 3 : 6;
  const isOwn = meridian === (width === 3 ? zone * 3 : zone * 6 - 3);
  return isOwn ? gaussKrugerCode(datum, width, meridian, true) : undefined;
}

/** The plane's own unit is the last one that is no angle. */
function isInMetres(wkt: string): boolean {
  const units = [...wkt.matchAll(/(?:LENGTH)?UNIT\s*\[\s*"([^"]*)"\s*(?:,\s*([\d.eE+-]+))?/gi)];
  return units.every(([, name = '', factor]) => /degree|grad|radian|unity/i.test(name) || Number(factor ?? 1) === 1);
}
