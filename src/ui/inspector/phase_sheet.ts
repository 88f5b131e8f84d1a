import { html, nothing, type TemplateResult } from 'lit';
import { measureEllipsoidAreaSquareMetres } from '../../core/measure/ellipsoid.ts';
import type { Phase } from '../../core/plan/types.ts';
import { formatArea, formatFar, formatFloorArea, formatMonth, formatNumber } from '../../messages/format.ts';
import { areaTable, facts, type SheetContext, section } from './sheet_parts.ts';
import { rollUpFacts } from './zone_sheet.ts';

/** A phase's sheet: when it opens, how large it is on each basis, whom it is for. */
export function phaseSheet(context: SheetContext, phase: Phase): TemplateResult {
  const { language, words, analysis } = context;
  const w = words.inspector;
  const p = phase.properties;
  const report = analysis?.community?.phases.find((one) => one.phase === phase.id);
  const number = (value: number) => formatNumber(value, language, 1);
  const opens = p.opens && `${formatMonth(p.opens, language)}${p.openingStatus === 'planned' ? w.planned : ''}`;
  const perHectare = (value: number | undefined) =>
    value === undefined ? undefined : `${number(value)} ${w.perHectare}`;
  return html`
    ${facts([
      [w.sequence, String(p.sequence)],
      [w.opens, opens],
      [w.stage, p.stages?.map((stage) => w.stages[stage]).join(' · ')],
      [
        w.people,
        p.people === undefined ? undefined : `${number(p.people)} ${w.peopleUnit}`,
        perHectare(report?.peoplePerHectare),
      ],
      [
        w.companies,
        p.companies === undefined ? undefined : `${number(p.companies)} ${w.companiesUnit}`,
        perHectare(report?.companiesPerHectare),
      ],
    ])}
    ${section(
      `${w.areas} · ${w.grossArea}`,
      report
        ? areaTable(context, report.area, [[w.target, p.targetGrossAreaSquareMetres]])
        : facts([[w.grossArea, formatArea(measureEllipsoidAreaSquareMetres(phase.geometry), language), w.ellipsoid]]),
    )}
    ${declaredSite(context, phase)} ${rollUpFacts(context, 'phase', phase.id)}
  `;
}

/** What the phase's file declares of its net site; nothing where it declares none of it. */
function declaredSite({ language, words }: SheetContext, { properties: p }: Phase): TemplateResult | typeof nothing {
  const w = words.inspector;
  const declared = [p.netSiteAreaSquareMetres, p.far, p.greenRatioPercent, p.gfaSquareMetres];
  if (declared.every((value) => value === undefined)) return nothing;
  return section(
    w.netSite,
    facts([
      [
        w.netArea,
        p.netSiteAreaSquareMetres === undefined ? undefined : formatArea(p.netSiteAreaSquareMetres, language),
        w.declared,
      ],
      [w.far, p.far === undefined ? undefined : formatFar(p.far, language)],
      [
        w.greenRatio,
        p.greenRatioPercent === undefined ? undefined : `${formatNumber(p.greenRatioPercent, language, 1)}%`,
      ],
      [w.gfa, p.gfaSquareMetres === undefined ? undefined : formatFloorArea(p.gfaSquareMetres, language)],
    ]),
  );
}
