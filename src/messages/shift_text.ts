import { fill } from './fill.ts';
import { formatLength } from './format.ts';
import type { Language } from './language.ts';
import { listText } from './list_text.ts';
import { readingMessagesOf } from './reading.ts';

/** A shift in words, to the metre, a small one to the decimetre: 偏东 531 m、偏南 204 m. The words about files must be loaded. */
export function shiftText(eastMetres: number, northMetres: number, language: Language): string {
  const { coordinates } = readingMessagesOf(language).review;
  const step = Math.hypot(eastMetres, northMetres) < 10 ? 0.1 : 1;
  const part = (metres: number, ahead: string, back: string): string[] =>
    Math.abs(metres) < step / 2
      ? []
      : [
          fill(metres > 0 ? ahead : back, {
            distance: formatLength(Math.round(Math.abs(metres) / step) * step, language),
          }),
        ];
  const parts = [
    ...part(eastMetres, coordinates.east, coordinates.west),
    ...part(northMetres, coordinates.north, coordinates.south),
  ];
  return parts.length === 0 ? coordinates.exact : listText(parts, language);
}
