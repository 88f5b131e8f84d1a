import { CONTROL_RANGES, type FieldSpec } from '../../plan/fields.ts';
import type { Diagnostic } from '../../plan/findings.ts';
import { namesAnEnd, unitInFieldName } from '../../plan/match_field.ts';
import type { LayerId } from '../../plan/types.ts';
import { type DiagnosticLog, excerptOf } from '../diagnostic_log.ts';
import type { FieldReport, SourceLayer } from '../source.ts';
import { readLandUseCode } from './land_use_codes.ts';
import { holdsList, readList } from './read_list.ts';
import { readMonth } from './read_month.ts';
import { readNumber, scaledExactly } from './read_number.ts';
import { readWord } from './read_word.ts';

/** A saved plan's own words and values are not improved: it comes back as it was. */
export function isAsSaved({ how }: FieldReport, { format }: SourceLayer): boolean {
  return how === 'canonical' && format === 'geojson';
}

export type Given = readonly (readonly [field: string, value: unknown])[];

/**
 * Reads one value of a field the dictionary knows: unit, range, sign, list, month, code, word. Gives what it says of that field, and of
 * the other end of a control where it says that too; nothing of what cannot be read, which
 * `onFault` is told, as it is of words that stand for an empty cell (a warning).
 */
export function readValue(
  value: unknown,
  spec: FieldSpec,
  to: string,
  report: FieldReport,
  source: SourceLayer,
  at: { layer: LayerId; pointer: string; feature?: string },
  log: DiagnosticLog,
  onFault: (diagnostic: Diagnostic) => void,
): Given {
  const fault = (code: string, expected: Diagnostic['data']): Given => {
    report.faultCount += 1;
    const data = { field: to, found: excerptOf(value), source: report.from, ...expected };
    onFault({ code, severity: 'error', ...at, data });
    return [];
  };
  // An empty cell stays one: the check of fields counts and drops it.
  if (value === null) return [[to, null]];
  if (holdsList(spec) && typeof value === 'string') {
    const list = readList(value, spec);
    if (list) return [[to, list.length === 0 ? null : list]];
    return fault('list-unreadable', { expected: spec.kind });
  }
  if (spec.kind === 'number' || spec.kind === 'integer') {
    const stated = statedUnit(source, report.from);
    if (typeof value === 'number' && stated === undefined)
      return [[to, report.unit === 'share' ? scaledExactly(value, 100) : value]];
    if (typeof value !== 'number' && typeof value !== 'string') return [[to, value]];
    const expectedNumber = { expected: spec.unit ?? spec.kind };
    const reading = readNumber(String(value), spec.unit, stated);
    if (reading.kind === 'nothing') return [[to, null]];
    if (reading.kind === 'words') {
      const data = { field: to, found: excerptOf(value), source: report.from, ...expectedNumber };
      onFault({ code: 'number-in-words', severity: 'warning', ...at, data });
      return [[to, null]];
    }
    if (reading.kind === 'fault') {
      return fault(reading.reason === 'feet' ? 'number-in-feet' : 'number-unreadable', expectedNumber);
    }
    if (reading.unit !== undefined && report.unit === undefined) {
      report.unit = reading.unit;
      log.add({ code: 'unit-converted', severity: 'info', ...at, data: { field: to, found: excerptOf(value) } });
    }
    if (reading.isQualified) {
      const data = { field: to, found: excerptOf(value), source: report.from };
      log.add({ code: 'number-qualified', severity: 'warning', ...at, data });
    } else if (typeof value === 'string' && !isUsualText(value, source)) noteText(report, value);
    const factor = report.unit === 'share' ? 100 : 1;
    const ends = CONTROL_RANGES.find(({ minimum, maximum }) => minimum === to || maximum === to);
    if (reading.kind === 'number') {
      const number = scaledExactly(reading.value, factor);
      const meant = ends && reading.limit && ends[reading.limit];
      if (meant === undefined || meant === to) return [[to, number]];
      // 容积率 says nothing of which end it is, and the sign does; 容积率上限 ≥1.0 contradicts itself.
      return report.how !== 'canonical' && !namesAnEnd(report.from)
        ? [[meant, number]]
        : fault('number-unreadable', expectedNumber);
    }
    if (!ends) return fault('number-unreadable', expectedNumber);
    return [
      [ends.maximum, scaledExactly(reading.maximum, factor)],
      [ends.minimum, scaledExactly(reading.minimum, factor)],
    ];
  }
  if (spec.kind === 'month' && (typeof value === 'number' || typeof value === 'string') && !isAsSaved(report, source)) {
    if (value === '') return [[to, null]];
    const reading = readMonth(value);
    if (!reading) return [[to, value]];
    if (reading.isSerial)
      log.add({ code: 'month-from-serial', severity: 'info', ...at, data: { field: to, found: String(value) } });
    return [[to, reading.month]];
  }
  if (to === 'landUseCode' && (typeof value === 'number' || !isAsSaved(report, source))) {
    const { code, mended } = readLandUseCode(value);
    if (mended) log.add({ code: mended, severity: 'info', ...at, data: { field: to, found: String(value) } });
    return [[to, code === '' ? null : code]];
  }
  if (spec.kind === 'text' && typeof value === 'number' && Number.isFinite(value)) return [[to, String(value)]];
  if (spec.kind === 'choice' && typeof value === 'string') return [[to, value === '' ? null : readWord(to, value)]];
  return [[to, value === '' && to !== report.from ? null : value]];
}

const SAMPLES = 6;

function noteText(report: FieldReport, value: unknown): void {
  report.asText ??= { count: 0, samples: [] };
  const told = report.asText;
  told.count += 1;
  const text = excerptOf(value);
  if (told.samples.length < SAMPLES && !told.samples.includes(text)) told.samples.push(text);
}

/** A CSV holds nothing but text, and what a workbook's format shows of a number (35%) comes as text. */
function isUsualText(text: string, { format }: SourceLayer): boolean {
  // Lettering is text.
  if (format === 'dxf') return true;
  if (format === 'csv' || format === 'kml') return /^-?[\d.]+%?$/.test(text);
  return format === 'xlsx' && /^-?[\d.]+\D{1,2}$/.test(text);
}

/** The unit a source's heading or field name states, as it stands there. */
export function statedUnit(source: SourceLayer, field: string): string | undefined {
  const stated = source.fieldUnits;
  return stated && Object.hasOwn(stated, field) ? unitInFieldName(`(${stated[field]})`) : unitInFieldName(field);
}
