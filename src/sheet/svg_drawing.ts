import { escapeXml } from './svg_text.ts';

/** Colours of the furniture. */
export const INKS = {
  light: { page: '#ffffff', ink: '#1b1f26', soft: '#59616e', line: '#59616e', mark: '#8a5300' },
  dark: { page: '#1c1f25', ink: '#e8eaee', soft: '#a5adba', line: '#767e8b', mark: '#f0bb66' },
} as const;
export type Inks = (typeof INKS)['light' | 'dark'];

/** Millimetres with a thousandth's precision: the documents stay short and the same on every machine. */
export function round(millimetres: number): number {
  return Math.round(millimetres * 1000) / 1000;
}

export interface TextStyle {
  size: number;
  fill: string;
  weight?: number;
  anchor?: 'start' | 'middle' | 'end';
}

/** One line of text with its baseline at y. */
export function drawText(text: string, x: number, y: number, style: TextStyle): string {
  const weight = style.weight ? ` font-weight="${style.weight}"` : '';
  const anchor = style.anchor && style.anchor !== 'start' ? ` text-anchor="${style.anchor}"` : '';
  return `<text x="${round(x)}" y="${round(y)}" font-size="${round(style.size)}" fill="${style.fill}"${weight}${anchor}>${escapeXml(text)}</text>`;
}
