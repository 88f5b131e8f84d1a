import { html, nothing, type TemplateResult } from 'lit';
import { createProjection } from '../../core/measure/gauss_kruger.ts';
import type { Diagnostic } from '../../core/plan/findings.ts';
import type { Geometry } from '../../core/plan/types.ts';
import type { ControlPointFit } from '../../core/read/coordinates/control_points.ts';
import { choosableSystems } from '../../core/read/coordinates/systems.ts';
import type { CorrectedPart, SourceReport } from '../../core/read/source.ts';
import type { SourceChoices } from '../../core/read/types.ts';
import { fill } from '../../messages/fill.ts';
import { formatFinding } from '../../messages/format_finding.ts';
import type { Language } from '../../messages/language.ts';
import { readingMessagesOf } from '../../messages/reading.ts';
import { shiftText } from '../../messages/shift_text.ts';
import { withCodeWords } from '../code_words.ts';
import { candidateSwatch } from '../compare/kind_swatch.ts';
import { proposalPart, transformFacts } from './coordinate_proposal.ts';
import { letterOf, whereText } from './coordinate_words.ts';
import './park_control_points.ts';
import { systemName } from '../../messages/system_names.ts';

export interface CoordinatePart {
  source: SourceReport;
  /** Place of the source among those shown: parts of a page need names of their own. */
  index: number;
  isAsked: boolean;
  /** Letter and look begin here: candidates of other sources stand on the same map. */
  firstLook: number;
  /** Degrees: systems near it are offered first. */
  longitude: number;
  language: Language;
  answer: (choice: SourceChoices) => void;
  show: (reading: { outline: Geometry }) => void;
}

/** A source's coordinates: what the file says, how they were read, and a way to say otherwise. */
export function coordinatePart(part: CoordinatePart): TemplateResult | typeof nothing {
  const { source, isAsked, firstLook, language, longitude, answer, show } = part;
  const { coordinates } = source;
  if (!coordinates) return nothing;
  const { review, coordinates: more } = readingMessagesOf(language);
  if (coordinates.follows !== undefined)
    return html`<dl>
      <dt>${review.coordinates.title}</dt>
      <dd>${fill(review.coordinates.follows, { name: coordinates.follows })}</dd>
    </dl>`;
  const { coordinates: words, systems } = review;
  const { crs, declared, state, swapped, how, proposal, partly, correctedParts, transform, candidates } = coordinates;
  const isOpen = isAsked || state === 'unknown';
  const isKnown = !isOpen && (crs !== undefined || transform !== undefined);
  const turned = swapped ? ` · ${words.swapped}` : '';
  const used = isKnown
    ? `${crs === undefined ? more.localGrid : systemName(crs, systems)}${turned}`
    : state === 'geographic'
      ? systems.geographic
      : words.unknown;
  const usedFor = coordinates.state === 'asked' ? undefined : (crs ?? 'EPSG:4490');
  return html`<dl>
      <dt>${words.declared}</dt>
      <dd>${declared === undefined ? words.declaredNone : shortened(declared)}</dd>
      <dt>${words.used}</dt>
      <dd>${used}${isKnown ? html` <span class="soft">· ${words.how[how]}</span>` : nothing}</dd>
    </dl>
    ${transform && isKnown ? transformFacts(transform, transform.a === 1 && transform.b === 0, language) : nothing}
    ${partly ? partlyPart(source.file, partly, part) : nothing}
    ${correctedParts ? correctedPart(correctedParts, part) : nothing}
    ${
      proposal
        ? proposalPart({
            proposal,
            used: usedFor,
            swapped,
            look: firstLook + candidates.length,
            language,
            answer,
            show: () => show(proposal),
          })
        : nothing
    }
    ${isOpen ? choiceForm(part) : html`<details><summary>${words.change}</summary>${choiceForm(part)}</details>`}
    <details ?open=${state === 'unknown'}>
      <summary>${more.points.title}</summary>
      <park-control-points
        .language=${language}
        .name=${source.name}
        .planes=${choosableSystems(longitude).filter((id) => id !== 'EPSG:3857' && createProjection(id) !== undefined)}
        @park-place-by-points=${(event: CustomEvent<ControlPointFit>) =>
          answer({ crs: undefined, swapped: event.detail.swapped, transform: event.detail.transform })}
      ></park-control-points>
    </details>`;
}

/** Each part that lies elsewhere than the rest, and consent to bring it to its place: what moved the whole would take the rest out of it. */
function partlyPart(
  file: string,
  warnings: readonly Diagnostic[],
  { language, answer }: CoordinatePart,
): TemplateResult {
  const { parts: words } = readingMessagesOf(language).coordinates;
  const told = warnings.map((warning) => formatFinding({ ...warning, file }, language));
  return html`<div class="proposal" role="group" aria-label=${told[0]?.title ?? ''}>
    ${told.map(({ title, text, mend }) => html`<strong>${title}</strong><p>${withCodeWords(text)}</p><p>${withCodeWords(mend)}</p>`)}
    <div class="row">
      <button type="button" class="primary" @click=${() => answer({ correctParts: true })}>
        ${told.length > 1 ? words.correctAll : words.correct}
      </button>
    </div>
  </div>`;
}

function correctedPart(parts: readonly CorrectedPart[], { language, answer }: CoordinatePart): TemplateResult {
  const { parts: words } = readingMessagesOf(language).coordinates;
  return html`<div class="proposal" role="group" aria-label=${words.title}>
    <strong>${words.title}</strong>
    ${parts.map(
      ({ service, eastMetres, northMetres, count }) =>
        html`<p>${fill(service ? words.restored : words.moved, {
          count,
          shift: shiftText(eastMetres, northMetres, language),
          ...(service && { service }),
        })}</p>`,
    )}
    <div class="row">
      <button type="button" class="outlined" @click=${() => answer({ correctParts: false })}>${words.undo}</button>
    </div>
  </div>`;
}

const LONGEST_DECLARED = 80;
const shortened = (text: string): string =>
  text.length > LONGEST_DECLARED ? `${text.slice(0, LONGEST_DECLARED)}…` : text;

function choiceForm(part: CoordinatePart): TemplateResult {
  const { source, index, isAsked, language, longitude, firstLook } = part;
  const { coordinates: words, systems } = readingMessagesOf(language).review;
  const { candidates = [], crs, swapped } = source.coordinates ?? {};
  const listed = new Set(candidates.map((candidate) => candidate.crs));
  const alike = [...new Set(candidates.flatMap((candidate) => candidate.lookAlikes ?? []))].filter(
    (id) => !listed.has(id),
  );
  const more = readingMessagesOf(language).coordinates;
  const isPlural = candidates.length > 1;
  return html`<form
    class=${isAsked ? 'asked' : ''}
    @submit=${(event: Event) => {
      event.preventDefault();
      const data = new FormData(event.target as HTMLFormElement);
      const other = String(data.get('other') ?? '');
      const picked = candidates[Number(data.get('candidate') ?? -1)];
      const afresh = { transform: undefined, correctParts: false } as const;
      if (other !== '') part.answer({ crs: other, swapped: data.get('swapped') !== null, ...afresh });
      else if (picked) part.answer({ crs: picked.crs, swapped: picked.swapped, ...afresh });
    }}
  >
    <fieldset>
      <legend>${candidates.length === 0 ? more.noSystem : isAsked && isPlural ? fill(words.ask, { name: source.name }) : words.candidates}</legend>
      ${isAsked && isPlural ? html`<p class="soft small">${words.askHint}</p>` : nothing}
      ${candidates.map(
        (candidate, place) => html`<div class="choice">
          <label>
            <input
              type="radio"
              name="candidate"
              value=${place}
              ?checked=${!isAsked && candidate.crs === crs && candidate.swapped === swapped}
              @change=${(event: Event) => {
                const form = (event.target as HTMLInputElement).form;
                const other = form?.querySelector('select');
                if (other) other.value = '';
                part.show(candidate);
              }}
            />
            ${candidateSwatch(firstLook + place)}
            <span>
              <strong>${letterOf(firstLook + place)}</strong>
              ${systemName(candidate.crs, systems)}${candidate.swapped ? ` · ${words.swapped}` : ''}
              <span class="soft">${whereText(candidate, language, candidates[0], letterOf(firstLook))}</span>
            </span>
          </label>
          <button type="button" class="link" aria-label=${`${readingMessagesOf(language).review.sources.onMap} ${letterOf(firstLook + place)}`} @click=${() => part.show(candidate)}>
            ${readingMessagesOf(language).review.sources.onMap}
          </button>
        </div>`,
      )}
      <div class="field">
        <label for="other-${index}">${words.other}</label>
        <select
          id="other-${index}"
          name="other"
          @change=${(event: Event) => {
            const form = (event.target as HTMLSelectElement).form;
            for (const radio of form?.querySelectorAll<HTMLInputElement>('input[type=radio]') ?? [])
              radio.checked = false;
          }}
        >
          <option value="">${words.otherNone}</option>
          ${
            alike.length === 0
              ? nothing
              : html`<optgroup label=${more.lookAlikes}>
                  ${alike.map((id) => html`<option value=${id}>${systemName(id, systems)}</option>`)}
                </optgroup>`
          }
          ${choosableSystems(longitude)
            .filter((id) => !listed.has(id) && !alike.includes(id))
            .map((id) => html`<option value=${id}>${systemName(id, systems)}</option>`)}
        </select>
        <label class="check"><input type="checkbox" name="swapped" /> ${words.swapLabel}</label>
      </div>
      <button type="submit" class=${isAsked ? 'primary' : 'outlined'}>${words.apply}</button>
    </fieldset>
  </form>`;
}
