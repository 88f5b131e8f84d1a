import { css } from 'lit';

/** A wide dialog with choices at the left and what becomes of them at the right; on a small screen that stands above. */
export const dialogColumns = css`
  dialog {
    --dialog-width: 64rem;
  }
  .columns {
    display: grid;
    grid-template-columns: 17.5rem minmax(0, 1fr);
    gap: var(--space-4);
  }
  .pair {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: var(--space-2);
  }
  .pair .field {
    justify-content: flex-end;
  }
  .field input,
  .field select {
    width: 100%;
  }
  progress {
    width: 8rem;
    height: 0.5rem;
    accent-color: var(--accent);
  }
  @media (max-width: 800px) {
    .columns {
      grid-template-columns: minmax(0, 1fr);
    }
    .columns > park-picture-preview {
      order: -1;
    }
  }
`;
