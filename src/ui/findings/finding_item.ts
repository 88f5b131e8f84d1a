import { html, nothing, type TemplateResult } from 'lit';
import type { Diagnostic } from '../../core/plan/findings.ts';
import { fill } from '../../messages/fill.ts';
import { formatFinding } from '../../messages/format_finding.ts';
import type { Language } from '../../messages/language.ts';
import type { Messages } from '../../messages/messages.ts';
import type { RuleMessages } from '../../messages/rules.ts';
import type { ReasonDraft } from './reason_draft.ts';
import { reasonForm } from './reason_form.ts';

/** What the list knows of one finding, and what a person can do about it. */
export interface FindingItem {
  words: Messages['browse']['findings'];
  /** Absent until they are loaded: nothing can be done about a finding before. */
  rules: RuleMessages | undefined;
  language: Language;
  where: string;
  /** It is the one that is looked at. */
  isActive: boolean;
  isOfPlan: boolean;
  /** Its reason is being asked for. */
  asking: { isReasonMissing: boolean; draft: ReasonDraft } | undefined;
  show: () => void;
  ask: (isAsked: boolean) => void;
  letStand: (event: SubmitEvent) => void;
  takeUp: () => void;
}

export function findingItem(finding: Diagnostic, item: FindingItem): TemplateResult {
  const { words, rules, language, where, isActive } = item;
  const said = formatFinding(finding, language);
  const { accepted, severity } = finding;
  return html`<li>
    <button type="button" class="finding" aria-current=${isActive} @click=${item.show}>
      <span class=${`badge ${severity}`}>${words.severities[severity]}</span>
      <strong>${said.title}</strong>
      <span class="said">${said.text}</span>
      ${said.mend ? html`<span class="said mend">${said.mend}</span>` : nothing}
      <span class="where">${where}</span>
      ${
        accepted && rules
          ? html`<span class="said">
              ${fill(rules.panel.stands, { reason: accepted.reason })}
              <span class="soft small">
                ${[accepted.who, accepted.at?.slice(0, 10)].filter(Boolean).join(language === 'en' ? ', ' : '，')}
              </span>
            </span>`
          : nothing
      }
    </button>
    ${isActive && rules ? actions(finding, item, rules) : nothing}
  </li>`;
}

function actions(finding: Diagnostic, item: FindingItem, { codes, panel }: RuleMessages): TemplateResult {
  const told: { finds: string; why: string } | undefined = Object.hasOwn(codes, finding.code)
    ? codes[finding.code as keyof typeof codes]
    : undefined;
  const { asking } = item;
  return html`<div class="actions">
    ${told ? html`<p class="why"><span class="soft">${panel.why}</span> ${told.why}</p>` : nothing}
    ${
      finding.accepted
        ? html`<button type="button" class="link" @click=${item.takeUp}>${panel.takeUp}</button>`
        : item.isOfPlan && !asking
          ? html`<button type="button" class="link" @click=${() => item.ask(true)}>${panel.letStand}</button>`
          : nothing
    }
    ${
      asking
        ? reasonForm(panel, {
            ...asking,
            submit: item.letStand,
            cancel: () => item.ask(false),
          })
        : nothing
    }
  </div>`;
}
