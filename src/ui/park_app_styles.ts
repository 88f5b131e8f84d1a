import { css } from 'lit';

export const parkAppStyles = css`
  :host {
    display: block;
    position: relative;
    height: 100%;
    overflow: clip;
    background: var(--surface);
    color: var(--ink);
    font: 400 var(--text) / 1.45 var(--font);
  }
  .shell {
    position: relative;
    display: grid;
    height: 100%;
    grid-template:
      'header header header' auto
      'left map right' minmax(0, 1fr)
      'left dock right' auto
      'status status status' auto / auto minmax(0, 1fr) auto;
  }
  .shell.with-table {
    grid-template:
      'header header header' auto
      'left map right' minmax(0, 1fr)
      'dock dock dock' auto
      'status status status' auto / auto minmax(0, 1fr) auto;
  }
  park-header {
    grid-area: header;
    z-index: 6;
  }
  park-map {
    grid-area: map;
    min-height: 0;
  }
  /* At the foot of the map, and above a sheet that covers it. */
  park-toast {
    grid-area: map;
    z-index: 8;
  }
  park-status {
    grid-area: status;
    border-top: 1px solid var(--border);
    background: var(--surface);
  }
  .left,
  .right {
    min-height: 0;
    overflow: hidden auto;
    overscroll-behavior: contain;
    background: var(--surface);
  }
  .left {
    grid-area: left;
    width: 18rem;
    border-inline-end: 1px solid var(--border);
  }
  .right {
    grid-area: right;
    display: flex;
    flex-direction: column;
    width: 24.5rem;
    border-inline-start: 1px solid var(--border);
    min-height: 0;
    overflow: clip;
  }
  .room {
    grid-area: right;
    width: var(--review-right);
    border-inline-start: 1px solid var(--border);
    background: var(--surface-sunk);
  }
  .phone.reviewing {
    padding: 0 var(--review-right) var(--review-bottom) 0;
  }
  .phone.covered > .bar,
  .phone.covered > .sheet {
    display: none;
  }
  .narrow .left {
    width: 16rem;
  }
  .narrow park-side {
    --theme-text: 0.6875rem;
    --legend-text: 0.75rem;
  }
  .narrow .right {
    width: 20rem;
  }
  .dock {
    grid-area: dock;
    display: flex;
    min-width: 0;
    border-top: 1px solid var(--border);
    background: var(--surface);
  }
  .dock > .content {
    flex: 1;
    min-width: 0;
  }
  .with-table .dock {
    height: min(46vh, 24rem);
  }
  .with-table .dock > .content {
    display: flex;
    flex-direction: column;
  }
  park-plot-table {
    flex: 1;
    min-height: 0;
  }
  .panel {
    flex: 1;
    min-height: 0;
    overflow: hidden auto;
    overscroll-behavior: contain;
    padding: var(--space-3);
  }
  .fold {
    position: absolute;
    z-index: 4;
    width: 2rem;
    min-width: 2rem;
    min-height: 2rem;
    padding: 0;
    border-color: var(--border);
    background: var(--surface);
    box-shadow: var(--shadow);
  }
  .fold-left {
    inset: var(--space-3) auto auto var(--space-3);
  }
  .fold-right {
    inset: auto var(--space-3) 4.75rem auto;
  }
  .fold-dock {
    inset: auto var(--space-3) 2.25rem auto;
  }
  .skip {
    position: absolute;
    z-index: 30;
    inset: 0.25rem auto auto 0.25rem;
    background: var(--surface);
    border: 1px solid var(--border);
  }
  .skip:not(:focus) {
    clip-path: inset(50%);
    width: 1px;
    height: 1px;
    min-width: 0;
    min-height: 0;
    overflow: hidden;
  }

  .phone.shell {
    grid-template:
      'header' auto
      'map' minmax(0, 1fr)
      'sheet' auto
      'bar' auto / minmax(0, 1fr);
  }
  .bar {
    grid-area: bar;
    display: flex;
    border-top: 1px solid var(--border);
    background: var(--surface);
    padding-bottom: env(safe-area-inset-bottom, 0);
    z-index: 7;
  }
  .bar button {
    flex: 1;
    flex-direction: column;
    gap: 0.125rem;
    min-width: 0;
    min-height: 3.25rem;
    padding: 0.25rem 0;
    border-radius: 0;
    font-size: var(--text-small);
    line-height: 1.2;
    background: none;
    color: var(--ink-soft);
  }
  .bar button[aria-expanded='true'] {
    color: var(--accent-line);
    font-weight: 600;
    background: var(--surface-selected);
  }
  .bar button:focus-visible {
    outline-offset: -2px;
  }
  /* Below the map and not over it: what is picked in a sheet is seen on the map. */
  .sheet {
    grid-area: sheet;
    display: flex;
    flex-direction: column;
    max-height: min(52dvh, 34rem);
    min-height: 0;
    border-top: 1px solid var(--border);
    border-radius: 10px 10px 0 0;
    background: var(--surface);
    box-shadow: var(--shadow);
    z-index: 6;
    --target: 2.5rem;
  }
  .sheet.tall {
    grid-row: map-start / sheet-end;
    max-height: none;
    border-radius: 0;
  }
  .sheet > .sheet-head {
    display: flex;
    align-items: center;
    justify-content: space-between;
    padding: 0 var(--space-2) 0 var(--space-4);
    border-bottom: 1px solid var(--border);
    flex: none;
  }
  .sheet > .panel {
    padding: var(--space-3) var(--space-4) var(--space-4);
  }
  .sheet > .panel > h3 {
    padding: var(--space-4) 0 var(--space-1);
  }
  .sheet.tall > .panel {
    display: flex;
    flex-direction: column;
    padding: 0;
  }

  .compact.shell {
    grid-template:
      'header' auto
      'map' minmax(0, 1fr) / minmax(0, 1fr);
  }
  .compact .float {
    grid-area: map;
    align-self: start;
    justify-self: start;
    max-height: calc(100% - 1rem);
    max-width: min(17rem, calc(100% - 4rem));
    margin: var(--space-2);
    overflow: auto;
    border: 1px solid var(--border);
    border-radius: var(--radius);
    background: var(--surface);
    box-shadow: var(--shadow);
    z-index: 3;
  }
  .compact .float park-legend {
    padding: var(--space-1) var(--space-2) var(--space-2);
  }
`;
