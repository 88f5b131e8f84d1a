import { css } from 'lit';

/** Controls, tables and text as every panel uses them. */
export const controls = css`
  :host {
    box-sizing: border-box;
    color: var(--ink);
    font: 400 var(--text) / 1.45 var(--font);
    font-variant-numeric: tabular-nums;
  }
  :host([hidden]) {
    display: none;
  }
  *,
  *::before,
  *::after {
    box-sizing: inherit;
  }
  h2,
  h3,
  h4,
  p,
  ul,
  ol,
  dl,
  dd,
  figure {
    margin: 0;
    padding: 0;
  }
  ul,
  ol {
    list-style: none;
  }
  h2 {
    font-size: var(--text-title);
    font-weight: 600;
    line-height: 1.3;
  }
  h3 {
    font-size: var(--text);
    font-weight: 600;
  }
  svg {
    display: block;
    flex: none;
  }
  button,
  input,
  select {
    font: inherit;
    color: inherit;
    letter-spacing: inherit;
  }
  button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 0.375rem;
    min-height: var(--target);
    min-width: var(--target);
    padding: 0 0.5rem;
    border: 1px solid transparent;
    border-radius: var(--radius-small);
    background: transparent;
    cursor: pointer;
    white-space: nowrap;
  }
  button:hover {
    background: var(--surface-hover);
  }
  button:disabled {
    color: var(--ink-soft);
    opacity: 0.55;
    cursor: default;
    background: transparent;
  }
  button[aria-pressed='true'],
  button[aria-selected='true'] {
    color: var(--accent-line);
    background: var(--surface-selected);
  }
  button.outlined {
    border-color: var(--border);
    background: var(--surface);
  }
  button.outlined:hover:enabled {
    background: var(--surface-hover);
  }
  button.outlined[aria-pressed='true'] {
    border-color: var(--accent-line);
    background: var(--surface-selected);
  }
  button.primary {
    color: var(--accent-ink);
    background: var(--accent);
  }
  button.link {
    min-height: 0;
    min-width: 0;
    padding: 0;
    color: var(--accent-line);
    white-space: normal;
    text-align: start;
    border-radius: 2px;
  }
  button.link:hover {
    background: none;
    text-decoration: underline;
  }
  button.icon {
    padding: 0;
  }
  input[type='text'],
  input[type='search'],
  input[type='number'],
  select {
    min-height: var(--target);
    padding: 0 0.5rem;
    border: 1px solid var(--border-strong);
    border-radius: var(--radius-small);
    background: var(--surface);
    color: var(--ink);
  }
  input::placeholder {
    color: var(--ink-soft);
    opacity: 1;
  }
  input[type='checkbox'],
  input[type='radio'] {
    accent-color: var(--accent);
    width: 1rem;
    height: 1rem;
    margin: 0;
    flex: none;
  }
  :focus-visible {
    outline: 2px solid var(--accent-line);
    outline-offset: 1px;
  }
  table {
    width: 100%;
    border-collapse: collapse;
  }
  caption {
    text-align: start;
  }
  th,
  td {
    padding: 0.25rem 0.375rem;
    border-bottom: 1px solid var(--border);
    text-align: start;
    vertical-align: baseline;
    font-weight: 400;
  }
  thead th {
    color: var(--ink-soft);
    font-size: var(--text-small);
  }
  th.number,
  td.number {
    text-align: end;
    white-space: nowrap;
  }
  tfoot th,
  tfoot td {
    border-bottom: 0;
    border-top: 1px solid var(--border-strong);
    font-weight: 600;
  }
  /* What scrolls sideways says so: a shadow lies at every edge that hides something. */
  .scroll {
    scrollbar-width: thin;
    background:
      linear-gradient(to right, var(--surface) 40%, transparent) left / 2rem 100% no-repeat local,
      linear-gradient(to left, var(--surface) 40%, transparent) right / 2rem 100% no-repeat local,
      linear-gradient(to right, var(--border), transparent) left / 0.75rem 100% no-repeat,
      linear-gradient(to left, var(--border), transparent) right / 0.75rem 100% no-repeat;
  }
  .soft {
    color: var(--ink-soft);
  }
  .small {
    font-size: var(--text-small);
  }
  .row {
    display: flex;
    align-items: center;
    gap: var(--space-2);
  }
  .spread {
    justify-content: space-between;
  }
  .visually-hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .badge {
    display: inline-block;
    padding: 0 0.375rem;
    border: 1px solid currentcolor;
    border-radius: var(--radius-small);
    font-size: var(--text-small);
    line-height: 1.25rem;
    white-space: nowrap;
  }
  .badge.error,
  .badge.over {
    color: var(--error);
  }
  .badge.warning,
  .badge.near,
  .badge.indicative,
  .badge.draft {
    color: var(--warning);
  }
  .badge.within,
  .badge.approved {
    color: var(--success);
  }
  .badge.unknown,
  .badge.info {
    color: var(--ink-soft);
  }
  /* A hint that is too long for its field ends in dots, not in half a word. */
  input:placeholder-shown {
    text-overflow: ellipsis;
  }
  .segmented {
    display: inline-flex;
    padding: 2px;
    gap: 2px;
    border-radius: var(--radius);
    background: var(--surface-sunk);
    border: 1px solid var(--border);
  }
  .segmented button {
    min-height: calc(var(--target) - 4px);
  }
  .segmented button[aria-pressed='true'],
  .segmented button[aria-selected='true'] {
    background: var(--surface);
    box-shadow: 0 0 0 1px var(--border);
    color: var(--accent-line);
    font-weight: 600;
  }
  @media (prefers-reduced-motion: no-preference) {
    button {
      transition: background-color 0.12s;
    }
  }
  /* Where a person's own few colours replace these, what is chosen would be told by nothing. */
  @media (forced-colors: active) {
    button[aria-pressed='true'],
    button[aria-selected='true'] {
      forced-color-adjust: none;
      /* Over every element's own look of what is chosen: half of each would be unreadable. */
      color: SelectedItemText !important;
      background: SelectedItem !important;
    }
    button[aria-pressed='true'] *,
    button[aria-selected='true'] * {
      color: inherit !important;
      background: none !important;
    }
    button[aria-current='true'] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;
