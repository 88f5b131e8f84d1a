import { svg, type TemplateResult } from 'lit';
import type { PlotChangeKind } from '../../core/compare/types.ts';
import { candidateLook, REVIEW_LOOKS } from '../../map/review/review_kinds.ts';

const WIDTH = 22;
const HEIGHT = 14;

/** A colour of the map in the page's own light or dark dress. */
const inDress = ({ light, dark }: { light: string; dark: string }): string => `light-dark(${light}, ${dark})`;

/** Lines across the swatch in a hatch's direction: as the map draws it, only larger. */
function hatchPath({ across, down }: { across: number; down: number }): string {
  const length = Math.hypot(across, down);
  // The stripes stand at a right angle to the direction in which they repeat.
  const [stepX, stepY] = [across / length, down / length];
  const lines: string[] = [];
  for (let at = -30; at <= 30; at += 5) {
    const [x, y] = [WIDTH / 2 + stepX * at, HEIGHT / 2 + stepY * at];
    lines.push(`M${x - stepY * 30} ${y + stepX * 30}L${x + stepY * 30} ${y - stepX * 30}`);
  }
  return lines.join('');
}

/** The look of a kind of change, as a legend shows it. */
export function kindSwatch(kind: PlotChangeKind): TemplateResult {
  const look = REVIEW_LOOKS[kind];
  const colour = inDress(look);
  const { hatch } = look;
  const path = hatch
    ? hatchPath(hatch) + (hatch.crossed ? hatchPath({ across: -hatch.down, down: hatch.across }) : '')
    : '';
  return svg`<svg width=${WIDTH} height=${HEIGHT} viewBox="0 0 ${WIDTH} ${HEIGHT}" aria-hidden="true">
    <path d=${path} stroke=${colour} stroke-width="1.3"></path>
    <rect x="1" y="1" width=${WIDTH - 2} height=${HEIGHT - 2} fill="none" stroke=${colour} stroke-width="2"></rect></svg>`;
}

/** The dashed outline of what was there before. */
export function oldOutlineSwatch(): TemplateResult {
  return svg`<svg width=${WIDTH} height=${HEIGHT} viewBox="0 0 ${WIDTH} ${HEIGHT}" aria-hidden="true">
    <rect x="1" y="1" width=${WIDTH - 2} height=${HEIGHT - 2} fill="none" stroke=${inDress(REVIEW_LOOKS.reshaped)} stroke-width="2"
      stroke-dasharray="4 3"></rect></svg>`;
}

/** The line a candidate's outline is drawn with. */
export function candidateSwatch(index: number): TemplateResult {
  const look = candidateLook(index);
  return svg`<svg width="34" height=${HEIGHT} viewBox="0 0 34 ${HEIGHT}" aria-hidden="true">
    <line x1="1" y1="7" x2="33" y2="7" stroke=${inDress(look)} stroke-width="3" stroke-dasharray=${look.dash.map((part) => part * 3).join(' ')}></line></svg>`;
}
