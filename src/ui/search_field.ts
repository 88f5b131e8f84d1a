import { html, type TemplateResult } from 'lit';

/** A field that filters a list by words as they are typed. */
export function searchField(label: string, text: string, search: (text: string) => void): TemplateResult {
  return html`<input
    type="search"
    aria-label=${label}
    placeholder=${label}
    .value=${text}
    @input=${(event: Event) => search((event.target as HTMLInputElement).value)}
  />`;
}
