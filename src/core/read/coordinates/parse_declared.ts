import type { DeclaredCrs } from '../source.ts';
import { systemOf } from './systems.ts';

/** The system a declaration means: its id, `unknown` for one that is not known here, undefined where nothing is declared. */
export function parseDeclared(declared: DeclaredCrs | undefined): string | undefined {
  if (!declared || declared.kind === 'drawing-unit') return undefined;
  const id = declared.kind === 'wkt' ? parseWkt(declared.text) : parseName(declared.text);
  return id !== undefined && systemOf(id) ? id : 'unknown';
}

function parseName(name: string): string | undefined {
  const text = name.trim();
  if (/CRS:?84h?$/i.test(text)) return 'CRS84';
  const code = /^(?:.*EPSG[:/]+(?:[\d.]*[:/])?)?(\d{4,6})$/i.exec(text)?.[1];
  if (code !== undefined) return `EPSG:${code}`;
  return /^(?:GEOG|PROJ)/i.test(text) ? parseWkt(text) : undefined;
}

/** ESRI and OGC well-known text: by its authority, else by its datum and parameters, for names differ from program to program. */
function parseWkt(wkt: string): string | undefined {
  const codes = [...wkt.matchAll(/(?:AUTHORITY|ID)\["EPSG",\s*"?(\d+)"?\]\s*\]\s*$/gi)];
  const own = codes.at(-1)?.[1];
  if (own !== undefined && systemOf(`EPSG:${own}`)) return `EPSG:${own}`;
  if (!/^\s*(?:PROJCS|PROJCRS)/i.test(wkt)) return /^\s*GEOG/i.test(wkt) ? degreesOf(wkt) : undefined;
  if (/Mercator_Auxiliary_Sphere|Pseudo-?Mercator|Popular_Visualisation/i.test(wkt)) return 'EPSG:3857';
  const parameter = (name: string) => {
    const found = new RegExp(`PARAMETER\\["${name}",\\s*(-?[\\d.eE+]+)`, 'i').exec(
      wkt.replaceAll(' of natural origin', ''),
    );
    return found ? Number(found[1]) : undefined;
  };
  const meridian = parameter('central_meridian') ?? parameter('Longitude');
  const falseEasting = parameter('false_easting');
  if (meridian === undefined || falseEasting === undefined) return undefined;
  if (/UNIT\["[^"]*(?:foot|feet)/i.test(wkt)) return undefined;
  // A plane of one's own (another scale, a shifted origin) is none of the listed ones, however it is called.
  const northing = parameter('false_northing') ?? 0;
  const origin = parameter('latitude_of_origin') ?? parameter('Latitude') ?? 0;
  const scale = parameter('scale_factor') ?? parameter('Scale') ?? 1;
  const isGaussKruger = scale === 1 && falseEasting % 1_000_000 === 500_000;
  const isUtm = scale === 0.9996 && falseEasting === 500_000;
  if (northing !== 0 || origin !== 0 || !(isGaussKruger || isUtm)) return undefined;
  if (isUtm) return /WGS|CGCS|China_?2000/i.test(wkt) ? `EPSG:${32_600 + (meridian + 183) / 6}` : undefined;
  const zone = Math.round((falseEasting - 500_000) / 1_000_000);
  const isThree = zone > 0 ? zone >= 25 : true;
  const index = (meridian - 75) / (isThree ? 3 : 6);
  if (!Number.isInteger(index) || (zone > 0 && zone !== index + (isThree ? 25 : 13))) return undefined;
  const series = /xian|IAG|1980/i.test(wkt)
    ? [2349, 2370, 2327]
    : /beijing|krass|1954/i.test(wkt)
      ? [2401, 2422, 21_413]
      : /CGCS|China|2000/i.test(wkt)
        ? [4513, 4534, 4491]
        : undefined;
  const first = series?.[zone === 0 ? 1 : isThree ? 0 : 2];
  return first === undefined ? undefined : `EPSG:${first + index}`;
}

function degreesOf(wkt: string): string | undefined {
  if (/CGCS|China_?2000|China Geodetic/i.test(wkt)) return 'EPSG:4490';
  return /WGS_?(?:19)?84|WGS 84/i.test(wkt) ? 'EPSG:4326' : undefined;
}
