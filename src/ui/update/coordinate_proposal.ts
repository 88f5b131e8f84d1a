import { html, nothing, type TemplateResult } from 'lit';
import { consentTo } from '../../core/read/coordinates/consent.ts';
import { describeTransform, type PlaneTransform } from '../../core/read/coordinates/plane_transform.ts';
import { natureOf } from '../../core/read/coordinates/shift_nature.ts';
import { serviceOf } from '../../core/read/coordinates/systems.ts';
import type { CoordinateProposal } from '../../core/read/source.ts';
import type { SourceChoices } from '../../core/read/types.ts';
import { fill } from '../../messages/fill.ts';
import { formatFixed, formatLength, formatNumber } from '../../messages/format.ts';
import type { Language } from '../../messages/language.ts';
import { readingMessagesOf } from '../../messages/reading.ts';
import { shiftText } from '../../messages/shift_text.ts';
import { systemName } from '../../messages/system_names.ts';
import { candidateSwatch } from '../compare/kind_swatch.ts';
import { letterOf } from './coordinate_words.ts';

export interface ProposalPart {
  proposal: CoordinateProposal;
  /** The system in use, when there is one: what “leave as it is” keeps. */
  used: string | undefined;
  swapped: boolean;
  /** Place among the outlines on the map. */
  look: number;
  language: Language;
  answer: (choice: SourceChoices) => void;
  show: () => void;
}

/** A measured way onto the plan: its evidence, and consent or refusal. Nothing of it is done unasked. */
export function proposalPart({ proposal, used, swapped, look, language, answer, show }: ProposalPart): TemplateResult {
  const { review, coordinates: words } = readingMessagesOf(language);
  const title = titleOf(proposal, language);
  const consent =
    proposal.kind === 'map-shift'
      ? fill(review.coordinates.correct, { crs: proposal.service })
      : words.proposal[proposal.kind].consent;
  return html`<div class="proposal" role="group" aria-label=${title}>
    <strong>${title}</strong>
    <p>${textOf(proposal, language)}</p>
    ${proposal.kind === 'map-shift' ? nothing : transformFacts(proposal.transform, proposal.kind === 'constantShift', language)}
    <p class="row where">
      ${candidateSwatch(look)} <strong>${letterOf(look)}</strong> <span class="soft">${words.proposal.outline}</span>
      <button type="button" class="link" aria-label=${`${review.sources.onMap} ${letterOf(look)}`} @click=${show}>${review.sources.onMap}</button>
    </p>
    <div class="row">
      <button type="button" class="primary" @click=${() => answer(consentTo(proposal))}>${consent}</button>
      ${
        used === undefined
          ? nothing
          : html`<button type="button" class="outlined" @click=${() => answer({ crs: used, swapped, transform: null })}>
              ${review.coordinates.keep}
            </button>`
      }
    </div>
  </div>`;
}

function titleOf(proposal: CoordinateProposal, language: Language): string {
  const { review, coordinates: words } = readingMessagesOf(language);
  if (proposal.kind === 'map-shift') return fill(review.coordinates.proposalTitle, { crs: proposal.service });
  if (proposal.kind === 'localGrid') return words.proposal.localGrid.title;
  const { title, olderTitle, datumTitle } = words.proposal.constantShift;
  return { beside: title, likeOlderDatum: olderTitle, datumDifference: datumTitle }[natureOf(proposal)];
}

function textOf(proposal: CoordinateProposal, language: Language): string {
  const { review, coordinates: words } = readingMessagesOf(language);
  const matched = fill(words.matched[proposal.matchedBy], { count: formatNumber(proposal.matchedCount, language) });
  const shift = shiftText(proposal.eastMetres, proposal.northMetres, language);
  if (proposal.kind === 'map-shift') {
    const { service: crs, spreadMetres, expectedEastMetres, expectedNorthMetres, remainingMetres } = proposal;
    const base = serviceOf(proposal.crs)?.base;
    const text = fill(words.proposal['map-shift'].text, {
      crs,
      matched,
      shift,
      spread: formatLength(Math.ceil(spreadMetres), language),
      expected: shiftText(expectedEastMetres, expectedNorthMetres, language),
      remaining: formatLength(Math.max(0.1, Math.ceil(remainingMetres * 10) / 10), language),
    });
    if (base === undefined) return text;
    const system = systemName(base, review.systems);
    return [fill(words.proposal['map-shift'].projected, { crs, system }), text].join(language === 'en' ? ' ' : '');
  }
  if (proposal.kind === 'localGrid') return fill(words.proposal.localGrid.text, { matched });
  const { text, olderText, datumText } = words.proposal.constantShift;
  const texts = { beside: text, likeOlderDatum: olderText, datumDifference: datumText };
  return fill(texts[natureOf(proposal)], {
    matched,
    shift,
    compared: formatNumber(proposal.comparedCount, language),
    crs: systemName(proposal.crs ?? '', review.systems),
  });
}

/** A transform's figures: rotation and scale where it has them, and what remains. */
export function transformFacts(transform: PlaneTransform, isShift: boolean, language: Language): TemplateResult {
  const { coordinates: words, review } = readingMessagesOf(language);
  const { evidence } = transform;
  const { scalePartsPerMillion, rotationDegrees } = describeTransform(transform);
  const metres = (value: number) =>
    value < 0.0005 ? `< ${formatFixed(0.001, language, 3)} m` : `${formatFixed(value, language, value < 1 ? 3 : 2)} m`;
  return html`<dl class="figures">
    ${
      isShift
        ? nothing
        : html`<dt>${words.facts.rotation}</dt>
            <dd>${formatFixed(rotationDegrees, language, 4)}°</dd>
            <dt>${words.facts.scale}</dt>
            <dd>${fill(words.facts.scaleValue, { ppm: `${scalePartsPerMillion >= 0 ? '+' : '−'}${formatNumber(Math.abs(Math.round(scalePartsPerMillion)), language)}` })}</dd>`
    }
    ${
      evidence
        ? html`<dt>${words.facts.residuals}</dt>
            <dd>${fill(words.facts.residualsValue, { rms: metres(evidence.rmsMetres), max: metres(evidence.maxMetres), count: formatNumber(evidence.count, language) })}</dd>`
        : nothing
    }
    <dt>${words.facts.plane}</dt>
    <dd>${systemName(transform.plane, review.systems)}</dd>
  </dl>`;
}
