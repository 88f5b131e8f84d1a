import { html, nothing, type TemplateResult } from 'lit';
import type { LayerId, Plan } from '../../core/plan/types.ts';
import type { PartialLayer } from '../../core/read/partial_layers.ts';
import type { SourceReport } from '../../core/read/source.ts';
import type { UpdateReview } from '../../core/service.ts';
import { fill } from '../../messages/fill.ts';
import { formatNumber } from '../../messages/format.ts';
import { messagesOf } from '../../messages/index.ts';
import type { Language } from '../../messages/language.ts';
import { listText } from '../../messages/list_text.ts';
import { readingMessagesOf } from '../../messages/reading.ts';
import { unreadableCounts, unreadableOutcome } from '../../messages/unreadable_text.ts';
import type { UpdateState } from '../../state/update_state.ts';
import { countKinds } from '../compare/plot_change_rows.ts';
import { countByLayer, countErrors, countErrorsOf } from './review_words.ts';

export type ReviewState = Extract<UpdateState, { step: 'review' }>;

/** Above this share of a layer, what an update removes is called out: the file may hold only a part of the layer. */
const MANY_REMOVED_SHARE = 0.3;
/** Above this share it is not accepted before the person has said that it is meant. */
export const CONFIRMED_REMOVED_SHARE = 0.5;

/** Whether the files were refused: nothing is asked any more, and there is no plan to accept. */
export function isRefused({ reading }: UpdateReview): boolean {
  return !reading.candidate && reading.undecided.length === 0 && reading.unplaced.length === 0;
}

/** What the review comes to, in a sentence. */
export function verdict(review: UpdateReview, reason: string | undefined, language: Language): TemplateResult {
  const words = messagesOf(language).update.summary;
  const features = review.changes?.features ?? [];
  const whole = (value: number): string => formatNumber(value, language, 0);
  const errors = countErrors(review.reading.diagnostics);
  const isUnchanged = features.length === 0 && (review.changes?.manifest.length ?? 0) === 0;
  const text =
    review.reading.undecided.length + review.reading.unplaced.length > 0
      ? words.waiting
      : !review.reading.candidate
        ? errors > 0
          ? fill(words.blocked, { errors: whole(errors) })
          : (reason ?? '')
        : isUnchanged
          ? words.none
          : fill(reason === undefined ? words.ready : words.held, {
              changes: changesInWords(review, language),
              new: whole(review.findingsNew.length),
              gone: whole(review.findingsGone.length),
            });
  const newErrors = countErrorsOf(review.findingsNew);
  const garbled = countGarbledLeftOut(review);
  const skipped = skippedOf(review);
  const sentences = [
    text,
    ...(newErrors > 0 ? [fill(words.newErrors, { errors: whole(newErrors) })] : []),
    ...(garbled > 0 ? [fill(words.garbled, { count: whole(garbled) })] : []),
    ...(skipped.count > 0 ? [skippedInWords(skipped, language)] : []),
  ];
  return html`<p class="verdict ${verdictTone(review, { isPlain: isUnchanged || reason !== undefined, errors, newErrors, lost: garbled + skipped.count })}">
    ${sentences.join(language === 'en' ? ' ' : '')}
  </p>`;
}

function verdictTone(
  { reading }: UpdateReview,
  { isPlain, errors, newErrors, lost }: { isPlain: boolean; errors: number; newErrors: number; lost: number },
): 'bad' | 'warn' | 'plain' | 'good' {
  if (!reading.candidate && errors > 0) return 'bad';
  // That nothing changes is no good news where it is for what was left out.
  if (lost > 0 || (newErrors > 0 && !isPlain)) return 'warn';
  return isPlain ? 'plain' : 'good';
}

/** What could not be read and was passed over. */
function skippedOf({ reading }: UpdateReview): ReturnType<typeof unreadableCounts> {
  const reports = reading.sources.flatMap(({ unreadable }) => unreadable ?? []);
  return unreadableCounts(reports.filter(({ handling }) => handling === 'skip'));
}

function skippedInWords(counts: ReturnType<typeof unreadableCounts>, language: Language): string {
  const words = readingMessagesOf(language).unreadable;
  return fill(words.verdict, {
    count: formatNumber(counts.count, language, 0),
    outcome: unreadableOutcome(counts, language),
  });
}

/** How many garbled texts of the sources in use the plan would not hold. */
function countGarbledLeftOut({ reading }: UpdateReview): number {
  return reading.sources.reduce((sum, { omitted, garbled }) => {
    if (omitted !== undefined || !garbled || garbled.handling === 'keep') return sum;
    return sum + garbled.count - (garbled.handling === 'mend' ? garbled.mendableCount : 0);
  }, 0);
}

/** What changes, in words: plots by what became of them, then the features of all other layers and the manifest. */
function changesInWords({ changes, comparison }: UpdateReview, language: Language): string {
  const words = messagesOf(language).update.summary;
  const { kinds } = readingMessagesOf(language).comparison;
  const whole = (value: number): string => formatNumber(value, language, 0);
  const plots = comparison?.plots ?? [];
  const others = countByLayer(changes?.features ?? [])
    .filter(({ layer }) => layer !== 'plots')
    .reduce((sum, { added, removed, changed }) => sum + added + removed + changed, 0);
  const manifest = changes?.manifest.length ?? 0;
  const byKind = countKinds(plots).map(({ kind, count }) => `${kinds[kind]} ${whole(count)}`);
  return [
    ...(plots.length > 0
      ? [fill(words.plotsChanged, { count: whole(plots.length), kinds: listText(byKind, language) })]
      : []),
    ...(others > 0 ? [fill(words.othersChanged, { count: whole(others) })] : []),
    ...(manifest > 0 ? [fill(words.manifest, { count: manifest })] : []),
  ].join(language === 'en' ? ', ' : '，');
}

/** What a person does with files that were refused. */
export function refusedSteps(language: Language, choose: () => void): TemplateResult {
  const words = readingMessagesOf(language).review.refused;
  return html`<div class="refused" role="group" aria-labelledby="refused-title">
    <h3 id="refused-title">${words.title}</h3>
    <ol>
      <li>${words.look}</li>
      <li>${words.send}</li>
      <li>${words.again} <button type="button" class="link" @click=${choose}>${words.choose}</button></li>
    </ol>
  </div>`;
}

/** How many features of each layer come, go and change. */
export function layerCounts(review: UpdateReview, language: Language): TemplateResult | typeof nothing {
  const { update, browse } = messagesOf(language);
  const words = update.summary;
  const counts = countByLayer(review.changes?.features ?? []);
  if (counts.length === 0) return nothing;
  return html`<table class="counts">
    <thead>
      <tr>
        <th scope="col">${words.layer}</th>
        <th scope="col" class="number">${words.added}</th>
        <th scope="col" class="number">${words.removed}</th>
        <th scope="col" class="number">${words.changed}</th>
      </tr>
    </thead>
    <tbody>
      ${counts.map(
        ({ layer, added, removed, changed }) => html`<tr>
          <th scope="row">${browse.layerNames[layer]}</th>
          <td class="number">${formatNumber(added, language, 0)}</td>
          <td class="number">${formatNumber(removed, language, 0)}</td>
          <td class="number">${formatNumber(changed, language, 0)}</td>
        </tr>`,
      )}
    </tbody>
  </table>`;
}

/** Layers of which replacing deletes at least this share. A plot that only has another number, or was split or merged, is still there. */
export function removalsOf(
  { mode, review }: ReviewState,
  plan: Plan,
  share: number,
): { layer: LayerId; removed: number; total: number }[] {
  if (mode !== 'replace') return [];
  const { changes, comparison } = review;
  return countByLayer(changes?.features ?? []).flatMap(({ layer, removed: gone }) => {
    const removed = layer === 'plots' && comparison ? (comparison.rollUps.total.changeCounts.removed ?? 0) : gone;
    const total = plan.layers[layer].length;
    return total > 0 && removed / total >= share ? [{ layer, removed, total }] : [];
  });
}

export interface RemovalConfirmation {
  isConfirmed: boolean;
  confirm: (isConfirmed: boolean) => void;
}

/** A warning where much of a layer goes; where most of it goes, a box to tick. */
export function removedMany(
  state: ReviewState,
  plan: Plan,
  { isConfirmed, confirm }: RemovalConfirmation,
  language: Language,
): TemplateResult | typeof nothing {
  const { update, browse } = messagesOf(language);
  const many = removalsOf(state, plan, MANY_REMOVED_SHARE);
  if (many.length === 0) return nothing;
  const most = removalsOf(state, plan, CONFIRMED_REMOVED_SHARE);
  const removed = most.reduce((sum, one) => sum + one.removed, 0);
  return html`${many.map(
    ({ layer, removed, total }) =>
      html`<p class="verdict warn">${fill(update.summary.removedMany, {
        layer: browse.layerNames[layer],
        removed: formatNumber(removed, language, 0),
        total: formatNumber(total, language, 0),
      })}</p>`,
  )}${
    most.length === 0
      ? nothing
      : html`<label class="confirm">
          <input
            type="checkbox"
            .checked=${isConfirmed}
            @change=${(event: Event) => confirm((event.target as HTMLInputElement).checked)}
          />
          ${fill(update.summary.confirmRemoved, { removed: formatNumber(removed, language, 0) })}
        </label>`
  }`;
}

/** Why the update is merged where nobody asked for that. */
export function mergedNote(
  { mode }: ReviewState,
  parts: readonly PartialLayer[],
  language: Language,
): TemplateResult[] {
  if (mode !== 'merge') return [];
  const { update, browse } = messagesOf(language);
  return parts.map(({ layer, givenCount, presentCount }) => {
    const data = {
      layer: browse.layerNames[layer],
      given: formatNumber(givenCount, language, 0),
      present: formatNumber(presentCount, language, 0),
    };
    return html`<p class="verdict plain">${fill(update.summary.mergedPart, data)}</p>`;
  });
}

/** Whether how a source was understood is worth looking at: it is not simply the plan's own form. */
export function isNotable({ format, coordinates, fields, garbled }: SourceReport): boolean {
  return (
    format !== 'geojson' ||
    garbled !== undefined ||
    coordinates?.state !== 'geographic' ||
    coordinates.proposal !== undefined ||
    coordinates.partly !== undefined ||
    coordinates.correctedParts !== undefined ||
    fields.some(({ how }) => how !== 'canonical')
  );
}
