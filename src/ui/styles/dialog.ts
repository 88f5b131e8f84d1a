import { css } from 'lit';

/** How every dialog of updating and taking away looks. */
export const dialogStyles = css`
  dialog {
    width: min(var(--dialog-width, 34rem), calc(100vw - 2rem));
    max-width: none;
    max-height: calc(100dvh - 2rem);
    padding: 0;
    border: 1px solid var(--border);
    border-radius: var(--radius);
    background: var(--surface);
    color: var(--ink);
    box-shadow: var(--shadow);
    /* Nothing but the body scrolls: a hidden overflow could still be scrolled by what is focused in it. */
    overflow: clip;
  }
  dialog[open] {
    display: flex;
    flex-direction: column;
  }
  dialog::backdrop {
    background: var(--scrim, rgb(20 26 36 / 0.4));
  }
  .dialog-head {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: var(--space-2);
    padding: var(--space-2) var(--space-2) var(--space-2) var(--space-4);
    border-bottom: 1px solid var(--border);
  }
  .dialog-body {
    flex: 1;
    min-height: 0;
    overflow: auto;
    padding: var(--space-3) var(--space-4);
  }
  .dialog-foot {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: flex-end;
    gap: var(--space-2);
    padding: var(--space-2) var(--space-4);
    border-top: 1px solid var(--border);
    background: var(--surface-sunk);
  }
  .dialog-foot [role='status'] {
    flex: 1;
    min-width: 10rem;
    overflow-wrap: anywhere;
  }
  .field {
    display: flex;
    flex-direction: column;
    gap: var(--space-1);
    margin-block-end: var(--space-3);
    min-width: 0;
  }
  .field > label,
  .field > .label {
    color: var(--ink-soft);
    font-size: var(--text-small);
  }
  .check {
    display: flex;
    align-items: center;
    gap: var(--space-2);
    min-height: var(--target);
  }
  fieldset {
    margin: 0 0 var(--space-3);
    padding: 0;
    border: 0;
    min-width: 0;
  }
  legend {
    padding: 0 0 var(--space-1);
    color: var(--ink-soft);
    font-size: var(--text-small);
  }
  textarea {
    width: 100%;
    min-height: 12rem;
    padding: var(--space-2);
    border: 1px solid var(--border-strong);
    border-radius: var(--radius-small);
    background: var(--surface);
    color: inherit;
    font: 0.75rem / 1.5 ui-monospace, 'Cascadia Mono', Consolas, monospace;
    resize: vertical;
  }
  .error {
    color: var(--error);
  }
  @media (max-width: 640px) {
    dialog {
      width: 100vw;
      max-height: 92dvh;
      margin: auto 0 0;
      border-radius: var(--radius) var(--radius) 0 0;
    }
    .dialog-foot button {
      min-height: 2.5rem;
    }
    .dialog-foot [role='status'] {
      min-width: 0;
    }
  }
`;
