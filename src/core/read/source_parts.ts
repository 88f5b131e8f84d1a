import { PLOT_NUMBER_FIELDS } from '../plan/fields.ts';
import { isRecord } from '../value_kinds.ts';
import type { DiagnosticLog } from './diagnostic_log.ts';
import type { SourceLayer, SourceReport } from './source.ts';

/** Of the parts that were left out so many are named. */
const NAMED_PARTS = 8;

/**
 * The sources, the parts of each file with the most numbered features first: they tell best where the whole file lies. Where none has
 * numbers, those with the most areas: a plot's shape is known again, a road's seldom.
 */
export function leadingPartsFirst(sources: readonly SourceLayer[]): SourceLayer[] {
  const files = new Map<string, SourceLayer[]>();
  for (const source of sources) {
    const known = files.get(source.file);
    if (known) known.push(source);
    else files.set(source.file, [source]);
  }
  return [...files.values()].flatMap((ofFile) => {
    const numbered = new Map(ofFile.map((source) => [source, source.isPart ? numberedCount(source) : 0]));
    const isNumbered = [...numbered.values()].some((count) => count > 0);
    const counts = isNumbered ? numbered : new Map(ofFile.map((one) => [one, one.isPart ? areaCount(one) : 0]));
    return ofFile.sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0));
  });
}

function numberedCount({ features }: SourceLayer): number {
  return features.filter(
    (feature) =>
      isRecord(feature) &&
      isRecord(feature.properties) &&
      ['id', ...PLOT_NUMBER_FIELDS].some((name) => Object.hasOwn(feature.properties as object, name)),
  ).length;
}

function areaCount({ features }: SourceLayer): number {
  const isArea = (geometry: unknown) => isRecord(geometry) && String(geometry.type).endsWith('Polygon');
  return features.filter((feature) => isRecord(feature) && isArea(feature.geometry)).length;
}

/**
 * Says which parts of each file were left out. Where none was told, nothing of the file would be used: the parts are then asked
 * about instead.
 * @returns names of the parts that must be asked about; their reports are no longer marked as left out
 */
export function settleParts(sources: readonly SourceReport[], logOf: (file: string) => DiagnosticLog): string[] {
  const asked: string[] = [];
  for (const file of new Set(sources.filter(({ isPart }) => isPart).map((source) => source.file))) {
    const parts = sources.filter((source) => source.isPart && source.file === file);
    const untold = parts.filter(({ omitted }) => omitted === 'untold');
    const left = parts.filter(({ omitted }) => omitted === 'untold' || omitted === 'hidden');
    if (left.length === 0) continue;
    if (untold.length > 0 && parts.every(({ omitted }) => omitted !== undefined)) {
      for (const part of untold) {
        delete part.omitted;
        asked.push(part.name);
      }
      logOf(file).add({ code: 'parts-untold', severity: 'warning', data: { count: untold.length } });
      continue;
    }
    const names = left.slice(0, NAMED_PARTS).map(({ name }) => name.slice(file.length + 1));
    if (left.length > NAMED_PARTS) names.push('…');
    const features = left.reduce((sum, { featureCount }) => sum + featureCount, 0);
    logOf(file).add({ code: 'parts-left-out', severity: 'info', data: { count: left.length, parts: names, features } });
  }
  return asked;
}
