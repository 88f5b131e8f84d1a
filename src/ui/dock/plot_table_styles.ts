import { css } from 'lit';

export const plotTableStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    min-height: 0;
  }
  .bar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-2);
    padding: var(--space-2) var(--space-3);
    flex: none;
  }
  .bar h2 {
    font-size: var(--text-strong);
  }
  /* Where there is nothing to close here, the sheet it stands in has the heading. */
  :host([no-close]) .bar h2 {
    display: none;
  }
  .bar .end {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-1);
    margin-inline-start: auto;
  }
  .scroll {
    flex: 1;
    min-height: 6rem;
    overflow: auto;
    border-top: 1px solid var(--border);
  }
  table {
    border-collapse: separate;
    border-spacing: 0;
  }
  thead th {
    position: sticky;
    top: 0;
    z-index: 1;
    padding: 0;
    background: var(--surface-sunk);
    white-space: nowrap;
  }
  thead button {
    width: 100%;
    padding: 0 0.5rem;
    border-radius: 0;
    justify-content: flex-start;
    gap: 0.125rem;
  }
  thead .number button {
    justify-content: flex-end;
  }
  /* Which plot a row is stays to be seen when the table is scrolled sideways. */
  tbody th {
    position: sticky;
    left: 0;
    background: var(--surface);
  }
  thead th:first-child {
    left: 0;
    z-index: 2;
  }
  tbody tr:hover th {
    background: var(--surface-hover);
  }
  tbody tr.selected th {
    background: var(--surface-selected);
  }
  tbody button.link {
    white-space: nowrap;
  }
  thead svg {
    opacity: 0;
  }
  thead [aria-sort] svg {
    opacity: 1;
  }
  tbody td,
  tbody th {
    padding: 0.1875rem 0.5rem;
    white-space: nowrap;
  }
  tbody tr:hover {
    background: var(--surface-hover);
  }
  tbody tr[aria-selected='true'],
  tbody tr.selected {
    background: var(--surface-selected);
  }
  tbody tr.selected th {
    box-shadow: inset 3px 0 0 var(--accent-line);
  }
  caption {
    padding: var(--space-1) var(--space-3);
    color: var(--ink-soft);
    font-size: var(--text-small);
  }
  .code {
    color: var(--ink-soft);
    font-size: var(--text-small);
  }
  /* Thirteen columns: on a small screen closer together, with headings of two lines. */
  @media (max-width: 1200px) {
    table {
      font-size: var(--text-small);
    }
    thead button {
      padding: 0 0.25rem;
      line-height: 1.2;
      text-align: start;
      white-space: normal;
      word-break: keep-all;
    }
    thead .number button {
      text-align: end;
    }
    tbody td,
    tbody th {
      padding-inline: 0.25rem;
    }
  }
`;
