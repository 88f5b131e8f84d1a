import { html, nothing, type TemplateResult } from 'lit';
import { fill } from '../../messages/fill.ts';
import type { Messages } from '../../messages/index.ts';
import { icon } from '../icons.ts';

/** Rows drawn at once: a list of thousands must not freeze the page. */
export const PAGE_ROWS = 50;

export interface Page<T> {
  rows: readonly T[];
  /** From 1. */
  page: number;
  pages: number;
  /** Index of the first row, from 0. */
  start: number;
}

/** The rows of one page; a page that does not exist gives the nearest one that does. */
export function pageOf<T>(rows: readonly T[], page: number, size = PAGE_ROWS): Page<T> {
  const pages = Math.max(1, Math.ceil(rows.length / size));
  const shown = Math.min(Math.max(1, page), pages);
  const start = (shown - 1) * size;
  return { rows: rows.slice(start, start + size), page: shown, pages, start };
}

/** Buttons to leaf through pages; nothing when there is only one. */
export function pager(
  { page, pages }: Pick<Page<unknown>, 'page' | 'pages'>,
  words: Messages['update']['paging'],
  go: (page: number) => void,
): TemplateResult | typeof nothing {
  if (pages === 1) return nothing;
  return html`<nav class="pager row" aria-label=${words.label}>
    <button type="button" class="outlined icon" aria-label=${words.previous} ?disabled=${page === 1} @click=${() => go(page - 1)}>
      ${icon('previous')}
    </button>
    <span aria-live="polite">${fill(words.page, { page, pages })}</span>
    <button type="button" class="outlined icon" aria-label=${words.next} ?disabled=${page === pages} @click=${() => go(page + 1)}>
      ${icon('next')}
    </button>
  </nav>`;
}
