import type { ExpressionSpecification } from 'maplibre-gl';
import type { Language } from '../../state/view.ts';

/**
 * Labels are drawn from the reader's own fonts: no glyph server. MapLibre takes the weight from words in the first name of a
 * stack and hands the rest to the browser as a CSS font list, so the first name of each stack need not exist.
 */
const FAMILIES = [
  'Noto Sans CJK SC',
  'Noto Sans SC',
  'Source Han Sans SC',
  'PingFang SC',
  'Microsoft YaHei',
  'Hiragino Sans GB',
  'WenQuanYi Micro Hei',
  'sans-serif',
];
export const FONT_REGULAR = ['Park Regular', ...FAMILIES];
export const FONT_MEDIUM = ['Park Medium', ...FAMILIES];
export const FONT_BOLD = ['Park Bold', ...FAMILIES];
/** For the ideographs of a style that names no font of its own. */
export const IDEOGRAPH_FONT_FAMILY = FAMILIES.join(',');
/** The same list for text drawn on a canvas. */
export const CANVAS_FONT_FAMILY = FAMILIES.map((family) => (family === 'sans-serif' ? family : `"${family}"`)).join(
  ', ',
);

/** A feature's name in the person's language; the Chinese name where it has no English one. */
export function nameExpression(language: Language): ExpressionSpecification {
  return language === 'en'
    ? ['coalesce', ['get', 'nameEn'], ['get', 'name'], '']
    : ['coalesce', ['get', 'name'], ['get', 'nameEn'], ''];
}
