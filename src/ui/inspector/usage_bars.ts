import { html, nothing, svg, type TemplateResult } from 'lit';
import type { Usage } from '../../core/control/types.ts';
import { fill } from '../../messages/fill.ts';
import { formatFar, formatNumber } from '../../messages/format.ts';
import { listText } from '../../messages/list_text.ts';
import type { SheetContext } from './sheet_parts.ts';

const UNITS: Record<Usage['control'], string> = { far: '', height: ' m', density: '%' };
/** A bar ends at 125 % so that what exceeds its limit is seen to exceed it. */
const BAR_END_PERCENT = 125;

/** How much of a limit is used: a bar with the limit marked, the headroom, and the verdict in words. */
export function usageBar(context: SheetContext, usage: Usage): TemplateResult {
  const { language, words } = context;
  const w = words.inspector;
  const unit = UNITS[usage.control];
  const number = (value: number) =>
    usage.control === 'far' ? formatFar(value, language) : `${formatNumber(value, language, 2)}${unit}`;
  const percent = usage.usagePercent;
  const filled = percent === undefined ? 0 : Math.min(BAR_END_PERCENT, percent);
  const limitAt = (100 / BAR_END_PERCENT) * 100;
  return html`<div class="usage">
    <div class="row spread">
      <span>${w[usage.control]}</span>
      <span class=${`badge ${usage.compliance}`}>${words.classes[usage.compliance]}</span>
    </div>
    ${svg`<svg viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
      <rect width="100" height="6" class="rail"></rect>
      <rect width=${(filled / BAR_END_PERCENT) * 100} height="6" class=${usage.compliance}></rect>
      <rect x=${limitAt - 0.3} width="0.6" height="6" class="limit"></rect></svg>`}
    <div class="row spread small soft">
      <span>
        ${usage.actual === undefined ? w.none : number(usage.actual)} /
        ${usage.limit === undefined ? w.none : number(usage.limit)}
        ${percent === undefined ? nothing : html` · ${fill(w.usage, { percent: `${formatNumber(percent, language, 1)}%` })}`}
      </span>
      ${
        usage.headroom === undefined
          ? nothing
          : html`<span>${usage.headroom < 0 ? w.exceeds : w.headroom} ${number(Math.abs(usage.headroom))}</span>`
      }
    </div>
    ${
      usage.compliance === 'unknown' && usage.missing.length > 0
        ? html`<p class="small soft">${fill(w.missing, {
            fields: listText(
              usage.missing.map((field) => fieldName(context, field)),
              context.language,
            ),
          })}</p>`
        : nothing
    }
  </div>`;
}

/** The words of the fields the ledger may miss; any other field is named as the data names it. */
function fieldName(context: SheetContext, field: string): string {
  const w = context.words.inspector;
  const names: Record<string, string> = {
    heightMetres: w.heightMetres,
    gfaSquareMetres: w.gfa,
    farMax: `${w.far} ${w.max}`,
    heightMaxMetres: `${w.height} ${w.max}`,
    densityMaxPercent: `${w.density} ${w.max}`,
  };
  return names[field] ?? field;
}
