import type { Point } from './curves.ts';
import { type Entity, numberOf, textOf } from './document.ts';
import { plainLine, plainLines, unescaped } from './drawing_text.ts';
import { apply, type Transform } from './transform.ts';

/** A line of text in a drawing. */
export interface Lettering {
  layer: string;
  /** About the middle of the text: its beginning may stick out of a narrow plot. */
  point: Point;
  text: string;
  /** What a block calls its attribute. */
  tag?: string;
}

/** About how wide a letter is against its height. */
const LATIN_WIDTH = 0.7;
/** From line to line in heights of the letters (DXF reference, MTEXT: line spacing factor 1). */
const LINE_STEP = 5 / 3;
const RADIANS = Math.PI / 180;

/** The lines of a TEXT, MTEXT or ATTRIB with where they stand. */
export function letteringOf(entity: Entity, layer: string, transform: Transform): Lettering[] {
  if (entity.type === 'MTEXT') return multiline(entity, layer, transform);
  const text = plainLine(textOf(entity, 1));
  if (text === '') return [];
  const point = middleOfLine(entity, text);
  const tag = entity.type === 'ATTRIB' ? unescaped(textOf(entity, 2)).trim() : '';
  return [{ layer, point: apply(transform, point), text, ...(tag !== '' && { tag }) }];
}

function widthOf(text: string, height: number): number {
  let width = 0;
  for (const sign of text) width += sign > '\u2e80' ? 1 : LATIN_WIDTH;
  return width * height;
}

function middleOfLine(entity: Entity, text: string): Point {
  const horizontal = numberOf(entity, 72, 0);
  // Code 73 of a TEXT is 74 in an ATTRIB.
  const vertical = numberOf(entity, entity.type === 'ATTRIB' ? 74 : 73, 0);
  const isAligned = (horizontal !== 0 || vertical !== 0) && entity.tags.some(({ code }) => code === 11);
  const [x, y] = isAligned
    ? [numberOf(entity, 11, 0), numberOf(entity, 21, 0)]
    : [numberOf(entity, 10, 0), numberOf(entity, 20, 0)];
  const height = numberOf(entity, 40, 0);
  const width = widthOf(text, height) * Math.abs(numberOf(entity, 41, 1));
  const along =
    horizontal === 0 || horizontal === 3 || horizontal === 5 ? width / 2 : horizontal === 2 ? -width / 2 : 0;
  const up = horizontal === 4 || vertical === 2 ? 0 : vertical === 3 ? -height / 2 : height / 2;
  return turned([x, y], along, up, numberOf(entity, 50, 0) * RADIANS);
}

function multiline(entity: Entity, layer: string, transform: Transform): Lettering[] {
  const content = entity.tags
    .filter(({ code }) => code === 3 || code === 1)
    .map(({ value }) => String(value))
    .join('');
  const lines = plainLines(content);
  const height = numberOf(entity, 40, 0);
  // Attachment: 1 to 3 at the top, 4 to 6 in the middle, 7 to 9 at the bottom; each left, centre, right.
  const attachment = Math.min(9, Math.max(1, numberOf(entity, 71, 1)));
  const row = Math.floor((attachment - 1) / 3);
  const column = (attachment - 1) % 3;
  const step = height * LINE_STEP;
  const block = (lines.length - 1) * step + height;
  const directionX = numberOf(entity, 11, Number.NaN);
  const angle = Number.isNaN(directionX)
    ? numberOf(entity, 50, 0) * RADIANS
    : Math.atan2(numberOf(entity, 21, 0), directionX);
  return lines.map((text, index) => {
    const width = widthOf(text, height);
    const along = column === 0 ? width / 2 : column === 2 ? -width / 2 : 0;
    const top = row === 0 ? 0 : row === 1 ? block / 2 : block;
    const up = top - index * step - height / 2;
    const point = turned([numberOf(entity, 10, 0), numberOf(entity, 20, 0)], along, up, angle);
    return { layer, point: apply(transform, point), text };
  });
}

function turned([x, y]: Point, along: number, up: number, angle: number): Point {
  const [cosine, sine] = [Math.cos(angle), Math.sin(angle)];
  return [x + along * cosine - up * sine, y + along * sine + up * cosine];
}
