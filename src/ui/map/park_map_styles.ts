import { css } from 'lit';

export const parkMapStyles = css`
  :host {
    position: relative;
    display: block;
    overflow: hidden;
    background: var(--surface-sunk);
    container-type: size;
  }
  .map {
    position: absolute;
    inset: 0;
    font: var(--text) / 1.4 var(--font);
  }
  .map > .maplibregl-map {
    position: absolute;
    inset: 0;
    font: inherit;
  }
  .map canvas:focus-visible {
    outline: 2px solid var(--accent-line);
    outline-offset: -2px;
  }
  .tools {
    position: absolute;
    inset: var(--space-3) var(--space-3) auto auto;
    display: grid;
    gap: var(--space-2);
  }
  /* On a low map the tools stand in two columns, and on a very low one only those that move it are left. */
  @container (max-height: 27rem) {
    .tools {
      grid-template-columns: auto auto;
      align-items: start;
      direction: rtl;
    }
  }
  @container (max-height: 15rem) {
    .tools .group ~ .group ~ .group {
      display: none;
    }
  }
  .group {
    display: grid;
    border: 1px solid var(--border);
    border-radius: var(--radius);
    background: var(--surface);
    box-shadow: var(--shadow);
    overflow: clip;
  }
  .group button {
    min-height: 2rem;
    min-width: 2rem;
    border-radius: 0;
  }
  .group button + button {
    border-top-color: var(--border);
  }
  .group button:focus-visible {
    outline-offset: -2px;
  }
  .needle-north {
    fill: var(--error);
  }
  .needle-south {
    fill: var(--border-strong);
  }
  .opacity {
    position: absolute;
    inset: var(--space-3) 3.5rem auto auto;
    display: flex;
    align-items: center;
    gap: var(--space-2);
    /* At the left stands the button that folds the panel. */
    max-width: calc(100% - 7rem);
    min-height: 2rem;
    padding: 0 var(--space-2);
    border: 1px solid var(--border);
    border-radius: var(--radius);
    background: var(--surface);
    box-shadow: var(--shadow);
    font-size: var(--text-small);
  }
  .opacity input {
    flex: 0 1 6rem;
    min-width: 3rem;
    width: 6rem;
    accent-color: var(--accent);
  }
  .opacity output {
    min-width: 2.25rem;
    text-align: end;
  }
  .foot {
    position: absolute;
    inset: auto auto var(--space-2) var(--space-2);
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-1) var(--space-2);
    pointer-events: none;
    font-size: var(--text-small);
  }
  .scale,
  .note {
    display: flex;
    align-items: center;
    gap: 0.375rem;
    padding: 0.0625rem 0.375rem;
    border-radius: var(--radius-small);
    background: color-mix(in srgb, var(--surface) 86%, transparent);
    line-height: 1.25rem;
  }
  .note {
    color: var(--warning);
  }
  .scale .filled {
    fill: var(--ink);
    stroke: var(--ink);
  }
  .scale .open {
    fill: var(--surface);
    stroke: var(--ink);
  }
  .loading,
  .failure {
    position: absolute;
    inset: 0;
    display: grid;
    place-content: center;
    gap: var(--space-2);
    padding: var(--space-4);
    text-align: center;
    color: var(--ink-soft);
  }
  .failure {
    background: var(--surface);
    color: var(--ink);
  }
  park-measure {
    position: absolute;
    inset: var(--space-3) auto auto 3.5rem;
  }
  :host([plain]) park-measure {
    inset-inline-start: var(--space-3);
  }
  /* So narrow a map has no button of a panel at its left. */
  @container (max-width: 27rem) {
    park-measure {
      inset-inline-start: var(--space-3);
    }
  }
  /* Beside two columns of tools. */
  @container (max-height: 27rem) {
    park-measure {
      max-width: calc(100% - 7rem);
    }
  }
  /* On a low and narrow map the choice between old and new needs the room of the other tools. */
  @container (max-height: 27rem) and (max-width: 30rem) {
    park-compare-map ~ .tools .group ~ .group {
      display: none;
    }
  }
  /* Below the choice between old and new. */
  park-compare-map ~ .opacity,
  park-compare-map ~ park-measure {
    inset-block-start: 3.5rem;
  }
  @container (max-height: 27rem) {
    .opacity {
      inset-inline-end: 6.25rem;
      max-width: calc(100% - 9.75rem);
    }
  }
  @media (pointer: coarse) {
    .group button {
      min-height: 2.5rem;
      min-width: 2.5rem;
    }
    .opacity {
      inset-inline-end: 4rem;
      max-width: calc(100% - 4rem - var(--space-3));
    }
    @container (max-height: 27rem) {
      .opacity {
        inset-inline-end: 7.25rem;
        max-width: calc(100% - 7.25rem - var(--space-3));
      }
    }
  }
`;
