import type { DiagnosticLog } from '../../diagnostic_log.ts';
import { layerByName } from '../../fields/tell_layer.ts';
import type { DrawingDocument } from './document.ts';
import { NUMBERS_OF_ONE_OUTLINE, type OutlineTexts } from './outline_texts.ts';
import type { Shape, ShapeCollector } from './shapes.ts';

/** Dimensions, leaders, layouts: what a drawing has beside its shapes. They are counted with the rest but are nobody's trouble. */
const LAYOUT = new Set([
  'DIMENSION',
  'LEADER',
  'MULTILEADER',
  'TOLERANCE',
  'PAPERSPACE',
  'ACAD_TABLE',
  'IMAGE',
  'WIPEOUT',
  'XLINE',
  'RAY',
  'OLE2FRAME',
  'LIGHT',
  'SUN',
  'MLEADER',
  'ARC_DIMENSION',
  'LARGE_RADIAL_DIMENSION',
  'PDFUNDERLAY',
  'DWFUNDERLAY',
  'DGNUNDERLAY',
]);

/** Says what of a drawing could not be read and what was mended. */
export function reportShapes(
  collector: ShapeCollector,
  document: DrawingDocument,
  repeatCount: number,
  shapes: readonly Shape[],
  log: DiagnosticLog,
): void {
  for (const kind of ['layout', 'shape'] as const) {
    const entries = [...collector.unread].filter(([type]) => LAYOUT.has(type) === (kind === 'layout'));
    if (entries.length === 0) continue;
    const count = entries.reduce((sum, [, one]) => sum + one, 0);
    const types = entries.sort((a, b) => b[1] - a[1]).map(([type, one]) => `${type} × ${one}`);
    const isShape = kind === 'shape';
    const code = isShape ? 'dxf-not-read' : 'dxf-layout-not-read';
    log.add({ code, severity: isShape ? 'warning' : 'info', data: { count, types: types.slice(0, 12) } });
  }
  if (collector.external.size > 0)
    log.add({
      code: 'dxf-external',
      severity: 'warning',
      data: { drawings: [...collector.external].slice(0, 12), count: collector.external.size },
    });
  if (collector.brokenHatches > 0)
    log.add({ code: 'dxf-hatch-open', severity: 'warning', data: { count: collector.brokenHatches } });
  if (repeatCount > 0) log.add({ code: 'dxf-repeats', severity: 'info', data: { count: repeatCount } });
  const withAreas = new Set(shapes.filter(({ geometry }) => geometry.type === 'Polygon').map(({ layer }) => layer));
  for (const { layer, handle, type, gapMetres } of shapes) {
    if (gapMetres === undefined) continue;
    // An open line where other lines are closed, or should be; a road may well come back to its beginning.
    const named = layerByName(layer, undefined);
    const isOutline = named === undefined ? withAreas.has(layer) : !['roads', 'metro', 'landmarks'].includes(named);
    if (isOutline && !document.hiddenLayers.has(layer))
      log.add({
        code: 'dxf-outline-open',
        severity: 'warning',
        pointer: `/${type}/${handle}`,
        data: { found: layer, gap: Math.round(gapMetres * 1000) / 1000 },
      });
  }
}

/** Says what the lettering made of the outlines. */
export function reportTexts({ notes, outsideCount }: OutlineTexts, lineCount: number, log: DiagnosticLog): void {
  if (lineCount === 0) return;
  const numberedCount = [...notes.values()].reduce((sum, one) => sum + one.numberedCount, 0);
  log.add({
    code: 'dxf-texts-read',
    severity: 'info',
    data: { count: lineCount, numbered: numberedCount, outside: outsideCount },
  });
  for (const [layer, { numberedCount: own, unnumbered, several, conflicts }] of notes) {
    const [first] = unnumbered;
    // A few numbers in many outlines are those of plots that lie behind them.
    if (first && own >= unnumbered.length)
      log.add({
        code: 'dxf-number-missing',
        severity: 'warning',
        pointer: `/${first.type}/${first.handle}`,
        data: { found: layer, count: unnumbered.length },
      });
    if (own === 0) continue;
    for (const { shape, numbers } of several)
      if (numbers.length <= NUMBERS_OF_ONE_OUTLINE)
        log.add({
          code: 'dxf-numbers-several',
          severity: 'warning',
          pointer: `/${shape.type}/${shape.handle}`,
          data: { found: layer, numbers },
        });
    for (const { shape, field, values } of conflicts)
      if (values.length <= NUMBERS_OF_ONE_OUTLINE)
        log.add({
          code: 'dxf-values-several',
          severity: 'warning',
          pointer: `/${shape.type}/${shape.handle}`,
          data: { source: field, values },
        });
  }
}
