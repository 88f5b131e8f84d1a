import { browse } from './zh-CN/browse.ts';
import { diagnostics } from './zh-CN/diagnostics.ts';
import { fields } from './zh-CN/fields.ts';
import { findings } from './zh-CN/findings.ts';
import { takeAway } from './zh-CN/take_away.ts';
import { update } from './zh-CN/update.ts';

export const zhCN = {
  browse,
  diagnostics,
  fields,
  findings,
  takeAway,
  update,
} as const;
