import { css } from 'lit';

/** Fields beside each other as far as there is room, and rows of buttons. */
export const versionStyles = css`
  .actions {
    flex-wrap: wrap;
    margin-block: var(--space-2);
  }
  .fields {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(12rem, 1fr));
    gap: var(--space-3);
  }
`;
