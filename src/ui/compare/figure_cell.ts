import { html, type TemplateResult } from 'lit';
import type { FigureChange } from '../../core/compare/types.ts';
import { formatFixed, formatNumber } from '../../messages/format.ts';
import type { Language } from '../../messages/language.ts';

export interface FigureForm {
  digits: number;
  /** All of them, so that columns line up. */
  isFixed?: boolean;
  /** What one of the shown unit is in the figure's own. */
  unit?: number;
}

/** How FAR, height limit, floor area and land are written in tables of changes. Floor area in 万 m² where that is what is read. */
export function figureForms(
  language: Language,
): Record<'far' | 'height' | 'gfa' | 'area' | 'hectares' | 'count', FigureForm> {
  return {
    far: { digits: 2, isFixed: true },
    height: { digits: 1 },
    gfa: language === 'zh-CN' ? { digits: 2, isFixed: true, unit: 10_000 } : { digits: 0 },
    area: { digits: 0 },
    hectares: { digits: 2, isFixed: true, unit: 10_000 },
    count: { digits: 0 },
  };
}

/** A cell with the signed difference, and below it old → new; of what stayed the value alone. */
export function figureCell(
  { before, after, difference }: FigureChange,
  { digits, isFixed = false, unit = 1 }: FigureForm,
  language: Language,
): TemplateResult {
  const write = isFixed ? formatFixed : formatNumber;
  const text = (value: number | undefined) => (value === undefined ? '–' : write(value / unit, language, digits));
  const [old, young] = [text(before), text(after)];
  if (old === young) return html`<td class="number soft">${young}</td>`;
  const change = difference === undefined ? '' : `${difference < 0 ? '−' : '+'}${text(Math.abs(difference))}`;
  return html`<td class="number">
    ${change ? html`<strong>${change}</strong><br />` : ''}<span class="soft small">${old} → ${young}</span>
  </td>`;
}
