import { css } from 'lit';

export const compareMapStyles = css`
  :host {
    position: absolute;
    inset: 0;
    overflow: hidden;
    pointer-events: none;
    container-type: inline-size;
  }
  .bar,
  .legend {
    pointer-events: auto;
  }
  .bar {
    position: absolute;
    z-index: 1;
    inset: var(--space-3) 3.25rem auto 3.25rem;
    display: grid;
    justify-items: center;
    gap: var(--space-1);
    pointer-events: none;
  }
  .bar > * {
    pointer-events: auto;
    box-shadow: var(--shadow);
  }
  .bar .segmented {
    max-width: 100%;
    background: var(--surface);
  }
  .bar .segmented button {
    min-width: 0;
  }
  .bar .segmented button[aria-pressed='true'] {
    background: var(--surface-selected);
  }
  .blink {
    display: flex;
    align-items: center;
    gap: var(--space-1);
    padding: 2px var(--space-2) 2px 2px;
    border: 1px solid var(--border);
    border-radius: var(--radius);
    background: var(--surface);
  }
  /* As wide as the longer of both names: what blinks must not push the buttons about. */
  .blink strong {
    min-width: 4em;
    padding: 0 0.375rem;
    border-radius: var(--radius-small);
    font-weight: 600;
    text-align: center;
  }
  .blink strong.new {
    color: var(--accent-ink);
    background: var(--accent);
  }
  .legend {
    position: absolute;
    inset: auto auto 2.25rem var(--space-2);
    display: flex;
    flex-direction: column;
    align-items: stretch;
    max-width: calc(100% - 4rem);
    max-height: calc(100% - 6.5rem);
    border: 1px solid var(--border);
    border-radius: var(--radius);
    background: var(--surface);
    box-shadow: var(--shadow);
    overflow: hidden auto;
  }
  .legend .head {
    justify-content: space-between;
    font-weight: 600;
    border-radius: 0;
  }
  .kinds {
    padding: 0 var(--space-1) var(--space-1);
  }
  .kinds button {
    width: 100%;
    min-height: 1.625rem;
    gap: var(--space-2);
    padding: 0 var(--space-1);
  }
  .kinds button > span:first-of-type {
    flex: 1;
    text-align: start;
  }
  .kinds button > span:first-of-type::first-letter {
    text-transform: uppercase;
  }
  .kinds .out {
    color: var(--ink-soft);
  }
  .kinds .out svg {
    opacity: 0.4;
  }
  .legend p {
    display: flex;
    align-items: center;
    gap: var(--space-2);
    padding: 0 var(--space-2) var(--space-2);
    color: var(--ink-soft);
  }
  .legend .foot {
    flex-wrap: wrap;
    gap: var(--space-1) var(--space-3);
    padding: 0 var(--space-2) var(--space-2);
  }
  /* The map's own width counts: beside a review it is narrow on a wide page too. */
  @container (max-width: 480px) {
    .bar {
      inset-inline: var(--space-2) 3.25rem;
      justify-items: start;
    }
    .bar .segmented button {
      padding: 0 0.3125rem;
    }
  }
  @media (pointer: coarse) {
    .bar .segmented button,
    .blink button,
    .kinds button {
      min-height: 2.25rem;
    }
  }
`;
