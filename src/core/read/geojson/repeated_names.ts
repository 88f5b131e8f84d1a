import { pointerStep } from '../diagnostic_log.ts';

/** So many repeated names are looked for in a file: after the first the person knows. */
export const MOST_REPEATED = 100;

/** A name that stands twice in one object of a JSON text: the parser keeps the last value and says nothing. */
export interface RepeatedName {
  /** RFC 6901, of the later one. */
  pointer: string;
  name: string;
}

interface Level {
  /** Names so far; absent in a list. */
  names?: Set<string>;
  /** Of the member that is being read: its name, or how many came before it. */
  step: string | number;
}

/** The names that stand twice in an object of a text that is known to be JSON, in the order of the text; at most so many. */
export function repeatedNamesOf(text: string, most: number): RepeatedName[] {
  const found: RepeatedName[] = [];
  const levels: Level[] = [];
  /** Whether the next text is a name, where it stands in an object. */
  let isName = false;
  for (let index = 0; index < text.length && found.length < most; index += 1) {
    const sign = text[index];
    const level = levels.at(-1);
    if (sign === '{') {
      levels.push({ names: new Set(), step: '' });
      isName = true;
    } else if (sign === '[') {
      levels.push({ step: 0 });
    } else if (sign === '}' || sign === ']') {
      levels.pop();
    } else if (sign === ',' && level) {
      isName = true;
      if (typeof level.step === 'number') level.step += 1;
    } else if (sign === '"') {
      const start = index;
      for (index += 1; text[index] !== '"'; index += 1) if (text[index] === '\\') index += 1;
      if (!isName || !level?.names) continue;
      isName = false;
      const name = String(JSON.parse(text.slice(start, index + 1)));
      level.step = name;
      if (level.names.has(name)) found.push({ pointer: pointerOf(levels), name });
      level.names.add(name);
    }
  }
  return found;
}

function pointerOf(levels: readonly Level[]): string {
  return levels.map(({ step }) => pointerStep(String(step))).join('');
}
