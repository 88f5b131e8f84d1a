import { browse } from './en/browse.ts';
import { diagnostics } from './en/diagnostics.ts';
import { fields } from './en/fields.ts';
import { findings } from './en/findings.ts';
import { takeAway } from './en/take_away.ts';
import { update } from './en/update.ts';
import type { Messages } from './messages.ts';

export const en: Messages = {
  browse,
  diagnostics,
  fields,
  findings,
  takeAway,
  update,
};
