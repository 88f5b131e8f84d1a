import { css } from 'lit';

export const findingStyles = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space-2);
  }
  .segmented {
    flex-wrap: wrap;
  }
  .tools {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-2);
  }
  .tools input[type='search'] {
    flex: 1 1 10rem;
    min-width: 0;
  }
  .check {
    display: flex;
    align-items: center;
    gap: var(--space-1);
    flex-basis: 100%;
  }
  .list {
    display: grid;
    gap: 1px;
  }
  .list .finding {
    display: grid;
    grid-template-columns: auto 1fr;
    align-items: baseline;
    gap: 0 var(--space-2);
    width: 100%;
    padding: var(--space-2);
    border: 0;
    white-space: normal;
    text-align: start;
    line-height: 1.4;
  }
  .list .finding[aria-current='true'] {
    background: var(--surface-selected);
    box-shadow: inset 2px 0 0 var(--accent-line);
    border-radius: 0;
  }
  /* A telephone has no such keys. */
  @media (hover: none) {
    .keys {
      visibility: hidden;
    }
  }
  .position {
    white-space: nowrap;
  }
  .list strong {
    font-weight: 600;
    overflow-wrap: anywhere;
  }
  .said {
    grid-column: 1 / -1;
    /* A unit or a last sign alone on a line reads badly. */
    text-wrap: pretty;
    overflow-wrap: anywhere;
  }
  .mend {
    color: var(--ink-soft);
  }
  .where {
    grid-column: 1 / -1;
    color: var(--ink-soft);
    font-size: var(--text-small);
  }
  .actions {
    display: grid;
    justify-items: start;
    gap: var(--space-1);
    padding: 0 var(--space-2) var(--space-2);
    background: var(--surface-selected);
    box-shadow: inset 2px 0 0 var(--accent-line);
  }
  form {
    display: grid;
    gap: var(--space-1);
    width: 100%;
  }
  textarea,
  form input {
    width: 100%;
    box-sizing: border-box;
    padding: var(--space-1) var(--space-2);
    border: 1px solid var(--border-strong);
    border-radius: var(--radius, 4px);
    background: var(--surface);
    color: inherit;
    font: inherit;
  }
  textarea {
    resize: vertical;
  }
  .error[role='alert'] {
    color: var(--error);
  }
  h3 {
    padding: var(--space-2) var(--space-2) var(--space-1);
    color: var(--ink-soft);
    font-size: var(--text-small);
    overflow-wrap: anywhere;
  }
`;
