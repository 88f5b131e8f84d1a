import { html, nothing, type TemplateResult } from 'lit';
import { measureEllipsoidAreaSquareMetres } from '../../core/measure/ellipsoid.ts';
import type { HeightBand, Zone } from '../../core/plan/types.ts';
import { bandPlace } from '../../messages/band_place.ts';
import { formatArea, formatFar, formatFloorArea, formatNumber } from '../../messages/format.ts';
import { inLanguage, nameInLanguage } from '../../messages/in_language.ts';
import { swatch } from '../swatch.ts';
import { ownControlTable } from './control_table.ts';
import { colourSamples, facts, type SheetContext, section } from './sheet_parts.ts';

/** A key area's sheet: what it asks of every plot it covers. */
export function zoneSheet(context: SheetContext, zone: Zone): TemplateResult {
  const { language, words } = context;
  const w = words.inspector;
  const controls = ownControlTable(context, zone.properties);
  return html`
    ${facts([[w.grossArea, formatArea(measureEllipsoidAreaSquareMetres(zone.geometry), language), w.ellipsoid]])}
    ${controls ? section(w.ownControls, controls) : nothing} ${bands(context, zone.properties.heightBands ?? [])}
    ${townscape(context, zone)} ${rollUpFacts(context, 'zone', zone.id)}
  `;
}

function bands(context: SheetContext, list: readonly HeightBand[]): TemplateResult | typeof nothing {
  const { language, words, plan } = context;
  const w = words.inspector;
  if (list.length === 0) return nothing;
  const number = (value: number | undefined) => (value === undefined ? w.none : formatNumber(value, language, 1));
  return section(
    w.heightBands,
    html`<table>
      <thead>
        <tr>
          <th scope="col">${w.band}</th>
          <th scope="col" class="number">${w.min} m</th>
          <th scope="col" class="number">${w.max} m</th>
        </tr>
      </thead>
      <tbody>
        ${list.map((band) => {
          const name = nameInLanguage(band, language);
          return html`<tr>
            <th scope="row">${name ? html`${name}<br />` : nothing}<span class="soft small">${bandPlace(band, [plan], language)}</span></th>
            <td class="number">${number(band.heightMinMetres)}</td>
            <td class="number">${number(band.heightMaxMetres)}</td>
          </tr>`;
        })}
      </tbody>
    </table>`,
  );
}

function townscape(context: SheetContext, zone: Zone): TemplateResult | typeof nothing {
  const { plan, language, words } = context;
  const w = words.inspector;
  const p = zone.properties;
  const tone = plan.manifest.palette?.townscapeTones?.find(({ code }) => code === p.townscapeTone);
  const toneName = nameInLanguage(tone, language) ?? p.townscapeTone;
  if (!toneName && !p.townscapeColours && !p.townscapeMaterial && !p.townscapeNote) return nothing;
  return section(
    w.townscape,
    facts([
      [w.tone, toneName && html`${tone ? swatch(tone.colour) : nothing} ${toneName}`],
      [w.colours, colourSamples(p.townscapeColours, swatch)],
      [w.material, inLanguage(p.townscapeMaterial, p.townscapeMaterialEn, language)],
      [w.townscapeNote, inLanguage(p.townscapeNote, p.townscapeNoteEn, language)],
      [w.binding, p.townscapeBinding && w[p.townscapeBinding]],
    ]),
  );
}

/** The sums over the plots of a zone or a phase. */
export function rollUpFacts(context: SheetContext, by: 'zone' | 'phase', key: string): TemplateResult | typeof nothing {
  const { language, words, ledger } = context;
  const w = words.inspector;
  const sum = ledger?.rollUps[by].find((one) => one.key === key);
  if (!sum || sum.plotCount === 0) return nothing;
  return section(
    w.rollUp,
    facts([
      [w.plotCount, formatNumber(sum.plotCount, language)],
      [w.netArea, formatArea(sum.netAreaSquareMetres, language), w.ellipsoid],
      [w.gfaCapacity, formatFloorArea(sum.gfaCapacitySquareMetres, language)],
      [w.plotsFar, sum.far === undefined ? undefined : formatFar(sum.far, language), w.plotsFarBasis],
      [w.builtGfa, formatFloorArea(sum.builtGfaSquareMetres, language)],
      [w.proposedGfa, formatFloorArea(sum.proposedGfaSquareMetres, language)],
    ]),
  );
}
