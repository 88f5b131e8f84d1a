import { html, nothing, type TemplateResult } from 'lit';
import { fill } from '../../messages/fill.ts';
import { formatNumber } from '../../messages/format.ts';
import type { Language } from '../../messages/language.ts';
import type { RuleMessages } from '../../messages/rules.ts';
import { searchField } from '../search_field.ts';
import { GROUPINGS, type Grouping } from './finding_groups.ts';
import { REPORT_FORMATS, type ReportFormat } from './save_report.ts';

/** What the tools over the list show, and what they do. */
export interface FindingTools {
  grouping: Grouping;
  text: string;
  /** Whether only what is new since the version before is shown, or that version is being checked for it. */
  newOnly: boolean | 'comparing';
  hasVersions: boolean;
  showsAccepted: boolean;
  count: number;
  acceptedCount: number;
  group: (grouping: Grouping) => void;
  search: (text: string) => void;
  toggleNew: (isWanted: boolean) => void;
  showAccepted: (isWanted: boolean) => void;
  save: (format: ReportFormat) => void;
}

/** How the findings are grouped and filtered, and the report of them. */
export function findingTools(w: RuleMessages['panel'], language: Language, tools: FindingTools): TemplateResult {
  const { grouping, text, newOnly, hasVersions, showsAccepted, count, acceptedCount } = tools;
  return html`<div class="tools">
    <select
      aria-label=${w.group}
      @change=${(event: Event) =>
        tools.group(GROUPINGS.find((one) => one === (event.target as HTMLSelectElement).value) ?? 'severity')}
    >
      ${GROUPINGS.map((one) => html`<option value=${one} ?selected=${grouping === one}>${w.groupings[one]}</option>`)}
    </select>
    ${searchField(w.search, text, tools.search)}
    ${
      hasVersions
        ? html`<label class="check">
            <input
              type="checkbox"
              .checked=${newOnly !== false}
              ?disabled=${newOnly === 'comparing'}
              @change=${(event: Event) => tools.toggleNew((event.target as HTMLInputElement).checked)}
            />
            ${newOnly === 'comparing' ? w.comparing : w.newOnly}
          </label>`
        : nothing
    }
    ${
      acceptedCount > 0 || showsAccepted
        ? html`<div class="segmented" role="group" aria-label=${w.stands}>
            ${[false, true].map(
              (one) => html`<button
                type="button"
                aria-pressed=${showsAccepted === one}
                @click=${() => tools.showAccepted(one)}
              >
                ${fill(one ? w.accepted : w.open, {
                  count: formatNumber(one ? acceptedCount : count - acceptedCount, language),
                })}
              </button>`,
            )}
          </div>`
        : nothing
    }
    <select
      aria-label=${w.save}
      @change=${(event: Event) => {
        const select = event.target as HTMLSelectElement;
        const format = REPORT_FORMATS.find((one) => one === select.value);
        select.value = '';
        if (format) tools.save(format);
      }}
    >
      <option value="">${w.save}…</option>
      ${REPORT_FORMATS.map((one) => html`<option value=${one}>${w.formats[one]}</option>`)}
    </select>
  </div>`;
}
