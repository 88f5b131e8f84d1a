import type { DeclaredCrs } from '../source.ts';
import { parseProjectedName } from './projected_names.ts';
import { systemOf } from './systems.ts';
import { parseWkt } from './well_known_text.ts';

/** The system a declaration means: its id, `unknown` for one that is not known here, undefined where nothing is declared. */
export function parseDeclared(declared: DeclaredCrs | undefined): string | undefined {
  if (!declared || declared.kind === 'drawing-unit') return undefined;
  const id = declared.kind === 'wkt' ? parseWkt(declared.text) : parseName(declared.text);
  return id !== undefined && systemOf(id) ? id : 'unknown';
}

/** `urn:ogc:def:crs:EPSG::4527`, `…EPSG:6.9:4490`, `http://www.opengis.net/def/crs/EPSG/0/4527`, `EPSG:4527`, `4527`. */
const CODE = /^(?:.*EPSG(?::{1,2}|\/|\.xml#)(?:[\d.]*(?::|\/))?)?(\d{4,6})$/i;

function parseName(name: string): string | undefined {
  const text = name.trim();
  if (text.startsWith('{')) return parseProjJson(text);
  if (/CRS:?84h?$/i.test(text)) return 'CRS84';
  const code = CODE.exec(text)?.[1];
  if (code !== undefined) return `EPSG:${code}`;
  return /^[A-Z_]+\s*\[/i.test(text) ? parseWkt(text) : parseProjectedName(text);
}

/** PROJJSON says its authority, or else its name and that of its base. */
function parseProjJson(text: string): string | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  const own = value as { id?: { authority?: unknown; code?: unknown }; name?: unknown } | null;
  const { authority, code } = own?.id ?? {};
  if (typeof authority === 'string' && (typeof code === 'string' || typeof code === 'number')) {
    const id = parseName(`${authority}:${code}`);
    if (id !== undefined && systemOf(id)) return id;
  }
  return typeof own?.name === 'string' ? parseProjectedName(own.name) : undefined;
}
