import { html, nothing, type TemplateResult } from 'lit';
import type { Severity } from '../../core/plan/findings.ts';
import { formatNumber } from '../../messages/format.ts';
import type { Language } from '../../messages/language.ts';
import type { Messages } from '../../messages/messages.ts';
import { SEVERITIES, type SeverityCounts, sumOf } from './finding_index.ts';

interface SeverityFilter {
  /** The severity that alone is shown; undefined: all. */
  chosen: Severity | undefined;
  words: Messages['browse'];
  language: Language;
  choose: (severity: Severity | undefined) => void;
}

/** How many findings there are of each severity, and which of them are shown. */
export function severityFilter(
  counts: SeverityCounts,
  { chosen, words, language, choose }: SeverityFilter,
): TemplateResult {
  const choice = (severity: Severity | undefined, name: string, count: number) =>
    html`<button type="button" aria-pressed=${chosen === severity} @click=${() => choose(severity)}>
      ${name} ${formatNumber(count, language)}
    </button>`;
  return html`<div class="segmented" role="group" aria-label=${words.tabs.findings}>
    ${choice(undefined, words.findings.all, sumOf(counts))}
    ${SEVERITIES.map((severity) => {
      const count = counts[severity];
      return count > 0 || severity === chosen ? choice(severity, words.findings[severity], count) : nothing;
    })}
  </div>`;
}
