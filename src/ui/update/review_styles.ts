import { css } from 'lit';

/** The review stands at the right, over the panels and beside the map; on a narrow page at the bottom, below it. */
export const reviewStyles = css`
  section {
    position: fixed;
    inset: 3.5rem 0.75rem 2.25rem auto;
    z-index: 20;
    display: flex;
    flex-direction: column;
    width: min(36rem, 46vw);
    border: 1px solid var(--border);
    border-radius: var(--radius);
    background: var(--surface);
    box-shadow: var(--shadow);
    /* A hidden overflow could still be scrolled by what is focused in it, and the heading would be gone. */
    overflow: clip;
  }
  /* As wide as the panel it lies over, so that the timeline beside it stays free. */
  :host([folded]) section {
    inset-block-start: auto;
    width: min(23rem, 46vw);
  }
  /* The heading takes the keyboard only so that a screen reader begins there. */
  #title:focus {
    outline: none;
  }
  .files {
    overflow-wrap: anywhere;
  }
  .verdict {
    margin-block: var(--space-2);
    padding: var(--space-2) var(--space-3);
    border-radius: var(--radius-small);
    border-inline-start: 4px solid var(--border-strong);
    background: var(--surface-sunk);
  }
  .verdict.good {
    border-color: var(--success);
    background: var(--success-surface);
  }
  .verdict.bad {
    border-color: var(--error);
    background: var(--error-surface);
  }
  .verdict.warn {
    border-color: var(--warning);
    background: var(--warning-surface);
  }
  .confirm {
    display: flex;
    align-items: center;
    gap: var(--space-2);
    margin-block-end: var(--space-3);
    font-weight: 600;
  }
  .undecided {
    margin-block: var(--space-3);
    padding: var(--space-3);
    border: 1px solid var(--border-strong);
    border-radius: var(--radius-small);
  }
  .undecided p {
    margin-block-end: var(--space-2);
  }
  .mode ul {
    margin-block-start: var(--space-1);
    padding-inline-start: var(--space-4);
    list-style: disc;
  }
  .mode p {
    margin-block-start: var(--space-1);
  }
  .mode.joined {
    margin-block-end: var(--space-3);
  }
  .counts {
    margin-block-end: var(--space-3);
  }
  .counts th[scope='row'] {
    width: 40%;
  }
  .tabs {
    display: flex;
    margin-block-end: var(--space-2);
  }
  .tabs button {
    flex: 1 1 auto;
  }
  .compared {
    display: grid;
    grid-template-columns: max-content minmax(0, 1fr);
    gap: 0.125rem var(--space-3);
    margin-block-end: var(--space-2);
    overflow-wrap: anywhere;
  }
  .compared dt {
    color: var(--ink-soft);
  }
  .refused {
    margin-block: var(--space-2) var(--space-3);
  }
  .issues {
    margin-block-end: var(--space-1);
  }
  .refused ol {
    padding-inline-start: 1.25rem;
    list-style: decimal;
  }
  [role='tabpanel'] h3 {
    margin-block: var(--space-2) 0;
  }
  .accept[aria-disabled='true'] {
    opacity: 0.55;
    cursor: default;
  }
  .reason {
    flex: 1;
    min-width: 8rem;
  }
  .reason:empty {
    min-width: 0;
  }
  /* Beside the reason the buttons stood one above the other. */
  @media (max-width: 480px) {
    .reason:not(:empty) {
      flex-basis: 100%;
    }
  }
  @media (max-width: 1100px) {
    section {
      width: min(30rem, 52vw);
    }
  }
  /* Five words side by side leave no room for their counts. */
  @media (max-width: 480px) {
    .tabs button {
      flex-direction: column;
      gap: 0;
      min-height: 2.75rem;
      padding-inline: var(--space-1);
      line-height: 1.25;
    }
  }
  /* On a page as low as a phone on its side the header stands over the map alone. */
  @media (min-width: 701px) and (max-height: 479px) {
    section {
      inset-block: var(--space-2);
    }
  }
  @media (max-width: 700px) {
    section,
    :host([folded]) section {
      inset: auto 0 0;
      width: auto;
      max-height: 58dvh;
      border-radius: var(--radius) var(--radius) 0 0;
    }
  }
`;
