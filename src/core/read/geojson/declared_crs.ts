import { isRecord } from '../../value_kinds.ts';
import { excerptOf } from '../diagnostic_log.ts';
import type { SourceLayer } from '../source.ts';

/** What an old-style `crs` member names. */
export function declaredCrsOf(value: Record<string, unknown>): Pick<SourceLayer, 'declaredCrs'> {
  const crs = Object.hasOwn(value, 'crs') ? value.crs : undefined;
  if (crs === undefined || crs === null) return {};
  const properties = isRecord(crs) ? crs.properties : undefined;
  const record = isRecord(properties) ? properties : {};
  const name = record.name ?? record.href ?? (typeof record.code === 'number' ? `EPSG:${record.code}` : undefined);
  const text = typeof name === 'string' ? name.trim().slice(0, 100) : excerptOf(crs);
  return { declaredCrs: { text, kind: 'name', pointer: '/crs' } };
}
