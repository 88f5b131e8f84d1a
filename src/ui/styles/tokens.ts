import { css } from 'lit';

/**
 * The look of the product as custom properties, set by the outermost element and inherited by everything inside it. The host
 * carries `data-appearance` ("light" or "dark"); text on every surface here has a contrast of at least 4.5 : 1.
 */
export const tokens = css`
  :host {
    --font: system-ui, -apple-system, 'Segoe UI', 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC',
      sans-serif;
    --text-small: 0.75rem;
    --text: 0.8125rem;
    --text-strong: 0.875rem;
    --text-title: 1rem;
    --space-1: 0.25rem;
    --space-2: 0.5rem;
    --space-3: 0.75rem;
    --space-4: 1rem;
    --radius: 6px;
    --radius-small: 4px;
    --target: 1.75rem;

    --surface: #ffffff;
    --surface-sunk: #f3f4f6;
    --surface-hover: #eceef1;
    --surface-selected: #e3edfb;
    --border: #dcdfe4;
    --border-strong: #8b929e;
    --ink: #1b1f26;
    --ink-soft: #59616e;
    --accent: #1a5fb8;
    --accent-ink: #ffffff;
    --accent-line: #1a5fb8;
    --error: #b3261e;
    --warning: #8a5300;
    --success: #1c6b3c;
    --error-surface: #fcebea;
    --warning-surface: #fdf3e0;
    --success-surface: #e6f4ea;
    --bar: #9fb6d6;
    --bar-muted: #d5dae2;
    --shadow: 0 1px 2px rgb(20 26 36 / 0.1), 0 4px 14px rgb(20 26 36 / 0.12);
    --scrim: rgb(20 26 36 / 0.4);
    color-scheme: light;
  }

  :host([data-appearance='dark']) {
    --surface: #1c1f25;
    --surface-sunk: #15171c;
    --surface-hover: #2a2e36;
    --surface-selected: #22354f;
    --border: #343943;
    --border-strong: #767e8b;
    --ink: #e8eaee;
    --ink-soft: #a5adba;
    --accent: #2f72ca;
    --accent-ink: #ffffff;
    --accent-line: #7fb2f5;
    --error: #ff9a92;
    --warning: #f0bb66;
    --success: #7fd19c;
    --error-surface: #3d2423;
    --warning-surface: #382c19;
    --success-surface: #1d3427;
    --bar: #47658f;
    --bar-muted: #343943;
    --shadow: 0 1px 2px rgb(0 0 0 / 0.4), 0 4px 14px rgb(0 0 0 / 0.45);
    --scrim: rgb(0 0 0 / 0.6);
    color-scheme: dark;
  }
`;
