import { html, type TemplateResult } from 'lit';

/** What hyphens join that are no places to break a line at: an option of the command line, a plot's number, `GCJ-02`. */
const CODE_WORD = /(--[a-z]+(?:-[a-z]+)*|[A-Za-z0-9]{1,8}(?:-[A-Za-z0-9]{1,8}){1,3})/;

/** A message whose options and numbers stay in one piece, as `code` words; the element that shows it keeps `code.word` from wrapping. */
export function withCodeWords(text: string): string | (string | TemplateResult)[] {
  const parts = text.split(CODE_WORD);
  if (parts.length === 1) return text;
  return parts.map((part, index) => (index % 2 === 1 ? html`<code class="word">${part}</code>` : part));
}
