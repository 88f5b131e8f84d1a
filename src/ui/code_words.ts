import { html, type TemplateResult } from 'lit';

/** An option of the command line, whose hyphens are no places to break a line at. */
const OPTION = /(--[a-z]+(?:-[a-z]+)*)/;

/** A message whose options of the command line stay in one piece, as `code` words; the element that shows it keeps `code.option` from wrapping. */
export function withCodeWords(text: string): string | (string | TemplateResult)[] {
  const parts = text.split(OPTION);
  if (parts.length === 1) return text;
  return parts.map((part, index) => (index % 2 === 1 ? html`<code class="option">${part}</code>` : part));
}
