import type { ChoicesBySource, UpdateMode } from '../core/read/types.ts';
import type { OfferedFile, Progress, UpdateReview } from '../core/service.ts';

/** What the person is doing with an update. */
export type UpdateState =
  | { step: 'none' }
  | { step: 'working'; files: OfferedFile[]; progress?: Progress }
  | { step: 'review'; files: OfferedFile[]; mode: UpdateMode; choices: ChoicesBySource; review: UpdateReview }
  | { step: 'failed'; files: OfferedFile[]; reason: 'cancelled' | 'crashed'; detail: string };
