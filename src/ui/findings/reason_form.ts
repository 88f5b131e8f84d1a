import { html, nothing, type TemplateResult } from 'lit';
import type { RuleMessages } from '../../messages/rules.ts';
import type { ReasonDraft } from './reason_draft.ts';

/** Asks why a finding may stand, and who says so. */
export function reasonForm(
  w: RuleMessages['panel'],
  act: { isReasonMissing: boolean; draft: ReasonDraft; submit: (event: SubmitEvent) => void; cancel: () => void },
): TemplateResult {
  const leave = (event: KeyboardEvent) => {
    // While characters are being composed, Escape takes those back.
    if (event.key !== 'Escape' || event.isComposing) return;
    event.stopPropagation();
    act.cancel();
  };
  return html`<form @submit=${act.submit} @input=${act.draft.note} @keydown=${leave}>
    <label for="reason">${w.reason}</label>
    <textarea id="reason" name="reason" rows="2" maxlength="1000" .value=${act.draft.reason} aria-invalid=${act.isReasonMissing}></textarea>
    ${act.isReasonMissing ? html`<p class="error" role="alert">${w.reasonMissing}</p>` : nothing}
    <label for="who">${w.who}</label>
    <input id="who" name="who" type="text" maxlength="200" .value=${act.draft.who} autocomplete="name" />
    <div class="row">
      <button type="submit" class="primary">${w.confirm}</button>
      <button type="button" class="outlined" @click=${act.cancel}>${w.cancel}</button>
    </div>
  </form>`;
}
