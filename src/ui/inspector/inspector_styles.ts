import { css } from 'lit';

export const inspectorStyles = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space-4);
    overflow-wrap: anywhere;
  }
  table {
    overflow-wrap: break-word;
  }
  /* The name has a line of its own: beside the buttons a long one would stand in a column of single words. */
  header {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto auto auto;
    align-items: center;
    gap: 0 var(--space-2);
  }
  header h2 {
    grid-area: 2 / 1 / auto / -1;
  }
  .kind {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25rem;
    color: var(--ink-soft);
    font-size: var(--text-small);
  }
  h3 {
    padding-bottom: var(--space-1);
    border-bottom: 1px solid var(--border-strong);
  }
  h3 + .soft {
    padding-top: var(--space-1);
  }
  .swatch {
    display: inline-block;
    vertical-align: -0.0625rem;
    color: var(--ink);
  }
  .facts > div {
    display: grid;
    grid-template-columns: minmax(5.5rem, 34%) 1fr;
    gap: var(--space-2);
    padding: 0.25rem 0;
    border-bottom: 1px solid var(--border);
  }
  .facts dt {
    color: var(--ink-soft);
  }
  .decides th,
  .decides td:nth-child(2) {
    font-weight: 600;
  }
  td small,
  th small {
    display: block;
    color: var(--ink-soft);
    font-size: var(--text-small);
    font-weight: 400;
  }
  .controls td.number {
    font-weight: 600;
  }
  .line {
    display: block;
  }
  .contradictory {
    color: var(--error);
    background: var(--error-surface);
  }
  .trace {
    padding-top: var(--space-2);
  }
  .trace summary {
    color: var(--accent-line);
    cursor: pointer;
    min-height: var(--target);
    align-content: center;
  }
  .trace ul > li {
    padding: var(--space-1) 0;
  }
  .trace ol {
    padding-inline-start: var(--space-3);
    color: var(--ink-soft);
  }
  .trace .governs {
    color: var(--ink);
  }
  .usage {
    padding: var(--space-2) 0;
    border-bottom: 1px solid var(--border);
  }
  .usage svg {
    width: 100%;
    height: 6px;
    margin: 0.25rem 0;
  }
  .usage .rail {
    fill: var(--border);
  }
  .usage rect.within {
    fill: var(--success);
  }
  .usage rect.near {
    fill: var(--warning);
  }
  .usage rect.over {
    fill: var(--error);
  }
  .usage rect.unknown {
    fill: var(--border-strong);
  }
  .usage rect.limit {
    fill: var(--ink);
  }
  .links {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem var(--space-2);
    padding-top: var(--space-2);
  }
  .rows li {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0 var(--space-2);
    padding: 0.25rem 0;
    border-bottom: 1px solid var(--border);
  }
  .samples {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem var(--space-3);
  }
  .sample {
    display: inline-flex;
    align-items: center;
    gap: 0.25rem;
  }
  a {
    color: var(--accent-line);
  }
  .empty {
    display: grid;
    justify-items: center;
    gap: var(--space-2);
    padding: 3rem 1rem;
    color: var(--ink-soft);
    text-align: center;
  }
`;
