import type { DiagnosticLog } from '../../diagnostic_log.ts';
import type { Point } from './curves.ts';
import { type JoinedLines, SNAP_METRES } from './join_lines.ts';
import type { Shape } from './shapes.ts';

/** Says what areas loose lines became, and where they miss each other. Spots are in the drawing's own coordinates. */
export function reportJoins({ notes, crowded, across }: JoinedLines, metresPerUnit: number, log: DiagnosticLog): void {
  // Small numbers are degrees.
  const inUnits = (value: number) => round(value / metresPerUnit, Math.abs(value) < 1000 ? 7 : 3);
  const spotOf = ([x, y]: Point) => `${inUnits(x)}, ${inUnits(y)}`;
  if (across) {
    const { layers, apartCount, togetherCount, isDone } = across;
    log.add({
      code: isDone ? 'dxf-lines-joined-across' : 'dxf-lines-across',
      severity: isDone ? 'info' : 'warning',
      data: { layers: layers.map((group) => group.join(' + ')), apart: apartCount, together: togetherCount },
    });
  }
  for (const layer of crowded) log.add({ code: 'dxf-lines-crowded', severity: 'warning', data: { found: layer } });
  for (const { layer, faces, lines, snappedCount, gaps, divided, unnumbered } of notes) {
    if (faces.length > 0)
      log.add({
        code: 'dxf-lines-joined',
        severity: 'info',
        data: { found: layer, count: faces.length, lines: lines.length },
      });
    if (faces.length > 0 && snappedCount > 0)
      log.add({
        code: 'dxf-ends-brought',
        severity: 'info',
        data: { found: layer, count: snappedCount, limitMetres: SNAP_METRES },
      });
    for (const { outline, count } of divided)
      log.add({
        code: 'dxf-outline-divided',
        severity: 'warning',
        pointer: pointerOf(outline),
        data: { found: layer, count },
      });
    if (unnumbered) {
      const { count, point, areaSquareMetres } = unnumbered;
      log.add({
        code: 'dxf-faces-unnumbered',
        severity: 'warning',
        data: { found: layer, count, spot: spotOf(point), areaSquareMetres },
      });
    }
    for (const { line, point, gapMetres } of gaps) {
      // A line that nearly closes, and was left, is told by itself.
      if (line.gapMetres !== undefined && !lines.includes(line)) continue;
      log.add({
        code: 'dxf-lines-apart',
        severity: 'warning',
        pointer: pointerOf(line),
        data: { found: layer, gap: round(gapMetres, 3), spot: spotOf(point) },
      });
    }
  }
}

function pointerOf({ type, handle }: Shape): string {
  return `/${type}/${handle}`;
}

function round(value: number, decimals: number): number {
  return Math.round(value * 10 ** decimals) / 10 ** decimals;
}
