import { html, nothing, type TemplateResult } from 'lit';
import { choosableSystems, systemOf } from '../../core/read/coordinates/systems.ts';
import type { CoordinateCandidate, ShiftProposal, SourceReport } from '../../core/read/source.ts';
import type { SourceChoices } from '../../core/read/types.ts';
import { fill } from '../../messages/fill.ts';
import { formatLength } from '../../messages/format.ts';
import type { Language } from '../../messages/language.ts';
import { readingMessagesOf } from '../../messages/reading.ts';
import { candidateSwatch } from './kind_swatch.ts';
import { systemName } from './system_names.ts';

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
  show: (candidate: CoordinateCandidate) => void;
}

/** A, B, C …, as the map names the outlines. */
export function letterOf(place: number): string {
  return String.fromCharCode(65 + (place % 26));
}

/** A shift in words: 偏东 531 m、偏南 204 m. */
export function shiftText(eastMetres: number, northMetres: number, language: Language): string {
  const { coordinates } = readingMessagesOf(language).review;
  const part = (metres: number, ahead: string, back: string): string[] =>
    Math.abs(metres) < 0.5
      ? []
      : [fill(metres > 0 ? ahead : back, { distance: formatLength(Math.round(Math.abs(metres)), language) })];
  const parts = [
    ...part(eastMetres, coordinates.east, coordinates.west),
    ...part(northMetres, coordinates.north, coordinates.south),
  ];
  return parts.length === 0 ? coordinates.exact : parts.join(language === 'en' ? ', ' : '、');
}

/** How far a reading lies off, in words, with its matched features where there are some. */
export function whereText(candidate: CoordinateCandidate, language: Language): string {
  const { coordinates } = readingMessagesOf(language).review;
  const { distanceMetres, eastMetres, northMetres, matchedCount } = candidate;
  const parts: string[] = [];
  if (distanceMetres !== undefined)
    parts.push(
      distanceMetres < 1
        ? coordinates.within
        : fill(coordinates.off, { distance: formatLength(rounded(distanceMetres), language) }),
    );
  if (matchedCount && eastMetres !== undefined && northMetres !== undefined)
    parts.push(fill(coordinates.offset, { count: matchedCount, shift: shiftText(eastMetres, northMetres, language) }));
  return parts.join(language === 'en' ? '; ' : '；');
}

/** Two figures are enough to tell readings apart. */
function rounded(metres: number): number {
  const step = metres >= 10_000 ? 1000 : metres >= 1000 ? 100 : 1;
  return Math.round(metres / step) * step;
}

/** A source's coordinates: what the file says, how they were read, and a way to say otherwise. */
export function coordinatePart(part: CoordinatePart): TemplateResult | typeof nothing {
  const { source, isAsked, language } = part;
  const { coordinates } = source;
  if (!coordinates) return nothing;
  const review = readingMessagesOf(language).review;
  if (coordinates.follows !== undefined)
    return html`<dl>
      <dt>${review.coordinates.title}</dt>
      <dd>${fill(review.coordinates.follows, { name: coordinates.follows })}</dd>
    </dl>`;
  const { coordinates: words, systems } = review;
  const { crs, declared, state, swapped, how, proposal } = coordinates;
  const isKnown = crs !== undefined && !isAsked && state !== 'unknown';
  const used = isKnown
    ? `${systemName(crs, systems)}${swapped ? ` · ${words.swapped}` : ''}`
    : state === 'geographic'
      ? systems.geographic
      : words.unknown;
  return html`<dl>
      <dt>${words.declared}</dt>
      <dd>${declared === undefined ? words.declaredNone : shortened(declared)}</dd>
      <dt>${words.used}</dt>
      <dd>${used}${isKnown ? html` <span class="soft">${words.how[how]}</span>` : nothing}</dd>
    </dl>
    ${proposal ? proposalPart(part, proposal) : nothing}
    ${isAsked ? choiceForm(part) : html`<details><summary>${words.change}</summary>${choiceForm(part)}</details>`}`;
}

const LONGEST_DECLARED = 80;
const shortened = (text: string): string =>
  text.length > LONGEST_DECLARED ? `${text.slice(0, LONGEST_DECLARED)}…` : text;

function choiceForm(part: CoordinatePart): TemplateResult {
  const { source, index, isAsked, language, longitude, firstLook } = part;
  const { coordinates: words, systems } = readingMessagesOf(language).review;
  const { candidates = [], crs, swapped } = source.coordinates ?? {};
  const listed = new Set(candidates.map((candidate) => candidate.crs));
  return html`<form
    class=${isAsked ? 'asked' : ''}
    @submit=${(event: Event) => {
      event.preventDefault();
      const data = new FormData(event.target as HTMLFormElement);
      const other = String(data.get('other') ?? '');
      const picked = candidates[Number(data.get('candidate') ?? -1)];
      if (other !== '') part.answer({ crs: other, swapped: data.get('swapped') !== null });
      else if (picked) part.answer({ crs: picked.crs, swapped: picked.swapped });
    }}
  >
    <fieldset>
      <legend>${isAsked ? fill(words.ask, { name: source.name }) : words.candidates}</legend>
      ${isAsked ? html`<p class="soft small">${words.askHint}</p>` : nothing}
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
              <span class="soft">${whereText(candidate, language)}</span>
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
          ${choosableSystems(longitude)
            .filter((id) => !listed.has(id))
            .map((id) => html`<option value=${id}>${systemName(id, systems)}</option>`)}
        </select>
        <label class="check"><input type="checkbox" name="swapped" /> ${words.swapLabel}</label>
      </div>
      <button type="submit" class=${isAsked ? 'primary' : 'outlined'}>${words.apply}</button>
    </fieldset>
  </form>`;
}

/** A map service's shift: its evidence, and consent or refusal. */
function proposalPart({ source, language, answer }: CoordinatePart, proposal: ShiftProposal): TemplateResult {
  const { coordinates: words } = readingMessagesOf(language).review;
  const { crs, matchedCount, spreadMetres } = proposal;
  const { crs: used, swapped = false } = source.coordinates ?? {};
  // The correction reads the file as degrees of that system; coordinates that came in metres cannot be read so.
  const canCorrect = used === undefined || systemOf(used)?.family === 'degrees';
  return html`<div class="proposal" role="group" aria-label=${fill(words.proposalTitle, { crs })}>
    <strong>${fill(words.proposalTitle, { crs })}</strong>
    <p>
      ${fill(words.proposal, {
        crs,
        count: matchedCount,
        shift: shiftText(proposal.eastMetres, proposal.northMetres, language),
        spread: formatLength(Math.ceil(spreadMetres), language),
        expected: shiftText(proposal.expectedEastMetres, proposal.expectedNorthMetres, language),
      })}
    </p>
    <div class="row">
      ${
        canCorrect
          ? html`<button type="button" class="primary" @click=${() => answer({ crs, swapped })}>${fill(words.correct, { crs })}</button>`
          : nothing
      }
      <button type="button" class="outlined" @click=${() => answer({ crs: used ?? 'EPSG:4490', swapped })}>${words.keep}</button>
    </div>
  </div>`;
}
