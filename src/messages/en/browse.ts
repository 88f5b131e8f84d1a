import { checks } from './browse/checks.ts';
import { inspector } from './browse/inspector.ts';
import { map } from './browse/map.ts';
import { shell } from './browse/shell.ts';
import { table } from './browse/table.ts';
import { themes } from './browse/themes.ts';

/** Words of what a person browses with, by subject. */
export const browse = {
  ...shell,
  ...themes,
  ...inspector,
  ...checks,
  ...map,
  ...table,
};
